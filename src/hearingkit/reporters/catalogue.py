"""Describe what a code means, independent of a finding."""

from dataclasses import dataclass

from hearingkit.rules.catalogue import catalogue


@dataclass(frozen=True, slots=True)
class Description:
    """The meaning of a code.

    Attributes:
        summary: One sentence.
        manual: More explanation, in lines; may be empty.
    """

    summary: str
    manual: str = ""


def describe(code: str) -> Description:
    """Return the meaning of a code; for an unknown code, only the code itself."""
    entry = catalogue().get(code)
    return Description(entry.sentence, entry.manual) if entry else Description(code)
