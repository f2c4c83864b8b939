"""What a document wears: what an office brings itself, besides what the document says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dress:
    """What an office brings itself; each format takes what it knows of it.

    Attributes:
        letterhead: An office's own Word letterhead, a file that was found usable; None for that of
            hearingkit. Only .docx has it.
    """

    letterhead: bytes | None = None


PLAIN = Dress()
"""Nothing of an office's own."""
