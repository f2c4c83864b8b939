"""Where a meeting is held: the place behind the word that goes before it."""

from collections.abc import Mapping

from hearingkit.language.language import Language
from hearingkit.language.word_groups import AnyOf
from hearingkit.language.words import Words


class PlaceWords(Words):
    """The words before places.

    Attributes:
        before: Patterns for those that a place may begin with: the data gives them.
        usual: The word before common places, by patterns for their names.
    """

    section = "letters.places"

    before: AnyOf
    usual: Mapping[str, AnyOf]


def at_place(place: str, language: Language) -> str:
    """Return «på rådhuset»; the empty string for a place whose word is unknown."""
    words, first = PlaceWords.of(language), place.split(" ", 1)[0]
    if words.before.fullmatch(first):
        return place
    for before, places in words.usual.items():
        if places.fullmatch(first):
            return f"{before} {place}"
    return ""
