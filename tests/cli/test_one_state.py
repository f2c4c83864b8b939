"""The output stays one: a hearing's folder is of one state, edits stay, leftovers are named."""

import contextlib
import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.rendering import written
from tests.workspaces import (
    ID,
    PROGRAM,
    a_hearing,
    a_workspace,
    bytes_below,
    environment,
    in_process,
    some_data,
)

from hearingkit.errors import HearingkitError
from hearingkit.workflows import folder as folder_module
from hearingkit.workflows.folder import Folder
from hearingkit.workflows.output import Output, write_all

BOTH = {"language": ["nb", "nn"], "title": {"nb": "Forskrift", "nn": "Forskrift"}, "body": None}
OUT = Path("out") / ID
LATER = {"deadline": "2026-05-11"}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return a_workspace(tmp_path)


def names(folder: Path = OUT) -> set[str]:
    return {path.name for path in folder.iterdir()} - {"manifest.json"}


def fresh(here: Path, *arguments: str) -> dict[str, bytes]:
    """Return what these arguments render where nothing was rendered before."""
    in_process("render", "-o", "fresh", *arguments)
    return bytes_below(here / "fresh")


def test_letters_to_each_and_to_all_report_each_other_where_the_data_moved_on(here: Path) -> None:
    each, every = ("render", "--each-recipient", "-f", "txt"), ("render", "-f", "txt", "--index")
    unmoved = [in_process(*each), in_process(*every), in_process(*each)]

    a_workspace(here, **LATER)
    shown = [in_process(*every), in_process(*every)]
    a_workspace(here, deadline="2026-05-12")
    shown += [in_process(*each), in_process(*each)]

    assert not any("left as it is" in one.stderr for one in unmoved)
    assert [one.stderr.splitlines()[-1:] for one in shown] == [
        [
            f"{OUT / 'letter'} was left as it is; "
            "render --each-recipient makes its letters of the same state"
        ],
        [],
        [f"{OUT} was left as it is; render makes its files of the same state"],
        [],
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (["-f", "txt", "-f", "docx"], ["-f", "docx"]),
        (["-f", "txt"], ["-f", "md", "-f", "html"]),
        (["-l", "nb", "-f", "txt"], ["-l", "nn", "-f", "md"]),
        ([], ["-f", "md", "-l", "nn"]),
    ],
)
def test_makes_anew_what_was_there(here: Path, first: list[str], second: list[str]) -> None:
    a_workspace(here, **BOTH)
    in_process("render", *first)
    before = names()
    a_workspace(here, **BOTH | LATER)

    result = in_process("render", *second)

    assert (result.exit_code, result.stderr) == (0, "")
    assert {Path(line).name for line in result.stdout.splitlines()} == names() >= before
    whole = fresh(here)
    assert all(
        data == whole[name]
        for name, data in bytes_below(here / "out").items()
        if "mani" not in name
    )


@pytest.mark.usefixtures("here")
def test_makes_a_format_no_more_that_the_user_took_away() -> None:
    in_process("render", "-f", "txt", "-f", "md")
    for path in OUT.glob("*.txt"):
        path.unlink()

    in_process("render", "-f", "md")

    assert names() == {"letter-nb.md", "recipient-list-nb.md", "recipients.csv", "recipients.json"}


def test_takes_away_a_language_that_the_hearing_has_no_longer(here: Path) -> None:
    a_workspace(here, **BOTH)
    in_process("render", "-f", "txt")
    (OUT / "notater.md").write_text("mine")
    a_workspace(here)

    result = in_process("render", "-f", "txt")

    taken = {f"out/{ID}/{name}-nn.txt" for name in ("letter", "recipient-list")}
    says = " is no longer rendered, and was taken away"
    assert {line.removesuffix(says) for line in result.stderr.splitlines()} == taken
    assert result.exit_code == 0
    assert not any("-nn" in name for name in names())
    assert (OUT / "notater.md").read_text() == "mine"
    assert "nn" not in (OUT / "manifest.json").read_text()


