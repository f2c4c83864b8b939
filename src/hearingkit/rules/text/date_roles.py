"""What the dates in texts are the days of: the deadline for answers, a meeting, a decision.

A table of phrases in the words of each language says how a sentence introduces each. That answers
are spoken of beside a date is not enough: «søkjarar får svar innan 1. juli» asks nobody.
"""

import datetime as dt
import enum
import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeAlias

from hearingkit.frozen import frozen
from hearingkit.language.language import Language
from hearingkit.language.word_groups import either
from hearingkit.language.words import Words
from hearingkit.model.hearing import HearingKind, Origin
from hearingkit.model.text import LineIn, Moment, in_language
from hearingkit.patterns import late_pattern
from hearingkit.rules.parts import part
from hearingkit.rules.text.dates_in_text import DatedText
from hearingkit.rules.text.phrases import (
    ISSUER,
    OTHER,
    THIS,
    Introduction,
    NamedParts,
    Wordings,
    clauses_of,
    compiled,
    sentence_before,
    sentence_with_signs,
)


class DateRole(enum.StrEnum):
    """What a date is the day of.

    Attributes:
        SIGN_UP: The last day to sign up for the meeting.
        MEETING: The hearing's meeting.
        IN_FORCE: What is heard enters into force.
        DOCUMENT: A document that the text cites was written.
        PUBLISHED: Something was published.
        DECIDED: Something was decided or sent.
        ANSWERS: The reader is asked for answers by then.
        LATE: Answers that come later don't count.
        OWN_ANSWER: The issuer itself has to answer by then, so others before.
        DEADLINE: A deadline ends, which may be that for answers.
        BEGINS: The hearing begins, in a sentence that says too when it ends.
    """

    SIGN_UP = "sign_up"
    MEETING = "meeting"
    IN_FORCE = "in_force"
    DOCUMENT = "document"
    PUBLISHED = "published"
    DECIDED = "decided"
    ANSWERS = "answers"
    LATE = "late"
    OWN_ANSWER = "own_answer"
    DEADLINE = "deadline"
    BEGINS = "begins"


class DateRoleWords(Words):
    """The phrases by which a language says what a date is the day of.

    In them, ``<other>`` is another date, ``<us>`` the issuer, ``<subject>`` what is heard.

    Attributes:
        clause_ends: Where one thing ends that a sentence says, and the next begins.
        past: What tells of something that is over.
        too_late: Before a day that is the first one that is too late.
        decision: What tells that somebody decided, rather than did anything else.
        when: Before the day of a meeting that the sentence before is on.
        parts: Patterns by name.
        associations: The words in the name of an association, and as a text speaks of one.
        subjects: What a text calls that which is heard, beside the part ``always_own``.
        roles: The phrases.
    """

    section = "text.date_roles"

    clause_ends: tuple[str, ...]
    past: str
    too_late: tuple[str, ...]
    decision: str
    when: str
    parts: Mapping[str, str]
    associations: Mapping[str, str]
    subjects: Mapping[HearingKind, str]
    roles: Mapping[DateRole, Wordings]

    def parts_for(self, kind: HearingKind) -> NamedParts:
        """Return the patterns by name, in a hearing of a kind."""
        own = filter(None, (self.parts["always_own"], self.subjects.get(kind)))
        us = either((ISSUER, self.parts["us"]))
        named = {
            "us": us,
            "subject": either(own),
            "association": either(self.associations.values()),
        }
        return NamedParts({**self.parts, "date": THIS, "other": OTHER, **named})

    def spoken_of(self, name: str) -> Iterator[str]:
        """Yield what a text calls an association of a name: «forbundet»."""
        short = name.casefold()
        return (word for stem, word in self.associations.items() if stem in short)


@frozen
class GivenRole:
    """The role that a sentence gives a date.

    Attributes:
        role: The role.
        of_subject: Whether the clause is on what is heard.
        phrase: The words that give it the role, with signs for dates and the issuer.
    """

    role: DateRole
    of_subject: bool
    phrase: str


@frozen
class Asker:
    """Who asks for answers, as far as it is known.

    Attributes:
        names: What the letter calls it, in any language.
        sent: The day of the letter.
        passes_on: Whether it passes the hearing of another on.
    """

    names: frozenset[str]
    sent: dt.date | None
    passes_on: bool


OF_ANSWERS: Final = frozenset(
    {DateRole.ANSWERS, DateRole.LATE, DateRole.OWN_ANSWER, DateRole.DEADLINE, DateRole.BEGINS}
)
"""The roles of dates by which somebody is to answer."""
_IN_BRACKETS: Final = late_pattern(rf"\([^()]*{THIS}[^()]*\)")
DateRoles: TypeAlias = Mapping[DatedText, GivenRole]


@part
def asker(
    language: tuple[Language, ...],
    sent: dt.date | None = None,
    origin: Origin | None = None,
    issuer_name: str | LineIn | None = None,
    issuer_short_name: str | LineIn | None = None,
) -> Asker:
    """Return who asks for answers."""
    given = [words for words in (issuer_name, issuer_short_name) if words]
    names = [(in_language(words, each), each) for words in given for each in language]
    spoken = (word for name, each in names for word in DateRoleWords.of(each).spoken_of(name))
    every = frozenset(name for name, _ in names if name).union(spoken)
    return Asker(every, sent, passes_on=origin is not None)


