"""What the columns of a list mean: by their heads, or by what stands in them."""

import functools
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise, repeat
from typing import Final

from hearingkit.intake.cells import CellWords, is_sentence, mailboxes
from hearingkit.intake.grid import GridRow
from hearingkit.language.words import Words
from hearingkit.lists.columns import COLUMNS
from hearingkit.names.person_names import is_persons_name
from hearingkit.patterns import late_pattern

_WORD: Final = late_pattern(r"[^\W\d_]+")
_DIGITS: Final = late_pattern(r"\+?[\d\s().-]{5,}")
HOUSE: Final = late_pattern(r"(?=.*[^\W\d_]{3}).*[^\W\d_.]\.?\s\d{1,3}\s?[A-Za-z]?(?:,.*)?")
TOWN: Final = late_pattern(r"(?:(?:N|DK|NO|FO)-)?\d{3,4}\s+[^\W\d_]{2}.*")
_FEWEST_KNOWN: Final = 2
_MOST_LOOKED_AT: Final = 20  # columns
_LONGEST_NAME: Final = 120
_DIGITS_OF_EAN: Final = 13
_OF_OTHERS: Final = frozenset(
    {"label", "type", "formatted", "country"}
)  # Google: «E-mail 1 - Label»
_BEFORE: Final[Mapping[str, Collection[str]]] = {  # by how a head ends, beginnings that say less
    "place": {"address"},
    "attention": {"name", "body"},
}
_SAMPLE: Final = 200  # rows
_LONGEST_HEAD: Final = 100  # characters
_NAMING: Final = frozenset({"name", "body", "given", "family", "email"})  # one of which a head has
# As Outlook, Google and others export them in English.
_ENGLISH: Final[Mapping[str, str]] = {
    "name": "name, full name, display name, stakeholder",
    "body": "company, organization, organisation, organization name, institution, body",
    "attention": "attention, department, contact, contact person",
    "given": "first name, given name",
    "family": "last name, surname, family name",
    "email": "email, e mail, email address, e mail address, mail",
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
        place: The postcode, or the town.
        org_number: CVR or organisasjonsnummer.
        language: The language of the letter.
        role: Whether it gets a copy.
        member_of: The collective that it is a member of.
        their_reference: Its own number of the case.
        ean: EAN/GLN.
        ends: Those of these words that others end with, as «kommunenavn».
        shown: What a mail program shows for a mailbox, and no recipient needs.
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
    ean: tuple[str, ...]
    ends: tuple[str, ...]
    shown: tuple[str, ...]


_RECIPIENTS: Final = tuple(name for name in ColumnWords.fields if name not in {"shown", "ends"})


def columns_of_head(row: GridRow) -> tuple[str, ...]:
    """Return the meaning of each column where a row is their head; empty where it is none.

    A column that isn't understood is empty. A head has no addresses and no numbers, and at least
    half of its cells are known; alone, a cell must be a known word, and no more. Where one is known
    of two, it is the word for a name.
    """
    texts = [row.cells[number] for number in row.filled]
    if not texts or row.links or "@" in "".join(texts) or any(map(_is_no_head, texts)):
        return ()
    meanings = tuple(map(meaning_of_head, row.cells))
    known = sum(map(bool, meanings))
    if not known:
        return ()
    exact = [text for text in texts if _normal(text) in _known() or _is_compound(text)]
    is_sure = known > 1 or len(exact) == len(texts) or _says_name(exact, texts[0])
    is_whole = known == len(texts) > _FEWEST_KNOWN
    is_named = exact_meaning(texts[0]) == "name"
    is_head = is_whole or is_named or (exact and known * 2 >= len(texts) and is_sure)
    is_naming = not _NAMING.isdisjoint(meanings) or (len(exact) > 1 and known > _FEWEST_KNOWN)
    return meanings if is_head and is_naming else ()


def _says_name(exact: Sequence[str], first: str) -> bool:
    """Return whether a head has the very word for a name, or, in its first cell, for a mailbox."""
    is_mailbox = first in exact and meaning_of_head(first) == "email"
    return is_mailbox or "name" in map(meaning_of_head, exact)


def _is_no_head(text: str) -> bool:
    return len(text) > _LONGEST_HEAD or bool(_DIGITS.fullmatch(text))


def columns_below(head: Sequence[str], rows: Sequence[GridRow]) -> tuple[str, ...]:
    """Return the meaning of columns: by their heads, or else by what stands below.

    A column not understood that holds mailboxes is that of mailboxes. Where none has names, the
    first one not understood that holds texts does.

    Args:
        head: Their meaning, by their heads.
        rows: The rows below them.
    """
    found = list(head)
    unknown = [number for number, meaning in enumerate(head) if not meaning]
    sample = rows[:_SAMPLE]
    texts = {one: [row.cells[one] for row in sample if one in row.filled] for one in unknown}
    if "email" not in head:
        for column in unknown:
            if sum("@" in text for text in texts[column]) * 2 > len(texts[column]):
                found[column] = "email"
    if not {"name", "body", "given", "family"} & set(head):
        for column in unknown[:_MOST_LOOKED_AT]:
            if not found[column] and _kind(texts[column]) == "text":
                found[column] = "name"
                break
    return tuple(found)


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
    elif "text" not in found and "address" in found:
        found[found.index("address")] = "text"  # «Radio 100»
    texts = [number for number, kind in enumerate(found) if kind == "text"]
    if len(texts) > 1 and (
        has_groups_alone(columns[texts[0]])
        or _repeats(columns[texts[0]], len(sample))
        or _stands_above(sample, texts[0])
    ):
        found[texts.pop(0)] = "heading"
    for number, meaning in zip(texts, ("name", "attention"), strict=False):
        found[number] = meaning
    return tuple("" if kind == "text" else kind for kind in found)


def has_groups_alone(texts: Sequence[str]) -> bool:
    """Return whether all texts are usual headings."""
    known = CellWords.of_any().groups
    return len(texts) > 1 and all(text.strip().rstrip(":").casefold() in known for text in texts)


def _stands_above(rows: Sequence[GridRow], column: int) -> bool:
    """Return whether a cell of a column stands alone in its row, and all others without it."""
    others = [row for row in rows if row.filled != (column,)]
    are_below = all(column not in row.filled and len(row.filled) > 1 for row in others)
    return len(others) * 2 >= len(rows) and are_below


def _kind(texts: Sequence[str]) -> str:
    if not texts:
        return ""
    kinds = Counter(_kind_of_cell(text) for text in texts)
    return max(kinds, key=lambda kind: (kinds[kind], kind == "email"))


def _kind_of_cell(text: str) -> str:
    from stdnum import ean
    from stdnum.dk import cvr
    from stdnum.no import orgnr

    if "@" in text:
        return "text" if mailboxes(text)[1] else "email"
    text = text[:_LONGEST_HEAD]
    if not any(map(str.isalnum, text)) or (text.isdecimal() and len(text) < 5):
        return ""
    if not _DIGITS.fullmatch(text):
        return "place" if TOWN.fullmatch(text) else "address" if HOUSE.fullmatch(text) else "text"
    if cvr.is_valid(text) or orgnr.is_valid(text):
        return "org_number"
    return (
        "ean" if sum(map(str.isdecimal, text)) == _DIGITS_OF_EAN and ean.is_valid(text) else "phone"
    )


def heads_alike(row: GridRow) -> tuple[int, ...]:
    """Return where the heads of a row begin anew, with the same words; empty if they don't."""
    first = row.filled[0]
    whole = " ".join(row.cells).casefold()
    if "@" in whole or whole.count(_normal(row.cells[first]).partition(" ")[0]) < 2:
        return ()
    words = [_normal(text) for text in row.cells]
    starts = [column for column in row.filled if words[column] == words[first]]
    pieces = [tuple(filter(None, words[one:end])) for one, end in pairwise([*starts, len(words)])]
    is_naming = any(_known().get(word) in _NAMING for word in pieces[0])
    return tuple(starts) if len(pieces) > 1 and is_naming and len(set(pieces)) == 1 else ()


def has_names_alone(columns: Sequence[Sequence[str]]) -> bool:
    """Return whether each of several columns holds names of bodies, and nothing else."""
    return all(
        _kind(texts) == "text"
        and not any("@" in text or len(text) > _LONGEST_NAME or is_sentence(text) for text in texts)
        and sum(map(_is_of_a_person, texts)) * 2 < len(texts)
        for texts in columns
    )


def _is_of_a_person(text: str) -> bool:
    first = text.split(maxsplit=1)[0]
    is_labelled = _normal(first) in ColumnWords.of_any().attention or first.casefold() == "v/"
    return is_labelled or is_persons_name(text)


def _repeats(texts: Sequence[str], rows: int) -> bool:
    return len(texts) > 3 and len(set(texts)) * 2 <= max(len(texts), rows // 2)


@functools.lru_cache(maxsize=1000)
def meaning_of_head(text: str) -> str:
    """Return what a head means: by all of its words, or by those that it begins or ends with."""
    words = _normal(text).split()
    if not _may_be_known(words):
        return ""
    if len(words) > 1 and (words[-1] in _OF_OTHERS or " ".join(words) in _shown_otherwise()):
        return ""
    begin = _first_known(" ".join(words[:count]) for count in range(len(words), 0, -1))
    end = _first_known(" ".join(words[-count:]) for count in range(len(words), 0, -1))
    if end == "name" and not _end_of(words[-1]):  # «Sagsnr. hos modtager» is no name
        end = begin if len(words) == 1 else ""
    is_stronger = end in {"email", "phone"} and begin not in {"email", "phone"}
    goes_before = begin in _BEFORE.get(end, ())
    return end if is_stronger or goes_before or (not begin and end != "body") else begin


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
    return _known().get(_normal(text), "")


def _first_known(heads: Iterable[str]) -> str:
    found = (_known().get(head) or _known().get(_end_of(head), "") for head in heads)
    return next(filter(None, found), "")


def _is_compound(text: str) -> bool:
    word = _normal(text)
    return " " not in word and bool(_end_of(word))


def _end_of(word: str) -> str:
    """Return the known word that a compound ends with: ``kommunenavn``, ``hovedmail``."""
    ends = ColumnWords.of_any().ends
    return next(filter(word.endswith, ends), "") if word.endswith(ends) else ""


@functools.lru_cache(maxsize=1000)
def _normal(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


@functools.cache
def _known() -> Mapping[str, str]:
    """Return the meaning of each known head."""
    words = ColumnWords.of_any()
    pairs: Iterable[tuple[str, Iterable[str]]] = (
        *((column, english.split(", ")) for column, english in _ENGLISH.items()),
        *((column, getattr(words, column)) for column in _RECIPIENTS),
        *((column, [_normal(column)]) for column in COLUMNS),
    )
    return {head: column for column, heads in pairs for head in heads}
