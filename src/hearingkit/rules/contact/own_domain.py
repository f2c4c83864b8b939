"""A rule on mailboxes and pages in a domain that is nearly the issuer's own."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from hearingkit.findings import Severity
from hearingkit.language.slips import Slip, pairs_a_slip_apart
from hearingkit.rules.contact.contacts import mailboxes, other_pages, own_mailboxes, web_pages
from hearingkit.rules.recipients.addressees import shared_domain
from hearingkit.rules.registry import Breach, rule
from hearingkit.validation.book import Case, Site
from hearingkit.validation.faults import visible

_SHORTEST_LABEL: Final = 5  # of which one letter may be a slip: sst.dk and ssi.dk are two bodies
_SHORTEST_SWAPPED: Final = 3
_MAIN: Final = 5  # what the issuer's own web site and mailbox weigh
_ONE: Final = 2  # what any other mailbox weighs; pages weigh nothing
_TOPS: Final = frozenset({"dk", "no", "com", "org", "net", "eu", "nu", "info"})
"""What most domains end in; two of them are no slip of each other."""
_OTHER_TOPS: Final = frozenset({"de", "co", "io", "nl", "se", "is", "fi", "fo", "gl", "us"})


@dataclass(frozen=True, slots=True)
class _Given:
    """An address that the hearing or its issuer gives.

    Attributes:
        site: Where it stands.
        text: As written.
        host: Its domain, as written.
        weight: How much it counts for a domain that it stands there.
        is_own: Whether the issuer or the caseworker has it.
    """

    site: Site
    text: str
    host: str
    weight: int
    is_own: bool

    @property
    def domain(self) -> str:
        """Return its domain in lower case, without www and port."""
        return self.host.casefold().partition(":")[0].removeprefix("www.")


@rule(
    "HK506",
    Severity.WARNING,
    says='the domain of "{address}" is nearly {other}; mend it if it is a slip',
    source="practice: an answer to a mistyped address reaches nobody, or somebody else",
)
def domain_nearly_the_issuers(case: Case) -> Iterator[Breach]:
    """No mailbox and no page is one slip away from the issuer's own domain.

    All are compared that the hearing and its issuer give: for answers and questions, with those who
    get a copy, for sign-up, of the issuer, its units and the caseworker. Of two domains that are
    one slip apart, the one that stands in fewer places is told of; the issuer's web site and
    mailbox count for more. What stands before the last two parts, as in plan.vestland.no, may
    differ.

    Bad:  issuer: {email: sst@sst.dk}, submission: {addresses: [{email: horing@sts.dk}]}
    Good: issuer: {email: sst@sst.dk}, submission: {addresses: [{email: horing@sst.dk}]}
    """
    given = list(_given(case))
    near = {**_slipped(given, shared_domain), **_slipped(given, str)}
    for one in given:
        other = near.get(one.domain) or near.get(shared_domain(one.domain))
        if other:
            facts = {"address": visible(one.text), "other": f'"{visible(other)}"'}
            yield Breach(one.site, facts, quote=one.host)


def _given(case: Case) -> Iterator[_Given]:
    """Yield all addresses, the issuer's web site and mailbox first."""
    issuer, site = case.issuer, case.issuer_site
    if issuer.website:
        yield _of_page(site.at("website"), issuer.website, _MAIN, is_own=True)
    for where, email in own_mailboxes(case):
        is_main = where.path == site.at("email").path
        yield _of_mailbox(where, email, _MAIN if is_main else _ONE, is_own=True)
    for where, email in mailboxes(case):
        yield _of_mailbox(where, email, _ONE)
    for where, url in (*web_pages(case), *other_pages(case)):
        if where.path != site.at("website").path:
            yield _of_page(where, url)


def _of_mailbox(site: Site, email: str, weight: int, *, is_own: bool = False) -> _Given:
    domain = email.rpartition("@")[2]
    return _Given(site, email, domain, weight, is_own)


def _of_page(site: Site, url: str, weight: int = 0, *, is_own: bool = False) -> _Given:
    return _Given(site, url, urlsplit(url).netloc, weight, is_own)


def _slipped(given: list[_Given], part: Callable[[str], str]) -> Mapping[str, str]:
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
    is_slip = len(tops & _TOPS) == 1 and tops.isdisjoint(_OTHER_TOPS)
    return is_slip and len(name.rpartition(".")[2]) >= _SHORTEST_SWAPPED
