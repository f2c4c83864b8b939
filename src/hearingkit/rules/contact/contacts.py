"""Every address that a hearing gives or its issuer has: mailboxes, pages, numbers, lines."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from hearingkit.model.base import Value
from hearingkit.model.printed import parts_of
from hearingkit.model.recipient import Recipient
from hearingkit.rules.parts import part
from hearingkit.source.file import TreePath
from hearingkit.source.site import Site
from hearingkit.validation.book import Case

Given = tuple[Site, str]
"""An address and where it stands."""

_LINED: Final = frozenset({"post", "address", "visiting_address"})
_KEYS: Final = _LINED | {"email", "phone", "web", "url", "website"}
_OF_THE_BODY: Final = frozenset({"caseworker", "unit"})


@dataclass(frozen=True, slots=True)
class _Found:
    """What stands under a key of addresses.

    Attributes:
        site: Where it stands.
        key: The key.
        value: An address, or the lines of one.
        part: Under which key of the hearing; empty for what the issuer, a unit or the caseworker
            has.
    """

    site: Site
    key: str
    value: Any
    part: str


@dataclass(frozen=True, slots=True)
class Contacts:
    """The addresses of a hearing and its issuer, without what is at fault in them.

    Attributes:
        found: All of them, the issuer's first.
    """

    found: tuple[_Found, ...]

    def mailboxes(self) -> Iterator[Given]:
        """Yield the mailboxes for answers, questions and sign-up, and those that get a copy."""
        return ((one.site, one.value) for one in self._under("email", "cc") if one.part)

    def own_mailboxes(self) -> Iterator[Given]:
        """Yield the mailboxes of the issuer, of its units, and of the caseworker."""
        return ((one.site, one.value) for one in self._under("email") if not one.part)

    def phones(self) -> Iterator[Given]:
        """Yield the telephone numbers of the issuer, of its units, and those of the letter."""
        return ((one.site, one.value) for one in self._under("phone"))

    def postal_addresses(self) -> Iterator[tuple[Site, tuple[str, ...]]]:
        """Yield the postal addresses of the issuer, and those of the letter."""
        return ((one.site, one.value) for one in self._under(*_LINED))

    def web_pages(self) -> Iterator[Given]:
        """Yield the web addresses for answers, questions and sign-up."""
        return ((one.site, one.value) for one in self._under("web"))

    def other_pages(self) -> Iterator[Given]:
        """Yield the web addresses that the letter shows besides those for answers."""
        return ((one.site, one.value) for one in self._under("url", "website"))

    def of(self, part: str) -> Iterator[Given]:
        """Yield the addresses that a part of the hearing gives, each on one line."""
        for one in self.found:
            if one.part == part:
                text = ", ".join(one.value) if one.key in _LINED else one.value
                yield one.site, text

    def _under(self, *keys: str) -> Iterator[_Found]:
        return (one for one in self.found if one.key in keys)


@part
def contacts(partial: Case) -> Contacts:
    """Return the addresses that the hearing and its issuer give."""
    sender = partial.sender
    own = _found(sender.value, sender.site, ()) if sender else ()
    return Contacts((*own, *_found(partial.hearing, partial.site, ())))


def _found(value: object, site: Site, path: TreePath) -> Iterator[_Found]:
    """Yield what stands under a key of addresses in a value, but for that of recipients."""
    for step, one, _ in parts_of(value):
        here = (*path, step)
        if step in _KEYS and isinstance(value, Value):
            if one:
                yield _Found(site.at(*here), str(step), one, _part(here))
        elif path[-1:] == ("cc",):
            yield _Found(site.at(*here), "cc", one, _part(here))
        elif not isinstance(one, Recipient):
            yield from _found(one, site, here)


def _part(path: TreePath) -> str:
    """Return the key of a hearing that a way from it, or from its issuer, begins with."""
    is_own = len(path) == 1 or path[0] == "units" or not _OF_THE_BODY.isdisjoint(path)
    return "" if is_own else str(path[0])
