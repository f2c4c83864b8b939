"""A rule on mailboxes and pages in a domain that is nearly the issuer's own."""

import itertools
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from hearingkit.findings import Severity
from hearingkit.language.slips import Slip, pairs_a_slip_apart
from hearingkit.names.mailbox_words import shared_domain
from hearingkit.rules.contact.contacts import Contacts, Given
from hearingkit.rules.parts import part
from hearingkit.rules.registry import Breach, rule
from hearingkit.source.site import Site
from hearingkit.validation.faults import visible

_SHORTEST_LABEL: Final = 5  # of which one letter may be a slip: sst.dk and ssi.dk are two bodies
_SHORTEST_SWAPPED: Final = 3
_MAIN: Final = 5  # what the issuer's own web site and mailbox weigh
_ONE: Final = 2  # what any other mailbox weighs; pages weigh nothing
_USUAL_TOPS: Final = frozenset({"dk", "no", "com", "org", "net", "eu", "nu", "info"})
"""What most domains end in; two of them are no slip of each other."""
_RARER_TOPS: Final = frozenset({"de", "co", "io", "nl", "se", "is", "fi", "fo", "gl", "us"})


@dataclass(frozen=True, slots=True)
class _Address:
    """An address that the hearing or its issuer gives.

    Attributes:
        site: Where it stands.
        text: As written.
        weight: How much it counts for a domain that it stands there.
        is_own: Whether the issuer or the caseworker has it.
    """

    site: Site
    text: str
    weight: int = 0
    is_own: bool = False

    @property
    def host(self) -> str:
        """Return its domain, as written."""
        page = urlsplit(self.text).netloc if "://" in self.text else ""
        return page or self.text.rpartition("@")[2]

    @property
    def domain(self) -> str:
        """Return its domain in lower case, without www and port."""
        return self.host.casefold().partition(":")[0].removeprefix("www.")


@rule(
    "HK506",
    Severity.WARNING,
    says='the domain of "{address}" is nearly "{other}"; mend it if it is a slip',
    source="practice: an answer to a mistyped address reaches nobody, or somebody else",
)
def domain_nearly_the_issuers(
    contacts: Contacts, main_addresses: tuple[Given, ...]
) -> Iterator[Breach]:
    """No mailbox and no page is one slip away from the issuer's own domain.

    All are compared that the hearing and its issuer give: for answers and questions, with those who
    get a copy, for sign-up, of the issuer, its units and the caseworker. Of two domains that are
    one slip apart, the one that stands in fewer places is told of; the issuer's web site and
    mailbox count for more. What stands before the last two parts, as in plan.vestland.no, may
    differ.

    Bad:  issuer: {email: sst@sst.dk}, submission: {addresses: [{email: horing@sts.dk}]}
    Good: issuer: {email: sst@sst.dk}, submission: {addresses: [{email: horing@sst.dk}]}
    """
    given = list(_all_addresses(contacts, main_addresses))
    near = {**_slipped(given, shared_domain), **_slipped(given, str)}
    for one in given:
        other = near.get(one.domain) or near.get(shared_domain(one.domain))
        if other:
            facts = {"address": visible(one.text), "other": visible(other)}
            yield Breach(one.site.quote(one.host), facts)


@part
def main_addresses(
    issuer_site: Site, issuer_website: str | None, issuer_email: str | None
) -> tuple[Given, ...]:
    """Return the issuer's web site and its mailbox, if it has them."""
    given = (("website", issuer_website), ("email", issuer_email))
    return tuple((issuer_site.at(key), address) for key, address in given if address)


def _all_addresses(contacts: Contacts, main: tuple[Given, ...]) -> Iterator[_Address]:
    """Yield all addresses, the issuer's web site and mailbox first."""
    yield from (_Address(site, address, _MAIN, is_own=True) for site, address in main)
    paths = [site.path for site, _ in main]
    for site, address in contacts.own_mailboxes():
        if site.path not in paths:
            yield _Address(site, address, _ONE, is_own=True)
    for site, address in contacts.mailboxes():
        yield _Address(site, address, _ONE)
    for site, address in itertools.chain(contacts.web_pages(), contacts.other_pages()):
        if site.path not in paths:
            yield _Address(site, address)


def _slipped(given: list[_Address], part: Callable[[str], str]) -> Mapping[str, str]:
    """Return the domains that are a slip away from another, with that one; by a part of each."""
    weights: Counter[str] = Counter()
    for one in given:
        weights[part(one.domain)] += one.weight
    own = {part(one.domain) for one in given if one.is_own}
    near: dict[str, str] = {}
    for earlier, later, slip in pairs_a_slip_apart(weights):
        if _is_likely(slip, earlier, later, are_own={earlier, later} <= own):
            is_lighter = weights[earlier] < weights[later]
            near.setdefault(*((earlier, later) if is_lighter else (later, earlier)))
    return near


def _is_likely(slip: Slip, one: str, other: str, *, are_own: bool) -> bool:
    """Tell whether a slip hits a label that is long enough to be known again."""
    signs = (slip.one + slip.other).replace("" if are_own else "-", "")
    if signs and not (signs.isascii() and signs.isalpha()):
        return False  # ø and o, sst and sst2 are no slips; a body may have a hyphen and none
    if slip.at > min(one.rindex("."), other.rindex(".")):
        return _is_likely_top(one, other)
    number = one[: slip.at].count(".")
    shortest = min(len(one.split(".")[number]), len(other.split(".")[number]))
    is_sure = slip.is_swap or slip.doubles(one)
    return shortest >= (_SHORTEST_SWAPPED if is_sure else _SHORTEST_LABEL)


def _is_likely_top(one: str, other: str) -> bool:
    """Tell whether one of two domains ends as most do, and the other as none does."""
    name, _, _ = one.rpartition(".")
    tops = {each.rpartition(".")[2] for each in (one, other)}
    is_slip = len(tops & _USUAL_TOPS) == 1 and tops.isdisjoint(_RARER_TOPS)
    return is_slip and len(name.rpartition(".")[2]) >= _SHORTEST_SWAPPED
