"""Write output files without losing edits: a hearing's folder is of one state, old or new.

All files are rendered into a temporary folder inside the output folder before the first file is
replaced. So a full disk or a faulty template changes nothing, and thousands of hearings need no
more memory than one. Just before the files of a folder are replaced, what is there is compared with
the manifest beside it; where a file was edited, the folder is left as it is. An edit made after
that, while files are being renamed, is not noticed.
"""

import contextlib
import itertools
import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from hearingkit import assets, errors
from hearingkit.errors import InTheWay
from hearingkit.frozen import frozen
from hearingkit.workflows.manifest import MANIFEST, Hash, hash_of
from hearingkit.workflows.rendered_folder import Ready, RenderedFolder
from hearingkit.workflows.staging_folder import StagingFolder
from hearingkit.workflows.user_files import is_file, naming_file
from hearingkit.workflows.workspace import display_path


@frozen
class Output:
    """One file to write.

    Attributes:
        folder: The folder below the output folder; empty for the output folder itself.
        name: The name of the file.
        data: The content.
        made_of: A hash of what it was made of; empty where nobody will ask.
    """

    folder: str
    name: str
    data: bytes
    made_of: Hash = b""


@frozen
class FilesIn:
    """Files of a folder.

    Attributes:
        folder: The folder.
        names: Those of the files; a path for each of 100,000 would take ten times as much.
    """

    folder: Path
    names: tuple[str, ...]


@frozen
class Written:
    """What became of an output folder.

    Attributes:
        files: The files that are now as they should be, in order.
        removed: Files and folders that were taken away.
        kept: Files that somebody changed; for them, their folder was left as it is.
        renewed: Folders in which a file is not what it was before the run.
    """

    files: tuple[FilesIn, ...] = ()
    removed: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()
    renewed: tuple[Path, ...] = ()

    @classmethod
    def joined(cls, parts: Iterable["Written"]) -> "Written":
        """Return several as one."""
        every = tuple(parts)
        joined = itertools.chain.from_iterable
        return cls(
            tuple(joined(one.files for one in every)),
            tuple(joined(one.removed for one in every)),
            tuple(joined(one.kept for one in every)),
            tuple(joined(one.renewed for one in every)),
        )

    @property
    def paths(self) -> Iterator[Path]:
        """Yield the paths of the files."""
        return (one.folder / name for one in self.files for name in one.names)


@frozen
class _Piece:
    """A file that is ready, and where it belongs below the output folder."""

    folder: str
    name: str
    file: Ready


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
    with StagingFolder(root, make=True) as stage:
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
def opened(root: Path, folder: str) -> Iterator[tuple[RenderedFolder, StagingFolder]]:
    """Open a folder below an output folder, for files written some at a time; both are made.

    Raises:
        InTheWay: If there is a file in place of the folder.
        HearingkitError: If the folder is a link or belongs to the program, another run keeps the
            output folder, or the file system refuses.
    """
    _refuse_program(root)
    with StagingFolder(root, make=True) as stage:
        _lock(root, stage)
        _refuse_link(root, root / folder)
        with naming_file(root / folder), stage.parent.below(folder) as there:
            yield RenderedFolder(there, stage), stage


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
    with naming_file(path), StagingFolder(target.parent) as stage:
        refuse_data(path, never)
        if not _holds(target, data):
            if is_file(target) and not force:
                raise errors.file_exists(display_path(path))
            stage.move(stage.hold([data]), stage.parent, target.name)
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


def _piece(root: Path, output: Output, stage: StagingFolder) -> _Piece:
    target = root / output.folder / output.name
    hash_ = hash_of(output.data)
    with contextlib.suppress(OSError, InTheWay):  # reported when all is rendered
        if _holds(target, output.data):
            return _Piece(output.folder, output.name, Ready(hash_, None))
    with naming_file(root):
        return _Piece(output.folder, output.name, Ready(hash_, stage.hold([output.data])))


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


def _published(
    folder: Path, pieces: Sequence[_Piece], stage: StagingFolder, *, force: bool
) -> Written:
    """Move the files of a folder to their places, and take away those that are not rendered now.

    Nothing is done if a file was edited, but by force.
    """
    with naming_file(folder), stage.parent.below(pieces[0].folder) as there:
        rendered = RenderedFolder(there, stage)
        files = {piece.name: piece.file for piece in pieces}
        gone = rendered.others(files)
        made = {name: [file.hash] for name, file in files.items() if file.staged}
        touched = {**made, **dict.fromkeys(gone, ())}
        edited = (name for name, hashes in touched.items() if rendered.is_edited(name, *hashes))
        kept = () if force else tuple(map(rendered.path, edited))
        if kept:
            return Written(kept=kept)
        others = (rendered.held_another(name, one.hash) for name, one in files.items())
        is_renewed = bool(gone) or any(others)
        renewed = (folder,) if is_renewed and pieces[0].folder else ()
        removed = rendered.put(files, gone)
        return Written((FilesIn(folder, tuple(files)),), removed, renewed=renewed)


def _lock(root: Path, stage: StagingFolder) -> None:
    """Keep other runs from the output folder until the stage is closed."""
    with naming_file(root):
        stage.parent.lock()


def _holds(path: Path, data: bytes) -> bool:
    """Return whether a file exists with this content; a file of another size is not read."""
    return is_file(path) and path.stat().st_size == len(data) and path.read_bytes() == data
