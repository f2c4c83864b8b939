"""Nothing lost, nothing let in: what somebody edited stays, and no write is half a write."""

import errno
import json
import os
import signal
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.workspaces import bytes_below

from hearingkit.errors import HearingkitError, InTheWay
from hearingkit.workflows.output import Output, write_all, write_file

LETTER = "proever/letter-nb.md"
FILES = (LETTER, "proever/recipients.csv", "skoler/letter-nb.md")
SOURCE = Path(__file__).parents[2] / "src"


def outputs(text: str) -> list[Output]:
    return [
        Output(folder, name, f"{text} {path}".encode())
        for path in FILES
        for folder, name in [path.split("/")]
    ]


def contents(root: Path) -> dict[str, str]:
    """Return what is there beside manifests; nothing unfinished may be."""
    there = bytes_below(root)
    return {name: data.decode() for name, data in there.items() if "manifest" not in name}


def state(root: Path) -> dict[str, tuple[int, int]]:
    return {
        str(path): (path.stat().st_mtime_ns, path.stat().st_ino) for path in sorted(root.rglob("*"))
    }


def test_writes_every_file_and_a_manifest_beside_it(tmp_path: Path) -> None:
    paths = write_all(tmp_path / "new" / "out", outputs("first")).paths

    assert [path.relative_to(tmp_path / "new" / "out").as_posix() for path in paths] == [*FILES]
    assert contents(tmp_path / "new" / "out") == {name: f"first {name}" for name in FILES}
    manifest = json.loads((tmp_path / "new" / "out" / "proever" / "manifest.json").read_bytes())
    assert sorted(manifest["files"]) == ["letter-nb.md", "recipients.csv"]


