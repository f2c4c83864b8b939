"""Read a text: csv of any separator and encoding, a list of names, addresses from a mail."""

import csv
import io
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from hearingkit.intake.cells import group_in, is_total, parted_from_mail_to, says_mail_copy
from hearingkit.intake.columns import columns_of_head
from hearingkit.intake.contents import has_names_alone
from hearingkit.intake.details import kind_of_line
from hearingkit.intake.encodings import decoded
from hearingkit.intake.grid import LONGEST_ROW, Grid, GridRow, NoList, bounded, fitting
from hearingkit.intake.running_text import (
    NamesInText,
    are_as_wide,
    names_in,
    start_of_names,
    unwrapped,
)
from hearingkit.patterns import late_pattern
from hearingkit.quoting import shortened
from hearingkit.shared_texts import SharedTexts

_SEPARATORS: Final = "\t|;,"  # the strongest first: a comma stands in cells that a semicolon parts
_PERSON: Final = late_pattern(r"[^<>]*<[^<>@\s]+@[^<>@\s]+>|[^@\s]+@[^@\s]+")  # A <a@b>, or a@b
_SEP_LINE: Final = late_pattern(r"sep=(.)\r?\n", re.IGNORECASE)  # for Excel
_ENDED: Final = late_pattern(r"@[^\s;,>]*[\s;,>]|;")  # behind an address
_FOLDED: Final = late_pattern(r"\n[ \t<]")
_SAMPLE: Final = 200  # lines
_SAMPLE_SIGNS: Final = 100_000
_BULLET: Final = late_pattern(  # no name has one, but «1. mai-komiteen»
    r"\A\s*(?:[•·▪◦‣–—-]\s+|\*\s+(?![=:)])|\(?\d{1,3}[.)]\s+(?![a-zæøå]))"
)
_SURE: Final = frozenset({"email", "phone", "town"})  # «Radio 100» may be a name, or a street
_UNDERLINED: Final = late_pattern(r"(?m)^([^\W_][^\n\r]{0,100})\r?\n(?:={3,}|-{3,})[ \t]*$")
_MARKED: Final = late_pattern(r"(?:\s{0,3}#{1,6}|h[1-6]\.)\s+(?=\S)")
_WIKI_HEAD: Final = late_pattern(r"(?m)^\|\|.*\|\|[ \t\r]*$")
_NAME: Final = late_pattern(r"(?=[A-ZÆØÅÄÖ0-9])(?=.*[^\W\d_]).{2,100}")  # as bodies are called
_RULE: Final = late_pattern(r"\s*:?-*:?\s*")
_BETWEEN_DETAILS: Final = late_pattern(r"[;|]|,\s")
_FEWEST_DETAILS: Final = 2  # beside the name; one alone is read as it stands
_MOST_DETAILS: Final = 8
_AND: Final = late_pattern(r"(?<=[)>])\s+(?:og|samt)\s+(?=[^\W\d_])")
_BOLD: Final = late_pattern(r"\*\*.+\*\*")
_QUOTED: Final = late_pattern(r'="([^"]*)"')  # ="0047…", by which a csv keeps zeros
_QUOTES: Final = ("=", "'")
_FORMULA: Final = late_pattern(r"\A'(?=\s*[=+\-@−＝＋－＠])")


def read(data: bytes) -> tuple[Grid, ...]:
    """Return the rows of a csv, or the lines of a text; several addresses in a line are several.

    Raises:
        NoList: If it is no text.
    """
    text = decoded(data)
    marked = _SEP_LINE.match(text)
    body = _WIKI_HEAD.sub(_of_wiki, text[marked.end() :] if marked else text)
    separator = marked[1] if marked else _separator(body)
    first = 2 if marked else 1
    rows = _cells(body, separator, first) if separator else _lines(body, first)
    return (Grid(tuple(bounded(rows))),)


def _of_wiki(head: re.Match[str]) -> str:
    """Return the head of a table of a wiki as one of Markdown."""
    return head[0].replace("||", "|")


