"""Marks that git leaves in a file where it could not merge two versions."""

import re
from typing import Final

from hearingkit.findings import Finding
from hearingkit.source.codes import fault
from hearingkit.source.lines import Lines

# Always in the first column, where no text of YAML's can stand.
_MARK: Final = re.compile(r"^(?:(?:<{7}|>{7}|\|{7})(?: [^\r\n]*)?|={7})$", re.MULTILINE)


def unmerged(lines: Lines, name: str) -> Finding | None:
    """Return a finding at the first mark of a conflict, if there is one."""
    found = _MARK.search(lines.text.replace("\r", "\n"))
    if found is None:
        return None
    message = f'"{found[0][:7]}" is a mark of git: two versions of the file were not merged'
    hint = "keep one of the two, or what is right in both, and delete the lines with the marks"
    return fault("HK005", lines.place(name, lines.span(*found.span())), message, hint)
