"""What a text says is enclosed with it: at all, by number, by count, or thing by thing.

An annex of something else, as «bilag 1 til forordningen» and «direktivets bilag 2», is not.
"""

import functools
import re
from collections.abc import Iterator
from typing import Final

from hearingkit.frozen import frozen
from hearingkit.language.asked_words import any_stands_in, folded
from hearingkit.language.words import Words
from hearingkit.patterns import late_pattern
from hearingkit.texts.found import Found
from hearingkit.texts.line_search import found_in_lines, hide_in_lines
from hearingkit.texts.periods import PeriodWords


class EnclosingWords(Words):
    """What is said of enclosures, as patterns.

    Attributes:
        enclosure: What one is called.
        enclosures: The same, or several.
        the_enclosure: The one that is known.
        enclosed: What goes with a letter is so: «vedlagte».
        goes_with: The same, before what it goes with.
        laid_with: The same, in several words: «lagt ved».
        draft_is_enclosed: The same, where it is a draft or goes with a mail: «utkastet følger med».
        is_enclosed: The same, with its verb: «vedlegges».
        signs: Anything that speaks of enclosures.
        hints: No patterns: one of them stands in whatever says what is enclosed.
        letter: Part of a word for the letter itself.
        letters: Whole words for it.
        the_letter: The same, as it says that it has enclosures.
        hearing: Beginnings of words for the hearing.
        messages: Parts of other words for what is sent.
        documents: Beginnings of words for what has annexes of its own.
        parts: What a document has that may be numbered.
        owners: The end of a word whose annex it is.
        definite: Endings of a word for what is known.
        endings: All endings of words for things.
        everywhere: Words without endings that every letter has.
        number: Before a number.
        joined: Before the last of several numbers.
        up_to: Before the last number of a row.
        and_also: Before the last of several things.
        annex_of: Before what an annex is of.
        annex_to: The same, where this letter can't be meant.
        applications: Beginnings of words for what others enclose something with.
        this: Before what this letter is.
        is_now: «er».
        was: «lå».
        like: «som».
        within: «i».
        at_place: «på».
        including: Before the annexes of a document.
        where: Begins the words on a place.
        found: That something is in a place.
        also: «også».
        often: The same, or another such word.
        hereby: The same, or with this letter.
        besides: The same, or who sends it.
        holds: That a letter has enclosures.
        sent: That something is sent, before how many.
        follows: The same, behind how many.
        are_sent: The same, behind or before what.
        article: Before a thing.
        of_thing: Joins the two words that a thing is named by: «utkast til forskrift».
        with_what: Before what has enclosures of its own.
        see: Before what the reader is pointed to.
        modals: That something is to be done by somebody.
        been: Before what others are to enclose, or have enclosed.
        have: The same, where others have it.
        no_subject: What begins a sentence and is not that which is enclosed.
        handing: That somebody is to send something.
        along: Behind that.
        answers: Beginnings of words for what others send.
        for_use: Before them, if what is sent helps to write them.
        sending: Parts of words for what is sent, or for sending it.
    """

    section = "texts.enclosing"

    enclosure: tuple[str, ...]
    enclosures: tuple[str, ...]
    the_enclosure: tuple[str, ...]
    enclosed: tuple[str, ...]
    goes_with: tuple[str, ...]
    laid_with: tuple[str, ...]
    draft_is_enclosed: tuple[str, ...]
    is_enclosed: tuple[str, ...]
    signs: tuple[str, ...]
    hints: tuple[str, ...]
    letter: str
    letters: tuple[str, ...]
    the_letter: str
    hearing: str
    messages: tuple[str, ...]
    documents: tuple[str, ...]
    parts: tuple[str, ...]
    owners: str
    definite: tuple[str, ...]
    endings: tuple[str, ...]
    everywhere: frozenset[str]
    number: str
    joined: tuple[str, ...]
    up_to: str
    and_also: tuple[str, ...]
    annex_of: tuple[str, ...]
    annex_to: tuple[str, ...]
    applications: str
    this: str
    is_now: str
    was: str
    like: str
    within: str
    at_place: str
    including: tuple[str, ...]
    where: tuple[str, ...]
    found: tuple[str, ...]
    also: tuple[str, ...]
    often: tuple[str, ...]
    hereby: tuple[str, ...]
    besides: tuple[str, ...]
    holds: tuple[str, ...]
    sent: tuple[str, ...]
    follows: tuple[str, ...]
    are_sent: tuple[str, ...]
    article: str
    of_thing: tuple[str, ...]
    with_what: tuple[str, ...]
    see: str
    modals: tuple[str, ...]
    been: tuple[str, ...]
    have: tuple[str, ...]
    no_subject: tuple[str, ...]
    handing: str
    along: tuple[str, ...]
    answers: tuple[str, ...]
    for_use: tuple[str, ...]
    sending: tuple[str, ...]