@pytest.mark.parametrize("edited", ["letter-nb.txt", "letter-nn.txt"])
def test_leaves_a_folder_with_an_edited_file_in_its_old_state(here: Path, edited: str) -> None:
    a_workspace(here, **BOTH)
    in_process("render", "-f", "txt", "-f", "md")
    (OUT / edited).write_text("by hand")
    a_workspace(here, **LATER)
    before = bytes_below(here)

    result = in_process("render", "-f", "md")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"error: out/{ID}/{edited} was changed after it was rendered")
    assert bytes_below(here) == before

    forced = in_process("render", "-f", "md", "--force")
    assert (forced.exit_code, "letter-nn.txt" in names()) == (0, False)


def test_writes_other_hearings_beside_one_that_was_edited(here: Path) -> None:
    a_workspace(here, "a", "b", "c")
    in_process("render", "-f", "md")
    Path("out/b/letter-nb.md").write_text("by hand")
    a_workspace(here, "a", "b", "c", **LATER)

    result = in_process("render", "-f", "md")

    assert result.exit_code == 1
    assert {line.split("/")[1] for line in result.stdout.splitlines()} == {"a", "c"}
    assert Path("out/b/letter-nb.md").read_text() == "by hand"
    assert "mandag 11." in Path("out/c/letter-nb.md").read_text("utf-8")


@pytest.mark.parametrize("end", ["txt", "html", "md", "csv", "json"])
@pytest.mark.parametrize("to", [b"\r\n", b"\n"], ids=["crlf", "lf"])
def test_takes_line_ends_that_git_changed_for_no_edit(here: Path, end: str, to: bytes) -> None:
    in_process("render")
    for path in OUT.glob(f"*.{end}"):
        path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", to))

    same = in_process("render")
    a_workspace(here, **LATER)
    later = in_process("render")

    assert (same.exit_code, later.exit_code, same.stderr) == (0, 0, "")
    assert bytes_below(here / "out") == fresh(here)


@pytest.mark.parametrize("change", [b" ", b"\n", b"\r", b"x\r\n"])
def test_takes_a_change_beside_line_ends_for_an_edit(here: Path, change: bytes) -> None:
    in_process("render", "-f", "txt")
    path = OUT / "letter-nb.txt"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n") + change)
    a_workspace(here, **LATER)

    assert in_process("render", "-f", "txt").exit_code == 1
    assert path.read_bytes().endswith(change)


def with_a_fault(folder: Path, **changes: str) -> Path:
    data = some_data("god", "annen")
    data["hearings"]["skjev"] = a_hearing(**({"deadline": "2026-02-31"} | changes))
    return written(data, folder)


@pytest.mark.parametrize(
    "fault", [{"deadline": "2026-02-31"}, {"issuer": "ukjent"}, {"deadline": "2026-01-01"}]
)
def test_renders_the_others_where_a_hearing_has_a_fault(here: Path, fault: dict[str, str]) -> None:
    with_a_fault(here, **fault)

    result = in_process("render", "-f", "md")

    assert result.exit_code == 1
    assert {line.split("/")[1] for line in result.stdout.splitlines()} == {"god", "annen"}
    assert result.stderr.endswith("error: not written: skjev; mend the errors above first\n")
    assert not Path("out/skjev").exists()


@pytest.mark.parametrize("asked", [["skjev"], ["god", "skjev"]])
def test_renders_nothing_where_a_hearing_that_was_named_has_a_fault(
    here: Path, asked: list[str]
) -> None:
    with_a_fault(here)

    result = in_process("render", "-f", "md", *asked)

    assert (result.exit_code, result.stdout) == (1, "")
    assert not Path("out").exists()


def test_renders_what_is_sound_beside_a_file_that_can_t_be_read(here: Path) -> None:
    (here / "data" / "more.yaml").write_text("hearings: [")

    result = in_process("render", "-f", "md")

    assert (result.exit_code, len(result.stdout.splitlines())) == (1, 4)
    assert "data/more.yaml:1:" in result.stderr


