"""Build a hearing with the recipients of a test, and return the findings about them."""

import json

from hearingkit.rules.run import judge
from hearingkit.source.reader import read_text
from hearingkit.validation.book import HearingBook
from hearingkit.validation.validate import validate
from tests.judging import sound_cases
from tests.workspaces import some_data


def named(text: str, behind: str = "") -> list[str]:
    """Return the names in a text, separated by commas."""
    return [f"{name.strip()}{behind}" for name in text.split(",")]


def book_of(recipients: object, **changes: object) -> HearingBook:
    """Return a book with one hearing, with these changes."""
    text = json.dumps(some_data("plan", recipients=recipients, **changes))
    source, _ = read_text(text.encode(), "data/hearings.yaml")
    assert source is not None
    book, findings = validate([source])
    assert findings == ()
    return book


def codes(recipients: object, **changes: object) -> list[str]:
    """Return the codes of the findings about the recipients."""
    return [
        finding.code
        for case in sound_cases(book_of(recipients, **changes))
        for finding in judge(case).findings
        if finding.code.startswith("HK3")
    ]
