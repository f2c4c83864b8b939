"""Passages of Markdown: is there something in them that a letter can't show?"""

from collections.abc import Iterator

from hearingkit.findings import Finding
from hearingkit.language.language import Language
from hearingkit.model.gaps import until_left_out
from hearingkit.model.hearing import Hearing
from hearingkit.model.issuer import Issuer
from hearingkit.model.text import ProseIn, in_language
from hearingkit.texts.blanks import without_blanks
from hearingkit.texts.unclosed_marks import Remnant, remnants
from hearingkit.texts.unmade_structure import footnotes, unformed
from hearingkit.texts.unsupported import unsupported
from hearingkit.validation.book import HearingBook, Site
from hearingkit.validation.faults import finding, visible
from hearingkit.validation.free_text import told

_TOLD = {
    "image": ("an image", "put it among the enclosures"),
    "html": ("HTML", "write Markdown: **bold**, [text](address)"),
    "quote": ("a quotation with >", "write it as a paragraph in quotation marks"),
    "code": ("code", "take the backticks, or the spaces at the start of the line, away"),
    "rule": ("a line across the page", "use a heading"),
    "heading": ("an underlined heading", "begin the heading with #"),
    "reference": ("the address of a link", "write it beside its text: [text](address)"),
}
"""What is found, and what to do instead."""
_MEANT = {
    "link": "write a link as [text](address), in one piece",
    "strong": "write ** on both sides of bold text, or \\** for stars",
    "emphasis": "write * on both sides of stressed text, or \\* for a star",
    "footnote": "write the note into the text, in brackets; a letter has no footnotes",
    "heading": "write a space behind the # of a heading",
    "table": "write | --- | --- | below the first line of a table, with as many cells as that has",
}
"""What was meant where half of the signs are missing, and how it is written."""


def markup_findings(book: HearingBook) -> Iterator[Finding]:
    """Yield a finding for each piece of Markdown, in any passage, that a letter can't show."""
    for issuer in book.issuers.values():
        yield from until_left_out(_formula_findings(issuer.value, issuer.site))
    for hearing in book.hearings.values():
        yield from until_left_out(_body_findings(hearing.value, hearing.site))
        yield from until_left_out(_formula_findings(hearing.value, hearing.site))


def _body_findings(hearing: Hearing, site: Site) -> Iterator[Finding]:
    yield from _findings(hearing.body, site.at("body"))


def _formula_findings(words: Issuer | Hearing, site: Site) -> Iterator[Finding]:
    for key, said in words.wording.items():
        yield from _findings(said, site.at("wording", key.value))


def _findings(passage: str | ProseIn | None, site: Site) -> Iterator[Finding]:
    match passage:
        case str():
            yield from _findings_in(passage, site)
        case ProseIn():
            for language in Language:
                yield from _findings_in(in_language(passage, language), site.at(language.value))


def _findings_in(text: str, site: Site) -> Iterator[Finding]:
    for number, kind in unsupported(without_blanks(text)):
        what, instead = _TOLD[kind]
        yield finding("literal_markup", site.quote_line(text, number), what=what, instead=instead)
    # A formula may open bold text in one case and close it in another.
    if "{%" not in text:
        yield from (_left(remnant, text, site) for remnant in told(remnants(text)))
        yield from (_left(remnant, text, site) for remnant in told(unformed(text)))
        yield from (_left(remnant, text, site) for remnant in footnotes(text))


def _left(remnant: Remnant, text: str, site: Site) -> Finding:
    above = "\n".join(text.split("\n")[: remnant.line - 1])
    place = site.quote(remnant.text, above.count(remnant.text))
    what, instead = f'"{visible(remnant.text)}"', _MEANT[remnant.kind]
    return finding("literal_markup", place, what=what, instead=instead)
