"""Rules on the numbers of bodies: CVR, organisasjonsnummer, EAN/GLN."""

import enum
import functools
import re
from collections.abc import Callable, Iterator
from typing import Final

from hearingkit.calendars.country import Country
from hearingkit.findings import Severity, practice, standard
from hearingkit.language.word_groups import either
from hearingkit.language.words import Words
from hearingkit.names.body_names import share_a_word
from hearingkit.patterns import late_pattern
from hearingkit.rules.recipients.addressees import Addressee
from hearingkit.rules.registry import Breach, also, rule
from hearingkit.source.site import Site
from hearingkit.validation.book import HearingBook
from hearingkit.validation.faults import visible

_SEPARATORS: Final = late_pattern(r"[\s.–-]")
_FINNISH: Final = late_pattern(r"\d{7}-\d")  # of the length of a CVR number
_IN_POWERS: Final = late_pattern(r"[0-9](?:[.,][0-9]{1,15})?[eE]\+?([0-9]{1,2})")  # 9,74761E+08
_CVR, _ORG, _GLN = 8, 9, 13  # digits
_P_NUMBER: Final = 10
_USUAL: Final = {Country.DK: _CVR, Country.NO: _ORG}
_QUOTES: Final = "«»”“„’‘'\""  # typed around a number, they are printed with it


class NumberWords(Words):
    """What is written around the number of a body.

    Attributes:
        before: Before it.
        behind: Behind it.
    """

    section = "recipients.identifiers"

    before: tuple[str, ...]
    behind: tuple[str, ...]


class NumberKind(enum.StrEnum):
    """The name of a kind of number, which is the same in every language."""

    CVR = "CVR-nummer"
    ORG = "organisasjonsnummer"
    GLN = "EAN/GLN"


_NAMES: Final = {_CVR: NumberKind.CVR, _ORG: NumberKind.ORG, _GLN: NumberKind.GLN}


_SAYS: Final = {
    "signs": '"{number}" is no {kind}: it holds other signs than digits; look it up again',
    "length": '"{number}" is no {kind}: it has {length} digits, not {expected}; look it up again',
    "check": '"{number}" is no {kind}: its check digit is not that of the others; look it up again',
    "neither": '"{number}" is no {kind}: it has {length} digits, not {expected}, '
    "and is no {other} either; look it up again",
}
_ASKED: Final = standard(
    "Erhvervsstyrelsen (DK) and Brønnøysundregistrene (NO): modulus 11; GS1: modulo 10"
)


@rule("HK307", Severity.WARNING, says=_SAYS, source=_ASKED)
def wrong_number(
    issuer_country: Country,
    issuer_site: Site,
    issuer_org_number: str | None = None,
    issuer_ean: str | None = None,
) -> Iterator[Breach]:
    """The number of a body agrees with its own check digit.

    The last digit follows from the others, so that a slip shows: a CVR number has 8 digits, an
    organisasjonsnummer 9, an EAN/GLN 13. Digital Post and eFormidling find the body by it. A Danish
    P-number (10 digits) is not checked, as some were given out with another check digit; nor is a
    number of another country. A recipient may be of either country; where its number is of neither,
    the message names the kind that the issuer's country has.

    Bad:  issuer: {org_number: 987 654 321}
    Good: issuer: {org_number: 987 654 325}
    """
    own = _USUAL[issuer_country]
    yield from _judged(issuer_org_number, issuer_site.at("org_number"), own, own)
    yield from _judged(issuer_ean, issuer_site.at("ean"), own, _GLN)


@also("HK307")
def wrong_number_of_a_recipient(
    addressees: tuple[Addressee, ...], issuer_country: Country
) -> Iterator[Breach]:
    """The number of a recipient agrees with its own check digit."""
    for one in addressees:
        if not one.is_registered:
            number, site = one.recipient.org_number, one.site.at("org_number")
            yield from _judged(number, site, _USUAL[issuer_country])


@rule("HK324", Severity.WARNING, says=_SAYS, source=_ASKED)
def wrong_number_of_a_party(book: HearingBook) -> Iterator[Breach]:
    """The numbers of a party of the register agree with their own check digits.

    They are checked as those of other recipients (HK307), also of parties that no hearing names.
    Where ``country`` isn't told, a number of a length that is neither's is held against CVR.

    Bad:  parties: {kl: {name: KL, org_number: "12345678"}}, recipients: [{party: kl}]
    Good: parties: {kl: {name: KL, org_number: "12345674"}}, recipients: [{party: kl}]
    """
    for located in book.parties.values():
        party, site = located.value, located.site
        own = _USUAL[party.country or Country.DK]
        yield from _judged(party.org_number, site.at("org_number"), own)
        yield from _judged(party.ean, site.at("ean"), own, _GLN)
        yield from _judged(party.digital_post, site.at("digital_post"), own, _CVR)
        yield from _judged(party.eformidling, site.at("eformidling"), own, _ORG)


