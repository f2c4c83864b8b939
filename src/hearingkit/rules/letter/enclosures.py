"""Rules on enclosures: what the text says is enclosed is listed, once, and the other way round."""

import functools
import itertools
import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import urlsplit

from hearingkit.calendars.country import Country
from hearingkit.calendars.languages import languages_of
from hearingkit.findings import Place, Severity, limited, practice
from hearingkit.language.language import Language
from hearingkit.language.phrasebook import Draft
from hearingkit.language.word_groups import either
from hearingkit.language.words import begin_of_end
from hearingkit.model.changes import HearingChange
from hearingkit.model.enclosure import Enclosure
from hearingkit.model.hearing import RULES_OF_LAW, HearingKind, Noun, Origin
from hearingkit.model.wording import Formula
from hearingkit.patterns import late_pattern
from hearingkit.rules.letter.mailings import Documents, EnclosureWords, Mailing, title_of, titles_of
from hearingkit.rules.parts import part
from hearingkit.rules.registry import Breach, rule
from hearingkit.source.site import Site
from hearingkit.texts.enclosing import (
    EnclosingWords,
    Said,
    TitleMatcher,
    counted,
    enclosed,
    enumerated,
    numbered,
    speaks_of_enclosures,
)
from hearingkit.texts.roles import Role
from hearingkit.texts.sentences import sentence_at
from hearingkit.texts.text import Text
from hearingkit.validation.book import Case
from hearingkit.validation.faults import visible
from hearingkit.values.proposal import draft_named

_NEAR: Final = 200  # characters of a sentence around what it says is enclosed
_POINTING: Final = 40  # characters before a number that may point to it
_OWN_NUMBER: Final = (
    r"(?i)%enclosure\s+(?:nr\.?\s*)?(?P<number>[0-9]{1,2})\b(?:\s?[-–:.)])?"
    r"|(?P<alone>[0-9]{1,2})[.):](?=\s)"
)
_WORD: Final = late_pattern(r"[^\W\d_]+")
_PAGES: Final = frozenset({".html", ".htm", ".aspx", ".asp", ".php", ".jsp"})


@part
def named_drafts(
    kinds: tuple[HearingKind, ...],
    language: tuple[Language, ...],
    partial: Case,
    noun: Noun | None = None,
) -> tuple[Draft, ...]:
    """Return what sentences call what is heard, in each language of the hearing."""
    return tuple(draft_named(kinds, noun, one, partial.phrases(one)) for one in language)


@part
def opening_words(
    named_drafts: tuple[Draft, ...],
    language: tuple[Language, ...],
    origin: Origin | None,
    wording: Mapping[Formula, object],
    issuer_wording: Mapping[Formula, object],
    issuer_country: Country,
) -> str:
    """Return what the opening of a letter says is sent; nothing, if the data words it."""
    if origin or Formula.OPENING in {*wording, *issuer_wording}:
        return ""
    said = [f"{draft.a_draft} {draft.the_draft_of}" for draft in named_drafts]
    spoken = {*language, *languages_of(issuer_country)}
    sent = (word for one in spoken for word in EnclosureWords.of(one).drafts)
    return "\n\n".join((*said, *sorted(sent)))


