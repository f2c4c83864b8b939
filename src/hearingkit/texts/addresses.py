"""Mailboxes and web addresses that stand in a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

# A run of signs is tried where it begins and at no other place: linear time.
_ADDRESS: Final = re.compile(
    r"(?:https?://|(?<![\w./])www\.)[^\s<>()\[\]\"«»”’{}|\0]{3,400}"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}"
)
_PUNCTUATION: Final = ".,;:!?*_'"


@dataclass(frozen=True, slots=True)
class AddressSpan:
    """An address and its place in a text.

    Attributes:
        text: The address, without the punctuation behind it.
        start: Its offset.
    """

    text: str
    start: int

    @property
    def end(self) -> int:
        """Return the offset behind it."""
        return self.start + len(self.text)


def addresses_in(plain: str) -> Iterator[AddressSpan]:
    """Yield the addresses of a text in order; one inside another counts as a part of it."""
    for found in _ADDRESS.finditer(plain):
        yield AddressSpan(found[0].rstrip(_PUNCTUATION), found.start())
