"""Write a mailing list as lines for the Bcc field of a mail program, one line per mail."""

from collections.abc import Iterator
from typing import Final

from hearingkit.exporters import ExportOptions
from hearingkit.lists.table import RecipientTable
from hearingkit.patterns import late_pattern

NEEDED: Final = "e-mail address"

_UNSAFE = late_pattern(r"""[\x00-\x1f\x7f-\x9f\s;,:<>()\[\]"\\]""")


def export(table: RecipientTable, options: ExportOptions) -> bytes:
    """Return lines of at most ``options.batch`` addresses; empty if there are no addresses.

    Each address of a recipient or a copy is listed once, in its first spelling. Validation refuses
    bad addresses; if one with a line break, a space or a separator still gets here, it is left out,
    because it would become a header or a second address.
    """
    addresses = list(_addresses(table))
    starts = range(0, len(addresses), options.batch)
    lines = ["; ".join(addresses[start : start + options.batch]) for start in starts]
    return "".join(f"{line}\n" for line in lines).encode()


def left_out(table: RecipientTable) -> tuple[str, ...]:
    """Return the names of those who have no address in the lines, in the order of the table."""
    return tuple(row.name for row in table.rows if not any(map(_is_safe, row.emails)))


def _is_safe(address: str) -> bool:
    return bool(address) and not _UNSAFE.search(address)


def _addresses(table: RecipientTable) -> Iterator[str]:
    """Yield each address once; upper and lower case are treated as equal."""
    seen: set[str] = set()
    for address in (address for row in table.rows for address in row.emails):
        if address.casefold() in seen or not _is_safe(address):
            continue
        seen.add(address.casefold())
        yield address
