"""Rules on telephone numbers: those that can't be one, and another country's code."""

import functools
import re
from collections.abc import Iterator, Mapping
from typing import Final

from hearingkit.calendars.country import Country
from hearingkit.findings import Severity, limited, practice, standard
from hearingkit.language.asked_words import matches_in
from hearingkit.language.word_groups import either
from hearingkit.language.words import Words
from hearingkit.patterns import late_pattern
from hearingkit.rules.contact.contacts import Contacts
from hearingkit.rules.recipients.addressees import Addressee
from hearingkit.rules.registry import Breach, also, rule
from hearingkit.source.site import Site
from hearingkit.texts.text import Text
from hearingkit.validation.faults import visible

_DIGITS: Final = 8
_LONGEST: Final = 200  # signs of a text that is a number, or several
_MOST_KEPT: Final = 2048  # numbers, of those that many hearings have
_LONGEST_SHORT: Final = 6  # 112, 1813, 02800, 116 117
_CODES: Final[Mapping[Country, str]] = {Country.DK: "45", Country.NO: "47"}
_NUMBER: Final = late_pattern(
    r"(?:\(?\s?(?:\+|00)\s?(?P<land>4[57])\s?\)?)?(?P<rest>[0-9\s().–-]+)"
)
_IN_TEXT: Final = (  # and no day behind it
    r"(?i)\b%labels(?:[ .-]?(?:nr|nummer))?\b[.:]*\s*"
    r"(?P<number>[+(]?[0-9](?:[\s()+]{0,3}[0-9]){6,16}+)(?![\w/:–-])(?!\.\s?[0-9a-zæøå])"
)
_EVERYDAY: Final = late_pattern(r"(?:\+4[57] ?)?[2-9][0-9](?: ?[0-9]{2}){3}")
_REMARK: Final = late_pattern(r"(?<=\d)\s?\([^()]*\)$")  # (9–15)
_RANGE: Final = late_pattern(r"\s?[–-]\s?[0-9]{1,4}$")


class PhoneWords(Words):
    """The words around telephone numbers, as patterns.

    Attributes:
        several: What stands between two.
        labels: What stands before one.
    """

    section = "contact.phones"

    several: tuple[str, ...]
    labels: tuple[str, ...]


_Problem = tuple[str, Mapping[str, object]]
"""Why a number can't be one: which message says it, and what that one tells of the number."""


@rule(
    "HK507",
    Severity.WARNING,
    says={
        "first": '"{phone}" can\'t be a telephone number: none of eight digits begins '
        "with {digit}; look it up again",
        "plus": '"{phone}" can\'t be a telephone number: it has {length} digits, not 8, '
        "or lacks the + before {code}; look it up again",
        "length": '"{phone}" can\'t be a telephone number: it has {length} digits, not 8; '
        "look it up again",
        "behind-code": '"{phone}" can\'t be a telephone number: it has {length} digits '
        "behind the code, not 8; look it up again",
    },
    source=standard("the numbering plans of Denmark (SDFI) and Norway (Nkom): eight digits"),
)
def impossible_phone(contacts: Contacts) -> Iterator[Breach]:
    """A Danish or Norwegian telephone number has eight digits.

    A digit lost or doubled shows at once. The country's code may stand before them, as +47 or 0047.
    Short numbers are let alone, as 02800 or 116 117; so are numbers of other countries, and
    whatever holds words, as a number with an extension. Several numbers may stand in one text. In
    the text of the letter, what stands behind «tlf.», «telefon» or «mobil» is a number.

    Bad:  issuer: {phone: +47 22 00 00 0}
    Good: issuer: {phone: +47 22 00 00 00}
    """
    for site, phone in contacts.phones():
        yield from _judged(site, phone)


@also("HK507")
def impossible_phone_of_a_recipient(addressees: tuple[Addressee, ...]) -> Iterator[Breach]:
    """Yield the numbers of recipients, but for those that may be in another country."""
    for one in addressees:
        phone = one.recipient.phone
        # Without all of its mailboxes, nobody knows whether a recipient is abroad.
        if phone and one.is_whole and not _may_be_foreign(one, phone):
            yield from _judged(one.site.at("phone"), phone)


