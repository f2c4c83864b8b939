"""Find names of public bodies and associations that are nearly the same.

A plain edit distance does not work: Strand and Stranda are two municipalities, and a nephrological
and a neurological society (nefrologisk, neurologisk) are two societies. So words are compared
without their endings, and only slips that leave a word recognisable count.
"""

import functools
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from hearingkit.frozen import frozen
from hearingkit.language.slips import Slip, pairs_a_slip_apart, slip_between
from hearingkit.language.word_groups import AnyOf
from hearingkit.language.words import Words, begin_of_end
from hearingkit.names.short_names import (
    is_legal_form,
    is_short_name,
    short_names_of,
    split_short_name,
)
from hearingkit.patterns import late_pattern

_WORD: Final = late_pattern(r"[^\W_]+|&")
_FORM: Final = late_pattern(r"\b([AI])/S\b")
_SHORTEST_STEM: Final = 5
_SHORTEST_SLIPPED: Final = 6  # letters of a word in which a slip can be told from another word
_SHORTEST_MAIMED: Final = 8  # the same, where a letter is too many or too few
_MOST_KEPT: Final = 2000  # names of which the pairs are kept
_LONGEST_PLACE: Final = 12  # letters of a name of one word that may be a place's


class BodyWords(Words):
    """What names of bodies are made of, as parts of patterns.

    Attributes:
        articles: At the beginning.
        endings: Of a word, also where another word has another one.
        bodies: Parts of words for bodies.
        before_places: Words before the name of a place.
        behind_places: Words behind one.
        ampersand: Words for the sign.
    """

    section = "names.body_names"

    articles: frozenset[str]
    endings: AnyOf
    bodies: AnyOf
    before_places: frozenset[str]
    behind_places: AnyOf
    ampersand: frozenset[str]


@frozen
class _Name:
    """The parts of a name.

    Attributes:
        words: The words as written, without article, legal form and short name.
        stems: The words in lower case without their endings.
        form: The legal form; empty if the name has none.
    """

    words: tuple[str, ...]
    stems: tuple[str, ...]
    form: str