@part
def date_roles(
    dates_below_title: tuple[DatedText, ...], asker: Asker, kind: HearingKind = HearingKind.OTHER
) -> DateRoles:
    """Return the dates that have a role, in order."""
    found = ((dated, _role(dated, asker, kind)) for dated in dates_below_title)
    return {dated: given for dated, given in found if given}


@part
def dates_for_answers(
    date_roles: DateRoles,
    asker: Asker,
    dates_below_title: tuple[DatedText, ...],
    deadline: Moment,
) -> tuple[DatedText, ...]:
    """Return the dates by which the texts ask for answers.

    A deadline of which the text doesn't say for what counts unless the text has the right day too.
    Who passes a hearing on tells by when it answers itself.
    """
    right = {one.text for one in dates_below_title if one.is_same_day(deadline.day)}
    plain = {DateRole.ANSWERS, *([DateRole.OWN_ANSWER] if asker.passes_on else [])}

    def counts(one: DatedText, role: DateRole) -> bool:
        is_plain = one.is_same_day(deadline.day) or one.text not in right
        return role in plain or (role is DateRole.DEADLINE and is_plain)

    return tuple(one for one, given in date_roles.items() if counts(one, given.role))


def with_role(date_roles: DateRoles, role: DateRole) -> Iterable[DatedText]:
    """Yield the dates that have a role, in order."""
    return (one for one, given in date_roles.items() if given.role is role)


def is_of_decision(dated: DatedText, given: GivenRole) -> bool:
    """Return whether what was decided or done on a date was decided."""
    words = DateRoleWords.of(dated.text.language)
    return bool(re.search(words.decision, given.phrase, re.IGNORECASE))


def is_near_meeting(dated: DatedText) -> bool:
    """Return whether a date stands in a sentence on a public meeting, and is no last day.

    «Tid: 29. september» is on what the sentence before it speaks of.
    """
    text, start, end = dated.text, dated.date.start, dated.date.end
    sentence = sentence_with_signs(text, start, end)
    meeting, is_last, when = _of_meeting(text.language)
    if when.match(sentence):
        first, _ = text.sentence_around(start, end)
        sentence = f"{text.before(max(first - 1, 0))} {sentence}"
    return bool(meeting.search(sentence)) and not is_last.search(sentence)


def is_near_event(dated: DatedText) -> bool:
    """Return whether a date stands in a sentence on something that takes place."""
    event = _named("event", dated.text.language, HearingKind.OTHER)
    return bool(event.search(f"{dated.before} {dated.behind}"))


def _role(dated: DatedText, asker: Asker, kind: HearingKind) -> GivenRole | None:
    if dated.is_quoted:
        return None
    language = dated.text.language
    sentence = sentence_with_signs(dated.text, dated.date.start, dated.date.end, asker.names)
    before = sentence_before(dated.text, dated.date.start)
    is_over = _is_over(dated, sentence, asker)
    return _given_in(sentence, before, language, kind, is_over=is_over)


@functools.lru_cache(maxsize=512)  # an office asks for answers in the same words
def _given_in(
    sentence: str, before: str, language: Language, kind: HearingKind, *, is_over: bool
) -> GivenRole | None:
    """Return the role that a sentence gives its date, if it isn't that of an earlier hearing."""
    clauses = clauses_of(sentence, _clause_end(language))
    for role, introduction in _introductions(language, kind):
        phrase = introduction.words_in(clauses, sentence, before)
        if phrase and not (is_over and role in OF_ANSWERS):
            of_subject = bool(_named("subject", language, kind).search(clauses[0]))
            return GivenRole(role, of_subject, phrase)
    return None


def _is_over(dated: DatedText, sentence: str, asker: Asker) -> bool:
    """Return whether a sentence tells of a deadline before the letter: of an earlier hearing.

    It does in the past tense, or in brackets: «undersøkelsen (svarfrist 1. april 2026)».
    """
    past = DateRoleWords.of(dated.text.language).past
    is_early = dated.is_before(asker.sent) or dated.begins_before(asker.sent)
    is_told = re.search(past, sentence, re.IGNORECASE) or _IN_BRACKETS.search(sentence)
    return is_early and bool(is_told)


@functools.cache
def _clause_end(language: Language) -> re.Pattern[str]:
    return re.compile(either(DateRoleWords.of(language).clause_ends), re.IGNORECASE)


@functools.cache
def _introductions(
    language: Language, kind: HearingKind
) -> tuple[tuple[DateRole, Introduction], ...]:
    """Return the phrases of a language, by role in the order of the roles."""
    words = DateRoleWords.of(language)
    parts = words.parts_for(kind)
    return tuple((role, Introduction(words.roles[role], parts)) for role in DateRole)


@functools.cache
def _named(part: str, language: Language, kind: HearingKind) -> re.Pattern[str]:
    """Compile one of the parts that phrases are made of."""
    return compiled((f"<{part}>",), DateRoleWords.of(language).parts_for(kind))


@functools.cache
def _of_meeting(language: Language) -> tuple[re.Pattern[str], ...]:
    """Compile what a text calls a public meeting, and what introduces a last day, and its day."""
    words = DateRoleWords.of(language)
    parts = words.parts_for(HearingKind.OTHER)
    last = ("<by>.*<date>", "<sign_up_word>.*<date>")
    when = re.compile(words.when, re.IGNORECASE)
    return compiled(("<meeting_word>", "<the_meeting>"), parts), compiled(last, parts), when
