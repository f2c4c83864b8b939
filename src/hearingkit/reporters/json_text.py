"""Write JSON for other programs, which may be stricter than Python."""

import json
from typing import Final

from hearingkit.patterns import late_pattern

_HALVES: Final = late_pattern("[\ud800-\udfff]")


def json_text(shape: object) -> str:
    r"""Return an object as indented JSON and a line end.

    A lone surrogate, from a file name that is not UTF-8, is written as the text ``\udcf8``: as an
    escape it would make a strict reader refuse the whole report.
    """
    text = json.dumps(shape, ensure_ascii=False, indent=2)
    return _HALVES.sub(lambda found: rf"\\u{ord(found[0]):04x}", text) + "\n"
