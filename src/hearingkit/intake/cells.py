"""What stands in a cell: mailboxes, numbers that a spreadsheet has changed, words for choices."""

import functools
import re
from collections.abc import Mapping, Sequence
from typing import Final

from pydantic import TypeAdapter, ValidationError

from hearingkit.intake.grid import Number
from hearingkit.language.language import Language
from hearingkit.language.words import Words
from hearingkit.lists.table import RecipientRole
from hearingkit.model.addresses import Email
from hearingkit.patterns import late_pattern

_SIGN: Final = r"[^\s<>()\[\]\",;:]"
_ADDRESS: Final = late_pattern(rf"(?i)(?:mailto:)?(?<!{_SIGN})({_SIGN}+@{_SIGN}+)")
_AROUND: Final = late_pattern(r"[\s<>()\[\]\",;:/|–—-]+")
_LOST: Final = late_pattern(r"\d(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)  # 4,5E+07
_TOTAL: Final = (  # «Side 2 av 10»; every repetition is bounded, so that it takes linear time
    r"(?i)(?:%totals)((?:\s+\w{1,40}){0,2}"
    r"(?:[\s:=]*\d{1,9}(?:\s+\w{1,40}(?:\s+\d{1,9})?)?|\s*:))?"
)
_LINE: Final = late_pattern(r"[\n\r;]|,(?=\s)")

_EMAIL: Final[TypeAdapter[str]] = TypeAdapter(Email)


class CellWords(Words):
    """What stands in cells and headings of lists.

    Attributes:
        languages: By the name of a language, its code.
        copies: Words for who gets a copy.
        totals: What a row begins with that counts others, or that numbers a page.
        groups: Headings above recipients, where nothing else tells that they are.
    """

    section = "intake.cells"

    languages: Mapping[str, str]
    copies: frozenset[str]
    totals: frozenset[str]
    groups: frozenset[str]


def cleaned(text: str) -> str:
    """Return a text on one line, without signs that nobody sees."""
    if not text.isprintable():
        text = "".join(sign for sign in text if sign.isprintable() or sign.isspace())
    line = " ".join(text.split())
    return str(text) if line == text else line  # the same text is held once


def mailboxes(text: str) -> tuple[tuple[str, ...], str]:
    """Return the mailboxes in a text, and what else stands there.

    What has an @ and is no mailbox stays in the rest.
    """
    found: dict[str, None] = {}

    def without(match: re.Match[str]) -> str:
        address = match[1].strip(".'`<>")
        if not is_mailbox(address):
            return match[0]
        found[str(text) if address == text else address] = None  # the same text is held once
        return " "

    rest = _ADDRESS.sub(without, cleaned(text))
    return tuple(found), _trimmed(rest)


def _trimmed(text: str) -> str:
    """Return a text without the brackets and separators that stood around an address."""
    text = re.sub(r"<\s*>|\(\s*\)|\[\s*\]|\"\s*\"", " ", text)
    words = [word for word in text.split() if _AROUND.sub("", word)]
    line = " ".join(words)
    for opening, closing in ("()", "[]", "<>", '""'):
        if line.startswith(opening) and line.endswith(closing) and len(line) > 1:
            line = line[1:-1]
    return line.strip(" ,;:/|–—-<>")


@functools.lru_cache(maxsize=1000)  # a row asks several times for its own
def is_mailbox(text: str) -> bool:
    """Return whether hearing data takes a text as a mailbox."""
    try:
        return _EMAIL.validate_python(text) == text
    except ValidationError:
        return False


def group_in(text: str) -> tuple[str, str]:
    """Return the heading that a line begins with, and the rest: ``Kommuner: Alver, Voss``.

    A heading is a known word for a group with a colon; it is empty where there is none.
    """
    heading, colon, rest = map(cleaned, text.partition(":"))
    is_group = colon and rest and heading.casefold() in CellWords.of_any().groups
    return (heading, rest) if is_group else ("", text)


def is_total(texts: Sequence[str]) -> bool:
    """Return whether a row counts others: ``I alt: 4``, ``Sum`` and ``4``, ``Side 2``."""
    first, *others = map(cleaned, texts)
    label = CellWords.pattern(_TOTAL).fullmatch(first)
    return bool(label and (label[1] or others)) and all(map(str.isdecimal, others))


def is_empty(text: str) -> bool:
    """Return whether a cell says nothing: ``-``, ``n/a``."""
    return not any(map(str.isalnum, text)) or text.strip().casefold() in {"n/a", "na"}


def has_lost_digits(text: str) -> bool:
    """Return whether a spreadsheet has cut a number, as in ``4,5E+07``."""
    return bool(_LOST.fullmatch(text.strip()))


def telephone(text: str) -> str:
    """Return a telephone number; ``0047…`` that a spreadsheet took for a number is ``+47 …``."""
    if isinstance(text, Number) and len(text) == 10 and text[:2] in {"45", "47"}:
        return f"+{text[:2]} {text[2:]}"
    return cleaned(text)


def postcode(text: str) -> str:
    """Return a postcode, with the zeros before it that a spreadsheet took away."""
    return text.zfill(4) if isinstance(text, Number) and text.isdecimal() else cleaned(text)


def postal_lines(text: str) -> tuple[str, ...]:
    """Return the lines of a postal address that stands in one cell."""
    return tuple(filter(None, map(cleaned, _LINE.split(text))))


def language_of(text: str) -> Language | None:
    """Return the language that a cell names; None if it names none."""
    word = cleaned(text).casefold()
    return next(
        (one for one in Language if one.value == CellWords.of_any().languages.get(word, word)), None
    )


def role_of(text: str) -> RecipientRole | None:
    """Return whether a cell says that somebody gets a copy; None if it says something else."""
    word = cleaned(text).casefold()
    if word in {RecipientRole.COPY.value, *CellWords.of_any().copies}:
        return RecipientRole.COPY
    return RecipientRole.TO if word in {RecipientRole.TO.value, "til", ""} else None
