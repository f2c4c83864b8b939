"""Write output files without losing edits: a hearing's folder is of one state, old or new.

All files are rendered into a temporary folder inside the output folder before the first file is
replaced. So a full disk or a faulty template changes nothing, and thousands of hearings need no
more memory than one. Just before the files of a folder are replaced, what is there is compared with
the manifest beside it; where a file was edited, the folder is left as it is. An edit made after
that, while files are being renamed, is not noticed.
"""

import contextlib
import functools
import itertools
import os
import stat
import tempfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from hearingkit import assets, errors
from hearingkit.errors import HearingkitError, InTheWay
from hearingkit.workflows.folder import Folder
from hearingkit.workflows.manifest import (
    MANIFEST,
    Hashes,
    hash_of,
    is_edited,
    manifest_bytes,
    read_manifest,
)
from hearingkit.workflows.workspace import display_path

_STAGE = ".hearingkit-unfinished-"
_ABANDONED = 3600  # seconds after which a temporary folder is no longer in use


@dataclass(frozen=True, slots=True)
class Output:
    """One file to write.

    Attributes:
        folder: The folder below the output folder; empty for the output folder itself.
        name: The name of the file.
        data: The content.
    """

    folder: str
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Written:
    """What became of an output folder.

    Attributes:
        paths: The files that are now as they should be, in order.
        removed: Files and folders that were taken away.
        kept: Files that somebody changed; for them, their folder was left as it is.
    """

    paths: tuple[Path, ...] = ()
    removed: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()

    @classmethod
    def joined(cls, parts: Iterable["Written"]) -> "Written":
        """Return several as one."""
        several = zip(*((one.paths, one.removed, one.kept) for one in parts), strict=True)
        return cls(*(tuple(itertools.chain.from_iterable(paths)) for paths in several))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A file that is ready to be moved to its place.

    Attributes:
        folder: Its folder below the output folder.
        name: Its name.
        hash: The hash of its content.
        staged: Its name in the stage; None if there is a file with this content already.
    """

    folder: str
    name: str
    hash: str
    staged: str | None


class _Stage:
    """A temporary folder for finished files; created with the first file, removed at the end.

    After ``kill -9`` it stays; a run at least an hour later removes it.
    """

    def __init__(self, parent: Path, *, make: bool = False) -> None:
        self._parent, self._make = parent, make
        self._opened = contextlib.ExitStack()
        self._numbers = itertools.count()

    @functools.cached_property
    def parent(self) -> Folder:
        """Return the folder that it is in, which stays open."""
        if self._make:
            self._parent.mkdir(parents=True, exist_ok=True)
        return self._opened.enter_context(Folder(self._parent))

    @functools.cached_property
    def folder(self) -> Folder:
        """Return the temporary folder."""
        parent = self.parent
        path = Path(tempfile.mkdtemp(prefix=_STAGE, dir=self._parent))
        self._opened.callback(_remove, parent, path.name)
        _remove_abandoned(parent, path)
        return self._opened.enter_context(Folder(path, parent))

    def hold(self, data: bytes) -> str:
        """Write data into the temporary folder, and return the name."""
        name = str(next(self._numbers))
        self.folder.write_new(name, data)
        return name

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()


def write_all(root: Path, outputs: Iterable[Output], *, force: bool = False) -> Written:
    """Write files below a folder; what was rendered there before and isn't now is taken away.

    Args:
        root: The output folder; created if missing. It may be a link.
        outputs: The files to write, those of a folder one after the other; they are taken one by
            one, and not kept in memory.
        force: Also replace, and take away, files that were changed after they were rendered.

    Raises:
        InTheWay: If there is a folder in place of a file, or a file in place of a folder.
        HearingkitError: If a folder or a file is a link, the folder belongs to the program, or
            another run keeps it. In all these cases nothing is written. Also if the file system
            refuses; then some of the files may be written.
    """
    _refuse_program(root)
    with _Stage(root, make=True) as stage:
        if root.is_dir():
            _lock(root, stage)
        pieces = [_piece(root, output, stage) for output in outputs]
        _lock(root, stage)
        _refuse_obstacles(root, pieces)
        return Written.joined(
            _published(root / folder, tuple(inside), stage, force=force)
            for folder, inside in itertools.groupby(pieces, lambda piece: piece.folder)
        )


@contextlib.contextmanager
def opened(root: Path, folder: str) -> Iterator[Folder]:
    """Open a folder below an output folder, for files written one by one; both are made if missing.

    Raises:
        InTheWay: If there is a file in place of the folder.
        HearingkitError: If the folder is a link or belongs to the program, another run keeps the
            output folder, or the file system refuses.
    """
    _refuse_program(root)
    with _Stage(root, make=True) as stage:
        _lock(root, stage)
        _refuse_link(root, root / folder)
        with naming_file(root / folder), stage.parent.below(folder) as there:
            yield there


def write_file(
    path: Path, data: bytes, *, force: bool = False, never: Collection[Path] = ()
) -> str:
    """Write one file that the user has named; a link is followed.

    Args:
        path: The file to write.
        data: The content.
        force: Replace an existing file with other content.
        never: Files that are not replaced, even with ``force``.

    Returns:
        The path, as messages show it.

    Raises:
        InTheWay: If it is a folder, a device or a pipe.
        HearingkitError: If it is in ``never``, another file of that name exists, or the file system
            refuses.
    """
    target = Path(os.path.realpath(path))
    with naming_file(path), _Stage(target.parent) as stage:
        refuse_data(path, never)
        if not _holds(target, data):
            if is_file(target) and not force:
                raise errors.file_exists(display_path(path))
            stage.parent.take(target.name, stage.folder, stage.hold(data))
    return display_path(path)


def refuse_data(path: Path, never: Collection[Path]) -> None:
    """Refuse a file that holds hearing data; a link is followed.

    Raises:
        InTheWay: If it is a folder, a device or a pipe.
        HearingkitError: If it is in ``never``.
    """
    target = Path(os.path.realpath(path))
    if any(is_file(one) and one.samefile(target) for one in never if is_file(target)):
        raise errors.is_data(display_path(path))


def _piece(root: Path, output: Output, stage: _Stage) -> _Piece:
    target = root / output.folder / output.name
    hash_ = hash_of(output.data)
    with contextlib.suppress(OSError, InTheWay):  # reported when all is rendered
        if _holds(target, output.data):
            return _Piece(output.folder, output.name, hash_, None)
    with naming_file(root):
        return _Piece(output.folder, output.name, hash_, stage.hold(output.data))


def _refuse_program(root: Path) -> None:
    real = Path(os.path.realpath(root))
    own = (Path(assets.__file__).parent, assets.templates_dir())
    if any(real.is_relative_to(os.path.realpath(folder)) for folder in own):
        raise errors.into_program(display_path(root))


def _refuse_obstacles(root: Path, pieces: Sequence[_Piece]) -> None:
    """Refuse files in place of folders and folders in place of files, and links.

    A link could lead anywhere.
    """
    targets = [root / piece.folder / piece.name for piece in pieces]
    folders = dict.fromkeys(target.parent for target in targets)
    for folder in folders:
        _refuse_link(root, folder)
        if os.path.lexists(folder) and not os.path.isdir(folder):  # noqa: PTH112
            raise InTheWay(display_path(folder), "folder")
    for path in (*(folder / MANIFEST for folder in folders), *targets):
        _refuse_link(root, path)
        with naming_file(path):
            is_file(path)


def _refuse_link(root: Path, path: Path) -> None:
    with naming_file(path):  # it may go while it is looked at
        inside = Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))
    if not inside or (path != root and os.path.islink(path)):  # noqa: PTH114
        raise errors.leaves_output(display_path(path))


class _Publishing:
    """The files of one folder, on their way to their places."""

    def __init__(self, folder: Folder, pieces: Sequence[_Piece], stage: _Stage) -> None:
        self._folder, self._pieces, self._stage = folder, pieces, stage
        self._before = read_manifest(folder)
        self._new: Hashes = {piece.name: frozenset([piece.hash]) for piece in pieces}
        self._old = [name for name in self._before if name not in self._new and folder.holds(name)]

    def publish(self, *, force: bool) -> Written:
        """Move the files to their places, and take away those that are no longer rendered.

        Nothing is done if a file was edited, but by force.
        """
        kept = () if force else tuple(self._edited())
        if kept:
            return Written(kept=kept)
        waiting = [(piece.name, piece.staged) for piece in self._pieces if piece.staged]
        if waiting or self._old:
            both = {name: self._known(name) | hashes for name, hashes in self._new.items()}
            self._write_manifest({**self._before, **both})
        for name, staged in waiting:
            with naming_file(self._folder.path / name):
                self._folder.take(name, self._stage.folder, staged)
        for name in self._old:
            with naming_file(self._folder.path / name):
                self._folder.remove(name)
        self._write_manifest(self._new)
        return Written(self._paths(self._new), self._paths(self._old))

    def _edited(self) -> Iterator[Path]:
        """Yield each file that differs from what was rendered before and from the new content."""
        staged = {piece.name for piece in self._pieces if piece.staged}
        for name in (*(one for one in self._new if one in staged), *self._old):
            with naming_file(self._folder.path / name):
                data = self._folder.read(name)
            known = self._known(name) | self._new.get(name, frozenset())
            if data is not None and is_edited(data, known):
                yield self._folder.path / name

    def _known(self, name: str) -> frozenset[str]:
        return self._before.get(name, frozenset())

    def _paths(self, names: Iterable[str]) -> tuple[Path, ...]:
        return tuple(self._folder.path / name for name in names)

    def _write_manifest(self, hashes: Hashes) -> None:
        """Write the manifest: before files are replaced with the hashes of both, then of the new.

        So no file looks edited after a run that was killed.
        """
        data = manifest_bytes(hashes)
        with naming_file(self._folder.path / MANIFEST):
            if self._folder.read(MANIFEST) != data:
                self._folder.take(MANIFEST, self._stage.folder, self._stage.hold(data))


def _published(folder: Path, pieces: Sequence[_Piece], stage: _Stage, *, force: bool) -> Written:
    with naming_file(folder), stage.parent.below(pieces[0].folder) as there:
        return _Publishing(there, pieces, stage).publish(force=force)


def _lock(root: Path, stage: _Stage) -> None:
    """Keep other runs from the output folder until the stage is closed."""
    with naming_file(root):
        stage.parent.lock()


def _holds(path: Path, data: bytes) -> bool:
    """Return whether a file exists with this content; a file of another size is not read."""
    return is_file(path) and path.stat().st_size == len(data) and path.read_bytes() == data


def is_file(path: Path) -> bool:
    """Return whether a file exists.

    Raises:
        InTheWay: If it is a folder, a device or a pipe; reading those might never end.
        OSError: If the file system refuses.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return False
    if not stat.S_ISREG(mode):
        raise InTheWay(display_path(path), "file")
    return True


