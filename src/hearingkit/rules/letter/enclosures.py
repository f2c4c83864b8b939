"""Rules on enclosures: what the text says is enclosed is listed, once, and the other way round."""

import functools
import math
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from hearingkit.calendars.country import Country
from hearingkit.calendars.languages import languages_of
from hearingkit.findings import Place, Severity, limited, practice
from hearingkit.language.language import Language
from hearingkit.language.phrasebook import Draft
from hearingkit.language.words import AnyOf, Words, begin_of_end, either
from hearingkit.model.enclosure import Enclosure
from hearingkit.model.hearing import RULES_OF_LAW, HearingKind, Noun, Origin
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
from hearingkit.texts.sentences import sentence_at
from hearingkit.texts.text import Text
from hearingkit.validation.book import Case
from hearingkit.validation.faults import visible
from hearingkit.values.proposal import draft_named

_NEAR: Final = 200  # characters of a sentence around what it says is enclosed
_WORD: Final = re.compile(r"[^\W\d_]+")
_PIECE: Final = re.compile(r"\w+|[,&+/]")
_JOINING: Final = ",&+/"  # as words do
_PAGES: Final = frozenset({".html", ".htm", ".aspx", ".asp", ".php", ".jsp"})


class EnclosureWords(Words):
    """Words around what goes with a letter.

    Attributes:
        hints: One of them stands in whatever says that something is enclosed.
        pointers: Before the number of an enclosure that is pointed to.
        also: What may stand between them.
        a_list: Ends of a word for the list of recipients.
        list_titles: What that list is called if it is enclosed.
        list_in_words: What is said of it instead, as patterns.
        joining: Between the documents that one title joins.
        plural_endings: Of the first word of a title that stands for several documents.
        drafts: What a letter without a body says it sends.
    """

    section = "letter.enclosures"

    hints: tuple[str, ...]
    pointers: tuple[str, ...]
    also: tuple[str, ...]
    a_list: AnyOf
    list_titles: tuple[str, ...]
    list_in_words: tuple[str, ...]
    joining: frozenset[str]
    plural_endings: AnyOf
    drafts: tuple[str, ...]


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
        return sum(map(_most, map(_title, self.listed)))

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
def enclosure_not_listed(
    letter_texts: tuple[Text, ...], documents: Documents, kind: HearingKind
) -> Iterator[Breach]:
    """What the text says is enclosed stands among the enclosures.

    Words such as «vedlagt» and «vedhæftet» count, «se bilag», «som vedlegg», numbers («vedlegg 1 og
    2», «bilag 1–3»), how many there are («de to vedlagte notatene»), and what they are, if fewer
    are listed: «Plankart og bestemmelser er vedlagt». The enclosed list of recipients and the reply
    template are enclosures too; an annex to something else, as «bilag 1 til forordningen» or
    «utkastet med vedlegg 1–4», is not, nor what others are asked to enclose.
    What is heard may have annexes: of a law or a regulation, only a number that the reader is
    pointed to counts, «(bilag 2)» or «se bilag 2».

    Bad:  body: "Utkastet er vedlagt."
    Good: body: "Utkastet er vedlagt.", enclosures: [{title: Utkast, url: "https://sst.example/u.pdf"}]
    """
    for text, said in limited(_lacking(letter_texts, documents, kind)):
        place = text.place(said.start, said.end)
        yield _more_than_listed(place, said, len(documents.listed))


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
def enclosure_not_mentioned(
    letter_texts: tuple[Text, ...],
    body: object,
    documents: Documents,
    opening_words: str,
    site: Site,
) -> Iterator[Breach]:
    """What is enclosed is mentioned in the text.

    One word of its title is enough, alone or in another word, or one such as «vedlagt», «vedlegg»
    or «bilag» for all of them. Where the text numbers enclosures, or names each thing enclosed, it
    leaves none out. A letter without a body says in its opening what is sent.

    Bad:  body: "… forslaget (vedlegg 1)", enclosures: [{title: Forslag, url: "https://sst.example/f"},
          {title: Kart, url: "https://sst.example/k"}]
    Good: body: "… forslaget (vedlegg 1) og kart (vedlegg 2)", enclosures: [{title: Forslag, url:
          "https://sst.example/f"}, {title: Kart, url: "https://sst.example/k"}]
    """
    enclosures = documents.enclosures
    if not enclosures or not body:
        return
    prose = "\n\n".join(text.own_words for text in letter_texts)
    said = [*numbered(prose), *enumerated(prose)]
    words = TitleMatcher(_all_words(letter_texts, opening_words, documents))
    if said:
        yield from limited(_left_out(documents, said, words, site))
    elif not speaks_of_enclosures(prose) and not _any_named(enclosures, words):
        here, title = site.at("enclosures", 0), visible(_title(enclosures[0]))
        if len(enclosures) == 1:
            yield Breach(here, {"title": title}, variant="one")
        else:
            yield Breach(here, {"title": title, "number": len(enclosures)}, variant="several")