# Every repetition is bounded or possessive, so that a text is read in linear time.
_TO_THIS: Final = r"\s+%this\s[\w-]{0,20}(?:%letter|%messages)"
_OTHERS: Final = (  # of something else
    rf"(?!\s+(?:(?:%annex_of|%annex_to)\b(?!{_TO_THIS})|%applications))"
)
_NEXT: Final = r"[1-9][0-9]?(?!\w)(?!\.\s?\w)"  # no day of a month
_MAYBE_NUMBERED: Final = r"(?i)%enclosures\s+(?:%number\s*)?[1-9]"
_NUMBERED: Final = (
    r"(?i)\b%enclosures\s+(?:%number\s*)?(?P<first>[1-9][0-9]?)\b"
    rf"(?:(?P<more>(?:,\s*{_NEXT}){{0,20}}+,?\s+%joined\s+{_NEXT})"
    rf"|\s?(?:-|–|%up_to)\s?(?P<last>{_NEXT}))?+{_OTHERS}"
)
_OWNER: Final = r"(?:%owners|\b[0-9/]{1,10})\s$"  # direktivets; (EU) 2017/745
_NUMBER: Final = late_pattern("[1-9][0-9]?")
_DEFINITE: Final = (  # neither this letter nor this hearing
    r"(?!\w{0,20}(?:%letter|%hearing|%messages))[\w-]{4,40}%definite\b"
)
_ONE: Final = r"%enclosures\s[1-9][0-9]?"
_SOME: Final = rf"{_ONE}(?:\s?(?:-|–|%up_to|%joined)\s?[1-9][0-9]?)?"
_FOUND: Final = r"\s(?:%is_now\s)?%found\b"
_NOT_OURS: Final = (
    # «bilag 1 til loven, og bilag 4»; «tabell 2 i vedlegg 3»; «vedlagt rapporten som bilag 2»
    rf"(?i)\b{_ONE}\s%annex_of\s(?!(?:%this\s)?\w{{0,20}}%letter|[0-9])[^.!?\n(]{{0,200}}"
    rf"|\b(?:%parts|§)\s[0-9.]{{1,8}}\s%within\s{_ONE}"
    rf"|\b%goes_with\s{_DEFINITE}\s(?:%also\s)?%like\s{_ONE}"
    # «utkastet med bilag 1»; «udkastet er på ni sider med to bilag (bilag 1: kort; bilag 2: mål)»
    r"|%documents\w{0,12}\s(?:(?!\w{0,12}(?:%letter|%hearing|%sending))[^.!?\n(]){0,40}?"
    rf"\b%including\s(?:{_ONE}|(?:\w{{1,6}}\s)?%enclosures\s\([^)]{{0,200}})"
    # «på portalen, hvor også bilag 1–4 findes»; «bilag 1–4 findes på portalen»
    rf"|\b%where\s(?:%also\s)?{_SOME}(?={_FOUND})|\b{_SOME}(?={_FOUND}\s(?:%also\s)?%at_place\b)"
)

_COUNT: Final = r"(?P<count>[^\W\d_]{2,12}|[2-9]|1[0-9])"
_COUNTED: Final = (
    rf"(?i)(?<![\w.,§/-]){_COUNT}\s+%enclosed\b{_OTHERS}",
    r"(?i)\b(?:%sent|%enclosed\s+%is_now|\w{0,10}%the_letter\s+%holds)"
    rf"\s+(?:%besides\s+){{0,2}}{_COUNT}\s+%enclosures\b{_OTHERS}",
    rf"(?i)\b%enclosed\s+%are_sent\s+(?:%besides\s+){{0,2}}{_COUNT}\s+%documents\w{{0,4}}\b{_OTHERS}",
    rf"(?i)(?<![\w.,§/-]){_COUNT}\s+%enclosures\s+"
    rf"(?:%follows|%is_now\s+(?:%enclosed|%laid_with))\b{_OTHERS}",
    rf"(?i)(?<![\w.,§/-]){_COUNT}\s+%enclosures\s+%annex_of(?:{_TO_THIS}|\s%the_letter\b)",
)
_WITH_SOMETHING: Final = r"(?i)\b%with_what\s+(?![\w-]*%letter)[\w-]+\s+$"