def test_names_the_folder_of_a_renamed_hearing_and_takes_it_away(here: Path) -> None:
    in_process("render", "-f", "md")
    a_workspace(here, "nytt-navn")

    listed = in_process("list")
    plain = in_process("render", "-f", "md")
    assert names(Path("out")) == {ID, "nytt-navn"}
    pruned = in_process("render", "-f", "md", "--prune")

    shown = f"out/{ID} is of no hearing any more; render --prune takes it away\n"
    assert (listed.exit_code, listed.stderr, plain.stderr) == (0, shown, "")
    assert pruned.stderr == f"out/{ID} is no longer rendered, and was taken away\n"
    assert names(Path("out")) == {"nytt-navn"}
    assert in_process("list").stderr == ""


@pytest.mark.parametrize("options", [["-o", "elsewhere"], ["-o", "data"], ["nytt-navn"]])
def test_prunes_the_folder_that_it_renders_into(here: Path, options: list[str]) -> None:
    output = options[:2] if "-o" in options else []
    in_process("render", "-f", "md", *output)
    a_workspace(here, "nytt-navn")

    result = in_process("render", "-f", "md", "--prune", *options)

    assert result.exit_code == 0
    assert not (Path(output[-1] if output else "out") / ID).exists()
    assert (here / "data" / "hearings.yaml").exists()


def test_prunes_no_edit_and_nothing_that_was_not_rendered(here: Path) -> None:
    a_workspace(here, "a", "b", "c")
    in_process("render", "-f", "md")
    Path("out/a/letter-nb.md").write_text("by hand")
    Path("out/b/notater.md").write_text("mine")
    Path("out/bilder").mkdir()
    Path("out/bilder/manifest.json").write_text('{"files": ["mine"]}')
    a_workspace(here)

    result = in_process("render", "-f", "md", "--prune")

    assert result.exit_code == 1
    assert "error: out/a/letter-nb.md was changed after it was rendered" in result.stderr
    assert names(Path("out")) == {ID, "a", "b", "bilder"}
    assert names(Path("out/b")) == {"notater.md"}
    assert len(names(Path("out/a"))) == 4
    assert in_process("list").stderr.startswith("out/a is of no hearing any more")


@pytest.mark.parametrize(
    "hidden", ["hearings: [", "hearings: [a, b]\n", "hearngs:\n  borte: {}\n", "hearings: borte\n"]
)
def test_takes_nothing_for_a_leftover_that_a_file_may_still_hold(here: Path, hidden: str) -> None:
    a_workspace(here, "borte")
    in_process("render", "-f", "md")
    a_workspace(here)
    (here / "data" / "more.yaml").write_text(hidden)

    assert "no hearing any more" not in in_process("list").stderr
    assert in_process("render", "-f", "md", "--prune").exit_code == 2
    assert len(names(Path("out/borte"))) == 4


def test_prunes_no_hearing_at_fault(here: Path) -> None:
    in_process("render", "-f", "md")
    data = some_data("god")
    data["hearings"][ID] = a_hearing(deadline="2026-02-31")
    written(data, here)

    in_process("render", "-f", "md", "--prune")

    assert names(Path("out")) == {ID, "god"}


@pytest.mark.parametrize("name", ["../../data/hearings.yaml", "/etc/passwd", "..", "manifest.json"])
def test_takes_away_nothing_that_a_forged_manifest_names(here: Path, name: str) -> None:
    in_process("render", "-f", "md")
    forged = json.loads((OUT / "manifest.json").read_text())
    data = (here / "data" / "hearings.yaml").read_bytes()
    forged["files"][name] = next(iter(forged["files"].values()))
    (OUT / "manifest.json").write_text(json.dumps(forged))

    assert in_process("render", "-f", "md", "--force").exit_code == 0
    assert (here / "data" / "hearings.yaml").read_bytes() == data
    assert names() == {"letter-nb.md", "recipient-list-nb.md", "recipients.csv", "recipients.json"}


