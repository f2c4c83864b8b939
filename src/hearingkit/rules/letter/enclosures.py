"""Rules on enclosures: what the text says is enclosed is listed, once, and the other way round."""

import math
import posixpath
import re
from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import urlsplit

from hearingkit.calendars.country import Country
from hearingkit.findings import Severity
from hearingkit.language.language import Language
from hearingkit.language.phrasebook import phrases
from hearingkit.model.hearing import Enclosure, HearingKind
from hearingkit.model.recipient import Placement
from hearingkit.model.text import in_language
from hearingkit.model.wording import Formula
from hearingkit.rules.registry import Breach, rule
from hearingkit.texts.enclosing import (
    Said,
    Words,
    counted,
    enclosed,
    enumerated,
    numbered,
    speaks_of_enclosures,
)
from hearingkit.texts.quotations import without_quotations
from hearingkit.validation.book import Case
from hearingkit.validation.faults import visible
from hearingkit.validation.free_text import FreeText, free_text, told, without_what_is_no_prose

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


@rule(
    "HK701",
    Severity.WARNING,
    says='the text speaks of "{text}", but {listed}; add it to enclosures',
    source="practice: what a letter says it encloses is enclosed",
)
def enclosure_not_listed(case: Case) -> Iterator[Breach]:
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
    hearing = case.hearing
    listed = len(hearing.enclosures) + (hearing.reply_template is not None)
    for free, said in told(_lacking(case, listed)):
        facts = {"text": visible(said.text), "listed": _number_listed(listed)}
        yield Breach(free.site, facts, said.text, free.nth(said.text, said.start))


@rule(
    "HK702",
    Severity.NOTE,
    says="the text {mentions}, though {title} is listed; mention it, lest it be overlooked",
    source="practice: what is enclosed with a letter is mentioned in it",
)
def enclosure_not_mentioned(case: Case) -> Iterator[Breach]:
    """What is enclosed is mentioned in the text.

    One word of its title is enough, alone or in another word, or one such as «vedlagt», «vedlegg»
    or «bilag» for all of them. Where the text numbers enclosures, or names each thing enclosed, it
    leaves none out. A letter without a body says in its opening what is sent.

    Bad:  body: "… forslaget (vedlegg 1)", and three enclosures
    Good: body: "… forslaget (vedlegg 1) og kart (vedlegg 2 og 3)"
    """
    enclosures = case.hearing.enclosures
    if not enclosures or not case.hearing.body:
        return
    prose = "\n\n".join(map(_prose, free_text(case)))
    said, words = [*numbered(prose), *enumerated(prose)], Words(_all_text(case))
    if said:
        yield from told(_left_out(case, said, words))
    elif not speaks_of_enclosures(prose) and not _any_named(enclosures, words):
        more = f", the first of {len(enclosures)}," if len(enclosures) > 1 else ""
        facts = {"mentions": "mentions no enclosure", "title": _quoted(enclosures[0]) + more}
        yield Breach(case.site.at("enclosures", 0), facts)


@rule(
    "HK709",
    Severity.WARNING,
    says="the enclosure {other} has the same {what}; write what is meant, or list it once",
    source="practice: a document is enclosed once, under a title that tells it from the others",
)
def enclosure_twice(case: Case) -> Iterator[Breach]:
    """No two enclosures have the same file, the same link to a document or the same title.

    Mostly a line was copied and only half of it was changed, so that a document is missing. Several
    enclosures may be found on one page, and the reply template may be one of them.

    Bad:  enclosures: [{title: Plankart, file: kart.pdf}, {title: Bestemmelser, file: kart.pdf}]
    Good: enclosures: [{title: Plankart, file: kart.pdf}, {title: Bestemmelser, file: krav.pdf}]
    """
    yield from told(_twice(case))


def _lacking(case: Case, listed: int) -> Iterator[tuple[FreeText, Said]]:
    """Yield where a text speaks of more than is listed; the list of recipients may be one more."""
    for free in free_text(case):
        prose = _prose(free)
        if free.key != "title" and any(hint in prose.lower() for hint in _HINTS):
            yield from ((free, said) for said in _lacking_in(prose, case, listed))


