"""Signs of Markdown that are printed because their other half is missing, or stands elsewhere.

Looked for is what is left of a text when all that is whole has been read: so what is escaped, in an
address or part of something whole is never taken for a remnant.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from markdown_it.token import Token

from hearingkit.texts.outline import inline_texts, read

# Stand for what is no plain text: a sign that was escaped, and where something opens or closes.
_ESCAPED, _OPENS, _CLOSES = "\0", "\1", "\2"
_MOST_BRACKETS: Final = 1000  # of one paragraph: more are no text, and take long to read
_LONGEST: Final = 40
_ADDRESS: Final = r"<?(?:https?://|mailto:|www\.)"
_LABEL: Final = r"\[[^\[\]()\0]{1,100}"
_BROKEN_LINK: Final = re.compile(
    rf"(?:(?P<open>{_LABEL})\({_ADDRESS}"  # [text(address)
    rf"|\[[^\[\]\0]{{0,60}}[^\W\d_][^\[\]\0]{{0,60}}\](?:[ \t]+\(|[ \t]*\[){_ADDRESS}"
    rf"|(?:{_LABEL})?\]\([ \t]*{_ADDRESS}"  # text](address), [text](address
    rf"|\([^()\0]{{1,100}}\)\[{_ADDRESS})"  # (text)[address]
    r"(?P<rest>[^\s\0\1\2]{0,100})"
)
_STRONG: Final = re.compile(r"(?<!\*)\*{2,3}(?!\*)|(?<!_)__(?!_)")
_EMPHASIS: Final = re.compile(r"(?<!\*)\*(?!\*)")
_MAYBE: Final = re.compile(rf"\*(?=[^\s*]|\*)|__|[\[\]()][ \t]*[(\[][ \t]*{_ADDRESS}|\({_ADDRESS}")


@dataclass(frozen=True, slots=True)
class Remnant:
    """Signs that are printed as they stand.

    Attributes:
        kind: ``link``, ``strong``, ``emphasis``, ``heading`` or ``table``: what was meant.
        line: Where it stands, from 1.
        text: The signs and some of the words beside them.
    """

    kind: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class _Line:
    """A line as it is printed, and the signs for bold text that are left in it."""

    number: int
    text: str
    strong: tuple["_Stars", ...]

    @property
    def is_mark(self) -> bool:
        """Tell whether it may refer to a footnote: «gebyr**»."""
        return bool(self.strong) and all(one.closes for one in self.strong)

    @property
    def is_footnote(self) -> bool:
        """Tell whether it may be a footnote: «** inkl. moms»."""
        return len(self.strong) == 1 and self.strong[0].leads and not self.strong[0].closes


@dataclass(frozen=True, slots=True)
class _Stars:
    """Two stars, or two underscores.

    Attributes:
        text: With some of the words beside them.
        opens: A word stands behind them.
        closes: A word stands in front of them.
        leads: They begin the line.
    """

    text: str
    opens: bool
    closes: bool
    leads: bool


def remnants(markdown: str) -> Iterator[Remnant]:
    """Yield what is left of links, bold and stressed text that were not written as such.

    A footnote marked with stars is none; nor is a star between numbers, or within a word.
    """
    lines = tuple(_printed(markdown))
    for line in lines:
        yield from (Remnant("link", line.number, text) for text in _broken_links(line.text))
    yield from _unclosed_strong(lines)
    yield from _unclosed_emphasis(lines)


def _printed(markdown: str) -> Iterator[_Line]:
    for text in inline_texts(markdown):
        if _MAYBE.search(text.content) and text.content.count("[") <= _MOST_BRACKETS:
            first = text.map[0] + 1 if text.map else 1
            printed = "".join(map(_shown, read(text)))
            for number, line in enumerate(printed.split("\n"), first):
                yield _Line(number, line, tuple(_strong(line)))


def _shown(token: Token) -> str:
    match token.type:
        case "text":
            return token.content
        case "softbreak" | "hardbreak":
            return "\n"
        case "text_special":
            return _ESCAPED
        case _:
            return _OPENS if token.nesting > 0 else _CLOSES


def _broken_links(line: str) -> Iterator[str]:
    for found in _BROKEN_LINK.finditer(line):
        # "[se rapporten (https://…)]" is a remark in brackets.
        behind, _, _ = (found["rest"] + line[found.end() : found.end() + 400]).partition("[")
        if not (found["open"] and "]" in behind):
            yield found[0].rstrip(".,;:")


def _strong(line: str) -> Iterator[_Stars]:
    for found in _STRONG.finditer(line):
        start, end = found.span()
        before, after = line[max(start - 1, 0) : start] or " ", line[end : end + 1] or " "
        is_word = str.isalpha if found[0] == "__" else str.isalnum
        opens = not before.isalnum() and (is_word(after) or after in "«»“”’\"'([" + _OPENS)
        closes = not after.isalnum() and (is_word(before) or before in ".:!?%»«“”’\"')]" + _CLOSES)
        if opens or closes or (before.isspace() and after.isspace() and found[0] != "__"):
            words = (
                line[start : start + _LONGEST] if not closes else line[max(end - _LONGEST, 0) : end]
            )
            leads = not line[:start].strip()
            yield _Stars(_plain(words, from_end=closes), opens, closes, leads)


def _unclosed_strong(lines: Iterable[_Line]) -> Iterator[Remnant]:
    lines = [line for line in lines if line.strong]
    marked = any(line.is_mark for line in lines)
    explained = any(line.is_footnote for line in lines)
    for line in lines:
        first = line.strong[0]
        if line.is_mark:
            is_meant = explained
        elif line.is_footnote:
            is_meant = marked or not first.opens
        else:
            is_meant = len(line.strong) == 1 and not first.opens
        if not is_meant:
            yield Remnant("strong", line.number, first.text)


def _unclosed_emphasis(lines: Iterable[_Line]) -> Iterator[Remnant]:
    """Yield a star in front of a word, if it is the only one: two of them are a footnote's."""
    stars = [(line, found) for line in lines for found in _EMPHASIS.finditer(line.text)]
    for line, found in stars:
        before, after = line.text[: found.start()], line.text[found.end() : found.end() + 1]
        is_alone = len(stars) == 1 and before.strip() and before[-1].isspace() and after.isalpha()
        if is_alone or (after == _OPENS and not before[-1:].isalnum()):
            text = line.text[found.start() :].replace(_OPENS, "", 1)
            yield Remnant("emphasis", line.number, _plain(text[:_LONGEST]))


def _plain(words: str, *, from_end: bool = False) -> str:
    """Return the plain text nearest to the signs, without a word that was cut."""
    pieces = re.split(r"[\0\1\2]", words)
    plain = pieces[-1 if from_end else 0].strip()
    if len(plain) < _LONGEST:
        return plain
    whole = plain.partition(" ")[2] if from_end else plain.rpartition(" ")[0]
    return whole or plain
