"""What is found in a text: as it is written there, and where."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """A part of a text.

    Attributes:
        text: As it stands there.
        start: Its offset.
    """

    text: str
    start: int

    @property
    def end(self) -> int:
        """Return the offset behind it."""
        return self.start + len(self.text)
