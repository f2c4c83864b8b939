"""Rules on dates in free text: they must agree with the data, and with the letter's language."""

import re
from collections.abc import Iterator
from typing import Final

from hearingkit.findings import Severity
from hearingkit.language.language import Language
from hearingkit.rules.registry import Breach, rule
from hearingkit.rules.text.dates_in_text import DatedText, dated_texts
from hearingkit.rules.text.due_answers import dates_for_answers
from hearingkit.texts.numeric_dates import numeric_dates
from hearingkit.validation.book import Case
from hearingkit.validation.free_text import free_text, told, without_what_is_no_prose

_DOCUMENT_OF: Final = re.compile(
    r"\b(?:\w{0,20}(?:brev|skriv|skrivelse|notat|rapport|oppdrag|bestilling|e-post|mail|henvendelse)"
    r"(?:et|en|a)?\s+(?:av|af|frå|fra)|datert|dateret|dagsett)\s+$",
    re.IGNORECASE,
)
# «Rapport fra 1. desember skal sendes» tells from when on reports are sent.
_AS_FROM: Final = re.compile(r"^\W*\w+(?<!et)(?<!en)\s+(?:fra|frå)\s+$")
_TO_COME: Final = re.compile(
    r"^\s+(?:offentliggøres|offentliggjøres|offentleggjerast|publiseres|udgives|udkommer)\b"
)
_LAND_OR_ROAD: Final = re.compile(r"\b(?:gnr|bnr|fnr|fv|rv|kv)\.?\s*$", re.IGNORECASE)
_NUMBER_OF: Final = 8  # characters before a number that tell of what it is
# Most dates are of none, which is seen at once from the word before.
_BEFORE_DOCUMENT: Final = (" av", " af", " fra", " frå", "datert", "dateret", "dagsett")
_HYPHEN_OR_SLASH: Final = re.compile(r"(?<=[dMLy])[-/](?=[dMLy])")


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
    are those of the letter. A date counts where the text asks for answers by it: «høringsfristen
    er», «vi ber om innspill innen», «høringssvar skal være modtaget senest» … What others are asked
    for, what one is promised, what comes each year and what was due before the letter don't count.

    Bad:  deadline: 2024-05-27, body: "Vi ber om innspill innen 26. mai 2024."
    Good: deadline: 2024-05-27, body: "Vi ber om innspill innen 27. mai 2024."
    """
    deadline = case.hearing.deadline
    for dated in told(dates_for_answers(case)):
        if dated.date.is_in_calendar and not _is_known(dated, case):
            yield dated.breach(deadline=deadline.day)


@rule(
    "HK405",
    Severity.NOTE,
    says='"{text}" leaves the year of the deadline out; add {year}',
    source="practice: a deadline is read long after the letter was written",
)
def deadline_without_year(case: Case) -> Iterator[Breach]:
    """A deadline in the text has its year.

    What is found on the web, or forwarded, is read long after it was written, and next to a year of
    its own. A text that gives the same day with its year may repeat it without.

    Bad:  deadline: 2027-02-15, body: "… svar innan 15. februar"
    Good: deadline: 2027-02-15, body: "… svar innan 15. februar 2027"
    """
    deadline = case.hearing.deadline.day
    dates = (dated for dated in dated_texts(case) if dated.has_year)
    whole = {dated.free.site.path for dated in dates if dated.is_same_day(deadline)}
    bare = (one for one in dates_for_answers(case) if not one.has_year and not one.date.odd_year)
    of_deadline = (one for one in bare if one.is_same_day(deadline))
    for dated in told(one for one in of_deadline if one.free.site.path not in whole):
        yield dated.breach(year=deadline.year)


@rule(
    "HK406",
    Severity.WARNING,
    says='the text cites a document of "{text}", which is after the day of the letter, {sent}',
    source="the calendar",
)
def document_from_the_future(case: Case) -> Iterator[Breach]:
    """A document that the letter cites was written before it.

    Mostly the year is last year's, or next year's. What begins its sentence as «Rapport fra» tells
    from when on, and what is yet to be published may be of a later day.

    Bad:  sent: 2026-02-02, body: "Vi viser til brev av 12. januar 2027."
    Good: sent: 2026-02-02, body: "Vi viser til brev av 12. januar 2026."
    """
    sent = case.hearing.sent
    if sent:
        for dated in told(_of_documents(case)):
            if dated.has_year and dated.day and dated.day > sent:
                yield dated.breach(sent=sent)


@rule(
    "HK407",
    Severity.NOTE,
    says='"{text}" divides a date by hyphens or slashes; Norwegian has full stops: {meant}',
    source="Språkrådet (NO): 05.04.2024, or 2024-04-05",
)
def numeric_date_not_norwegian(case: Case) -> Iterator[Breach]:
    """Numbers in a Norwegian date are divided by full stops.

    That goes for the text, and for the issuer's own format of the letter's date. A date that begins
    with the year has hyphens. Numbers of land and of roads («gnr. 12/5/26») are none.

    Bad:  body: "Møtet er 05-04-2024.", date_format: dd-MM-yyyy
    Good: body: "Møtet er 05.04.2024.", date_format: dd.MM.yyyy
    """
    yield from _bad_format(case)
    references = [one for _, one in case.hearing.references if one]
    for free in free_text(case):
        if free.language is Language.DA:
            continue
        dates = numeric_dates(without_what_is_no_prose(free.text))
        divided = (
            one
            for one in dates
            if one.separators != ".."
            and one.date
            and not _LAND_OR_ROAD.search(free.text[max(0, one.start - _NUMBER_OF) : one.start])
        )
        for one in told(divided):
            if not any(one.text in reference for reference in references):
                facts = {"text": one.text, "meant": f"{one.date:%d.%m.%Y}"}
                yield Breach(free.site, facts, one.text, free.nth(one.text, one.start))


def _bad_format(case: Case) -> Iterator[Breach]:
    """Yield a breach for the format of the letter's date, where it is printed in Norwegian."""
    pattern, hearing = case.issuer.date_format or "", case.hearing
    is_norwegian = any(language is not Language.DA for language in hearing.language)
    if hearing.sent and is_norwegian and not pattern.startswith("y"):
        meant = _HYPHEN_OR_SLASH.sub(".", pattern)
        if meant != pattern:
            yield Breach(case.issuer_site.at("date_format"), {"text": pattern, "meant": meant})


def _of_documents(case: Case) -> Iterator[DatedText]:
    for dated in dated_texts(case):
        is_near = dated.follows(_BEFORE_DOCUMENT)
        if (
            is_near
            and _DOCUMENT_OF.search(dated.sentence_before)
            and not _AS_FROM.search(dated.sentence_before)
            and not _TO_COME.search(dated.sentence_behind)
        ):
            yield dated


def _is_known(dated: DatedText, case: Case) -> bool:
    """Tell whether a date is one of those in the data; without a year, by day and month."""
    hearing, meeting = case.hearing, case.hearing.meeting
    moments = [
        hearing.deadline,
        *([hearing.origin.deadline] if hearing.origin else []),
        *([meeting.starts, meeting.sign_up_by] if meeting else []),
    ]
    days = [moment.day for moment in moments if moment]
    of_letter = (hearing.sent, hearing.decided, hearing.published, hearing.in_force)
    return any(dated.is_same_day(day) for day in [*days, *filter(None, of_letter)])
