"""Words that a text has wherever a pattern matches: a cheap sign that it is worth compiling."""

import functools
import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeAlias

from hearingkit.patterns import late_pattern

Signs: TypeAlias = tuple[tuple[str, ...], ...]
"""Groups of words without case: of each group, a text has one."""

_TIMES: Final = r"(?:[?*+]|\{[\d,]+\})"
_PIECE: Final = late_pattern(
    r"(?:\\(?:x\w{2}|u\w{4}|.)|\[\^?\]?(?:\\.|[^]\\])*\]|[^\W\d_](?=[?*+{])|[^\w()|<\\[]|[\d_])*"
    r"(?:\(\?(?:\w+|P=\w+)\)|(?P<open>\((?:\?(?:P<\w+>|<?[=!]|[\w-]*:))?)"
    rf"|(?P<close>\)(?P<times>{_TIMES})?)|(?P<either>\|)|(?P<word>[^\W\d_]+(?![?*+{{]))"
    rf"|(?P<part><\+?(?P<name>\w+)>)(?!{_TIMES})|<\+?\w+>|.|\Z)"
)
"""A bracket, flags, a word, a named part or a bar, and what asks for no word before it."""


def signs_of(pattern: str, of_part: Callable[[str], Signs] = lambda _: ()) -> Signs:
    """Return the words that any text has which a pattern matches.

    Args:
        pattern: A pattern, in which ``<name>`` and ``<+name>`` stand for parts.
        of_part: Returns the words of a part by its name; by default, nothing is known of parts.
    """
    opened: list[str] = []
    levels: list[list[list[tuple[str, ...]]]] = [[[]]]  # of each open bracket, by alternative
    for piece in _PIECE.finditer(pattern):
        match piece.lastgroup:
            case "word":
                levels[-1][-1].append((_without_case(piece["word"]),))
            case "open":
                opened.append(piece["open"])
                levels.append([[]])
            case "close":
                inner = _of_any(levels.pop())
                may_be_missing = opened.pop().endswith("!") or piece["times"]
                levels[-1][-1] += () if may_be_missing else inner
            case "either":
                levels[-1].append([])
            case "part":
                levels[-1][-1] += of_part(piece["name"])
    return _of_any(levels[0])


def _of_any(alternatives: list[list[tuple[str, ...]]]) -> Signs:
    """Return the signs of alternatives: all those of an only one, or else a group for each."""
    of_each = [tuple(dict.fromkeys(signs)) for signs in alternatives]
    if len(of_each) == 1:
        return of_each[0]
    rarest = [max(signs, key=_shortest, default=()) for signs in of_each]
    return (tuple(dict.fromkeys(itertools.chain(*rarest))),) if all(rarest) else ()


def _shortest(words: tuple[str, ...]) -> int:
    return min(map(len, words))


def may_stand_in(pattern: str, text: str) -> bool:
    """Return whether a text has all words that a pattern without parts asks for."""
    return have_signs(text, _signs(pattern))


def any_stands_in(patterns: Iterable[str], text: str) -> bool:
    """Return whether a text has a match of some patterns without parts, in whatever case."""
    return any(_in_any_case(one).search(text) for one in patterns if may_stand_in(one, text))


def matches_in(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield what a pattern without parts matches; it is not looked for where no sign of it is."""
    return pattern.finditer(text) if may_stand_in(pattern.pattern, text) else iter(())


def have_signs(text: str, signs: Signs) -> bool:
    """Return whether a text has a word of each group, in whatever case."""
    said = folded(text)
    for group in signs:
        for word in group:
            if word in said:
                break
        else:
            return False
    return True


@functools.cache
def _in_any_case(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@functools.cache
def _signs(pattern: str) -> Signs:
    return signs_of(pattern)


@functools.lru_cache(maxsize=8)  # hundreds of patterns are asked about one text in a row
def folded(text: str) -> str:
    """Return a text without case, as ``re.IGNORECASE`` has it: to that, a Turkish i is an i."""
    return _without_case(text)


def _without_case(text: str) -> str:
    return text.replace("İ", "i").replace("ı", "i").casefold()