@rule(
    "HK709",
    Severity.WARNING,
    says={
        "file": 'the enclosure "{other}" has the same file; write what is meant, or list it once',
        "url": 'the enclosure "{other}" has the same address; write what is meant, or list it once',
        "title": 'the enclosure "{other}" has the same title; write what is meant, or list it once',
    },
    source=practice("a document is enclosed once, under a title that tells it from the others"),
)
def enclosure_twice(enclosures: tuple[Enclosure, ...], site: Site) -> Iterator[Breach]:
    """No two enclosures have the same file, the same link to a document or the same title.

    Mostly a line was copied and only half of it was changed, so that a document is missing. Several
    enclosures may be found on one page, and the reply template may be one of them.

    Bad:  enclosures: [{title: Plankart, url: "https://sst.example/k.pdf"}, {title: Bestemmelser,
          url: "https://sst.example/k.pdf"}]
    Good: enclosures: [{title: Plankart, url: "https://sst.example/k.pdf"}, {title: Bestemmelser,
          url: "https://sst.example/b.pdf"}]
    """
    yield from limited(_twice(enclosures, site))


def _lacking(
    texts: tuple[Text, ...], documents: Documents, kind: HearingKind
) -> Iterator[tuple[Text, Said]]:
    """Yield where a text speaks of more than is listed; the list of recipients may be one more."""
    hints = EnclosureWords.of_any().hints
    for text in texts:
        prose = text.own_words
        if text.role is not Role.TITLE and any(hint in prose.lower() for hint in hints):
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
        if not (has_list and _names_the_list(said, prose)):
            yield said
    for said in limited(enumerated(prose)) if listed else ():
        things = [thing for thing in said.things if not (has_list and _is_a_list(thing))]
        if len(things) > most and not documents.have(things):
            yield said


def _most(title: str) -> float:
    """Return how many documents a title may stand for."""
    words, pieces = EnclosureWords.of_any(), _PIECE.findall(title)
    first = pieces[0] if pieces else ""
    if begin_of_end(words.plural_endings, first, 3) < len(first):
        return math.inf
    return 1 + sum(piece in words.joining or piece in _JOINING for piece in pieces)


def _is_a_list(thing: str) -> bool:
    return begin_of_end(EnclosureWords.of_any().a_list, thing.casefold()) < len(thing)


def _names_the_list(said: Said, prose: str) -> bool:
    """Tell whether the sentence around what is enclosed names the list of recipients alone."""
    first, last = sentence_at(prose, said.start)
    near = prose[max(first, said.start - _NEAR) : min(last, said.end + _NEAR)]
    others = (thing for one in enumerated(near) for thing in one.things if not _is_a_list(thing))
    titles = EnclosureWords.of_any().list_titles
    is_named = any(title in near.casefold() for title in titles)
    is_named = is_named or bool(_list_in_words().search(near))
    is_list = is_named or any(map(_is_a_list, _WORD.findall(near.casefold())))
    return is_list and next(others, None) is None


def _is_ours(said: Said, prose: str, kind: HearingKind) -> bool:
    """Tell whether a number may be an enclosure's, and is no annex of what is heard."""
    before = prose[max(0, said.start - 20) : said.start]
    return kind not in RULES_OF_LAW or bool(_pointer().search(before))


def _more_than_listed(place: Place, said: Said, listed: int) -> Breach:
    facts = {"text": visible(said.text)}
    if listed > 1:
        return Breach(place, {**facts, "number": listed}, variant="several")
    return Breach(place, facts, variant="one" if listed else "none")


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
        if number + 1 not in numbers and not words.name(_titles((enclosure,))):
            facts = {"title": visible(_title(enclosure))}
            yield Breach(site.at("enclosures", number), facts, variant=variant)


def _twice(enclosures: tuple[Enclosure, ...], site: Site) -> Iterator[Breach]:
    """Yield the first mark of each enclosure that an earlier one has too."""
    first: dict[tuple[str, str], int] = {}
    for number, enclosure in enumerate(enclosures):
        marks = list(_marks(enclosure))
        for key, mark in (each for each in marks if each in first):
            other = enclosures[first[key, mark]]
            facts = {"other": visible(_title(other))}
            yield Breach(site.at("enclosures", number, key), facts, variant=key)
            break
        for each in marks:
            first.setdefault(each, number)


def _any_named(enclosures: tuple[Enclosure, ...], words: TitleMatcher) -> bool:
    return any(words.name(_titles((enclosure,))) for enclosure in limited(enclosures))


def _all_words(texts: tuple[Text, ...], opening_words: str, documents: Documents) -> str:
    """Return all that the letter says, quotations and the addresses of links too."""
    said = (words for text in texts for words in (text.plain, *(link.href for link in text.links)))
    lists = EnclosureWords.of_any().list_titles if documents.has_list else ()
    return "\n\n".join((*said, opening_words, *lists))


def _titles(enclosures: Iterable[Enclosure]) -> str:
    """Return the titles in all languages."""
    titles = (each.title for each in enclosures)
    return " ".join(in_language(title, language) for title in titles for language in Language)


def _title(enclosure: Enclosure) -> str:
    """Return the title in the first language that there is."""
    titles = (in_language(enclosure.title, language) for language in Language)
    return next(filter(None, titles), "")


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
