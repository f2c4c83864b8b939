"""What comes out where: terminals, pipes that close, full disks, encodings without æ, Ctrl-C."""

import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.workspaces import PROGRAM, a_workspace, as_process, environment, in_process

fcntl = pytest.importorskip("fcntl", reason="pseudo-terminals are for POSIX")
termios = pytest.importorskip("termios", reason="pseudo-terminals are for POSIX")

MISTAKE = {"deadline": "2026-02-31", "title": "Forskrift om prøver på åpne øyer"}
BOX = set("╭╮╰╯│─┌┐└┘")


def on_terminal(
    arguments: Sequence[str], cwd: Path, program: Sequence[str] = PROGRAM, **env: str
) -> tuple[int, str]:
    """Return the exit code of a command on a terminal of 80 columns, and all that it shows."""
    ours, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 25, 80, 0, 0))
    surroundings = environment(TERM="xterm-256color") | env
    with subprocess.Popen(
        [*program, *arguments], cwd=cwd, env=surroundings, stdin=its, stdout=its, stderr=its
    ) as process:
        os.close(its)
        shown = b""
        while select.select([ours], [], [], 60)[0]:
            try:
                shown += os.read(ours, 65536)
            except OSError:  # the terminal's other end has closed
                break
        code = process.wait(60)
    os.close(ours)
    assert b"Traceback" not in shown
    return code, shown.decode().replace("\r\n", "\n")


def without_colour(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def test_shows_the_line_itself_in_colour_on_a_terminal(tmp_path: Path) -> None:
    code, shown = on_terminal(["validate"], a_workspace(tmp_path, **MISTAKE))

    assert code == 1
    assert "\x1b[" in shown
    place, line, mark, *_ = without_colour(shown).splitlines()
    assert place.startswith("data/hearings.yaml:13:15: HK108 ")
    assert line.strip() == "deadline: '2026-02-31'"
    assert set(mark.strip()) == {"^"}
    assert not BOX & set(shown)


@pytest.mark.parametrize(
    ("arguments", "env"),
    [
        ((), {"NO_COLOR": "1"}),
        ((), {"TERM": "dumb"}),
        ((), {"CI": "true", "GITHUB_ACTIONS": "true"}),
        (("--color", "never"), {}),
    ],
)
def test_shows_the_line_without_colour_where_that_is_wanted(
    tmp_path: Path, arguments: tuple[str, ...], env: dict[str, str]
) -> None:
    _, shown = on_terminal(["validate", *arguments], a_workspace(tmp_path, **MISTAKE), **env)

    assert "\x1b" not in shown
    assert "    deadline: '2026-02-31'" in shown


def test_colours_findings_of_render_on_a_terminal(tmp_path: Path) -> None:
    code, shown = on_terminal(["render"], a_workspace(tmp_path, **MISTAKE))

    assert code == 1
    assert "\x1b[" in shown
    assert shown.endswith("error: nothing was written; mend the errors above first\n")


def test_writes_one_plain_line_a_finding_into_a_pipe(tmp_path: Path) -> None:
    a_workspace(tmp_path, **MISTAKE)

    done = as_process("validate", cwd=tmp_path, env={"TERM": "xterm-256color"})

    assert len(done.stdout.splitlines()) == 1
    assert "\x1b" not in done.stdout + done.stderr


def test_colours_a_pipe_when_told_to(tmp_path: Path) -> None:
    a_workspace(tmp_path, **MISTAKE)
    env = {"NO_COLOR": "1", "TERM": "dumb", "CI": "true"}

    done = as_process("validate", "--color", "always", cwd=tmp_path, env=env)

    assert "\x1b[" in done.stdout


def test_keeps_a_word_file_from_the_terminal(tmp_path: Path) -> None:
    code, shown = on_terminal(["recipients", "--printed", "docx"], a_workspace(tmp_path))

    assert code == 2
    assert shown == "error: what is no text is not for the terminal; name a file with -o\n"


HASTY = (
    "import sys, hearingkit.cli.progress as progress\n"
    "progress._PATIENCE = -1\n"
    "from hearingkit.cli.app import main\n"
    "main()"
)


def test_shows_a_bar_on_a_terminal_when_it_takes_long(tmp_path: Path) -> None:
    a_workspace(tmp_path, "a", "b")
    hasty = (sys.executable, "-c", HASTY)

    code, shown = on_terminal(["render", "-f", "md"], tmp_path, hasty)
    _, in_ci = on_terminal(["render", "-f", "md"], tmp_path, hasty, CI="true")

    assert code == 0
    assert "rendering" in shown
    assert in_ci.splitlines()[0] == "out/a/letter-nb.md"


def test_shows_no_bar_in_a_pipe(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HASTY, "render", "-f", "md"]

    done = subprocess.run(
        command, cwd=a_workspace(tmp_path), env=environment(), capture_output=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    "command", ["validate 2>&1", "recipients --printed txt", "render -f md", "--help"]
)
def test_says_nothing_when_its_reader_goes_away(tmp_path: Path, command: str) -> None:
    a_workspace(tmp_path, deadline="2026-05-17")
    program = f"'{sys.executable}' -m hearingkit {command} | true"

    done = subprocess.run(
        ["/bin/sh", "-c", program], cwd=tmp_path, env=environment(), capture_output=True, check=True
    )

    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_says_that_standard_output_is_full(tmp_path: Path) -> None:
    a_workspace(tmp_path, deadline="2026-05-17")

    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, "validate"],
            cwd=tmp_path,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    assert done.returncode == 2
    last = done.stderr.splitlines()[-1]
    assert last == "error: can't write standard output: no space left on device"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("command", ["--help", "--version", "render --help", "list", "schema"])
