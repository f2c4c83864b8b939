"""The table of names that texts of the data may use, for ``hearingkit explain names``."""

import textwrap
from collections.abc import Iterator
from typing import Final

from hearingkit.model.wording import Formula
from hearingkit.values.sample import sample_values
from hearingkit.values.table import NAMES

_WIDTH: Final = 80
_INDENT: Final = " " * 4
_ABOVE: Final = (
    "Any text of the data may name a value, as {{ deadline.date }}; \\{{ prints the braces. Below "
    "each name stands what it is, and what it prints in a Danish hearing that was made up.",
    "Where a hearing has several addresses of a kind, a number chooses: submission.email.2 is the "
    "second mailbox, submission.post.2.lines the second postal address.",
)
_BELOW: Final = (
    "Alone in a paragraph of the body, the name of a formula, as {{ submission }}, prints the "
    "formula there, and not again at its usual place. These can stand there:"
)


def name_table() -> str:
    """Return every name with what it stands for and an example, in 80 columns."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    for paragraph in _ABOVE:
        yield from (*textwrap.wrap(paragraph, _WIDTH), "")
    values = sample_values()
    for name, known in NAMES.items():
        yield name
        yield from _indented(known.says)
        yield from _indented(values.line(f"{{{{ {name} }}}}") or "(nothing)")
    yield ""
    yield from textwrap.wrap(_BELOW, _WIDTH)
    yield from _indented(", ".join(formula for formula in Formula if formula.is_prose))


def _indented(text: str) -> Iterator[str]:
    yield from textwrap.wrap(text, _WIDTH, initial_indent=_INDENT, subsequent_indent=_INDENT)
