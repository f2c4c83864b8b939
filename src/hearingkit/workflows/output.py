"""Writing without loss: all or nothing is checked first, each file is replaced in one step.

Everything is rendered into a folder of its own inside the output folder before the first file is
replaced: so a full disk or a faulty template changes nothing, and thousands of hearings need no
more memory than one. Just before the replacing begins, every file there is compared with the
manifest beside it; what is edited after that moment, while files are being renamed, is not seen.
"""

import contextlib
import itertools
import os
import stat
import tempfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from hearingkit import assets
from hearingkit.errors import (
    CannotWrite,
    ChangedSinceRendered,
    FileThere,
    InTheWay,
    IntoProgram,
    IsData,
    LeavesOutput,
)
from hearingkit.workflows.manifest import (
    MANIFEST,
    hash_of,
    hash_of_file,
    manifest_bytes,
    read_manifest,
)
from hearingkit.workflows.workspace import shown

_STAGE = ".hearingkit-unfinished-"
_ABANDONED = 3600  # seconds after which nobody is working in a stage any more


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


@dataclass(frozen=True, slots=True)
class _Piece:
    """A file that waits to be put in its place.

    Attributes:
        target: Its place.
        hash: Of its content.
        staged: Where it waits; None where its place holds the same bytes already.
    """

    target: Path
    hash: str
    staged: Path | None


class _Stage:
    """A folder where files wait; made with the first file, gone at the end.

    After a ``kill -9`` it stays, and the next run that comes an hour later removes it.
    """

    def __init__(self, parent: Path) -> None:
        self._parent = parent
        self._folder: Path | None = None
        self._numbers = itertools.count()

    def hold(self, data: bytes) -> Path:
        """Write data to the disk, and return where it waits."""
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix=_STAGE, dir=self._parent))
            _remove_abandoned(self._folder)
        path = self._folder / str(next(self._numbers))
        with path.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        return path

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._folder:
            _remove(self._folder)


def write_all(root: Path, outputs: Iterable[Output], *, force: bool = False) -> tuple[Path, ...]:
    """Write files below a folder; returns their paths, in order.

    Args:
        root: Made if it isn't there; may itself be a link.
        outputs: What to write; taken one by one, and none is kept in memory.
        force: Replace also what was changed since it was rendered.

    Raises:
        ChangedSinceRendered: If a file was changed, or isn't ours; then nothing is written.
        LeavesOutput: If a folder or a file is a link; then nothing is written.
        InTheWay: If a folder stands for a file, or a file for a folder; then nothing is written.
        IntoProgram: If the folder belongs to the program.
        CannotWrite: If the file system refuses.
    """
    _refuse_program(root)
    with _Stage(root) as stage:
        pieces = [_piece(root, output, stage) for output in outputs]
        _refuse_obstacles(root, pieces)
        if not force:
            _refuse_changed(pieces)
        for folder, inside in itertools.groupby(pieces, lambda piece: piece.target.parent):
            _publish(folder, list(inside), stage)
    return tuple(piece.target for piece in pieces)


def write_file(
    path: Path, data: bytes, *, force: bool = False, never: Collection[Path] = ()
) -> str:
    """Write one file that the user has named, through a link if it is one.

    Args:
        path: Where to.
        data: All of it.
        force: Replace another file of that name.
        never: Files that are not replaced, whatever is asked for.

    Returns:
        The name as shown.

    Raises:
        IsData: If it is one of those never replaced.
        FileThere: If there is another file of that name already.
        InTheWay: If it is a folder, a device or a pipe.
        CannotWrite: If the file system refuses.
    """
    target = Path(os.path.realpath(path))
    with _telling(path), _Stage(target.parent) as stage:
        if any(_is_file(one) and one.samefile(target) for one in never if _is_file(target)):
            raise IsData(shown(path))
        if not _holds(target, data):
            if _is_file(target) and not force:
                raise FileThere(shown(path))
            stage.hold(data).replace(target)
    return shown(path)


def _piece(root: Path, output: Output, stage: _Stage) -> _Piece:
    target = root / output.folder / output.name
    hash_ = hash_of(output.data)
    with contextlib.suppress(OSError, InTheWay):  # told when everything has been rendered
        if _holds(target, output.data):
            return _Piece(target, hash_, None)
    with _telling(root):
        root.mkdir(parents=True, exist_ok=True)
        return _Piece(target, hash_, stage.hold(output.data))


