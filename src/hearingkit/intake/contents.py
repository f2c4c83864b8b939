"""What the columns of a list mean by what stands in them, with a head above them or without."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise
from typing import Final

from hearingkit.intake.cells import UNIT, CellWords, is_sentence, language_of, mailboxes, role_of
from hearingkit.intake.columns import (
    DIGITS,
    LONGEST_HEAD,
    NAMES,
    NAMING,
    ColumnWords,
    columns_of_head,
    exact_meaning,
    is_of_others,
    may_be_head,
    meaning_of_head,
    normal,
)
from hearingkit.intake.grid import GridRow
from hearingkit.names.person_names import is_persons_name
from hearingkit.patterns import late_pattern

HOUSE: Final = late_pattern(r"(?=.*[^\W\d_]{3}).*[^\W\d_.]\.?\s\d{1,3}\s?[A-Za-z]?(?:,.*)?")
BOX: Final = late_pattern(r"(?i)(?:post\s?boks|post\s?box|p\.?\s?o\.? box|pb\.? \d|c/o)\b.*")
TOWN: Final = late_pattern(r"(?:(?:N|DK|NO|FO)-)?\d{3,4}\s+[^\W\d_]{2}.*")
_CODE: Final = late_pattern(r"\d{3,4}")
_DATE: Final = late_pattern(r"\d{4}-\d\d-\d\d\b|\d{1,2}[./-]\d{1,2}[./-](?:\d\d|\d{4})\b")
_MOST_LOOKED_AT: Final = 20  # columns
_LONGEST_NAME: Final = 120
_DIGITS_OF_EAN: Final = 13
_OTHERS_A_PHONE: Final = 4
_SAMPLE: Final = 200  # rows
_LATEST_HEAD: Final = 20  # the row of a sheet
_SURE: Final = frozenset({"email", "phone", "org_number"})
_FIGURES: Final = _SURE | {"number"}
_FEWEST_SURE: Final = 2  # columns of mailboxes and numbers
_FEWEST_QUESTIONS: Final = 3
_FEWEST_OF_MOST: Final = 5  # one of so many: a title fills less of a column than names
_CHOSEN: Final = {"role": role_of, "language": language_of}


def heads_of(rows: Sequence[GridRow]) -> Mapping[int, tuple[str, ...]]:
    """Return the meaning of columns by the number of each row that may be their head.

    Where no row says by itself that it is one, the first rows are asked whether a word of theirs
    fits what stands below it.
    """
    found = {row.number: columns_of_head(row) for row in rows}
    if not any(found.values()):
        is_narrow = all(len(row.filled) == 1 for row in rows[:_SAMPLE])
        if rows and is_narrow and not rows[0].looks_like_heading:
            heads = tuple(map(exact_meaning, rows[0].cells))
            return {**found, rows[0].number: heads if "body" in heads else ()}
        wide = [place for place, row in enumerate(rows[:_LATEST_HEAD]) if len(row.filled) > 1]
        for place in wide:
            row, below = rows[place], rows[place + 1 : place + 1 + _SAMPLE]
            meanings = _confirmed(row, below) or (_unlike(row, below) if place == wide[0] else ())
            if meanings:
                return {**found, row.number: meanings}
    return found


def _unlike(row: GridRow, below: Sequence[GridRow]) -> tuple[str, ...]:
    """Return the meaning of columns where a row has texts above mailboxes and numbers.

    So it is with the answers to a form, where questions are the heads.
    """
    if len(row.filled) < _FEWEST_QUESTIONS or not may_be_head(row):
        return ()
    texts = [_texts_of(below, one) for one in range(len(row.cells))]
    kinds = ["number" if _are_numbers(own) else _kind(own) for own in texts]
    fits = [
        one
        for one in row.filled
        if kinds[one] in _FIGURES and _kind_of_cell(row.cells[one]) == "text"
    ]
    if len(fits) < _FEWEST_SURE or "email" not in kinds:
        return ()
    return tuple(
        meaning_of_head(text) or (kind if kind in _SURE else "")
        for text, kind in zip(row.cells, kinds, strict=True)
    )


def _are_numbers(texts: Sequence[str]) -> bool:
    """Return whether cells hold short numbers alone: how many are employed, a number in a list."""
    return len(texts) > 1 and all(text.strip().isdecimal() and len(text) < 5 for text in texts)


def _confirmed(row: GridRow, below: Sequence[GridRow]) -> tuple[str, ...]:
    """Return the meaning of columns where a row names one, and another holds what it says."""
    if len(row.filled) < 2 or not may_be_head(row):
        return ()
    meanings = tuple(map(meaning_of_head, row.cells))
    is_naming = any(exact_meaning(row.cells[one]) in NAMING for one in row.filled)
    fits = any(
        meaning in _SURE and _kind(_texts_of(below, one)) == meaning
        for one, meaning in enumerate(meanings)
    )
    noted = sum(1 for one in row.filled if meanings[one] or is_of_others(row.cells[one]))
    return meanings if fits and (is_naming or noted * 2 >= len(row.filled)) else ()


def _texts_of(rows: Sequence[GridRow], column: int) -> list[str]:
    return [row.cells[column] for row in rows if column in row.filled]


def columns_below(
    head: Sequence[str], rows: Sequence[GridRow], titles: Sequence[str]
) -> tuple[str, ...]:
    """Return the meaning of columns: by their heads, or else by what stands below.

    What stands below may show that a head means something else: a number is no name. A column not
    understood that holds mailboxes is that of mailboxes. Where none has names, the first one not
    understood that holds texts does, seldom twice the same, and is not kept for the office.

    Args:
        head: Their meaning, by their heads.
        rows: The rows below them.
        titles: The heads themselves.
    """
    sample = rows[:_SAMPLE]
    texts = [_texts_of(sample, one) for one in range(len(head))]
    found = [
        "" if _is_refuted(meaning, own) else meaning
        for meaning, own in zip(head, texts, strict=True)
    ]
    unknown = [number for number, meaning in enumerate(found) if not meaning]
    if "email" not in found:
        for column in unknown:
            if sum("@" in text for text in texts[column]) * 2 > len(texts[column]):
                found[column] = "email"
    if not (NAMES | {"given", "family"}) & set(found):
        unnamed = [
            column
            for column in unknown[:_MOST_LOOKED_AT]
            if not found[column] and _kind(texts[column]) == "text"
        ]
        distinct = (
            one
            for one in unnamed
            if not _repeats(texts[one], len(sample)) and not is_of_others(titles[one])
        )
        for column in (*distinct, *unnamed)[:1]:
            found[column] = "name"
    if "heading" not in found:
        first = next((one for one, meaning in enumerate(found) if meaning in NAMES), 0)
        groups = [one for one in range(first) if not found[one] and _are_groups(texts[one])]
        for column in groups[-1:]:
            found[column] = "" if is_of_others(titles[column]) else "heading"
    return tuple(found)


def _are_groups(texts: Sequence[str]) -> bool:
    """Return whether texts stand in groups, each of which has several rows: a county, a trade."""
    sizes = [len([*group]) for _, group in groupby(texts)]
    is_sorted = len(sizes) == len(set(texts)) > 1
    return is_sorted and min(sizes) > 1 and _kind(texts) == "text"


def below_head(upper: Sequence[str], lower: Sequence[str]) -> tuple[str, ...]:
    """Return the meaning of columns with two heads, one below the other: «Kontakt», and «Navn»."""
    return tuple(
        above if not below or (above == "attention" and below in NAMES) else below
        for above, below in zip(upper, lower, strict=True)
    )


def _is_refuted(meaning: str, texts: Sequence[str]) -> bool:
    """Return whether no cell of a column holds what its head says."""
    if not texts:
        return False
    if meaning not in _CHOSEN and len(texts) > 1 and all(map(_is_tick, texts)):
        return True
    if meaning in NAMES:
        return not any(any(map(str.isalpha, text)) for text in texts)
    read = _CHOSEN.get(meaning)
    return read is not None and len(texts) > 1 and all(read(text) is None for text in texts)


def _is_tick(text: str) -> bool:
    """Return whether a cell is a cross or an answer, as «Vej» has them in a table of subjects."""
    words = CellWords.of_any()
    word = text.strip().casefold()
    return word in words.copies or word in words.leads


def columns_by_content(rows: Sequence[GridRow]) -> tuple[str, ...]:
    """Return the meaning of each column of rows without a head.

    The first column of text is the name; if it often repeats itself and another follows, it is the
    group. The next one is the person or unit, if that is what it holds: it may be of remarks too.
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
    most = max((len(columns[number]) for number in texts), default=0)
    texts = [number for number in texts if len(columns[number]) * _FEWEST_OF_MOST >= most]
    for number, meaning in zip(texts, ("name", "attention"), strict=False):
        if meaning == "name" or _are_inside(columns[number]):
            found[number] = meaning
    for code in _postcodes(found, columns):
        if found[code + 1] in {"text", ""} and "name" in found[:code]:
            found[code : code + 2] = ["place", "place"]
    return tuple("" if kind == "text" else kind for kind in found)


