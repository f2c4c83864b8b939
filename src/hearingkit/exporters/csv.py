"""Write a mailing list as csv that a Danish or Norwegian spreadsheet program opens directly."""

import csv
import io
import re
import unicodedata

from hearingkit.exporters import ExportOptions
from hearingkit.lists.table import RecipientRow, RecipientTable

COLUMNS = (
    "heading",
    "name",
    "attention",
    "email",
    "phone",
    "address",
    "org_number",
    "language",
    "role",
    "member_of",
)

_FORMULA_SIGNS = "=+-@\u2212"
# The space is what makes it text: a spreadsheet would subtract in "+45-12-34".
_PHONE = re.compile(r"\+[0-9]+(?: [0-9().-]+)*")


def export(table: RecipientTable, options: ExportOptions) -> bytes:
    """Return UTF-8 with a byte order mark, without which Excel reads æøå as Latin-1.

    An apostrophe is put before a cell that a spreadsheet would run as a formula; a line break
    inside a cell becomes a space.

    Source:
        RFC 4180 (CRLF, quotation marks); OWASP, CSV Injection.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=options.delimiter, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([_as_text(cell) for cell in _cells(row)] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def _cells(row: RecipientRow) -> tuple[str, ...]:
    """Return the cells of a row in the order of ``COLUMNS``."""
    return (
        " / ".join(row.headings),
        row.name,
        row.attention,
        ", ".join(row.emails),
        row.phone,
        ", ".join(row.address),
        row.org_number,
        row.language.value,
        row.role.value,
        row.member_of,
    )


def _as_text(cell: str) -> str:
    """Return a cell as one line that no spreadsheet runs as a formula."""
    line = " ".join(cell.splitlines()).replace("\t", " ")
    return f"'{line}" if _is_formula(line) else line


def _is_formula(line: str) -> bool:
    """Return whether the first visible character starts a formula; also its full-width forms."""
    shown = (sign for sign in line if unicodedata.category(sign)[0] not in "CZ")
    first = unicodedata.normalize("NFKC", next(shown, " "))
    return first[0] in _FORMULA_SIGNS and not _PHONE.fullmatch(line)
