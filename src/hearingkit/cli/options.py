"""Options that several commands share."""

import datetime as dt
import enum
import os
import re
from pathlib import Path
from typing import Annotated, TextIO, TypeAlias

import typer

from hearingkit.cli.streams import on_terminal
from hearingkit.errors import BadOption
from hearingkit.language.language import Language


class Colour(enum.StrEnum):
    """When to use colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"

    def wanted(self, stream: TextIO | None) -> bool:
        """Tell whether a stream is to be coloured: by itself on a terminal, and not in CI."""
        if self is not Colour.AUTO:
            return self is Colour.ALWAYS
        plain = any(os.environ.get(name) for name in ("NO_COLOR", "CI"))
        return on_terminal(stream) and not plain and os.environ.get("TERM") != "dumb"


class Delimiter(enum.StrEnum):
    """What may stand between the cells of a csv; a tab by its name."""

    SEMICOLON = ";"
    COMMA = ","
    TAB = "tab"

    @property
    def sign(self) -> str:
        """Return the character itself."""
        return "\t" if self is Delimiter.TAB else self.value


Hearings: TypeAlias = Annotated[
    list[str] | None, typer.Argument(metavar="HEARING", help="Ids of hearings; all if none.")
]
Languages: TypeAlias = Annotated[
    list[Language] | None,
    typer.Option("--language", "-l", help="Only this language; may be repeated."),
]
Force: TypeAlias = Annotated[
    bool, typer.Option("--force", help="Replace files that were changed after they were rendered.")
]
Quiet: TypeAlias = Annotated[
    bool, typer.Option("--quiet", "-q", help="Leave out the summary, and what is no failure.")
]
ColourOption: TypeAlias = Annotated[
    Colour, typer.Option("--color", help="Colour: on a terminal, always, or never.")
]
Today: TypeAlias = Annotated[
    dt.datetime | None,
    typer.Option(
        "--today",
        metavar="DATE",
        formats=["%Y-%m-%d"],
        envvar="HEARINGKIT_TODAY",
        help="The day on which hearings are judged, if another than today.",
    ),
]
Here: TypeAlias = Annotated[
    Path,
    typer.Option("--workspace", "-w", metavar="DIR", help="Where to look for the workspace."),
]


def day(given: dt.datetime | None) -> dt.date:
    """Return the day that an option gives, or today where the user is."""
    return given.date() if given else dt.date.today()  # noqa: DTZ011


def epoch() -> int | None:
    """Return SOURCE_DATE_EPOCH, seconds since 1970, year 5138 at the most; None where it isn't set.

    Raises:
        BadOption: If it is no such number.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if not given:
        return None
    if not re.fullmatch("[0-9]{1,11}", given):
        raise BadOption(
            f"SOURCE_DATE_EPOCH is {given!r}; set it to seconds since 1970, or unset it"
        )
    return int(given)