def test_writes_files_with_everyday_permissions(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.touch()

    write_all(tmp_path / "out", outputs("first"))

    assert (tmp_path / "out" / LETTER).stat().st_mode == plain.stat().st_mode


def test_touches_nothing_the_second_time(tmp_path: Path) -> None:
    write_all(tmp_path, outputs("same"))
    before = state(tmp_path), tmp_path.stat().st_mtime_ns

    write_all(tmp_path, outputs("same"))

    assert (state(tmp_path), tmp_path.stat().st_mtime_ns) == before


def test_replaces_what_nobody_edited(tmp_path: Path) -> None:
    write_all(tmp_path, outputs("first"))

    write_all(tmp_path, outputs("second"))

    assert contents(tmp_path) == {name: f"second {name}" for name in FILES}


def test_leaves_the_folder_of_an_edited_file_and_writes_the_others(tmp_path: Path) -> None:
    write_all(tmp_path, outputs("first"))
    (tmp_path / LETTER).write_text("by hand")

    written = write_all(tmp_path, outputs("second"))

    assert contents(tmp_path) == {
        FILES[0]: "by hand",
        FILES[1]: f"first {FILES[1]}",
        FILES[2]: f"second {FILES[2]}",
    }
    assert (written.kept, tuple(written.paths)) == ((tmp_path / LETTER,), (tmp_path / FILES[2],))


def test_names_every_edited_file_at_once(tmp_path: Path) -> None:
    write_all(tmp_path, outputs("first"))
    for name in FILES:
        (tmp_path / name).write_text("by hand")

    written = write_all(tmp_path, outputs("second"))

    assert written.kept == tuple(tmp_path / name for name in FILES)
    assert tuple(written.paths) == ()


def test_keeps_both_when_the_edited_file_is_renamed(tmp_path: Path) -> None:
    write_all(tmp_path, outputs("first"))
    (tmp_path / LETTER).write_text("by hand")
    (tmp_path / LETTER).rename(tmp_path / "proever" / "mine.md")

    write_all(tmp_path, outputs("second"))

    assert (tmp_path / "proever" / "mine.md").read_text() == "by hand"
    assert (tmp_path / LETTER).read_text() == f"second {LETTER}"


def test_replaces_an_edited_file_by_force(tmp_path: Path) -> None:
    write_all(tmp_path, outputs("first"))
    (tmp_path / LETTER).write_text("by hand")

    write_all(tmp_path, outputs("second"), force=True)

    assert (tmp_path / LETTER).read_text() == f"second {LETTER}"


def test_keeps_a_file_that_was_never_rendered(tmp_path: Path) -> None:
    (tmp_path / "proever").mkdir()
    (tmp_path / LETTER).write_text("somebody else's")

    written = write_all(tmp_path, outputs("first"))

    assert written.kept == (tmp_path / LETTER,)
    assert contents(tmp_path) == {LETTER: "somebody else's", FILES[2]: f"first {FILES[2]}"}


def test_sees_an_edit_made_while_it_renders(tmp_path: Path) -> None:
    write_all(tmp_path, outputs("first"))

    def slowly() -> Iterator[Output]:
        yield from outputs("second")
        (tmp_path / LETTER).write_text("by hand")

    written = write_all(tmp_path, slowly())

    assert written.kept == (tmp_path / LETTER,)
    assert contents(tmp_path) == {
        LETTER: "by hand",
        FILES[1]: f"first {FILES[1]}",
        FILES[2]: f"second {FILES[2]}",
    }


def test_brings_back_what_was_deleted(tmp_path: Path) -> None:
    write_all(tmp_path, outputs("first"))
    (tmp_path / LETTER).unlink()
    (tmp_path / "skoler" / "manifest.json").unlink()

    write_all(tmp_path, outputs("first"))
    write_all(tmp_path, outputs("second"))

    assert contents(tmp_path) == {name: f"second {name}" for name in FILES}


def test_does_without_a_folder_deleted_while_it_renders(tmp_path: Path) -> None:
    write_all(tmp_path, outputs("first"))

    def slowly() -> Iterator[Output]:
        yield from outputs("second")
        for path in (tmp_path / "proever").iterdir():
            path.unlink()
        (tmp_path / "proever").rmdir()

    write_all(tmp_path, slowly())

    assert contents(tmp_path) == {name: f"second {name}" for name in FILES}


BAD_MANIFESTS = {
    "empty": b"",
    "half": b'{"version": 1, "fi',
    "list": b"[]",
    "no files": b'{"version": 1}',
    "files in a list": b'{"files": ["letter-nb.md"]}',
    "numbers": b'{"files": {"letter-nb.md": 7}}',
    "nothing": b'{"files": {"letter-nb.md": null}}',
    "half a character": b'{"files": {"\\ud800": "sha256:0"}}',
    "deep": b"[" * 200_000,
    "not UTF-8": b"\xff\xfe\x00",
    "huge": b'{"files": {}}' + b" " * 2_000_000,
}


@pytest.mark.parametrize("manifest", BAD_MANIFESTS.values(), ids=BAD_MANIFESTS.keys())
def test_is_too_careful_where_the_manifest_is_no_good(tmp_path: Path, manifest: bytes) -> None:
    write_all(tmp_path, outputs("first"))
    (tmp_path / "proever" / "manifest.json").write_bytes(manifest)

    write_all(tmp_path, outputs("first"))
    (tmp_path / "proever" / "manifest.json").write_bytes(manifest)
    written = write_all(tmp_path, outputs("second"))
    assert written.kept == (tmp_path / FILES[0], tmp_path / FILES[1])
    write_all(tmp_path, outputs("second"), force=True)

    assert contents(tmp_path) == {name: f"second {name}" for name in FILES}


def test_remembers_files_of_an_earlier_run(tmp_path: Path) -> None:
    write_all(tmp_path, outputs("first"))
    write_all(tmp_path, outputs("second")[:1])

    write_all(tmp_path, outputs("third"))

    assert contents(tmp_path) == {name: f"third {name}" for name in FILES}


def test_remembers_what_letters_to_a_hundred_thousand_were_made_of(tmp_path: Path) -> None:
    write_all(tmp_path, outputs("first"))
    manifest = tmp_path / "proever" / "manifest.json"
    found = json.loads(manifest.read_bytes())
    a_letter = 2 * len('  "000001-Indre-Nordfylket-kommune.docx": "sha256:",\n') + 2 * 64
    manifest.write_text(json.dumps({"made_of": {"a.docx": "0" * 100_000 * a_letter}, **found}))

    written = write_all(tmp_path, outputs("second"))

    assert (written.kept, contents(tmp_path)) == ((), {name: f"second {name}" for name in FILES})


@pytest.mark.parametrize("linked", [LETTER, "proever/manifest.json", "proever"])
@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("inside", [False, True])
def test_follows_no_link_in_the_output_folder(
    tmp_path: Path, linked: str, force: bool, inside: bool
) -> None:
    elsewhere = tmp_path / ("out/other" if inside else "elsewhere")
    elsewhere.mkdir(parents=True)
    (elsewhere / "file").write_text("not ours")
    link = tmp_path / "out" / linked
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(elsewhere if linked == "proever" else elsewhere / "file")

    with pytest.raises(HearingkitError, match="is a link; remove it"):
        write_all(tmp_path / "out", outputs("first"), force=force)

    assert bytes_below(elsewhere) == {"file": b"not ours"}
    assert not (tmp_path / "out" / "skoler").exists()


def test_follows_no_link_that_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "out" / "proever").mkdir(parents=True)
    (tmp_path / "out" / LETTER).symlink_to(tmp_path / "nowhere")

    with pytest.raises(HearingkitError, match="is a link; remove it"):
        write_all(tmp_path / "out", outputs("first"), force=True)

    assert not (tmp_path / "nowhere").exists()


