"""Word files as PDF, by a LibreOffice that is installed: they look as the office's letterhead does.

LibreOffice takes seconds to start, so many files go to it at once. It gets a profile of its own,
which ends with the run: so neither a LibreOffice that is open nor what the user has set there
matters. It writes the time of the run into a PDF; the bytes are others each time.
"""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from hearingkit import errors
from hearingkit.workflows.output import Output
from hearingkit.writers import DocumentFormat, PdfEngine, Writer, writer_for

AT_ONCE: Final = 50
"""How many files go to LibreOffice in one run."""
_START_SECONDS: Final = 120
_SECONDS_A_FILE: Final = 10
_PROGRAM: Final = "soffice"
_USUAL_PLACES: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:\\Program Files\\LibreOffice\\program\\soffice.com",
)
_ASKED_FOR: Final = {
    "PDFUACompliance": {"type": "boolean", "value": "true"},
    "SelectPdfVersion": {"type": "long", "value": "2"},  # PDF/A-2b
    "UseTaggedPDF": {"type": "boolean", "value": "true"},
    "ExportBookmarks": {"type": "boolean", "value": "true"},
}
_OPTIONS: Final = ("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo")
# A letterhead may hold the address of a picture elsewhere; nothing is fetched from there.
_SETTINGS: Final = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
    xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <item oor:path="/org.openoffice.Office.Common/Security/Scripting">
    <prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
    <prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
  </item>
</oor:items>
"""


def writer_of(format_: DocumentFormat, engine: PdfEngine) -> Writer:
    """Return the writer of a format; for LibreOffice, that of the Word file it makes a PDF of."""
    is_converted = format_ is DocumentFormat.PDF and engine is PdfEngine.LIBREOFFICE
    return writer_for(DocumentFormat.DOCX if is_converted else format_)


def with_pdfs(outputs: Iterable[Output]) -> Iterator[Output]:
    """Yield files in their order; what ends as a PDF comes as a Word file, and is converted.

    Raises:
        HearingkitError: As ``converted``.
    """
    waiting: list[Output] = []
    for one in outputs:
        waiting.append(one)
        if sum(map(_is_pdf, waiting)) == AT_ONCE:
            yield from converted(waiting)
            waiting.clear()
    yield from converted(waiting)


def converted(outputs: Sequence[Output], seconds: float | None = None) -> Iterator[Output]:
    """Yield files in their order, with a PDF in place of each Word file that is named as one.

    Args:
        outputs: The files.
        seconds: How long LibreOffice may take; None for what should be ample.

    Raises:
        HearingkitError: If LibreOffice is not installed, makes no PDF of a file, or takes too long.
    """
    due = [one for one in outputs if _is_pdf(one)]
    made = iter(_pdfs(due, seconds or _START_SECONDS + _SECONDS_A_FILE * len(due)) if due else ())
    for one in outputs:
        yield replace(one, data=next(made)) if _is_pdf(one) else one


def _is_pdf(output: Output) -> bool:
    return output.name.endswith(f".{DocumentFormat.PDF.value}")


def _pdfs(outputs: Sequence[Output], seconds: float) -> list[bytes]:
    program = _program()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        user = folder / "profile" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(_SETTINGS, "utf-8")
        files = [folder / f"{number}.docx" for number, _ in enumerate(outputs)]
        for file, output in zip(files, outputs, strict=True):
            file.write_bytes(output.data)
        _run(_command(program, folder, files), seconds)
        return [_made(*pair) for pair in zip(files, outputs, strict=True)]


def _program() -> str:
    found = next(filter(None, map(shutil.which, (_PROGRAM, *_USUAL_PLACES))), None)
    if found is None:
        raise errors.no_libreoffice()
    return found


def _command(program: str, folder: Path, files: Sequence[Path]) -> list[str]:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    target = f"pdf:writer_pdf_Export:{json.dumps(_ASKED_FOR)}"
    convert = ("--convert-to", target, "--outdir", str(folder))
    return [program, profile, *_OPTIONS, *convert, *map(str, files)]


def _run(command: Sequence[str], seconds: float) -> None:
    """Run a program, and end what it has started too if it takes longer.

    Its exit code says nothing: it is 0 too where no file was made.
    """
    nowhere = subprocess.DEVNULL
    try:
        process = subprocess.Popen(  # noqa: S603 (no shell)
            command, stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True
        )
    except OSError:
        raise errors.no_libreoffice() from None
    try:
        process.wait(seconds)
    except BaseException as why:  # also where the user stops the run
        _end(process)
        if isinstance(why, subprocess.TimeoutExpired):
            raise errors.slow_libreoffice(round(seconds)) from None
        raise


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program with all that it has started; on Windows, which has no groups, it alone."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()


def _made(file: Path, output: Output) -> bytes:
    try:
        return file.with_suffix(".pdf").read_bytes()
    except OSError:
        raise errors.no_pdf_by_libreoffice(f"{output.folder}/{output.name}".lstrip("/")) from None
