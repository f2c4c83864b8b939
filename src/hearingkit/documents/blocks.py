"""A document as a value: named parts of blocks, blocks of inline text.

All values are frozen and hold only plain text, so that a writer decides nothing but how to show it.
Text never holds control characters or line breaks: a line break is ``LineBreak``.
"""

import datetime as dt
import enum
import itertools
from collections.abc import Mapping
from dataclasses import field, replace
from typing import assert_never

from hearingkit.frozen import frozen
from hearingkit.language.language import Language
from hearingkit.patterns import late_pattern


@frozen
class Plain:
    """Plain text.

    Attributes:
        text: What is printed.
        unbroken: It stays on one line: an e-mail address, a web address, a case number.
    """

    text: str
    unbroken: bool = False


@frozen
class LineBreak:
    """A new line inside a paragraph."""


@frozen
class Strong:
    """Important text, shown bold."""

    children: "tuple[Inline, ...]"


@frozen
class Emphasis:
    """Stressed text, shown in italics."""

    children: "tuple[Inline, ...]"


@frozen
class Link:
    """Text that leads to an address.

    Attributes:
        href: An absolute ``https:``, ``http:``, ``mailto:`` or ``tel:`` address.
        children: What is printed; holds no other link.
        told: The address that paper needs behind it; empty where none is needed.
    """

    href: str
    children: "tuple[Inline, ...]"
    told: str = ""

    @property
    def printed(self) -> "tuple[Inline, ...]":
        """Return what stands behind the link on paper."""
        return (Plain(" "), Plain(f"<{self.told}>", unbroken=True)) if self.told else ()


Inline = Plain | LineBreak | Strong | Emphasis | Link


@frozen
class Paragraph:
    """A paragraph of running text; never empty."""

    inlines: tuple[Inline, ...]


@frozen
class Heading:
    """A heading inside a part.

    Attributes:
        level: 1 is the highest below the document's title.
        inlines: What is printed.
    """

    level: int
    inlines: tuple[Inline, ...]


class Marker(enum.StrEnum):
    """What stands before a list's items."""

    BULLET = "bullet"
    NUMBER = "number"
    NONE = "none"


@frozen
class ItemList:
    """A list.

    Attributes:
        items: Each item's blocks; never empty, and no item is.
        marker: A bullet, a number, or nothing (the names of recipients).
        start: The first item's number.
    """

    items: "tuple[tuple[Block, ...], ...]"
    marker: Marker = Marker.BULLET
    start: int = 1


Cell = tuple[Inline, ...]

# 1 200, 1.200,50, −3 %, 5 mio. kr.; neither a date nor the number of a case.
_FIGURE = late_pattern(
    r"[-−–+]?\s?[0-9]+(?:[.\s][0-9]{3})*(?:,[0-9]+)?(?:\s?%|\s(?:mill\.|mio\.|mia\.)?\s?kr\.?)?(?:,-)?"
)
_NO_FIGURE = frozenset(("", "-", "–", "—"))


