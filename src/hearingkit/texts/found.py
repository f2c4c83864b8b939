"""What is found in a text: as it is written there, and where."""

from hearingkit.frozen import frozen


@frozen
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
