"""Markdown in a line that is none, as a title or a name: a letter prints its signs."""

import re
from collections.abc import Iterator
from typing import Final

from hearingkit.patterns import late_pattern

_MAYBE: Final = late_pattern(r"[*_~`<\]]|\A\s*[#•·▪●‣◦-]")
# What the signs hold begins and ends with no blank, and the signs stand at the edge of words.
_HELD: Final = r"(?=[^\s{0}])[^{0}]{{1,200}}(?<![\s{0}])"
_MARKUP: Final = late_pattern(
    rf"(?<![\w*])(?P<stars>\*{{1,3}}){_HELD.format('*')}(?P=stars)(?![\w*])"
    rf"|(?<![\w_])(?P<lines>_{{1,2}}){_HELD.format('_')}(?P=lines)(?![\w_])"
    r"|\A\s*(?:\#{1,6}|[•·▪●‣◦-])[ \t]+[^\W_]\S{0,40}"
    rf"|(?<!~)~~{_HELD.format('~')}~~(?!~)"
    rf"|`{_HELD.format('`')}`"
    r"|\[[^\[\]]{1,100}\]\((?:https?://|mailto:|www\.)[^\s()]{1,300}\)"
    r"|</?(?:a|b|br|em|font|i|p|s|small|span|strong|sub|sup|u)(?:\s[^<>]{0,100})?/?>",
    re.IGNORECASE,
)


def line_markup(line: str) -> Iterator[re.Match[str]]:
    """Yield what is written as Markdown or HTML in a line: ``**new**``, ``- name``, ``<b>``."""
    if _MAYBE.search(line):
        yield from _MARKUP.finditer(line)
