"""Marks that git writes into a file when it cannot merge two versions."""

import re
from typing import Final

from hearingkit.findings import Finding
from hearingkit.patterns import late_pattern
from hearingkit.source.codes import fault
from hearingkit.source.lines import Lines

# The marks begin in the first column, where no text in YAML begins.
_MARK: Final = late_pattern(r"^(?:(?:<{7}|>{7}|\|{7})(?: [^\r\n]*)?|={7})$", re.MULTILINE)


def merge_conflict(lines: Lines, name: str) -> Finding | None:
    """Return a finding for the first conflict mark; None if there is none."""
    found = _MARK.search(lines.text.replace("\r", "\n"))
    if found is None:
        return None
    place = lines.place(name, lines.span(*found.span()))
    return fault("HK005", place, "conflict", mark=found[0][:7])
