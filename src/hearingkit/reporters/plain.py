"""Make any text safe to print on a terminal."""

from typing import Final

from hearingkit.patterns import late_pattern

_LINE_BREAKS: Final = late_pattern(r"[ \t]*[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]\s*")
UNSEEN: Final = late_pattern(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff"
    "\ud800-\udfff\ufffe\uffff]"
)
"""Control characters, marks that turn the reading direction around, halves and no characters."""

_COMMANDS: Final = late_pattern(r"((?:^|[\r\n])\s*):(?=:)|##(?=\[)")
_UNSEEN_IN_LINES: Final = late_pattern(rf"(?![\t\n]){UNSEEN.pattern}")


def one_line(text: str) -> str:
    """Return a text on one line: line breaks become spaces, invisible characters are escaped."""
    return visible(_LINE_BREAKS.sub(" ", text.strip()))


def visible(text: str) -> str:
    r"""Return a text with all invisible characters escaped, as in ``\x1b``; for names."""
    if text.isprintable():  # as nearly all is
        return text
    return UNSEEN.sub(lambda found: _escape(ord(found[0])), text)


def legible(text: str) -> str:
    r"""Return a text with invisible characters escaped as in ``\x1b``; lines and tabs stay."""
    lines = text.replace("\r\n", "\n")
    return _UNSEEN_IN_LINES.sub(lambda found: _escape(ord(found[0])), lines)


def without_commands(text: str) -> str:
    """Return a text in which a GitHub runner finds no command of its own.

    It takes a line that begins with two colons for one, and two hashes and a bracket anywhere.

    Source:
        ActionCommand.cs of actions/runner.
    """
    return _COMMANDS.sub(lambda found: "# #" if found[1] is None else f"{found[1]}: ", text)


def _escape(number: int) -> str:
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"
