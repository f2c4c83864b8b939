"""``hearingkit letterhead new``: begin a Word letterhead."""

from pathlib import Path
from typing import Annotated, Final

import typer

from hearingkit.cli import streams
from hearingkit.cli.exits import handle_errors
from hearingkit.language.language import Language

_USUAL: Final = Path("letterhead.docx")
_FIRST: Final = next(iter(Language))


@handle_errors()
def command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A new .docx.")] = _USUAL,
    language: Annotated[
        Language, typer.Option("--language", "-l", help="Language that its text is marked as.")
    ] = _FIRST,
) -> None:
    """Create a Word letterhead to begin with."""
    from hearingkit.workflows.letterheads import create_letterhead

    streams.print_path(create_letterhead(file, language))
