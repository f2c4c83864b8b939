"""What plain text and Markdown have in common."""

from collections.abc import Callable, Iterable, Sequence

from hearingkit.documents.blocks import Block, Document, Image, LineBlock, Paragraph, Plain, Strong


def page(document: Document, title: str, shown: Callable[[Sequence[Block]], str]) -> bytes:
    """Return the parts of a document in the order in which they are read, the title as given.

    A draft says on its first line that it is one.
    """
    mark = (Paragraph((Strong((Plain(document.draft),)),)),) if document.draft else ()
    above = (mark, _on_lines(document.sender), document.recipient, document.references)
    below = (document.body, document.signature, document.attachments)
    return f"{apart((*map(shown, above), title, *map(shown, below)))}\n".encode()


def _on_lines(sender: Sequence[Block]) -> Sequence[Block]:
    """Return a sender whose contact lines follow its name, as in the head of a mail."""
    lines = tuple(line for one in sender if isinstance(one, LineBlock) for line in one.lines)
    others = tuple(one for one in sender if not isinstance(one, LineBlock))
    is_head = sender and all(isinstance(one, Image) for one in others)
    return (*others, LineBlock(lines)) if is_head and lines else sender


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
