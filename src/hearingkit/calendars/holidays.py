"""Names of public holidays, from the library holidays; it is imported when first used."""

import datetime as dt
from collections.abc import Mapping
from functools import cache

from hearingkit.calendars.country import Country

_LANGUAGE = {Country.DK: "da", Country.NO: "no"}
_ALWAYS_UPPER = "Kristi"


def holiday_name(day: dt.date, country: Country) -> str | None:
    """Return the holiday's name in Danish or bokmål, in lower case for use inside a sentence.

    Ordinary Sundays are no holidays. Two holidays on one day are joined by *og*.

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
    """Return a year's holidays."""
    from holidays import PUBLIC, country_holidays

    found = country_holidays(
        country.value, years=year, language=_LANGUAGE[country], categories=PUBLIC, observed=False
    )
    return {day: " og ".join(map(_in_a_sentence, found.get_list(day))) for day in sorted(found)}


def _in_a_sentence(name: str) -> str:
    """Change the first letter to lower case, except in proper names."""
    return name if name.startswith(_ALWAYS_UPPER) else name[:1].lower() + name[1:]
