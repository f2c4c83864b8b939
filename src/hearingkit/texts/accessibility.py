"""What a reader with a screen reader stumbles over in a text."""

from collections.abc import Iterator
from typing import Final

from hearingkit.documents.blocks import plain
from hearingkit.documents.markup import TARGET
from hearingkit.patterns import late_pattern
from hearingkit.texts.reading import InlineText, Kind, LinkSpan, Reading, Stretch

_CELL: Final = late_pattern(r"(?<!\\)\|")
_SENTENCE_ENDS: Final = (".", "!", ",", ";", "…")
_LONGEST_HEADING: Final = 80
_WORDS: Final = {"text", "text_special"}


def skipped_levels(reading: Reading) -> Iterator[tuple[Stretch, int, int]]:
    """Yield the headings more than one level below the one before, their level and that one's."""
    before = 0
    for one in reading.passages:
        if one.kind is Kind.HEADING and not one.depth:
            if 0 < before < one.level - 1:
                yield reading.line_at(one.start), one.level, before
            before = one.level


def bold_headings(reading: Reading) -> Iterator[Stretch]:
    """Yield the paragraphs that are nothing but a few bold words, with more text below.

    A bold sentence, which ends in a full stop, is text that is stressed.
    """
    for one in reading.passages[:-1]:
        if one.kind is Kind.PARAGRAPH and not one.depth and _is_bold(one):
            yield reading.line_at(one.start)


def _is_bold(passage: InlineText) -> bool:
    said = [one.token for one in passage.tokens if one.token.type != "text" or one.token.content]
    kinds = [token.type for token in said]
    if kinds[:1] + kinds[-1:] != ["strong_open", "strong_close"] or set(kinds[1:-1]) - _WORDS:
        return False
    text = "".join(token.content for token in said)
    return len(text) <= _LONGEST_HEADING and not text.endswith(_SENTENCE_ENDS)


def links(reading: Reading) -> Iterator[tuple[LinkSpan, str]]:
    """Yield the links, and what is printed of each; a picture is none."""
    for link in reading.links:
        if not link.is_image:
            yield link, " ".join(reading.plain[link.start : link.end].split())


def links_to_nowhere(reading: Reading) -> Iterator[LinkSpan]:
    """Yield the links without an address that a letter links to: their text is printed alone.

    What a formula fills in may be an address.
    """
    for link, says in links(reading):
        if says and "{" not in link.href and not TARGET.match(link.href):
            yield link


def headless_tables(reading: Reading) -> Iterator[Stretch]:
    """Yield the first line of each table in which a column has no name.

    The corner may be empty where the cells below it name the rows.
    """
    for placed in reading.tables:
        head = [plain(cell).strip() for cell in placed.table.head]
        if not (all(head[1:]) and any(head)):
            yield placed.rows[0]


def uneven_rows(reading: Reading) -> Iterator[tuple[Stretch, int, int]]:
    """Yield the rows of tables with more or fewer cells than columns; how many cells and columns.

    A row of one cell may head those below it.
    """
    for placed in reading.tables:
        columns = len(placed.table.head)
        for row in placed.rows[1:]:
            cells = _cells(reading.says(row))
            if 1 < cells != columns:
                yield row, cells, columns


def _cells(row: str) -> int:
    inner = row.removeprefix("|")
    whole = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return len(_CELL.findall(whole)) + 1
