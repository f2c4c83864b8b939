"""Rules on dates in free text: they must agree with the data, and with the letter's language."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hearingkit.findings import Severity
from hearingkit.language.language import Language
from hearingkit.language.mentions import date_mentions
from hearingkit.language.numeric_dates import numeric_dates
from hearingkit.model.book import Case
from hearingkit.model.faults import visible
from hearingkit.model.free_text import FreeText, free_text, told, without_what_is_no_prose
from hearingkit.rules.registry import Breach, rule

_LOOKED_BACK: Final = 200  # characters before a date in which a sentence says what it is
_LOOKED_AHEAD: Final = 100
_SENTENCE_END: Final = re.compile(r"[.!?]\s+(?=[A-ZÆØÅ*])|\n\s*\n")
_ANSWERS: Final = (
    r"(?:(?:hørings|høyrings)?(?:svar(?:et|ene|a|e)?\b|innspill|innspel|indspil|uttal|udtal|fråsegn)"
    r"|merknad|bemærkning|kommentar|synspunkt|tilba[gk]emelding)"
)
_ANSWERS_NEAR: Final = re.compile(rf"\b{_ANSWERS}", re.IGNORECASE)
_DUE_BY: Final = re.compile(r"\b(?:senest|seinest|seinast|innen|innan|inden)\s+$", re.IGNORECASE)
_IS: Final = (
    r":|\b(?:er|blir|bliver|vert)\b"
    r"(?:\s+(?:fast|ut|for)?(?:satt|sat|sett|lenget|lengd|længet)\s+til)?"
)
_DEADLINE_IS: Final = re.compile(
    rf"\b(?:hørings|høyrings|svar)frist(?:en|a)?\s*(?:{_IS})?\s*$"
    rf"|\bfrist(?:en|a)?(?:\s+for\s+[\w\s]{{0,40}}\b{_ANSWERS}[\w\s]{{0,20}})?"
    rf"\s*(?:{_IS})\s*$",
    re.IGNORECASE,
)
_DOCUMENT_OF: Final = re.compile(
    r"\b(?:\w{0,20}(?:brev|skriv|skrivelse|notat|rapport|oppdrag|bestilling|e-post|mail|henvendelse)"
    r"(?:et|en|a)?\s+(?:av|af|frå|fra)|datert|dateret|dagsett)\s+$",
    re.IGNORECASE,
)
# Most dates are neither, which is seen at once from the word before.
_BEFORE_DEADLINE: Final = (
    *("senest", "seinest", "seinast", "innen", "innan", "inden", "frist", "fristen", "frista"),
    *(":", "er", "blir", "bliver", "vert", " til"),
)
_BEFORE_DOCUMENT: Final = (" av", " af", " fra", " frå", "datert", "dateret", "dagsett")
_HYPHEN_OR_SLASH: Final = re.compile(r"(?<=[dMLy])[-/](?=[dMLy])")


@dataclass(frozen=True, slots=True)
class _Mention:
    """A date in free text.

    Attributes:
        free: Where.
        text: As it stands there.
        start: Its offset.
        day: What it means, in the year of the deadline if it names none; None for no such day.
        has_year: Whether it names its year.
    """

    free: FreeText
    text: str
    start: int
    day: dt.date | None
    has_year: bool

    def follows(self, words: tuple[str, ...]) -> bool:
        """Tell whether one of some words stands right before it."""
        before = self.free.text[max(0, self.start - 20) : self.start]
        return before.rstrip(" \t\n\u00a0*_").lower().endswith(words)

    @property
    def sentence_before(self) -> str:
        """Return what stands before it in its sentence, without stars."""
        before = self.free.text[max(0, self.start - _LOOKED_BACK) : self.start]
        return _SENTENCE_END.split(before)[-1].replace("*", "").replace("_", " ")

    @property
    def sentence_behind(self) -> str:
        """Return what stands behind it in its sentence."""
        end = self.start + len(self.text)
        return _SENTENCE_END.split(self.free.text[end : end + _LOOKED_AHEAD])[0]

    @property
    def is_for_answers(self) -> bool:
        """Tell whether the text says that answers are due by it."""
        if not self.follows(_BEFORE_DEADLINE):
            return False
        before = self.sentence_before
        if _DEADLINE_IS.search(before):
            return True
        near = f"{before} … {self.sentence_behind}"
        return bool(_DUE_BY.search(before) and _ANSWERS_NEAR.search(near))

    def breach(self, **facts: object) -> Breach:
        """Return a breach at the date."""
        told_of = {"text": visible(self.text), **facts}
        return Breach(self.free.site, told_of, self.text, self.free.nth(self.text, self.start))


@rule(
    "HK403",
    Severity.WARNING,
    says='answers are due by "{text}" in the text, but the deadline is {deadline}',
    source="practice: one deadline in letter, list, page and mail",
)
def other_deadline_in_text(case: Case) -> Iterator[Breach]:
    """A deadline that the text gives for answers is the hearing's own.

    The letter prints the deadline from the data; when that is moved, a date that was typed into the
    text stays behind. The days of the principal, of a meeting and of its sign-up are known, and so
    are those of the letter. A date counts where the text speaks of a deadline for answers: behind
    «høringsfrist», «fristen er», or «senest», «innen» and the like beside «svar», «innspill» …

    Bad:  deadline: 2024-05-27, body: "Vi ber om innspill innen 26. mai 2024."
    Good: deadline: 2024-05-27, body: "Vi ber om innspill innen 27. mai 2024."
    """
    deadline = case.hearing.deadline
    for mention in told(_for_answers(case)):
        if not _is_known(mention, case):
            yield mention.breach(deadline=deadline.day)


@rule(
    "HK405",
    Severity.NOTE,
    says='"{text}" leaves the year out, and the deadline is not in that of the letter; add {year}',
    source="practice: a deadline is read long after the letter was written",
)
def deadline_without_year(case: Case) -> Iterator[Breach]:
    """A deadline in the text has a year where it is not the year of the letter.

    Bad:  sent: 2026-11-23, deadline: 2027-02-15, body: "… svar innan 15. februar"
    Good: sent: 2026-11-23, deadline: 2027-02-15, body: "… svar innan 15. februar 2027"
    """
    deadline, sent = case.hearing.deadline.day, case.hearing.sent
    if sent and sent.year != deadline.year:
        for mention in told(_for_answers(case)):
            if not mention.has_year and mention.day == deadline:
                yield mention.breach(year=deadline.year)


@rule(
    "HK406",
    Severity.WARNING,
    says='the text cites a document of "{text}", which is after the day of the letter, {sent}',
    source="the calendar",
)
def document_from_the_future(case: Case) -> Iterator[Breach]:
    """A document that the letter cites was written before it.

    Mostly the year is last year's, or next year's.

    Bad:  sent: 2026-02-02, body: "Vi viser til brev av 12. januar 2027."
    Good: sent: 2026-02-02, body: "Vi viser til brev av 12. januar 2026."
    """
    sent = case.hearing.sent
    if sent:
        for mention in told(_of_documents(case)):
            if mention.has_year and mention.day and mention.day > sent:
                yield mention.breach(sent=sent)


@rule(
    "HK407",
    Severity.NOTE,
    says='"{text}" divides a date by hyphens or slashes; Norwegian has full stops: {meant}',
    source="Språkrådet (NO): 05.04.2024, or 2024-04-05",
)
def numeric_date_not_norwegian(case: Case) -> Iterator[Breach]:
    """Numbers in a Norwegian date are divided by full stops.

    That goes for the text, and for the issuer's own format of the letter's date. A date that begins
    with the year has hyphens.

    Bad:  body: "Møtet er 05-04-2024.", date_format: dd-MM-yyyy
    Good: body: "Møtet er 05.04.2024.", date_format: dd.MM.yyyy
    """
    yield from _bad_format(case)
    references = [one for _, one in case.hearing.references if one]
    for free in free_text(case):
        if free.language is Language.DA:
            continue
        for one in told(numeric_dates(without_what_is_no_prose(free.text))):
            if one.separators != ".." and not any(
                one.text in reference for reference in references
            ):
                facts = {"text": one.text, "meant": f"{one.day:%d.%m.%Y}"}
                yield Breach(free.site, facts, one.text, free.nth(one.text, one.start))


def _bad_format(case: Case) -> Iterator[Breach]:
    """Yield a breach for the format of the letter's date, where it is printed in Norwegian."""
    pattern, hearing = case.issuer.date_format or "", case.hearing
    is_norwegian = any(language is not Language.DA for language in hearing.language)
    if hearing.sent and is_norwegian and not pattern.startswith("y"):
        meant = _HYPHEN_OR_SLASH.sub(".", pattern)
        if meant != pattern:
            yield Breach(case.issuer_site.at("date_format"), {"text": pattern, "meant": meant})