@rule(
    "HK701",
    Severity.WARNING,
    says={
        "none": 'the text speaks of "{text}", but none is listed; add it to enclosures',
        "one": 'the text speaks of "{text}", but only one is listed; add it to enclosures',
        "several": 'the text speaks of "{text}", but only {number} are listed; '
        "add it to enclosures",
    },
    source=practice("what a letter says it encloses is enclosed"),
)
def enclosure_not_listed(mailings: tuple[Mailing, ...], kind: HearingKind) -> Iterator[Breach]:
    """What the text says is enclosed stands among the enclosures.

    Words such as «vedlagt» and «vedhæftet» count, «se bilag», «som vedlegg», numbers («vedlegg 1 og
    2», «bilag 1–3»), how many there are («de to vedlagte notatene»), and what they are, if fewer
    are listed: «Plankart og bestemmelser er vedlagt». The enclosed list of recipients and the reply
    template are enclosures too; an annex to something else, as «bilag 1 til forordningen» or
    «utkastet med vedlegg 1–4», is not, nor what others are asked to enclose.
    What is heard may have annexes: of a law or a regulation, only a number that the reader is
    pointed to counts, «(bilag 2)» or «se bilag 2».
    A letter on a change has enclosures of its own, and may point to those of the letters before it.

    Bad:  body: "Utkastet er vedlagt."
    Good: body: "Utkastet er vedlagt.", enclosures: [{title: Utkast, url: "https://sst.example/u.pdf"}]
    """
    for mailing in mailings:
        for text, said in limited(_lacking(mailing, kind)):
            place = text.place(said.start, said.end)
            yield _more_than_listed(place, said, len(mailing.documents.listed))


@rule(
    "HK702",
    Severity.NOTE,
    says={
        "one": 'the text mentions no enclosure, though "{title}" is listed; mention it, '
        "lest it be overlooked",
        "several": 'the text mentions no enclosure, though "{title}", the first of {number}, '
        "is listed; mention it, lest it be overlooked",
        "numbered": 'the text gives the numbers of others, though "{title}" is listed; '
        "mention it, lest it be overlooked",
        "named": 'the text names others that are enclosed, though "{title}" is listed; '
        "mention it, lest it be overlooked",
    },
    source=practice("what is enclosed with a letter is mentioned in it"),
)
def enclosure_not_mentioned(mailings: tuple[Mailing, ...], opening_words: str) -> Iterator[Breach]:
    """What is enclosed is mentioned in the text.

    One word of its title is enough, alone or in another word, or one such as «vedlagt», «vedlegg»
    or «bilag» for all of them. Where the text numbers enclosures, or names each thing enclosed, it
    leaves none out. A letter without a body says in its opening what is sent.

    Bad:  body: "… forslaget (vedlegg 1)", enclosures: [{title: Forslag, url: "https://sst.example/f"},
          {title: Kart, url: "https://sst.example/k"}]
    Good: body: "… forslaget (vedlegg 1) og kart (vedlegg 2)", enclosures: [{title: Forslag, url:
          "https://sst.example/f"}, {title: Kart, url: "https://sst.example/k"}]
    """
    for mailing in mailings:
        if mailing.documents.enclosures and mailing.has_body:
            yield from _not_mentioned(mailing, "" if mailing.before.listed else opening_words)


@rule(
    "HK709",
    Severity.WARNING,
    says={
        "file": 'the enclosure "{other}" has the same file; write what is meant, or list it once',
        "url": 'the enclosure "{other}" has the same address; write what is meant, or list it once',
        "title": 'the enclosure "{other}" has the same title; write what is meant, or list it once',
    },
    source=practice("a document is enclosed once, under a title that no other has"),
)
def enclosure_twice(
    enclosures: tuple[Enclosure, ...], site: Site, changes: tuple[HearingChange, ...] = ()
) -> Iterator[Breach]:
    """No two enclosures have the same file, the same link to a document or the same title.

    Mostly a line was copied and only half of it was changed, so that a document is missing. Several
    enclosures may be found on one page, and the reply template may be one of them.

    Bad:  enclosures: [{title: Plankart, url: "https://sst.example/k.pdf"}, {title: Bestemmelser,
          url: "https://sst.example/k.pdf"}]
    Good: enclosures: [{title: Plankart, url: "https://sst.example/k.pdf"}, {title: Bestemmelser,
          url: "https://sst.example/b.pdf"}]
    """
    yield from limited(_twice(enclosures, site))
    for number, change in enumerate(changes):
        yield from limited(_twice(change.enclosures, site.at("changes", number)))


