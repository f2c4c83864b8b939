"""Know a report of hearingkit from any other file, so that a new one replaces nothing else."""

import re
from typing import Final

from hearingkit.patterns import late_pattern

HEAD: Final = 65_536
"""Bytes at the beginning of a file by which it is known."""

_WHOLE: Final = late_pattern(
    r"""\s*(?:
        \[\s*\]\s*                                            # GitLab's, without findings
        | \[\s*\{.*"check_name":\ "HK\d{3}".*                  # GitLab's
        | \{\s*"version":\ \d+,\s*"findings":\ \[.*           # JSON
        | \{\s*"\$schema":\ "[^"]*sarif.*"name":\ "hearingkit".*
        | <\?xml[^>]*>\s*<testsuites\ name="hearingkit".*      # JUnit's
    )?""",
    re.DOTALL | re.VERBOSE,
)
_LINE: Final = late_pattern(r"::(?:error|warning|notice) .*\bHK\d{3}\b|.*:\d+:\d+: HK\d{3} ")


def is_report(head: bytes) -> bool:
    """Return whether a file is a report in any format, or empty.

    Args:
        head: The first ``HEAD`` bytes of the file, or all of a shorter one.
    """
    text = head.decode(errors="replace")
    if _WHOLE.fullmatch(text):
        return True
    lines = text.splitlines()
    return all(map(_LINE.match, lines[:-1] if len(head) >= HEAD else lines))
