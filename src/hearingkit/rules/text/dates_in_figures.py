"""Rules on dates in figures: readers of any country must take them for the same day."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from hearingkit.findings import Severity, limited, spelling
from hearingkit.language.dates import DateWords
from hearingkit.language.language import Language
from hearingkit.language.words import Words
from hearingkit.model.hearing import References
from hearingkit.patterns import late_pattern
from hearingkit.rules.registry import Breach, also, rule
from hearingkit.rules.text.dates_in_text import DatedText
from hearingkit.source.site import Site
from hearingkit.texts.numeric_dates import NumericDate, numeric_dates, with_odd_month
from hearingkit.texts.text import Text
from hearingkit.validation.faults import visible

_NUMBER_OF: Final = 10  # characters before a number that tell of what it is
_LAND_OR_ROAD: Final = r"(?i)\b%no_dates_behind\.?\s*$"
_HYPHEN_OR_SLASH: Final = late_pattern(r"(?<=[dMLy])[-/](?=[dMLy])")
_TWO_FIGURES: Final = 2  # of a year


class NumericDateWords(Words):
    """What tells that numbers are no date.

    Attributes:
        no_dates_behind: Short words for land and roads.
    """

    section = "text.numeric_dates"

    no_dates_behind: tuple[str, ...]


@rule(
    "HK407",
    Severity.NOTE,
    says={
        "divided": '"{text}" divides a date by hyphens or slashes; write full stops: {meant}',
        "year": '"{text}" has two figures of its year; write all four: {meant}',
    },
    source=spelling("Språkrådet (NO): 05.04.2024, or 2024-04-05"),
)
def misleading_numeric_date(texts: tuple[Text, ...], references: References) -> Iterator[Breach]:
    """A date has all four figures of its year; a Norwegian one in numbers has full stops.

    That goes for the text, and for the issuer's own format of the letter's date. A date that begins
    with the year has hyphens. Numbers of land and of roads («gnr. 12/5/26») are none.

    Bad:  body: "Møtet er 05-04-2024."
    Good: body: "Møtet er 05.04.2024."
    """
    cited = [one for one in (references.ours, *references.of_others) if one]
    found = ((text, one) for text in texts for one in _numeric_dates(text))
    own = ((text, one) for text, one in found if not any(one.text in each for each in cited))
    yield from limited(breach for text, one in own if (breach := _numeric_breach(text, one)))


@also("HK407")
def short_year_behind_a_month(dates: tuple[DatedText, ...]) -> Iterator[Breach]:
    """A date in words has all four figures of its year: «1. desember 2026»."""
    for dated in limited(one for one in dates if len(one.date.odd_year) == _TWO_FIGURES):
        written, year = dated.date.text, dated.date.odd_year
        meant = str(dated.date.year).join(written.rsplit(year, 1))
        yield dated.breach(variant="year", meant=visible(meant))


@also("HK407")
def date_format_not_norwegian(
    issuer_date_format: str | None,
    issuer_site: Site,
    language: tuple[Language, ...],
    sent: dt.date | None,
) -> Iterator[Breach]:
    """The issuer's own format of the letter's date has full stops where that is in Norwegian."""
    pattern = issuer_date_format or ""
    has_stops = any(DateWords.of(one).only_full_stops for one in language)
    if sent and has_stops and not pattern.startswith("y"):
        meant = _HYPHEN_OR_SLASH.sub(".", pattern)
        if meant != pattern:
            facts = {"text": pattern, "meant": meant}
            yield Breach(issuer_site.at("date_format"), facts, variant="divided")


@also("HK410")
def month_that_is_none(texts: tuple[Text, ...]) -> Iterator[Breach]:
    """A month is one of twelve: there is no 24.13.2026."""
    for text in texts:
        for found in limited(with_odd_month(text.prose)):
            if not _numbers_land_or_road(text, found.start):
                facts = {"text": visible(found.text)}
                yield Breach(text.place(found.start, found.end), facts, variant="months")


def _numbers_land_or_road(text: Text, start: int) -> bool:
    """Return whether figures are the number of land or a road, by the word before them."""
    before = text.plain[max(0, start - _NUMBER_OF) : start]
    return bool(NumericDateWords.pattern(_LAND_OR_ROAD).search(before))


def _numeric_dates(text: Text) -> Iterator[NumericDate]:
    """Yield the dates in numbers, without numbers of land and of roads."""
    for one in numeric_dates(text.prose):
        if one.date and not _numbers_land_or_road(text, one.start):
            yield one


def _numeric_breach(text: Text, one: NumericDate) -> Breach | None:
    """Return what is wrong with a date in numbers; None where nothing is."""
    place = text.place(one.start, one.end)
    if one.separators != ".." and DateWords.of(text.language).only_full_stops:
        return Breach(place, {"text": one.text, "meant": f"{one.date:%d.%m.%Y}"}, variant="divided")
    year = str(one.year)
    if not one.text.endswith(year):
        meant = f"{one.text[:-2]}{year}"
        return Breach(place, {"text": one.text, "meant": meant}, variant="year")
    return None
