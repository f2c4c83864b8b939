"""How commands are found and their options counted."""

from typing import Any, Final

from typer.core import TyperCommand, TyperGroup

_ADVICE: Final = "{} is given {} times; only one can count."


class OnceCommand(TyperCommand):
    """A command whose options stand once, but for flags and those that may be repeated.

    The parser alone would let the last one count, and pass over the rest without a word.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 (of a typer inside)
        """Parse the arguments.

        Raises:
            UsageError: If an option with one value is given twice.
        """
        _, _, given = self.make_parser(ctx).parse_args(args=list(args))
        for option in given:
            several = option.multiple or getattr(option, "is_flag", False) or option.nargs != 1
            if given.count(option) > 1 and not several:
                ctx.fail(_ADVICE.format(option.opts[0], given.count(option)))
        return super().parse_args(ctx, args)


class GroupOfWords(TyperGroup):
    """Commands of which some have a name of two words: ``recipients import``."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 (of a typer inside)
        """Return the name of a command, the command, and its arguments."""
        two = " ".join(args[:2])
        if two in self.commands:
            return two, self.commands[two], args[2:]
        return super().resolve_command(ctx, args)
