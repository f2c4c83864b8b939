"""Rules on what of a hearing is public: where it is read, and who may answer."""

import datetime as dt
import itertools
import re
from collections.abc import Iterator
from typing import Final

from hearingkit.calendars.country import Country
from hearingkit.calendars.languages import languages_of
from hearingkit.findings import Severity, guidance, practice
from hearingkit.language.asked_words import matches_in
from hearingkit.language.word_groups import WordGroup
from hearingkit.language.words import Words
from hearingkit.model.enclosure import Enclosure
from hearingkit.model.hearing import (
    RULES_OF_LAW,
    HearingKind,
    Origin,
    Portal,
    References,
)
from hearingkit.model.issuer import IssuerKind
from hearingkit.model.submission import Contact, WebPage
from hearingkit.rules.parts import part
from hearingkit.rules.registry import Breach, rule
from hearingkit.source.site import Site
from hearingkit.texts.enclosing import speaks_of_enclosures
from hearingkit.texts.roles import Role
from hearingkit.texts.text import Text

_OPEN_BY_INSTRUCTION: Final = RULES_OF_LAW | {HearingKind.REPORT, HearingKind.INQUIRY}
_MAY_HOLD_ALL: Final = 1500  # characters of a body, in which a whole proposal may stand


class PortalDuty(WordGroup):
    """A sort of issuer that must publish its hearings on a portal.

    Attributes:
        sender: A pattern for its name.
        portal: What the portal is called.
        named: A pattern for what names the portal, its address too.
    """

    sender: re.Pattern[str]
    portal: str
    named: re.Pattern[str]


class PublicityWords(Words):
    """What texts say of where a hearing is read, and of who may answer, as patterns.

    Attributes:
        pages: What points to a page on the web.
        ideas: What a title says of a hearing before there is anything to read.
        open_to_all: What says that everybody may answer.
        duties: Which issuers must use a portal; a language leaves out what its country hasn't.
    """

    section = "letter.publicity"

    pages: tuple[str, ...]
    ideas: tuple[str, ...]
    open_to_all: tuple[str, ...]
    duties: tuple[PortalDuty, ...]


@part
def is_to_be_sent(sent: dt.date | None, *, draft: bool) -> bool:
    """Return whether a letter has a day, and is called no draft."""
    return sent is not None and not draft


@part
def is_finished(
    references: References, *, is_to_be_sent: bool, electronically_approved: bool
) -> bool:
    """Return whether a letter that is to be sent has a case number, or its approval, too."""
    return is_to_be_sent and bool(references.ours or electronically_approved)


@part
def all_prose(letter_texts: tuple[Text, ...]) -> str:
    """Return all running text of the letter, as a reader reads it."""
    return "\n\n".join(text.plain for text in letter_texts)


@part
def portal_duties(
    kinds: tuple[HearingKind, ...],
    issuer_country: Country,
    issuer_names: tuple[str, ...],
    origin: Origin | None,
) -> tuple[PortalDuty, ...]:
    """Return the portals that a hearing must be published on."""
    if origin or not RULES_OF_LAW.intersection(kinds):
        return ()
    duties = (PublicityWords.of(one).duties for one in languages_of(issuer_country))
    every = itertools.chain.from_iterable(duties)
    return tuple(one for one in every if any(map(one.sender.search, issuer_names)))


@part
def is_open_by_instruction(
    kind: HearingKind, issuer_country: Country, issuer_kind: IssuerKind, origin: Origin | None
) -> bool:
    """Return whether a hearing must be open to all."""
    is_asked = issuer_country is Country.NO and issuer_kind is IssuerKind.STATE
    return is_asked and kind in _OPEN_BY_INSTRUCTION and not origin


@part
def has_a_page(
    submission: Contact,
    portal: Portal | None,
    origin: Origin | None,
    letter_texts: tuple[Text, ...],
) -> bool:
    """Return whether a letter leads to a page on the web."""
    pages = (portal, origin and origin.url, *_pages_for_answers(submission))
    said = (text.links or _says("pages", text.plain) for text in letter_texts)
    return any(pages) or any(said)