def test_follows_the_link_that_the_user_names_as_output(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "real")

    write_all(tmp_path / "out", outputs("first"))

    assert (tmp_path / "real" / LETTER).is_file()


@pytest.mark.parametrize("folder", ["..", "../elsewhere", "proever/../../elsewhere"])
def test_leaves_the_output_folder_for_no_name(tmp_path: Path, folder: str) -> None:
    with pytest.raises(HearingkitError, match="is a link; remove it"):
        write_all(tmp_path / "out", [Output(folder, "letter.md", b"out")])

    assert bytes_below(tmp_path) == {}


def test_replaces_a_hard_link_without_writing_through_it(tmp_path: Path) -> None:
    write_all(tmp_path / "out", outputs("first"))
    (tmp_path / "kept.md").hardlink_to(tmp_path / "out" / LETTER)

    write_all(tmp_path / "out", outputs("second"))

    assert (tmp_path / "kept.md").read_text() == f"first {LETTER}"


@pytest.mark.parametrize("taken", [LETTER, "proever/manifest.json"])
def test_says_what_stands_in_the_way_of_a_file(tmp_path: Path, taken: str) -> None:
    (tmp_path / taken).mkdir(parents=True)

    with pytest.raises(InTheWay, match="is no file; move it away"):
        write_all(tmp_path, outputs("first"), force=taken != LETTER)

    assert contents(tmp_path) == {}


@pytest.mark.parametrize("force", [False, True])
def test_neither_waits_for_a_pipe_nor_replaces_it(tmp_path: Path, force: bool) -> None:
    (tmp_path / "proever").mkdir()
    os.mkfifo(tmp_path / LETTER)

    with pytest.raises(InTheWay):
        write_all(tmp_path, outputs("first"), force=force)

    assert (tmp_path / LETTER).is_fifo()


def test_says_what_stands_in_the_way_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "skoler").write_text("a file")

    with pytest.raises(InTheWay, match="skoler is no folder"):
        write_all(tmp_path, outputs("first"))

    assert contents(tmp_path) == {"skoler": "a file"}


@pytest.mark.parametrize("root", ["file", "file/out"])
def test_says_that_the_output_folder_is_a_file(tmp_path: Path, root: str) -> None:
    (tmp_path / "file").write_text("a file")

    with pytest.raises(HearingkitError, match=r"can't write .*is a file, not a folder"):
        write_all(tmp_path / root, outputs("first"))

    assert contents(tmp_path) == {"file": "a file"}


def test_writes_nothing_into_the_program() -> None:
    for folder in (SOURCE / "hearingkit", SOURCE / "hearingkit" / "x", SOURCE.parent / "templates"):
        with pytest.raises(HearingkitError, match="belongs to hearingkit itself"):
            write_all(folder, outputs("first"))


REFUSALS = [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EDQUOT, errno.EIO]


