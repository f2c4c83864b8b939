"""Read from a file of the corpus the day on which it is checked."""

import datetime as dt
import re
from pathlib import Path


def today_of(path: Path) -> dt.date | None:
    """Return the day in the second line, ``# today: 2026-03-01``; None if it has none."""
    lines = path.read_bytes().splitlines() if path.is_file() else []
    found = re.fullmatch(rb"# today: ([0-9-]{10})", lines[1]) if len(lines) > 1 else None
    return dt.date.fromisoformat(found[1].decode()) if found else None
