"""Options that several commands share."""

import enum
import os
import sys
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from hearingkit.errors import BadOption
from hearingkit.language.language import Language


class Colour(enum.StrEnum):
    """When to use colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"

    def wanted(self) -> bool:
        """Tell whether stderr and stdout are to be coloured: on a terminal, and not in CI."""
        if self is not Colour.AUTO:
            return self is Colour.ALWAYS
        quiet = {"NO_COLOR", "CI"} & {name for name, value in os.environ.items() if value}
        return sys.stdout.isatty() and not quiet and os.environ.get("TERM") != "dumb"


Hearings: TypeAlias = Annotated[
    list[str] | None, typer.Argument(metavar="[HEARING]...", help="Ids of hearings; all if none.")
]
Languages: TypeAlias = Annotated[
    list[Language] | None,
    typer.Option("--language", "-l", help="Only this language; may be repeated."),
]
Force: TypeAlias = Annotated[
    bool, typer.Option("--force", help="Replace files that were changed after they were rendered.")
]
Quiet: TypeAlias = Annotated[
    bool, typer.Option("--quiet", "-q", help="Leave out notes, warnings and summaries.")
]
ColourOption: TypeAlias = Annotated[
    Colour, typer.Option("--color", help="Colour: on a terminal, always, or never.")
]
Here: TypeAlias = Annotated[
    Path,
    typer.Option("--workspace", "-w", metavar="DIR", help="Where to look for the workspace."),
]


def epoch() -> int | None:
    """Return SOURCE_DATE_EPOCH, seconds since 1970; None where it isn't set.

    Raises:
        BadOption: If it is no such number.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if not given:
        return None
    if not given.isdecimal() or len(given) > 11:
        raise BadOption(
            f"SOURCE_DATE_EPOCH is {given!r}; set it to seconds since 1970, or unset it"
        )
    return int(given)