def nearly_equal_names(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of an earlier and a later name that are nearly the same; each later name once.

    Such names differ in case, punctuation or spaces, in the ending of a word, in a short name
    beside the full one or instead of it, in a legal form or an article, or by one slip in a long
    word. Numbers must be the same, and so must names of places where they can be recognised.
    """
    every = tuple(dict.fromkeys(names))
    yield from _pairs(every) if len(every) <= _MOST_KEPT else _found_pairs(every)


@functools.lru_cache(maxsize=256)  # many hearings have the same recipients
def _pairs(order: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple(_found_pairs(order))


def _found_pairs(order: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    by_key: dict[str, str] = {}
    others: dict[str, list[str]] = {}
    for name in order:
        key = _key(name)
        if by_key.setdefault(key, name) is not name:
            others.setdefault(key, []).append(name)
    first = _equal_but_for_endings(by_key, others) | _equal_but_for_a_slip(by_key)
    pairs = [*_short_and_full(by_key, others)]
    places = {name: place for place, name in enumerate(order)} if pairs else {}
    for pair in pairs:
        earlier, later = sorted(pair, key=places.__getitem__)
        first.setdefault(later, earlier)
    yield from ((first[name], name) for name in order if name in first)


def are_nearly_equal(one: str, other: str) -> bool:
    """Return whether two names are nearly the same, as ``nearly_equal_names`` does."""
    keys = _key(one), _key(other)
    may_be = keys[0] == keys[1] or slip_between(*keys) or is_short_name(one) or is_short_name(other)
    return bool(may_be) and any(nearly_equal_names((one, other)))


def share_a_word(one: str, other: str) -> bool:
    """Return whether two names share a word, even with different endings."""
    return not set(_taken_apart(one).stems).isdisjoint(_taken_apart(other).stems)


def _equal_but_for_endings(
    by_key: Mapping[str, str], others: Mapping[str, list[str]]
) -> dict[str, str]:
    return {
        name: by_key[key]
        for key, names in others.items()
        for name in names
        if key and _is_meant(_taken_apart(by_key[key]), _taken_apart(name))
    }


def _equal_but_for_a_slip(by_key: Mapping[str, str]) -> dict[str, str]:
    first: dict[str, str] = {}
    for earlier, later, slip in pairs_a_slip_apart(by_key):
        if slip.is_change and not slip.sounds_alike:
            continue
        one, other = by_key[earlier], by_key[later]
        if _is_slipped(_taken_apart(one), _taken_apart(other)):
            first.setdefault(other, one)
    return first


def _short_and_full(
    by_key: Mapping[str, str], others: Mapping[str, list[str]]
) -> Iterator[tuple[str, str]]:
    """Yield pairs of a short name and its full name, if only one full name fits."""
    alone = {name.casefold(): name for name in by_key.values() if is_short_name(name)}
    full_of: dict[str, dict[str, None]] = {}
    for key, name in by_key.items() if alone else ():
        for short in set().union(*map(_short_names, (name, *others.get(key, ())))) & alone.keys():
            full_of.setdefault(short, {})[name] = None
    for short, fulls in full_of.items():
        if len(fulls) == 1:
            yield alone[short], next(iter(fulls))


@functools.lru_cache(maxsize=256)
def _short_names(name: str) -> frozenset[str]:
    full, beside = split_short_name(name)
    return short_names_of(full) | ({beside.casefold()} if beside else frozenset())


def _is_slipped(one: _Name, other: _Name) -> bool:
    """Return whether two names differ in one word only, and by one slip."""
    if len(one.stems) != len(other.stems) or not _is_meant(one, other):
        return False
    pairs = enumerate(zip(one.stems, other.stems, strict=True))
    unlike = [(number, slip_between(*stems)) for number, stems in pairs if stems[0] != stems[1]]
    if len(unlike) > 1:
        return False
    [(number, slip)] = unlike
    return bool(slip and _is_likely(slip, one.words[number], other.words[number]))


def _is_likely(slip: Slip, one: str, other: str) -> bool:
    """Return whether a slip leaves a word recognisable; it is seldom in the first letter."""
    shortest = min(len(one), len(other))
    if shortest < _SHORTEST_SLIPPED or slip.at == 0 or not (slip.one + slip.other).isalpha():
        return False
    if slip.is_change:
        return slip.sounds_alike
    return slip.is_swap or slip.doubles(_folded(one)) or shortest >= _SHORTEST_MAIMED


def _is_meant(one: _Name, other: _Name) -> bool:
    """Return whether similar names can be the same body: legal form and place do not differ."""
    if one.form and other.form and one.form != other.form:
        return False
    if len(one.words) != len(other.words):
        return True
    pairs = zip(one.words, other.words, strict=True)
    unlike = [number for number, (a, b) in enumerate(pairs) if _folded(a) != _folded(b)]
    return not any(_is_place(one, number) and _is_place(other, number) for number in unlike)


def _is_place(name: _Name, number: int) -> bool:
    """Return whether a word of a name may be the name of a place, by the words around it."""
    word, known = name.words[number], BodyWords.of_any()
    if len(name.words) == 1:
        return len(word) <= _LONGEST_PLACE and not known.bodies.search(word.casefold())
    before = name.words[number - 1].casefold() if number else ""
    behind = name.words[number + 1].casefold() if number + 1 < len(name.words) else ""
    return word[0].isupper() and bool(
        before in known.before_places or known.behind_places.fullmatch(behind)
    )


@functools.lru_cache(maxsize=2048)  # many hearings have most recipients in common
def _key(name: str) -> str:
    """Return a key that all spellings of a name share; numbers stay separate."""
    stems = _taken_apart(name).stems
    return "".join(f"#{stem}#" if stem.isdigit() else stem for stem in stems)


@functools.lru_cache(maxsize=256)
def _taken_apart(name: str) -> _Name:
    full, _ = split_short_name(name)
    words = _WORD.findall(_FORM.sub(r"\1S", full) if "/S" in full else full)
    form = words.pop().casefold() if len(words) > 1 and is_legal_form(words[-1]) else ""
    if len(words) > 1 and words[0].casefold() in BodyWords.of_any().articles:
        del words[0]
    return _Name(tuple(words), tuple(map(_stem, words)), form)


def _folded(word: str) -> str:
    return word.casefold().replace("aa", "å")


@functools.lru_cache(maxsize=512)  # a long list has few words
def _stem(word: str) -> str:
    folded, known = _folded(word), BodyWords.of_any()
    if folded in known.ampersand:
        return "&"
    return folded[: begin_of_end(known.endings, folded, _SHORTEST_STEM)]
