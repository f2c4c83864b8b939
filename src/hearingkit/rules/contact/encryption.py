"""A rule on the web addresses that a letter gives: they are secure."""

from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from hearingkit.findings import Severity
from hearingkit.rules.contact.contacts import other_pages, web_pages
from hearingkit.rules.registry import Breach, rule
from hearingkit.rules.text.addresses import TRAILING, WEB
from hearingkit.validation.book import Case
from hearingkit.validation.faults import visible
from hearingkit.validation.free_text import FreeText, free_text, told

_OF_NO_PAGE: Final = ("127.0.0.1", ".invalid", ".localhost", ".test")


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
