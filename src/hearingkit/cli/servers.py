"""What a CI server tells by the environment: where it has the repository, where its page is."""

import os
from pathlib import Path
from typing import Final

from hearingkit.cli import streams
from hearingkit.errors import reason_of
from hearingkit.findings import Report
from hearingkit.reporters import ReportFormat
from hearingkit.reporters.plain import visible

_ROOTS: Final = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR", "BUILD_SOURCESDIRECTORY")


def as_known(report: Report, format_: ReportFormat) -> Report:
    """Return the report with files named as those who read the format know them.

    Source:
        ``GITHUB_WORKSPACE`` of GitHub, ``CI_PROJECT_DIR`` of GitLab, ``BUILD_SOURCESDIRECTORY`` of
        Azure Pipelines.
    """
    from hearingkit.workflows.checkout import named_from

    root = next(filter(None, map(os.environ.get, _ROOTS)), "")
    return named_from(Path(root), report) if root and format_.is_for_servers else report


def add_to_page(report: Report, format_: ReportFormat) -> None:
    """Add the findings to GitHub's page about the run, if they are reported to GitHub.

    A page that can't be written is reported: it does not decide whether the hearings are right.

    Source:
        ``GITHUB_STEP_SUMMARY`` of GitHub.
    """
    from hearingkit.reporters.github_page import page
    from hearingkit.workflows.checkout import append_summary

    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if not file or format_ is not ReportFormat.GITHUB:
        return
    try:
        append_summary(Path(file), page(report))
    except OSError as error:
        streams.say(f"{visible(file)}: {reason_of(error)}; no summary there")
