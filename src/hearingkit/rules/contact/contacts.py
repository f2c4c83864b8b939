"""Every address that a hearing gives or its issuer has: mailboxes, pages, numbers, lines."""

from collections.abc import Iterator
from typing import Final

from hearingkit.frozen import frozen
from hearingkit.model.base import Value
from hearingkit.model.issuer import Issuer
from hearingkit.model.printed import parts_of
from hearingkit.model.recipient import Recipient
from hearingkit.rules.parts import part
from hearingkit.source.file import TreePath
from hearingkit.source.site import Site
from hearingkit.validation.book import Case
from hearingkit.validation.located import Located

Given = tuple[Site, str]
"""An address and where it stands."""

_LINED: Final = frozenset({"post", "address", "visiting_address"})
_MAILBOXES: Final = frozenset({"email", "cc"})
_PAGES: Final = frozenset({"web", "url", "website"})
_KEYS: Final = frozenset({*_LINED, *_MAILBOXES, *_PAGES, "phone"}) - {"cc"}
_OF_THE_BODY: Final = frozenset({"caseworker", "unit"})


@frozen
class GivenAddress:
    """An address that a hearing or its issuer has.

    Attributes:
        site: Where it stands.
        key: The key that it stands under.
        lines: The address; a postal one has several.
        part: Under which key of the hearing; empty for what the issuer, a unit or the caseworker
            has.
        is_main: Whether it is that of the issuer as a whole.
    """

    site: Site
    key: str
    lines: tuple[str, ...]
    part: str
    is_main: bool = False

    @property
    def text(self) -> str:
        """Return the address on one line."""
        return ", ".join(self.lines)

    @property
    def is_mailbox(self) -> bool:
        """Return whether it is a mailbox."""
        return self.key in _MAILBOXES


@frozen
class Contacts:
    """The addresses of a hearing and its issuer, without what is at fault in them.

    Attributes:
        given: All of them, the issuer's first.
    """

    given: tuple[GivenAddress, ...]

    def mailboxes(self) -> Iterator[Given]:
        """Yield the mailboxes of the letter, of the issuer, its units and the caseworker."""
        return ((one.site, one.text) for one in self.given if one.is_mailbox)

    def pages(self) -> Iterator[Given]:
        """Yield the web addresses."""
        return ((one.site, one.text) for one in self.given if one.key in _PAGES)

    def for_answers(self) -> Iterator[Given]:
        """Yield the mailboxes and pages for answers, questions and sign-up."""
        keys = {*_MAILBOXES, "web"}
        return ((one.site, one.text) for one in self.given if one.part and one.key in keys)

    def phones(self) -> Iterator[Given]:
        """Yield the telephone numbers of the issuer, of its units, and those of the letter."""
        return ((one.site, one.text) for one in self.given if one.key == "phone")

    def own_postal_addresses(self) -> Iterator[str]:
        """Yield the postal addresses of the issuer as a whole, and those for answers."""
        own = (one for one in self.given if one.is_main or one.part == "submission")
        return (one.text for one in own if one.key in _LINED)

    def postal_addresses(self) -> Iterator[tuple[Site, tuple[str, ...]]]:
        """Yield the postal addresses of the issuer, and those of the letter."""
        return ((one.site, one.lines) for one in self.given if one.key in _LINED)

    def of(self, part: str) -> Iterator[Given]:
        """Yield the addresses that a part of the hearing gives, each on one line."""
        return ((one.site, one.text) for one in self.given if one.part == part)


@part
def contacts(partial: Case, contacts_of_issuer: tuple[GivenAddress, ...] = ()) -> Contacts:
    """Return the addresses that the hearing and its issuer give."""
    return Contacts((*contacts_of_issuer, *_given(partial.hearing, partial.site, ())))


@part
def contacts_of_issuer(sender: Located[Issuer]) -> tuple[GivenAddress, ...]:
    """Return the addresses that the issuer gives."""
    return tuple(_given(sender.value, sender.site, ()))


def _given(value: object, site: Site, path: TreePath) -> Iterator[GivenAddress]:
    """Yield what stands under a key of addresses in a value, but for that of recipients."""
    for step, one, _ in parts_of(value):
        here = (*path, step)
        is_given = isinstance(value, Value) and step in _KEYS
        if is_given or path[-1:] == ("cc",):
            key, lines = _key(here), (one,) if isinstance(one, str) else one
            if isinstance(lines, tuple) and lines:
                yield GivenAddress(site.at(*here), key, lines, _part(here), len(here) == 1)
        elif not isinstance(one, Recipient | str):
            yield from _given(one, site, here)


def _key(path: TreePath) -> str:
    return next(step for step in reversed(path) if isinstance(step, str))


def _part(path: TreePath) -> str:
    """Return the key of a hearing that a way from it, or from its issuer, begins with."""
    is_own = len(path) == 1 or path[0] == "units" or not _OF_THE_BODY.isdisjoint(path)
    return "" if is_own else str(path[0])
