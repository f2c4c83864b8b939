"""How commands are found and their options counted."""

import re
from typing import Any, Final

from typer import BadParameter
from typer.core import TyperCommand, TyperGroup

from hearingkit.patterns import late_pattern

_OF_CHECKS: Final = "Value error, "
"""What the checks of typer put in front of what they tell."""
_NO_CHOICE: Final = late_pattern("'(?P<given>.*)' is not one of (?P<known>.*)")
_EMPTY: Final = "it is empty; write what is meant, or leave it out."
_BEHIND: Final = "No such option: {}; options stand behind the name of the command."
_ADVICE: Final = "{} is given {} times; only one can count."


class OnceCommand(TyperCommand):
    """A command whose options stand once, but for flags and those that may be repeated.

    The parser alone would let the last one count, and pass over the rest without a word. An empty
    text, as of a variable that a script forgot to set, would be the folder one is in. An option
    without a value has the one of the function: for each, Typer would build what checks a value.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 (of a typer inside)
        """Parse the arguments.

        Raises:
            UsageError: If an option with one value is given twice.
            BadParameter: If an option or an argument is empty.
        """
        values, _, given = self.make_parser(ctx).parse_args(args=list(args))
        for option in given:
            several = option.multiple or getattr(option, "is_flag", False) or option.nargs != 1
            if given.count(option) > 1 and not several:
                ctx.fail(_ADVICE.format(option.opts[0], given.count(option)))
            _refuse_empty(option, values[option.name], ctx)
        every = self.params
        if not any(one.is_eager for one in given):  # --help shows all
            self.params = [one for one in every if _is_read(one, values, ctx)]
        try:
            return super().parse_args(ctx, args)
        except BadParameter as error:
            error.message = _with_advice(error.message)
            raise
        finally:
            self.params = every


def _refuse_empty(option: Any, value: object, ctx: Any) -> None:  # noqa: ANN401
    every = value if isinstance(value, list | tuple) else (value,)
    if any(isinstance(one, str) and not one.strip() for one in every):
        raise BadParameter(_EMPTY, ctx, option)


def _is_read(option: Any, values: dict[str, Any], ctx: Any) -> bool:  # noqa: ANN401
    """Return whether an option has a value, or something is to be done without one."""
    has_value = values.get(option.name) not in (None, ()) or option.resolve_envvar_value(ctx)
    return bool(has_value or option.required or option.callback)


def _with_advice(message: str) -> str:
    """Return what is wrong with a value, with the choice that is meant, in a user's own words."""
    plain = message.removeprefix(_OF_CHECKS)
    found = _NO_CHOICE.fullmatch(plain)
    if not found:
        return plain
    from hearingkit.language.terms import meant_by

    meant = meant_by(found["given"], re.findall("'([^']*)'", found["known"]))
    return f"{plain.removesuffix('.')}; did you mean '{meant}'?" if meant else plain


class GroupOfWords(TyperGroup):
    """Commands of which some have a name of two words: ``recipients import``."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 (as above)
        """Parse the arguments up to the name of a command.

        Raises:
            UsageError: If an option of a command stands before it.
        """
        first = next(iter(args), "")
        own = {name for option in self.get_params(ctx) for name in option.opts}
        if first.strip("-") and first.startswith("-") and first.partition("=")[0] not in own:
            ctx.fail(_BEHIND.format(first))
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 (of a typer inside)
        """Return the name of a command, the command, and its arguments."""
        two = " ".join(args[:2])
        if two in self.commands:
            return two, self.commands[two], args[2:]
        meant = [f"'{name}'" for name in self.commands if args[0] in name.split()[1:]]
        if meant and args[0] not in self.commands:
            ctx.fail(f"No such command '{args[0]}'. Did you mean {', '.join(meant)}?")
        return super().resolve_command(ctx, args)
