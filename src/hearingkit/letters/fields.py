"""Single values of a letter, as an office's own letterhead asks for them by name."""

from collections.abc import Iterable, Mapping
from typing import Final

from hearingkit.dispatch.letter import Letter
from hearingkit.letterheads.fields import DATE
from hearingkit.letters.parts import printed_day
from hearingkit.texts.roles import Role

_OF_A_RECIPIENT: Final = ("references.yours",)


def field_values(
    letter: Letter, names: Iterable[str], *, to_somebody: bool = True
) -> Mapping[str, str]:
    """Return the value of each name as text; it is empty where the hearing gives none.

    Args:
        letter: Whose values.
        names: Names of the table of names, and ``date``.
        to_somebody: Whether they stand in a letter, where the recipient's own reference belongs.
    """
    left_out = () if to_somebody else _OF_A_RECIPIENT
    return {name: "" if name in left_out else _value(letter, name) for name in names}


def _value(letter: Letter, name: str) -> str:
    if name == DATE:
        return printed_day(letter.sent, letter) or ""
    filled = letter.case.values(letter.language).fill(f"{{{{ {name} }}}}", Role.LINE)
    return "" if filled.problems else filled.text
