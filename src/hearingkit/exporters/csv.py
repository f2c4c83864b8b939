"""Write a mailing list as csv that a Danish or Norwegian spreadsheet program opens directly."""

import codecs
import csv
import io
import unicodedata
from collections.abc import Iterable

from hearingkit.exporters import ExportOptions
from hearingkit.lists.columns import cells_of
from hearingkit.lists.table import RecipientTable
from hearingkit.patterns import late_pattern

_TOGETHER = 1_000  # rows that are written at once: their cells take more than the file
_FORMULA_SIGNS = "=+-@\u2212"
# The space is what makes it text: a spreadsheet would subtract in "+45-12-34".
_PHONE = late_pattern(r"\+[0-9]++(?: [0-9().-]++)*+")
_PHONES = late_pattern(rf"(?:(?:{_PHONE.pattern})?+\n)*+")


def export(table: RecipientTable, options: ExportOptions) -> bytes:
    """Return UTF-8 with a byte order mark, without which Excel reads æøå as Latin-1.

    An apostrophe is put before a cell that a spreadsheet would run as a formula; a line break
    inside a cell becomes a space.

    Source:
        RFC 4180 (CRLF, quotation marks); OWASP, CSV Injection.
    """
    data, lines = io.BytesIO(), _Lines()
    data.write(codecs.BOM_UTF8)
    writer = csv.writer(lines, delimiter=options.delimiter, lineterminator="\r\n")
    writer.writerow(options.columns)
    for start in range(0, max(len(table.rows), 1), _TOGETHER):
        rows = table.rows[start : start + _TOGETHER]
        columns = (_as_texts(cells_of(column, rows)) for column in options.columns)
        writer.writerows(zip(*columns, strict=True))
        data.write("".join(lines).encode())
        lines.clear()
    return data.getvalue()


class _Lines(list[str]):
    """What a csv.writer writes: a list takes it sooner than ``io.StringIO``."""

    write = list.append


def _as_texts(cells: list[str]) -> Iterable[str]:
    """Return the cells of a column as texts; most columns are so as they are."""
    if not any(cells):
        return cells
    whole = "".join(cells)
    if "\t" in whole or whole.splitlines() != [whole]:
        return map(as_text, cells)
    if all(map(str.isalnum, {cell[0] for cell in cells if cell})):
        return cells
    return cells if _PHONES.fullmatch("\n".join((*cells, ""))) else map(as_text, cells)


def as_text(cell: str) -> str:
    """Return a cell as one line that no spreadsheet runs as a formula."""
    if not cell or (cell[0].isalnum() and cell.isprintable()):
        return cell
    line = " ".join(cell.splitlines()).replace("\t", " ")
    return f"'{line}" if _is_formula(line) else line


def _is_formula(line: str) -> bool:
    """Return whether the first visible character starts a formula; also its full-width forms."""
    if _PHONE.fullmatch(line):
        return False
    shown = (sign for sign in line if unicodedata.category(sign)[0] not in "CZ")
    return unicodedata.normalize("NFKC", next(shown, " "))[0] in _FORMULA_SIGNS