@rule(
    "HK716",
    Severity.NOTE,
    says="the letter leads to nothing that can be read; add enclosures, or a portal with its url",
    source=practice(
        "the draft is sent to those asked: forvaltningsloven (NO) § 37, lovkvalitet (DK) 9.1.1"
    ),
)
def nothing_to_read(
    body: object,
    enclosures: tuple[Enclosure, ...],
    letter_texts: tuple[Text, ...],
    site: Site,
    *,
    is_finished: bool,
    has_a_page: bool,
) -> Iterator[Breach]:
    """A letter encloses what is heard, or says where it is found.

    An enclosure counts, a portal, a page for answers, the principal's page, and any address or web
    site in the text. A call for ideas has nothing to read yet, and a long body may hold all of it.
    A letter is looked at once it has a day, and a case number or its approval, and is no draft.

    Bad:  sent: 2026-02-02, references: {ours: 26/1234}
    Good: sent: 2026-02-02, references: {ours: 26/1234}, enclosures: [Høringsnotat]
    """
    if not body or not is_finished or enclosures or has_a_page:
        return
    if not any(_may_be_enough(text) for text in letter_texts):
        yield Breach(site.at("enclosures"))


@rule(
    "HK717",
    Severity.WARNING,
    says="a ministry publishes its drafts on {portal}, which the letter doesn't name; "
    "add it as portal",
    source=guidance(
        "vejledning om lovkvalitet (DK) 6.1.5; Høringsportalen: Obligatorisk offentliggørelse"
    ),
)
def ministry_without_portal(
    portal_duties: tuple[PortalDuty, ...],
    all_prose: str,
    lines: tuple[Text, ...],
    portal: Portal | None,
    site: Site,
    *,
    is_to_be_sent: bool,
) -> Iterator[Breach]:
    """A Danish ministry publishes drafts of laws and bekendtgørelser on Høringsportalen.

    It is to publish the draft, the letter and the list of those who are asked there. It counts as
    ``portal``, or where the text names it. A styrelse often does the same, but is not told of here.

    Bad:  issuer: {name: Miljøministeriet, country: DK}, kind: bill, sent: 2026-02-02
    Good: issuer: {name: Miljøministeriet, country: DK}, kind: bill, sent: 2026-02-02,
          body: Læs mere på Høringsportalen.
    """
    printed = "\n".join((all_prose, *(line.plain for line in lines), portal.url if portal else ""))
    for duty in portal_duties if is_to_be_sent else ():
        if not duty.named.search(printed):
            yield Breach(site.at("portal"), {"portal": duty.portal})


@rule(
    "HK718",
    Severity.NOTE,
    says="the letter doesn't say that everybody may answer; add open_to_all: true",
    source=guidance("utredningsinstruksen (NO) 3-3: hearings are open to answers from all"),
)
def not_said_to_be_open(
    all_prose: str,
    site: Site,
    *,
    is_open_by_instruction: bool,
    open_to_all: bool,
    is_finished: bool,
) -> Iterator[Breach]:
    """The letter of a Norwegian state body says that everybody may answer.

    Hearings on official inquiries, laws and regulations are open to all, not only to those on the
    list. Words of your own in the text do as well. A hearing that is passed on is not told of.

    Bad:  sent: 2026-02-02, references: {ours: 26/1234}
    Good: sent: 2026-02-02, references: {ours: 26/1234}, open_to_all: true
    """
    is_to_be_said = is_open_by_instruction and is_finished and not open_to_all
    if is_to_be_said and not _says("open_to_all", all_prose):
        yield Breach(site.at("open_to_all"))


def _pages_for_answers(submission: Contact) -> Iterator[WebPage]:
    return (one for one in submission.addresses if isinstance(one, WebPage))


def _says(key: str, words: str) -> bool:
    return any(matches_in(PublicityWords.pattern(rf"(?i)\b(?:%{key})"), words))


def _may_be_enough(text: Text) -> bool:
    """Return whether a text may hold all of what is heard, or says what other rules look at."""
    is_of_ideas = text.role is Role.TITLE and _says("ideas", text.plain)
    return is_of_ideas or len(text.plain) > _MAY_HOLD_ALL or speaks_of_enclosures(text.plain)
