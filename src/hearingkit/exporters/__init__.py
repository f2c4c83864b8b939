"""Write mailing lists in a format: a recipient table in, bytes out.

Each format is a module with the format's name and a function ``export``.
"""

import enum
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Final

from hearingkit.frozen import frozen
from hearingkit.lists.columns import COLUMNS
from hearingkit.lists.table import RecipientTable

DELIMITERS = (";", ",", "\t")
BATCH: Final = 50
"""How many addresses a Bcc line has at most, where nothing else is said."""
_ENDINGS: Final[Mapping[str, str]] = {
    "merge": "csv",
    "eformidling": "csv",
    "digitalpost": "csv",
    "register": "yaml",
}
"""Of files whose format is not called as they end."""
ALSO: Final[Mapping[str, str]] = {"yml": "yaml"}
"""Other endings, by which a file may end instead."""


class ExportFormat(enum.StrEnum):
    """The formats; a module has the name of each.

    Attributes:
        MERGE: A csv for letters and mails from Word, with a row for each address.
        EFORMIDLING: A csv of addresses in eFormidling.
        DIGITALPOST: A csv of CVR numbers.
        YAML: A recipient list, as it stands in hearing data.
        REGISTER: A register, and a list that names its parties.
    """

    CSV = "csv"
    XLSX = "xlsx"
    ODS = "ods"
    JSON = "json"
    VCF = "vcf"
    TXT = "txt"
    MERGE = "merge"
    EFORMIDLING = "eformidling"
    DIGITALPOST = "digitalpost"
    YAML = "yaml"
    REGISTER = "register"

    @property
    def is_binary(self) -> bool:
        """Return whether it is no text that a terminal could show."""
        return self in {ExportFormat.XLSX, ExportFormat.ODS}

    @property
    def has_columns(self) -> bool:
        """Return whether its columns may be chosen."""
        return self in {ExportFormat.CSV, ExportFormat.XLSX, ExportFormat.ODS, ExportFormat.MERGE}

    @property
    def is_csv(self) -> bool:
        """Return whether a sign that can be chosen parts its cells."""
        return self.ending == "csv"

    @property
    def ending(self) -> str:
        """Return how the name of a file ends, without the full stop."""
        return _ENDINGS.get(self, self.value)


@frozen
class ExportOptions:
    """The options of the formats; each format ignores the others' options.

    Attributes:
        columns: The columns of a sheet, by name, in order.
        delimiter: The separator of cells in a csv; one of ``DELIMITERS``.
        batch: Highest number of addresses in a line of a txt; mail servers refuse long lists.

    Raises:
        ValueError: If the delimiter is not in ``DELIMITERS``, or the batch is less than 1.
    """

    columns: tuple[str, ...] = COLUMNS
    delimiter: str = ";"
    batch: int = BATCH

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


@frozen
class LeftOut:
    """Who has no place in a format.

    Attributes:
        names: In the order of the table.
        needed: What they lack.
    """

    names: tuple[str, ...] = ()
    needed: str = ""


def left_out(format_: ExportFormat, table: RecipientTable) -> LeftOut:
    """Return the recipients that a format has no place for."""
    module = import_module(f"{__name__}.{format_.value}")
    if not hasattr(module, "left_out"):
        return LeftOut()
    return LeftOut(module.left_out(table), module.NEEDED)
