"""What the columns of a list mean by their heads."""

import functools
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise, repeat
from typing import Final

from hearingkit.intake.grid import GridRow
from hearingkit.language.words import Words
from hearingkit.lists.columns import COLUMNS
from hearingkit.patterns import late_pattern

_WORD: Final = late_pattern(r"[^\W\d_]+")
DIGITS: Final = late_pattern(r"\+?[\d\s().-]{5,}")
_PARTS: Final = late_pattern(r"[/+&,]|\b(?:og|eller)\b")
_FEWEST_KNOWN: Final = 2
_OF_OTHERS: Final = frozenset(  # in English; Google: «E-mail 1 - Label»
    [
        *("label", "type", "formatted", "country", "id", "status", "date", "notes"),
        *("remarks", "comments", "modified", "created", "prefix", "suffix", "title"),
    ]
)
_SHORT_ENDS: Final = frozenset({"place", "address", "body", "heading"})
_NUMBERS: Final = frozenset({"nr", "nummer", "no", "number"})
_NUMBERED: Final = frozenset({"name", "body", "heading", "attention", "role"})
"""What has no number: a column «Kommune nr.» holds no names."""
_BEFORE: Final[Mapping[str, Collection[str]]] = {  # by how a head ends, beginnings that say less
    "place": {"address"},
    "attention": {"name", "body"},
}
LONGEST_HEAD: Final = 100  # characters
NAMING: Final = frozenset({"name", "body", "given", "family", "email"})  # one of which a head has
NAMES: Final = frozenset({"name", "body"})
# As Outlook, Google and others export them in English.
_ENGLISH: Final[Mapping[str, str]] = {
    "name": "name, full name, display name, stakeholder",
    "body": "company, organization, organisation, organization name, institution, body",
    "attention": "attention, department, dept, unit, division, contact, contact person",
    "given": "first name, given name, middle name",
    "family": "last name, surname, family name",
    "email": "email, cc, e mail, email address, e mail address, mail",
    "phone": "phone, telephone, business phone, company main phone, phone number",
    "address": "address, street, business street, postal address",
    "place": "postal code, business postal code, city, business city, zip",
    "org_number": "org number, org no, organisation number, organization number, vat number, vat",
    "heading": "heading, group, category, categories, labels, group membership",
    "language": "language",
    "role": "role",
    "member_of": "member of",
    "their_reference": "their reference, your reference",
    "ean": "ean, gln, ean number, gln number",
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
        house: The number of the house, behind its street.
        place: The postcode, or the town.
        org_number: CVR or organisasjonsnummer.
        language: The language of the letter.
        role: Whether it gets a copy.
        member_of: The collective that it is a member of.
        their_reference: Its own number of the case.
        ean: EAN/GLN.
        ends: Those of these words that others end with, as «kommunenavn».
        shown: What a mail program shows for a mailbox, and no recipient needs.
        others: What else offices note in a column, and no recipient needs.
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
    house: tuple[str, ...]
    place: tuple[str, ...]
    org_number: tuple[str, ...]
    language: tuple[str, ...]
    role: tuple[str, ...]
    member_of: tuple[str, ...]
    their_reference: tuple[str, ...]
    ean: tuple[str, ...]
    ends: tuple[str, ...]
    shown: tuple[str, ...]
    others: frozenset[str]


_RECIPIENTS: Final = tuple(
    name for name in ColumnWords.fields if name not in {"shown", "ends", "others"}
)


def columns_of_head(row: GridRow) -> tuple[str, ...]:
    """Return the meaning of each column where a row is their head; empty where it is none.

    A column that isn't understood is empty. A head has no addresses and no numbers, and at least
    half of its cells are known; alone, a cell must be a known word, and no more. Where one is known
    of two, it is the word for a name.
    """
    if not may_be_head(row):
        return ()
    texts = [row.cells[number] for number in row.filled]
    meanings = _meanings_of(row.cells)
    known = sum(map(bool, meanings))
    if not known or (len(texts) == 1 and exact_meaning(texts[0]) == "body"):
        return ()  # «Forening», which may stand above some
    exact = [text for text in texts if normal(text) in _known() or _is_compound(text)]
    is_sure = known > 1 or len(exact) == len(texts) or _says_name(exact, texts[0])
    is_whole = known == len(texts) > _FEWEST_KNOWN
    is_named = exact_meaning(texts[0]) == "name"
    noted = known + sum(map(is_of_others, texts))
    is_head = is_whole or is_named or (exact and noted * 2 >= len(texts) and is_sure)
    is_naming = not NAMING.isdisjoint(meanings) or (len(exact) > 1 and known > _FEWEST_KNOWN)
    return meanings if is_head and is_naming else ()


def may_be_head(row: GridRow) -> bool:
    """Return whether a row has texts alone, without addresses and numbers."""
    texts = [row.cells[number] for number in row.filled]
    return bool(texts) and not (row.links or "@" in "".join(texts) or any(map(_is_no_head, texts)))


def _meanings_of(heads: Sequence[str]) -> tuple[str, ...]:
    """Return what heads mean; below the second of two names that are numbered are units."""
    meanings = [*map(meaning_of_head, heads)]
    seen = set[str]()
    for column, (head, meaning) in enumerate(zip(heads, meanings, strict=True)):
        if meaning in NAMES:
            if normal(head) in seen:
                meanings[column] = "attention"
            seen.add(normal(head))
    return tuple(meanings)


def is_of_others(head: str) -> bool:
    """Return whether a head is of a column that offices keep for themselves: «Sendt dato»."""
    words = normal(head).split()
    others = ColumnWords.of_any().others
    return bool(words) and (words[0] in others or words[-1] in others or words[-1] in _OF_OTHERS)


def _says_name(exact: Sequence[str], first: str) -> bool:
    """Return whether a head has the very word for a name, or, in its first cell, for a mailbox."""
    is_mailbox = first in exact and meaning_of_head(first) == "email"
    return is_mailbox or "name" in map(meaning_of_head, exact)


def _is_no_head(text: str) -> bool:
    return len(text) > LONGEST_HEAD or bool(DIGITS.fullmatch(text))


def is_own_head(row: GridRow) -> bool:
    """Return whether a head is one that hearingkit wrote."""
    return all(cell in COLUMNS for cell in row.cells)


def heads_alike(row: GridRow) -> tuple[int, ...]:
    """Return where the heads of a row begin anew, with the same words; empty if they don't."""
    first = row.filled[0]
    whole = " ".join(row.cells).casefold()
    if "@" in whole or whole.count(normal(row.cells[first]).partition(" ")[0]) < 2:
        return ()
    words = [normal(text) for text in row.cells]
    starts = [column for column in row.filled if words[column] == words[first]]
    pieces = [tuple(filter(None, words[one:end])) for one, end in pairwise([*starts, len(words)])]
    is_naming = any(_known().get(word) in NAMING for word in pieces[0])
    return tuple(starts) if len(pieces) > 1 and is_naming and len(set(pieces)) == 1 else ()


@functools.lru_cache(maxsize=1000)
def meaning_of_head(text: str) -> str:
    """Return what a head means: by all of its words, or by those that it begins or ends with."""
    words = normal(text).split()
    if not _may_be_known(words):
        return ""
    if whole := _known().get(" ".join(words), ""):
        return whole
    if len(words) > 1 and (is_of_others(words[-1]) or " ".join(words) in _shown_otherwise()):
        return ""
    first, *others = _PARTS.split(text.casefold())
    if others and exact_meaning(first) in {"name", "body"}:
        return exact_meaning(first)  # «Organisasjon / kontakt»
    begin = _first_known(" ".join(words[:count]) for count in range(len(words), 0, -1))
    end = _first_known(" ".join(words[-count:]) for count in range(len(words), 0, -1))
    if end == "name" and not _end_of(words[-1]):  # «Sagsnr. hos modtager» is no name
        end = begin if len(words) == 1 else ""
    is_stronger = end in {"email", "phone"} and begin not in {"email", "phone"}
    goes_before = begin in _BEFORE.get(end, ())
    found = end if is_stronger or goes_before or (not begin and end != "body") else begin
    is_number = words[-1] in _NUMBERS and found in _NUMBERED
    if found in _SHORT_ENDS and not begin and is_of_others(words[0]):
        return ""  # «Modified By»
    return "" if is_number else found


def _may_be_known(words: Sequence[str]) -> bool:
    """Return whether words begin or end as a known head does, or one is a compound that is one."""
    if not words:
        return False
    firsts, lasts = _outer_words()
    is_at_edge = words[0] in firsts or words[-1] in lasts
    return is_at_edge or any(map(str.endswith, words, repeat(ColumnWords.of_any().ends)))


@functools.cache
def _outer_words() -> tuple[Collection[str], Collection[str]]:
    """Return the words that known heads begin with, and those that they end with."""
    heads = [head.split() for head in _known() if head]
    return {words[0] for words in heads}, {words[-1] for words in heads}


def _shown_otherwise() -> Collection[str]:
    return (*ColumnWords.of_any().shown, "e mail display name", "email display name")


def exact_meaning(text: str) -> str:
    """Return what a head means that is a known word, and no more; empty for others."""
    return _known().get(normal(text), "")


def _first_known(heads: Iterable[str]) -> str:
    found = (
        _known().get(head) or ("" if " " in head else _known().get(_end_of(head), ""))
        for head in heads
    )
    return next(filter(None, found), "")


def _is_compound(text: str) -> bool:
    word = normal(text)
    return " " not in word and bool(_end_of(word))


def _end_of(word: str) -> str:
    """Return the known word that a compound ends with: ``kommunenavn``, ``hovedmail``."""
    ends = ColumnWords.of_any().ends
    return next(filter(word.endswith, ends), "") if word.endswith(ends) else ""


@functools.lru_cache(maxsize=1000)
def normal(text: str) -> str:
    """Return the words of a head in small letters, with a space for all other signs."""
    return " ".join(_WORD.findall(text.casefold()))


@functools.cache
def _known() -> Mapping[str, str]:
    """Return the meaning of each known head."""
    words = ColumnWords.of_any()
    pairs: Iterable[tuple[str, Iterable[str]]] = (
        *((column, english.split(", ")) for column, english in _ENGLISH.items()),
        *((column, getattr(words, column)) for column in _RECIPIENTS),
        *((column, [normal(column)]) for column in COLUMNS),
    )
    return {head: column for column, heads in pairs for head in heads}
