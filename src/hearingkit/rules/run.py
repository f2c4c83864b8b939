"""Every rule over every case, and what the data accepts."""

import functools
import importlib
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from hearingkit.findings import Finding, Severity
from hearingkit.model.gaps import LeftOut, unless_left_out
from hearingkit.rules import MODULES
from hearingkit.rules.registry import RULES, Breach, Rule
from hearingkit.validation.book import Case, HearingBook
from hearingkit.validation.faults import finding


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules say of one case.

    Attributes:
        findings: What stands.
        accepted: The warnings that the data accepts.
        silent: The codes of rules that could not judge it, or not to the end: what they ask for
            isn't known, or is at fault.
    """

    findings: tuple[Finding, ...]
    accepted: tuple[Finding, ...]
    silent: frozenset[str]


@functools.cache
def all_rules() -> Mapping[str, Rule]:
    """Return every rule by its code."""
    for name in MODULES:
        importlib.import_module(f"hearingkit.rules.{name}")
    return RULES


def judge(case: Case) -> Verdict:
    """Return what the rules say of a case; a warning that it accepts is left out.

    Of an unsound case, each rule says what it can before it comes to what is at fault.
    """
    found, silent = _asked(case)
    codes = {code for code in _accepted(case) if _can_be_accepted(code)}
    accepted = tuple(one for one in found if one.code in codes)
    needed = silent | rules_of_book() | {one.code for one in found}
    standing = (one for one in found if one.code not in codes)
    return Verdict((*standing, *_bad_accepts(case, needed)), accepted, silent)


def _asked(case: Case) -> tuple[list[Finding], frozenset[str]]:
    """Return what each rule finds, and the codes of those that can't tell all."""
    found: list[Finding] = []
    silent = set()
    for rule in all_rules().values():
        if rule.of_book:
            continue
        if rule.needs_today and not case.today:
            silent.add(rule.code)
            continue
        try:
            for breach in rule.check(case):
                found.append(_finding(rule, breach))  # noqa: PERF401 (what stands before a gap is kept)
        except LeftOut:
            silent.add(rule.code)
    return found, frozenset(silent)


def _accepted(case: Case) -> Mapping[str, str]:
    return unless_left_out(lambda: case.hearing.accept, {})


def judge_book(book: HearingBook) -> tuple[Finding, ...]:
    """Return what those rules say that look at all hearings together.

    Args:
        book: All of a workspace, with nothing left out of it: what is missing may be what counts.
    """
    rules = [rule for rule in all_rules().values() if rule.of_book]
    return tuple(_finding(rule, breach) for rule in rules for breach in rule.check(book))


def rules_of_book() -> frozenset[str]:
    """Return the codes of the rules that look at all hearings together."""
    return frozenset(rule.code for rule in all_rules().values() if rule.of_book)


def _finding(rule: Rule, breach: Breach) -> Finding:
    place = breach.at.quote(breach.quote, breach.nth) if breach.quote else breach.at.place
    message = rule.says.format_map(breach.facts)
    return Finding(place, rule.code, rule.severity, message, source=breach.source or rule.source)


def _can_be_accepted(code: str) -> bool:
    return code in all_rules() and all_rules()[code].severity is not Severity.ERROR


def _bad_accepts(case: Case, needed: Container[str]) -> Iterator[Finding]:
    """Yield a finding for each code that can't be accepted, or that nothing found calls for."""
    for code in _accepted(case):
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
