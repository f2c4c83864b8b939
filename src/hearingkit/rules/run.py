"""Every rule over every case, and what the data accepts."""

import importlib
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from hearingkit.findings import Finding, Severity
from hearingkit.model.book import Case
from hearingkit.model.faults import did_you_mean, finding
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


def all_rules() -> Mapping[str, Rule]:
    """Return every rule by its code."""
    for name in MODULES:
        importlib.import_module(f"hearingkit.rules.{name}")
    return RULES


def judge(case: Case) -> Verdict:
    """Return what the rules say of a case; a warning that it accepts is left out."""
    found = [(rule, breach) for rule in all_rules().values() for breach in rule.check(case)]
    accepted = [code for code in case.hearing.accept if _can_be_accepted(code)]
    standing = [(rule, breach) for rule, breach in found if rule.code not in accepted]
    needed = {rule.code for rule, _ in found}
    findings = (*(_finding(rule, breach) for rule, breach in standing), *_bad_accepts(case, needed))
    return Verdict(findings, len(found) - len(standing))


def _finding(rule: Rule, breach: Breach) -> Finding:
    place = breach.at.quote(breach.quote, breach.nth) if breach.quote else breach.at.place
    message = rule.says.format_map(breach.facts)
    return Finding(place, rule.code, rule.severity, message, source=rule.source)


def _can_be_accepted(code: str) -> bool:
    return code in all_rules() and all_rules()[code].severity is not Severity.ERROR


def _bad_accepts(case: Case, needed: Container[str]) -> Iterator[Finding]:
    """Yield a finding for each code that can't be accepted, or that nothing found calls for."""
    for code in case.hearing.accept:
        place = case.site.at("accept", code).key_place
        if code not in all_rules():
            yield finding("no_rule", place, given=code, meant=did_you_mean(code, all_rules()))
        elif not _can_be_accepted(code):
            yield finding("error_accepted", place, given=code)
        elif code not in needed:
            yield finding("needless_accept", place, given=code)
