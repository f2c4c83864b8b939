"""Hard spaces in running text, as the formulas of a letter have them: «20. mai», «§ 37 a»."""

import functools
import re
from typing import Final

from hearingkit.language.dates import HARD_SPACE, month_names
from hearingkit.language.language import Language
from hearingkit.language.words import Words
from hearingkit.patterns import late_pattern

YEARS: Final = late_pattern(r"(?<![\w–-])([0-9]{4}[–-][0-9]{4})(?![\w–-])")
"""From one year to another, which no line breaks."""


class HardSpaceWords(Words):
    """What stays on one line with the number behind it.

    Attributes:
        before_numbers: Abbreviations: «nr.», «kap.».
    """

    section = "language.hard_spaces"

    before_numbers: tuple[str, ...]


def bound(text: str) -> str:
    """Return a text with hard spaces between a number and what it belongs to.

    Source:
        domain.md § 4; Typografiske anbefalinger (Språkrådet): no line ends inside a date or «§ 3».
    """
    return _spaces().sub(HARD_SPACE, text) if any(map(str.isdigit, text)) else text


@functools.cache
def _spaces() -> re.Pattern[str]:
    months = {name for language in Language for name in month_names(language)}
    words = HardSpaceWords.of_any().before_numbers
    before = (rf"(?<=(?<!\w){re.escape(word)})" for word in words)
    return re.compile(
        rf"(?<=[0-9]\.) (?=(?:{'|'.join(sorted(months))})\b)"
        rf"|(?:{'|'.join(before)}|(?<=§)) (?=[0-9])"
        r"|(?<=§[ \u00a0][0-9]) (?=[a-hj-z]\b)"
        r"|(?<=§[ \u00a0][0-9]{2}) (?=[a-hj-z]\b)"
        r"|(?<=§[ \u00a0][0-9]{3}) (?=[a-hj-z]\b)",
        re.IGNORECASE,
    )
