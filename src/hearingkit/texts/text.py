"""A text of the data as a value: read once, as readers see it, with the place of each sign."""

import functools
import itertools
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Final

from hearingkit.documents.blocks import Block
from hearingkit.findings import Place
from hearingkit.frozen import frozen
from hearingkit.language.language import Language
from hearingkit.patterns import late_pattern
from hearingkit.source.site import Site
from hearingkit.texts.dates import DateMention, date_mentions
from hearingkit.texts.filled import Filled, unfilled
from hearingkit.texts.hiding import hide
from hearingkit.texts.line_search import holding
from hearingkit.texts.markdown import read
from hearingkit.texts.quotations import without_quotations
from hearingkit.texts.reading import LinkSpan, Reading, Stretch
from hearingkit.texts.roles import Role
from hearingkit.texts.sentences import sentence_at, sentence_starts

# Each ends at a sign that it can't hold, so that a text is read in linear time.
_NO_PROSE: Final = late_pattern(
    r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{#[^{}]*#\}"
    r"|(?:https?://|www\.|mailto:)[^\s<>()\[\]]+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,190}"
)
_may_hold_addresses: Final = holding("@", "://", "www.", "mailto:", "{")
# A text may be one sentence with thousands of dates: it is read in linear time all the same.
_NEAR: Final = 200


@frozen
class Usage:
    """What a text is used for.

    Attributes:
        role: What it is in the letter.
        language: In which it is printed; the first one, where one text serves several.
        is_shared: Whether one text serves several languages.
        is_translation: Whether the data has a text for each language, and this is one of them.
    """

    role: Role
    language: Language
    is_shared: bool = False
    is_translation: bool = False


@frozen(eq=False, slots=False)
class Text:
    """A printed text in one language; equal to none but itself.

    Attributes:
        usage: What it is used for.
        site: Where it stands in the data.
        reading: What a reader reads of it, with the values of the names in it.
        filled: The text with the values of its names, and the way back to what was written.
    """

    usage: Usage
    site: Site
    reading: Reading
    filled: Filled

    @property
    def role(self) -> Role:
        """Return what it is in the letter."""
        return self.usage.role

    @property
    def language(self) -> Language:
        """Return in which language it is printed."""
        return self.usage.language

    @property
    def is_shared(self) -> bool:
        """Return whether it serves several languages."""
        return self.usage.is_shared

    @property
    def is_translation(self) -> bool:
        """Return whether the data has a text for each language, and this is one of them."""
        return self.usage.is_translation

    @property
    def plain(self) -> str:
        """Return what a reader reads."""
        return self.reading.plain

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Return the text as a letter prints it."""
        return self.reading.blocks

    @property
    def links(self) -> tuple[LinkSpan, ...]:
        """Return the links that were written as such."""
        return self.reading.links

    @property
    def italics(self) -> tuple[tuple[int, int], ...]:
        """Return the offsets of what is stressed."""
        return self.reading.italics

    def link_at(self, offset: int) -> LinkSpan | None:
        """Return the link in whose printed text an offset lies; None where there is none."""
        number = bisect_right(self.links, offset, key=lambda link: link.start)
        link = self.links[number - 1] if number else None
        return link if link and offset < link.end else None

    @functools.cached_property
    def prose(self) -> str:
        """Return the plain text, as long as before, in which NUL stands for addresses."""
        return without_addresses(self.plain)

    @functools.cached_property
    def own_words(self) -> str:
        """Return the prose, as long as before, in which NUL stands for quotations too."""
        return without_quotations(self.prose)

    @functools.cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """Return the dates that it names, in order."""
        return date_mentions(self.plain, self.language)

    def dates_within(self, start: int, end: int) -> Sequence[DateMention]:
        """Return the dates that begin within a stretch, in order."""
        first = bisect_left(self.dates, start, key=attrgetter("start"))
        return self.dates[first : bisect_left(self.dates, end, lo=first, key=attrgetter("start"))]

    @functools.cached_property
    def sentences(self) -> tuple[str, ...]:
        """Return its sentences, without what parts them."""
        starts = [*sentence_starts(self.plain), len(self.plain)]
        found = (self.plain[a:b].strip() for a, b in itertools.pairwise(starts))
        return tuple(sentence.removesuffix(" |") for sentence in found)

    def before(self, offset: int) -> str:
        """Return what stands before an offset in its sentence, as far as it is near."""
        first, _ = self.sentence_around(offset, offset)
        return self.plain[first:offset]

    def behind(self, start: int, end: int) -> str:
        """Return what stands behind a stretch in its sentence, as far as it is near."""
        _, last = self.sentence_around(start, end)
        return self.plain[end:last].rstrip()

    def sentence_around(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets of the sentence around a stretch, without what is far from it.

        A stretch may hold what looks like the end of a sentence: ``6. Oktober``.
        """
        first, _ = sentence_at(self.plain, start)
        _, last = sentence_at(self.plain, max(start, end - 1))
        return max(first, start - _NEAR), min(last, end + _NEAR)

    def place(self, start: int, end: int) -> Place:
        """Return the place of a stretch of the plain text in the sources.

        A value that a name gives has the place of the name.
        """
        origin = self.reading.origin
        last = origin[min(max(end - 1, start), len(origin) - 1)]
        return self.written_place(origin[start], self.filled.ends.get(last, last + 1))

    def is_typed(self, offset: int) -> bool:
        """Return whether a sign of the plain text was typed, and is not the value of a name."""
        return self.reading.origin[offset] not in self.filled.ends

    def place_of(self, stretch: Stretch) -> Place:
        """Return the place of a stretch of the Markdown, which has the values of its names."""
        return self.written_place(*self.filled.written(stretch.start, stretch.end))

    def written_place(self, start: int, end: int) -> Place:
        """Return the place of a stretch of the text as it is written in the data."""
        return self.site.source.place_at(self.site.path, start, end)


def without_addresses(plain: str) -> str:
    """Return a text, as long as before, in which NUL stands for what is no prose.

    That is addresses, and names of values that are filled in later.
    """
    return hide(_NO_PROSE, plain) if _may_hold_addresses(plain) else plain


def read_text(
    usage: Usage, site: Site, value: str, fill: Callable[[str], Filled] = unfilled
) -> Text:
    """Return a text of the data that serves one language, read.

    Args:
        usage: What it is used for.
        site: Where it stands.
        value: As the model has it.
        fill: Replaces names by their values.
    """
    path = site.path
    known = site.source.known_path(path)
    raw = site.source.at(known)
    filled = fill(raw if isinstance(raw, str) else value)
    reading = read(filled.text) if usage.role.is_markdown else _line(filled.text, fill(value).text)
    here = site if known == path else Site(site.source).at(*known)
    traced = filled.traced(reading)
    return Text(usage, here, traced, filled)


def _line(written: str, value: str) -> Reading:
    """Return the reading of a line, which is no Markdown: it is printed as the model has it."""
    return Reading((), value, _origin(written, value))


def _origin(written: str, value: str) -> Sequence[int]:
    """Return where each sign of a line stands in the text as written.

    The model makes one space of several, and one letter of a letter and an accent. The lines of a
    postal address may stand in one text.
    """
    start = written.find(value)
    if start >= 0:
        return range(start, start + len(value))
    origin: list[int] = []
    at = 0
    for sign in value:
        while at < len(written) - 1 and written[at].isspace() and not sign.isspace():
            at += 1
        origin.append(min(at, max(len(written) - 1, 0)))
        at += 1
        while at < len(written) and (
            unicodedata.combining(written[at]) or (sign == " " and written[at] in " \t\r\n")
        ):
            at += 1
    return origin
