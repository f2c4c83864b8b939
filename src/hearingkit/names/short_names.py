"""Match short names of bodies with full names: KNBF for Kongelig Norsk Båtforbund.

Many bodies share initials. So a short name beside a full name may consist of any of its letters in
order, but a short name alone must be the initials, and enough of them to be unambiguous.
"""

from collections.abc import Iterator
from typing import Final

from hearingkit.language.word_groups import AnyOf
from hearingkit.language.words import Words
from hearingkit.patterns import late_pattern

_SHORT: Final = r"[^\W\d_]{2,8}"
_ALONE: Final = late_pattern(f"({_SHORT})")
_BEHIND: Final = late_pattern(rf"(?:\s*[,–-]\s+|\s*\()({_SHORT})\)?$")
_BEFORE: Final = late_pattern(rf"^({_SHORT})(?:\s*[,:]|\s+[–-])\s+(?=\w)")
_LAST: Final = late_pattern(rf"(?<=\w)\s+({_SHORT})$")
_FIRST: Final = late_pattern(rf"^({_SHORT})\s+(?=\w)")
_WORD: Final = late_pattern(r"[^\W\d_]+")
_SPACE: Final = late_pattern(r"(?<=\w)\s+")
_LEAST: Final = 3  # letters by which a body is known alone
_LEAST_OF_THE_COUNTRY: Final = 4  # of the shape NxF there are dozens


class ShortNameWords(Words):
    """What short names are made of, or leave out, as parts of patterns.

    Attributes:
        heads: The last parts of long words, which have an initial of their own.
        legal_forms: At the end of a name, in small letters; they are no short names.
        umbrella: How the last word of an umbrella body begins.
        small: Words that may have no initial.
        country: What may be left out at the end of a name.
        of_the_country: How the names of dozens of bodies begin.
    """

    section = "names.short_names"

    heads: AnyOf
    umbrella: AnyOf
    small: frozenset[str]
    country: AnyOf
    of_the_country: AnyOf
    legal_forms: frozenset[str]


def split_short_name(name: str) -> tuple[str, str]:
    """Return the full name and the short name beside it; the short name is empty if there is none.

    The short name comes before or after the full name and consists of its letters. Without a
    punctuation mark between them, it must have the initials of all important words.
    """
    if not any(map(_has_two_capitals, name.split())):
        return name, ""
    for pattern, fits in (
        (_BEHIND, _is_of),
        (_BEFORE, _is_of),
        (_FIRST, _spells),
        (_LAST, _spells),
    ):
        found = pattern.search(name)
        if found and is_short_name(found[1]) and not (pattern is _LAST and is_legal_form(found[1])):
            rest = name[: found.start()] + name[found.end() :]
            return (rest, found[1]) if fits(found[1].casefold(), rest) else (name, "")
    return name, ""


def is_short_name(name: str) -> bool:
    """Return whether a name looks like a short name."""
    return bool(_ALONE.fullmatch(name)) and _has_two_capitals(name)


def _has_two_capitals(word: str) -> bool:
    return sum(map(str.isupper, word)) > 1


def is_legal_form(word: str) -> bool:
    """Return whether a word at the end of a name is a legal form, as ASA."""
    return word.casefold() in ShortNameWords.of_any().legal_forms


def short_names_of(name: str) -> frozenset[str]:
    """Return the initials that may be used instead of a full name, in lower case.

    Small words such as «og» may give an initial, and so may the last part of a long word: FOA is
    Fag og Arbejde, NHO is Næringslivets Hovedorganisasjon. Two letters are enough for an umbrella
    body (KL) and three for most others; bodies named after their country need four.
    """
    known = ShortNameWords.of_any()
    bare = _without_country(name, known).casefold()
    words = _WORD.findall(bare)
    least = _LEAST_OF_THE_COUNTRY if known.of_the_country.match(bare) else _LEAST
    least = 2 if words and known.umbrella.match(words[-1]) else least
    return frozenset(found for found in _initials(words) if len(found) >= least)


def _without_country(name: str, known: ShortNameWords) -> str:
    spaces = _SPACE.finditer(name)
    return next(
        (name[: at.start()] for at in spaces if known.country.fullmatch(name, at.end())), name
    )


def _initials(words: list[str]) -> Iterator[str]:
    for used in (words, [word for word in words if word not in ShortNameWords.of_any().small]):
        yield "".join(word[0] for word in used)
        yield "".join(map(_initials_of_parts, used))


def _initials_of_parts(word: str) -> str:
    heads = ShortNameWords.of_any().heads.finditer(word, 2)
    return word[0] + "".join(head[0][0] for head in heads)


def _is_of(short: str, full: str) -> bool:
    """Return whether a short name is made of a full name's letters and begins like a word in it."""
    letters = iter(full.casefold())
    begins = {word[0].casefold() for word in _WORD.findall(full)}
    return short[0] in begins and all(letter in letters for letter in short)


def _spells(short: str, full: str) -> bool:
    """Return whether a short name has the initials of all important words, and of at least two."""
    words = _WORD.findall(full.casefold())
    counting = [word for word in words if word not in ShortNameWords.of_any().small]
    if len(counting) < 2 or short[0] not in {words[0][0], counting[0][0]}:
        return False
    letters = iter(short)
    return all(word[0] in letters for word in counting) and _is_of(short, full)
