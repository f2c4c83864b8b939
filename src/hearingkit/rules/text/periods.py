"""The rule on the period that a text gives: it must be as long as the hearing is open."""

import datetime as dt
import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from hearingkit.calendars.months import months_later
from hearingkit.findings import Severity, limited, practice
from hearingkit.language.asked_words import matches_in
from hearingkit.language.language import Language
from hearingkit.language.word_groups import either
from hearingkit.language.words import Words
from hearingkit.model.hearing import Origin
from hearingkit.model.text import Moment
from hearingkit.patterns import late_pattern
from hearingkit.rules.registry import Breach, also, rule
from hearingkit.rules.text.date_roles import DateRole, DateRoles, with_role
from hearingkit.rules.text.phrases import (
    THIS,
    Introduction,
    NamedParts,
    Wordings,
    sentence_before,
    sentence_with_signs,
)
from hearingkit.texts.periods import Period, period_of, period_pattern
from hearingkit.texts.text import Text
from hearingkit.validation.faults import visible


class PeriodPhrases(Words):
    """The phrases by which a language says how long a hearing is open.

    Attributes:
        nearly: Words before a length that is not exact, as patterns; they are left out.
        parts: Patterns by name.
        length: The phrases.
    """

    section = "text.periods"

    nearly: tuple[str, ...]
    parts: Mapping[str, str]
    length: Wordings


_SLACK_IN_DAYS: Final = 4
_SLACK_OF_MONTHS: Final = 7  # twelve weeks are called three months
_SLACK_OF_BEGIN: Final = 7


@rule(
    "HK414",
    Severity.WARNING,
    says={
        "length": 'the text says "{text}", but from {sent} until {deadline} it is {days} days',
        "begin": 'the hearing begins on "{text}" in the text, but the letter is of {sent}',
        "published": 'the hearing begins on "{text}" in the text, but is published on {published}',
    },
    source=practice("one deadline in letter, list, page and mail"),
)
def other_period_in_text(
    texts: tuple[Text, ...],
    deadline: Moment,
    first_deadline: Moment,
    sent: dt.date | None,
    origin: Origin | None,
    published: dt.date | None = None,
) -> Iterator[Breach]:
    """A period that the text gives for the hearing fits the day of the letter and the deadline.

    The deadline is moved, and «seks uger» stays behind. Some days more or less are let pass, and
    so is what tells of the law («mindst otte uger», «normalt tre måneder»), of what others get, of
    an earlier hearing, of one that is passed on, or of a later step in a text that has the right
    period too.

    Bad:  language: da, sent: 2026-09-10, deadline: 2026-10-22, body:
          "Forslaget er fremlagt i otte uger."
    Good: language: da, sent: 2026-09-10, deadline: 2026-10-22, body:
          "Forslaget er fremlagt i seks uger."
    """
    if sent is None or origin:
        return
    open_for = {"sent": sent, "deadline": deadline.day, "days": (deadline.day - sent).days}
    begins = [sent, *([published] if published else [])]
    ends = {deadline.day, first_deadline.day}
    for text, found in limited(_misfits(texts, begins, ends)):
        place = text.place(found.start(), found.end())
        yield Breach(place, {"text": visible(found[0]), **open_for}, variant="length")


@also("HK414")
def other_begin_in_text(
    date_roles: DateRoles,
    sent: dt.date | None,
    origin: Origin | None,
    published: dt.date | None = None,
) -> Iterator[Breach]:
    """A hearing begins in the text when its letter is sent, or when it is published.

    Where no day of publication is given, a week more or less is let pass.
    """
    if sent is None or origin:
        return
    slack = 0 if published else _SLACK_OF_BEGIN
    days = [sent + dt.timedelta(days) for days in range(-slack, slack + 1)]
    days += [published] if published else []
    for dated in limited(with_role(date_roles, DateRole.BEGINS)):
        if dated.date.is_in_calendar and not any(map(dated.is_same_day, days)):
            if published:
                yield dated.breach(variant="published", published=published)
            else:
                yield dated.breach(variant="begin", sent=sent)


def _misfits(
    texts: Iterable[Text], begins: Iterable[dt.date], deadlines: Iterable[dt.date]
) -> Iterator[tuple[Text, re.Match[str]]]:
    """Yield the periods of texts that have the right one nowhere."""
    for text in (one for one in texts if one.role.is_markdown):
        periods = [found for found, phrase in periods_in(text) if phrase]
        if not any(_fits(period_of(found), begins, deadlines) for found in periods):
            yield from ((text, found) for found in periods)


def periods_in(text: Text) -> Iterator[tuple[re.Match[str], str]]:
    """Yield the periods that a text names, and the words that make each the hearing's length.

    The words have a sign for the period; they are empty where it is the length of something else.
    """
    for found in matches_in(_period(), text.own_words):
        sentence = _nearly(text.language).sub("", sentence_with_signs(text, *found.span()))
        before = sentence_before(text, found.start())
        yield found, _length(text.language).words_in((sentence,), sentence, before)


@functools.cache
def _period() -> re.Pattern[str]:
    return late_pattern(rf"(?<!\w){period_pattern('s?')}", re.IGNORECASE)


@functools.cache
def _nearly(language: Language) -> re.Pattern[str]:
    words = either(PeriodPhrases.of(language).nearly)
    return re.compile(rf"\b(?:{words}) (?={THIS})", re.IGNORECASE)


@functools.cache
def _length(language: Language) -> Introduction:
    words = PeriodPhrases.of(language)
    return Introduction(words.length, NamedParts({**words.parts, "period": THIS}))


def _fits(period: Period, begins: Iterable[dt.date], deadlines: Iterable[dt.date]) -> bool:
    """Return whether it leads to a deadline, near enough, from a day on which it may begin."""
    slack = _SLACK_OF_MONTHS if period.months else _SLACK_IN_DAYS
    ends = (months_later(day, period.months) + dt.timedelta(period.days) for day in begins)
    each = itertools.product(deadlines, ends)
    return any(abs((deadline - end).days) <= slack for deadline, end in each)