@rule(
    "HK722",
    Severity.WARNING,
    says='"{text}" is printed behind its number, which letters write themselves; '
    'leave "{number}" out',
    source=practice("a number that stands twice reads as two numbers"),
)
def enclosure_numbered_twice(
    enclosures: tuple[Enclosure, ...], site: Site, changes: tuple[HearingChange, ...] = ()
) -> Iterator[Breach]:
    """The title of an enclosure has no number of its own, as several are numbered in the letter.

    «Vedlegg 1: Plankart» is printed «1. Vedlegg 1: Plankart». A number that isn't that of its place
    is let alone. Of each letter, only the first is reported.

    Bad:  enclosures: [1. Plankart, 2. Bestemmelser]
    Good: enclosures: [Plankart, Bestemmelser]
    """
    yield from itertools.islice(_with_numbers(enclosures, site), 1)
    for number, change in enumerate(changes):
        yield from itertools.islice(_with_numbers(change.enclosures, site.at("changes", number)), 1)


def _lacking(mailing: Mailing, kind: HearingKind) -> Iterator[tuple[Text, Said]]:
    """Yield where a text speaks of more than is listed; the list of recipients may be one more."""
    for text in mailing.texts:
        if text.role is not Role.TITLE:
            yield from ((text, said) for said in _lacking_in(text.own_words, mailing, kind))


def _lacking_in(prose: str, mailing: Mailing, kind: HearingKind) -> Iterator[Said]:
    own, known = mailing.documents, mailing.known
    has_list = known.has_list
    for said in numbered(prose):
        if said.count > len(known.listed) + has_list and _is_ours(said, prose, kind):
            yield said
    for said in counted(prose):
        if said.count > known.most + has_list:
            yield said
    for said in enclosed(prose) if not own.listed else ():
        is_before = bool(said.things) and mailing.before.have(said.things)
        if not (is_before or (has_list and _names_the_list(said, prose))):
            yield said
    for said in limited(enumerated(prose)) if own.listed else ():
        things = [thing for thing in said.things if not (has_list and _is_a_list(thing))]
        if len(things) > known.most and not known.have(things):
            yield said


def _is_a_list(thing: str) -> bool:
    return begin_of_end(EnclosureWords.of_any().a_list, thing.casefold()) < len(thing)


def _names_the_list(said: Said, prose: str) -> bool:
    """Return whether the sentence around what is enclosed names the list of recipients alone."""
    first, last = sentence_at(prose, said.start)
    near = prose[max(first, said.start - _NEAR) : min(last, said.end + _NEAR)]
    others = (thing for one in enumerated(near) for thing in one.things if not _is_a_list(thing))
    titles = EnclosureWords.of_any().list_titles
    is_named = any(title in near.casefold() for title in titles)
    is_named = is_named or bool(_list_in_words().search(near))
    is_list = is_named or any(map(_is_a_list, _WORD.findall(near.casefold())))
    return is_list and next(others, None) is None


def _is_ours(said: Said, prose: str, kind: HearingKind) -> bool:
    """Return whether a number may be an enclosure's, and is no annex of what is heard."""
    before = prose[max(0, said.start - _POINTING) : said.start]
    return kind not in RULES_OF_LAW or bool(_pointer().search(before))


def _more_than_listed(place: Place, said: Said, listed: int) -> Breach:
    facts = {"text": visible(said.text)}
    if listed > 1:
        return Breach(place, {**facts, "number": listed}, variant="several")
    return Breach(place, facts, variant="one" if listed else "none")


def _not_mentioned(mailing: Mailing, opening_words: str) -> Iterator[Breach]:
    documents, enclosures = mailing.documents, mailing.documents.enclosures
    prose = "\n\n".join(text.own_words for text in mailing.texts)
    said = [*numbered(prose), *enumerated(prose)]
    words = TitleMatcher(_all_words(mailing.texts, opening_words, documents))
    if said:
        yield from limited(_left_out(documents, said, words, mailing.site))
    elif not speaks_of_enclosures(prose) and not _any_named(enclosures, words):
        here, title = mailing.site.at("enclosures", 0), visible(title_of(enclosures[0]))
        if len(enclosures) == 1:
            yield Breach(here, {"title": title}, variant="one")
        else:
            yield Breach(here, {"title": title, "number": len(enclosures)}, variant="several")


