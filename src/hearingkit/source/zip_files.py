"""Zip files that are the same for the same parts: no clock, no operating system.

A part that many files have is compressed once, for all of them; ``zipfile`` would do so each time.
"""

import struct
import zlib
from collections.abc import Iterable
from typing import Final

from hearingkit.frozen import frozen

_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_VERSION: Final = 20  # the lowest that knows compressed parts
_STORED: Final = 0
_DEFLATED: Final = 8
_UTF_8: Final = 0x800
_RIGHTS: Final = 0o600 << 16  # who unpacks it on Unix may read it
_TIME: Final = (0, 0x21)  # midnight of 1 January 1980, the first that a zip file can tell


@frozen
class Packed:
    """A part of a zip file, as it stands in it.

    Attributes:
        name: Its name.
        facts: What both the part and the directory say of it.
        data: What is in it.
    """

    name: bytes
    facts: tuple[int, ...]
    data: bytes


def compressed(name: str, content: bytes) -> Packed:
    """Return a part, compressed."""
    return compressed_pieces(name, (content,))


def compressed_pieces(name: str, pieces: Iterable[bytes]) -> Packed:
    """Return a part, compressed piece by piece, so that it is never held as a whole."""
    compressor, crc, size = zlib.compressobj(wbits=-zlib.MAX_WBITS), 0, 0
    data: list[bytes] = []
    for piece in pieces:
        crc, size = zlib.crc32(piece, crc), size + len(piece)
        data.append(compressor.compress(piece))
    return _part(name, _DEFLATED, crc, size, b"".join((*data, compressor.flush())))


def stored(name: str, content: bytes) -> Packed:
    """Return a part as it is, for programs that look for it at the start of a file."""
    return _part(name, _STORED, zlib.crc32(content), len(content), content)


def _part(name: str, method: int, crc: int, size: int, data: bytes) -> Packed:
    known_as = name.encode()
    kind = (_VERSION, 0 if name.isascii() else _UTF_8, method, *_TIME)
    return Packed(known_as, (*kind, crc, len(data), size, len(known_as), 0), data)


def joined(members: Iterable[Packed]) -> bytes:
    """Return a zip file of parts, in their order.

    Source:
        APPNOTE.TXT of PKWARE 6.3: local file headers (4.3.7), central directory (4.3.12), its end
        (4.3.16).
    """
    parts: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for one in members:
        part = _LOCAL.pack(b"PK\3\4", *one.facts) + one.name + one.data
        entry = _CENTRAL.pack(b"PK\1\2", _VERSION, *one.facts, 0, 0, 0, _RIGHTS, at)
        directory.append(entry + one.name)
        parts.append(part)
        at += len(part)
    count, listed = len(parts), b"".join(directory)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(listed), at, 0)
    return b"".join((*parts, listed, end))


def packed(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a zip file of parts, given by name, in their order."""
    return joined(compressed(name, content) for name, content in parts)
