"""A rule on names of municipalities."""

from collections.abc import Iterator

from hearingkit.calendars.country import Country
from hearingkit.findings import Severity, standard
from hearingkit.names.known_bodies import misspelt_municipalities
from hearingkit.rules.recipients.addressees import Addressee
from hearingkit.rules.registry import Breach, rule
from hearingkit.validation.faults import visible


@rule(
    "HK325",
    Severity.NOTE,
    says='no municipality is called "{who}"; write "{meant}" if it is that one',
    source=standard("the names of municipalities: CVR (DK); Statistics Norway, Klass 131 (NO)"),
    preview=True,
)
def misspelt_municipality(
    addressees: tuple[Addressee, ...], issuer_country: Country
) -> Iterator[Breach]:
    """A municipality is written as it is called.

    Names are held against those of the municipalities of the issuer's country, and told of where
    one slip parts them from one. An old name, or one in another language, may be a slip away too:
    so it has to be asked for.

    Bad:  issuer: {country: DK}, recipients: [KL, Allerod Kommune]
    Good: issuer: {country: DK}, recipients: [KL, Allerød Kommune]
    """
    by_name = {one.recipient.name: one for one in addressees}
    for name, meant in misspelt_municipalities(by_name, issuer_country):
        facts = {"who": visible(name), "meant": meant}
        yield Breach(by_name[name].named_at, facts)
