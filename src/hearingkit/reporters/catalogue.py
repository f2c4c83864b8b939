"""What a code stands for, whatever was found."""

from dataclasses import dataclass

from hearingkit.rules.catalogue import catalogue


@dataclass(frozen=True, slots=True)
class Description:
    """What a code stands for.

    Attributes:
        summary: One sentence.
        manual: What else there is to say, as lines; may be empty.
    """

    summary: str
    manual: str = ""


def describe(code: str) -> Description:
    """Return what a code stands for; of a code that nobody keeps, only the code itself."""
    entry = catalogue().get(code)
    return Description(entry.sentence, entry.manual) if entry else Description(code)
