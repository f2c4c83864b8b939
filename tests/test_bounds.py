"""Work grows no faster than its data, whatever comes: for each rule, writer and reporter.

Every step of a run is measured by itself, at a size and at twice and four times as much.
"""

import contextlib
import datetime as dt
import functools
import logging
from collections.abc import Iterator

import pytest

from hearingkit.codes import reported
from hearingkit.dispatch.letter import Letter
from hearingkit.exporters import ExportFormat, ExportOptions, exporter_for
from hearingkit.findings import Finding, Report
from hearingkit.letters.compose import Setting, compose
from hearingkit.letters.environment import environment
from hearingkit.letters.recipient_list import compose_list
from hearingkit.lists.build import build
from hearingkit.reporters import ReportFormat, reporter_for
from hearingkit.rules.parts import NotGiven, Parts
from hearingkit.rules.run import all_rules, found, judge_book
from hearingkit.source.reader import read_text
from hearingkit.validation.book import Case
from hearingkit.validation.passages import markup_findings, name_findings
from hearingkit.validation.validate import validate
from hearingkit.writers import USUAL_FORMATS, writer_for
from tests.growth import Meter, steps_out_of_proportion
from tests.hostile import FILES, HEARINGS, TEXTS, Make, of_text
from tests.workspaces import ID

SIZE = 400
TODAY = dt.date(2026, 2, 2)
MOST_REPORT = 2_000_000


@pytest.fixture(autouse=True, scope="module")
def _warm() -> Iterator[None]:
    """Load words and compile patterns before anything is measured."""
    logging.disable(logging.WARNING)
    _run(of_text(lambda _: "Frist for svar er 1. mai 2026 kl. 12: **a@b.no**")(0), Meter())
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.parametrize("name", TEXTS)
def test_work_on_a_text_grows_no_faster_than_the_text(name: str) -> None:
    _assert_in_proportion(of_text(TEXTS[name]))


@pytest.mark.parametrize("name", HEARINGS)
def test_work_on_hearings_grows_no_faster_than_they_do(name: str) -> None:
    _assert_in_proportion(HEARINGS[name])


@pytest.mark.parametrize("name", FILES)
def test_work_on_a_file_grows_no_faster_than_the_file(name: str) -> None:
    _assert_in_proportion(FILES[name])


def _assert_in_proportion(make: Make) -> None:
    assert steps_out_of_proportion(lambda size, meter: _run(make(size), meter), SIZE) == set()


def _run(data: bytes, meter: Meter) -> None:
    """Read, judge, report and render a file, step by step."""
    source, faults = meter("read", read_text, data, "data/a.yaml")
    findings = [*faults]
    if source:
        book, more = meter("validate", validate, [source])
        findings += more
        if ID in book.hearings:
            case = meter("case", book.case, ID, TODAY)
            findings += _judged(case, meter)
            if case.is_sound:
                _render(case, meter)
        if not findings:
            findings += meter("rules of books", judge_book, book)
    report = Report(meter("reported", reported, findings), 1)
    for format_ in ReportFormat:
        shown = meter(f"report {format_}", reporter_for(format_), report)
        assert len(shown) < MOST_REPORT


def _judged(case: Case, meter: Meter) -> Iterator[Finding]:
    meter("texts", getattr, case, "texts")
    for of_texts in (name_findings, markup_findings):
        yield from meter(of_texts.__name__, list, of_texts(case))
    parts = Parts(case)
    for rule in all_rules().values():
        for check in () if rule.of_book else rule.checks:
            with contextlib.suppress(NotGiven):
                asked = meter(rule.code, parts.asked_by, check)
                breaches = functools.partial(found, rule.code)
                yield from meter(rule.code, list, map(breaches, check(**asked)))


def _render(case: Case, meter: Meter) -> None:
    table = meter("list", build, case)
    for export in ExportFormat:
        meter(f"export {export}", exporter_for(export), table, ExportOptions())
    setting = Setting(environment(None), dt.datetime(2026, 2, 2, tzinfo=dt.UTC), None)
    language = case.hearing.language[0]
    for composed in (compose, compose_list):
        name = composed.__name__
        document = meter(name, composed, Letter(case, language), setting)
        for format_ in USUAL_FORMATS:  # tests/writers/test_pdf.py measures the dearest one
            meter(f"{name} {format_}", writer_for(format_), document)
