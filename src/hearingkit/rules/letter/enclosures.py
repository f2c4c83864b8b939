"""Rules on enclosures: what the text says is enclosed is listed, once, and the other way round."""

import math
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from hearingkit.calendars.country import Country
from hearingkit.findings import Severity, limited
from hearingkit.language.language import Language
from hearingkit.language.phrasebook import phrases
from hearingkit.model.hearing import Enclosure, HearingKind, Origin
from hearingkit.model.recipient import Placement
from hearingkit.model.text import in_language
from hearingkit.model.wording import Formula
from hearingkit.rules.parts import NotGiven, part
from hearingkit.rules.registry import Breach, rule
from hearingkit.source.site import Site
from hearingkit.texts.enclosing import (
    Said,
    TitleMatcher,
    counted,
    enclosed,
    enumerated,
    numbered,
    speaks_of_enclosures,
)
from hearingkit.texts.roles import Role
from hearingkit.texts.text import Text
from hearingkit.validation.book import Case
from hearingkit.validation.faults import visible

_HINTS: Final = ("vedl", "vedh", "bilag", " ved")
_HAVE_ANNEXES: Final = frozenset({HearingKind.BILL, HearingKind.ACT, HearingKind.REGULATION})
_POINTED_TO: Final = re.compile(r"(?:\(|\b(?:se|sjå|vedlagt)(?:\s(?:også|òg))?\s)$", re.IGNORECASE)
_A_LIST: Final = re.compile(r"list[ea]?n?$", re.IGNORECASE)
_JOINT: Final = re.compile(r"\b(?:og|med|samt|inkl)\b|[,&+/]")
_PLURAL: Final = re.compile(r"\w{3,60}(?:er|ar|ene|ane|erne)\b")
_LISTS: Final = "høringsliste adresseliste høringsinstanser høyringsinstansar"
_SENT: Final = "forslag framlegg utkast udkast"
_SENT_IN_NORWAY: Final = "høringsnotat høyringsnotat"  # in Denmark it is written afterwards
_WHAT: Final = {"file": "file", "url": "address", "title": "title"}
_PAGES: Final = frozenset({".html", ".htm", ".aspx", ".asp", ".php", ".jsp"})


@dataclass(frozen=True, slots=True)
class Documents:
    """What goes with a letter.

    Attributes:
        enclosures: As described.
        template: The form that answers use.
        has_list: Whether the list of recipients is enclosed.
    """

    enclosures: tuple[Enclosure, ...]
    template: Enclosure | None
    has_list: bool

    @property
    def listed(self) -> tuple[Enclosure, ...]:
        """Return all that the data lists."""
        return (*self.enclosures, *((self.template,) if self.template else ()))

    @property
    def most(self) -> float:
        """Return how many documents may be listed: a title may join several, or be a plural."""
        titles = map(_title, self.listed)
        return sum(
            math.inf if _PLURAL.match(each) else 1 + len(_JOINT.findall(each)) for each in titles
        )

    def have(self, things: Iterable[str]) -> bool:
        """Tell whether each of some things has a word in common with a title."""
        titles = _titles(self.listed)
        words = TitleMatcher(titles)
        return all(words.name(thing) or TitleMatcher(thing).name(titles) for thing in things)


@part
def documents(
    enclosures: tuple[Enclosure, ...], reply_template: Enclosure | None, partial: Case
) -> Documents:
    """Return what goes with a letter; what is at fault in the recipients makes no difference."""
    if partial.located.is_at_fault("recipients", "placement"):
        raise NotGiven("recipients")
    has_list = partial.hearing.recipients.placement is Placement.ENCLOSED
    return Documents(enclosures, reply_template, has_list)


@part
def opening_words(
    kind: HearingKind,
    language: tuple[Language, ...],
    origin: Origin | None,
    wording: Mapping[Formula, object],
    issuer_wording: Mapping[Formula, object],
    issuer_country: Country,
) -> str:
    """Return what the opening of a letter says is sent; nothing, if the data words it."""
    if origin or Formula.OPENING in {*wording, *issuer_wording}:
        return ""
    drafts = (phrases(one).drafts[kind.value] for one in language)
    said = [f"{draft.a_draft} {draft.the_draft_of}" for draft in drafts]
    return "\n\n".join((*said, _SENT, _SENT_IN_NORWAY if issuer_country is Country.NO else ""))


