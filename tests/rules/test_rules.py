"""Every rule explains itself, and what it says is what it found."""

import contextlib
import datetime as dt
import enum
import functools
import importlib
import itertools
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from tests.judging import sound_cases, today_of

from hearingkit import rules
from hearingkit.codes import names_in
from hearingkit.findings import Severity, practice
from hearingkit.language.dates import month_names, weekday_names
from hearingkit.language.language import Language
from hearingkit.language.words import all_words
from hearingkit.rules.parts import NotGiven, Parts
from hearingkit.rules.registry import RULES as RULES_BY_CODE
from hearingkit.rules.registry import Breach, Rule, rule
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
    return next(sound_cases(book))


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.code)
def test_every_rule_has_a_manual_with_a_bad_and_a_good_example(one: Rule) -> None:
    summary, *_ = one.manual.splitlines()

    assert summary.endswith(".")
    assert "\nBad:  " in one.manual
    assert "\nGood: " in one.manual
    assert one.source


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.code)
def test_a_rule_says_all_its_facts_and_no_others(one: Rule) -> None:
    said = {variant: names_in(str(message.says)) for variant, message in one.messages.items()}
    breaches = [breach for _, breach in _breaches_of(one.code)]

    assert breaches
    assert all(set(breach.facts) == said[breach.variant] for breach in breaches)
    assert {breach.variant for breach in breaches} == said.keys()


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.code)
def test_the_facts_of_a_message_are_data_and_hold_no_word_of_ours(one: Rule) -> None:
    for path, breach in _breaches_of(one.code):
        given = _words_in(f"{path.name} {path.read_text('utf-8')}") | _words_of_languages()
        facts = [fact for fact in breach.facts.values() if not isinstance(fact, enum.Enum)]
        words = _words_in(" ".join(map(str, facts)))

        assert (words & _words_of_messages()) - given == set(), breach.facts


@functools.cache
def _breaches_of(code: str) -> tuple[tuple[Path, Breach], ...]:
    """Return what a rule finds in the files of the corpus that are made for it."""
    return tuple(_breaches(all_rules()[code]))


def _breaches(one: Rule) -> Iterator[tuple[Path, Breach]]:
    for path in CORPUS.glob(f"invalid/{one.code}-*.yaml"):
        source, _ = read(path, path.name)
        assert source is not None
        book, _ = validate([source])
        if one.of_book:
            yield from ((path, breach) for breach in one.checks[0](book))
            continue
        for id_, check in itertools.product(book.hearings, one.checks):
            with contextlib.suppress(NotGiven):
                parts = Parts(book.case(id_, today_of(path)))
                yield from ((path, breach) for breach in check(**parts.asked_by(check)))


@functools.cache
def _words_of_messages() -> frozenset[str]:
    """Return the English words that messages and manuals are made of."""
    said = (
        " ".join((*(str(message.says) for message in one.messages.values()), one.manual))
        for one in RULES
    )
    return _words_in(" ".join(said))


@functools.cache
def _words_of_languages() -> frozenset[str]:
    """Return the words that stand in the files of words, as data."""
    names = (name for one in Language for name in (*month_names(one), *weekday_names(one)))
    return _words_in(" ".join((*(str(all_words(one)) for one in Language), *names)))


def _words_in(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]{2,}", text.casefold()))


def test_every_module_with_a_rule_is_named() -> None:
    prefix = f"{rules.__name__}."
    for module in pkgutil.walk_packages(rules.__path__, prefix):
        assert importlib.import_module(module.name).__doc__

    with_rules = {
        check.__module__.removeprefix(prefix)
        for one in RULES_BY_CODE.values()
        for check in one.checks
    }

    assert set(rules.MODULES) == with_rules


def test_a_code_is_given_once() -> None:
    with pytest.raises(ValueError, match="HK205 is taken"):
        rule("HK205", Severity.NOTE, says="", source=practice(""))(lambda _: iter(()))


def test_a_finding_of_a_rule_has_its_source() -> None:
    assert all(one.source for one in judge(case_of(TWO_WARNINGS)).findings)


def test_what_needs_to_know_today_is_silent_where_it_was_not_told() -> None:
    source, _ = read_text(TWO_WARNINGS.encode(), "data/hearings.yaml")
    assert source is not None
    book, _ = validate([source])

    unknown, before, after = (
        judge(case)
        for today in (None, dt.date(2025, 6, 1), dt.date(2025, 6, 2))
        for case in sound_cases(book, today)
    )

    found = [[one.code for one in verdict.findings] for verdict in (unknown, before, after)]
    assert found == [["HK205", "HK301"], ["HK205", "HK301"], ["HK204", "HK205", "HK301"]]
    assert "HK204" in unknown.silent
    assert not before.silent | after.silent