def _refuse_program(root: Path) -> None:
    real = Path(os.path.realpath(root))
    own = (Path(assets.__file__).parent, assets.templates_dir())
    if any(real.is_relative_to(os.path.realpath(folder)) for folder in own):
        raise IntoProgram(shown(root))


def _refuse_obstacles(root: Path, pieces: Sequence[_Piece]) -> None:
    """Refuse what stands in the way, and links: they could lead anywhere."""
    folders = dict.fromkeys(piece.target.parent for piece in pieces)
    for folder in folders:
        _refuse_link(root, folder)
        if os.path.lexists(folder) and not os.path.isdir(folder):  # noqa: PTH112
            raise InTheWay(shown(folder), "folder")
    for path in (*(folder / MANIFEST for folder in folders), *(one.target for one in pieces)):
        _refuse_link(root, path)
        with _telling(path):
            _is_file(path)


def _refuse_link(root: Path, path: Path) -> None:
    inside = Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))
    if not inside or (path != root and os.path.islink(path)):  # noqa: PTH114
        raise LeavesOutput(shown(path))


def _refuse_changed(pieces: Sequence[_Piece]) -> None:
    changed = [shown(piece.target) for piece in pieces if piece.staged and _is_changed(piece)]
    if changed:
        raise ChangedSinceRendered(changed)


def _is_changed(piece: _Piece) -> bool:
    """Tell whether a file holds what neither was rendered before nor is to be written now."""
    with _telling(piece.target):
        if not _is_file(piece.target):
            return False
        there = hash_of_file(piece.target)
    known = read_manifest(piece.target.parent)
    return there not in {piece.hash, *known.get(piece.target.name, ())}


def _publish(folder: Path, pieces: Sequence[_Piece], stage: _Stage) -> None:
    """Put the files of one folder in their places, between two manifests."""
    before = read_manifest(folder)
    new = {piece.target.name: frozenset([piece.hash]) for piece in pieces}
    both = {name: before.get(name, frozenset()) | new[name] for name in new}
    waiting = [(piece.staged, piece.target) for piece in pieces if piece.staged]
    with _telling(folder):
        folder.mkdir(parents=True, exist_ok=True)
    if waiting:
        _write_manifest(folder, manifest_bytes({**before, **both}), stage)
    for staged, target in waiting:
        with _telling(target):
            staged.replace(target)
    _write_manifest(folder, manifest_bytes({**before, **new}), stage)


def _write_manifest(folder: Path, data: bytes, stage: _Stage) -> None:
    with _telling(folder / MANIFEST):
        if not _holds(folder / MANIFEST, data):
            stage.hold(data).replace(folder / MANIFEST)


def _holds(path: Path, data: bytes) -> bool:
    """Tell whether a file is there and holds these bytes; one of another size is not read."""
    return _is_file(path) and path.stat().st_size == len(data) and path.read_bytes() == data


def _is_file(path: Path) -> bool:
    """Tell whether a file is there.

    Raises:
        InTheWay: If it is a folder, a device or a pipe, which might never end.
        OSError: If the file system doesn't say.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return False
    if not stat.S_ISREG(mode):
        raise InTheWay(shown(path), "file")
    return True


@contextlib.contextmanager
def _telling(path: Path) -> Iterator[None]:
    """Turn the file system's refusal into an error that names the user's file."""
    try:
        yield
    except OSError as error:
        raise CannotWrite(shown(path), _reason(error)) from None


def _reason(error: OSError) -> str:
    match error:
        case FileExistsError() | NotADirectoryError():
            return "a part of its path is a file, not a folder"
        case FileNotFoundError():
            return "its folder does not exist"
        case _:
            return (error.strerror or str(error)).lower()


def _remove_abandoned(own: Path) -> None:
    """Remove the stages of runs that died, told by the file system's clock and not by ours."""
    now = own.stat().st_mtime
    for other in own.parent.glob(f"{_STAGE}*"):
        with contextlib.suppress(OSError):
            if now - other.lstat().st_mtime > _ABANDONED and not other.is_symlink():
                _remove(other)


def _remove(stage: Path) -> None:
    with contextlib.suppress(OSError):
        for path in stage.iterdir():
            path.unlink()
        stage.rmdir()
