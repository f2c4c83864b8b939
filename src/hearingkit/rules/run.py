"""Every rule over every case."""

import functools
import importlib
from collections.abc import Hashable, Mapping
from dataclasses import field, replace
from typing import Final

from hearingkit.findings import Finding, Place
from hearingkit.frozen import frozen
from hearingkit.rules import MODULES
from hearingkit.rules.parts import NotGiven, Parts, asks_for_nothing_but
from hearingkit.rules.registry import RULES, Breach, Check, Rule
from hearingkit.validation.book import Case, HearingBook

_FOLLOWS: Final = "write {} there: it follows the data"
_OF_RECIPIENTS: Final = frozenset(
    {
        *("parties", "resolved", "recipients", "partial_recipients", "recipients_site"),
        *("language", "is_open", "issuer_site"),
    }
)


@frozen
class Known:
    """What is known of some cases of a book: what is the same in others isn't judged again.

    Attributes:
        clean: By whom hearings go to, the checks that found nothing in them.
        of_issuers: By issuer, the parts that are made of it alone.
    """

    clean: dict[Hashable, set[Check]] = field(default_factory=dict)
    of_issuers: dict[str, dict[str, object]] = field(default_factory=dict)


@frozen
class Verdict:
    """What the rules find in one case.

    Attributes:
        findings: In the order of the rules.
        skipped: The codes of rules that could not judge it, or not all of it, and the part that
            they lacked.
        is_sound: Whether nothing of the case is at fault.
    """

    findings: tuple[Finding, ...]
    skipped: Mapping[str, str]
    is_sound: bool

    @property
    def silent(self) -> frozenset[str]:
        """Return the codes of rules that could not judge all of the case."""
        return frozenset(self.skipped if self.is_sound else all_rules())


@functools.cache
def all_rules() -> Mapping[str, Rule]:
    """Return every rule by its code."""
    for name in MODULES:
        importlib.import_module(f"hearingkit.rules.{name}")
    return RULES


def judge(case: Case, known: Known | None = None) -> Verdict:
    """Return what the rules find in a case.

    A check is skipped if a part of the case that it asks for is at fault, or isn't known.

    Args:
        case: One hearing with all that it refers to.
        known: What is known of other cases of the same book, to which is added. Many hearings go to
            the same recipients: what a rule doesn't find in these is not looked for again.
    """
    known = known or Known()
    parts = Parts(case, known.of_issuers.setdefault(case.hearing.issuer, {}))
    found: list[Finding] = []
    skipped: dict[str, str] = {}
    clean = known.clean.setdefault(_sent_to(case), set()) if case.is_sound else set()
    for rule in all_rules().values():
        for check in rule.checks if not rule.of_book else ():
            if check in clean:
                continue
            try:
                breaches = [_finding(rule, one) for one in check(**parts.asked_by(check))]
            except NotGiven as missing:
                skipped[rule.code] = missing.part
                continue
            found += breaches
            if not breaches and asks_for_nothing_but(check, _OF_RECIPIENTS):
                clean.add(check)
    return Verdict(tuple(found), skipped, case.is_sound)


def _sent_to(case: Case) -> Hashable:
    """Return from whom and to whom a hearing goes, which is all that some rules look at."""
    hearing = case.hearing
    is_open = bool(hearing.open_to_all or hearing.portal)
    return hearing.issuer, hearing.language, hearing.recipients, hearing.copy_to, is_open


def judge_book(book: HearingBook) -> tuple[Finding, ...]:
    """Return what those rules say that look at all hearings together.

    Args:
        book: All of a workspace, with nothing left out of it: what is missing may be what counts.
    """
    rules = [rule for rule in all_rules().values() if rule.of_book]
    return tuple(_finding(rule, breach) for rule in rules for breach in rule.checks[0](book))


def rules_of_book() -> frozenset[str]:
    """Return the codes of the rules that look at all hearings together."""
    return frozenset(rule.code for rule in all_rules().values() if rule.of_book)


def found(code: str, breach: Breach) -> Finding:
    """Return the finding on a breach that no rule could see: one of a letter as it is printed."""
    return _finding(all_rules()[code], breach)


def _finding(rule: Rule, breach: Breach) -> Finding:
    place = breach.at if isinstance(breach.at, Place) else breach.at.place
    found = rule.finding(place, breach.variant, breach.facts, breach.source or rule.source)
    return replace(found, hint=_FOLLOWS.format(breach.instead)) if breach.instead else found
