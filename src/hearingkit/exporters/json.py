"""Write a mailing list as JSON, with every field of the table."""

import dataclasses
import io
import json
from collections.abc import Mapping

from hearingkit.exporters import ExportOptions
from hearingkit.lists.table import RecipientRow, RecipientTable

VERSION = 1
"""Rises when a field goes or changes its meaning, not when one comes."""


def export(table: RecipientTable, options: ExportOptions) -> bytes:  # noqa: ARG001
    """Return a JSON object in UTF-8 with ``version``, ``hearing`` and ``recipients``."""
    whole = {"version": VERSION, "hearing": table.hearing, "recipients": table.rows}
    data = io.BytesIO()  # "json.dumps" holds what it has made in pieces of few letters
    text = io.TextIOWrapper(data, "utf-8", newline="\n")
    json.dump(whole, text, ensure_ascii=False, indent=2, default=_fields)
    text.write("\n")
    text.flush()
    return data.getvalue()


def _fields(row: RecipientRow) -> Mapping[str, object]:
    own = (field.name for field in dataclasses.fields(row) if field.compare)  # not the register's
    return {name: getattr(row, name) for name in own}