needs_links = pytest.mark.skipif(sys.platform == "win32", reason="folders don't stay open there")


@needs_links
@pytest.mark.parametrize("when", ["read", "take"])
def test_writes_nowhere_else_when_a_folder_becomes_a_link(
    tmp_path: Path, when: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = tmp_path / "away"
    away.mkdir()
    write_all(tmp_path / "out", [Output("a", "letter-nb.md", b"first")])
    real = getattr(Folder, when)

    def swapping(self: Folder, *arguments: object) -> object:
        path = tmp_path / "out" / "a"
        if not path.is_symlink():
            path.rename(tmp_path / "moved")
            path.symlink_to(away)
        return real(self, *arguments)

    monkeypatch.setattr(Folder, when, swapping)
    write_all(tmp_path / "out", [Output("a", "letter-nb.md", b"second")])

    assert bytes_below(away) == {}
    assert (tmp_path / "moved" / "letter-nb.md").read_bytes() == b"second"


@needs_links
@pytest.mark.parametrize("swapped", ["out/a", "out"])
@pytest.mark.parametrize("before", [False, True])
def test_writes_nowhere_else_whenever_a_folder_becomes_a_link(
    tmp_path: Path, swapped: str, before: bool
) -> None:
    away = tmp_path / "away"
    (away / "a").mkdir(parents=True)
    if before:
        write_all(tmp_path / "out", [Output("a", "letter-nb.md", b"first")])

    def rendering() -> Iterator[Output]:
        yield Output("a", "letter-nb.md", b"second")
        path = tmp_path / swapped
        if path.exists():
            path.rename(tmp_path / "moved")
        path.symlink_to(away)
        yield Output("a", "letter-nb.txt", b"second")

    with contextlib.suppress(HearingkitError):
        write_all(tmp_path / "out", rendering())

    assert bytes_below(away) == {}


@needs_links
def test_never_writes_through_a_folder_that_is_swapped_all_the_time(tmp_path: Path) -> None:
    away, out = tmp_path / "away", tmp_path / "out"
    (away / "a").mkdir(parents=True)
    done = threading.Event()

    def swap() -> None:
        path, parked, link = out / "a", tmp_path / "parked", tmp_path / "link"
        link.symlink_to(away / "a")
        while not done.is_set():
            try:
                path.rename(parked)
                link.rename(path)
                path.rename(link)
                parked.rename(path)
            except OSError:
                time.sleep(0)

    swapper = threading.Thread(target=swap)
    swapper.start()
    try:
        for number in range(150):
            try:
                write_all(out, [Output("a", "letter-nb.md", str(number).encode())], force=True)
            except HearingkitError:
                continue
    finally:
        done.set()
        swapper.join()

    assert bytes_below(away) == {}


@needs_links
def test_waits_for_another_render_and_says_so_in_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_all(tmp_path, [Output("a", "letter-nb.md", b"first")])
    monkeypatch.setattr(folder_module, "_PATIENCE", 0.2)

    with Folder(tmp_path) as other:
        other.lock()
        with pytest.raises(HearingkitError, match=r"another render is at work in .*; try again"):
            write_all(tmp_path, [Output("a", "letter-nb.md", b"second")])

    write_all(tmp_path, [Output("a", "letter-nb.md", b"second")])
    assert (tmp_path / "a" / "letter-nb.md").read_bytes() == b"second"


@needs_links
def test_keeps_one_state_when_two_render_at_once(here: Path) -> None:
    a_workspace(here / "b", **LATER)
    commands = (["render", "-f", "txt"], ["render", "-f", "md", "-w", "b", "-o", "out"])
    running = [
        subprocess.Popen(
            [*PROGRAM, *command], env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for command in commands
    ]

    shown = [process.communicate(timeout=600) for process in running]

    assert [process.returncode for process in running] == [0, 0], shown
    assert list(here.glob("out/.*")) == []
    letters = {path.name: path.read_text("utf-8") for path in OUT.glob("letter-nb.*")}
    assert len({"mandag 11." in letter for letter in letters.values()}) == 1
