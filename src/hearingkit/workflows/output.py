"""Writing without loss: all or nothing is checked first, each file is replaced in one step.

Beside what is rendered lies a manifest with the hash of every file, so that a file which somebody
has edited since is known, and kept.
"""

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from hearingkit.errors import CannotWrite, ChangedSinceRendered, FileThere, LeavesOutput
from hearingkit.workflows.workspace import shown

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Output:
    """One file to be written.

    Attributes:
        folder: Below the output folder; empty for the output folder itself.
        name: The file's name.
        data: All of it.
    """

    folder: str
    name: str
    data: bytes


def write_all(root: Path, outputs: Sequence[Output], *, force: bool = False) -> tuple[Path, ...]:
    """Write files below a folder; returns their paths, in order.

    Args:
        root: Made if it isn't there.
        outputs: What to write.
        force: Replace also what was changed since it was rendered.

    Raises:
        ChangedSinceRendered: If a file was changed, or isn't ours; then nothing is written.
        LeavesOutput: If a folder or a file is a link.
        CannotWrite: If the file system refuses.
    """
    targets = [root / output.folder / output.name for output in outputs]
    for output, target in zip(outputs, targets, strict=True):
        _refuse_links(root, output, target)
    if not force:
        _refuse_changed(outputs, targets)
    for folder in dict.fromkeys(target.parent for target in targets):
        _write_folder(folder, [output for output in outputs if root / output.folder == folder])
    return tuple(targets)


def write_file(path: Path, data: bytes, *, force: bool = False) -> str:
    """Write one file that the user has named; returns its name as shown.

    Raises:
        FileThere: If there is another file of that name already.
        CannotWrite: If the file system refuses.
    """
    try:
        if not force and path.exists() and path.read_bytes() != data:
            raise FileThere(shown(path))
        replace(path, data)
    except OSError as error:
        raise CannotWrite(shown(path), _reason(error)) from None
    return shown(path)


def _refuse_links(root: Path, output: Output, target: Path) -> None:
    """Refuse a link below the output folder: it could lead anywhere."""
    for path in (target, *([target.parent] if output.folder else [])):
        if path.is_symlink() or not path.resolve().is_relative_to(root.resolve()):
            raise LeavesOutput(shown(path))


def _refuse_changed(outputs: Sequence[Output], targets: Sequence[Path]) -> None:
    changed = [
        shown(target)
        for output, target in zip(outputs, targets, strict=True)
        if _is_changed(target, output.data)
    ]
    if changed:
        raise ChangedSinceRendered(changed)


def _is_changed(target: Path, data: bytes) -> bool:
    """Tell whether a file holds what neither was rendered before nor is to be written now."""
    if not target.exists():
        return False
    try:
        there = target.read_bytes()
    except OSError as error:
        raise CannotWrite(shown(target), _reason(error)) from None
    return there != data and _hash(there) != _manifest(target.parent).get(target.name)


def _write_folder(folder: Path, outputs: Iterable[Output]) -> None:
    known = _manifest(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for output in outputs:
            replace(folder / output.name, output.data)
            known[output.name] = _hash(output.data)
            replace(folder / MANIFEST, _manifest_bytes(known))
    except OSError as error:
        raise CannotWrite(shown(folder), _reason(error)) from None


def replace(path: Path, data: bytes) -> None:
    """Write a file in one step: whoever reads it sees the old one or the new one, whole.

    Raises:
        OSError: If the file system refuses; the old file is then as it was.
    """
    if path.is_file() and not path.is_symlink() and path.read_bytes() == data:
        return
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _manifest(folder: Path) -> dict[str, str]:
    """Return the hashes of what was rendered into a folder; none where the manifest is no good."""
    try:
        files = json.loads((folder / MANIFEST).read_text("utf-8"))["files"]
        return {str(name): str(hash_) for name, hash_ in files.items()}
    except (OSError, ValueError, LookupError, AttributeError, TypeError):
        return {}


def _manifest_bytes(files: dict[str, str]) -> bytes:
    content = {"version": 1, "files": dict(sorted(files.items()))}
    return (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode()


def _hash(data: bytes) -> str:
    return "sha256:" + hashlib.sha256(data).hexdigest()


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