@rule(
    "HK315",
    Severity.WARNING,
    says='"{number}" is also the number of "{other}", which stands at {first}; '
    "look it up again, or keep one of them if it is one body",
    source=practice("eFormidling and Digital Post find a body by its number alone"),
)
def number_of_another(addressees: tuple[Addressee, ...]) -> Iterator[Breach]:
    """A number belongs to one body.

    A number that was copied along with its neighbour's line sends the letter to the neighbour,
    whatever name stands above it. The parts of one body may share its number: so only two
    are reported whose names have no word in common, and whose mailboxes are in different domains.

    Bad:  recipients: [{name: KL, email: kl@kl.example, org_number: "12345674"}, {name: Havne,
          email: dh@havne.example, org_number: "12345674"}]
    Good: recipients: [{name: KL, email: kl@kl.example, org_number: "12345674"}]
    """
    first_with: dict[str, Addressee] = {}
    for again in addressees:
        digits = digits_of(again.recipient.org_number or "")
        first = first_with.setdefault(digits, again) if digits else again
        if first is not again and _are_strangers(first, again):
            other = {"other": first.shown, "first": first.first_place}
            number = visible(again.recipient.org_number or "")
            yield Breach(again.site.at("org_number"), {"number": number, **other})


def _are_strangers(one: Addressee, other: Addressee) -> bool:
    """Return whether two recipients with mailboxes have neither a domain nor a word in common."""
    alike = share_a_word(one.recipient.name, other.recipient.name)
    return one.lies_elsewhere_than(other) and not alike


def _judged(number: str | None, site: Site, own: int, usual: int = 0) -> Iterator[Breach]:
    """Yield a breach for a wrong number.

    Args:
        number: As given.
        site: Where it stands.
        own: The kind of number that bodies of the issuer's country have.
        usual: The kind that it must be; 0 if it may be of any kind.
    """
    if not number:
        return
    digits = digits_of(number)
    expected = usual or own
    if not digits and (kind := _hidden(number)):
        yield _breach("signs", site, number, usual or kind)
    length = len(digits)
    kind = usual or (length if length in _NAMES else expected)
    if not digits or not (usual or _is_ours(length, kind)):
        return
    if length != kind:
        yield _breach("length", site, number, kind, length=length, expected=kind)
    elif not _checks(kind)(digits):
        if kind not in {expected, _GLN}:
            facts = {"length": length, "expected": expected, "other": _NAMES[kind]}
            yield _breach("neither", site, number, expected, **facts)
        else:
            yield _breach("check", site, number, kind)


def _breach(variant: str, site: Site, number: str, kind: int, **facts: object) -> Breach:
    facts = {"number": visible(number), "kind": _NAMES[kind], **facts}
    return Breach(site, facts, variant=variant)


def _is_ours(length: int, usual: int) -> bool:
    """Return whether a number may be one of ours, if perhaps with a digit too many or too few."""
    return abs(length - usual) <= 1 and length != _P_NUMBER


@functools.lru_cache(maxsize=512)  # many hearings have the same recipients
def digits_of(number: str) -> str:
    """Return the digits of a number of ours; nothing where it is of another make or country."""
    if number.isascii() and number.isdigit():
        return number
    if _FINNISH.fullmatch(number):
        return ""
    bare = _SEPARATORS.sub("", _around().sub("", number))
    return bare if bare.isascii() and bare.isdigit() else ""


@functools.cache
def _around() -> re.Pattern[str]:
    """Return what is written before and behind a number, in any language."""
    words = NumberWords.of_any()
    before = rf"(?:0192|0184|0088):|(?:ean|gln|{either(words.before)}|[.: -])+"
    return re.compile(rf"(?i)\A\s*(?:{before})|\s*(?:{either(words.behind)})\s*\Z")


def _hidden(number: str) -> int:
    """Return the length of a number between signs of no use, or cut short by a spreadsheet."""
    if cut := _IN_POWERS.fullmatch(number):
        length = int(cut[1]) + 1
        return length if length in _NAMES else 0
    within = number.strip(_QUOTES)
    digits = digits_of(within) if within != number else ""
    return len(digits) if len(digits) in _NAMES else 0


@functools.cache
def _checks(length: int) -> Callable[[str], bool]:
    from stdnum import ean
    from stdnum.dk import cvr
    from stdnum.no import orgnr

    return {_CVR: cvr.is_valid, _ORG: orgnr.is_valid, _GLN: ean.is_valid}[length]
