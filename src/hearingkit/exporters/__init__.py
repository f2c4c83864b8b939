"""Mailing lists in a format: a recipient table in, bytes out, for a spreadsheet or a mail program.

A format is a module of its name, with an ``export``.
"""

import enum
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from hearingkit.lists.table import RecipientTable

DELIMITERS = (";", ",", "\t")


class ExportFormat(enum.StrEnum):
    """The formats, by file extension."""

    CSV = "csv"
    JSON = "json"
    TXT = "txt"


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What a user may choose; a format leaves aside what does not concern it.

    Attributes:
        delimiter: Between the cells of a csv; one of ``DELIMITERS``.
        batch: The most addresses in one line of a txt; mail servers refuse long lists.

    Raises:
        ValueError: If the delimiter is another one, or the batch is less than 1.
    """

    delimiter: str = ";"
    batch: int = 50

    def __post_init__(self) -> None:
        """Refuse what no format can follow."""
        if self.delimiter not in DELIMITERS:
            raise ValueError(f"the delimiter {self.delimiter!r} is no semicolon, comma or tab")
        if self.batch < 1:
            raise ValueError(f"a batch of {self.batch} addresses is less than one")


Exporter = Callable[[RecipientTable, ExportOptions], bytes]


def exporter_for(format_: ExportFormat) -> Exporter:
    """Return the format's ``export``; its module is imported when asked for."""
    module = import_module(f"{__name__}.{format_.value}")
    export: Exporter = module.export
    return export
