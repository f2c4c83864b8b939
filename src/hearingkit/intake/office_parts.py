"""Office files that would fill the memory, refused before a library makes trees of their parts."""

import io
import re
import zipfile
from typing import IO, Final
from xml.parsers import expat

from hearingkit.intake.grid import NoList

_DEEPEST: Final = 250  # as libxml2 has it; Office nests some 30 deep
_MOST_HELD: Final = 2_000_000  # some 300 bytes each
_LONGEST_TAG: Final = 250_000  # those with pictures for old programs have 100,000
_LET_GO: Final = ("row", "si")  # rows, and texts that cells share: freed once they are read
_UNREAD: Final = re.compile(rb"\xff\xfe\0\0|\0\0\xfe\xff|<\0\0\0|\0\0\0<|\x4c\x6f\xa7\x94")
"""How XML begins in encodings that libxml2 reads, and expat doesn't: UTF-32, EBCDIC."""
_OF_ENCODINGS: Final = frozenset({18, 19})  # the codes of expat for unknown and wrong ones


def refuse_vast(data: bytes, most: int) -> None:
    """Read through all parts of an office file.

    Args:
        data: The file.
        most: The most elements that its parts may have together.

    Raises:
        NoList: If they have more, stand in each other without end, or a part has a DTD.
        ExpatError: If a part is in an encoding that only other readers know.
        ValueError: If it is in another one of these.

    Source:
        ISO/IEC 29500-2, 8.1.4: a part has no DTD, and is in UTF-8 or UTF-16.
    """
    elements = _Elements(most)
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        for info in file.infolist():
            with file.open(info) as part:
                elements.read(part)


class _Elements:
    """The elements of parts, counted.

    Args:
        most: How many there may be.
    """

    def __init__(self, most: int) -> None:
        self._most, self._count, self._depth = most, 0, 0
        self._held, self._held_before = 0, 0

    def read(self, part: IO[bytes]) -> None:
        """Read through a part, up to where it is no XML."""
        head = part.read(4)
        part.seek(0)
        try:
            self._parse(part)
        except expat.ExpatError as error:
            if error.code in _OF_ENCODINGS or _UNREAD.match(head):
                raise

    def _parse(self, part: IO[bytes]) -> None:
        """Read a part; expat reads what a tag holds anew each time that it gets more of it."""
        parser, given = self._parser(), 0
        while piece := part.read(_LONGEST_TAG):
            given += len(piece)
            parser.Parse(piece)
            if given - parser.CurrentByteIndex > 2 * _LONGEST_TAG:
                raise NoList(f"it has a tag of more than {_LONGEST_TAG:,} bytes")
        parser.Parse(b"", True)

    def _parser(self) -> expat.XMLParserType:
        self._depth = 0
        parser = expat.ParserCreate()
        parser.ordered_attributes = True
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = self._refuse_dtd
        return parser

    def _begin(self, name: str, _attributes: object) -> None:
        self._count += 1
        self._held += 1
        self._depth += 1
        if self._depth > _DEEPEST:
            raise NoList("it is nested too deeply")
        if self._count > self._most or self._held > _MOST_HELD:
            raise NoList("it has more in it than a list can have; split it")
        if name.endswith(_LET_GO):
            self._held_before = self._held

    def _end(self, name: str) -> None:
        self._depth -= 1
        if name.endswith(_LET_GO):
            self._held = self._held_before

    def _refuse_dtd(self, *_: object) -> None:
        raise NoList("it holds a DTD, which no office file does; save it again")
