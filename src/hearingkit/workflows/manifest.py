"""The manifest beside rendered files: by their hashes, what somebody has edited since is known.

It is written before the files and again behind them. In between it knows both the old and the new
hash of each file, so that a run that dies leaves nothing that looks edited.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

MANIFEST = "manifest.json"
_MOST_BYTES = 1_000_000

Hashes = Mapping[str, frozenset[str]]
"""The hashes that a file may have without having been edited, by the file's name."""


def hash_of(data: bytes) -> str:
    """Return how a file's content stands in a manifest."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def hash_of_file(path: Path) -> str:
    """Return the hash of a file, however large.

    Raises:
        OSError: If it can't be read.
    """
    with path.open("rb") as file:
        return f"sha256:{hashlib.file_digest(file, 'sha256').hexdigest()}"


def read_manifest(folder: Path) -> Hashes:
    """Return what was rendered into a folder; nothing where the manifest is no good.

    Then every file that is there counts as somebody else's: too careful, never careless.
    """
    try:
        with (folder / MANIFEST).open("rb") as file:
            files = json.loads(file.read(_MOST_BYTES))["files"]
        return {name: _hashes(given) for name, given in files.items()}
    except (OSError, ValueError, LookupError, AttributeError, TypeError, RecursionError):
        return {}


def manifest_bytes(hashes: Hashes) -> bytes:
    """Return a manifest as a file's content."""
    files = {name: _written(hashes[name]) for name in sorted(hashes)}
    content = {"version": 1, "files": files}
    return (json.dumps(content, indent=2) + "\n").encode()


def _hashes(given: str | Iterable[str]) -> frozenset[str]:
    return frozenset([given] if isinstance(given, str) else map(str, given))


def _written(hashes: Iterable[str]) -> str | list[str]:
    """Return the one hash; the list of them where a run is under way."""
    several = sorted(hashes)
    return several[0] if len(several) == 1 else several
