"""In which language most letters of a country are written, and where letters in a language are."""

from hearingkit.calendars.country import Country
from hearingkit.language.language import Language
from hearingkit.language.properties import LanguageProperties


def usual_language(country: Country) -> Language:
    """Return the language of most letters in a country."""
    every = {language: LanguageProperties.of(language) for language in Language}
    return next(one for one, of in every.items() if of.is_usual and of.country == country.value)


def country_of(language: Language) -> Country:
    """Return the country where letters are written in a language."""
    return Country(LanguageProperties.of(language).country)


def languages_of(country: Country) -> tuple[Language, ...]:
    """Return the languages in which letters are written in a country."""
    return tuple(one for one in Language if country_of(one) is country)
