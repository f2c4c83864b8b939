"""Take over a list, and show what it came to."""

from hearingkit.intake.formats import read_grids
from hearingkit.intake.intake import Intake
from hearingkit.intake.meaning import understand


def taken(data: bytes) -> Intake:
    intake = understand(read_grids(data))
    assert intake.rows == counted(intake)
    return intake


def counted(intake: Intake) -> int:
    lists = len(intake.recipients) + len(intake.not_read) + intake.joined
    above = intake.heads + intake.headings + intake.unused
    return lists + above + intake.totals + intake.dropped + intake.remarks


def shown(intake: Intake) -> list[str]:
    """Return recipients, a line each, with what they have."""
    return [
        " | ".join(filter(None, (*row.headings, row.name, *row.emails, row.phone, row.org_number)))
        for row in intake.recipients
    ]


def reported(intake: Intake) -> list[str]:
    return [f"{one.place}: {one.reason}" for one in (*intake.not_read, *intake.left_out)]
