"""Mailing lists as lines to paste into the Bcc field of a mail program, one mail a line."""

import re
from collections.abc import Iterator

from hearingkit.exporters import ExportOptions
from hearingkit.lists.table import RecipientTable

_UNSAFE = re.compile(r"""[\x00-\x1f\x7f-\x9f\s;,:<>()\[\]"\\]""")


def export(table: RecipientTable, options: ExportOptions) -> bytes:
    """Return lines of at most ``options.batch`` addresses; empty where nobody has one.

    An address comes once, as it was first written, recipients and copies alike. Validation has
    refused what is no address; should one with a line break, a space or a separator come here
    all the same, it is left out, because it would become a header or a second address.
    """
    addresses = list(_addresses(table))
    starts = range(0, len(addresses), options.batch)
    lines = ["; ".join(addresses[start : start + options.batch]) for start in starts]
    return "".join(f"{line}\n" for line in lines).encode()


def _addresses(table: RecipientTable) -> Iterator[str]:
    """Yield each address once; in practice, case matters on neither side of the @."""
    seen: set[str] = set()
    for address in (address for row in table.rows for address in row.emails):
        if address.casefold() in seen or not address or _UNSAFE.search(address):
            continue
        seen.add(address.casefold())
        yield address
