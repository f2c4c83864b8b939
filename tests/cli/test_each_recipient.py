"""``hearingkit render --each-recipient``: a letter for each recipient, addressed to it."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pikepdf import Pdf
from tests.rendering import Data
from tests.workspaces import ID, a_workspace, environment, in_process

from hearingkit.dispatch.plan import deliveries
from hearingkit.documents.blocks import Document
from hearingkit.workflows import growing_folder, render_each
from hearingkit.workflows.check import check
from hearingkit.workflows.libreoffice import writer_of
from hearingkit.workflows.workspace import find_workspace
from hearingkit.writers import DocumentFormat, PdfEngine
from hearingkit.writers.dress import Dress

WRITER_OF = "hearingkit.workflows.render_each.writer_of"
Writer = Callable[[Document, Dress], bytes]
NORTH: Data = {
    "name": "Nordre kommune",
    "attention": "arkivet",
    "address": ["Postboks 1", "9999 Nord"],
    "their_reference": "25/99",
    "language": "nn",
}
RECIPIENTS = [
    NORTH,
    {"name": "Søndre kommune", "copy": "true"},
    {"name": "Fylkene", "members": [{"name": "Vestfylket"}, {"name": "Østfylket"}]},
]
IN_TWO = {"language": ["nb", "nn"], "recipients": RECIPIENTS, "references": {"yours": "26/1"}}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return a_workspace(tmp_path, **IN_TWO)


def rendered(folder: Path, *options: str, code: int = 0) -> Path:
    """Render a letter for each recipient; return the folder that they are in."""
    done = in_process("render", "-w", folder, "-o", folder / "out", "--each-recipient", *options)
    assert done.exit_code == code, done.stderr
    return folder / "out" / ID / "letter"


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir() if one.name != "manifest.json")


def test_every_recipient_gets_a_letter_and_members_in_place_of_a_collective(folder: Path) -> None:
    there = rendered(folder, "-f", "txt")

    assert names(there) == [
        "1-Nordre-kommune.txt",
        "2-Søndre-kommune.txt",
        "3-Vestfylket.txt",
        "4-Østfylket.txt",
    ]
    case = check(find_workspace(folder)).cases[ID]
    assert [one.is_copy for one in deliveries(case)] == [False, True, False, False]


def test_who_names_no_format_gets_the_one_that_is_sent(folder: Path) -> None:
    assert {one.rpartition(".")[2] for one in names(rendered(folder))} == {"docx"}


def test_a_letter_has_the_address_the_reference_and_the_language_of_its_recipient(
    folder: Path,
) -> None:
    there = rendered(folder, "-f", "txt")

    own = (there / "1-Nordre-kommune.txt").read_text("utf-8")
    assert "Nordre kommune\natt. arkivet\nPostboks 1\n9999 Nord\n" in own
    assert "Dykkar ref.: 25/99" in own
    assert "på høyring" in own
    other = (there / "2-Søndre-kommune.txt").read_text("utf-8")
    assert "Deres ref.: 26/1" in other
    assert "på høring" in other


def test_the_files_are_named_by_a_pattern(folder: Path) -> None:
    there = rendered(folder, "-f", "md", "--name", "{hearing} {language}/{recipient}")

    assert names(there)[0] == f"{ID}-nb-Søndre-kommune.md"
    assert names(there)[-1] == f"{ID}-nn-Nordre-kommune.md"


@pytest.mark.parametrize("pattern", ["{name}", "brev", "{recipient", "{}", "{recipient.name}"])
def test_a_pattern_that_names_no_file_is_refused(folder: Path, pattern: str) -> None:
    rendered(folder, "--name", pattern, code=2)

    assert not (folder / "out").exists()


@pytest.mark.parametrize(
    "options",
    [
        ("--name", "{number}"),
        ("--combined",),
        ("--each-recipient", "--prune"),
        ("--each-recipient", "--index"),
    ],
)
def test_options_that_do_not_go_together_are_refused(folder: Path, options: tuple[str]) -> None:
    done = in_process("render", "-w", folder, "-o", folder / "out", *options)

    assert done.exit_code == 2
    assert "--each-recipient" in done.stderr
    assert not (folder / "out").exists()


def test_recipients_of_the_same_name_have_files_of_their_own(tmp_path: Path) -> None:
    alike = [{"name": "Å kommune"}, {"name": "å KOMMUNE", "language": "nb"}]
    folder = a_workspace(tmp_path, recipients=alike)

    there = rendered(folder, "-f", "txt", "--name", "{recipient}")

    assert names(there) == ["Å-kommune.txt", "å-KOMMUNE-2.txt"]


class Counting:
    """Writers that count what they write, and stop the program at a number of files."""

    def __init__(self, most: int) -> None:
        self.written, self.most = 0, most

    def __call__(self, format_: DocumentFormat, engine: PdfEngine) -> Writer:
        def write(document: Document, dress: Dress) -> bytes:
            if self.written == self.most:
                raise KeyboardInterrupt
            self.written += 1
            return writer_of(format_, engine)(document, dress)

        return write


def test_a_run_that_was_stopped_goes_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(WRITER_OF, Counting(2))
    done = in_process("render", "-w", folder, "-o", folder / "out", "--each-recipient", "-f", "txt")
    assert done.exit_code != 0
    there = folder / "out" / ID / "letter"
    assert names(there) == ["1-Nordre-kommune.txt", "2-Søndre-kommune.txt"]

    counting = Counting(99)
    monkeypatch.setattr(WRITER_OF, counting)
    rendered(folder, "-f", "txt")

    assert counting.written == 2
    assert len(names(there)) == 4


KILLED = """
import os, signal, sys

