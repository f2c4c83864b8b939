"""What plain text and Markdown have in common."""

from collections.abc import Callable, Iterable, Sequence

from hearingkit.documents.blocks import Block, Document, Image, Paragraph, Plain, Strong


def page(document: Document, title: str, shown: Callable[[Sequence[Block]], str]) -> bytes:
    """Return the parts of a document in the order in which they are read, the title as given.

    A draft says on its first line that it is one.
    """
    mark = (Paragraph((Strong((Plain(document.draft),)),)),) if document.draft else ()
    above = (mark, document.sender, document.recipient, document.references)
    below = (document.body, document.signature, document.attachments)
    return f"{apart((*map(shown, above), title, *map(shown, below)))}\n".encode()


def apart(texts: Iterable[str]) -> str:
    """Return texts with an empty line between them."""
    return "\n\n".join(filter(None, texts))


def with_pictures(
    said: Sequence[str], blocks: Iterable[Block], worded: Callable[[str], str]
) -> str:
    """Return the texts of blocks; a picture is its words, where no other block says them."""
    alts = [block.alt for block in blocks if isinstance(block, Image)]
    unsaid = (worded(alt) for alt in alts if not any(alt in text for text in said))
    return apart((*unsaid, *said))


def hung(mark: str, text: str) -> str:
    """Return text after a mark, its further lines below its first."""
    indented = f"{mark}{text}".replace("\n", f"\n{' ' * len(mark)}")
    return "\n".join(line.rstrip(" ") for line in indented.split("\n"))
