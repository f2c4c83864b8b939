"""Signs of Markdown that are printed because their other half is missing, or stands elsewhere.

Looked for is what is left of a text when all that is whole has been read: so what is escaped, in an
address or part of something whole is never taken for a remnant.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from hearingkit.frozen import frozen
from hearingkit.patterns import late_pattern
from hearingkit.texts.inline_places import PlacedToken
from hearingkit.texts.reading import InlineLines, InlineText, Reading, Stretch

# Stand for what is no plain text: a sign that was escaped, and where something opens or closes.
_ESCAPED, _OPENS, _CLOSES = "\0", "\1", "\2"
_MARKS: Final = late_pattern(r"[\0\1\2]")
_LONGEST: Final = 40
_ADDRESS: Final = r"<?(?:https?://|mailto:|www\.)"
_LABEL: Final = r"\[[^\[\]()\0]{1,100}"
_BROKEN_LINK: Final = late_pattern(
    rf"(?:(?P<open>{_LABEL})\({_ADDRESS}"  # [text(address)
    rf"|\[[^\[\]\0]{{0,60}}[^\W\d_][^\[\]\0]{{0,60}}\](?:[ \t]+\(|[ \t]*\[){_ADDRESS}"
    rf"|(?:{_LABEL})?\]\([ \t]*{_ADDRESS}"  # text](address), [text](address
    rf"|\([^()\0]{{1,100}}\)\[{_ADDRESS})"  # (text)[address]
    r"(?P<rest>[^\s\0\1\2]{0,100})"
)
_STRONG: Final = late_pattern(r"(?<!\*)\*{2,3}(?!\*)|(?<!_)__(?!_)")
_EMPHASIS: Final = late_pattern(r"(?<!\*)\*(?!\*)")
_PRODUCT: Final = late_pattern(r"\d[\d.,]{0,20}(?:\*{1,3}\d[\d.,]{0,20})+")
_MAYBE: Final = late_pattern(
    rf"\*(?=[^\s*]|\*)|__|[\[\]()][ \t]*[(\[][ \t]*{_ADDRESS}|\({_ADDRESS}"
)


@frozen
class Remnant:
    """Signs that are printed as they stand.

    Attributes:
        kind: What was meant: ``link``, ``strong``, ``emphasis``, ``heading``, ``table`` …
        stretch: The signs and some of the words beside them.
    """

    kind: str
    stretch: Stretch


@frozen
class _Line:
    """A line as it is printed, with the signs for bold text in it.

    Attributes:
        text: What is printed.
        offsets: Those of its signs in the inline text.
        of: Tells where an offset is written.
        strong: The signs for bold text.
    """

    text: str
    offsets: Sequence[int]
    of: InlineLines
    strong: tuple["_Stars", ...]

    @property
    def is_mark(self) -> bool:
        """Return whether it may refer to a footnote: «gebyr**»."""
        return bool(self.strong) and all(one.closes for one in self.strong)

    @property
    def is_footnote(self) -> bool:
        """Return whether it may be a footnote: «** inkl. moms»."""
        return len(self.strong) == 1 and self.strong[0].leads and not self.strong[0].closes

    def remnant(self, kind: str, start: int, end: int) -> Remnant:
        """Return a stretch of the line as a remnant."""
        first, last = (self.of.written(self.offsets[at]) for at in (start, end - 1))
        return Remnant(kind, Stretch(first, last + 1))


@frozen
class _Stars:
    """Two stars, or two underscores.

    Attributes:
        start: Where they and some of the words beside them begin in the line.
        end: Where they end.
        opens: A word stands behind them.
        closes: A word stands in front of them.
        leads: They begin the line.
    """

    start: int
    end: int
    opens: bool
    closes: bool
    leads: bool


def remnants(reading: Reading) -> Iterator[Remnant]:
    """Yield what is left of links, bold and stressed text that were not written as such.

    A footnote marked with stars is none; nor is a star between numbers, or within a word. But
    numbers are, if two stars between them are read as emphasis: ``5*3*2``.
    """
    lines = tuple(_printed(reading))
    for line in lines:
        yield from (line.remnant("link", *found) for found in _broken_links(line.text))
    yield from _unclosed_strong(lines)
    yield from _unclosed_emphasis(lines)
    yield from _products(reading)


def _products(reading: Reading) -> Iterator[Remnant]:
    """Yield numbers of which the stars between them are taken for emphasis, and so are lost."""
    for one in reading.passages:
        products = tuple(_PRODUCT.finditer(one.content)) if "*" in one.content else ()
        stars = {mark.start for mark in one.tokens if products and mark.token.nesting}
        for start, end in (found.span() for found in products):
            if not stars.isdisjoint(range(start, end)):
                first, last = (one.lines.written(at) for at in (start, end - 1))
                yield Remnant("product", Stretch(first, last + 1))


def _printed(reading: Reading) -> Iterator[_Line]:
    for one in reading.passages:
        if _MAYBE.search(one.content):
            yield from _lines(one)


def _lines(passage: InlineText) -> Iterator[_Line]:
    shown: list[str] = []
    offsets: list[int] = []
    for one in passage.tokens:
        text = _shown(one)
        shown.append(text)
        offsets += one.offsets if one.token.type == "text" else [one.start] * len(text)
    start = 0
    for line in "".join(shown).split("\n"):
        here = offsets[start : start + len(line)]
        yield _Line(line, here, passage.lines, tuple(_strong(line)))
        start += len(line) + 1


def _shown(one: PlacedToken) -> str:
    match one.token.type:
        case "text":
            return one.token.content
        case "softbreak" | "hardbreak":
            return "\n"
        case "text_special":
            return _ESCAPED
        case _:
            return _OPENS if one.token.nesting > 0 else _CLOSES


def _broken_links(line: str) -> Iterator[tuple[int, int]]:
    for found in _BROKEN_LINK.finditer(line):
        # "[se rapporten (https://…)]" is a remark in brackets.
        behind, _, _ = (found["rest"] + line[found.end() : found.end() + 400]).partition("[")
        if not (found["open"] and "]" in behind):
            yield found.start(), found.start() + len(found[0].rstrip(".,;:"))


def _strong(line: str) -> Iterator[_Stars]:
    for found in _STRONG.finditer(line):
        start, end = found.span()
        before, after = line[max(start - 1, 0) : start] or " ", line[end : end + 1] or " "
        is_word = str.isalpha if found[0] == "__" else str.isalnum
        opens = not before.isalnum() and (is_word(after) or after in "«»“”’\"'([" + _OPENS)
        closes = not after.isalnum() and (is_word(before) or before in ".:!?%»«“”’\"')]" + _CLOSES)
        if opens or closes or (before.isspace() and after.isspace() and found[0] != "__"):
            beside = _before(line, end) if closes else _behind(line, start)
            yield _Stars(*beside, opens, closes, leads=not line[:start].strip())


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
            yield line.remnant("strong", first.start, first.end)


def _unclosed_emphasis(lines: Iterable[_Line]) -> Iterator[Remnant]:
    """Yield a star in front of a word, if it is the only one: two of them are a footnote's."""
    stars = [(line, found) for line in lines for found in _EMPHASIS.finditer(line.text)]
    for line, found in stars:
        before, after = line.text[: found.start()], line.text[found.end() : found.end() + 1]
        is_alone = len(stars) == 1 and before.strip() and before[-1].isspace() and after.isalpha()
        if after == _OPENS and not before[-1:].isalnum():
            _, end = _behind(line.text, found.end() + 1)
            yield line.remnant("emphasis", found.end(), end)
        elif is_alone:
            yield line.remnant("emphasis", *_behind(line.text, found.start()))


def _behind(line: str, start: int) -> tuple[int, int]:
    """Return where some of the words from a place on begin and end, without one that is cut."""
    text = _MARKS.split(line[start : start + _LONGEST])[0].rstrip()
    whole = text.rpartition(" ")[0] if len(text) == _LONGEST else ""
    return start, start + len(whole or text)


def _before(line: str, end: int) -> tuple[int, int]:
    """Return where some of the words up to a place begin and end, without one that is cut."""
    text = _MARKS.split(line[max(end - _LONGEST, 0) : end])[-1].lstrip()
    whole = text.partition(" ")[2] if len(text) == _LONGEST else ""
    return end - len(whole or text), end
