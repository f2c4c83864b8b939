"""A letter that many get, each with another address: written once, and filled for each of them.

In a mould, texts that may differ are marks: signs for private use, which nothing else in the letter
has. What takes the place of a mark is written as python-docx writes it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from html import escape
from typing import Final, Self

from hearingkit.documents.blocks import Block, Cell, Document, Field, Fields, LineBlock, Plain
from hearingkit.frozen import frozen
from hearingkit.patterns import late_pattern
from hearingkit.source.zip_files import Packed, compressed, joined
from hearingkit.writers import _ooxml

_FIRST: Final = 0xF0000
_MOST: Final = 0x1000
_MARK: Final = re.compile(rb"(\xf3\xb0[\x80-\xbf]{2})\1*")  # in UTF-8
_SHOWN_MARK: Final = late_pattern(r"(\\U000f0[0-9a-f]{3})\1*")  # by repr
# In what stays on one line, Word has signs of its own for them.
_KEPT: Final = late_pattern("([- ])")


@frozen
class Mould:
    """A Word file with marks.

    Attributes:
        parts: Those without a mark are ready; of the others, text, and between it the numbers of
            marks.
    """

    parts: tuple[Packed | tuple[str, tuple[bytes | int, ...]], ...]

    @classmethod
    def of(cls, parts: Mapping[str, bytes]) -> Self:
        """Return the mould of the parts of a Word file."""
        return cls(
            tuple(
                (name, _pieces(part)) if _has_marks(name, part) else compressed(name, part)
                for name, part in parts.items()
            )
        )

    def filled(self, texts: Sequence[str]) -> bytes:
        """Return the file with texts in place of its marks."""
        written = [escape(text, quote=False).encode() for text in texts]
        return joined(
            one if isinstance(one, Packed) else compressed(one[0], _filled(one[1], written))
            for one in self.parts
        )


def marked(document: Document) -> tuple[Document, tuple[str, ...]]:
    """Return a document with marks in its recipient, references and fields, and their texts."""
    marks = _Marks()
    return marks.put_into(document), tuple(marks.texts)


def has_others(document: Document, marks: int, parts: Mapping[str, bytes]) -> bool:
    """Return whether signs that marks are of stand elsewhere too: then there can be no mould.

    Args:
        document: With its marks.
        marks: How many.
        parts: Of the letterhead, by name.
    """
    found = len(_SHOWN_MARK.findall(repr(document)))
    return found != marks or any(_has_marks(*part) for part in parts.items())


@frozen
class _Marks:
    """Puts marks in place of texts.

    Attributes:
        texts: What made way for each mark.
    """

    texts: list[str] = field(default_factory=list)

    def put_into(self, document: Document) -> Document:
        return replace(
            document,
            recipient=tuple(map(self._address, document.recipient)),
            references=tuple(map(self._numbers, document.references)),
            fields={name: self._mark(value) for name, value in document.fields.items()},
        )

    def _address(self, block: Block) -> Block:
        if not isinstance(block, LineBlock):
            return block
        return LineBlock(tuple(map(self._line, block.lines)))

    def _line(self, line: Cell) -> Cell:
        return tuple(
            Plain(self._mark(one.text)) if isinstance(one, Plain) and not one.unbroken else one
            for one in line
        )

    def _numbers(self, block: Block) -> Block:
        if not isinstance(block, Fields):
            return block
        return Fields(tuple(Field(one.label, self._number(one.value)) for one in block.fields))

    def _number(self, value: Cell) -> Cell:
        """Mark each piece by as many signs as it has: columns get their widths by them."""
        return tuple(
            replace(one, text="".join(map(self._piece, _KEPT.split(one.text))))
            if isinstance(one, Plain) and one.unbroken
            else one
            for one in value
        )

    def _piece(self, text: str) -> str:
        return text if _KEPT.fullmatch(text) else self._mark(text, len(text))

    def _mark(self, text: str, length: int = 1) -> str:
        """Return a mark; the text itself where it is not written as any other would be."""
        is_as_any = text == text.strip() == _ooxml.carried(text)
        if not text or not is_as_any or len(self.texts) == _MOST:
            return text
        self.texts.append(text)
        return chr(_FIRST + len(self.texts) - 1) * length


def _has_marks(name: str, part: bytes) -> bool:
    return name.endswith(".xml") and bool(_MARK.search(part))


def _pieces(part: bytes) -> tuple[bytes | int, ...]:
    split = enumerate(_MARK.split(part))
    return tuple(ord(one.decode()) - _FIRST if at % 2 else one for at, one in split)


def _filled(pieces: Iterable[bytes | int], written: Sequence[bytes]) -> bytes:
    return b"".join(one if isinstance(one, bytes) else written[one] for one in pieces)