_THING: Final = r"(?:%article\s)?[^\W\d_][\w-]{3,60}(?:\s%of_thing\s[\w-]{3,60})?"
_THINGS: Final = rf"(?P<things>{_THING}(?:(?:,|\s%and_also)\s{_THING}){{0,9}}\s%and_also\s{_THING})"
_ENUMERATED: Final = (
    rf"(?:^|(?<=[.!?:\n]))[ \n\u2028-]{{0,9}}{_THINGS}\s+(?:%are_sent\s+(?:%hereby\s+){{0,2}}"
    rf"(?:%enclosed|%laid_with|%like\s+%enclosure)|%is_enclosed)\b{_OTHERS}",
    rf"\b(?i:%enclosed|%like\s%enclosures)\s+%are_sent\s+{_THINGS}(?=\s*(?:[.\n]|$))",
    rf"\b(?i:%is_enclosed)\s+(?:%hereby\s+){{0,2}}{_THINGS}(?=\s*(?:[.\n]|$))",
)

_MENTIONED: Final = (
    rf"(?i)\b%enclosed\b{_OTHERS}(?P<thing>\s+[\w-]{{1,60}})?"
    r"|\b%see\s(?:%enclosure|%the_enclosure)\b(?!\s+[0-9])"
    r"|(?<![^\n])[^\w\n]{0,4}%enclosure:\W{0,4}(?=\w{0,12}%documents)"  # «Bilag: Udkast»
    rf"|\b(?P<sent>%like\s%enclosure|%draft_is_enclosed|%is_enclosed)(?!\w){_OTHERS}(?!\s+[0-9])"
)
_TO_BE: Final = r"\b%modals\s(?:%often\s)?"
# «skal være vedlagt», «må ha vedlagt»; and what was enclosed once, and not with this letter
_ASKED_OF_OTHERS: Final = rf"(?i)\b%been\s$|{_TO_BE}%have\s$"
_WITH_ANOTHER: Final = rf"(?i)%goes_with\s{_DEFINITE}"
_IS: Final = (
    r"(?i)(?:^|[.!?\n,])\s?(?!%no_subject\b)[^.!?\n,]{1,70}\b(?:%is_now|%was)\s(?:%also\s)?$"
)
# «Regnskabet vedlægges en erklæring», and not «Udkastet vedlægges til orientering»
_GIVEN_TO: Final = r"(?i)(?:^|[.!?\n,]\s?)(?!\w{0,20}(?:%letter|%messages))[\w-]{4,40}%definite\s$"
_SOMETHING: Final = (
    r"(?i)\s(?!(?:%no_subject|%also|%hereby|%besides|%this|%joined|%and_also|%annex_of|%like)\b"
    r"|\w{0,20}%letter)[^\W\d_]"
)
# «skal følge som vedlegg», «kan som bilag medsende»
_ANSWER: Final = rf"(?i){_TO_BE}(?:%handing\w{{1,6}}\s(?:%along\s)?)?$|(?<!med\s)%answers[^.!?\n]*$"
_FOR_ANSWER: Final = r"(?i)\b%for_use\s[^.!?\n]*$"

_LETTERS: Final = late_pattern(r"[^\W\d_]+")
_SHORTEST: Final = 4  # letters of a word that tells something
_LONGEST: Final = 60
_MOST_WORDS: Final = 5_000  # whose stems are remembered


@frozen
class Said(Found):
    """A piece of a text that says that something is enclosed.

    Attributes:
        numbers: The numbers of the enclosures, if it numbers them.
        count: How many there are at least.
        things: What they are, if it tells it in words, each a single word.
    """

    numbers: frozenset[int] = frozenset()
    count: int = 1
    things: tuple[str, ...] = ()


def numbered(text: str) -> Iterator[Said]:
    """Yield where a text gives enclosures by number: «vedlegg 1, 2 og 4», «bilag 1–3».

    Those of a document («utkastet med bilag 1–5», «tabell 2 i vedlegg 3») and those that are found
    elsewhere («bilag 1–4 findes på portalen») are not among them.
    """
    pattern = EnclosingWords.pattern
    ours = hide_in_lines(pattern(_NOT_OURS), text, _may_be_numbered)
    for found in _found(_NUMBERED, ours):
        if pattern(_OWNER).search(ours, max(0, found.start() - 12), found.start()):
            continue
        first, last = int(found["first"]), int(found["last"] or 0)
        more = map(int, _NUMBER.findall(found["more"] or ""))
        numbers = frozenset({first, *more, *range(first, last + 1)})
        yield Said(found[0], found.start(), numbers, max(numbers))


def enclosed(text: str) -> Iterator[Said]:
    """Yield where a text says that something is enclosed, be it one thing or several.

    What others are asked to enclose, with an application or an answer, is not; nor is what goes
    with something else, «vedlagt rapporten», or went with it, «var vedlagt».
    """
    pattern = EnclosingWords.pattern
    for found in _found(_MENTIONED, text):
        asks = pattern(_ANSWER if found["sent"] else _ASKED_OF_OTHERS)
        before = text[max(0, found.start() - 80) : found.start()]
        goes_with = pattern(_WITH_ANOTHER).match(found[0]) and pattern(_IS).search(before)
        is_asked = asks.search(before) and not pattern(_FOR_ANSWER).search(before)
        if not is_asked and not goes_with and not _goes_with_a_thing(found, before):
            things = (found["thing"].strip(),) if found["thing"] else ()
            yield Said(found[0], found.start(), things=things)


