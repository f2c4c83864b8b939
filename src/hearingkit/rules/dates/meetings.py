"""The rule on what a letter says of a meeting: where it is, how to sign up, and on what day."""

from collections.abc import Iterator
from typing import Final

from hearingkit.calendars.country import Country
from hearingkit.calendars.working_days import DayOffKind, day_off
from hearingkit.findings import Severity, practice
from hearingkit.language.words import Words
from hearingkit.model.hearing import Meeting
from hearingkit.rules.parts import part
from hearingkit.rules.registry import Breach, also, rule
from hearingkit.source.site import Site
from hearingkit.texts.text import Text

_SATURDAY: Final = 5
_OF_SIGNING_UP: Final = r"(?i)\b%signing_up"
_OF_A_MEETING: Final = r"(?i)%meeting\b"
_WHERE: Final = r"\b%places\s+(?:[A-ZÆØÅ0-9]|\w{2,40}%definite\b)|(?i:\b%online|://)"


class MeetingWords(Words):
    """What a text says of a meeting, as parts of patterns.

    Attributes:
        signing_up: Beginnings of words about it.
        meeting: The end of a word for one.
        places: What stands before the name of a place.
        inside: Those of them before the place of a meeting itself.
        definite: Endings of a word for a place that everybody knows.
        buildings: Ends of words for a building, of which a place has one.
        streets: Ends of names of streets.
        online: Beginnings of words for a meeting that is held nowhere.
    """

    section = "dates.meetings"

    signing_up: tuple[str, ...]
    meeting: str
    places: tuple[str, ...]
    inside: tuple[str, ...]
    definite: tuple[str, ...]
    buildings: tuple[str, ...]
    streets: tuple[str, ...]
    online: tuple[str, ...]


EveryMeeting = tuple[tuple[Site, Meeting], ...]
"""The meetings of a hearing, and where each stands."""


@part
def every_meeting(
    site: Site, meeting: Meeting | None = None, meetings: tuple[Meeting, ...] = ()
) -> EveryMeeting:
    """Return the public meetings of a hearing, without what is at fault."""
    several = ((site.at("meetings", number), one) for number, one in enumerate(meetings))
    return (*(((site.at("meeting"), meeting),) if meeting else ()), *several)


@rule(
    "HK217",
    Severity.NOTE,
    says={
        "holiday": "the meeting is on {day}, {holiday}, a {day:%A}; check the day",
        "sunday": "the meeting is on {day}, a {day:%A}; check the day",
        "nowhere": 'the meeting has neither a place nor a page; add "place" or "url"',
        "sign-up": 'the meeting has a last day to sign up, but no address for it; add "sign_up_to"',
    },
    source=practice("who reads of a meeting wants to come to it"),
)
def meeting_on_a_day_off(every_meeting: EveryMeeting, issuer_country: Country) -> Iterator[Breach]:
    """A meeting says where it is and where to sign up, and is on no Sunday or public holiday.

    The letter prints what the data have: without a place or a page nobody finds the way, and a last
    day to sign up helps nobody who doesn't know where. It is enough if the text says it. On a
    Sunday, a public holiday, or Christmas Eve few come; mostly a date is mistyped.

    Bad:  meeting: {starts: 2025-05-04 18:00, sign_up_by: 2025-04-25}
    Good: meeting: {starts: 2025-05-05 18:00, place: rådhuset, sign_up_by: 2025-04-25,
          sign_up_to: {email: post@elvedal.example}}
    """
    for site, meeting in every_meeting:
        day = meeting.starts.day
        off = day_off(day, issuer_country)
        if off and (off.kind is not DayOffKind.WEEKEND or day.weekday() != _SATURDAY):
            here = site.at("starts")
            if off.name:
                yield Breach(here, {"day": day, "holiday": off.name}, variant="holiday")
            else:
                yield Breach(here, {"day": day}, variant="sunday")


@also("HK217")
def meeting_nowhere(every_meeting: EveryMeeting, whole_texts: tuple[Text, ...]) -> Iterator[Breach]:
    """The letter says where a meeting is held."""
    for site, meeting in every_meeting:
        is_given = meeting.place or meeting.url
        if not is_given and not any(map(_says_where, whole_texts)):
            yield Breach(site, variant="nowhere")


@also("HK217")
def nowhere_to_sign_up(
    every_meeting: EveryMeeting, whole_texts: tuple[Text, ...]
) -> Iterator[Breach]:
    """The letter says where to sign up, if it says until when."""
    words = MeetingWords.pattern(_OF_SIGNING_UP)
    for site, meeting in every_meeting:
        is_given = not meeting.sign_up_by or meeting.sign_up_to or meeting.url
        if not is_given and not any(words.search(text.plain) for text in whole_texts):
            yield Breach(site.at("sign_up_by"), variant="sign-up")


@part
def whole_texts(  # its parameters are asked for, so that none of them is at fault
    texts: tuple[Text, ...],
    title: object,  # noqa: ARG001
    short_notice_reason: object,  # noqa: ARG001
    body: object,  # noqa: ARG001
    wording: object,  # noqa: ARG001
    issuer_wording: object,  # noqa: ARG001
) -> tuple[Text, ...]:
    """Return the texts if none of them is at fault, so that a rule may say what they lack."""
    return texts


def _says_where(text: Text) -> bool:
    """Return whether a sentence about a meeting seems to name a place, or has a link."""
    of_a_meeting = MeetingWords.pattern(_OF_A_MEETING)
    about = (sentence for sentence in text.sentences if of_a_meeting.search(sentence))
    if any(map(MeetingWords.pattern(_WHERE).search, about)):
        return True
    linked = (text.before(link.end) + text.behind(link.start, link.end) for link in text.links)
    return any(map(of_a_meeting.search, linked))