@rule(
    "HK701",
    Severity.WARNING,
    says='the text speaks of "{text}", but {listed}; add it to enclosures',
    source="practice: what a letter says it encloses is enclosed",
)
def enclosure_not_listed(
    texts: tuple[Text, ...], documents: Documents, kind: HearingKind
) -> Iterator[Breach]:
    """What the text says is enclosed stands among the enclosures.

    Words such as «vedlagt» and «vedhæftet» count, «se bilag», «som vedlegg», numbers («vedlegg 1 og
    2», «bilag 1–3»), how many there are («de to vedlagte notatene»), and what they are, if fewer
    are listed: «Plankart og bestemmelser er vedlagt». The enclosed list of recipients and the reply
    template are enclosures too; an annex to something else, as «bilag 1 til forordningen» or
    «utkastet med vedlegg 1–4», is not, nor what others are asked to enclose.
    What is heard may have annexes: of a law or a regulation, only a number that the reader is
    pointed to counts, «(bilag 2)» or «se bilag 2».

    Bad:  body: "Udkastet er vedhæftet.", and no enclosures
    Good: body: "Udkastet er vedhæftet.", enclosures: [{title: Udkast, file: udkast.pdf}]
    """
    for text, said in limited(_lacking(texts, documents, kind)):
        facts = {"text": visible(said.text), "listed": _number_listed(len(documents.listed))}
        yield Breach(text.place(said.start, said.start + len(said.text)), facts)


@rule(
    "HK702",
    Severity.NOTE,
    says="the text {mentions}, though {title} is listed; mention it, lest it be overlooked",
    source="practice: what is enclosed with a letter is mentioned in it",
)
def enclosure_not_mentioned(
    texts: tuple[Text, ...], body: object, documents: Documents, opening_words: str, site: Site
) -> Iterator[Breach]:
    """What is enclosed is mentioned in the text.

    One word of its title is enough, alone or in another word, or one such as «vedlagt», «vedlegg»
    or «bilag» for all of them. Where the text numbers enclosures, or names each thing enclosed, it
    leaves none out. A letter without a body says in its opening what is sent.

    Bad:  body: "… forslaget (vedlegg 1)", and three enclosures
    Good: body: "… forslaget (vedlegg 1) og kart (vedlegg 2 og 3)"
    """
    enclosures = documents.enclosures
    if not enclosures or not body:
        return
    prose = "\n\n".join(text.own_words for text in texts)
    said = [*numbered(prose), *enumerated(prose)]
    words = TitleMatcher(_all_words(texts, opening_words, documents))
    if said:
        yield from limited(_left_out(documents, said, words, site))
    elif not speaks_of_enclosures(prose) and not _any_named(enclosures, words):
        more = f", the first of {len(enclosures)}," if len(enclosures) > 1 else ""
        facts = {"mentions": "mentions no enclosure", "title": _quoted(enclosures[0]) + more}
        yield Breach(site.at("enclosures", 0), facts)


@rule(
    "HK709",
    Severity.WARNING,
    says="the enclosure {other} has the same {what}; write what is meant, or list it once",
    source="practice: a document is enclosed once, under a title that tells it from the others",
)
def enclosure_twice(enclosures: tuple[Enclosure, ...], site: Site) -> Iterator[Breach]:
    """No two enclosures have the same file, the same link to a document or the same title.

    Mostly a line was copied and only half of it was changed, so that a document is missing. Several
    enclosures may be found on one page, and the reply template may be one of them.

    Bad:  enclosures: [{title: Plankart, file: kart.pdf}, {title: Bestemmelser, file: kart.pdf}]
    Good: enclosures: [{title: Plankart, file: kart.pdf}, {title: Bestemmelser, file: krav.pdf}]
    """
    yield from limited(_twice(enclosures, site))


def _lacking(
    texts: tuple[Text, ...], documents: Documents, kind: HearingKind
) -> Iterator[tuple[Text, Said]]:
    """Yield where a text speaks of more than is listed; the list of recipients may be one more."""
    for text in texts:
        prose = text.own_words
        if text.role is not Role.TITLE and any(hint in prose.lower() for hint in _HINTS):
            yield from ((text, said) for said in _lacking_in(prose, documents, kind))


