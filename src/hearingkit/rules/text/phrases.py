"""Wordings that say what a date or a period in a text is of: patterns with named parts, as data."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final

from hearingkit.frozen import frozen
from hearingkit.language.asked_words import Signs, have_signs, signs_of
from hearingkit.language.word_groups import WordGroup, either
from hearingkit.language.words import Words
from hearingkit.patterns import late_pattern
from hearingkit.texts.hiding import HIDDEN
from hearingkit.texts.labels import label_above
from hearingkit.texts.text import Text

THIS: Final = "\ue000"
"""Stands in a sentence for the date or the period that is judged."""
OTHER: Final = "\ue001"
"""Stands in a sentence for any other date."""
ISSUER: Final = "ǂ"
"""Stands in a sentence for a name of the issuer; it is a letter, so that words end at it."""
_NAMED: Final = late_pattern(r"<(\+?)(\w+)>")
_DASH: Final = late_pattern(rf"(?<![{THIS}{OTHER}]) [–-] (?![{THIS}{OTHER}])")
_ASIDE: Final = late_pattern(rf" [–-] (?=[a-zæøå])[^–;|{THIS}{OTHER}]{{3,80}} [–-](?= )")
_IN_BRACKETS: Final = late_pattern(rf" ?\([^(){THIS}{OTHER}]*\)")
_WORD: Final = late_pattern(r"\w")
_LABEL_BEHIND: Final = late_pattern(
    rf"(?:\W*{THIS} ?\||(?:.*\| )?\W*{THIS} ?[:–-]) ?([^:|{THIS}{OTHER}]+?)\W*(?:\|.*)?"
)
_CELL: Final = " | "


class Wordings(WordGroup):
    """How sentences introduce something, in one language.

    A pattern has one space for any gap. ``<date>`` or ``<period>`` stands for what is introduced,
    ``<part>`` for a pattern of that name, and ``<+part>`` asks that the part stands somewhere
    between here and what is introduced.

    Attributes:
        phrases: Patterns that one clause holds.
        unless: Patterns for sentences that speak of something else all the same.
        across: Patterns for a whole sentence; one that refers back has the one before it in front.
        unless_across: The same, where it speaks of something else.
    """

    phrases: tuple[str, ...]
    unless: tuple[str, ...] = ()
    across: tuple[str, ...] = ()
    unless_across: tuple[str, ...] = ()


class ReferringWords(Words):
    """The words by which a sentence speaks of what the one before it has named.

    Attributes:
        refers_back: A pattern for its beginning.
    """

    section = "text.phrases"

    refers_back: re.Pattern[str]


class NamedParts(dict[str, str]):
    """The patterns of parts, by name; what each is, and what words it asks for, is found once."""

    def __init__(self, patterns: Mapping[str, str]) -> None:
        super().__init__(patterns)
        self._signs: dict[str, Signs] = {}
        self._whole: dict[str, str] = {}

    def signs(self, name: str) -> Signs:
        """Return the words that any text has in which a part stands."""
        if name not in self._signs:
            self._signs[name] = signs_of(self[name], self.signs)
        return self._signs[name]

    def whole(self, pattern: str) -> str:
        """Return a pattern with its parts in it.

        Raises:
            KeyError: If it names a part that there is not.
        """
        return _NAMED.sub(self._named, pattern)

    def _named(self, found: re.Match[str]) -> str:
        sign, name = found.groups()
        if name not in self._whole:
            self._whole[name] = f"(?:{self.whole(self[name])})"
        part = self._whole[name]
        return rf"(?=[^{THIS}]*\b{part}\b)" if sign else part


def _made_of(field: str) -> "cached_property[tuple[Phrase, ...]]":
    """Return a property that makes phrases of the patterns in a field of its wordings."""

    def made(one: "Introduction") -> tuple["Phrase", ...]:
        patterns = dict.fromkeys(getattr(one.wordings, field))
        return tuple(Phrase(pattern, one.parts) for pattern in patterns)

    return cached_property(made)


@frozen(slots=False)
class Introduction:
    """Wordings, as they are looked for in sentences.

    Attributes:
        wordings: What introduces something, and what doesn't.
        parts: The patterns of their parts, by name.
    """

    wordings: Wordings
    parts: NamedParts

    _phrases = _made_of("phrases")
    _unless = _made_of("unless")
    _across = _made_of("across")
    _unless_across = _made_of("unless_across")

    def stands_in(self, clauses: Iterable[str], sentence: str) -> bool:
        """Return whether a phrase introduces what is judged in a sentence, or in clauses of it."""
        return bool(self.words_in(clauses, sentence))

    def words_in(self, clauses: Iterable[str], sentence: str, before: str = "") -> str:
        """Return the words that introduce what is judged, with its sign; empty where none do.

        Args:
            clauses: The parts of the sentence.
            sentence: All of it.
            before: The sentence to which it refers back; empty where it does to none.
        """
        both = f"{before} {sentence}" if before else sentence
        found = next(filter(None, (_first(self._phrases, one) for one in clauses)), None)
        found = found or _first(self._across, both)
        if found is None or self.is_of_another(sentence) or _first(self._unless_across, both):
            return ""
        return found[0]

    def is_of_another(self, sentence: str) -> bool:
        """Return whether a sentence speaks of something else all the same."""
        return _first(self._unless, sentence) is not None


def _first(phrases: Iterable["Phrase"], text: str) -> re.Match[str] | None:
    """Return what the first of some phrases finds; those behind it need not be compiled."""
    return next(filter(None, (phrase.search(text) for phrase in phrases)), None)


@frozen(slots=False)
class Phrase:
    """A pattern with named parts, compiled when a text first has the words it asks for.

    There are hundreds, of which a text needs few, and each takes longer to compile than to use.

    Attributes:
        pattern: The pattern.
        parts: The patterns of its parts, by name.
    """

    pattern: str
    parts: NamedParts

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match in a text."""
        return self._compiled.search(text) if have_signs(text, self._signs) else None

    @cached_property
    def _signs(self) -> Signs:
        return signs_of(self.pattern, self.parts.signs)

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return compiled((self.pattern,), self.parts)


