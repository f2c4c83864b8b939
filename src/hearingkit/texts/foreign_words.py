"""Words by which a letter in another language gives itself away.

Each stands in no spelling list of the language that it is foreign to, under any meaning: they were
looked up in hunspell-da, hunspell-no and wnorwegian («frå» alone is in a bokmål list, and in no
dictionary of it). That is why some that one would expect are missing: «høring», «mye», «uke» and
«offentlig» are, or mean something, in nynorsk; «bilag» is a voucher in both forms; «efter» is
bokmål too, and «av» and «etter» are in the Danish list.
"""

import functools
import re
from collections.abc import Iterator, Mapping
from typing import Final

from hearingkit.frozen import frozen
from hearingkit.language.asked_words import matches_in
from hearingkit.language.language import Language
from hearingkit.language.word_groups import either
from hearingkit.language.words import Words
from hearingkit.patterns import late_pattern
from hearingkit.texts.found import Found
from hearingkit.texts.sentences import CAPITALS


class ForeignWords(Words):
    """Words of other languages, and what the language says instead.

    A hyphen in front marks a word that also gives a compound away as its last part; in the spelling
    lists no other word ends so.

    Attributes:
        words: In any text.
        phrases: The same, of words that are right each alone.
        jobs: In the title of a person, too.
    """

    section = "texts.foreign_words"

    words: Mapping[str, str]
    phrases: Mapping[str, str]
    jobs: Mapping[str, str]


MOST_WORDS: Final = 5_000
"""Of how many words it is remembered what they are: letters say the same again and again."""


@frozen
class ForeignWord(Found):
    """A word found in a text that is foreign to its language.

    Attributes:
        instead: What the language says, in lower case.
    """

    instead: str


@frozen(eq=False, slots=False)
class Vocabulary:
    """Words foreign to a language, and what it says instead; endings are of compounds."""

    words: Mapping[str, str]
    endings: Mapping[str, str]
    lengths: tuple[int, ...]

    @functools.lru_cache(maxsize=MOST_WORDS)  # noqa: B019 (there is one for each language)
    def own(self, word: str) -> str:
        """Return what the language says instead of a word; empty if the word isn't foreign."""
        if word in self.words:
            return self.words[word]
        for length in self.lengths:
            if own := self.endings.get(word[-length:]):
                return word[:-length] + own
        return ""


@functools.cache
def vocabulary(language: Language, *, is_job: bool = False) -> Vocabulary:
    """Return the words foreign to a language; the longest ending of a word counts."""
    pairs = ForeignWords.of(language)
    both = {**pairs.words, **(pairs.jobs if is_job else {})}
    endings = {foreign[1:]: own for foreign, own in both.items() if foreign.startswith("-")}
    words = {foreign.removeprefix("-"): own for foreign, own in both.items()}
    return Vocabulary(words, endings, tuple(sorted({*map(len, endings)}, reverse=True)))


@functools.cache
def _phrase(language: Language) -> re.Pattern[str]:
    return late_pattern(rf"\b(?:{either(ForeignWords.of(language).phrases) or '(?!)'})\b")


_WORD: Final = late_pattern(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_AFTER_A_NAME: Final = late_pattern(rf"(?<!\w)[{CAPITALS}][\w-]*\s$")
_ENDS: Final = ".!?:\n\u2028|-–•("


def foreign_words(text: str, language: Language, *, is_job: bool = False) -> Iterator[ForeignWord]:
    """Yield the words foreign to a language.

    A capital letter inside a sentence makes a name of a word, and capitals alone an abbreviation;
    both are spared. So is a compound behind a capital, as in «Nasjonal sikkerhetsmyndighet».

    Args:
        text: Running text, or a line.
        language: Of the text.
        is_job: Whether it is the title of a person.
    """
    phrases = ForeignWords.of(language).phrases
    for found in matches_in(_phrase(language), text):
        yield ForeignWord(found[0], found.start(), phrases[found[0]])
    known = vocabulary(language, is_job=is_job)
    has_any = any(map(known.own, {*_WORD.findall(text.lower())}))
    for found in _WORD.finditer(text) if has_any else ():
        word, start = found[0], found.start()
        own = known.own(word.lower())
        if not own or not (word.islower() or _begins_a_sentence(text, word, start)):
            continue
        is_compound = word.lower() not in known.words
        if is_job or not (is_compound and _AFTER_A_NAME.search(text, max(0, start - 40), start)):
            yield ForeignWord(word, start, own)


def _begins_a_sentence(text: str, word: str, start: int) -> bool:
    """Return whether a word is capitalised, and begins a sentence, a line of a list or a cell."""
    before = text[max(0, start - 3) : start].rstrip(" ")
    return word.istitle() and (not before or before[-1] in _ENDS)