@pytest.mark.parametrize("code", REFUSALS, ids=errno.errorcode.get)
def test_changes_nothing_when_the_disk_refuses_a_new_file(
    tmp_path: Path, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_all(tmp_path, outputs("first"))
    before = bytes_below(tmp_path)

    def refuse(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(HearingkitError, match=f"can't write .*: {os.strerror(code).lower()}"):
        write_all(tmp_path, outputs("second"))

    assert bytes_below(tmp_path) == before


@pytest.mark.parametrize("code", REFUSALS, ids=errno.errorcode.get)
def test_says_why_no_folder_can_be_made(
    tmp_path: Path, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "mkdir", refuse)
    with pytest.raises(HearingkitError, match=f"can't write .*out: {os.strerror(code).lower()}"):
        write_all(tmp_path / "out", outputs("first"))


def test_cleans_up_when_rendering_fails(tmp_path: Path) -> None:
    write_all(tmp_path, outputs("first"))
    before = bytes_below(tmp_path)

    def failing() -> Iterator[Output]:
        yield from outputs("second")
        raise HearingkitError("a template")

    with pytest.raises(HearingkitError, match="a template"):
        write_all(tmp_path, failing())

    assert bytes_below(tmp_path) == before


@pytest.mark.parametrize("number", range(1, 8))
def test_leaves_whole_files_when_the_disk_refuses_midway(
    tmp_path: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_all(tmp_path, outputs("first"))
    real, calls = os.replace, iter(range(1, 100))

    def refuse(source: str, target: str, **folders: int | None) -> None:
        if next(calls) == number:
            raise OSError(errno.EIO, "Input/output error")
        real(source, target, **folders)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", refuse)
        with pytest.raises(HearingkitError, match=r"can't write .*input/output error"):
            write_all(tmp_path, outputs("second"))

    for name, text in contents(tmp_path).items():
        assert text in {f"first {name}", f"second {name}"}
    write_all(tmp_path, outputs("third"))
    assert contents(tmp_path) == {name: f"third {name}" for name in FILES}


KILLED = """
import os, signal, sys
from pathlib import Path
from tests.workflows.test_output import outputs
from hearingkit.workflows.output import write_all

real, calls = os.replace, iter(range(1, 100))

def die(source, target, **folders):
    if next(calls) == int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)
    real(source, target, **folders)

os.replace = die
write_all(Path(sys.argv[1]), outputs("second"))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
@pytest.mark.parametrize("number", [2, 3, 5])
def test_leaves_whole_files_after_kill_9(tmp_path: Path, number: int) -> None:
    write_all(tmp_path, outputs("first"))

    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path), str(number)],
        cwd=SOURCE.parent,
        check=False,
        capture_output=True,
    )

    assert done.returncode == -signal.SIGKILL, done.stderr
    for name in FILES:
        assert (tmp_path / name).read_text() in {f"first {name}", f"second {name}"}
    write_all(tmp_path, outputs("third"))
    assert [(tmp_path / name).read_text() for name in FILES] == [f"third {name}" for name in FILES]


def test_removes_what_a_killed_run_left_once_it_is_an_hour_old(tmp_path: Path) -> None:
    write_all(tmp_path, outputs("first"))
    for name in ("old", "young"):
        folder = tmp_path / f".hearingkit-unfinished-{name}"
        folder.mkdir()
        (folder / "0").write_text("half a")
    an_hour_ago = tmp_path.stat().st_mtime - 3700
    os.utime(tmp_path / ".hearingkit-unfinished-old", (an_hour_ago, an_hour_ago))

    write_all(tmp_path, outputs("second"))

    assert [path.name for path in tmp_path.glob(".*")] == [".hearingkit-unfinished-young"]


def test_removes_nothing_behind_a_link_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "kept").write_text("kept")
    link = tmp_path / "out" / ".hearingkit-unfinished-x"
    link.parent.mkdir()
    link.symlink_to(tmp_path / "mine")
    os.utime(link, (0, 0), follow_symlinks=False)

    write_all(tmp_path / "out", outputs("first"))

    assert (tmp_path / "mine" / "kept").read_text() == "kept"


def test_holds_one_file_in_memory_and_not_all(tmp_path: Path) -> None:
    size, number = 1_000_000, 30
    many = (Output(f"h{at}", "letter.md", bytes([at]) * size) for at in range(number))

    tracemalloc.start()
    write_all(tmp_path, many)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 6 * size


def test_writes_a_file_that_the_user_names(tmp_path: Path) -> None:
    write_file(tmp_path / "list.csv", b"first")
    write_file(tmp_path / "list.csv", b"first")

    assert bytes_below(tmp_path) == {"list.csv": b"first"}


def test_replaces_a_named_file_by_force_only(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_bytes(b"mine")

    with pytest.raises(HearingkitError, match="exists; choose another name"):
        write_file(tmp_path / "list.csv", b"first")
    assert bytes_below(tmp_path) == {"list.csv": b"mine"}

    write_file(tmp_path / "list.csv", b"first", force=True)
    assert bytes_below(tmp_path) == {"list.csv": b"first"}


def test_writes_through_a_link_that_the_user_names(tmp_path: Path) -> None:
    (tmp_path / "list.csv").symlink_to(tmp_path / "real.csv")

    write_file(tmp_path / "list.csv", b"first")

    assert (tmp_path / "list.csv").is_symlink()
    assert (tmp_path / "real.csv").read_bytes() == b"first"


def test_never_replaces_data_under_any_name(tmp_path: Path) -> None:
    data = tmp_path / "hearings.yaml"
    data.write_bytes(b"data")
    (tmp_path / "soft").symlink_to(data)
    (tmp_path / "hard").hardlink_to(data)

    for name in ("hearings.yaml", "soft", "hard", "../" + tmp_path.name + "/hearings.yaml"):
        with pytest.raises(HearingkitError, match="holds hearing data and is never replaced"):
            write_file(tmp_path / name, b"list", force=True, never=[data])

    assert data.read_bytes() == b"data"


@pytest.mark.parametrize("name", ["folder", "pipe", "/dev/null"])
def test_replaces_neither_folder_nor_device(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(InTheWay):
        write_file(tmp_path / name, b"first", force=True)


def test_says_that_a_named_file_has_no_folder(tmp_path: Path) -> None:
    with pytest.raises(HearingkitError, match=r"can't write .*its folder does not exist"):
        write_file(tmp_path / "missing" / "list.csv", b"first")