def test_says_that_standard_output_is_full_whatever_was_to_be_printed(
    tmp_path: Path, command: str
) -> None:
    a_workspace(tmp_path)

    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, *command.split()],
            cwd=tmp_path,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    says = "error: can't write standard output: no space left on device\n"
    assert (done.returncode, done.stderr) == (2, says)


@pytest.mark.parametrize("command", ["render -f md", "list", "rules", "render --help"])
@pytest.mark.parametrize("buffered", ["", "1"])
def test_leaves_nothing_unwritten_when_its_reader_has_enough(
    tmp_path: Path, command: str, buffered: str
) -> None:
    a_workspace(tmp_path, "a", "b")
    program = f"'{sys.executable}' -m hearingkit {command} | head -1"

    done = subprocess.run(
        ["/bin/sh", "-c", program],
        cwd=tmp_path,
        env=environment(PYTHONUNBUFFERED=buffered),
        capture_output=True,
        text=True,
        check=False,
    )

    assert (len(done.stdout.splitlines()), done.stderr) == (1, "")
    if command.startswith("render -f"):
        assert len(list((tmp_path / "out").glob("*/*"))) == 10


EACH = """
import sys
from hearingkit.cli.app import app
for command in sys.argv[1:]:
    try: app(command.split())
    except SystemExit as ended: print("exit", ended.code)
"""


def without_docstrings(folder: Path, *commands: str) -> subprocess.CompletedProcess[str]:
    """Run commands one after the other in a process that drops the manuals."""
    return subprocess.run(
        [sys.executable, "-OO", "-c", EACH, *commands],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )


def test_works_without_docstrings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(a_workspace(tmp_path, deadline="2026-05-17"))
    commands = ("validate", "render -f md", "list", "show proever", "recipients -f json")

    done = without_docstrings(tmp_path, *commands, "validate --format sarif")

    expected = [f"{in_process(*command.split()).stdout}exit 0\n" for command in commands]
    assert "Traceback" not in done.stderr
    assert done.stdout.startswith("".join(expected))
    assert done.stdout.endswith("}\nexit 0\n")


