"""What a list came to: its recipients, and what became of each row."""

from dataclasses import dataclass, field

from hearingkit.intake.row import ReportLine
from hearingkit.lists.table import RecipientRow


@dataclass(slots=True)
class Intake:
    """What a list came to. Each row with text in it counts once.

    Attributes:
        recipients: The recipients, in the order of the rows.
        not_read: The rows that became nothing.
        left_out: Cells and columns left out of rows that were read.
        heads: How many rows are heads of columns.
        headings: How many are headings with recipients under them.
        unused: How many are headings with nobody under them.
        totals: How many count other rows, or number a page.
        joined: How many belong to the recipient above.
        dropped: How many are struck through, or said to be no longer written to.
        remarks: How many tell of the list, or end a letter.
        rows: How many rows there are.
        columns: What the columns were taken for, a line for each head or sheet.
    """

    recipients: list[RecipientRow] = field(default_factory=list)
    not_read: list[ReportLine] = field(default_factory=list)
    left_out: list[ReportLine] = field(default_factory=list)
    heads: int = 0
    headings: int = 0
    unused: int = 0
    totals: int = 0
    joined: int = 0
    dropped: int = 0
    remarks: int = 0
    rows: int = 0
    columns: dict[str, None] = field(default_factory=dict)
