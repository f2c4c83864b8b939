"""The form of Norwegian that municipalities and counties demand of who writes to them."""

from typing import Final

from hearingkit.calendars.country import Country
from hearingkit.language.language import Language
from hearingkit.model.issuer import IssuerKind
from hearingkit.names.known_bodies import known_demands
from hearingkit.names.plain_names import plain_name

_BOUND: Final = {IssuerKind.STATE, IssuerKind.REGION}


def is_bound(country: Country, kind: IssuerKind) -> bool:
    """Return whether an issuer writes to a municipality or a county in the form that it demands.

    Source:
        språklova (NO) § 15, second paragraph: state bodies and counties do.
    """
    return country is Country.NO and kind in _BOUND


def form_demanded(name: str, country: Country, kind: IssuerKind) -> Language | None:
    """Return the form that a known body demands of an issuer; None where it may choose.

    Args:
        name: Of the body.
        country: Of the issuer.
        kind: Of the issuer.
    """
    if not is_bound(country, kind):
        return None
    return known_demands(Country.NO).get(plain_name(name))
