"""Check templates and wording alone: the findings of ``validate`` that are about them."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from hearingkit.findings import Place, Report, Severity
from hearingkit.source.site import Site
from hearingkit.validation.book import HearingBook
from hearingkit.workflows.check import check
from hearingkit.workflows.workspace import display_path, find_workspace

_OF_TEMPLATES: Final = frozenset({"HK119", "HK131", "HK713"})


def check_wording(start: Path, today: dt.date | None = None) -> Report:
    """Return what is wrong with the templates and the wording of a workspace.

    Every error is among it, wherever it stands: it keeps a letter from being filled.

    Args:
        start: A folder in the workspace.
        today: The day on which hearings are checked; None skips rules that need it.

    Raises:
        HearingkitError: If there is no workspace.
    """
    workspace = find_workspace(start)
    checked = check(workspace, today=today)
    worded = tuple(_wording_of(checked.book))
    data = {display_path(path) for path in workspace.files}
    found = tuple(
        one
        for one in checked.report.findings
        if one.severity is Severity.ERROR
        or one.code in _OF_TEMPLATES
        or one.place.file not in data
        or any(_holds(site, one.place) for site in worded)
    )
    return Report(found, checked.report.files)


def _wording_of(book: HearingBook) -> Iterator[Site]:
    issuers = (one.site for one in book.issuers.values())
    hearings = (one.site for one in book.hearings.values())
    for holder in (*issuers, *hearings):
        site = holder.at("wording")
        if site.path in site.source.values:
            yield site


def _holds(site: Site, place: Place) -> bool:
    """Return whether a place is between the key of a value and the value's end."""
    begin, end = site.key_place, site.source.values[site.path]
    is_behind = (place.line, place.column) >= (begin.line, begin.column)
    is_before = (place.line, place.column) < (end.end_line, end.end_column)
    return place.file == begin.file and is_behind and is_before