def _separator(text: str) -> str:
    """Return the sign that parts most lines into as many cells each; empty if none does.

    csv.Sniffer guesses letters in lists of names, and fails at one column.
    """
    lines = text[:_SAMPLE_SIGNS].splitlines(keepends=True)[:_SAMPLE]
    found: dict[str, int] = {}
    for sign in _SEPARATORS:
        rows = csv.reader(lines, delimiter=sign)
        widths = Counter(_width(row) for row in rows if any(map(str.strip, row)))
        width, times = widths.most_common(1)[0] if widths else (1, 0)
        if width > 1 and times * 2 > sum(widths.values()):
            found[sign] = times * width
    if sign := _sign_of_head(lines):
        return max(found, key=lambda one: found[one], default=sign)
    best = max(found, key=lambda sign: found[sign], default="")
    is_of_lines = _is_of_addresses(lines) or _is_of_groups(lines) or _has_running(lines)
    return "" if is_of_lines else best


def _width(row: list[str]) -> int:
    """Return how many cells a row has; one if all are empty but the first, as in ``a@b;``."""
    return len(row) if any(cell.strip() for cell in row[1:]) else 1


def _sign_of_head(lines: list[str]) -> str:
    """Return the sign that parts the first line into heads of columns; empty if none does."""
    first = next((line for line in lines if not line.isspace()), "").strip()
    parted = ((sign, first.split(sign)) for sign in ";,")
    heads = (sign for sign, cells in parted if len(cells) > 1 and _is_head(cells))
    return next(heads, "")


def _is_head(cells: Sequence[str]) -> bool:
    return bool(columns_of_head(GridRow(1, tuple(cells))))


def _is_of_groups(lines: list[str]) -> bool:
    """Return whether all lines with separators are groups of names, ``Kommuner: A, B``.

    Where no line has a heading and all have as many names, these are the rows of a csv.
    """
    parted = [line for line in lines if any(sign in line for sign in ",;")]
    said = [names_in(line) for line in parted if not group_in(line)[0]]
    are_alone = len(said) == len(parted) > 1
    if are_alone and not any(one and (one.heading or one.introduction) for one in said):
        return not are_as_wide(parted) and all(said)
    return bool(parted) and all(said)


def _has_running(lines: list[str]) -> bool:
    """Return whether names are parted in running text."""
    return any(map(_running, _paragraphs(enumerate(lines))))


def _is_of_addresses(lines: list[str]) -> bool:
    """Return whether a text is of addresses as a mail program parts them, and no csv."""
    return all(len(_people(line)) > 1 for line in lines if "@" in line) and "@" in "".join(lines)


def _cells(text: str, separator: str, first: int) -> Iterator[GridRow]:
    csv.field_size_limit(LONGEST_ROW)
    lines = map(fitting, io.StringIO(text, newline=""))
    reader = csv.reader(lines, delimiter=separator)
    number, texts = first, SharedTexts()
    may_be_quoted = any(sign in text for sign in _QUOTES)
    try:
        for cells in reader:
            is_rule = separator == "|" and all(map(_RULE.fullmatch, cells))  # of a Markdown table
            if any(cell.strip() for cell in cells) and not is_rule:
                own = map(_unquoted, cells) if may_be_quoted else cells
                row = GridRow(number, tuple(map(texts.one_of, own)))
                yield _without_stars(row) if separator == "|" else row
            number = first + reader.line_num
    except csv.Error as error:
        raise NoList(f"its cells can't be separated in line {number}: {error}") from None


def _without_stars(row: GridRow) -> GridRow:
    """Return a row of a Markdown table without the signs of bold letters."""
    cells = [cell.strip() for cell in row.cells]
    is_bold = any(cells) and all(map(_BOLD.fullmatch, filter(None, cells)))
    bare = (cell.replace("**", "") for cell in cells)
    return replace(row, cells=tuple(bare), looks_like_heading=is_bold)


def _unquoted(cell: str) -> str:
    """Return a cell without the signs by which a program keeps it from being a formula."""
    if not cell.startswith(_QUOTES):
        return cell
    quoted = _QUOTED.fullmatch(cell)
    return quoted[1] if quoted else _FORMULA.sub("", cell)


