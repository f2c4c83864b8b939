"""Write reports in a format: each format is a module with a pure ``report(run) -> str``."""

import enum
import importlib
from collections.abc import Callable

from hearingkit.findings import Report


class ReportFormat(enum.StrEnum):
    """The formats of a report."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"
    JUNIT = "junit"

    @property
    def is_for_servers(self) -> bool:
        """Return whether a CI server reads it, which knows files from the root of the checkout."""
        return self not in {ReportFormat.TEXT, ReportFormat.JSON}


def reporter_for(format_: ReportFormat) -> Callable[[Report], str]:
    """Return the function ``report`` of a format; its module is imported here."""
    module = importlib.import_module(f"hearingkit.reporters.{format_.value}")
    report: Callable[[Report], str] = module.report
    return report
