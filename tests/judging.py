"""The day on which a file of the corpus is judged, as the file tells it."""

import datetime as dt
import re
from pathlib import Path


def today_of(path: Path) -> dt.date | None:
    """Return the day of the second line, ``# today: 2026-03-01``; None where none stands there."""
    lines = path.read_bytes().splitlines() if path.is_file() else []
    told = re.fullmatch(rb"# today: ([0-9-]{10})", lines[1]) if len(lines) > 1 else None
    return dt.date.fromisoformat(told[1].decode()) if told else None
