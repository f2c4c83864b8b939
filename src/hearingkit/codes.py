"""The codes of findings: each is declared once, with its messages, its source and its manual."""

import inspect
import itertools
import string
from collections.abc import Iterable, Mapping
from dataclasses import KW_ONLY, field, replace
from typing import Final, TypeAlias

from hearingkit.findings import (
    MOST_REPORTED,
    MOST_REPORTED_TOGETHER,
    Citation,
    Finding,
    Place,
    Severity,
    in_order,
)
from hearingkit.frozen import frozen

Forms: TypeAlias = str | tuple[str, ...]
"""A whole sentence with the names of facts in braces, or several: the one that tells most first."""


@frozen
class Message:
    """What a finding says; it has the first form whose facts are all known, or else the last.

    Attributes:
        says: What is wrong.
        hint: How to mend it, if that is not said; may be empty.
    """

    says: Forms
    hint: Forms = ""


Says: TypeAlias = Forms | Message
"""A message; it has the hint of its code if it has none of its own."""

REST: Final = Message("and at least {number} more {code} in {where}")
"""What any code says of its findings that are not reported one by one."""


@frozen
class Code:
    """The meaning of a code.

    Attributes:
        code: ``HK`` and three digits; a code is never reused for another fault.
        says: The message, or one for each variant of the fault.
        manual: The fault in one sentence; then why it is one and how to mend it, in paragraphs;
            then examples that begin with Bad and Good.
        source: What the code is based on, and what kind of basis that is.
        severity: The severity of each finding, unless the workspace gives it another.
        hint: How to mend the fault, where a message has no hint of its own.
        preview: Whether it is off unless asked for, as it also blames what is right.
    """

    code: str
    says: Says | Mapping[str, Says]
    manual: str = field(repr=False)
    _: KW_ONLY
    source: Citation
    severity: Severity = Severity.ERROR
    hint: str = ""
    preview: bool = False

    @property
    def messages(self) -> Mapping[str, Message]:
        """Return the messages by variant; the only message has the empty text as variant."""
        says = self.says if isinstance(self.says, Mapping) else {"": self.says}
        return {
            variant: one if isinstance(one, Message) else Message(one, self.hint)
            for variant, one in says.items()
        }

    @property
    def sentence(self) -> str:
        """Return the fault, or what a rule asks for, in one sentence; the code under ``-OO``."""
        return " ".join(inspect.cleandoc(self.manual).partition("\n\n")[0].split()) or self.code

    @property
    def details(self) -> str:
        """Return the manual without its first sentence."""
        return inspect.cleandoc(self.manual).partition("\n\n")[2]

    def finding(
        self,
        place: Place,
        variant: str,
        facts: Mapping[str, object],
        source: Citation | None = None,
    ) -> Finding:
        """Return a finding with a message of the code.

        Args:
            place: The place of the fault.
            variant: Which of the messages.
            facts: The facts of the message by name; an empty one is not known.
            source: The source that the finding shows; None for none.

        Raises:
            KeyError: If there is no such message, or it has a fact that is not given.
        """
        message = self.messages[variant]
        says, hint = _filled(message.says, facts), _filled(message.hint, facts)
        return Finding(place, self.code, self.severity, says, hint, source)


def reported(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings in order; where there are too many of a code, one counts the rest."""
    by_code: dict[str, list[Finding]] = {}
    for one in in_order(findings):
        by_code.setdefault(one.code, []).append(one)
    return in_order(itertools.chain.from_iterable(map(_counted, by_code.values())))


def _counted(of_a_code: list[Finding]) -> list[Finding]:
    shown: list[Finding] = []
    files = [list(found) for _, found in itertools.groupby(of_a_code, lambda one: one.place.file)]
    for number, found in enumerate(files):
        if len(shown) >= MOST_REPORTED_TOGETHER:
            rest = itertools.chain.from_iterable(files[number:])
            return [*shown, *_as_one(list(rest), _files(len(files) - number))]
        shown += found[:MOST_REPORTED]
        shown += _as_one(found[MOST_REPORTED:], "the file")
    return shown


def _files(number: int) -> str:
    return "one more file" if number == 1 else f"{number} more files"


def _as_one(rest: list[Finding], where: str) -> list[Finding]:
    """Return the finding that counts others, at the first of them; empty if there are none."""
    if not rest:
        return []
    worst = max(rest, key=lambda one: one.severity.rank)
    message = _filled(REST.says, {"number": len(rest), "code": worst.code, "where": where})
    return [replace(worst, place=rest[0].place, message=message, hint="")]


def names_in(form: str) -> frozenset[str]:
    """Return the names of the facts in a sentence."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(form) if name)


def by_code(*codes: Code) -> Mapping[str, Code]:
    """Return the meaning of codes by the codes themselves."""
    return {one.code: one for one in codes}


def _filled(forms: Forms, facts: Mapping[str, object]) -> str:
    *fuller, least = (forms,) if isinstance(forms, str) else forms
    known = {name for name, fact in facts.items() if fact != ""}
    form = next((one for one in fuller if names_in(one) <= known), least)
    return form.format_map(facts)
