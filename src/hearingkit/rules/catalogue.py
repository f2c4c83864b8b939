"""Every code there is, from the rooms that declare them."""

from collections.abc import Mapping
from functools import cache

from hearingkit.codes import Code
from hearingkit.letterheads.codes import CODES as OF_LETTERHEADS
from hearingkit.rules.run import all_rules
from hearingkit.source import codes
from hearingkit.validation import faults


@cache
def catalogue() -> Mapping[str, Code]:
    """Return the meaning of every code, in the order of codes."""
    known = {**codes.CODES, **faults.CODES, **all_rules(), **OF_LETTERHEADS}
    return {code: known[code] for code in sorted(known)}
