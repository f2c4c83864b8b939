"""Rules by decorator: code, severity, sentence and source beside the check and its manual."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from hearingkit.findings import Severity
from hearingkit.validation.book import Case, HearingBook, Site


@dataclass(frozen=True, slots=True)
class Breach:
    """Where a hearing breaks a rule.

    Attributes:
        at: The value at fault.
        facts: What the rule's sentence tells.
        quote: The piece of the value's text that is at fault; empty for all of it.
        nth: Which occurrence of the quote, from 0.
        source: Who asks for it, where that is more exact than the rule's own source.
    """

    at: Site
    facts: Mapping[str, object] = field(default_factory=dict)
    quote: str = ""
    nth: int = 0
    source: str = ""


Check: TypeAlias = Callable[[Case], Iterator[Breach]]
BookCheck: TypeAlias = Callable[[HearingBook], Iterator[Breach]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        code: For good.
        severity: How grave a breach is.
        says: The finding's message, with the names of facts in braces.
        source: The law, guidance or agreement that asks for it.
        check: Yields the breaches of a case; its docstring is the rule's manual.
        needs_today: Whether it can judge only a case that knows today's date.
        of_book: Whether it looks at all hearings together, so that its check takes the whole book.
    """

    code: str
    severity: Severity
    says: str
    source: str
    check: Callable[[Any], Iterator[Breach]]
    needs_today: bool = False
    of_book: bool = False

    @property
    def manual(self) -> str:
        """Return what the rule asks for and why, for a caseworker."""
        return self.check.__doc__ or ""


RULES: dict[str, Rule] = {}
"""Every rule by its code, once the modules named in ``rules`` are imported."""


def rule(
    code: str, severity: Severity, *, says: str, source: str, needs_today: bool = False
) -> Callable[[Check], Check]:
    """Register a check as a rule.

    Raises:
        ValueError: If the code is taken.
    """

    def register(check: Check) -> Check:
        _add(Rule(code, severity, says, source, check, needs_today))
        return check

    return register


def book_rule(
    code: str, severity: Severity, *, says: str, source: str
) -> Callable[[BookCheck], BookCheck]:
    """Register a check of the whole book as a rule.

    Raises:
        ValueError: If the code is taken.
    """

    def register(check: BookCheck) -> BookCheck:
        _add(Rule(code, severity, says, source, check, of_book=True))
        return check

    return register


def _add(rule: Rule) -> None:
    if rule.code in RULES:
        raise ValueError(f"{rule.code} is taken")
    RULES[rule.code] = rule