def _lacking_in(prose: str, documents: Documents, kind: HearingKind) -> Iterator[Said]:
    listed, most, has_list = len(documents.listed), documents.most, documents.has_list
    for said in numbered(prose):
        if said.count > listed + has_list and _is_ours(said, prose, kind):
            yield said
    for said in counted(prose):
        if said.count > most + has_list:
            yield said
    for said in enclosed(prose) if not listed else ():
        if not (has_list and any(map(_A_LIST.search, said.things))):
            yield said
    for said in limited(enumerated(prose)) if listed else ():
        things = [thing for thing in said.things if not (has_list and _A_LIST.search(thing))]
        if len(things) > most and not documents.have(things):
            yield said


def _is_ours(said: Said, prose: str, kind: HearingKind) -> bool:
    """Tell whether a number may be an enclosure's, and is no annex of what is heard."""
    before = prose[max(0, said.start - 20) : said.start]
    return kind not in _HAVE_ANNEXES or bool(_POINTED_TO.search(before))


def _number_listed(number: int) -> str:
    return f"only {number} {'is' if number == 1 else 'are'} listed" if number else "none is listed"


def _left_out(
    documents: Documents, said: list[Said], words: TitleMatcher, site: Site
) -> Iterator[Breach]:
    """Yield the enclosures that a text leaves out, though it numbers or names the others.

    A thing that is named and not found in any title may be one of them under another name.
    """
    numbers = frozenset[int]().union(*(one.numbers for one in said))
    if not numbers and not all(documents.have(one.things) for one in limited(said)):
        return
    mentions = "gives the numbers of others" if numbers else "names others that are enclosed"
    for number, enclosure in limited(enumerate(documents.enclosures)):
        if number + 1 not in numbers and not words.name(_titles((enclosure,))):
            facts = {"mentions": mentions, "title": _quoted(enclosure)}
            yield Breach(site.at("enclosures", number), facts)


def _twice(enclosures: tuple[Enclosure, ...], site: Site) -> Iterator[Breach]:
    """Yield the first mark of each enclosure that an earlier one has too."""
    first: dict[tuple[str, str], int] = {}
    for number, enclosure in enumerate(enclosures):
        marks = list(_marks(enclosure))
        for key, mark in (each for each in marks if each in first):
            other = enclosures[first[key, mark]]
            facts = {"what": _WHAT[key], "other": _quoted(other)}
            yield Breach(site.at("enclosures", number, key), facts)
            break
        for each in marks:
            first.setdefault(each, number)


def _any_named(enclosures: tuple[Enclosure, ...], words: TitleMatcher) -> bool:
    return any(words.name(_titles((enclosure,))) for enclosure in limited(enclosures))


def _all_words(texts: tuple[Text, ...], opening_words: str, documents: Documents) -> str:
    """Return all that the letter says, quotations and the addresses of links too."""
    said = (words for text in texts for words in (text.plain, *(link.href for link in text.links)))
    return "\n\n".join((*said, opening_words, _LISTS if documents.has_list else ""))


def _titles(enclosures: Iterable[Enclosure]) -> str:
    """Return the titles in all languages."""
    titles = (each.title for each in enclosures)
    return " ".join(in_language(title, language) for title in titles for language in Language)


def _title(enclosure: Enclosure) -> str:
    """Return the title in the first language that there is."""
    titles = (in_language(enclosure.title, language) for language in Language)
    return next(filter(None, titles), "")


def _quoted(enclosure: Enclosure) -> str:
    return f'"{visible(_title(enclosure))}"'


def _marks(enclosure: Enclosure) -> Iterator[tuple[str, str]]:
    """Yield the keys by which an enclosure must differ from the others, and what must differ."""
    if enclosure.file:
        yield "file", enclosure.file
    if enclosure.url and _is_document(enclosure.url):
        yield "url", enclosure.url
    yield "title", _titles((enclosure,)).casefold()


def _is_document(url: str) -> bool:
    """Tell whether an address is that of a document, not of a page where several may be found."""
    ending = posixpath.splitext(urlsplit(url).path)[1].lower()
    return ending[1:].isalnum() and not ending[1:].isdigit() and ending not in _PAGES
