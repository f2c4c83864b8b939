"""A rule on the web addresses that a letter gives: they are secure."""

from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from hearingkit.findings import Severity, law, limited
from hearingkit.rules.contact.contacts import Contacts
from hearingkit.rules.registry import Breach, also, rule
from hearingkit.texts.addresses import addresses_in
from hearingkit.texts.text import Text
from hearingkit.validation.faults import visible

_HTTP: Final = "http:"
_OF_NO_PAGE: Final = ("127.0.0.1", ".invalid", ".localhost", ".test")
"""Ends of hosts that no reader can reach: such an address is a placeholder."""


@rule(
    "HK503",
    Severity.WARNING,
    says='"{url}" is not encrypted; write https:// if the page is there too',
    source=law("GDPR art. 32: answers and the names of those who give them are sent securely"),
)
def not_encrypted(contacts: Contacts) -> Iterator[Breach]:
    """The web addresses of a letter begin with https.

    What is typed into a page with http can be read and changed on its way, and browsers warn of it.
    Mostly the address is an old one, and the page is found with https as well. The links of the
    text count too, and addresses in it that become links.

    Bad:  submission: {addresses: [{web: "http://vestland.example/hoyringar"}]}
    Good: submission: {addresses: [{web: "https://vestland.example/hoyringar"}]}
    """
    for site, url in contacts.pages():
        if _is_http(url):
            yield Breach(site.quote(url[: len(_HTTP)]), {"url": visible(url)})


@also("HK503")
def not_encrypted_in_the_text(texts: tuple[Text, ...]) -> Iterator[Breach]:
    """Yield the links of the text, and the addresses that become links."""
    for text in texts:
        if text.role.is_markdown:
            yield from limited(_links_in(text))
            yield from limited(_addresses_in(text))


def _links_in(text: Text) -> Iterator[Breach]:
    for link in text.links:
        if _is_http(link.href) and _leads_to_a_page(link.href):
            start, _ = link.target
            place = text.written_place(start, start + len(_HTTP))
            yield Breach(place, {"url": visible(link.href)})


def _addresses_in(text: Text) -> Iterator[Breach]:
    """Yield the addresses that stand in the text, but for those that are the label of a link."""
    for one in addresses_in(text.plain):
        is_page = _is_http(one.text) and _leads_to_a_page(one.text)
        if is_page and not text.link_at(one.start):
            place = text.place(one.start, one.start + len(_HTTP))
            yield Breach(place, {"url": visible(one.text)})


def _is_http(url: str) -> bool:
    return url[: len(_HTTP)].casefold() == _HTTP


def _leads_to_a_page(url: str) -> bool:
    """Return whether an address has the host of a page, and not that of this computer or none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    return "." in host and not host.endswith(_OF_NO_PAGE)
