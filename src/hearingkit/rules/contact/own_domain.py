"""A rule on mailboxes and pages in a domain that is nearly the issuer's own."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Final
from urllib.parse import urlsplit

from hearingkit.findings import Severity, practice
from hearingkit.language.slips import Slip, pairs_a_slip_apart
from hearingkit.names.mailbox_words import shared_domain
from hearingkit.rules.contact.contacts import Contacts, GivenAddress
from hearingkit.rules.registry import Breach, rule
from hearingkit.validation.faults import visible

_SHORTEST_LABEL: Final = 5  # of which one letter may be a slip: sst.dk and ssi.dk are two bodies
_SHORTEST_SWAPPED: Final = 3
_MAIN: Final = 5  # what the issuer's own web site and mailbox weigh
_ONE: Final = 2  # what any other mailbox weighs; pages weigh nothing
_USUAL_TOPS: Final = frozenset({"dk", "no", "com", "org", "net", "eu", "nu", "info"})
"""What most domains end in; two of them are no slip of each other."""
_RARER_TOPS: Final = frozenset({"de", "co", "io", "nl", "se", "is", "fi", "fo", "gl", "us"})


@rule(
    "HK506",
    Severity.WARNING,
    says='the domain of "{address}" is nearly "{other}"; mend it if it is a slip',
    source=practice("an answer to a mistyped address reaches nobody, or somebody else"),
)
def domain_nearly_the_issuers(
    contacts: Contacts,
    issuer_website: str | None,  # noqa: ARG001 (where it is at fault, the domain isn't known)
    issuer_email: str | None,  # noqa: ARG001
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
    given = [one for one in contacts.given if _host(one)]
    near = {**_slipped(given, shared_domain), **_slipped(given, str)}
    for one in given:
        domain = _domain(one)
        other = near.get(domain) or near.get(shared_domain(domain))
        if other:
            facts = {"address": visible(one.text), "other": visible(other)}
            yield Breach(one.site.quote(_host(one)), facts)


def _host(given: GivenAddress) -> str:
    """Return the domain of an address as written; nothing where it has none."""
    if given.is_mailbox:
        return given.text.rpartition("@")[2]
    try:
        return urlsplit(given.text).netloc if "://" in given.text else ""
    except ValueError:  # https://[
        return ""


def _domain(given: GivenAddress) -> str:
    """Return the domain of an address in lower case, without www and port."""
    return _host(given).casefold().partition(":")[0].removeprefix("www.")


def _weight(given: GivenAddress) -> int:
    """Return how much it counts for a domain that an address stands in it."""
    if given.is_main:
        return _MAIN
    return _ONE if given.is_mailbox else 0


def _slipped(given: list[GivenAddress], part: Callable[[str], str]) -> Mapping[str, str]:
    """Return the domains that are a slip away from another, with that one; by a part of each."""
    weights: Counter[str] = Counter()
    for one in given:
        weights[part(_domain(one))] += _weight(one)
    own = {part(_domain(one)) for one in given if not one.part}
    near: dict[str, str] = {}
    for earlier, later, slip in pairs_a_slip_apart(weights):
        if _is_likely(slip, earlier, later, are_own={earlier, later} <= own):
            is_lighter = weights[earlier] < weights[later]
            near.setdefault(*((earlier, later) if is_lighter else (later, earlier)))
    return near


def _is_likely(slip: Slip, one: str, other: str, *, are_own: bool) -> bool:
    """Return whether a slip hits a label that is long enough to be known again."""
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
    """Return whether one of two domains ends as most do, and the other as none does."""
    name, _, _ = one.rpartition(".")
    tops = {each.rpartition(".")[2] for each in (one, other)}
    is_slip = len(tops & _USUAL_TOPS) == 1 and tops.isdisjoint(_RARER_TOPS)
    return is_slip and len(name.rpartition(".")[2]) >= _SHORTEST_SWAPPED
