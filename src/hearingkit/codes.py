"""The codes of findings: each is declared once, with its messages, its source and its manual."""

import inspect
import string
from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field
from typing import TypeAlias

from hearingkit.findings import Finding, Place, Severity

Forms: TypeAlias = str | tuple[str, ...]
"""A whole sentence with the names of facts in braces, or several: the one that tells most first."""


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Code:
    """The meaning of a code.

    Attributes:
        code: ``HK`` and three digits; a code is never reused for another fault.
        says: The message, or one for each variant of the fault.
        manual: The fault in one sentence; then why it is one and how to mend it, in paragraphs;
            then examples that begin with Bad and Good.
        source: The law, guidance or format that the code is based on.
        severity: The severity of each finding, unless the workspace gives it another.
        hint: How to mend the fault, where a message has no hint of its own.
    """

    code: str
    says: Says | Mapping[str, Says]
    manual: str = field(repr=False)
    _: KW_ONLY
    source: str
    severity: Severity = Severity.ERROR
    hint: str = ""

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
        self, place: Place, variant: str, facts: Mapping[str, object], source: str = ""
    ) -> Finding:
        """Return a finding with a message of the code.

        Args:
            place: The place of the fault.
            variant: Which of the messages.
            facts: The facts of the message by name; an empty one is not known.
            source: The source that the finding shows.

        Raises:
            KeyError: If there is no such message, or it has a fact that is not given.
        """
        message = self.messages[variant]
        says, hint = _filled(message.says, facts), _filled(message.hint, facts)
        return Finding(place, self.code, self.severity, says, hint, source)


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