def _goes_with_a_thing(found: re.Match[str], before: str) -> bool:
    """Return whether a sentence says that something goes with a thing, and not with the letter."""
    if not found["sent"]:
        return False
    pattern = EnclosingWords.pattern
    is_given = pattern(_GIVEN_TO).search(before)
    return bool(is_given and pattern(_SOMETHING).match(found.string, found.end()))


def counted(text: str) -> Iterator[Said]:
    """Yield where a text tells how many enclosures there are: «de to vedlagte notatene»."""
    with_something = EnclosingWords.pattern(_WITH_SOMETHING)
    for counting in _COUNTED:
        for found in _found(counting, text):
            count = _number(found["count"])
            before = max(0, found.start() - 80)
            if count > 1 and not with_something.search(text, before, found.start()):
                yield Said(found[0], found.start(), count=count)


def _number(said: str) -> int:
    """Return a number in figures or words; 0 for any other word."""
    numbers = PeriodWords.of_any().numbers
    return int(said) if said.isdigit() else numbers.get(said.lower(), 0)


def enumerated(text: str) -> Iterator[Said]:
    """Yield where a text names each thing enclosed: «Plankart og bestemmelser er vedlagt».

    The «følgebrev» is the letter itself, and no enclosure.
    """
    pattern = EnclosingWords.pattern
    for enumeration in _ENUMERATED:
        for found in _found(enumeration, text):
            if _goes_elsewhere(found):
                continue
            every = pattern(r",\s|\s%and_also\s").split(found["things"])
            the_letter = pattern(r"(?i)%letters")
            things = tuple(thing for thing in every if not the_letter.fullmatch(thing))
            start = found.start("things")
            yield Said(text[start : found.end()], start, count=len(things), things=things)


def _goes_elsewhere(found: re.Match[str]) -> bool:
    """Return whether what is named goes with an answer or with a thing, and not with the letter."""
    pattern = EnclosingWords.pattern
    before = found.string[max(0, found.start() - 80) : found.start()]
    asks = map(pattern(_ANSWER).search, (found["things"], before))
    return any(asks) or bool(pattern(_GIVEN_TO).search(before))


def speaks_of_enclosures(text: str) -> bool:
    """Return whether a text says in any way that something goes with it."""
    return any_stands_in(EnclosingWords.of_any().signs, text)


def _found(template: str, text: str) -> Iterator[re.Match[str]]:
    return found_in_lines(EnclosingWords.pattern(template), text, _may_say_so)


def _may_be_numbered(line: str) -> bool:
    maybe = _may_say_so(line) and _NUMBER.search(line)
    return bool(maybe and EnclosingWords.pattern(_MAYBE_NUMBERED).search(line))


@functools.lru_cache(maxsize=256)  # several patterns are looked for in the same lines
def _may_say_so(line: str) -> bool:
    said = folded(line)
    return any(hint in said for hint in EnclosingWords.of_any().hints)


class TitleMatcher:
    """The words of a text, whatever their endings: are those of a title among them?"""

    def __init__(self, text: str) -> None:
        self._text = text.lower()

    @functools.cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(_stems(self._text))

    def name(self, title: str) -> bool:
        """Return whether a word of a title is in the text, or they have a part in common.

        «Notatet» is the høringsnotat, and «planen» may be the planutkast; but what every letter
        speaks of, as «høringen», names none.
        """
        return any(self._has(stem) for stem in _stems(title))

    def _has(self, stem: str) -> bool:
        cuts = range(_SHORTEST, len(stem) - 1)
        parts = (part for cut in cuts for part in (stem[:cut], stem[-cut:]))
        return stem in self._text or any(part in self._stems for part in parts)


def _stems(text: str) -> Iterator[str]:
    """Yield the words of a text without their endings; none that is hardly a word."""
    return filter(None, map(_stem, _LETTERS.findall(text.lower())))


@functools.lru_cache(maxsize=_MOST_WORDS)
def _stem(word: str) -> str:
    """Return a word in small letters without its ending; empty if it is hardly a word."""
    if not _SHORTEST <= len(word) <= _LONGEST:
        return ""
    stem = EnclosingWords.pattern(r"(?<=\w{4})%endings$").sub("", word)
    return "" if EnclosingWords.pattern("%everywhere").fullmatch(stem) else stem
