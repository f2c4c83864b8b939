"""Rules on free text: what it says must agree with the data."""

import calendar
import datetime as dt
from collections.abc import Iterator

from hearingkit.findings import Severity
from hearingkit.language.language import Language
from hearingkit.language.mentions import DateMention, date_mentions
from hearingkit.model.book import Case, Site
from hearingkit.model.faults import visible
from hearingkit.model.text import LineIn, ProseIn, in_language
from hearingkit.rules.registry import Breach, rule
from hearingkit.source.file import TreePath


@rule(
    "HK401",
    Severity.WARNING,
    says='the text says "{text}", but {day} is a {weekday}',
    source="the calendar",
)
def weekday_disagrees(case: Case) -> Iterator[Breach]:
    """A weekday in the text is that of its date.

    A date without a year is taken for the deadline if it is of the same day and month. The letter's
    own deadline sentence can't be wrong; a weekday that is typed can.

    Bad:  body: "… senest torsdag den 6. oktober 2023" (a Friday)
    Good: body: "… senest fredag den 6. oktober 2023"
    """
    for site, mention, nth in _mentions(case):
        day = _day(mention, case)
        if day and mention.weekday is not None and mention.weekday != day.weekday():
            weekday = calendar.day_name[day.weekday()]
            facts = {"text": visible(mention.text), "day": day, "weekday": weekday}
            yield Breach(site, facts, mention.text, nth)


@rule(
    "HK402",
    Severity.WARNING,
    says='the text says "{text}", but the deadline is {deadline}',
    source="one deadline in letter, list, page and mail",
)
def time_disagrees(case: Case) -> Iterator[Breach]:
    """A time that the text gives for the day of the deadline is the deadline's own.

    Bad:  deadline: 2023-10-06 12:00, body: "… fredag den 6. oktober 2023 kl. 16.00"
    Good: deadline: 2023-10-06 12:00, body: "… fredag den 6. oktober 2023 kl. 12.00"
    """
    deadline = case.hearing.deadline
    for site, mention, nth in _mentions(case):
        of_deadline = _day(mention, case) == deadline.day
        if of_deadline and mention.time is not None and mention.time != deadline.time:
            facts = {"text": visible(mention.text), "deadline": deadline}
            yield Breach(site, facts, mention.text, nth)


def _day(mention: DateMention, case: Case) -> dt.date | None:
    """Return the day that is meant; None where that can't be told."""
    deadline = case.hearing.deadline.day
    day = mention.day_in(deadline.year)
    return day if mention.year is not None or day == deadline else None


def _mentions(case: Case) -> Iterator[tuple[Site, DateMention, int]]:
    """Yield the dates of all free text, and which occurrence of the same words each is."""
    for site, text, language in _free_text(case):
        for mention in date_mentions(text, language):
            # "6. oktober" also stands in "16. oktober", which is another mention.
            yield site, mention, text.count(mention.text, 0, mention.start)


def _free_text(case: Case) -> Iterator[tuple[Site, str, Language]]:
    hearing = case.hearing
    texts: dict[TreePath, str | LineIn | ProseIn | None]
    texts = {(key,): getattr(hearing, key) for key in ("title", "short_notice_reason", "body")}
    texts |= {("wording", formula.value): said for formula, said in hearing.wording.items()}
    for path, words in texts.items():
        for language in hearing.language:
            text = in_language(words, language) if words else ""
            steps = (language.value,) if isinstance(words, LineIn | ProseIn) else ()
            yield case.site.at(*path, *steps), text, language
            if isinstance(words, str):
                break
