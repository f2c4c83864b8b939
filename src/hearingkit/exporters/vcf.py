"""Write a mailing list as vCards, which address books and Outlook take in."""

import io
from collections.abc import Iterator
from typing import Final

from hearingkit.exporters import ExportOptions
from hearingkit.lists.columns import MAKER_OF_CARD, cell_of
from hearingkit.lists.table import RecipientRole, RecipientRow, RecipientTable
from hearingkit.patterns import late_pattern

_LONGEST_LINE: Final = 75  # octets
_SIGNS: Final = late_pattern(r"[\\;,]")
_BREAKS: Final = late_pattern(r"[^\S ]+|[\x00-\x1f\x7f-\x9f]+")


def export(table: RecipientTable, options: ExportOptions) -> bytes:  # noqa: ARG001
    """Return a card for each recipient, in version 3.0, the newest that Outlook reads.

    What vCard has no name for stands under names that begin with ``X-``; other programs pass over
    them. Headings are a category.

    Source:
        RFC 2426; RFC 6350 for LANG.
    """
    data = io.BytesIO()
    for row in table.rows:
        data.write("".join(f"{_folded(line)}\r\n" for line in _card(row)).encode())
    return data.getvalue()


def _card(row: RecipientRow) -> Iterator[str]:
    name = _escaped(row.name)
    yield from (
        "BEGIN:VCARD",
        "VERSION:3.0",
        MAKER_OF_CARD,
        f"N:{name};;;;",
        f"FN:{name}",
        f"ORG:{name}",
    )
    yield from (f"EMAIL;TYPE=INTERNET:{_escaped(one)}" for one in row.emails)
    if row.address:
        yield f"ADR;TYPE=WORK:;;{','.join(map(_escaped, row.address))};;;;"
    if row.headings:
        yield f"CATEGORIES:{_escaped(cell_of('heading', row))}"
    copy = row.role.value if row.role is RecipientRole.COPY else ""
    others = {
        "TEL;TYPE=WORK": row.phone,
        "LANG": row.language.value if row.language else "",
        "X-ATTENTION": row.attention,
        "X-ORG-NUMBER": row.org_number,
        "X-ROLE": copy,
        "X-MEMBER-OF": row.member_of,
        "X-THEIR-REFERENCE": row.their_reference,
        "X-EAN": row.ean,
    }
    yield from (f"{key}:{_escaped(text)}" for key, text in others.items() if text)
    yield "END:VCARD"


def _escaped(text: str) -> str:
    """Return a text in which nothing parts lines or values."""
    return _SIGNS.sub(r"\\\g<0>", _BREAKS.sub(" ", text))


def _folded(line: str) -> str:
    """Return a line cut into pieces that mail programs take; no letter is cut in two."""
    if len(line.encode(errors="replace")) <= _LONGEST_LINE:
        return line
    pieces, room = [""], _LONGEST_LINE
    for sign in line:
        size = len(sign.encode(errors="replace"))
        if room < size:
            pieces.append(" ")
            room = _LONGEST_LINE - 1
        pieces[-1] += sign
        room -= size
    return "\r\n".join(pieces)
