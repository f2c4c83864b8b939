"""Rules on the addresses that a letter gives: secure ones, and of the issuer's own domain."""

from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from hearingkit.findings import Severity
from hearingkit.language.slips import Slip, pairs_a_slip_apart
from hearingkit.model.book import Case
from hearingkit.model.faults import visible
from hearingkit.model.free_text import FreeText, free_text, told
from hearingkit.rules.contacts import mailboxes, other_pages, own_mailboxes, web_pages
from hearingkit.rules.registry import Breach, rule
from hearingkit.rules.text_addresses import TRAILING, WEB

_OF_NO_PAGE: Final = ("127.0.0.1", ".invalid", ".localhost", ".test")
_SHORTEST_LABEL: Final = 5  # of which one letter may be a slip: sst.dk and ssi.dk are two bodies


@rule(
    "HK503",
    Severity.WARNING,
    says='"{url}" is not encrypted; write https:// if the page is there too',
    source="GDPR art. 32: answers and the names of those who give them are sent securely",
)
def not_encrypted(case: Case) -> Iterator[Breach]:
    """The web addresses of a letter begin with https.

    What is typed into a page with http can be read and changed on its way, and browsers warn of it.
    Mostly the address is an old one, and the page is found with https as well. The links of the
    text count too, and addresses in it that become links.

    Bad:  web: http://vestland.example/hoyringar
    Good: web: https://vestland.example/hoyringar
    """
    for site, url in (*web_pages(case), *other_pages(case)):
        if url.casefold().startswith("http:"):
            yield Breach(site, {"url": visible(url)}, quote=url[: len("http:")])
    for free in free_text(case):
        if free.is_markdown:
            yield from told(_not_encrypted_in(free))


def _not_encrypted_in(free: FreeText) -> Iterator[Breach]:
    """Yield the pages that a text sends its reader to; a page of this computer is a placeholder."""
    for found in WEB.finditer(free.text):
        url = found[0].rstrip(TRAILING)
        is_a_label = free.text.startswith("](", found.end())
        host = _host(url) if url.startswith("http:") and not is_a_label else ""
        if "." in host and not host.endswith(_OF_NO_PAGE):
            nth = free.nth("http:", found.start())
            yield Breach(free.site, {"url": visible(url)}, quote="http:", nth=nth)


def _host(url: str) -> str:
    """Return the host of a web address; empty where it has none that can be told."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


@rule(
    "HK506",
    Severity.WARNING,
    says='the domain of "{email}" is nearly {other}; mend it if it is a slip',
    source="practice: an answer to a mistyped address reaches nobody, or somebody else",
)
def domain_nearly_the_issuers(case: Case) -> Iterator[Breach]:
    """Mailboxes for answers and questions are not one slip away from the issuer's own domain.

    The issuer's own domains are those of its mailboxes and of its web site, in the data of the
    issuer and its units. Two mailboxes of one hearing are compared in the same way.

    Bad:  issuer: {email: sst@sst.dk}, submission: {addresses: [{email: horing@sts.dk}]}
    Good: issuer: {email: sst@sst.dk}, submission: {addresses: [{email: horing@sst.dk}]}
    """
    own = {_domain(email): _domain(email) for _, email in own_mailboxes(case)}
    if case.issuer.website:
        host = urlsplit(case.issuer.website).hostname or ""
        own.setdefault(host.removeprefix("www."), host.removeprefix("www."))
    given = {_domain(email): email for _, email in mailboxes(case)}
    near: dict[str, str] = {}
    for earlier, later, slip in pairs_a_slip_apart((*own, *given)):
        if later not in own and _is_likely(slip, earlier, later):
            near.setdefault(later, f'"@{visible(earlier)}"')
    for site, email in mailboxes(case):
        if _domain(email) in near:
            facts = {"email": visible(email), "other": near[_domain(email)]}
            yield Breach(site, facts, quote=email.rpartition("@")[2])


def _domain(email: str) -> str:
    return email.rpartition("@")[2].casefold()


def _is_likely(slip: Slip, one: str, other: str) -> bool:
    """Tell whether a slip hits a label before the last, and one long enough to be known again."""
    if slip.at > min(one.rindex("."), other.rindex(".")) or not _letters(slip):
        return False
    number = one[: slip.at].count(".")
    shortest = min(len(one.split(".")[number]), len(other.split(".")[number]))
    return shortest >= (3 if slip.is_swap or slip.doubles(one) else _SHORTEST_LABEL)


def _letters(slip: Slip) -> bool:
    return all(sign.isalpha() or sign == "-" for sign in slip.one + slip.other)
