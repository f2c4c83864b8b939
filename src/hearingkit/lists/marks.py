"""What a recipient is known by, whatever list it stands on."""

import re
from collections.abc import Mapping

from hearingkit.lists.table import RecipientRow
from hearingkit.names.plain_names import plain_name


def marks_of(row: RecipientRow) -> Mapping[str, str]:
    """Return what a recipient is known by, surest first, and how it is shown.

    A mark begins with the word ``number``, ``mailbox`` or ``name``.
    """
    number = re.sub(r"\D", "", row.org_number)
    return {
        **({f"number {number}": row.org_number} if number else {}),
        **{f"mailbox {one.casefold()}": one for one in row.emails},
        f"name {plain_name(row.name)}": row.name,
    }
