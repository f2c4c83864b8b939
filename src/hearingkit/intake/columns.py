"""What the columns of a list mean: by their heads, or by what stands in them."""

import functools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from hearingkit.intake.cells import mailboxes
from hearingkit.intake.grid import GridRow
from hearingkit.language.words import Words
from hearingkit.lists.columns import COLUMNS
from hearingkit.patterns import late_pattern

_WORD: Final = late_pattern(r"[^\W\d_]+")
_DIGITS: Final = late_pattern(r"\+?[\d\s().-]{5,}")
_SAMPLE: Final = 200  # rows
_LONGEST_HEAD: Final = 100  # characters
_NAMING: Final = frozenset({"name", "body", "given", "family", "email"})  # one of which a head has
# As Outlook, Google and others export them in English.
_ENGLISH: Final[Mapping[str, str]] = {
    "name": "name, full name, display name",
    "body": "company, organization, organisation, organization name, institution, body",
    "attention": "attention, department, contact, contact person",
    "given": "first name, given name",
    "family": "last name, surname, family name",
    "email": "email, e mail, email address, e mail address, mail",
    "phone": "phone, telephone, business phone, company main phone, phone number",
    "address": "address, street, business street, postal address",
    "place": "postal code, business postal code, city, business city, zip",
    "org_number": "org number, vat number, vat",
    "heading": "heading, group, category, categories",
    "language": "language",
    "role": "role",
    "member_of": "member of",
    "their_reference": "their reference, your reference",
}


class ColumnWords(Words):
    """What heads of columns are called, in small letters, with spaces for all other signs.

    Attributes:
        heading: The group of a recipient.
        name: The name of a recipient.
        body: The name of a body, where that of a person is in another column.
        attention: A person or unit inside it.
        given: The given name of a person.
        family: The family name.
        email: Mailboxes.
        phone: A telephone.
        address: A line of the postal address.
        place: The postcode, or the town.
        org_number: CVR or organisasjonsnummer.
        language: The language of the letter.
        role: Whether it gets a copy.
        member_of: The collective that it is a member of.
        their_reference: Its own number of the case.
    """

    section = "intake.columns"

    heading: tuple[str, ...]
    name: tuple[str, ...]
    body: tuple[str, ...]
    attention: tuple[str, ...]
    given: tuple[str, ...]
    family: tuple[str, ...]
    email: tuple[str, ...]
    phone: tuple[str, ...]
    address: tuple[str, ...]
    place: tuple[str, ...]
    org_number: tuple[str, ...]
    language: tuple[str, ...]
    role: tuple[str, ...]
    member_of: tuple[str, ...]
    their_reference: tuple[str, ...]


def columns_of_head(row: GridRow) -> tuple[str, ...]:
    """Return the meaning of each column where a row is their head; empty where it is none.

    A column that isn't understood is empty. A head has no addresses and no numbers, and at least
    half of its cells are known; alone, a cell must be a known word, and no more.
    """
    texts = [row.cells[number] for number in row.filled]
    if not texts or any(map(_is_no_head, texts)):
        return ()
    exact = sum(_normal(text) in _known() for text in texts)
    meanings = tuple(map(_meaning, row.cells))
    known = sum(map(bool, meanings))
    is_head = exact >= 1 and known * 2 >= len(texts) and (known > 1 or exact == len(texts))
    return meanings if is_head and not _NAMING.isdisjoint(meanings) else ()


def _is_no_head(text: str) -> bool:
    return len(text) > _LONGEST_HEAD or "@" in text or bool(_DIGITS.fullmatch(text))


def is_own_head(row: GridRow) -> bool:
    """Return whether a head is one that hearingkit wrote."""
    return all(cell in COLUMNS for cell in row.cells)


def columns_by_content(rows: Sequence[GridRow]) -> tuple[str, ...]:
    """Return the meaning of each column of rows without a head.

    The first column of text is the name; if it often repeats itself and another follows, it is the
    group.
    """
    sample = rows[:_SAMPLE]
    width = max((len(row.cells) for row in sample), default=0)
    columns: list[list[str]] = [[] for _ in range(width)]
    for row in sample:
        for number in row.filled:
            columns[number].append(row.cells[number].strip())
    found = list(map(_kind, columns))
    if found == ["email"]:
        found = ["text"]  # names may stand before some of them
    texts = [number for number, kind in enumerate(found) if kind == "text"]
    if len(texts) > 1 and _repeats(columns[texts[0]], len(sample)):
        found[texts.pop(0)] = "heading"
    for number, meaning in zip(texts, ("name", "attention"), strict=False):
        found[number] = meaning
    return tuple("" if kind == "text" else kind for kind in found)


def _kind(texts: Sequence[str]) -> str:
    if not texts:
        return ""
    kinds = Counter(_kind_of_cell(text) for text in texts)
    return max(kinds, key=lambda kind: (kinds[kind], kind == "email"))


def _kind_of_cell(text: str) -> str:
    from stdnum.dk import cvr
    from stdnum.no import orgnr

    if "@" in text:
        return "text" if mailboxes(text)[1] else "email"
    if not _DIGITS.fullmatch(text):
        return "text"
    return "org_number" if cvr.is_valid(text) or orgnr.is_valid(text) else "phone"


def _repeats(texts: Sequence[str], rows: int) -> bool:
    return len(texts) > 3 and len(set(texts)) * 2 <= max(len(texts), rows // 2)


def _meaning(text: str) -> str:
    """Return what a head means: by all of its words, or by those that it begins with."""
    words = _normal(text).split()
    starts = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    return next((_known()[start] for start in starts if start in _known()), "")


@functools.lru_cache(maxsize=1000)
def _normal(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


@functools.cache
def _known() -> Mapping[str, str]:
    """Return the meaning of each known head."""
    words = ColumnWords.of_any()
    pairs: Iterable[tuple[str, Iterable[str]]] = (
        *((column, english.split(", ")) for column, english in _ENGLISH.items()),
        *((column, getattr(words, column)) for column in ColumnWords.fields),
        *((column, [_normal(column)]) for column in COLUMNS),
    )
    return {head: column for column, heads in pairs for head in heads}
