"""JSON for programs of others, which may refuse what Python's own reader takes."""

import json
import re
from typing import Final

_HALVES: Final = re.compile("[\ud800-\udfff]")


def json_text(shape: object) -> str:
    r"""Return an object as indented JSON with a line end behind it.

    Half a character, as a file name that is no UTF-8 holds, stands as the text ``\udcf8``: as an
    escape it would make a strict reader drop the whole report.
    """
    text = json.dumps(shape, ensure_ascii=False, indent=2)
    return _HALVES.sub(lambda found: rf"\\u{ord(found[0]):04x}", text) + "\n"