real, before = os.replace, iter(range(1, int(sys.argv.pop())))

def die(*places, **folders):
    if next(before, None) is None:
        os.kill(os.getpid(), signal.SIGKILL)
    real(*places, **folders)

os.replace = die

from hearingkit.cli import main
main()
"""


def kill_at(folder: Path, number: int) -> None:
    """Render, and be killed when a file is moved to its place for so many times."""
    command = [sys.executable, "-c", KILLED, "render", "--each-recipient", "-f", "txt"]
    done = subprocess.run(
        [*command, "-w", str(folder), "-o", str(folder / "out"), str(number)],
        env=environment(),
        check=False,
        capture_output=True,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
@pytest.mark.parametrize("number", [1, 2, 4, 6])
def test_a_run_that_was_killed_goes_on_with_whole_files(folder: Path, number: int) -> None:
    whole = {one.name: one.read_text("utf-8") for one in rendered(folder, "-f", "txt").iterdir()}
    shutil.rmtree(folder / "out")

    kill_at(folder, number)

    there = folder / "out" / ID / "letter"
    assert all((there / name).read_text("utf-8") == whole[name] for name in names(there))
    rendered(folder, "-f", "txt")
    assert {one.name: one.read_text("utf-8") for one in there.iterdir()} == whole


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
@pytest.mark.parametrize("number", [1, 2, 4, 6])
def test_letters_of_a_run_that_was_killed_are_not_taken_for_those_before_it(
    folder: Path, number: int
) -> None:
    data = folder / "data" / "hearings.yaml"
    before = data.read_text("utf-8")
    there = rendered(folder, "-f", "txt")
    whole = {one.name: one.read_text("utf-8") for one in there.iterdir()}
    data.write_text(before.replace("title: ", "title: Ny "), "utf-8")
    kill_at(folder, number)
    data.write_text(before, "utf-8")

    rendered(folder, "-f", "txt")

    assert {one.name: one.read_text("utf-8") for one in there.iterdir()} == whole


def test_letters_that_would_be_the_same_are_passed_over(folder: Path) -> None:
    there = rendered(folder, "-f", "docx")
    before = {one: (there / one).stat().st_mtime_ns for one in names(there)}

    a_workspace(
        folder, **{**IN_TWO, "recipients": [{**NORTH, "attention": "kontoret"}, *RECIPIENTS[1:]]}
    )
    rendered(folder, "-f", "docx")

    after = {one: (there / one).stat().st_mtime_ns for one in names(there)}
    assert [one for one in after if after[one] != before[one]] == ["1-Nordre-kommune.docx"]


def test_a_letter_that_somebody_changed_is_kept(folder: Path) -> None:
    there = rendered(folder, "-f", "txt")
    changed = there / "3-Vestfylket.txt"
    changed.write_text("Endret", "utf-8")

    a_workspace(folder, **{**IN_TWO, "recipients": RECIPIENTS[:2]})
    rendered(folder, "-f", "txt", code=1)

    assert names(there) == ["1-Nordre-kommune.txt", "2-Søndre-kommune.txt", "3-Vestfylket.txt"]
    assert changed.read_text("utf-8") == "Endret"
    rendered(folder, "-f", "txt", "--force")
    assert len(names(there)) == 2


def test_other_files_of_the_hearing_and_its_letters_leave_each_other_alone(folder: Path) -> None:
    there = rendered(folder, "-f", "txt")

    in_process("render", "-w", folder, "-o", folder / "out", "-f", "txt")

    assert len(names(there)) == 4
    assert (there.parent / "letter-nb.txt").is_file()
    assert in_process("verify", folder / "out", "-w", folder).exit_code == 0
    (there / "2-Søndre-kommune.txt").unlink()
    assert "2-Søndre-kommune.txt" in in_process("verify", folder / "out", "-w", folder).stdout


def test_letters_of_a_hearing_that_is_gone_are_taken_away(folder: Path) -> None:
    rendered(folder, "-f", "txt")
    a_workspace(folder, "annen")

    in_process("render", "-w", folder, "-o", folder / "out", "-f", "txt", "--prune")

    assert [one.name for one in (folder / "out").iterdir()] == ["annen"]


def test_a_letter_on_a_change_has_a_folder_of_its_own(tmp_path: Path) -> None:
    change = {"kind": "reminder", "sent": "2026-04-20"}
    folder = a_workspace(tmp_path, changes=[change])

    rendered(folder, "-f", "txt")

    assert names(tmp_path / "out" / ID / "reminder") == ["1-Østre-kommune.txt"]


def test_pdfs_of_several_threads_are_those_of_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = [{"name": f"Part {number}", "address": ["Veien 1"]} for number in range(12)]
    folder = a_workspace(tmp_path, recipients=people)

    def made(processors: int) -> dict[str, bytes]:
        monkeypatch.setattr(os, "sched_getaffinity", lambda _: {*range(processors)}, raising=False)
        monkeypatch.setattr(os, "cpu_count", lambda: processors)
        there = rendered(folder, "-f", "pdf", "--force")
        files = {name: (there / name).read_bytes() for name in names(there)}
        shutil.rmtree(there)
        return files

    assert len(made(1)) == 12
    assert made(4) == made(1)


def test_letters_are_put_together_to_be_printed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = rendered(folder, "-f", "txt", "--combined")
    with Pdf.open(there / "combined.pdf") as pdf:
        assert len(pdf.pages) == 4

    monkeypatch.setattr(render_each, "TOGETHER", 3)
    rendered(folder, "-f", "txt", "--combined")

    assert [name for name in names(there) if name.endswith("pdf")] == [
        *("combined-1.pdf", "combined-2.pdf")
    ]


def test_a_draft_has_no_letters_to_send(tmp_path: Path) -> None:
    folder = a_workspace(tmp_path, draft="true")

    rendered(folder, code=2)


def test_many_files_are_settled_a_few_at_a_time(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(growing_folder, "_AT_ONCE", 1)

    there = rendered(folder, "-f", "txt", "-f", "md")

    files = json.loads((there / "manifest.json").read_text("utf-8"))["files"]
    assert sorted(files) == names(there)
    assert all(isinstance(one, str) for one in files.values())