def test_says_that_there_are_no_manuals_without_docstrings(tmp_path: Path) -> None:
    done = without_docstrings(tmp_path, "explain HK205", "rules", "schema", "init x")

    says = "error: Python drops the manuals under -OO and PYTHONOPTIMIZE=2; run it without\n"
    assert (done.stdout, done.stderr) == (4 * "exit 2\n", 4 * says)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("command", "code", "says"),
    [
        ("validate >&-", 0, "nothing found in 1 file\n"),
        ("render -f md >&- 2>&-", 0, ""),
        ("validate - <&-", 2, "error: can't read standard input: it is closed\n"),
        ("recipients >&-", 2, "error: can't write standard output: it is closed\n"),
        ("render unknown 2>&-", 2, ""),
        ("--help >&-", 0, ""),
    ],
)
def test_does_without_streams_that_are_closed(
    tmp_path: Path, command: str, code: int, says: str
) -> None:
    program = f"'{sys.executable}' -m hearingkit {command}"

    done = subprocess.run(
        ["/bin/sh", "-c", program],
        cwd=a_workspace(tmp_path),
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (code, says)


def test_speaks_any_text_in_any_encoding(tmp_path: Path) -> None:
    env = {"PYTHONIOENCODING": "ascii"}
    folder = a_workspace(tmp_path / "høring", deadline="øre")

    findings = as_process("validate", "-w", folder, cwd=tmp_path, env=env)
    unknown = as_process("validate", "-w", "blåbær", cwd=tmp_path, env=env)

    assert (findings.returncode, "HK108" in findings.stdout) == (1, True)
    assert (unknown.returncode, unknown.stderr.startswith("error: there is no")) == (2, True)


def test_gives_the_mailing_list_as_utf_8_in_any_encoding(tmp_path: Path) -> None:
    a_workspace(tmp_path)

    plain = as_process("recipients", cwd=tmp_path)
    ascii_ = as_process("recipients", cwd=tmp_path, env={"PYTHONIOENCODING": "ascii"})

    assert "Østre kommune" in plain.stdout
    assert ascii_.stdout == plain.stdout


def test_stops_at_ctrl_c_without_a_word(tmp_path: Path) -> None:
    with subprocess.Popen(
        [*PROGRAM, "validate", "-"],
        cwd=tmp_path,
        env=environment(PYTHONUNBUFFERED="1"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=_hear_signals,  # noqa: PLW1509 (no other thread runs here)
    ) as process:
        _wait_until_reading(process.pid)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=600)

    assert (process.returncode, out, err) == (130, b"", b"")


EARLY = """
import os, signal, sys

class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == sys.argv[1]:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Finder())
from hearingkit.cli import main
sys.argv[1:] = ["validate"]
main()
"""


@pytest.mark.parametrize("module", ["hearingkit.cli.app", "typer", "hearingkit.workflows.validate"])
def test_stops_at_ctrl_c_without_a_word_while_it_is_loaded(tmp_path: Path, module: str) -> None:
    early = EARLY.replace("sys.argv[1]:", f"{module!r}:")

    done = subprocess.run(
        [sys.executable, "-c", early],
        cwd=a_workspace(tmp_path),
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=_hear_signals,
    )

    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


ENDED = """
import os, signal, sys
from hearingkit.workflows.folder import Folder

real, signals = Folder.{method}, iter({numbers})

def ended(self, *arguments):
    real(self, *arguments)
    for number in signals:
        os.kill(os.getpid(), number)

Folder.{method} = ended
sys.argv[1:] = ["render", "-f", "md"]
from hearingkit.cli import main
main()
"""


@pytest.mark.parametrize("numbers", [[15], [1], [15, 15]], ids=["term", "hup", "twice"])
@pytest.mark.parametrize("method", ["write_new", "take"])
def test_leaves_nothing_unfinished_when_it_is_ended(
    tmp_path: Path, numbers: list[int], method: str
) -> None:
    a_workspace(tmp_path, "a", "b")

    done = subprocess.run(
        [sys.executable, "-c", ENDED.format(method=method, numbers=numbers)],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=_hear_signals,
    )

    assert (done.returncode, done.stderr) == (128 + numbers[0], "")
    assert list((tmp_path / "out").glob(".*")) == []
    assert as_process("render", "-f", "md", cwd=tmp_path).returncode == 0


def _hear_signals() -> None:
    """Undo what a shell does in the background, and nohup: they have signals ignored."""
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def _wait_until_reading(pid: int) -> None:
    """Wait until a process sleeps in the system, as it does when it reads; a second elsewhere."""
    for _ in range(100):
        time.sleep(0.05)
        try:
            waiting = Path(f"/proc/{pid}/wchan").read_text()
        except OSError:
            time.sleep(1)
            return
        if "pipe" in waiting:
            return
