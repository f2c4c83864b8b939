"""Commands that are imported when they run; ``--help`` needs only their summaries."""

import importlib
from typing import Any, Final

import typer
from typer.core import TyperCommand
from typer.main import get_command

from hearingkit.cli.once import GroupOfWords, OnceCommand

SUMMARIES: Final = {
    "init": "Create a workspace: a folder with an example to change.",
    "new": "Create a hearing: a file in data/, ready to fill in.",
    "validate": "Report what is wrong with hearings, and where.",
    "render": "Write letters and lists into files; print their paths.",
    "verify": "Report what in out/ is not as it was rendered.",
    "recipients": "Write the mailing list, or the list to publish.",
    "recipients import": "Take over a list of recipients as hearing data.",
    "recipients known": "Begin a register with the municipalities of a country.",
    "recipients diff": "Report what has changed among a hearing's recipients.",
    "recipients check": "Report what is old, unused or double in the register.",
    "letterhead check": "Report what is wrong with a Word letterhead, and where.",
    "letterhead new": "Create a Word letterhead to begin with.",
    "body": "Print a text from Word as Markdown, for the key body.",
    "list": "List the hearings by deadline, with days left.",
    "show": "Show a summary of one hearing, and what it lacks.",
    "template list": "List the formulas of letters, and where each is worded.",
    "template show": "Show a formula in each language, and what it prints.",
    "template check": "Report what is wrong with templates and wording.",
    "explain": "Explain what codes mean, and how to mend each.",
    "rules": "List all codes: severity, basis, meaning, source.",
    "schema": "Print the JSON Schema of hearing files, for editors.",
}
"""The commands, each with the first line of its help, which a test holds against the docstring."""


class LazyGroup(GroupOfWords):
    """Commands, of which only the one that is asked for is imported; the others have a summary."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 (of a typer inside)
        super().__init__(**options)
        self.commands = {name: TyperCommand(name, help=SUMMARIES[name]) for name in SUMMARIES}

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 (of a typer inside)
        """Return the name of a command, the command, and its arguments."""
        name, command, behind = super().resolve_command(ctx, args)
        return name, command if name is None else load(name), behind


def load(name: str) -> Any:  # noqa: ANN401 (of a typer inside)
    """Return a command with its options."""
    alone = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    module = importlib.import_module(f"hearingkit.cli.{name.replace(' ', '_')}")
    alone.command(name, cls=OnceCommand)(module.command)
    return get_command(alone)
