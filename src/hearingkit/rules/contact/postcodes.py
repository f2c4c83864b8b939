"""A rule on the postcodes of postal addresses."""

import re
from collections.abc import Iterator
from typing import Final

from hearingkit.findings import Severity, standard
from hearingkit.language.words import Words
from hearingkit.patterns import late_pattern
from hearingkit.rules.contact.contacts import Contacts
from hearingkit.rules.recipients.addressees import Addressee
from hearingkit.rules.registry import Breach, also, rule
from hearingkit.source.site import Site
from hearingkit.validation.faults import visible

_LONGEST: Final = 120  # signs of a line
_POSTCODE: Final = late_pattern(
    r"(?:^|,\s?)(?P<code>(?P<land>(?:DK|NO|N)[- ]?)?"
    r"(?P<digits>[0-9]{3}|[0-9]{5,7}))\s(?P<town>[^\W\d_][^\d,]{1,60})$"
)
# In Finland and Sweden, in Germany, on Iceland and the Faroes.
_TOWNS_ABROAD: Final = late_pattern(
    r"(?i)(?:helsin|åbo|turku|esbo|espoo|mariehamn|stockholm|göteborg|malmö|lund\b|uppsala|solna"
    r"|berlin|hamburg|flensburg|kiel|husum|schleswig|bonn|frankfurt|paris|roma"
    r"|reyk|akureyri|hafnar|kópavog|kopavog|garðab|t[óo]rshavn|argir|hoyvík|klaksv|runav|tvøroyri)"
)
_LETTERS_ABROAD: Final = late_pattern(r"(?i)[áíóúýðþäöüß]")


class PostcodeWords(Words):
    """Words that tell whether a postal address is one at home.

    Attributes:
        own_country: Its names, as the last line of an address has them.
        no_towns: What stands behind a number that is no postcode.
    """

    section = "contact.postcodes"

    own_country: frozenset[str]
    no_towns: frozenset[str]


@rule(
    "HK508",
    Severity.NOTE,
    says='"{code}" before "{town}" is no postcode: it has {number} digits, not 4; look it up again',
    source=standard("PostNord (DK) and Posten (NO): four digits, with zeros in front"),
)
def postcode_not_of_four_digits(contacts: Contacts) -> Iterator[Breach]:
    """A Danish or Norwegian postcode has four digits.

    A zero in front is easily lost in a table, and a digit doubled. The last line of an address is
    looked at, or the one before the name of the country. Addresses in other countries are let
    alone: those with a sign before the postcode, a country below it, or a mailbox there.

    Bad:  issuer: {address: [Postboks 1, 153 Oslo]}
    Good: issuer: {address: [Postboks 1, 0153 Oslo]}
    """
    for site, lines in contacts.postal_addresses():
        yield from _judged(site, lines)


@also("HK508")
def postcode_of_a_recipient(addressees: tuple[Addressee, ...]) -> Iterator[Breach]:
    """Yield the postcodes of recipients, but for those in another country."""
    for one in addressees:
        # Without all of its mailboxes, nobody knows whether a recipient is abroad.
        if one.is_whole and not one.is_abroad:
            yield from _judged(one.site.at("address"), one.recipient.address)


def _judged(site: Site, lines: tuple[str, ...]) -> Iterator[Breach]:
    """Yield a breach for the line with the postcode, where it has one that can't be right."""
    is_at_home = bool(lines) and _is_own_country(lines[-1])
    number = len(lines) - (2 if is_at_home else 1)
    line = lines[number] if 0 <= number < len(lines) else ""
    found = _POSTCODE.search(line) if len(line) < _LONGEST else None
    if found and (is_at_home or found["land"] or not _may_be_abroad(found["town"])):
        code, town = found["code"], visible(found["town"])
        facts = {"code": code, "town": town, "number": len(found["digits"])}
        yield Breach(site.at(number).quote(f"{code} {found['town']}"), facts)


def _is_own_country(line: str) -> bool:
    return line.strip(" .").casefold() in PostcodeWords.of_any().own_country


def _may_be_abroad(town: str) -> bool:
    """Return whether a town may lie in another country, or is none."""
    first = re.match(r"\w+", town)
    is_no_town = first and first[0].casefold() in PostcodeWords.of_any().no_towns
    return bool(is_no_town or _TOWNS_ABROAD.match(town) or _LETTERS_ABROAD.search(town))
