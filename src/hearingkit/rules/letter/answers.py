"""A rule on what every letter must give: by when answers are asked for, and where they go."""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, assert_never

from hearingkit.findings import Place, Severity, practice
from hearingkit.language.language import Language
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
from hearingkit.rules.parts import part
from hearingkit.rules.registry import Breach, rule
from hearingkit.source.site import Site
from hearingkit.texts.dates import DateMention
from hearingkit.texts.hiding import HIDDEN
from hearingkit.texts.text import Text
from hearingkit.values.links import shown_address
from hearingkit.values.table import name_for

_SPACE: Final = re.compile(r"[\s\u00a0]+")


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
def deadlines_told(first_deadline: Moment, deadline: Moment) -> frozenset[Moment]:
    """Return the deadlines that a letter may give: its own, and the one that a change has set."""
    return frozenset({first_deadline, deadline})


@rule(
    "HK713",
    Severity.ERROR,
    says={
        "deadline": "the letter in {language} has no deadline; "
        'write {name} in the formula "submission" or in the body',
        "submission": "the letter in {language} has no address for answers; "
        'write {name} in the formula "submission" or in the body',
    },
    source=practice("nobody answers a letter that leaves out by when, or where"),
)
def answers_by_when_and_where(
    letter_texts: tuple[Text, ...],
    deadlines_told: frozenset[Moment],
    submission: Contact,
    language: tuple[Language, ...],
    worded_submission: Site | None,
    body: object,  # noqa: ARG001 (what it may say is missing where it is at fault)
) -> Iterator[Breach]:
    """A letter gives the deadline, and an address for answers.

    The formula "submission" gives both. Where it is dropped or worded anew, the words of the data
    must: the deadline with its day and month, and one of the addresses under submission. Texts of
    changes stand in other letters; the deadline may be the one that a change has set.

    Bad:  wording: {submission: Svar gjerne.}
    Good: wording: {submission: "Svar innen {{ deadline }} til {{ submission }}."}
    """
    if worded_submission is None:
        return
    for one in language:
        printed = [text for text in letter_texts if text.is_shared or text.language is one]
        formula = [text for text in printed if text.site.is_within(worded_submission)]
        mentions = [mention for text in printed for mention in text.dates]
        # A wrong day or address in the formula is found by the rules on the text.
        gives = {
            "deadline": any(text.dates for text in formula)
            or any(names_day(mentions, day) for day in deadlines_told),
            "submission": any(HIDDEN in text.prose or text.links for text in formula)
            or gives_address(_printed(printed), submission),
        }
        yield from lacking(worded_submission, one, gives)


def lacking(at: Site | Place, language: Language, gives: Mapping[str, bool]) -> Iterator[Breach]:
    """Yield a breach for each thing that a letter does not give.

    Args:
        at: Where that is said.
        language: Of the letter.
        gives: Whether it gives the ``deadline``, and an address of the ``submission``.
    """
    for name in (name for name, is_given in gives.items() if not is_given):
        yield Breach(at, {"language": language, "name": name_for(name)}, variant=name)


def names_day(mentions: Iterable[DateMention], deadline: Moment) -> bool:
    """Tell whether one of the dates in a text is the day of the deadline."""
    return any(mention.day_in(deadline.day.year) == deadline.day for mention in mentions)


def gives_address(said: str, contact: Contact) -> bool:
    """Tell whether a text, with the addresses of its links, gives one of the addresses."""
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
