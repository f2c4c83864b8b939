"""The manifest beside rendered files: hashes show which files were edited later.

It is written before the files and again after them. In between it holds the old and the new hash of
each file, so that no file looks edited after a run that was killed.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

MANIFEST = "manifest.json"
_MOST_BYTES = 1_000_000

Hashes = Mapping[str, frozenset[str]]
"""By file name, the hashes of a file that nobody has edited."""


def hash_of(data: bytes) -> str:
    """Return the hash of a file's content, as the manifest holds it."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def hash_of_file(path: Path) -> str:
    """Return the hash of a file, however large.

    Raises:
        OSError: If it can't be read.
    """
    with path.open("rb") as file:
        return f"sha256:{hashlib.file_digest(file, 'sha256').hexdigest()}"


def read_manifest(folder: Path) -> Hashes:
    """Return the hashes of the files that were rendered into a folder.

    They are empty if the manifest can't be read; then no file there is replaced without
    ``--force``.
    """
    try:
        with (folder / MANIFEST).open("rb") as file:
            files = json.loads(file.read(_MOST_BYTES))["files"]
        return {name: _hashes(given) for name, given in files.items()}
    except (OSError, ValueError, LookupError, AttributeError, TypeError, RecursionError):
        return {}


def manifest_bytes(hashes: Hashes) -> bytes:
    """Return the content of a manifest file."""
    files = {name: _written(hashes[name]) for name in sorted(hashes)}
    content = {"version": 1, "files": files}
    return (json.dumps(content, indent=2) + "\n").encode()


def _hashes(given: str | Iterable[str]) -> frozenset[str]:
    return frozenset([given] if isinstance(given, str) else map(str, given))


def _written(hashes: Iterable[str]) -> str | list[str]:
    """Return the hash; a list of hashes while files are being written."""
    several = sorted(hashes)
    return several[0] if len(several) == 1 else several