class Alignment(enum.StrEnum):
    """Where the text of a column stands."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@frozen
class Table:
    """A table of data with a head row; every row is as long as the head.

    Attributes:
        head: The names of the columns.
        rows: The cells of each row.
        alignments: Of the columns, None where it has none; empty where none has one.
    """

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    alignments: tuple[Alignment | None, ...] = ()

    def aligned(self) -> tuple[Alignment, ...]:
        """Return the alignment of each column: without one, figures stand right."""
        given = dict(enumerate(self.alignments))
        return tuple(given.get(column) or self._usual(column) for column in range(len(self.head)))

    def with_whole_figures(self) -> "Table":
        """Return the table with each figure on one line: "1 000" is not broken at its space."""
        return replace(self, rows=tuple(tuple(map(_whole_figure, row)) for row in self.rows))

    def _usual(self, column: int) -> Alignment:
        return Alignment.RIGHT if self._has_figures(column) else Alignment.LEFT

    def _has_figures(self, column: int) -> bool:
        """Return whether each cell below the head is a figure, or has none to tell."""
        texts = [plain(row[column]) for row in self.rows]
        figures = [bool(_FIGURE.fullmatch(text)) for text in texts]
        others = (text for text, is_figure in zip(texts, figures, strict=True) if not is_figure)
        return any(figures) and all(text in _NO_FIGURE for text in others)


@frozen
class LineBlock:
    """Short lines that stay together: an address, a signature."""

    lines: tuple[tuple[Inline, ...], ...]


@frozen
class Field:
    """A labelled value; an empty value is printed as the label alone.

    Attributes:
        label: With its colon.
        value: What is printed after it.
    """

    label: str
    value: tuple[Inline, ...]

    @property
    def line(self) -> tuple[Inline, ...]:
        """Return the label and the value on one line."""
        return (Plain(f"{self.label} "), *self.value) if plain(self.value) else (Plain(self.label),)


@frozen
class Fields:
    """Labelled values, one a line: the references of a letter."""

    fields: tuple[Field, ...]


@frozen
class Columns:
    """Blocks side by side, each column read to its end before the next: signatures."""

    columns: "tuple[tuple[Block, ...], ...]"


@frozen
class Image:
    """A picture: a logo.

    Attributes:
        data: The bytes of a PNG or JPEG file.
        media_type: ``image/png`` or ``image/jpeg``.
        alt: What the picture says to those who don't see it.
    """

    data: bytes
    media_type: str
    alt: str


Block = Paragraph | Heading | ItemList | Table | LineBlock | Fields | Columns | Image


@frozen
class Document:
    """A letter or a printed list.

    The parts are read in the order of the attributes; an absent part is empty.

    Attributes:
        language: Of the whole document.
        title: Printed as the title, and the document's title in its properties.
        author: The issuer's name, for the document's properties.
        dated: When it was made, for the document's properties; UTC.
        page_label: The word before the number of a page: «Side».
        sender: The letterhead: the issuer's name and contact lines.
        recipient: Who it is sent to.
        references: Case numbers and dates.
        body: The text.
        signature: Closing and signatories.
        attachments: Enclosures and copies.
        draft: The word that marks each page of a draft: «UDKAST»; empty where it is none.
        sender_on_right: Whether the letterhead stands on the right side, not on the left.
        link_addresses: Whether paper tells where links lead whose text does not.
        fields: Single values by name, as an office's own letterhead asks for them; an empty one
            has nothing to show.
    """

    language: Language
    title: str
    author: str
    dated: dt.datetime
    page_label: str
    sender: tuple[Block, ...] = ()
    recipient: tuple[Block, ...] = ()
    references: tuple[Block, ...] = ()
    body: tuple[Block, ...] = ()
    signature: tuple[Block, ...] = ()
    attachments: tuple[Block, ...] = ()
    draft: str = ""
    sender_on_right: bool = False
    link_addresses: bool = True
    fields: Mapping[str, str] = field(default_factory=dict)

    @property
    def closing(self) -> tuple[Block, ...]:
        """Return what the signature begins with: «Med venlig hilsen»."""
        is_said = (isinstance(block, Paragraph) for block in self.signature)
        return tuple(itertools.compress(self.signature, itertools.takewhile(bool, is_said)))

    @property
    def signatories(self) -> tuple[Block, ...]:
        """Return the signature without its closing."""
        return self.signature[len(self.closing) :]

    @property
    def full_title(self) -> str:
        """Return the title for the document's properties, where a draft tells that it is one."""
        return f"{self.draft}: {self.title}" if self.draft else self.title


def _whole_figure(cell: Cell) -> Cell:
    match cell:
        case (Plain(text=text),) if _FIGURE.fullmatch(text):
            return (Plain(text, unbroken=True),)
        case _:
            return cell


def plain(inlines: tuple[Inline, ...]) -> str:
    """Return the text alone: no emphasis, no link targets, a space for a line break."""
    return "".join(_plain(inline) for inline in inlines)


def _plain(inline: Inline) -> str:
    match inline:
        case Plain(text=text):
            return text
        case LineBreak():
            return " "
        case Strong() | Emphasis() | Link():
            return plain(inline.children)
        case _:
            assert_never(inline)
