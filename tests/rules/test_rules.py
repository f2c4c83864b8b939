"""Every rule explains itself, and what it says is what it found."""

import datetime as dt
import importlib
import pkgutil
import string
from pathlib import Path
from typing import Final

import pytest
from tests.judging import today_of

from hearingkit import rules
from hearingkit.findings import Severity
from hearingkit.rules.registry import RULES as RULES_BY_CODE
from hearingkit.rules.registry import Rule, rule
from hearingkit.rules.run import all_rules, judge
from hearingkit.source.reader import read, read_text
from hearingkit.validation.book import Case
from hearingkit.validation.validate import validate

CORPUS: Final = Path(__file__).parents[1] / "corpus"
RULES: Final = sorted(all_rules().values(), key=lambda one: one.code)
TWO_WARNINGS: Final = """
issuers:
  ks: {name: KS, country: NO, kind: organisation}
hearings:
  tariff:
    language: nb
    issuer: ks
    kind: report
    title: Tariffrapport
    sent: 2025-05-01
    deadline: 2025-06-01
    recipients: [Oslo kommune, oslo kommune]
    submission: {addresses: [{email: post@ks.example}]}
"""


def case_of(text: str) -> Case:
    source, _ = read_text(text.encode(), "data/hearings.yaml")
    assert source is not None
    book, findings = validate([source])
    assert findings == ()
    return next(book.cases())


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.code)
def test_every_rule_has_a_manual_with_a_bad_and_a_good_example(one: Rule) -> None:
    summary, *_ = one.manual.splitlines()

    assert summary.endswith(".")
    assert "\n    Bad:  " in one.manual
    assert "\n    Good: " in one.manual
    assert one.source


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.code)
def test_a_rule_says_all_its_facts_and_no_others(one: Rule) -> None:
    said = {name for _, name, _, _ in string.Formatter().parse(one.says) if name is not None}
    breaches = []
    for path in CORPUS.glob(f"invalid/{one.code}-*.yaml"):
        source, _ = read(path, path.name)
        assert source is not None
        book, _ = validate([source])
        subjects = [book] if one.of_book else book.cases(today_of(path))
        breaches += [breach for subject in subjects for breach in one.check(subject)]

    assert breaches
    assert all(set(breach.facts) == said for breach in breaches)


def test_every_module_with_a_rule_is_named() -> None:
    prefix = f"{rules.__name__}."
    for module in pkgutil.walk_packages(rules.__path__, prefix):
        assert importlib.import_module(module.name).__doc__

    with_rules = {one.check.__module__.removeprefix(prefix) for one in RULES_BY_CODE.values()}

    assert set(rules.MODULES) == with_rules


def test_a_code_is_given_once() -> None:
    with pytest.raises(ValueError, match="HK205 is taken"):
        rule("HK205", Severity.NOTE, says="", source="")(lambda _: iter(()))


def test_a_warning_that_is_accepted_is_counted_and_not_found() -> None:
    accepting = case_of(f"{TWO_WARNINGS}    accept: {{HK205: avtalt}}\n")

    before, after = judge(case_of(TWO_WARNINGS)), judge(accepting)

    assert [one.code for one in before.findings] == ["HK205", "HK301"]
    assert [one.code for one in after.findings] == ["HK301"]
    assert (before.accepted, [one.code for one in after.accepted]) == ((), ["HK205"])


def test_an_error_stands_although_it_is_accepted() -> None:
    text = TWO_WARNINGS.replace("sent: 2025-05-01", "sent: 2025-06-02")
    verdict = judge(case_of(f"{text}    accept: {{HK202: avtalt, HK205: avtalt, HK301: avtalt}}\n"))

    assert [one.code for one in verdict.findings] == ["HK202", "HK124"]
    assert [one.code for one in verdict.accepted] == ["HK205", "HK301"]


def test_to_accept_what_is_not_there_is_a_note() -> None:
    accepted = "{HK205: avtalt, HK301: avtalt, HK501: avtalt, HK302: avtalt}"
    verdict = judge(case_of(f"{TWO_WARNINGS}    accept: {accepted}\n"))

    assert [(one.code, one.severity) for one in verdict.findings] == [
        ("HK124", Severity.ERROR),
        ("HK125", Severity.NOTE),
    ]


def test_a_finding_of_a_rule_tells_its_source() -> None:
    assert all(one.source for one in judge(case_of(TWO_WARNINGS)).findings)


def test_what_needs_to_know_today_is_silent_where_it_was_not_told() -> None:
    accepting = f"{TWO_WARNINGS}    accept: {{HK204: avtalt, HK205: avtalt, HK301: avtalt}}\n"
    source, _ = read_text(accepting.encode(), "data/hearings.yaml")
    assert source is not None
    book, _ = validate([source])

    untold, before, after = (
        judge(case)
        for today in (None, dt.date(2025, 6, 1), dt.date(2025, 6, 2))
        for case in book.cases(today)
    )

    assert ([one.code for one in untold.findings], len(untold.accepted)) == ([], 2)
    assert [one.code for one in before.findings] == ["HK125"]
    assert ([one.code for one in after.findings], len(after.accepted)) == ([], 3)
