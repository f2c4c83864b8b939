"""Files among the data that look like data by their name, and are not read."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from hearingkit.findings import Finding, Place
from hearingkit.patterns import late_pattern
from hearingkit.source.hidden_names import is_hidden
from hearingkit.validation.faults import finding
from hearingkit.workflows.workspace import Workspace, children, display_path

_SECOND_ENDING: Final = late_pattern(r"(?i)(.+\.ya?ml)(?:\.txt|\.rtf|[ .])+")


def passed_over(workspace: Workspace) -> Iterator[Finding]:
    """Yield a finding for each file beside the data whose name ends in .yaml, and then goes on."""
    data = Path(workspace.real_root) / "data"
    folders = {Path(os.path.realpath(one)) for one in {path.parent for path in workspace.files}}
    for folder in sorted(one for one in folders if one.is_relative_to(data)):
        for path in sorted(children(folder)):
            found = _SECOND_ENDING.fullmatch(path.name)
            if found and not is_hidden(path.name):
                place = Place(display_path(path))
                yield finding("HK132", place, given=path.name, meant=found[1])
