"""Pieces of a text that a search must not see: a sign stands for each of theirs."""

import re
from typing import Final

HIDDEN: Final = "\0"
"""What stands for each sign that is hidden."""


def hide(pattern: re.Pattern[str], text: str) -> str:
    """Return a text, as long as before, in which all that a pattern finds is hidden."""
    return pattern.sub(lambda found: HIDDEN * len(found[0]), text)
