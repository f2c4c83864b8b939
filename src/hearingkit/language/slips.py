"""Find slips (typing mistakes): one letter left out, added or changed, or two letters swapped."""

import functools
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from hearingkit.frozen import frozen
from hearingkit.language.words import Words
from hearingkit.patterns import late_pattern

_WIDTHS: Final = {0: ((1, 1), (2, 2)), 1: ((1, 0),), -1: ((0, 1),)}
"""Numbers of letters that a slip covers in each text, by the difference of their lengths."""
_EVERY_WIDTH: Final = tuple(width for widths in _WIDTHS.values() for width in widths)
_MOST_KEPT: Final = 2000  # texts of which the pairs are kept
_FEW: Final = 50  # texts of which all forms are held
_MOST_HELD: Final = 8  # texts with one shortened form; if there are more, they are numbered names
_LONGEST: Final = 100  # letters of a text that is compared: a name has fewer
_MOST_FORMS: Final = 1_000_000  # that are met again; they take 130 MB
_MARKS_A_TEXT: Final = 192  # so that few forms of some twenty have both marks of others
_MARK_BITS: Final = 24  # of a hash, that its first mark is of; the second is of the others
_BITS: Final = 8  # of a byte
_SQUEEZED: Final = late_pattern(r"[-._]")
_DIGITS: Final = late_pattern(r"\d+")
_MOST: Final = 2  # slips in a word that is still the same word
_LONG: Final = 8  # letters of a word that is still the same word after two slips
_SHORT: Final = 5  # letters of a word; in a shorter one, one slip makes another word: sst, ssi
_SHORTEST_SWAPPED: Final = 3
_NEXT: Final = 1.5  # columns between keys that touch, a corner at least


class LetterWords(Words):
    """The letters of a language, as they are typed and heard.

    Attributes:
        keyboard: The rows of letters on a keyboard.
        alike: Pairs of letters that sound alike.
        in_addresses: Letters that few addresses have, and the two ways to spell each in one.
    """

    section = "language.letters"

    keyboard: tuple[str, ...]
    alike: frozenset[str]
    in_addresses: Mapping[str, tuple[str, str]]


@frozen
class Slip:
    """The difference between two texts that are one slip apart.

    Attributes:
        at: The number of equal letters before it.
        one: The letters of the first text there; empty if it lacks a letter.
        other: The letters of the second text there; empty if it lacks a letter.
    """

    at: int
    one: str
    other: str

    @property
    def is_swap(self) -> bool:
        """Return whether two neighbouring letters are swapped."""
        return len(self.one) == 2

    @property
    def is_change(self) -> bool:
        """Return whether one letter is replaced by another."""
        return len(self.one) == len(self.other) == 1

    @property
    def sounds_alike(self) -> bool:
        """Return whether one letter is replaced by another that sounds the same."""
        return self.is_change and not LetterWords.of_any().alike.isdisjoint(
            {self.one + self.other, self.other + self.one}
        )

    @property
    def is_next_key(self) -> bool:
        """Return whether one letter is replaced by its neighbour on the keyboard."""
        places = ((keys.get(self.one), keys.get(self.other)) for keys in _keyboards())
        return any(one and other and math.dist(one, other) < _NEXT for one, other in places)

    def doubles(self, text: str) -> bool:
        """Return whether one text has a letter twice where the other has it once."""
        return not self.is_change and text[self.at - 1 : self.at] == self.one + self.other


def slip_between(one: str, other: str) -> Slip | None:
    """Return the slip between two texts; None if they are equal, or differ by more than one."""
    if abs(len(one) - len(other)) > 1:
        return None
    at = first_difference(one, other)
    for slip in _slips_at(at, one, other, _WIDTHS[len(one) - len(other)]):
        if one[at + len(slip.one) :] == other[at + len(slip.other) :]:
            return slip
    return None


def slips_between(one: str, other: str) -> int | None:
    """Return the number of slips between two words; None if they are different words.

    Differences in hyphens, full stops, underscores and case count together as one slip. Words that
    differ only in digits are different words. So are short words, except that a swap counts in
    words of three letters or more.
    """
    if one == other:
        return 0
    short, long = sorted((_squeezed(one), _squeezed(other)), key=len)
    if short == long:
        return 1
    if len(long) - len(short) > _MOST or _DIGITS.sub("", short) == _DIGITS.sub("", long):
        return None
    if len(set(short) ^ set(long)) > 2 * _MOST:
        return None
    if len(short) < _SHORT:
        slip = slip_between(short, long)
        return 1 if slip and slip.is_swap and len(short) >= _SHORTEST_SWAPPED else None
    return _number_of_slips(short, long, 1 if len(short) < _LONG else _MOST)


