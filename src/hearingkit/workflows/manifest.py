"""The manifest beside rendered files: hashes show which files were edited later.

It is written before the files and again after them. In between it holds the old and the new hash of
each file, so that no file looks edited after a run that was killed.
"""

import codecs
import contextlib
import hashlib
import itertools
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final

from hearingkit.frozen import frozen
from hearingkit.patterns import late_pattern
from hearingkit.workflows.folder import Folder

MANIFEST: Final = "manifest.json"
_MOST_BYTES: Final = 100_000_000  # letters to 100,000 recipients in three formats
_KIND: Final = "sha256:"
_BETWEEN: Final = ",\n  "  # a line for each file is what git needs
_AT_ONCE: Final = 1000  # entries that are written at once
# No manifest names a file elsewhere.
_NAME: Final = late_pattern(r"[^\W_][^/\\:\x00-\x1f]*\.[a-z]+")
_BROKEN: Final = (OSError, ValueError, LookupError, AttributeError, TypeError, RecursionError)

Hash = bytes
"""The SHA-256 of a content; the manifest writes it with ``sha256:`` and figures."""
Hashes = Mapping[str, tuple[Hash, ...]]
"""By file name, the hashes of a file that nobody has edited."""
MadeOf = Mapping[str, Hash]
"""By file name, the hash of what a file was made of."""


def hash_of(data: bytes) -> Hash:
    """Return the hash of a content."""
    return hashlib.sha256(data).digest()


def is_edited(data: bytes, known: Collection[Hash]) -> bool:
    """Return whether a file has none of the contents that are known by their hashes.

    Line ends and the mark of UTF-8 in front don't count: git, editors and the hooks of repositories
    change them, in either direction.
    """
    if hash_of(data) in known:
        return False
    plain = data.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n")
    ends, marks = (plain, plain.replace(b"\n", b"\r\n")), (b"", codecs.BOM_UTF8)
    return not {hash_of(mark + one) for one in ends for mark in marks} & {*known}


@frozen
class Manifest:
    """What a manifest says of a folder.

    Attributes:
        hashes: Of the files that were rendered into it.
        made_of: What they were made of, as far as somebody will ask.
    """

    hashes: Hashes
    made_of: MadeOf


def read_manifest(folder: Folder) -> Manifest:
    """Return what the manifest of a folder says.

    What of it can't be read is empty; then no file there is replaced without ``--force``.
    """
    content: dict[str, Any] = {}
    with contextlib.suppress(*_BROKEN):
        content = json.loads(folder.read(MANIFEST, _MOST_BYTES) or b"")
    hashes: Hashes = {}
    made_of: MadeOf = {}
    with contextlib.suppress(*_BROKEN):
        files = content["files"].items()
        hashes = {name: _hashes(given) for name, given in files if _NAME.fullmatch(name)}
    with contextlib.suppress(*_BROKEN):
        made_of = {str(name): _read(given) for name, given in content["made_of"].items()}
    return Manifest(hashes, made_of)


def manifest_pieces(hashes: Hashes, made_of: MadeOf) -> Iterator[bytes]:
    """Yield the content of a manifest file."""
    files = ((name, _several(hashes[name])) for name in sorted(hashes))
    others = ((name, _written(one)) for name, one in made_of.items())
    yield b'{"version": 1'
    for key, entries in (("files", files), *([("made_of", others)] if made_of else [])):
        yield f'{_BETWEEN}"{key}": {{'.encode()
        for number, some in enumerate(_written_together(entries)):
            yield f"{_BETWEEN if number else ''}{some}".encode()
        yield b"}"
    yield b"}\n"


def _written_together(entries: Iterable[tuple[str, str | list[str]]]) -> Iterator[str]:
    """Yield entries as JSON, many at a time: of all at once, json holds several copies."""
    waiting = iter(entries)
    while some := dict(itertools.islice(waiting, _AT_ONCE)):
        yield json.dumps(some, separators=(_BETWEEN, ": "))[1:-1]


def _hashes(given: str | Iterable[str]) -> tuple[Hash, ...]:
    return (_read(given),) if isinstance(given, str) else tuple(map(_read, given))


def _read(written: str) -> Hash:
    """Return a hash; one that can't be read is that of no file."""
    with contextlib.suppress(ValueError):
        return bytes.fromhex(str(written).removeprefix(_KIND))
    return b""


def _several(hashes: Iterable[Hash]) -> str | list[str]:
    """Return the hash; a list of hashes while files are being written."""
    several = sorted(map(_written, hashes))
    return several[0] if len(several) == 1 else several


def _written(one: Hash) -> str:
    return f"{_KIND}{one.hex()}"
