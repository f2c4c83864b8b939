"""A rule on postal addresses in texts: the hearing's own ones are right."""

from collections.abc import Iterator
from typing import Final

from hearingkit.findings import Severity, limited, practice
from hearingkit.patterns import late_pattern
from hearingkit.rules.contact.contacts import Contacts
from hearingkit.rules.parts import part
from hearingkit.rules.registry import Breach, rule
from hearingkit.texts.text import Text
from hearingkit.validation.faults import visible

# A street or a box with its number, and a postcode with its town. Each part is bounded.
_STREET: Final = r"[^\W\d_][^\d,;:()|\n\u2028]{2,40}?[ \u00a0][0-9]{1,5}(?:[ \u00a0]?[A-Za-z])?"
_TOWN: Final = r"[0-9]{4}[ \u00a0][^\W\d_][^\d,.;:()|\n\u2028]{0,30}"
_ADDRESS: Final = late_pattern(rf"\b(?P<street>{_STREET})[,\s\u2028]{{1,4}}(?P<town>{_TOWN})")
_NUMBER: Final = late_pattern(r"[0-9]+")


@rule(
    "HK417",
    Severity.WARNING,
    says='"{text}" is nearly the hearing\'s own address "{own}"; mend the one that is wrong',
    source=practice("a letter to another number in the street comes back, or late"),
)
def postal_address_nearly_own(
    texts: tuple[Text, ...], own_postal_addresses: frozenset[tuple[str, str]]
) -> Iterator[Breach]:
    """A postal address in the text that is meant to be the issuer's own one is right.

    It is held against the addresses of the issuer and those for answers: told of is one with the
    same street and town where another number, or another postcode, stands.

    Bad:  issuer: {address: [Torvet 1, 1000 København K]}, body:
          "Skriv til Torvet 11, 1000 København K."
    Good: issuer: {address: [Torvet 1, 1000 København K]}, body:
          "Skriv til Torvet 1, 1000 København K."
    """
    for text in texts:
        yield from limited(_slips(text, own_postal_addresses))


@part
def own_postal_addresses(
    contacts: Contacts,
) -> frozenset[tuple[str, str]]:
    """Return the street and the town of the issuer's addresses, and of those for answers."""
    given = contacts.own_postal_addresses()
    found = (found for line in given for found in _ADDRESS.finditer(line))
    return frozenset((_plain(one["street"]), _plain(one["town"]).strip()) for one in found)


def _slips(text: Text, own: frozenset[tuple[str, str]]) -> Iterator[Breach]:
    said = _plain(text.own_words)
    has_any = any(_NUMBER.split(street)[0] in said for street, _ in own)
    for found in _ADDRESS.finditer(text.own_words) if has_any else ():
        street, town = (_plain(found[name]) for name in ("street", "town"))
        near = [one for one in own if _is_slip(street, town, *one)]
        is_own = any(street.endswith(known) and town.startswith(at) for known, at in own)
        if near and not is_own:
            begin = _begin(street, near[0][0])
            said, start = found[0][begin:].strip(), found.start() + begin
            facts = {"text": visible(said), "own": ", ".join(near[0])}
            yield Breach(text.place(start, start + len(said)), facts)


def _plain(text: str) -> str:
    """Return a text in small letters and with ordinary spaces."""
    return text.replace("\u00a0", " ").casefold()


def _is_slip(street: str, town: str, own_street: str, own_town: str) -> bool:
    """Return whether only the number of the street, or only the postcode, is another one."""
    is_street = street.endswith(own_street)
    is_town = town.startswith(own_town)
    named = _NUMBER.sub("#", street).endswith(_NUMBER.sub("#", own_street))
    in_town = _NUMBER.sub("#", town).startswith(_NUMBER.sub("#", own_town))
    return (named and is_town and not is_street) or (is_street and in_town and not is_town)


def _begin(street: str, own: str) -> int:
    """Return where the street begins in what stands before its number."""
    name = _NUMBER.split(own)[0]
    return max(street.rfind(name), 0)
