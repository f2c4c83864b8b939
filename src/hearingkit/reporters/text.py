"""Write findings as lines for people and editors: ``path:line:col: CODE severity: message``."""

from collections.abc import Iterator

from hearingkit.findings import Finding, Place, Report, Severity
from hearingkit.reporters.excerpt import excerpt_lines
from hearingkit.reporters.plain import one_line, visible


def report(run: Report) -> str:
    """Return one line per finding; an empty string without findings."""
    return "".join(f"{_line(finding)}\n" for finding in run.findings)


def report_with_excerpts(run: Report) -> str:
    """Return the findings with source line, hint and source, separated by empty lines.

    This is for terminals; ``report`` is for programs that read line by line.
    """
    return "\n".join("".join(_paragraph(finding)) for finding in run.findings)


def summary(run: Report) -> str:
    """Return a summary without a line end, such as ``1 error in 3 files``.

    It is not part of the report, as a program may count the lines of the report.
    """
    counts = [_count(run, severity) for severity in reversed(Severity)]
    found = ", ".join(count for count in counts if count) or "nothing found"
    accepted = f"; {run.accepted} accepted" if run.accepted else ""
    return f"{found} in {counted(run.files, 'file')}{accepted}"


def where(place: Place) -> str:
    """Return ``path:line:col``, as editors and terminals know it."""
    return f"{visible(place.file)}:{place.line}:{place.column}"


def counted(count: int, noun: str) -> str:
    """Return ``1 day`` or ``2 days``."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _line(finding: Finding) -> str:
    said = one_line(finding.message)
    return f"{where(finding.place)}: {finding.code} {finding.severity}: {said}"


def _paragraph(finding: Finding) -> Iterator[str]:
    yield f"{_line(finding)}\n"
    for line in excerpt_lines(finding.place) or ():
        yield f"    {line}\n"
    for name, text in (("hint", finding.hint), ("source", str(finding.source or ""))):
        if text:
            yield f"  {name}: {one_line(text)}\n"


def _count(run: Report, severity: Severity) -> str:
    count = sum(1 for finding in run.findings if finding.severity is severity)
    return counted(count, severity.value) if count else ""
