"""Ids that are near to a name: of a list, a party, a group."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from pydantic import TypeAdapter, ValidationError

from hearingkit.language.slips import LetterWords
from hearingkit.model.text import LONGEST_ID, Id

_ID: Final[TypeAdapter[str]] = TypeAdapter(Id)
_ROOM: Final = 8  # characters for a number behind an id


def id_near(name: str, usual: str) -> str:
    """Return an id that is near to a name.

    Args:
        name: In any letters.
        usual: The id of a name of which nothing is left.
    """
    text = unicodedata.normalize("NFC", name).casefold()
    for sign, (long, _) in LetterWords.of_any().in_addresses.items():
        text = text.replace(sign, long)
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    id_ = re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST_ID].strip("-")
    try:
        return _ID.validate_python(id_)
    except ValidationError:
        return usual


def ids_near(names: Iterable[str], taken: Iterable[str] = ()) -> Iterator[str]:
    """Yield an id for each name of a party, no two of them the same, and none that is taken."""
    given = dict.fromkeys(taken, 1)
    for name in names:
        first = id_near(name, "party")
        id_ = first
        while id_ in given:
            given[first] += 1
            id_ = f"{first[: LONGEST_ID - _ROOM].strip('-')}-{given[first]}"
        given[id_] = 1
        yield id_
