"""Write mailing lists in a format: a recipient table in, bytes out.

Each format is a module with the format's name and a function ``export``.
"""

import enum
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from hearingkit.lists.table import RecipientTable

DELIMITERS = (";", ",", "\t")


class ExportFormat(enum.StrEnum):
    """The formats; the value is the file extension."""

    CSV = "csv"
    JSON = "json"
    TXT = "txt"


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """The options of the formats; each format ignores the others' options.

    Attributes:
        delimiter: The separator of cells in a csv; one of ``DELIMITERS``.
        batch: Highest number of addresses in a line of a txt; mail servers refuse long lists.

    Raises:
        ValueError: If the delimiter is not in ``DELIMITERS``, or the batch is less than 1.
    """

    delimiter: str = ";"
    batch: int = 50

    def __post_init__(self) -> None:
        """Refuse values that no format can use."""
        if self.delimiter not in DELIMITERS:
            raise ValueError(f"the delimiter {self.delimiter!r} is no semicolon, comma or tab")
        if self.batch < 1:
            raise ValueError(f"a batch of {self.batch} addresses is less than one")


Exporter = Callable[[RecipientTable, ExportOptions], bytes]


def exporter_for(format_: ExportFormat) -> Exporter:
    """Return the function ``export`` of a format; its module is imported here."""
    module = import_module(f"{__name__}.{format_.value}")
    export: Exporter = module.export
    return export
