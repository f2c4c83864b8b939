"""Rules on telephone numbers: those that can't be one, and another country's code."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from hearingkit.calendars.country import Country
from hearingkit.findings import Severity
from hearingkit.rules.contact.contacts import phones
from hearingkit.rules.recipients.addressees import Addressee, addressees
from hearingkit.rules.registry import Breach, rule
from hearingkit.validation.book import Case
from hearingkit.validation.faults import visible

_DIGITS: Final = 8
_LONGEST: Final = 200  # signs of a text that is a number, or several
_LONGEST_SHORT: Final = 6  # 112, 1813, 02800, 116 117
_NAMES: Final = {Country.DK: "Denmark", Country.NO: "Norway"}
_CODES: Final[Mapping[Country, str]] = {Country.DK: "45", Country.NO: "47"}
_PARTED: Final = re.compile(r"\s*[/,;|]\s*|\s+(?:eller|og|el\.|or|and)\s+")
_LABEL: Final = re.compile(
    r"(?i)^(?:(?:tlf|telefon|tel|mobil|mob|sentralbord|omstilling|vakt|hovednummer)"
    r"(?:[.-]?nr|nummer)?\b[.:]*\s*)+"
)
_NUMBER: Final = re.compile(r"(?:\(?\s?(?:\+|00)\s?(?P<land>4[57])\s?\)?)?(?P<rest>[0-9\s().–-]+)")
_REMARK: Final = re.compile(r"(?<=\d)\s?\([^()]*\)$")  # (9–15)
_RANGE: Final = re.compile(r"\s?[–-]\s?[0-9]{1,4}$")


@rule(
    "HK507",
    Severity.WARNING,
    says='"{phone}" can\'t be a telephone number: {problem}; look it up again',
    source="the numbering plans of Denmark (SDFI) and Norway (Nkom): eight digits",
)
def impossible_phone(case: Case) -> Iterator[Breach]:
    """A Danish or Norwegian telephone number has eight digits.

    A digit lost or doubled shows at once. The country's code may stand before them, as +47 or 0047.
    Short numbers are let alone, as 02800 or 116 117; so are numbers of other countries, and
    whatever holds words, as a number with an extension. Several numbers may stand in one text.

    Bad:  phone: +47 22 00 00 0
    Good: phone: +47 22 00 00 00
    """
    for site, phone in phones(case):
        yield from (Breach(site, facts) for facts in _problems(phone))
    for one in addressees(case):
        if one.recipient.phone and not _may_be_foreign(one, one.recipient.phone):
            here = one.site.at("phone")
            yield from (Breach(here, facts) for facts in _problems(one.recipient.phone))


@rule(
    "HK509",
    Severity.NOTE,
    says='"{phone}" has the code of {other}, but the issuer is in {country}; '
    "write +{code} if that is meant",
    source="practice: a number in the other country is seldom that of a body's own office",
)
def code_of_the_other_country(case: Case) -> Iterator[Breach]:
    """The telephone numbers of a letter have the code of the issuer's own country.

    A code that was copied along rings somebody in the other country. The numbers of recipients are
    let alone, as they may be of either.

    Bad:  issuer: {country: DK, phone: +47 72 22 74 00}
    Good: issuer: {country: DK, phone: +45 72 22 74 00}
    """
    country = case.issuer.country
    other = next(one for one in Country if one is not country)
    for site, phone in phones(case):
        if any(land == _CODES[other] for land, _ in _numbers(phone)):
            facts = {"other": _NAMES[other], "country": _NAMES[country], "code": _CODES[country]}
            yield Breach(site, {"phone": visible(phone), **facts})


def _problems(phone: str) -> Iterator[dict[str, str]]:
    """Yield the facts of the first number in a text that can't be one."""
    for land, digits in _numbers(phone):
        problem = _problem(land, digits)
        if problem:
            yield {"phone": visible(phone), "problem": problem}
            return


def _problem(land: str, digits: str) -> str:
    length = len(digits)
    if length <= _LONGEST_SHORT or length == 2 * _DIGITS:  # two numbers with a space between
        return ""
    if length == _DIGITS:
        return f"none of eight digits begins with {digits[0]}" if digits[0] in "01" else ""
    if length == _DIGITS + 2 and not land and digits[:2] in _CODES.values():
        return f"it has {length} digits, not 8, or lacks the + before {digits[:2]}"
    return f"it has {length} digits{' behind the code' if land else ''}, not {_DIGITS}"


def _numbers(phone: str) -> Iterator[tuple[str, str]]:
    """Yield country code and digits of each number in a text; none of what holds more than them."""
    short = " ".join(phone.split())
    for part in _PARTED.split(short if len(short) < _LONGEST else ""):
        bare = _LABEL.sub("", part.strip()).replace("(0)", "")
        found = _NUMBER.fullmatch(_REMARK.sub("", bare))
        if found and not (found["land"] is None and _is_foreign(found["rest"])):
            yield found["land"] or "", _digits(found["rest"])


def _digits(number: str) -> str:
    """Return the digits; without the last of a range, or an extension, behind a whole number."""
    whole = re.sub(r"\D", "", _RANGE.sub("", number))
    return whole if len(whole) == _DIGITS else re.sub(r"\D", "", number)


def _is_foreign(number: str) -> bool:
    return number.startswith("00") and len(re.sub(r"\D", "", number)) > _DIGITS


def _may_be_foreign(one: Addressee, phone: str) -> bool:
    """Tell whether a number begins as abroad, or its holder's mailboxes lie there."""
    begins = phone.lstrip("( ")
    return (begins.startswith("0") and not begins.startswith("00")) or one.is_abroad
