"""Names of public holidays, from the library holidays; it is imported when first used."""

import datetime as dt
from collections.abc import Mapping
from functools import cache

from hearingkit.calendars.country import Country
from hearingkit.calendars.languages import usual_language
from hearingkit.language.dates import and_list
from hearingkit.language.language import Language
from hearingkit.language.words import Words

_LANGUAGE = {Country.DK: "da", Country.NO: "no"}


class DayWords(Words):
    """Names of days.

    Attributes:
        person: The name of a person, which a holiday's name may begin with.
        customary: The days that the law of a country treats as holidays.
    """

    section = "calendars.days"

    person: str
    customary: dict[str, str]


def holiday_name(day: dt.date, country: Country) -> str | None:
    """Return the holiday's name in Danish or bokmål, in lower case for use inside a sentence.

    Ordinary Sundays are no holidays. Two holidays on one day are both named.

    Returns:
        None on other days, and after the year 2100, where the library ends.

    Source:
        Denmark: helligdagsreformen (1770), less store bededag from 2024 (lov nr. 214 af
        06/03/2023). Norway: lov om helligdager og helligdagsfred § 2; lov 26. april 1947 nr. 1
        (1 and 17 May).
    """
    return _names(day.year, country).get(day)


@cache
def _names(year: int, country: Country) -> Mapping[dt.date, str]:
    from holidays import PUBLIC, country_holidays

    found = country_holidays(
        country.value, years=year, language=_LANGUAGE[country], categories=PUBLIC, observed=False
    )
    language = usual_language(country)
    return {
        day: and_list([_in_a_sentence(name, language) for name in found.get_list(day)], language)
        for day in sorted(found)
    }


def _in_a_sentence(name: str, language: Language) -> str:
    is_proper = name.startswith(DayWords.of(language).person)
    return name if is_proper else name[:1].lower() + name[1:]
