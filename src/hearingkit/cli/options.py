"""Options that several commands share."""

import datetime as dt
import enum
import os
import re
import sys
from pathlib import Path
from typing import Annotated, TextIO, TypeAlias

import typer

from hearingkit import errors
from hearingkit.cli.streams import on_terminal
from hearingkit.language.language import Language


class Colour(enum.StrEnum):
    """When to use colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"

    def wanted(self, stream: TextIO | None) -> bool:
        """Return whether to colour a stream; AUTO colours a terminal, but not in CI."""
        if self is not Colour.AUTO:
            return self is Colour.ALWAYS
        plain = any(os.environ.get(name) for name in ("NO_COLOR", "CI"))
        return on_terminal(stream) and not plain and os.environ.get("TERM") != "dumb"


class Delimiter(enum.StrEnum):
    """The separators of cells in a csv."""

    SEMICOLON = ";"
    COMMA = ","
    TAB = "tab"

    @property
    def sign(self) -> str:
        """Return the character."""
        return "\t" if self is Delimiter.TAB else self.value


HearingIds: TypeAlias = Annotated[
    list[str] | None, typer.Argument(metavar="HEARING", help="Ids of hearings. Default: all.")
]
LanguageOption: TypeAlias = Annotated[
    list[Language] | None,
    typer.Option("--language", "-l", help="Only this language; may be repeated."),
]
NewFileOption: TypeAlias = Annotated[
    str,
    typer.Option("--output", "-o", metavar="FILE", help="A new file; - for standard output."),
]
ForceOption: TypeAlias = Annotated[
    bool, typer.Option("--force", help="Replace files that were changed after they were rendered.")
]
QuietOption: TypeAlias = Annotated[
    bool, typer.Option("--quiet", "-q", help="Print only what makes the command fail.")
]
VerboseOption: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--verbose",
        "-v",
        help="Also report what each date and period in a text is taken for, and why.",
    ),
]
ColourOption: TypeAlias = Annotated[Colour, typer.Option("--color", help="When to use colour.")]
TodayOption: TypeAlias = Annotated[
    dt.datetime | None,
    typer.Option(
        "--today",
        metavar="DATE",
        formats=["%Y-%m-%d"],
        envvar="HEARINGKIT_TODAY",
        help="Check hearings as of this day. Default: today.",
    ),
]
WorkspaceOption: TypeAlias = Annotated[
    Path,
    typer.Option("--workspace", "-w", metavar="DIR", help="A folder in the workspace."),
]


def day(given: dt.datetime | None) -> dt.date:
    """Return the day of the option; by default today, by the local clock."""
    return given.date() if given else dt.date.today()  # noqa: DTZ011


def need_manuals() -> None:
    """Stop a command that prints manuals, where there are none.

    Raises:
        HearingkitError: If Python has dropped the docstrings.
    """
    if sys.flags.optimize > 1:
        raise errors.no_manuals()


def epoch() -> int | None:
    """Return SOURCE_DATE_EPOCH in seconds since 1970; None if it isn't set.

    Raises:
        HearingkitError: If it is not a whole number of at most 11 digits (year 5138).
    """
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if not given:
        return None
    if not re.fullmatch("[0-9]{1,11}", given):
        raise errors.bad_epoch(given)
    return int(given)