@also("HK507")
def impossible_phone_in_a_text(texts: tuple[Text, ...]) -> Iterator[Breach]:
    """Yield the numbers that a text calls those of a telephone."""
    for text in texts:
        for found in limited(matches_in(PhoneWords.pattern(_IN_TEXT), text.prose)):
            if problem := _first_problem(found["number"]):
                variant, facts = problem
                place = text.place(*found.span("number"))
                yield Breach(place, {"phone": visible(found["number"]), **facts}, variant=variant)


@rule(
    "HK509",
    Severity.NOTE,
    says={
        Country.DK: '"{phone}" has the code of Norway, but the issuer is in Denmark; '
        "write +{code} if that is meant",
        Country.NO: '"{phone}" has the code of Denmark, but the issuer is in Norway; '
        "write +{code} if that is meant",
    },
    source=practice("a number in the other country is seldom that of a body's own office"),
)
def code_of_the_other_country(contacts: Contacts, issuer_country: Country) -> Iterator[Breach]:
    """The telephone numbers of a letter have the code of the issuer's own country.

    A code that was copied along rings somebody in the other country. The numbers of recipients are
    let alone, as they may be of either.

    Bad:  issuer: {country: DK, phone: +47 72 22 74 00}
    Good: issuer: {country: DK, phone: +45 72 22 74 00}
    """
    other = next(one for one in Country if one is not issuer_country)
    for site, phone in contacts.phones():
        if any(land == _CODES[other] for land, _ in _numbers(phone)):
            facts = {"phone": visible(phone), "code": _CODES[issuer_country]}
            yield Breach(site, facts, variant=issuer_country)


def _judged(site: Site, phone: str) -> Iterator[Breach]:
    """Yield a breach for the first number in a text that can't be one."""
    if problem := _first_problem(phone):
        variant, facts = problem
        yield Breach(site, {"phone": visible(phone), **facts}, variant=variant)


@functools.lru_cache(_MOST_KEPT)  # many hearings share a list
def _first_problem(phone: str) -> _Problem | None:
    if _EVERYDAY.fullmatch(phone):
        return None
    problems = (_problem(land, digits) for land, digits in _numbers(phone))
    return next(filter(None, problems), None)


def _problem(land: str, digits: str) -> _Problem | None:
    length = len(digits)
    if length <= _LONGEST_SHORT or length == 2 * _DIGITS:  # two numbers with a space between
        return None
    if length == _DIGITS:
        return ("first", {"digit": digits[0]}) if digits[0] in "01" else None
    if length == _DIGITS + 2 and not land and digits[:2] in _CODES.values():
        return "plus", {"length": length, "code": digits[:2]}
    return "behind-code" if land else "length", {"length": length}


def _numbers(phone: str) -> Iterator[tuple[str, str]]:
    """Yield country code and digits of each number in a text; none of what holds more than them."""
    short = " ".join(phone.split())
    for part in _between().split(short if len(short) < _LONGEST else ""):
        bare = _label().sub("", part.strip()).replace("(0)", "")
        found = _NUMBER.fullmatch(_REMARK.sub("", bare))
        if found and not (found["land"] is None and _is_foreign(found["rest"])):
            yield found["land"] or "", _digits(found["rest"])


@functools.cache
def _between() -> re.Pattern[str]:
    """Return what stands between two numbers, in any language and in English."""
    words = either(PhoneWords.of_any().several)
    return re.compile(rf"\s*[/,;|]\s*|\s+(?:{words}|or|and)\s+")


@functools.cache
def _label() -> re.Pattern[str]:
    """Return what stands before a number, in any language."""
    words = either(PhoneWords.of_any().labels)
    return re.compile(rf"(?i)^(?:(?:{words})(?:[.-]?nr|nummer)?\b[.:]*\s*)+")


def _digits(number: str) -> str:
    """Return the digits; without the last of a range, or an extension, behind a whole number."""
    whole = re.sub(r"\D", "", _RANGE.sub("", number))
    return whole if len(whole) == _DIGITS else re.sub(r"\D", "", number)


def _is_foreign(number: str) -> bool:
    return number.startswith("00") and len(re.sub(r"\D", "", number)) > _DIGITS


def _may_be_foreign(one: Addressee, phone: str) -> bool:
    """Return whether a number begins as abroad, or its holder's mailboxes lie there."""
    begins = phone.lstrip("( ")
    return (begins.startswith("0") and not begins.startswith("00")) or one.is_abroad
