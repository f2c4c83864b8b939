"""Rules on the letter itself: enclosures, signature, and what a screen reader needs."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from hearingkit.documents.stumbles import (
    Piece,
    bold_headings,
    headless_tables,
    links,
    skipped_levels,
)
from hearingkit.findings import Severity
from hearingkit.language.quotations import without_quotations
from hearingkit.model.book import Case
from hearingkit.model.faults import visible
from hearingkit.model.free_text import FreeText, free_text, told, without_what_is_no_prose
from hearingkit.model.issuer import IssuerKind
from hearingkit.model.recipient import Placement
from hearingkit.rules.registry import Breach, rule

_OTHERS: Final = r"(?!\s+(?:til|i|av|af|for|på|ved|søk|ansøg))"  # an enclosure of something else
_NUMBERED: Final = re.compile(
    rf"\b(?:vedlegg|bilag)\s+(?P<number>[1-9][0-9]?)\b{_OTHERS}", re.IGNORECASE
)
_MENTIONED: Final = re.compile(
    rf"\bved(?:lagte?|lagde?|hæftede?|hæftet)\b{_OTHERS}(?P<what>\s+[\w-]{{1,60}})?"
    r"|\bs(?:e|jå) (?:vedlegg|bilag)(?:et|a)?\b(?!\s+[0-9])"
    rf"|\bsom (?:vedlegg|bilag)\b{_OTHERS}(?!\s+[0-9])",
    re.IGNORECASE,
)
_HINTS: Final = ("vedl", "vedh", "bilag")
_ASKED_OF_OTHERS: Final = ("være ", "vere ", "vera ", "bli ", "blive ", "verte ")
_A_LIST: Final = re.compile(r"list[ea]?n?$", re.IGNORECASE)
_EMPTY_WORDS: Final = frozenset(
    {
        *("her", "here", "klik her", "klikk her", "tryk her", "trykk her", "læs mere her"),
        *("les mer her", "les meir her", "se her", "sjå her", "link", "lenke", "lenka", "lenkje"),
        *("dette link", "denne lenken", "denne lenka", "denne lenkja", "dette linket", "linket"),
        *("lenken", "lenkja", "læs mere", "les mer", "les meir", "click here"),
    }
)


@rule(
    "HK701",
    Severity.WARNING,
    says='the text speaks of "{text}", but {listed}; add it to enclosures',
    source="practice: what a letter says it encloses is enclosed",
)
def enclosure_not_listed(case: Case) -> Iterator[Breach]:
    """What the text says is enclosed stands among the enclosures.

    Words such as «vedlagt» and «vedhæftet» count, «se bilag», «som vedlegg», and numbers:
    «vedlegg 3». The
    enclosed list of recipients and the reply template are enclosures too; an annex to something
    else, as «bilag 1 til forordningen», is not.

    Bad:  body: "Udkastet er vedhæftet.", and no enclosures
    Good: body: "Udkastet er vedhæftet.", enclosures: [{title: Udkast, file: udkast.pdf}]
    """
    hearing = case.hearing
    has_list = hearing.recipients.placement is Placement.ENCLOSED
    listed = len(hearing.enclosures) + (hearing.reply_template is not None)
    for free, found in told(_found(_NUMBERED, case)):
        if int(found["number"]) > listed + has_list:
            yield _at(free, found, listed=_number_listed(listed))
    for free, found in told(_found(_MENTIONED, case)):
        is_the_list = has_list and _A_LIST.search(found["what"] or "")
        if not listed and not is_the_list and not _is_asked_of_others(found):
            yield _at(free, found, listed=_number_listed(0))


@rule(
    "HK702",
    Severity.NOTE,
    says='the text refers to enclosures by number, but not to number {number}, "{title}"',
    source="practice: a numbered enclosure is referred to in the text",
)
def enclosure_not_mentioned(case: Case) -> Iterator[Breach]:
    """Where the text refers to enclosures by number, it refers to each.

    The letter prints the list of enclosures in any case; so a text that numbers none needs to speak
    of none.

    Bad:  body: "… forslaget (vedlegg 1)", and three enclosures
    Good: body: "… forslaget (vedlegg 1) og kart (vedlegg 2 og vedlegg 3)"
    """
    numbers = {int(found["number"]) for _, found in _found(_NUMBERED, case)}
    if not numbers:
        return
    for place, enclosure in enumerate(case.hearing.enclosures):
        if place + 1 not in numbers:
            words = enclosure.title
            title = words if isinstance(words, str) else words.da or words.nb or words.nn or ""
            facts = {"number": place + 1, "title": visible(title)}
            yield Breach(case.site.at("enclosures", place), facts)


@rule(
    "HK703",
    Severity.NOTE,
    says="nobody signs the letter; add signatories, or electronically_approved: true",
    source="practice: a letter of a state body shows who answers for it, or that it was approved",
)
def nobody_signs(case: Case) -> Iterator[Breach]:
    """A letter of a state body is signed, or says that it was approved electronically.

    A letter is looked at once it has a day and a case number; before that it is a draft.

    Bad:  sent: 2026-02-02, references: {ours: 26/123}, and no signatories
    Good: … and signatories: [{name: …, title: Kontorchef}]
    """
    hearing = case.hearing
    is_finished = hearing.sent and hearing.references.ours
    is_approved = hearing.signatories or hearing.electronically_approved
    if case.issuer.kind is IssuerKind.STATE and is_finished and not is_approved:
        yield Breach(case.site.at("signatories"))


@rule(
    "HK704",
    Severity.WARNING,
    says="a heading of level {level} stands below one of level {above}; write {meant}",
    source="WCAG 2.1 (EN 301 549), 1.3.1: structure can be told by programs",
)
def heading_skips_a_level(case: Case) -> Iterator[Breach]:
    """Headings go down one level at a time.

    Who can't see the page finds the way by the levels of the headings; one left out seems to be a
    part that is missing. How many # the first heading has makes no difference.

    Bad:  "## Bakgrunn", then "#### Gjeldende rett"
    Good: "## Bakgrunn", then "### Gjeldende rett"
    """
    for free in _markdown(case):
        for line, level, above in told(skipped_levels(free.text)):
            facts = {"level": level, "above": above, "meant": "#" * (above + 1)}
            yield _at_piece(free, line, facts)


@rule(
    "HK705",
    Severity.WARNING,
    says="a link {says}; let its text tell where it leads",
    source="WCAG 2.1 (EN 301 549), 2.4.4: the purpose of a link",
)
def link_says_nothing(case: Case) -> Iterator[Breach]:
    """The text of a link tells where it leads.

    Screen readers list the links of a document by their text; ten times «her» is no list.

    Bad:  "Forslaget kan du lese [her](https://…)."
    Good: "Les [forslaget til ny forskrift](https://…)."
    """
    for free in _markdown(case):
        for link in told(_empty_links(free.text)):
            says = f'says only "{visible(link.says)}"' if link.says else "has no text"
            yield _at_piece(free, link, {"says": says})


@rule(
    "HK706",
    Severity.WARNING,
    says="a column of the table has no name; fill in its first line",
    source="WCAG 2.1 (EN 301 549), 1.3.1: structure can be told by programs",
)
def table_without_head(case: Case) -> Iterator[Breach]:
    """The first line of a table names its columns.

    A screen reader says the name of the column before each cell. The first corner may be empty
    where the cells below it name the rows.

    Bad:  "|  |  |", "| --- | --- |", "| Høring | mars |"
    Good: "| Steg | Tid |", "| --- | --- |", "| Høring | mars |"
    """
    yield from _at_pieces(headless_tables, case)


@rule(
    "HK707",
    Severity.NOTE,
    says="bold words stand alone as a heading would; if they are one, write # before them",
    source="WCAG 2.1 (EN 301 549), 1.3.1: structure can be told by programs",
)
def bold_for_a_heading(case: Case) -> Iterator[Breach]:
    """A heading is marked as one, not only shown bold.

    Bold words look like a heading, but a screen reader finds none there, and neither does the
    outline of a PDF. A bold sentence that ends in a full stop is text.

    Bad:  "**Bakgrunn**"
    Good: "## Bakgrunn"
    """
    yield from _at_pieces(bold_headings, case)


def _found(pattern: re.Pattern[str], case: Case) -> Iterator[tuple[FreeText, re.Match[str]]]:
    """Yield what a pattern finds in the texts that speak for the letter itself."""
    for free in free_text(case):
        lowered = free.text.lower()
        if free.key != "title" and any(hint in lowered for hint in _HINTS):
            prose = without_quotations(without_what_is_no_prose(free.text))
            yield from ((free, found) for found in pattern.finditer(prose))


def _number_listed(number: int) -> str:
    return f"only {number} {'is' if number == 1 else 'are'} listed" if number else "none is listed"


def _is_asked_of_others(found: re.Match[str]) -> bool:
    """Tell whether something is to be enclosed, with an application say."""
    return (
        found.string[max(0, found.start() - 6) : found.start()].lower().endswith(_ASKED_OF_OTHERS)
    )


def _at(free: FreeText, found: re.Match[str], **facts: object) -> Breach:
    text = found[0]
    told_of = {"text": visible(text), **facts}
    return Breach(free.site, told_of, text, free.nth(text, found.start()))


def _markdown(case: Case) -> Iterator[FreeText]:
    return (free for free in free_text(case) if free.is_markdown)


def _empty_links(text: str) -> Iterator[Piece]:
    return (link for link in links(text) if not link.says or link.says.casefold() in _EMPTY_WORDS)


def _at_pieces(find: Callable[[str], Iterable[Piece]], case: Case) -> Iterator[Breach]:
    for free in _markdown(case):
        for piece in told(find(free.text)):
            yield _at_piece(free, piece, {})


def _at_piece(free: FreeText, piece: Piece, facts: dict[str, object]) -> Breach:
    return Breach(free.site, facts, piece.text, free.nth(piece.text, piece.start))
