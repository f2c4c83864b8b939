"""Read a mailing list that hearingkit wrote as JSON."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from hearingkit.intake.grid import Grid, GridRow, NoList, bounded
from hearingkit.lists.columns import BETWEEN_HEADINGS, COLUMNS


def read(data: bytes) -> tuple[Grid, ...]:
    """Return a row for each recipient.

    Raises:
        NoList: If it is no such list.
    """
    whole = json.loads(data)
    recipients = whole.get("recipients") if isinstance(whole, dict) else None
    if not isinstance(recipients, list):
        raise NoList('it is no list of hearingkit, which has "recipients"')
    rows = (GridRow(number, tuple(_cells(one))) for number, one in enumerate(recipients, start=1))
    return (Grid(tuple(bounded(rows)), unit="recipient", columns=COLUMNS, is_own=True),)


def _cells(recipient: Any) -> Iterator[str]:  # noqa: ANN401 (whatever the file holds)
    """Yield the text of each column; fields of several lines are joined as in a sheet."""
    fields = recipient if isinstance(recipient, Mapping) else {"name": recipient}
    several = {
        "heading": _joined(fields.get("headings"), BETWEEN_HEADINGS),
        "email": _joined(fields.get("emails"), "; "),
        "address": _joined(fields.get("address"), "\n"),
    }
    for column in COLUMNS:
        yield str(several.get(column, fields.get(column)) or "")


def _joined(given: Any, sign: str) -> str:  # noqa: ANN401 (whatever the file holds)
    return sign.join(map(str, given)) if isinstance(given, list) else str(given or "")
