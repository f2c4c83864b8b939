"""Make a recipient list of hearing data from a file as an office keeps it."""

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath
from typing import Final

from hearingkit import errors
from hearingkit.exporters import ExportFormat, ExportOptions, exporter_for
from hearingkit.findings import Place
from hearingkit.frozen import frozen
from hearingkit.intake.formats import MOST_BYTES, read_grids
from hearingkit.intake.grid import NoList
from hearingkit.intake.intake import Intake
from hearingkit.intake.meaning import understand
from hearingkit.intake.row import ReportLine
from hearingkit.lists.ids import id_near
from hearingkit.lists.table import RecipientRow, RecipientTable
from hearingkit.source.composer import MOST_VALUES
from hearingkit.source.reader import MOST_BYTES as MOST_BYTES_OF_DATA
from hearingkit.validation.validate import id_findings
from hearingkit.workflows.user_files import reading_named

_USUAL_ID: Final = "recipients"


@frozen
class ImportedList:
    """A list that was read.

    Attributes:
        data: The recipient list as YAML; empty if there are no recipients.
        intake: What became of its rows.
    """

    data: bytes
    intake: Intake


def read_file(path: Path) -> bytes:
    """Return the content of a file, but not of one that is too large to be read.

    Raises:
        HearingkitError: If it isn't there, is no file, or the file system refuses.
    """
    with reading_named(path), path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def import_list(
    data: bytes, name: str, id_: str | None = None, *, as_register: bool = False
) -> ImportedList:
    """Return a list of recipients as hearing data, with what was not read.

    Args:
        data: The content of the file.
        name: The name of the file.
        id_: The id of the list; None for one that is made of the name.
        as_register: Make each recipient a party that the list names by its id.

    Raises:
        HearingkitError: If the file is no list, has more recipients than a file of data can hold,
            or the id is not written as ids are.
    """
    if id_ is not None and any(id_findings(id_, Place(name))):
        raise errors.bad_list_id(id_)
    list_id = id_near(PurePath(name).stem, _USUAL_ID) if id_ is None else id_
    try:
        intake = understand(read_grids(data))
    except NoList as why:
        raise errors.cannot_read(name, str(why)) from None
    table = RecipientTable(list_id, tuple(intake.recipients), PurePath(name).name)
    format_ = ExportFormat.REGISTER if as_register else ExportFormat.YAML
    written = exporter_for(format_)(table, ExportOptions()) if table.rows else b""
    if len(written) > MOST_BYTES_OF_DATA or _values(written) > MOST_VALUES:
        raise errors.too_much_data(name, len(table.rows))
    intake.left_out += _lost_numbers(table.rows, as_register=as_register)
    return ImportedList(written, intake)


def _lost_numbers(rows: Sequence[RecipientRow], *, as_register: bool) -> Iterator[ReportLine]:
    """Yield that EAN numbers are lost, which a recipient on a list has no key for."""
    lost = [row for row in rows if row.ean and not (as_register and not row.member_of)]
    if lost:
        where = "members have none" if as_register else "only parties have them; use --register"
        yield ReportLine("EAN numbers", f"{len(lost)}; {where}")


def _values(data: bytes) -> int:
    """Return how many values hearing data may have: what stands before each is counted."""
    return sum(map(data.count, (b": ", b":\n", b"- ", b", ")))
