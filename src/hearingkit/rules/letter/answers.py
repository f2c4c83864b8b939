"""A rule on what every letter must give: by when answers are asked for, and where they go."""

import itertools
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, assert_never

from hearingkit.findings import Place, Severity, practice
from hearingkit.frozen import frozen
from hearingkit.language.language import Language
from hearingkit.model.letter_kinds import LetterKind
from hearingkit.model.submission import (
    Address,
    Contact,
    EmailAddress,
    Phone,
    PostalAddress,
    WebPage,
)
from hearingkit.model.text import Moment
from hearingkit.model.wording import Formula
from hearingkit.patterns import late_pattern
from hearingkit.rules.dates.changes import Stage
from hearingkit.rules.parts import part
from hearingkit.rules.registry import Breach, rule
from hearingkit.source.site import Site
from hearingkit.texts.dates import DateMention
from hearingkit.texts.hiding import HIDDEN
from hearingkit.texts.text import Text
from hearingkit.values.links import shown_address
from hearingkit.values.table import name_for

_SPACE: Final = late_pattern(r"[\s\u00a0]+")
_OF_CHANGES: Final = {
    LetterKind.EXTENSION: Formula.CHANGE_NEWS,
    LetterKind.REMINDER: Formula.CHANGE_NEWS,
    LetterKind.RENEWED: Formula.SUBMISSION,
    LetterKind.SUPPLEMENTARY: Formula.SUBMISSION,
}
"""The formula that gives the deadline in a letter on a change."""


@frozen
class WordedAnswers:
    """A letter whose formula on answers is worded, or dropped, by the data.

    Attributes:
        at: The formula.
        texts: The texts of that letter.
        deadlines: Those that it may give.
        by: The name of the formula.
    """

    at: Site
    texts: tuple[Text, ...]
    deadlines: frozenset[Moment]
    by: Formula = Formula.SUBMISSION


@part
def worded_submission(
    wording: Mapping[Formula, object],
    site: Site,
    issuer_wording: Mapping[Formula, object] | None = None,
    issuer_site: Site | None = None,
) -> Site | None:
    """Return where the data words, or drops, the formula on answers; None where nothing does."""
    if Formula.SUBMISSION in wording:
        return site.at("wording", Formula.SUBMISSION.value)
    if issuer_site and Formula.SUBMISSION in (issuer_wording or {}):
        return issuer_site.at("wording", Formula.SUBMISSION.value)
    return None


@part
def deadlines_named(first_deadline: Moment, deadline: Moment) -> frozenset[Moment]:
    """Return the deadlines that a letter may give: its own, and the one that a change has set."""
    return frozenset({first_deadline, deadline})


@part
def worded_answers(
    letter_texts: tuple[Text, ...],
    texts: tuple[Text, ...],
    deadlines_named: frozenset[Moment],
    worded_submission: Site | None,
    stages: tuple[Stage, ...] = (),
) -> tuple[WordedAnswers, ...]:
    """Return the letters in which the data words what they say on answers."""
    letters = list(_of_changes(stages, texts))
    if worded_submission:
        letters.insert(0, WordedAnswers(worded_submission, letter_texts, deadlines_named))
    return tuple(letters)


@rule(
    "HK713",
    Severity.ERROR,
    says={
        "deadline": "the letter in {language} has no deadline; "
        'write {name} in the formula "{formula}" or in the body',
        "submission": "the letter in {language} has no address for answers; "
        'write {name} in the formula "{formula}" or in the body',
    },
    source=practice("nobody answers a letter that leaves out by when, or where"),
)
def answers_by_when_and_where(
    worded_answers: tuple[WordedAnswers, ...],
    submission: Contact,
    language: tuple[Language, ...],
    body: object,  # noqa: ARG001 (what it may say is missing where it is at fault)
) -> Iterator[Breach]:
    """A letter gives the deadline, and an address for answers.

    The formula "submission" gives both. Where it is dropped or worded anew, the words of the data
    must: the deadline with its day and month, and one of the addresses under submission. Texts of
    changes stand in other letters; the deadline may be the one that a change has set. The letter on
    an extension, and a reminder, give the deadline in the formula "change_news".

    Bad:  wording: {submission: Svar gjerne.}
    Good: wording: {submission: "Svar innen {{ deadline }} til {{ submission }}."}
    """
    for letter, one in itertools.product(worded_answers, language):
        gives = _gives(letter, one, submission)
        yield from lacking(letter.at, one, gives, letter.by)


def _of_changes(stages: Iterable[Stage], texts: Iterable[Text]) -> Iterator[WordedAnswers]:
    """Yield the letters on changes that word what they say on answers."""
    for stage in stages:
        formula = _OF_CHANGES.get(stage.kind)
        if formula and formula in stage.change.wording:
            own = tuple(text for text in texts if text.site.is_within(stage.site))
            at = stage.site.at("wording", formula.value)
            yield WordedAnswers(at, own, frozenset({stage.due}), formula)


def _gives(letter: WordedAnswers, language: Language, submission: Contact) -> Mapping[str, bool]:
    """Return what a letter gives of what it must; a wrong day or address is for other rules."""
    printed = [text for text in letter.texts if text.is_shared or text.language is language]
    formula = [text for text in printed if text.site.is_within(letter.at)]
    mentions = [mention for text in printed for mention in text.dates]
    gives = {
        "deadline": any(text.dates for text in formula)
        or any(names_day(mentions, day) for day in letter.deadlines),
    }
    if letter.by is Formula.SUBMISSION:
        gives["submission"] = any(
            HIDDEN in text.prose or text.links for text in formula
        ) or gives_address(_printed(printed), submission)
    return gives


def lacking(
    at: Site | Place,
    language: Language,
    gives: Mapping[str, bool],
    formula: Formula = Formula.SUBMISSION,
) -> Iterator[Breach]:
    """Yield a breach for each thing that a letter does not give.

    Args:
        at: Where that is said.
        language: Of the letter.
        gives: Whether it gives the ``deadline``, and an address of the ``submission``.
        formula: The one that does so where nobody words it.
    """
    for name in (name for name, is_given in gives.items() if not is_given):
        values = {"language": language, "name": name_for(name), "formula": formula.value}
        yield Breach(at, values, variant=name)


def names_day(mentions: Iterable[DateMention], deadline: Moment) -> bool:
    """Return whether one of the dates in a text is the day of the deadline."""
    return any(mention.day_in(deadline.day.year) == deadline.day for mention in mentions)


def gives_address(said: str, contact: Contact) -> bool:
    """Return whether a text, with the addresses of its links, gives one of the addresses."""
    squeezed = _squeezed(said)
    return any(_squeezed(_core(address)) in squeezed for address in contact.addresses)


def _printed(texts: Iterable[Text]) -> str:
    """Return texts with the addresses of their links."""
    parts = ((text.plain, *(link.href for link in text.links)) for text in texts)
    return "\n".join(itertools.chain.from_iterable(parts))


def _core(address: Address) -> str:
    """Return what of an address no letter leaves out."""
    match address:
        case EmailAddress():
            return address.email
        case WebPage():
            return shown_address(address.web)
        case PostalAddress():
            return address.post[-1]
        case Phone():
            return address.phone
        case _:
            assert_never(address)


def _squeezed(text: str) -> str:
    return _SPACE.sub("", text).casefold()
