"""Mailboxes and web addresses that stand in a text."""

from collections.abc import Iterator
from typing import Final

from hearingkit.patterns import late_pattern
from hearingkit.texts.found import Found
from hearingkit.texts.line_search import found_in_lines, holding

# A run of signs is tried where it begins and at no other place: linear time.
_ADDRESS: Final = late_pattern(
    r"(?:https?://|(?<![\w./])www\.)[^\s<>()\[\]\"«»”’{}|\0]{3,400}"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}"
)
_may_hold_some: Final = holding("@", "://", "www.")
_PUNCTUATION: Final = ".,;:!?*_'"


def addresses_in(plain: str) -> Iterator[Found]:
    """Yield the addresses of a text in order, without the punctuation behind them.

    One inside another counts as a part of it.
    """
    for found in found_in_lines(_ADDRESS, plain, _may_hold_some):
        yield Found(found[0].rstrip(_PUNCTUATION), found.start())