def _postcodes(kinds: Sequence[str], columns: Sequence[Sequence[str]]) -> list[int]:
    """Return the columns of postcodes: behind an address, or with a town in capitals beside it."""
    return [
        one
        for one, (texts, beside) in enumerate(pairwise(columns))
        if texts
        and all(map(_CODE.fullmatch, texts))
        and _kind(beside) == "text"
        and ("address" in kinds[:one] or all(map(str.isupper, beside)))
    ]


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
    if kinds["phone"] * _OTHERS_A_PHONE >= kinds["org_number"]:  # one telephone in eleven is valid
        kinds["phone"] += kinds.pop("org_number", 0)
    return max(kinds, key=lambda kind: (kinds[kind], kind == "email"))


def _kind_of_cell(text: str) -> str:
    if "@" in text:
        return "text" if mailboxes(text)[1] else "email"
    text = text[:LONGEST_HEAD]
    has_letters = any(map(str.isalpha, text))
    if not any(map(str.isalnum, text)) or (not has_letters and len(text) < 5) or _DATE.match(text):
        return ""
    if DIGITS.fullmatch(text):
        return _kind_of_number(text)
    if not has_letters:
        return ""
    label, _, number = text.partition(" ")
    if DIGITS.fullmatch(number) and exact_meaning(label) == "phone":  # «Tlf. 22 33 44 55»
        return "phone"
    is_address = HOUSE.fullmatch(text) or BOX.fullmatch(text)
    return "place" if TOWN.fullmatch(text) else "address" if is_address else "text"


def _kind_of_number(text: str) -> str:
    from stdnum import ean
    from stdnum.dk import cvr
    from stdnum.no import orgnr

    if cvr.is_valid(text) or orgnr.is_valid(text):
        return "org_number"
    is_ean = sum(map(str.isdecimal, text)) == _DIGITS_OF_EAN and ean.is_valid(text)
    return "ean" if is_ean else "phone"


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
    is_labelled = normal(first) in ColumnWords.of_any().attention or first.casefold() == "v/"
    return is_labelled or is_persons_name(text)


def _are_inside(texts: Sequence[str]) -> bool:
    """Return whether most of the texts name persons, or units of a body."""
    unit = CellWords.pattern(UNIT)
    inside = sum(1 for text in texts if _is_of_a_person(text) or unit.search(text))
    return inside * 2 > len(texts)


def _repeats(texts: Sequence[str], rows: int) -> bool:
    return len(texts) > 3 and len(set(texts)) * 2 <= max(len(texts), rows // 2)