def _lacking_in(prose: str, case: Case, listed: int) -> Iterator[Said]:
    has_list = case.hearing.recipients.placement is Placement.ENCLOSED
    most = _most_listed(case)
    for said in numbered(prose):
        if said.count > listed + has_list and _is_ours(said, prose, case):
            yield said
    for said in counted(prose):
        if said.count > most + has_list:
            yield said
    for said in enclosed(prose) if not listed else ():
        if not (has_list and any(map(_A_LIST.search, said.things))):
            yield said
    for said in told(enumerated(prose)) if listed else ():
        things = [thing for thing in said.things if not (has_list and _A_LIST.search(thing))]
        if len(things) > most and not _are_listed(things, case):
            yield said


def _most_listed(case: Case) -> float:
    """Return how many documents may be listed: a title may join several, or tell of a plural."""
    template = case.hearing.reply_template
    titles = map(_title, (*case.hearing.enclosures, *((template,) if template else ())))
    return sum(
        math.inf if _PLURAL.match(each) else 1 + len(_JOINT.findall(each)) for each in titles
    )


def _is_ours(said: Said, prose: str, case: Case) -> bool:
    """Tell whether a number may be an enclosure's, and is no annex of what is heard."""
    before = prose[max(0, said.start - 20) : said.start]
    return case.hearing.kind not in _HAVE_ANNEXES or bool(_POINTED_TO.search(before))


def _are_listed(things: Iterable[str], case: Case) -> bool:
    """Tell whether each of some things has a word in common with an enclosure's title."""
    enclosures, template = case.hearing.enclosures, case.hearing.reply_template
    titles = _titles((*enclosures, template) if template else enclosures)
    words = Words(titles)
    return all(words.name(thing) or Words(thing).name(titles) for thing in things)


def _number_listed(number: int) -> str:
    return f"only {number} {'is' if number == 1 else 'are'} listed" if number else "none is listed"


def _left_out(case: Case, said: list[Said], words: Words) -> Iterator[Breach]:
    """Yield the enclosures that a text leaves out, though it numbers or names the others.

    A thing that is named and not found in any title may be one of them under another name.
    """
    numbers = frozenset[int]().union(*(one.numbers for one in said))
    if not numbers and not all(_are_listed(one.things, case) for one in told(said)):
        return
    mentions = "gives the numbers of others" if numbers else "names others that are enclosed"
    for number, enclosure in told(enumerate(case.hearing.enclosures)):
        if number + 1 not in numbers and not words.name(_titles((enclosure,))):
            facts = {"mentions": mentions, "title": _quoted(enclosure)}
            yield Breach(case.site.at("enclosures", number), facts)


def _twice(case: Case) -> Iterator[Breach]:
    """Yield the first mark of each enclosure that an earlier one has too."""
    first: dict[tuple[str, str], int] = {}
    for number, enclosure in enumerate(case.hearing.enclosures):
        marks = list(_marks(enclosure))
        for key, mark in (each for each in marks if each in first):
            other = case.hearing.enclosures[first[key, mark]]
            facts = {"what": _WHAT[key], "other": _quoted(other)}
            yield Breach(case.site.at("enclosures", number, key), facts)
            break
        for each in marks:
            first.setdefault(each, number)


def _any_named(enclosures: tuple[Enclosure, ...], words: Words) -> bool:
    return any(words.name(_titles((enclosure,))) for enclosure in told(enclosures))


def _prose(free: FreeText) -> str:
    return without_quotations(without_what_is_no_prose(free.text))


def _all_text(case: Case) -> str:
    """Return all that is typed, quotations and links too, and what the formulas say is sent."""
    hearing, own = case.hearing, {*case.hearing.wording, *case.issuer.wording}
    texts = [free.text for free in free_text(case)]
    if not hearing.origin and Formula.OPENING not in own:
        drafts = (phrases(language).drafts[hearing.kind.value] for language in hearing.language)
        texts += [f"{draft.a_draft} {draft.the_draft_of}" for draft in drafts]
        texts += [_SENT, _SENT_IN_NORWAY if case.issuer.country is Country.NO else ""]
    if hearing.recipients.placement is Placement.ENCLOSED:
        texts.append(_LISTS)
    return "\n\n".join(texts)


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
