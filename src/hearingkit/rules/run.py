"""Every rule over every case, and what the data accepts."""

import functools
import importlib
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from hearingkit.findings import Finding, Severity
from hearingkit.model.book import Case, HearingBook
from hearingkit.model.faults import finding
from hearingkit.rules import MODULES
from hearingkit.rules.registry import RULES, Breach, Rule


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules say of one case.

    Attributes:
        findings: What stands.
        accepted: How many warnings the data accepts.
    """

    findings: tuple[Finding, ...]
    accepted: int


@functools.cache
def all_rules() -> Mapping[str, Rule]:
    """Return every rule by its code."""
    for name in MODULES:
        importlib.import_module(f"hearingkit.rules.{name}")
    return RULES


def judge(case: Case) -> Verdict:
    """Return what the rules say of a case; a warning that it accepts is left out."""
    rules = [rule for rule in all_rules().values() if not rule.of_book]
    asked = [rule for rule in rules if case.today or not rule.needs_today]
    found = [(rule, breach) for rule in asked for breach in rule.check(case)]
    accepted = [code for code in case.hearing.accept if _can_be_accepted(code)]
    standing = [(rule, breach) for rule, breach in found if rule.code not in accepted]
    unasked = all_rules().keys() - {rule.code for rule in asked}
    needed = unasked | {rule.code for rule, _ in found}
    findings = (*(_finding(rule, breach) for rule, breach in standing), *_bad_accepts(case, needed))
    return Verdict(findings, len(found) - len(standing))


def judge_book(book: HearingBook) -> tuple[Finding, ...]:
    """Return what those rules say that look at all hearings together.

    Args:
        book: All of a workspace, with nothing left out of it: what is missing may be what counts.
    """
    rules = [rule for rule in all_rules().values() if rule.of_book]
    return tuple(_finding(rule, breach) for rule in rules for breach in rule.check(book))


def _finding(rule: Rule, breach: Breach) -> Finding:
    place = breach.at.quote(breach.quote, breach.nth) if breach.quote else breach.at.place
    message = rule.says.format_map(breach.facts)
    return Finding(place, rule.code, rule.severity, message, source=breach.source or rule.source)


def _can_be_accepted(code: str) -> bool:
    return code in all_rules() and all_rules()[code].severity is not Severity.ERROR


def _bad_accepts(case: Case, needed: Container[str]) -> Iterator[Finding]:
    """Yield a finding for each code that can't be accepted, or that nothing found calls for."""
    for code in case.hearing.accept:
        place = case.site.at("accept", code).key_place
        if code not in all_rules():
            yield finding("no_rule", place, given=code, meant=_other_case(code))
        elif not _can_be_accepted(code):
            yield finding("error_accepted", place, given=code)
        elif code not in needed:
            yield finding("needless_accept", place, given=code)


def _other_case(code: str) -> str:
    """Propose the same code in capitals; any other would be a guess."""
    return f'; did you mean "{code.upper()}"?' if code.upper() in all_rules() else ""
