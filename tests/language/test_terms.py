"""What people call the keys and words of the data: in every language, and each of one meaning."""

from collections.abc import Iterator

import pytest

from hearingkit.calendars.country import Country
from hearingkit.language.english_terms import ENGLISH_TERMS
from hearingkit.language.language import Language
from hearingkit.language.terms import Terms, meant_by
from hearingkit.model.base import Value
from hearingkit.model.hearing import Hearing, HearingKind
from hearingkit.model.issuer import Issuer, IssuerKind
from hearingkit.model.letter_kinds import LetterKind
from hearingkit.model.recipient import Order, Placement
from hearingkit.model.submission import Combination, WebChannel
from hearingkit.model.wording import Formula
from hearingkit.validation.sections import SECTIONS

CHOICES = (
    *(Language, Country, HearingKind, IssuerKind, Placement, Order, WebChannel, Combination),
    Formula,
    LetterKind,
)


def models(of: type[Value] = Value) -> Iterator[type[Value]]:
    for one in of.__subclasses__():
        if one.__module__.startswith("hearingkit.model.") and not one.__name__.startswith("_"):
            yield one
        yield from models(one)


KEYS = {one.__name__: one.keys() for one in models() if not set(one.keys()) & {"day", *Language}}
PLACES = {**KEYS, **{one.__name__: tuple(one) for one in CHOICES}, "sections": tuple(SECTIONS)}


def test_the_models_are_there() -> None:
    assert {Hearing.__name__, Issuer.__name__, "Recipient", "ListReference"} <= KEYS.keys()


@pytest.mark.parametrize("language", Language)
def test_every_key_and_every_word_of_choice_has_a_word_in_every_language(
    language: Language,
) -> None:
    known = {word for words in PLACES.values() for word in words} | {"true", "false"}

    assert Terms.of(language).words.keys() == known
    assert all(Terms.of(language).words.values())


@pytest.mark.parametrize("place", PLACES)
def test_each_english_word_means_a_word_of_its_place(place: str) -> None:
    rows = {known: ENGLISH_TERMS.get(known, "") for known in PLACES[place]}

    for known, row in rows.items():
        meant = [meant_by(term, PLACES[place]) for term in row.split(", ") if term]
        assert all(meant), (known, row)
        assert not meant or meant[0] == known, (known, row)


def test_english_words_are_those_of_known_words() -> None:
    assert ENGLISH_TERMS.keys() <= {word for words in PLACES.values() for word in words}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("place", PLACES)
def test_the_first_word_of_a_row_means_it_wherever_it_stands(
    place: str, language: Language
) -> None:
    rows = Terms.of(language).words

    for known in PLACES[place]:
        assert meant_by(rows[known][0], PLACES[place]) == known, rows[known]
        assert all(meant_by(term, PLACES[place]) for term in rows[known])


@pytest.mark.parametrize(
    ("given", "place", "meant"),
    [
        ("Høringsfrist", "Hearing", "deadline"),
        ("høringsfristen", "Hearing", "deadline"),
        ("Vår ref.", "Hearing", "references"),
        ("vår ref.", "References", "ours"),
        ("på-vegne-av", "Hearing", "on_behalf_of"),
        ("mottakarane", "Hearing", "recipients"),
        ("Norsk (bokmål)", "Language", "nb"),
        ("norge", "Country", "NO"),
        ("Bekendtgørelsen", "HearingKind", "regulation"),
        ("adress", "Recipient", "address"),
        ("Case number", "Hearing", "references"),
        ("attachments", "Hearing", "enclosures"),
        ("norwegian", "Language", "nb"),
        ("english", "Language", ""),
        ("law", "HearingKind", "act"),
        ("xyzzy", "Hearing", ""),
    ],
)
def test_understands_words_as_people_write_them(given: str, place: str, meant: str) -> None:
    assert meant_by(given, PLACES[place]) == meant
