"""What people call the keys of the data, and the words to choose from, in their own words."""

import functools
from collections.abc import Iterable, Mapping

from hearingkit.language.english_terms import ENGLISH_TERMS
from hearingkit.language.words import Words
from hearingkit.quoting import nearest


class Terms(Words):
    """Words of a language for those of the data; one may stand for several, under other keys.

    Attributes:
        words: Those of the language, by the word of the data: ``frist`` under ``deadline``. Where
            one stands for several, that is meant in whose row it stands farthest in front.
    """

    section = "language.terms"

    words: Mapping[str, tuple[str, ...]]


def meant_by(given: str, known: Iterable[str]) -> str:
    """Return the word of the data that a user means by another; empty where none is near.

    Words of every language count, also misspelt ones, and English ones; a known word itself counts
    most.
    Capital and small letters are the same here, and so are spaces, hyphens and underscores.

    Args:
        given: What stands in place of one of the known words.
        known: The keys or the words to choose from, in the place where it stands.
    """
    return _nearest_of(_plain(given), tuple(known))


def exactly_meant_by(given: str, known: Iterable[str]) -> str:
    """Return the same, but empty where a user's word is misspelt."""
    return _exactly(_plain(given), tuple(known))


@functools.lru_cache(maxsize=1024)  # a key that is wrong once is wrong in every entry
def _nearest_of(plain: str, known: tuple[str, ...]) -> str:
    terms = _terms(known)
    return _exactly(plain, known) or terms.get(nearest(plain, terms), "")


def _exactly(plain: str, known: tuple[str, ...]) -> str:
    return _terms(known).get(plain) or _english(known).get(plain, "")


@functools.lru_cache(maxsize=256)  # the keys of each model, and each choice of words
def _terms(known: tuple[str, ...]) -> Mapping[str, str]:
    """Return the known words by all that they are called, in plain letters."""
    rows = [(word, words.words.get(word, ())) for word in known for words in Terms.of_all()]
    ranked = [(rank, _plain(term), word) for word, row in rows for rank, term in enumerate(row)]
    ordered = sorted(ranked, key=lambda one: one[0], reverse=True)
    return {term: word for _, term, word in ordered} | {_plain(word): word for word in known}


@functools.lru_cache(maxsize=256)
def _english(known: tuple[str, ...]) -> Mapping[str, str]:
    """Return the known words by what they are called in English, in plain letters."""
    rows = ((word, ENGLISH_TERMS.get(word, "").split(", ")) for word in known)
    return {_plain(term): word for word, row in rows for term in row if term}


def _plain(word: str) -> str:
    words = word.casefold().replace("-", " ").replace("_", " ").split(" ")
    return " ".join(filter(None, words)).strip(" .:")  # a sign that is not seen stays
