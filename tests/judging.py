"""What tests judge: the sound hearings of a book, and the day of a file of the corpus."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

from hearingkit.validation.book import Case, HearingBook


def sound_cases(book: HearingBook, today: dt.date | None = None) -> Iterator[Case]:
    """Yield every sound hearing of a book, in the order of the sources."""
    yield from (book.case(id_, today) for id_ in book.hearings if id_ not in book.unsound)


def today_of(path: Path) -> dt.date | None:
    """Return the day in the second line, ``# today: 2026-03-01``; None if it has none."""
    lines = path.read_bytes().splitlines() if path.is_file() else []
    found = re.fullmatch(rb"# today: ([0-9-]{10})", lines[1]) if len(lines) > 1 else None
    return dt.date.fromisoformat(found[1].decode()) if found else None
