"""Where the inline tokens of markdown-it stand in the text that they were read from.

The parser gives a token no place. But its tokens cover the whole text in order, and each shows how
it was written: so a walk along both finds the place of each.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.token import Token

from hearingkit.frozen import frozen
from hearingkit.patterns import late_pattern

_SPACE: Final = late_pattern(r"[ \t\n]*")
_BREAK: Final = late_pattern(r"[ \t]*\\?\n[ \t]*")


@frozen
class PlacedToken:
    """An inline token and its place.

    Attributes:
        token: As the parser gives it.
        start: The offset of its first sign in the inline text.
        end: The offset behind its last sign; of a link's end, behind its address.
        target: Of a link's end, the offsets of its address; of others, empty.
    """

    token: Token
    start: int
    end: int
    target: tuple[int, int] = (0, 0)

    @property
    def offsets(self) -> Sequence[int]:
        """Return the offset of each sign of its content."""
        if self.end - self.start == len(self.token.content):
            return range(self.start, self.end)
        return [self.start] * len(self.token.content)  # an escape, an entity


def placed(tokens: Sequence[Token], text: str) -> Iterator[PlacedToken]:
    """Yield the tokens of an inline text with their places."""
    at = 0
    for token in tokens:
        one = _placed(token, text, at)
        at = one.end
        yield one


def _placed(token: Token, text: str, at: int) -> PlacedToken:
    match token.type:
        case "text":
            start = text.find(token.content, at)  # space at the ends of lines is left out
            # An address in angle brackets may be printed otherwise.
            end = start + len(token.content) if start >= 0 else text.find(">", at)
            return PlacedToken(token, max(start, at), end)
        case "softbreak" | "hardbreak":
            found = _BREAK.match(text, at)
            return PlacedToken(token, at, found.end() if found else at)
        case "link_close" if token.markup != "autolink":
            return _end_of_link(token, text, at)
        case "link_open" | "link_close":
            return PlacedToken(token, at, at + 1)
        case _:  # an escape, an entity, stars
            return PlacedToken(token, at, at + len(token.markup))


def _end_of_link(token: Token, text: str, at: int) -> PlacedToken:
    """Return the place of ``](address "title")``."""
    begin = _end_of_space(text, at + 2)
    target = parseLinkDestination(text, begin, len(text))
    end = target.pos if target.ok else begin
    titled = _end_of_space(text, end)
    title = parseLinkTitle(text, titled, len(text))
    if title.ok and titled > end:
        end = title.pos
    return PlacedToken(token, at, _end_of_space(text, end) + 1, (begin, max(begin, target.pos)))


def _end_of_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at
