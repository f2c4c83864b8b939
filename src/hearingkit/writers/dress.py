"""What a document wears: what an office brings itself, besides what the document says."""

from hearingkit.frozen import frozen


@frozen
class Font:
    """An office's own font.

    Attributes:
        family: Its name, as ``Open Sans``.
        folder: The path of the folder with its files.
        content: A hash of what is in the folder.
    """

    family: str
    folder: str
    content: str


@frozen
class Dress:
    """What an office brings itself; each format takes what it knows of it.

    Attributes:
        letterhead: An office's own Word letterhead, a file that was found usable; None for that of
            hearingkit. Only .docx has it.
        font: Its own font; None for that of hearingkit. Only .pdf has it.
    """

    letterhead: bytes | None = None
    font: Font | None = None


PLAIN = Dress()
"""Nothing of an office's own."""