def _for_answers(case: Case) -> Iterator[_Mention]:
    return (mention for mention in _mentions(case) if mention.is_for_answers)


def _of_documents(case: Case) -> Iterator[_Mention]:
    for mention in _mentions(case):
        is_near = mention.follows(_BEFORE_DOCUMENT)
        if is_near and _DOCUMENT_OF.search(mention.sentence_before):
            yield mention


def _mentions(case: Case) -> Iterator[_Mention]:
    """Yield the dates of all free text but the title, in words and in numbers."""
    year = case.hearing.deadline.day.year
    for free in free_text(case):
        if free.key != "title":
            for one in date_mentions(free.text, free.language):
                yield _Mention(free, one.text, one.start, one.day_in(year), one.year is not None)
            for number in numeric_dates(free.text):
                yield _Mention(free, number.text, number.start, number.day, has_year=True)


def _is_known(mention: _Mention, case: Case) -> bool:
    """Tell whether a date is one of those in the data; without a year, by day and month."""
    hearing, meeting = case.hearing, case.hearing.meeting
    moments = [
        hearing.deadline,
        *([hearing.origin.deadline] if hearing.origin else []),
        *([meeting.starts, meeting.sign_up_by] if meeting else []),
    ]
    days = [moment.day for moment in moments if moment]
    of_letter = (hearing.sent, hearing.decided, hearing.published, hearing.in_force)
    days += [day for day in of_letter if day]
    if mention.has_year:
        return mention.day in days
    return mention.day is not None and (mention.day.month, mention.day.day) in {
        (day.month, day.day) for day in days
    }
