"""Write a mailing list as JSON, with every field of the table."""

import json
from dataclasses import fields

from hearingkit.exporters import ExportOptions
from hearingkit.lists.table import RecipientRow, RecipientTable

VERSION = 1
"""Rises when a field goes or changes its meaning, not when one comes."""


def export(table: RecipientTable, options: ExportOptions) -> bytes:  # noqa: ARG001
    """Return a JSON object in UTF-8 with ``version``, ``hearing`` and ``recipients``."""
    names = [field.name for field in fields(RecipientRow)]
    recipients = [{name: getattr(row, name) for name in names} for row in table.rows]
    whole = {"version": VERSION, "hearing": table.hearing, "recipients": recipients}
    return f"{json.dumps(whole, ensure_ascii=False, indent=2)}\n".encode()