def _left_out(
    documents: Documents, said: list[Said], words: TitleMatcher, site: Site
) -> Iterator[Breach]:
    """Yield the enclosures that a text leaves out, though it numbers or names the others.

    A thing that is named and not found in any title may be one of them under another name.
    """
    numbers = frozenset[int]().union(*(one.numbers for one in said))
    if not numbers and not all(documents.have(one.things) for one in limited(said)):
        return
    variant = "numbered" if numbers else "named"
    for number, enclosure in limited(enumerate(documents.enclosures)):
        if number + 1 not in numbers and not words.name(titles_of((enclosure,))):
            facts = {"title": visible(title_of(enclosure))}
            yield Breach(site.at("enclosures", number), facts, variant=variant)


def _twice(enclosures: tuple[Enclosure, ...], site: Site) -> Iterator[Breach]:
    """Yield the first mark of each enclosure that an earlier one has too."""
    first: dict[tuple[str, str], int] = {}
    for number, enclosure in enumerate(enclosures):
        marks = list(_marks(enclosure))
        for key, mark in (each for each in marks if each in first):
            other = enclosures[first[key, mark]]
            facts = {"other": visible(title_of(other))}
            yield Breach(site.at("enclosures", number, key), facts, variant=key)
            break
        for each in marks:
            first.setdefault(each, number)


def _with_numbers(enclosures: tuple[Enclosure, ...], site: Site) -> Iterator[Breach]:
    """Yield the titles that begin with the number of their place among several."""
    for number, enclosure in enumerate(enclosures if len(enclosures) > 1 else ()):
        title = title_of(enclosure)
        found = EnclosingWords.pattern(_OWN_NUMBER).match(title)
        if found and int(found["number"] or found["alone"]) == number + 1:
            facts = {"text": visible(title), "number": visible(found[0].strip())}
            yield Breach(site.at("enclosures", number), facts)


def _any_named(enclosures: tuple[Enclosure, ...], words: TitleMatcher) -> bool:
    return any(words.name(titles_of((enclosure,))) for enclosure in limited(enclosures))


def _all_words(texts: tuple[Text, ...], opening_words: str, documents: Documents) -> str:
    """Return all that the letter says, quotations and the addresses of links too."""
    said = (words for text in texts for words in (text.plain, *(link.href for link in text.links)))
    lists = EnclosureWords.of_any().list_titles if documents.has_list else ()
    return "\n\n".join((*said, opening_words, *lists))


def _marks(enclosure: Enclosure) -> Iterator[tuple[str, str]]:
    """Yield the keys by which an enclosure must differ from the others, and what must differ."""
    if enclosure.file:
        yield "file", enclosure.file
    if enclosure.url and _is_document(enclosure.url):
        yield "url", enclosure.url
    yield "title", titles_of((enclosure,)).casefold()


def _is_document(url: str) -> bool:
    """Return whether an address is that of a document, not of a page where several may be found."""
    ending = posixpath.splitext(urlsplit(url).path)[1].lower()
    return ending[1:].isalnum() and not ending[1:].isdigit() and ending not in _PAGES


@functools.cache
def _list_in_words() -> re.Pattern[str]:
    """Return what is said of the list of recipients instead of its name."""
    return re.compile(rf"\b(?:{either(EnclosureWords.of_any().list_in_words)})", re.IGNORECASE)


@functools.cache
def _pointer() -> re.Pattern[str]:
    """Return what stands before the number of an enclosure that is pointed to."""
    words = EnclosureWords.of_any()
    pointer = rf"\b(?:{either(words.pointers)})(?:\s(?:{either(words.also)}))?\s"
    return re.compile(rf"(?:\(|{pointer})$", re.IGNORECASE)
