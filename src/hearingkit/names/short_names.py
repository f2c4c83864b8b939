"""Match short names of bodies with full names: KNBF for Kongelig Norsk Båtforbund.

Many bodies share initials. So a short name beside a full name may consist of any of its letters in
order, but a short name alone must be the initials, and enough of them to be unambiguous.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hearingkit.language.words import Words, either

_ACRONYM: Final = r"(?=[^\W\d_]*[A-ZÆØÅ][^\W\d_]*[A-ZÆØÅ])[^\W\d_]{2,8}"
_ALONE: Final = re.compile(_ACRONYM)
_BEHIND: Final = re.compile(rf"(?:\s*[,–-]\s+|\s*\()({_ACRONYM})\)?$")
_BEFORE: Final = re.compile(rf"^({_ACRONYM})(?:\s*[,:]|\s+[–-])\s+(?=\w)")
_LEGAL_FORM: Final = "ASA?|IS|BA|SA|R?HF"
_LAST: Final = re.compile(rf"(?<=\w)\s+(?!(?:{_LEGAL_FORM})$)({_ACRONYM})$")
_FIRST: Final = re.compile(rf"^({_ACRONYM})\s+(?=\w)")
_WORD: Final = re.compile(r"[^\W\d_]+")
_LEAST: Final = 3  # letters by which a body is known alone
_LEAST_OF_THE_COUNTRY: Final = 4  # of the shape NxF there are dozens


class ShortNameWords(Words):
    """What short names are made of, or leave out, as parts of patterns.

    Attributes:
        heads: The last parts of long words, which have an initial of their own.
        umbrella: How the last word of an umbrella body begins.
        small: Words that may have no initial.
        country: What may be left out at the end of a name.
        of_the_country: How the names of dozens of bodies begin.
    """

    section = "names.short_names"

    heads: tuple[str, ...]
    umbrella: str
    small: frozenset[str]
    country: str
    of_the_country: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The words of all languages, made into patterns; ``ShortNameWords`` says what they are."""

    head: re.Pattern[str]
    umbrella: re.Pattern[str]
    small: frozenset[str]
    country: re.Pattern[str]
    of_the_country: re.Pattern[str]


def split_short_name(name: str) -> tuple[str, str]:
    """Return the full name and the short name beside it; the short name is empty if there is none.

    The short name comes before or after the full name and consists of its letters. Without a
    punctuation mark between them, it must have the initials of all important words.
    """
    for pattern, fits in (
        (_BEHIND, _is_of),
        (_BEFORE, _is_of),
        (_FIRST, _spells),
        (_LAST, _spells),
    ):
        found = pattern.search(name)
        if found:
            rest = name[: found.start()] + name[found.end() :]
            return (rest, found[1]) if fits(found[1].casefold(), rest) else (name, "")
    return name, ""


def is_short_name(name: str) -> bool:
    """Return whether a name looks like a short name."""
    return bool(_ALONE.fullmatch(name))


def short_names_of(name: str) -> frozenset[str]:
    """Return the initials that may be used instead of a full name, in lower case.

    Small words such as «og» may give an initial, and so may the last part of a long word: FOA is
    Fag og Arbejde, NHO is Næringslivets Hovedorganisasjon. Two letters are enough for an umbrella
    body (KL) and three for most others; bodies named after their country need four.
    """
    patterns = _patterns()
    bare = patterns.country.sub("", name).casefold()
    words = _WORD.findall(bare)
    least = _LEAST_OF_THE_COUNTRY if patterns.of_the_country.match(bare) else _LEAST
    least = 2 if words and patterns.umbrella.match(words[-1]) else least
    return frozenset(found for found in _initials(words) if len(found) >= least)


def _initials(words: list[str]) -> Iterator[str]:
    for used in (words, [word for word in words if word not in _patterns().small]):
        yield "".join(word[0] for word in used)
        yield "".join(map(_initials_of_parts, used))


def _initials_of_parts(word: str) -> str:
    return word[0] + "".join(head[0][0] for head in _patterns().head.finditer(word))


def _is_of(short: str, full: str) -> bool:
    """Return whether a short name is made of a full name's letters and begins like a word in it."""
    letters = iter(full.casefold())
    begins = {word[0].casefold() for word in _WORD.findall(full)}
    return short[0] in begins and all(letter in letters for letter in short)


def _spells(short: str, full: str) -> bool:
    """Return whether a short name has the initials of all important words, and of at least two."""
    words = _WORD.findall(full.casefold())
    counting = [word for word in words if word not in _patterns().small]
    if len(counting) < 2 or short[0] not in {words[0][0], counting[0][0]}:
        return False
    letters = iter(short)
    return all(word[0] in letters for word in counting) and _is_of(short, full)


@functools.cache
def _patterns() -> _Patterns:
    every = ShortNameWords.of_all()
    heads = either(head for words in every for head in words.heads)
    countries = either(words.country for words in every)
    of_the_country = either(word for words in every for word in words.of_the_country)
    return _Patterns(
        head=re.compile(f"(?<=[a-zæøå]{{2}})(?:{heads})"),
        umbrella=re.compile(either(words.umbrella for words in every)),
        small=frozenset().union(*(words.small for words in every)),
        country=re.compile(rf"(?<=\w)\s+(?:{countries})$"),
        of_the_country=re.compile(of_the_country),
    )