def _lines(text: str, first: int) -> Iterator[GridRow]:
    marked = _UNDERLINED.sub(r"## \1\n", text)
    lines: Iterable[tuple[int, str]] = enumerate(io.StringIO(marked, newline=None), start=first)
    if _FOLDED.search(text):
        lines = _unfolded(lines)
    has_details = _has_details(text[:_SAMPLE_SIGNS].splitlines()[:_SAMPLE])
    for paragraph in _paragraphs(lines):
        if running := _running(paragraph):
            yield from running
        elif has_details:
            yield from _with_details(paragraph)
        else:
            for number, line in paragraph:
                yield from rows_of(line, number)


def _paragraphs(lines: Iterable[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """Yield the lines that follow each other without an empty one between them."""
    for is_empty, found in itertools.groupby(lines, lambda line: line[1].isspace()):
        if not is_empty:
            yield [*found]


def _running(paragraph: Sequence[tuple[int, str]]) -> list[GridRow]:
    """Return the rows of a paragraph in which commas part names over several lines."""
    if not any("," in line or ";" in line for _, line in paragraph):
        return []
    within = [one for one in paragraph if not is_total(one[1:])]
    lines = [line for _, line in within]
    start = start_of_names(lines)
    if start is None:
        return []
    titles = [GridRow(number, (line.strip(),), is_said=True) for number, line in within[:start]]
    names = rows_of(unwrapped(lines[start:]), within[start][0])
    pages = (one for one in paragraph if is_total(one[1:]))
    return [*titles, *names, *(GridRow(number, (line.strip(),)) for number, line in pages)]


def _with_details(paragraph: Iterable[tuple[int, str]]) -> Iterator[GridRow]:
    for number, record in _records(paragraph):
        if len(record) > 1:
            yield GridRow(number, ("\n".join((_BULLET.sub("", record[0]), *record[1:])),))
        else:
            yield from rows_of(record[0], number)


def _unfolded(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield lines; one that goes on in the next, as those of a mail do, with that."""
    start, pieces, is_mail = 0, list[str](), False
    for number, line in lines:
        is_folded = is_mail and line[:1] in {" ", "\t"} and not line.isspace()
        if is_folded or (pieces and _goes_on(pieces[-1], line)):
            pieces.append(line)
            continue
        if pieces:
            yield start, " ".join(map(str.strip, pieces)) if pieces[1:] else pieces[0]
        start, pieces, is_mail = number, [line], bool(parted_from_mail_to(line)[0])
    if pieces:
        yield start, " ".join(map(str.strip, pieces)) if pieces[1:] else pieces[0]


def _goes_on(line: str, next_: str) -> bool:
    """Return whether a line ends with a name, and the next one begins with its address."""
    if next_.lstrip()[:1] != "<" or "@" not in next_:
        return False
    return any(map(str.isalpha, _ENDED.split(line)[-1]))


def _has_details(lines: list[str]) -> bool:
    """Return whether most names of a text have lines below that tell of them: ``Tlf. 22 33 …``."""
    records = [record for _, record in _records(enumerate(lines, start=1))]
    parted = [
        any(kind_of_line(line)[0] in _SURE for line in record[1:])
        for record in records
        if not record[0].strip().endswith(":")
    ]
    return any(parted) and sum(parted) * 3 >= len(parted) * 2


def _records(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, list[str]]]:
    """Yield names with the lines below each that tell of it, by the number of the first line."""
    start, record, has_gap = 0, list[str](), True
    for number, line in lines:
        text = fitting(line).strip()
        may_join = record and not has_gap and record[-1][-1:] != ":" and "@" not in record[0]
        joins = may_join and bool(kind_of_line(text)[0])
        if record and not joins and text:
            yield start, record
            record = []
        if text:
            start, record = (start, [*record, text]) if record else (number, [text])
        has_gap = not text
    if record:
        yield start, record


def rows_of(text: str, number: int, *, looks_like_heading: bool = False) -> Iterator[GridRow]:
    """Yield a row for each name or address in a text, without signs of a list before them.

    Args:
        text: Of one or more lines.
        number: Of the row.
        looks_like_heading: Whether it is set off from other texts.
    """
    for line in text.splitlines():
        marked = _MARKED.match(line)  # as Markdown marks headings
        if marked:
            yield GridRow(
                number, (line[marked.end() :].strip(" #") or "–",), looks_like_heading=True
            )
            continue
        bare = _BULLET.sub("", fitting(line)).replace("**", "")
        if said := names_in(bare):
            yield from _rows_of_names(said, number)
            continue
        if record := _record_in(bare):
            yield GridRow(number, (record,), looks_like_heading)
            continue
        label, whole = parted_from_mail_to(bare)
        heading, people = _grouped(whole)
        heading = heading or (label if says_mail_copy(label) else "")
        for cells in _between_tabs(people[0]) if len(people) == 1 else zip(people):
            own = [one.strip(" \t,;") for one in cells]
            if any(own):
                yield GridRow(number, tuple(own), looks_like_heading, heading)


def _rows_of_names(said: NamesInText, number: int) -> Iterator[GridRow]:
    if said.introduction:
        yield GridRow(number, (f"{said.introduction}:",), is_said=True)
    *names, last = said.names
    yield from (GridRow(number, (one,), heading=said.heading) for one in names)
    reports = (f'"{shortened(said.parted)}" is read as two names',) if said.parted else ()
    yield GridRow(number, (last,), heading=said.heading, reports=reports)


def _record_in(line: str) -> str:
    """Return a name and what signs part from it, a line each; empty where it isn't only that.

    So «KL; kl@kl.example; 33 70 33 70» is a name, a mailbox and a telephone.
    """
    signs = sum(map(line.count, ";|,"))
    if "@" not in line or not _FEWEST_DETAILS <= signs <= _MOST_DETAILS:
        return ""
    pieces = [one.strip() for one in _BETWEEN_DETAILS.split(line) if one.strip()]
    kinds = [kind_of_line(one)[0] for one in pieces]
    is_record = len(kinds) > _FEWEST_DETAILS and not kinds[0] and all(kinds[1:])
    return "\n".join(pieces) if is_record and "@" not in pieces[0] else ""


def _between_tabs(line: str) -> list[tuple[str, ...]]:
    """Return the cells of a line that tabs part: a row for each name, else those of one row."""
    pieces = [one.strip() for one in line.split("\t") if one.strip(" \t,;")]
    are_names = "@" not in line and len(pieces) > 1 and has_names_alone([pieces])
    return [*zip(pieces)] if are_names and all(map(_NAME.fullmatch, pieces)) else [tuple(pieces)]


def _grouped(line: str) -> tuple[str, list[str]]:
    """Return the heading that a line gives to people, and these: ``Kommuner: A <a@x.example>``."""
    heading, rest = group_in(line)
    is_name = heading and "@" not in rest and any(sign in rest for sign in ",;")
    return ("", [line]) if is_name else (heading, _people(rest))


def _people(line: str) -> list[str]:
    """Return the names with addresses of a line as mail programs write them: ``A <a@b>; …``."""
    sign, pieces = _pieces(line)
    if len(pieces) == 1:
        pieces = _AND.split(line)
    with_address = sum("@" in one for one in pieces)
    may_lack_one = sign == ";" and "<" in pieces[0] and with_address > 1
    if len(pieces) > 1 and (with_address == len(pieces) or may_lack_one):
        return [person for one in pieces for person in _AND.split(one)]
    pieces = re.split(r"(?<=>)[\s,;]+", line.strip(" ,;\r\n"))  # a name may hold a comma
    if all(_PERSON.fullmatch(one) for one in pieces):
        return pieces
    return [line]


def _pieces(line: str) -> tuple[str, list[str]]:
    """Return the strongest separator in a line, and what it parts; it parts nothing in quotes."""
    for sign in _SEPARATORS:
        pieces = [
            one for one in re.findall(rf'(?:"[^"]*"|\([^()]*\)|[^{sign}])+', line) if one.strip()
        ]
        if len(pieces) > 1:
            return sign, pieces
    return "", [line]
