"""Commands that are imported when they run; ``--help`` needs only their summaries."""

import importlib
from typing import Any, Final, NamedTuple

import typer
from typer.core import TyperCommand
from typer.main import get_command

from hearingkit.cli.once import GroupOfWords, OnceCommand


class LazyCommand(NamedTuple):
    """A command that is not imported yet.

    Attributes:
        name: What the user types.
        summary: The first line of its help, which a test holds against the docstring.
        module: Its module in ``cli``, where that has another name.
    """

    name: str
    summary: str
    module: str = ""

    def load(self) -> Any:  # noqa: ANN401 (of a typer inside)
        """Return the command with its options."""
        alone = typer.Typer(
            add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False
        )
        module = importlib.import_module(f"hearingkit.cli.{self.module or self.name}")
        alone.command(self.name, cls=OnceCommand)(module.command)
        return get_command(alone)


LAZY_COMMANDS: Final = (
    LazyCommand("init", "Create a workspace: a folder with an example to change."),
    LazyCommand("new", "Create a hearing: a file in data/, ready to fill in."),
    LazyCommand("validate", "Report what is wrong with hearings, and where."),
    LazyCommand("render", "Write letters and lists into files; print their paths."),
    LazyCommand("verify", "Report what in out/ is not as it was rendered."),
    LazyCommand("recipients", "Write the mailing list, or the list to publish."),
    LazyCommand(
        "recipients import", "Take over a list of recipients as hearing data.", "import_recipients"
    ),
    LazyCommand(
        "recipients known",
        "Begin a register with the municipalities of a country.",
        "recipients_known",
    ),
    LazyCommand(
        "recipients diff",
        "Report what has changed among a hearing's recipients.",
        "recipients_diff",
    ),
    LazyCommand(
        "recipients check",
        "Report what is old, unused or double in the register.",
        "recipients_check",
    ),
    LazyCommand(
        "letterhead check",
        "Report what is wrong with a Word letterhead, and where.",
        "letterhead_check",
    ),
    LazyCommand(
        "letterhead new",
        "Create a Word letterhead to begin with.",
        "letterhead_new",
    ),
    LazyCommand("body", "Print a text from Word as Markdown, for the key body."),
    LazyCommand("list", "List the hearings by deadline, with days left.", "list_hearings"),
    LazyCommand("show", "Show a summary of one hearing, and what it lacks."),
    LazyCommand(
        "template list",
        "List the formulas of letters, and where each is worded.",
        "template_list",
    ),
    LazyCommand(
        "template show",
        "Show a formula in each language, and what it prints.",
        "template_show",
    ),
    LazyCommand(
        "template check",
        "Report what is wrong with templates and wording.",
        "template_check",
    ),
    LazyCommand("explain", "Explain what codes mean, and how to mend each."),
    LazyCommand("rules", "List all codes: severity, basis, meaning, source."),
    LazyCommand("schema", "Print the JSON Schema of hearing files, for editors."),
)
_BY_NAME: Final = {command.name: command for command in LAZY_COMMANDS}


class LazyGroup(GroupOfWords):
    """Commands, of which only the one that is asked for is imported; the others have a summary."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 (of a typer inside)
        super().__init__(**options)
        self.commands = {
            name: TyperCommand(name, help=summary) for name, summary, _ in LAZY_COMMANDS
        }

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 (of a typer inside)
        """Return the name of a command, the command, and its arguments."""
        name, command, behind = super().resolve_command(ctx, args)
        return name, command if name is None else _BY_NAME[name].load(), behind
