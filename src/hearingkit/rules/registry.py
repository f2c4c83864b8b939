"""Rules by decorator: code, severity, sentence and source beside the check and its manual."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from hearingkit.findings import Severity
from hearingkit.model.book import Case, Site


@dataclass(frozen=True, slots=True)
class Breach:
    """Where a hearing breaks a rule.

    Attributes:
        at: The value at fault.
        facts: What the rule's sentence tells.
        quote: The piece of the value's text that is at fault; empty for all of it.
        nth: Which occurrence of the quote, from 0.
    """

    at: Site
    facts: Mapping[str, object] = field(default_factory=dict)
    quote: str = ""
    nth: int = 0


Check: TypeAlias = Callable[[Case], Iterator[Breach]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        code: For good.
        severity: How grave a breach is.
        says: The finding's message, with the names of facts in braces.
        source: The law, guidance or agreement that asks for it.
        check: Yields the breaches of a case; its docstring is the rule's manual.
    """

    code: str
    severity: Severity
    says: str
    source: str
    check: Check

    @property
    def manual(self) -> str:
        """Return what the rule asks for and why, for a caseworker."""
        return self.check.__doc__ or ""


RULES: dict[str, Rule] = {}
"""Every rule by its code, once the modules named in ``rules`` are imported."""


def rule(code: str, severity: Severity, *, says: str, source: str) -> Callable[[Check], Check]:
    """Register a check as a rule.

    Raises:
        ValueError: If the code is taken.
    """

    def register(check: Check) -> Check:
        if code in RULES:
            raise ValueError(f"{code} is taken")
        RULES[code] = Rule(code, severity, says, source, check)
        return check

    return register
