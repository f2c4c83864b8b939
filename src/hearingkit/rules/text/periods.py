"""The rule on the period that a text gives: it must be as long as the hearing is open."""

import datetime as dt
import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from hearingkit.calendars.months import months_later
from hearingkit.findings import Severity, limited, practice
from hearingkit.language.language import Language
from hearingkit.language.words import Words
from hearingkit.model.hearing import Origin
from hearingkit.model.text import Moment
from hearingkit.rules.registry import Breach, rule
from hearingkit.rules.text.phrases import THIS, Introduction, Wordings, sentence_with_signs
from hearingkit.texts.periods import Period, period_of, period_pattern
from hearingkit.texts.text import Text
from hearingkit.validation.faults import visible


class PeriodPhrases(Words):
    """The phrases by which a language says how long a hearing is open.

    Attributes:
        parts: Patterns by name.
        length: The phrases.
    """

    section = "text.periods"

    parts: Mapping[str, str]
    length: Wordings


_SLACK_IN_DAYS: Final = 4
_SLACK_OF_MONTHS: Final = 7  # twelve weeks are called three months


@rule(
    "HK414",
    Severity.WARNING,
    says='the text says "{text}", but from {sent} until {deadline} it is {days} days',
    source=practice("one deadline in letter, list, page and mail"),
)
def other_period_in_text(
    texts: tuple[Text, ...],
    deadline: Moment,
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
    for text, found in limited(_misfits(texts, begins, deadline.day)):
        place = text.place(found.start(), found.end())
        yield Breach(place, {"text": visible(found[0]), **open_for})


def _misfits(
    texts: Iterable[Text], begins: Iterable[dt.date], deadline: dt.date
) -> Iterator[tuple[Text, re.Match[str]]]:
    """Yield the periods of texts that have the right one nowhere."""
    for text in texts:
        periods = [*_periods(text)] if text.role.is_markdown else []
        if not any(_fits(period_of(found), begins, deadline) for found in periods):
            yield from ((text, found) for found in periods)


def _periods(text: Text) -> Iterator[re.Match[str]]:
    """Yield what a text says of the length of the hearing itself."""
    for found in _period().finditer(text.own_words):
        sentence = sentence_with_signs(text, *found.span())
        if _length(text.language).stands_in((sentence,), sentence):
            yield found


@functools.cache
def _period() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){period_pattern()}", re.IGNORECASE)


@functools.cache
def _length(language: Language) -> Introduction:
    words = PeriodPhrases.of(language)
    return Introduction.of(words.length, {**words.parts, "period": THIS})


def _fits(period: Period, begins: Iterable[dt.date], deadline: dt.date) -> bool:
    """Tell whether it leads to the deadline, near enough, from a day on which it may begin."""
    slack = _SLACK_OF_MONTHS if period.months else _SLACK_IN_DAYS
    ends = (months_later(day, period.months) + dt.timedelta(period.days) for day in begins)
    return any(abs((deadline - end).days) <= slack for end in ends)
