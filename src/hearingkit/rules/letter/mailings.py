"""The letters of a hearing, each with what goes with it."""

import math
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from hearingkit.frozen import frozen
from hearingkit.language.language import Language
from hearingkit.language.word_groups import AnyOf
from hearingkit.language.words import Words, begin_of_end
from hearingkit.model.changes import HearingChange
from hearingkit.model.enclosure import Enclosure
from hearingkit.model.recipient import Placement
from hearingkit.model.text import in_language
from hearingkit.patterns import late_pattern
from hearingkit.rules.parts import NotGiven, part
from hearingkit.source.site import Site
from hearingkit.texts.enclosing import TitleMatcher
from hearingkit.texts.roles import Role
from hearingkit.texts.text import Text
from hearingkit.validation.book import Case

_PIECE: Final = late_pattern(r"\w+|[,&+/]")
_JOINING: Final = ",&+/"  # as words do


class EnclosureWords(Words):
    """Words around what goes with a letter.

    Attributes:
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

    pointers: tuple[str, ...]
    also: tuple[str, ...]
    a_list: AnyOf
    list_titles: tuple[str, ...]
    list_in_words: tuple[str, ...]
    joining: frozenset[str]
    plural_endings: AnyOf
    drafts: tuple[str, ...]


@frozen
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
        return sum(map(_most, map(title_of, self.listed)))

    def have(self, things: Iterable[str]) -> bool:
        """Return whether each of some things has a word in common with a title."""
        titles = titles_of(self.listed)
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


@frozen
class Mailing:
    """A letter, or one on a change, with what goes with it.

    Attributes:
        texts: What the data says in it.
        documents: What goes with it.
        before: What went with the letters before it, to which it may point.
        site: Of what holds its enclosures.
    """

    texts: tuple[Text, ...]
    documents: Documents
    before: Documents
    site: Site

    @property
    def known(self) -> Documents:
        """Return what goes with it, and what went with the letters before it."""
        enclosures = (*self.before.enclosures, *self.documents.enclosures)
        template = self.documents.template or self.before.template
        has_list = self.documents.has_list or self.before.has_list
        return Documents(enclosures, template, has_list)

    @property
    def has_body(self) -> bool:
        """Return whether the data has a text for it."""
        return any(text.role is Role.BODY for text in self.texts)


@part
def mailings(
    texts: tuple[Text, ...],
    letter_texts: tuple[Text, ...],
    documents: Documents,
    site: Site,
    changes: tuple[HearingChange, ...] = (),
) -> tuple[Mailing, ...]:
    """Return the letters of a hearing, in order, each with what goes with it.

    Of a change, what was wrong or is right, and why, is not the letter's own: it is about others.
    """
    none = Documents((), None, has_list=False)
    found = [Mailing(letter_texts, documents, none, site)]
    before = documents
    for number, change in enumerate(changes):
        here = site.at("changes", number)
        own = tuple(one for one in texts if one.role.is_markdown and one.site.is_within(here))
        found.append(Mailing(own, replace(none, enclosures=change.enclosures), before, here))
        before = replace(before, enclosures=(*before.enclosures, *change.enclosures))
    return tuple(found)


def titles_of(enclosures: Iterable[Enclosure]) -> str:
    """Return the titles in all languages."""
    titles = (each.title for each in enclosures)
    return " ".join(in_language(title, language) for title in titles for language in Language)


def title_of(enclosure: Enclosure) -> str:
    """Return the title in the first language that there is."""
    titles = (in_language(enclosure.title, language) for language in Language)
    return next(filter(None, titles), "")


def _most(title: str) -> float:
    """Return how many documents a title may stand for."""
    words, pieces = EnclosureWords.of_any(), _PIECE.findall(title)
    first = pieces[0] if pieces else ""
    if begin_of_end(words.plural_endings, first, 3) < len(first):
        return math.inf
    return 1 + sum(piece in words.joining or piece in _JOINING for piece in pieces)
