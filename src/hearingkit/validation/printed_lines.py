"""The lines of a letter beside its text: titles of what is heard, of enclosures and of persons."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from hearingkit.model.text import LineIn, Words, in_language
from hearingkit.validation.book import Case, Site
from hearingkit.validation.free_text import FreeText, free_text


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line that is printed in a letter as it is.

    Attributes:
        free: The line, and where it stands.
        is_job: Whether it is the title of a person.
        is_own: Whether the data has a line of its own for each language.
    """

    free: FreeText
    is_job: bool = False
    is_own: bool = False


def lines(case: Case) -> Iterator[PrintedLine]:
    """Yield the title of the hearing, those of its enclosures and units, and those of persons.

    The title of an enclosure, and the name of a unit, is its name if there is but one for all
    languages; a name is left out.
    """
    hearing, site = case.hearing, case.site
    for free in free_text(case):
        if free.key == "title":
            yield PrintedLine(free, is_own=isinstance(hearing.title, LineIn))
    for number, enclosure in enumerate(hearing.enclosures):
        yield from _own(enclosure.title, site.at("enclosures", number, "title"), case)
    if hearing.reply_template:
        yield from _own(hearing.reply_template.title, site.at("reply_template", "title"), case)
    for number, signatory in enumerate(hearing.signatories):
        yield from _job(signatory.title, site.at("signatories", number, "title"), case)
    if hearing.caseworker:
        yield from _job(hearing.caseworker.title, site.at("caseworker", "title"), case)
    for id_, unit in case.issuer.units.items():
        yield from _own(unit.name, case.issuer_site.at("units", id_, "name"), case)


def _own(words: Words, site: Site, case: Case) -> Iterator[PrintedLine]:
    """Yield a line for each language of the letters, if the data has them."""
    return (line for line in _lines(words, site, case) if line.is_own)


def _job(words: Words | None, site: Site, case: Case) -> Iterator[PrintedLine]:
    """Yield the title of a person."""
    if words is not None:
        yield from (replace(line, is_job=True) for line in _lines(words, site, case))


def _lines(words: Words, site: Site, case: Case) -> Iterator[PrintedLine]:
    languages = case.hearing.language
    if isinstance(words, str):
        yield PrintedLine(FreeText(site, words, languages[0], "line", len(languages) > 1))
    else:
        for language in languages:
            line = in_language(words, language)
            yield PrintedLine(FreeText(site.at(language), line, language, "line"), is_own=True)
