"""Signs that stand for the body and for formulas until a letter puts their text there.

They are characters that Unicode keeps out of every text; a file that holds one is refused.
"""

from collections.abc import Mapping
from typing import Final

from hearingkit.model.wording import Formula

BODY_SIGN: Final = "\ufdd0"
FORMULA_SIGNS: Final[Mapping[Formula, str]] = {
    formula: chr(ord(BODY_SIGN) + number) for number, formula in enumerate(Formula, start=1)
}
