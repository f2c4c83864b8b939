"""Every code there is, from the three places that keep them: source, model and rules."""

import inspect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from hearingkit.findings import Severity
from hearingkit.rules.run import all_rules
from hearingkit.source import manuals as source_manuals
from hearingkit.source.codes import CODES
from hearingkit.validation import manuals as model_manuals
from hearingkit.validation.faults import FAULTS, Fault


@dataclass(frozen=True, slots=True)
class CodeEntry:
    """What a code stands for, whatever was found.

    Attributes:
        code: ``HK`` and three digits.
        severity: How grave it is, if the workspace doesn't grade it anew.
        sentence: The fault, or what the rule asks for.
        messages: What a finding says, with the names of facts in braces; may be empty.
        source: The law, guidance or format that asks for it.
        manual: Why, and how to mend it: paragraphs, then examples that begin with Bad and Good.
    """

    code: str
    severity: Severity
    sentence: str
    messages: tuple[str, ...]
    source: str
    manual: str


@cache
def catalogue() -> Mapping[str, CodeEntry]:
    """Return every code's entry, in the order of codes."""
    entries = [*_of_source(), *_of_model(), *_of_rules()]
    return {entry.code: entry for entry in sorted(entries, key=lambda entry: entry.code)}


def _of_source() -> Iterator[CodeEntry]:
    for code, known in CODES.items():
        manual = source_manuals.MANUALS[code].strip()
        yield CodeEntry(code, known.severity, known.says, (), source_manuals.SOURCE, manual)


def _of_model() -> Iterator[CodeEntry]:
    faults: dict[str, list[Fault]] = {}
    for fault in FAULTS.values():
        faults.setdefault(fault.code, []).append(fault)
    for code, kinds in faults.items():
        known = model_manuals.MANUALS[code]
        messages = tuple(kind.says.replace("{meant}", "") for kind in kinds)
        severity = kinds[0].severity
        source = model_manuals.SOURCE
        yield CodeEntry(code, severity, known.says, messages, source, known.text.strip())


def _of_rules() -> Iterator[CodeEntry]:
    for code, rule in all_rules().items():
        sentence, _, manual = inspect.cleandoc(rule.manual).partition("\n\n")
        sentence = " ".join(sentence.split())
        yield CodeEntry(
            code, rule.severity, sentence, tuple(rule.messages.values()), rule.source, manual
        )