def compiled(patterns: Iterable[str], parts: NamedParts) -> re.Pattern[str]:
    """Compile patterns, of which any may be found, with their named parts.

    Raises:
        KeyError: If a pattern names a part that there is not.
    """
    return re.compile(rf"(?<!\w)(?:{either(map(parts.whole, patterns))})", re.IGNORECASE)


def sentence_with_signs(text: Text, start: int, end: int, names: Iterable[str] = ()) -> str:
    """Return the sentence around a stretch, with signs for it, for dates and for the issuer.

    Quotations and addresses become ``…``. An aside between dashes is left out. What stands in
    a line without words has the label above it in front, and so has what begins a line the
    label behind it.

    Args:
        text: The text.
        start: Where the stretch begins.
        end: Where it ends.
        names: What the issuer is called.
    """
    first, last = text.sentence_around(start, end)
    others = ((one.start, one.end, OTHER) for one in text.dates_within(first, last))
    apart = (one for one in others if one[1] <= start or end <= one[0])
    pieces, at = [], first
    for begin, stop, sign in sorted((*apart, (start, end, THIS))):
        pieces += [text.own_words[at:begin], sign]
        at = stop
    said = "".join((*pieces, text.own_words[at:last]))
    said = " ".join(re.sub(f"{HIDDEN}+", "…", said).replace("\u2028", " ; ").split())
    for name in sorted(names, key=len, reverse=True):
        said = re.sub(rf"(?<!\w){re.escape(name)}", ISSUER, said)
    if not _WORD.search(said) and (label := label_above(text.plain, start, end)):
        return f"{label}: {_cell(said)}"
    if behind := _LABEL_BEHIND.fullmatch(said):
        return f"{behind[1]}: {THIS}"
    return _DASH.sub("; ", _ASIDE.sub("", said))


def _cell(row: str) -> str:
    """Return what stands around the sign in its cell."""
    return next(cell for cell in row.split(_CELL) if THIS in cell)


def sentence_before(text: Text, start: int) -> str:
    """Return the sentence to which the one around an offset refers back; empty where to none."""
    first, _ = text.sentence_around(start, start)
    if not ReferringWords.of(text.language).refers_back.match(text.own_words, first):
        return ""
    return " ".join(text.before(max(first - 1, 0)).replace(HIDDEN, "…").split())


def clauses_of(sentence: str, ends: re.Pattern[str]) -> tuple[str, ...]:
    """Return the clause of a sentence that is judged; in a table, then its cell alone too.

    What stands in brackets is left out.
    """
    before, _, behind = _IN_BRACKETS.sub("", sentence).partition(THIS)
    before, behind = ends.split(before)[-1].lstrip(), ends.split(behind)[0]
    cell = before.rpartition(_CELL)[2]
    return tuple(dict.fromkeys(f"{one}{THIS}{behind}" for one in (before, cell)))
