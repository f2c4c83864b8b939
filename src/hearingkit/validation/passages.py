"""Texts of the data: is there something in them that a letter can't show?"""

from collections.abc import Iterator

from hearingkit.findings import Finding, limited
from hearingkit.language.language import Language
from hearingkit.language.terms import meant_by
from hearingkit.model.issuer import Issuer
from hearingkit.model.printed import printed_texts
from hearingkit.texts.reading import Reading
from hearingkit.texts.text import Text
from hearingkit.texts.unclosed_marks import Remnant, remnants
from hearingkit.texts.unmade_structure import footnotes, unformed
from hearingkit.texts.unsupported import unsupported
from hearingkit.validation.book import Case, read_in
from hearingkit.validation.faults import finding
from hearingkit.validation.located import Located
from hearingkit.values.table import NAMES


def name_findings(case: Case) -> Iterator[Finding]:
    """Yield a finding for each name, in any printed text, that can't be filled."""
    for text in (*case.texts, *case.lines):
        for one in limited(text.filled.problems):
            place = text.written_place(one.start, one.end)
            meant = meant_by(one.facts["given"], NAMES) if one.variant == "unknown" else ""
            yield finding("HK119", place, one.variant, meant=meant, **one.facts)


def markup_findings(case: Case) -> Iterator[Finding]:
    """Yield a finding for each piece of Markdown of a hearing that a letter can't show."""
    for text in case.texts:
        if text.role.is_markdown and text.site.is_within(case.site):
            yield from _findings(text)


def issuer_markup_findings(issuer: Located[Issuer]) -> Iterator[Finding]:
    """Yield the same for the formulas of an issuer, whether or not a hearing prints them."""
    for one in printed_texts(issuer.value):
        if one.role.is_markdown:
            for text in read_in(tuple(Language), one, issuer.site):
                yield from _findings(text)


def _findings(text: Text) -> Iterator[Finding]:
    for one in _remnants(text.reading):
        given = text.reading.says(one.stretch)
        yield finding("HK118", text.place_of(one.stretch), one.kind, given=given)


def _remnants(reading: Reading) -> Iterator[Remnant]:
    yield from limited(unsupported(reading))
    yield from limited(remnants(reading))
    yield from limited(unformed(reading))
    yield from footnotes(reading)
