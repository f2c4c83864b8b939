"""Find mailboxes with the name of a person: given name, full stop, family name.

The given names are common ones, written down from common knowledge.
"""

import functools
import re
from typing import Final
from unicodedata import combining, normalize

from hearingkit.language.slips import LetterWords
from hearingkit.language.word_groups import AnyOf
from hearingkit.language.words import Words, begin_of_end
from hearingkit.patterns import late_pattern

_PARTS: Final = late_pattern(
    r"([^\W\d_]{2,20})(?:-[^\W\d_]{2,20})?"
    r"[._](?:[^\W\d_]{1,20}[._-]){0,2}([^\W\d_]{3,30}(?:-[^\W\d_]{2,30})?)\d?"
)


class PersonWords(Words):
    """What tells the mailbox of a person from one of a body.

    Attributes:
        given: Common given names, with spaces between.
        models: Words with which bodies show on the web what their addresses look like.
        bodies: Patterns for what stands in a family name's place, as by a school or church.
        beginnings: Patterns for how such a word begins.
        ends: Patterns for how it ends.
    """

    section = "names.person_names"

    given: str
    models: tuple[str, ...]
    bodies: AnyOf
    beginnings: AnyOf
    ends: AnyOf


def is_persons_mailbox(local_part: str, body: str) -> bool:
    """Return whether the part before the @ consists of a given name and a family name.

    Args:
        local_part: The part before the @ of an address.
        body: The body's name and domain; a person's name in it is the name of the body.
    """
    found = _PARTS.fullmatch(local_part.casefold())
    if not found or _spelt(found[1]) not in _given_names():
        return False
    given, family = _spelt(found[1]), _spelt(found[2])
    is_bodys = family in _spelt(body) or given in re.findall(r"\w+", _spelt(body))
    return not is_bodys and not _is_of_a_body(found[2])


def is_persons_name(text: str) -> bool:
    """Return whether a text is a given name and a family name, and no body's."""
    words = text.split()
    return 1 < len(words) < 5 and is_persons_mailbox(f"{words[0]}.{words[-1]}", "")


def _spelt(name: str) -> str:
    """Return a name such that all ways of writing it in an address come out the same."""
    spelt = name.casefold()
    for sign, (long, short) in LetterWords.of_any().in_addresses.items():
        spelt = spelt.replace(sign, short).replace(long, short)
    return "".join(sign for sign in normalize("NFD", spelt) if not combining(sign))


@functools.cache
def _given_names() -> frozenset[str]:
    """Return the given names of all languages, and what stands for them in a model."""
    words = PersonWords.of_any()
    return frozenset(map(_spelt, (*words.given.split(), *words.models)))


def _is_of_a_body(word: str) -> bool:
    known = PersonWords.of_any()
    is_body = known.bodies.fullmatch(word) or known.beginnings.match(word)
    return bool(is_body) or begin_of_end(known.ends, word) < len(word)
