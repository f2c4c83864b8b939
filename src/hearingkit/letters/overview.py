"""The overview of hearings: which are open, which close soon, which are over, and their files."""

import datetime as dt
import enum
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from hearingkit.frozen import frozen
from hearingkit.language import dates
from hearingkit.language.language import Language
from hearingkit.language.word_groups import WordGroup
from hearingkit.language.words import Words
from hearingkit.model.text import in_language
from hearingkit.validation.book import Case

CLOSING_SOON: Final = dt.timedelta(days=7)
"""How long before its deadline a hearing closes soon."""


class HearingPhase(enum.StrEnum):
    """How far a hearing is, in the order of the overview."""

    CLOSING = "closing"
    OPEN = "open"
    OVER = "over"


class PhaseWords(WordGroup):
    """A heading for each phase of a hearing."""

    closing: str
    open: str
    over: str


class OverviewWords(Words):
    """The words of the overview.

    Attributes:
        title: Of the page.
        as_of: Before the day on which it was made.
        deadline: A label with its colon.
        none: What stands there while there is no hearing.
        letter: What a link to a letter says.
    """

    section = "letters.overview"

    title: str
    as_of: str
    deadline: str
    none: str
    letter: str
    phases: PhaseWords


@frozen
class OverviewLink:
    """A file of a hearing.

    Attributes:
        path: Relative to the overview, with ``/`` between its parts.
        text: What the link says.
    """

    path: str
    text: str


@frozen
class OverviewEntry:
    """A hearing in the overview.

    Attributes:
        language: Of its title and its issuer.
        deadline: In words.
    """

    language: Language
    title: str
    issuer: str
    deadline: str
    links: tuple[OverviewLink, ...]


@frozen
class Overview:
    """The hearings of a workspace on a day.

    Attributes:
        language: Of the page: that in which most hearings are written.
        as_of: The day, in words.
        sections: Headings, and the hearings below each, by deadline; those over, the latest first.
    """

    language: Language
    words: OverviewWords
    as_of: str
    sections: tuple[tuple[str, tuple[OverviewEntry, ...]], ...]


def compose_overview(
    cases: Sequence[Case], files: Mapping[str, Sequence[OverviewLink]], today: dt.date
) -> Overview:
    """Return the overview of hearings; drafts are left out.

    Args:
        cases: The hearings.
        files: By hearing id, the files to link to.
        today: The day on which hearings are open or over.
    """
    shown = [case for case in cases if not case.hearing.draft]
    language = _most_used(shown)
    words = OverviewWords.of(language)
    by_phase: dict[HearingPhase, list[Case]] = {phase: [] for phase in HearingPhase}
    for case in sorted(shown, key=lambda case: (case.hearing.due.day, case.id)):
        by_phase[phase_of(case, today)].append(case)
    by_phase[HearingPhase.OVER].reverse()
    sections = (
        (getattr(words.phases, phase), tuple(_listed(case, files[case.id]) for case in found))
        for phase, found in by_phase.items()
        if found
    )
    as_of = f"{words.as_of} {dates.long_date(today, language)}"
    return Overview(language, words, as_of, tuple(sections))


def phase_of(case: Case, today: dt.date) -> HearingPhase:
    """Return how far a hearing with a deadline is on a day."""
    left = case.hearing.due.day - today
    if case.hearing.is_over or left < dt.timedelta():
        return HearingPhase.OVER
    return HearingPhase.CLOSING if left <= CLOSING_SOON else HearingPhase.OPEN


def _most_used(cases: Iterable[Case]) -> Language:
    first = Counter(case.hearing.language[0] for case in cases)
    return max(first, key=lambda one: first[one], default=next(iter(Language)))


def _listed(case: Case, links: Sequence[OverviewLink]) -> OverviewEntry:
    language, deadline = case.hearing.language[0], case.hearing.due
    at = f" {dates.clock(deadline.time, language)}" if deadline.time else ""
    return OverviewEntry(
        language,
        case.title,
        in_language(case.issuer.name, language),
        f"{OverviewWords.of(language).deadline} {dates.long_date(deadline.day, language)}{at}",
        tuple(links),
    )
