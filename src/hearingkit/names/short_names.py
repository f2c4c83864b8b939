"""Short names of bodies: KNBF for Kongelig Norsk Båtforbund.

Many bodies share initials. So a short name that is written beside a full one needs only to be made
of its letters; one that stands alone must be its initials, and enough of them to tell it by.
"""

import re
from collections.abc import Iterator
from typing import Final

_ACRONYM: Final = r"(?=[^\W\d_]*[A-ZÆØÅ][^\W\d_]*[A-ZÆØÅ])[^\W\d_]{2,8}"
_ALONE: Final = re.compile(_ACRONYM)
_BEHIND: Final = re.compile(rf"(?:\s*[,–-]\s+|\s*\()({_ACRONYM})\)?$")
_BEFORE: Final = re.compile(rf"^({_ACRONYM})(?:\s*[,:]|\s+[–-])\s+(?=\w)")
_LEGAL_FORM: Final = "ASA?|IS|BA|SA|R?HF"
_LAST: Final = re.compile(rf"(?<=\w)\s+(?!(?:{_LEGAL_FORM})$)({_ACRONYM})$")
_FIRST: Final = re.compile(rf"^({_ACRONYM})\s+(?=\w)")
_WORD: Final = re.compile(r"[^\W\d_]+")
_HEAD: Final = re.compile(  # the last part of a long word, which has an initial of its own
    "(?<=[a-zæøå]{2})(?:for(?:bund|ening|eining)|organisa[st]|sentral|central|institut|tilsyn"
    "|direktora|selskap|selskab|byrå|bureau|lag(?:et)?$|råd(?:et)?$)"
)
_UMBRELLA: Final = re.compile("(?:lands|sentral|central|hoved|felles|fælles)(?:for|organisa)")
_SMALL: Final = frozenset({"og", "i", "for", "af", "av", "på", "til", "ved", "den", "det", "de"})
_COUNTRY: Final = re.compile(r"(?<=\w)\s+(?:(?:i|for)\s+)?(?:Norge|Noreg|Danmark)$")
_OF_THE_COUNTRY: Final = re.compile("norsk|norges|noregs|dansk|danmark|statens|den|det")
_LEAST: Final = 3  # letters by which a body is known alone
_LEAST_OF_THE_COUNTRY: Final = 4  # of the shape NxF there are dozens


def split_short_name(name: str) -> tuple[str, str]:
    """Return a name without the short name beside it, and that one; empty where none is.

    It stands before or behind the full name, and is made of its letters. Where neither a sign nor a
    bracket parts the two, it must have the initials of all words that count.
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
    """Tell whether a name is of the look of a short one."""
    return bool(_ALONE.fullmatch(name))


def short_names_of(name: str) -> frozenset[str]:
    """Return the initials that may stand for a full name alone, in lower case.

    «og» and its like give an initial or none, and so does the last part of a long word: FOA is Fag
    og Arbejde, NHO Næringslivets Hovedorganisasjon. Two letters are enough for an umbrella body
    (KL), three for most others; bodies named after their country need four.
    """
    bare = _COUNTRY.sub("", name).casefold()
    words = _WORD.findall(bare)
    least = _LEAST_OF_THE_COUNTRY if _OF_THE_COUNTRY.match(bare) else _LEAST
    least = 2 if words and _UMBRELLA.match(words[-1]) else least
    return frozenset(found for found in _initials(words) if len(found) >= least)


def _initials(words: list[str]) -> Iterator[str]:
    for used in (words, [word for word in words if word not in _SMALL]):
        yield "".join(word[0] for word in used)
        yield "".join(map(_initials_of_parts, used))


def _initials_of_parts(word: str) -> str:
    return word[0] + "".join(head[0][0] for head in _HEAD.finditer(word))


def _is_of(short: str, full: str) -> bool:
    """Tell whether a short name is made of a full one's letters, and begins as a word of it."""
    letters = iter(full.casefold())
    begins = {word[0].casefold() for word in _WORD.findall(full)}
    return short[0] in begins and all(letter in letters for letter in short)


def _spells(short: str, full: str) -> bool:
    """Tell whether a short name holds the initials of two words or more, and of all that count."""
    words = _WORD.findall(full.casefold())
    counting = [word for word in words if word not in _SMALL]
    if len(counting) < 2 or short[0] not in {words[0][0], counting[0][0]}:
        return False
    letters = iter(short)
    return all(word[0] in letters for word in counting) and _is_of(short, full)
