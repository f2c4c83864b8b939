"""Write a mailing list as a register: each recipient a party, and a list that names them by id."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from hearingkit.exporters import ExportOptions, yaml
from hearingkit.lists.ids import id_near, ids_near
from hearingkit.lists.table import RecipientRole, RecipientRow, RecipientTable

_OF_A_HEARING: Final = ("their_reference", "copy")
"""What an entry of a list says, and no register."""


def export(table: RecipientTable, options: ExportOptions) -> bytes:  # noqa: ARG001
    """Return a file of data with parties, and with a list of the same recipients.

    The heading right above a party is one of its groups. The members of a collective
    stay on the list, as it is no body itself.
    """
    parties = Parties(table.rows)
    entries = yaml.entries(table.rows, parties.entry)
    return yaml.file_of({"parties": parties.described, "recipient_lists": {table.hearing: entries}})


class Parties:
    """Recipients as parties of a register, where each body stands once.

    Args:
        rows: The recipients; those who are members of a collective are passed over.
        taken: Ids that are others' already.

    Attributes:
        described: What is known of each party, by its id.
    """

    def __init__(self, rows: Iterable[RecipientRow], taken: Iterable[str] = ()) -> None:
        found: dict[RecipientRow, dict[str, None]] = {}
        for row in rows:
            if not row.member_of:
                groups = found.setdefault(_body(row), {})
                groups |= dict.fromkeys(row.groups)
                groups |= {id_near(one, "group"): None for one in row.headings[-1:]}
        ids = ids_near((body.name for body in found), taken)
        self._ids = dict(zip(found, ids, strict=True))
        self.described = {
            id_: yaml.on_one_line(_party(body, [*found[body]])) for body, id_ in self._ids.items()
        }

    def entry(self, row: RecipientRow) -> object:
        """Return the entry of a list that names the party that a recipient is."""
        return reference(row, self._ids[_body(row)])


def _body(row: RecipientRow) -> RecipientRow:
    """Return a recipient as it is on any list."""
    return replace(row, headings=(), role=RecipientRole.TO, their_reference="")


def _party(row: RecipientRow, groups: Sequence[str]) -> Mapping[str, Any]:
    own = yaml.fields_of(row)
    more: Mapping[str, Any] = {
        "ean": row.ean,
        "former_names": list(row.former_names),
        "digital_post": row.digital_post,
        "eformidling": row.eformidling,
        "groups": groups,
    }
    return {**own, **{key: value for key, value in more.items() if value}}


def reference(row: RecipientRow, id_: str, said: Mapping[str, str] | None = None) -> object:
    """Return the entry of a list that names a recipient by its id in the register.

    Args:
        row: The recipient.
        id_: Its id.
        said: What the list says of it besides, by the keys of the data; None for nothing.
    """
    fields = yaml.fields_of(row)
    own = {key: fields[key] for key in _OF_A_HEARING if key in fields}
    return yaml.on_one_line({"party": id_, **(said or {}), **own})