def pairs_a_slip_apart(texts: Iterable[str]) -> Iterator[tuple[str, str, Slip]]:
    """Yield all pairs of texts that are one slip apart, in the order of the later text.

    Texts that differ in a digit are no pair. Only texts that are equal after leaving out a letter
    are compared, so that the work grows with the number of texts, not with its square. Of
    texts of more than 100 letters, only equal ones are known.
    """
    every = tuple(dict.fromkeys(texts))
    yield from _pairs(every) if len(every) <= _MOST_KEPT else _found_pairs(every)


@functools.lru_cache(maxsize=256)  # many hearings have the same recipients
def _pairs(texts: tuple[str, ...]) -> tuple[tuple[str, str, Slip], ...]:
    return tuple(_found_pairs(texts))


def _found_pairs(texts: tuple[str, ...]) -> Iterator[tuple[str, str, Slip]]:
    held: dict[int, tuple[str, ...]] = {}  # by the hash of a form, which is smaller
    marks = _marks_of_several(texts) if len(texts) > _FEW else b""
    size = len(marks) * _BITS
    for text in texts:
        near: dict[str, None] = {}
        for form in map(hash, _forms(text)):
            if size and not _is_marked(marks, form % size, (form >> _MARK_BITS) % size):
                continue
            holders = held.get(form, ())
            near.update(dict.fromkeys(holders))
            if len(holders) < _MOST_HELD and len(held) < _MOST_FORMS:
                held[form] = (*holders, text)
        for earlier in near:
            slip = slip_between(earlier, text)
            if slip:
                yield earlier, text, slip


def _is_marked(marks: bytes | bytearray, one: int, other: int) -> int:
    return marks[one >> 3] >> (one & 7) & marks[other >> 3] >> (other & 7) & 1


def _marks_of_several(texts: tuple[str, ...]) -> bytearray:
    """Return bits by which most forms are passed over that only one text has: two for each form.

    To keep all forms of 30,000 names takes 300 MB, and hardly any of them is met again.
    """
    met, again = (bytearray(_MARKS_A_TEXT // _BITS * len(texts) + 1) for _ in range(2))
    size = len(met) * _BITS
    for text in texts:
        for form in map(hash, _forms(text)):
            for mark in (form % size, (form >> _MARK_BITS) % size):
                byte, bit = mark >> 3, 1 << (mark & 7)
                if met[byte] & bit:
                    again[byte] |= bit
                else:
                    met[byte] |= bit
    return again


def first_difference(one: Sequence[str], other: Sequence[str]) -> int:
    """Return the offset at which two texts, or two rows of them, begin to differ."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _slips_at(at: int, one: str, other: str, widths: Iterable[tuple[int, int]]) -> Iterator[Slip]:
    """Yield the possible slips at the place where two texts begin to differ."""
    for width, width_of_other in widths:
        left, right = one[at : at + width], other[at : at + width_of_other]
        whole = (len(left), len(right)) == (width, width_of_other)
        if whole and left != right and (width < 2 or left == right[::-1]):
            yield Slip(at, left, right)


def _number_of_slips(one: str, other: str, most: int) -> int | None:
    """Return the number of slips between two texts; None if it is greater than ``most``."""
    if one == other:
        return 0
    if not most or abs(len(one) - len(other)) > most:
        return None
    at = first_difference(one, other)
    behind = [
        _number_of_slips(one[at + len(slip.one) :], other[at + len(slip.other) :], most - 1)
        for slip in _slips_at(at, one, other, _EVERY_WIDTH)
    ]
    return min((1 + number for number in behind if number is not None), default=None)


@functools.cache
def _keyboards() -> tuple[Mapping[str, tuple[int, int]], ...]:
    """Return row and column of each letter on the keyboards of all languages."""
    every = dict.fromkeys(words.keyboard for words in LetterWords.of_all())
    return tuple(
        {sign: (y, x) for y, row in enumerate(rows) for x, sign in enumerate(row)} for rows in every
    )


def _squeezed(word: str) -> str:
    return _SQUEEZED.sub("", word).casefold()


def _forms(text: str) -> Iterable[str]:
    """Return a text, and what is left of it without each of its letters, each form once."""
    letters = enumerate(text if len(text) <= _LONGEST else "")
    shortened = [text[:at] + text[at + 1 :] for at, sign in letters if not sign.isdigit()]
    return dict.fromkeys((text, *shortened))
