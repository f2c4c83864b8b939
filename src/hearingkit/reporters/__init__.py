"""Findings as text, a module a format: pure functions ``report(run) -> str``."""

import enum
import importlib
from collections.abc import Callable

from hearingkit.findings import Report


class ReportFormat(enum.StrEnum):
    """A format that a report can be shown in."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"
    JUNIT = "junit"


def reporter_for(format_: ReportFormat) -> Callable[[Report], str]:
    """Return the reporter of a format; its module is imported now, and not before."""
    module = importlib.import_module(f"hearingkit.reporters.{format_.value}")
    report: Callable[[Report], str] = module.report
    return report