@contextlib.contextmanager
def reading_named(path: Path) -> Iterator[None]:
    """Name a file that the user has named, where it isn't there or the file system refuses.

    Raises:
        InTheWay: If it is a folder, a device or a pipe.
        HearingkitError: If it can't be read.
    """
    try:
        if not is_file(path):
            raise errors.cannot_read(display_path(path), "there is no such file")
        yield
    except OSError as error:
        raise errors.cannot_read(display_path(path), errors.reason_of(error)) from None


@contextlib.contextmanager
def naming_file(path: Path) -> Iterator[None]:
    """Turn an OSError into an error that names the user's file."""
    try:
        yield
    except OSError as error:
        raise errors.cannot_write(display_path(path), _reason(error)) from None


def _reason(error: OSError) -> str:
    match error:
        case FileExistsError() | NotADirectoryError():
            return "a part of its path is a file, not a folder"
        case FileNotFoundError():
            return "its folder does not exist"
        case _:
            return errors.reason_of(error)


def _remove_abandoned(parent: Folder, own: Path) -> None:
    """Remove temporary folders of runs that were killed.

    Their age is measured by the clock of the file system, which may differ from ours.
    """
    now = own.stat().st_mtime
    for other in parent.path.glob(f"{_STAGE}*"):
        with contextlib.suppress(OSError):
            if now - other.lstat().st_mtime > _ABANDONED:
                _remove(parent, other.name)


def _remove(parent: Folder, stage: str) -> None:
    with contextlib.suppress(OSError, HearingkitError):
        with Folder(parent.path / stage, parent) as folder:
            for name in folder.names():
                folder.remove(name)
        parent.remove_folder(stage)
