"""Names in texts of the data: those that no value can stand for, at their places."""

from collections.abc import Iterator

from hearingkit.findings import Finding
from hearingkit.validation.book import Case
from hearingkit.validation.faults import finding


def name_findings(case: Case) -> Iterator[Finding]:
    """Yield a finding for each name, in any printed text, that can't be filled."""
    for text in (*case.texts, *case.lines):
        for one in text.filled.problems:
            place = text.written_place(one.start, one.end)
            yield finding("HK119", place, one.variant, **one.facts)
