"""Rules on the numbers of bodies: CVR, organisasjonsnummer, EAN/GLN."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from hearingkit.calendars.country import Country
from hearingkit.findings import Severity
from hearingkit.model.book import Case, Site
from hearingkit.model.faults import visible
from hearingkit.rules.addressees import addressees
from hearingkit.rules.registry import Breach, rule

_BEFORE: Final = re.compile(r"(?i)\s*(?:(?:0192|0184|0088):|(?:cvr|ean|gln|org|dk|no|nr|[.: -])+)")
_BEHIND: Final = re.compile(r"(?i)\s*mva\s*$")
_SEPARATORS: Final = re.compile(r"[\s.–-]")
_FINNISH: Final = re.compile(r"\d{7}-\d")  # of the length of a CVR number
_CVR, _ORG, _GLN = 8, 9, 13  # digits
_P_NUMBER: Final = 10
_NAMES: Final = {_CVR: "CVR number", _ORG: "organisasjonsnummer", _GLN: "EAN/GLN"}
_USUAL: Final = {Country.DK: _CVR, Country.NO: _ORG}
_QUOTES: Final = "«»”“„’‘'\""  # typed around a number, they are printed with it


@rule(
    "HK307",
    Severity.WARNING,
    says='"{number}" is no {kind}: {problem}; look it up again',
    source="Erhvervsstyrelsen (DK) and Brønnøysundregistrene (NO): modulus 11; GS1: modulo 10",
)
def wrong_number(case: Case) -> Iterator[Breach]:
    """The number of a body agrees with its own check digit.

    The last digit follows from the others, so that a slip shows: a CVR number has 8 digits, an
    organisasjonsnummer 9, an EAN/GLN 13. Digital Post and eFormidling find the body by it. A Danish
    P-number (10 digits) is not checked, as some were given out with another check digit; nor is a
    number of another country.

    Bad:  org_number: 987 654 321
    Good: org_number: 987 654 325
    """
    own = _USUAL[case.issuer.country]
    yield from _judged(case.issuer.org_number, case.issuer_site.at("org_number"), case, own)
    yield from _judged(case.issuer.ean, case.issuer_site.at("ean"), case, _GLN)
    for one in addressees(case):
        yield from _judged(one.recipient.org_number, one.site.at("org_number"), case)


def _judged(number: str | None, site: Site, case: Case, usual: int = 0) -> Iterator[Breach]:
    digits = _digits(number or "")
    if not digits and (kind := _hidden(number or "")):
        facts = {"kind": _NAMES[kind], "problem": "it holds other signs than digits"}
        yield Breach(site, {"number": visible(number or ""), **facts})
    length = len(digits)
    kind = usual or (length if length in _NAMES else _USUAL[case.issuer.country])
    if not digits or not (usual or _is_ours(length, kind)):
        return
    if length != kind:
        problem = f"it has {length} digits, not {kind}"
    elif not _checks(kind)(digits):
        problem = "its check digit is not that of the others"
    else:
        return
    yield Breach(site, {"number": visible(number or ""), "kind": _NAMES[kind], "problem": problem})


def _is_ours(length: int, usual: int) -> bool:
    """Tell whether a number may be one of ours, if perhaps with a digit too many or too few."""
    return abs(length - usual) <= 1 and length != _P_NUMBER


def _digits(number: str) -> str:
    """Return the digits of a number; nothing where it is of another make, or another country."""
    if _FINNISH.fullmatch(number):
        return ""
    found = _BEFORE.match(number)
    bare = _SEPARATORS.sub("", _BEHIND.sub("", number[found.end() :] if found else number))
    return bare if bare.isascii() and bare.isdigit() else ""


def _hidden(number: str) -> int:
    """Return the length of a number that stands between signs of no use, as quotation marks."""
    within = number.strip(_QUOTES)
    digits = _digits(within) if within != number else ""
    return len(digits) if len(digits) in _NAMES else 0


def _checks(length: int) -> Callable[[str], bool]:
    from stdnum import ean
    from stdnum.dk import cvr
    from stdnum.no import orgnr

    return {_CVR: cvr.is_valid, _ORG: orgnr.is_valid, _GLN: ean.is_valid}[length]
