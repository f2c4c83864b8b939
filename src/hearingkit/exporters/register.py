"""Write a mailing list as a register: each recipient a party, and a list that names them by id."""

from collections.abc import Mapping
from typing import Any, Final

from hearingkit.exporters import ExportOptions, yaml
from hearingkit.lists.ids import id_near, ids_near
from hearingkit.lists.table import RecipientRow, RecipientTable

_OF_A_HEARING: Final = ("their_reference", "copy")
"""What an entry of a list says, and no register."""


def export(table: RecipientTable, options: ExportOptions) -> bytes:  # noqa: ARG001
    """Return a file of data with parties, and with a list of the same recipients.

    The heading right above a party is its group. The members of a collective stay on the list, as
    it is no body itself.
    """
    own = [row for row in table.rows if not row.member_of]
    ids = dict(zip(map(id, own), ids_near(row.name for row in own), strict=True))
    parties = {ids[id(row)]: yaml.on_one_line(_party(row)) for row in own}
    entries = yaml.entries(table.rows, lambda row: _reference(row, ids[id(row)]))
    return yaml.file_of({"parties": parties, "recipient_lists": {table.hearing: entries}})


def _party(row: RecipientRow) -> Mapping[str, Any]:
    groups = [id_near(row.headings[-1], "group")] if row.headings else []
    fields = yaml.fields_of(row)
    own = {key: value for key, value in fields.items() if key not in _OF_A_HEARING}
    more = {
        "ean": row.ean,
        "digital_post": row.digital_post,
        "eformidling": row.eformidling,
        "groups": groups,
    }
    return own | {key: value for key, value in more.items() if value}


def _reference(row: RecipientRow, id_: str) -> object:
    fields = yaml.fields_of(row)
    own = {key: fields[key] for key in _OF_A_HEARING if key in fields}
    return yaml.on_one_line({"party": id_, **own})
