"""Addresses as Markdown: the links that a letter prints."""

import re

from markupsafe import Markup

from hearingkit.documents import markup
from hearingkit.language.language import Language
from hearingkit.model.submission import Address, EmailAddress, Phone, PostalAddress, WebPage
from hearingkit.model.text import in_language


def markdown(text: str) -> Markup:
    """Return text marked as Markdown that needs no more escaping."""
    return Markup(text)  # noqa: S704 (it marks Markdown here, not HTML)


def shown_address(url: str) -> str:
    """Return a web address as it is printed: without ``https://`` and a lone slash at its end."""
    shown = re.sub(r"^https?://", "", url)
    return shown.removesuffix("/") if shown.count("/") == 1 else shown


def web_link(url: str, name: str = "") -> Markup:
    """Return a link as Markdown; without a name it prints the address."""
    return markdown(markup.link(name or shown_address(url), url))


def email_link(email: str) -> Markup:
    """Return a mailbox as Markdown."""
    return markdown(markup.link(email, f"mailto:{email}"))


def phone_link(phone: str) -> Markup:
    """Return a telephone number as Markdown; dialled without its spaces."""
    return markdown(markup.link(phone, "tel:" + re.sub(r"[^0-9+]", "", phone)))


def address_link(address: Address, language: Language) -> Markup:
    """Return an address for answers as Markdown; a postal address stands on one line."""
    match address:
        case EmailAddress():
            return email_link(address.email)
        case WebPage():
            return web_link(
                address.web, in_language(address.name, language) if address.name else ""
            )
        case PostalAddress():
            return markdown(markup.escape(", ".join(address.post)))
        case Phone():
            return phone_link(address.phone)


def address_lines(lines: tuple[str, ...]) -> Markup:
    """Return the lines of an address as Markdown that prints each on a line of its own."""
    return markdown("\\\n".join(markup.escape(line) for line in lines))
