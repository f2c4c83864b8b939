"""Single values of a letter, as an office's own letterhead asks for them by name."""

from collections.abc import Iterable, Mapping

from hearingkit.dispatch.letter import Letter
from hearingkit.letters.parts import printed_day
from hearingkit.texts.roles import Role

DATE = "date"
"""The day of the letter, as the references have it."""


def field_values(letter: Letter, names: Iterable[str]) -> Mapping[str, str]:
    """Return the value of each name as text; it is empty where the hearing gives none.

    Args:
        letter: Whose values.
        names: Names of the table of names, and ``date``.
    """
    return {name: _value(letter, name) for name in names}


def _value(letter: Letter, name: str) -> str:
    if name == DATE:
        return printed_day(letter.sent, letter) or ""
    filled = letter.case.values(letter.language).fill(f"{{{{ {name} }}}}", Role.LINE)
    return "" if filled.problems else filled.text
