"""The manifest beside rendered files: hashes show which files were edited later.

It is written before the files and again after them. In between it holds the old and the new hash of
each file, so that no file looks edited after a run that was killed.
"""

import codecs
import contextlib
import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

from hearingkit.frozen import frozen
from hearingkit.patterns import late_pattern
from hearingkit.workflows.folder import Folder

MANIFEST: Final = "manifest.json"
_MOST_BYTES: Final = 100_000_000  # letters to 100,000 recipients in three formats
# No manifest names a file elsewhere.
_NAME: Final = late_pattern(r"[^\W_][^/\\:\x00-\x1f]*\.[a-z]+")
_BROKEN: Final = (OSError, ValueError, LookupError, AttributeError, TypeError, RecursionError)

Hashes = Mapping[str, frozenset[str]]
"""By file name, the hashes of a file that nobody has edited."""
MadeOf = Mapping[str, str]
"""By file name, the hash of what a file was made of."""


def hash_of(data: bytes) -> str:
    """Return the hash of a file's content, as the manifest holds it."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def is_edited(data: bytes, known: Collection[str]) -> bool:
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
    """What a manifest tells of a folder.

    Attributes:
        hashes: Of the files that were rendered into it.
        made_of: What they were made of, as far as somebody will ask.
    """

    hashes: Hashes
    made_of: MadeOf


def read_manifest(folder: Folder) -> Manifest:
    """Return what the manifest of a folder tells.

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
        made_of = {str(name): str(given) for name, given in content["made_of"].items()}
    return Manifest(hashes, made_of)


def manifest_bytes(hashes: Hashes, made_of: MadeOf | None = None) -> bytes:
    """Return the content of a manifest file."""
    files = {name: _written(hashes[name]) for name in sorted(hashes)}
    content = {"version": 1, "files": files, **({"made_of": made_of} if made_of else {})}
    # json is ten times slower where it is to indent; a line for each file is what git needs.
    return (json.dumps(content, separators=(",\n  ", ": ")) + "\n").encode()


def _hashes(given: str | Iterable[str]) -> frozenset[str]:
    return frozenset([given] if isinstance(given, str) else map(str, given))


def _written(hashes: Iterable[str]) -> str | list[str]:
    """Return the hash; a list of hashes while files are being written."""
    several = sorted(hashes)
    return several[0] if len(several) == 1 else several
