"""The rule on what a letter tells of a meeting: where it is, how to sign up, and on what day."""

import calendar
import re
from collections.abc import Iterator
from typing import Final

from hearingkit.calendars.working_days import DayOffKind, day_off
from hearingkit.findings import Severity
from hearingkit.model.hearing import Meeting
from hearingkit.rules.registry import Breach, rule
from hearingkit.validation.book import Case
from hearingkit.validation.free_text import free_text

_SATURDAY: Final = 5
_SENTENCE_END: Final = re.compile(r"[.!?]\s+(?=[A-ZÆØÅ*])|\n\s*\n")
_OF_SIGNING_UP: Final = re.compile(
    r"\b(?:på|til)meld|\bmeld(?:e|er)?\s+\w{1,10}\s+(?:på|til)\b", re.IGNORECASE
)
_OF_A_MEETING: Final = re.compile(r"m[øo][dt]e(?:t|r)?\b", re.IGNORECASE)
_WHERE: Final = re.compile(
    r"\b(?:i|på|ved|hos|via|over)\s+(?:[A-ZÆØÅ0-9]|\w{2,40}(?:et|en|a|n)\b)"
    r"|(?i:\b(?:digital|online|virtuel|nett|teams|zoom|strøm|lenk[ej]|link)|://)"
)


@rule(
    "HK217",
    Severity.NOTE,
    says="the meeting {what}; {do}",
    source="practice: who reads of a meeting wants to come to it",
)
def meeting_half_told(case: Case) -> Iterator[Breach]:
    """A meeting tells where it is and where to sign up, and is on no Sunday or public holiday.

    The letter prints what the data have: without a place or a page nobody finds the way, and a last
    day to sign up helps nobody who isn't told where. Where the text tells it, that is enough. On a
    Sunday, a public holiday, or Christmas Eve few come; mostly a date is mistyped.

    Bad:  meeting: {starts: 2025-05-04 18:00, sign_up_by: 2025-04-25}
    Good: meeting: {starts: 2025-05-05 18:00, place: rådhuset, sign_up_by: 2025-04-25,
          sign_up_to: {email: post@elvedal.example}}
    """
    meeting = case.hearing.meeting
    if meeting is None:
        return
    yield from _on_a_day_off(meeting, case)
    if not meeting.place and not meeting.url and not _text_tells_where(case):
        facts = {"what": "has neither a place nor a page", "do": 'add "place" or "url"'}
        yield Breach(case.site.at("meeting"), facts)
    is_anywhere = meeting.sign_up_to or meeting.url or _text_tells_of_signing_up(case)
    if meeting.sign_up_by and not is_anywhere:
        facts = {
            "what": "has a last day to sign up, but no address for it",
            "do": 'add "sign_up_to"',
        }
        yield Breach(case.site.at("meeting", "sign_up_by"), facts)


def _on_a_day_off(meeting: Meeting, case: Case) -> Iterator[Breach]:
    day = meeting.starts.day
    off = day_off(day, case.issuer.country)
    if off and (off.kind is not DayOffKind.WEEKEND or day.weekday() != _SATURDAY):
        name = f"{off.name}, a " if off.name else "a "
        what = f"is on {day}, {name}{calendar.day_name[day.weekday()]}"
        facts = {"what": what, "do": "check the day"}
        yield Breach(case.site.at("meeting", "starts"), facts)


def _text_tells_of_signing_up(case: Case) -> bool:
    return any(_OF_SIGNING_UP.search(free.text) for free in free_text(case))


def _text_tells_where(case: Case) -> bool:
    """Tell whether a sentence that speaks of a meeting seems to name a place."""
    return any(
        _OF_A_MEETING.search(sentence) and _WHERE.search(sentence)
        for free in free_text(case)
        for sentence in _SENTENCE_END.split(free.text)
    )
