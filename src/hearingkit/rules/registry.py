"""Rules by decorator: code, severity, sentence and source beside the check and its manual."""

import dataclasses
import functools
import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from typing import TypeAlias

from hearingkit.codes import Code, Says
from hearingkit.findings import Citation, Place, Severity
from hearingkit.frozen import frozen
from hearingkit.source.site import Site


@frozen
class Breach:
    """Where a hearing breaks a rule.

    Attributes:
        at: The value at fault, or the very place of what is at fault in it.
        facts: The facts of the rule's message.
        source: Who asks for it, where that is more exact than the rule's own source.
        variant: Which of the rule's messages is meant, where it has several.
        instead: A name that prints the right value, as ``{{ deadline }}``; it may be empty.
    """

    at: Site | Place
    facts: Mapping[str, object] = field(default_factory=dict)
    source: Citation | None = None
    variant: str = ""
    instead: str = ""


Check: TypeAlias = Callable[..., Iterator[Breach]]
"""A rule's function; its parameters name the parts of a case that it asks for, or the ``book``."""
Messages: TypeAlias = Says | Mapping[str, Says]


@frozen
class Rule(Code):
    """A code of what a hearing ought to be.

    Attributes:
        checks: Yield the breaches of a case; the docstring of the first is the rule's manual.
        of_book: Whether it looks at all hearings together: its check asks for the whole book.
    """

    checks: tuple[Check, ...]
    of_book: bool = False


@functools.cache
def parameters(function: Callable[..., object]) -> tuple[tuple[str, bool], ...]:
    """Return the names of what a function asks for, and whether it needs that.

    They are read of its code, as ``inspect.signature`` also reads all types, for 300 functions.
    """
    code = function.__code__
    names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    first_default = code.co_argcount - len(function.__defaults__ or ())
    optional = {*names[first_default : code.co_argcount], *(function.__kwdefaults__ or ())}
    return tuple((name, name not in optional) for name in names)


RULES: dict[str, Rule] = {}
"""Every rule by its code, once the modules named in ``rules`` are imported."""


def rule(
    code: str, severity: Severity, *, says: Messages, source: Citation, preview: bool = False
) -> Callable[[Check], Check]:
    """Register a check as a rule.

    Args:
        code: For good.
        severity: How grave a breach is.
        says: The message, or one for each variant of it.
        source: Who asks for it.
        preview: Whether it is off unless asked for.

    Raises:
        ValueError: If the code is taken.
    """

    def register(check: Check) -> Check:
        if code in RULES:
            raise ValueError(f"{code} is taken")
        RULES[code] = Rule(
            code,
            says,
            inspect.getdoc(check) or "",
            severity=severity,
            source=source,
            checks=(check,),
            of_book="book" in dict(parameters(check)),
            preview=preview,
        )
        return check

    return register


def also(code: str) -> Callable[[Check], Check]:
    """Register one more check of a rule, which asks for other parts.

    Raises:
        KeyError: If there is no rule of that code yet.
    """

    def register(check: Check) -> Check:
        known = RULES[code]
        RULES[code] = dataclasses.replace(known, checks=(*known.checks, check))
        return check

    return register
