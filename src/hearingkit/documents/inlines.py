"""Inline text in its normal form: the one way of saying what a reader sees.

Two trees that look alike on paper become one value here: a letter that went through Markdown can be
compared with itself, and a writer meets neither an empty link nor bold inside bold.
"""

import contextlib
import dataclasses
import re
import unicodedata
import urllib.parse
from collections.abc import Iterable, Iterator
from typing import assert_never

from hearingkit.documents.blocks import Emphasis, Inline, LineBreak, Link, Plain, Strong, plain
from hearingkit.patterns import late_pattern

Holder = Strong | Emphasis | Link

_BREAKING = late_pattern(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029 ]+")
# XML, and so a Word file, has no way of writing these two.
_UNWRITABLE = "\ufffe\uffff"
_SCHEME = late_pattern(r"https?://|mailto:", re.IGNORECASE)


def clean(text: str) -> str:
    """Return text as blocks may hold it.

    Tabs, line ends and runs of ordinary spaces become one space; a no-break space stays. Control
    characters, lone surrogates and what XML cannot hold are dropped.
    """
    if text.isprintable() and "  " not in text:
        return text
    spaced = _BREAKING.sub(" ", text)
    if spaced.isprintable():
        return spaced
    return _BREAKING.sub(" ", "".join(filter(is_writable, spaced)))


def is_writable(character: str) -> bool:
    """Return whether every format can hold a character: no control character, no half of one."""
    return unicodedata.category(character) not in {"Cc", "Cs"} and character not in _UNWRITABLE


def normal(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return what prints the same, in its shortest form.

    Neighbours of a kind are one; bold in bold, a link in a link, and what is empty are dropped.
    Space stands neither at the ends, nor beside a line break, nor inside the edge of bold text.
    """
    _, core, _ = _peeled(_joined(_pieces(inlines, frozenset())))
    return core


def shows_target(link: Link) -> bool:
    """Return whether the printed text of a link is its address, in a form that people use."""
    printed = plain(link.children)
    if link.href.startswith("tel:"):
        digits = re.sub(r"\D", "", printed)
        return bool(digits) and not re.search(r"[^\W\d]", printed) and link.href.endswith(digits)
    return bare(printed).casefold() == bare(link.href).casefold()


def target_to_print(link: Link) -> str:
    """Return the address that paper needs beside a link's text; empty where the text shows it."""
    if shows_target(link):
        return ""
    scheme, _, rest = link.href.partition(":")
    return rest.partition("?")[0] if scheme in {"mailto", "tel"} else link.href


def bare(address: str) -> str:
    """Return an address as people print it, to compare; capitals count behind the host alone."""
    scheme = _SCHEME.match(address)
    kind = scheme.group().lower() if scheme else ""
    bare = urllib.parse.unquote(address[len(kind) :])
    if kind == "mailto:":
        return bare.partition("?")[0].casefold()
    host, slash, path = "".join(bare.split()).partition("/")
    host = host.casefold().removeprefix("www.")
    if "xn--" in host:
        with contextlib.suppress(UnicodeError):
            host = host.encode("ascii").decode("idna")
    return (host + slash + path).removesuffix("/")


def _pieces(inlines: Iterable[Inline], inside: frozenset[type[Holder]]) -> Iterator[Inline]:
    for inline in inlines:
        match inline:
            case Plain():
                yield from _text_pieces(inline)
            case LineBreak():
                yield inline
            case Strong() | Emphasis() | Link():
                yield from _holder_pieces(inline, inside)
            case _:
                assert_never(inline)


def _text_pieces(text: Plain) -> Iterator[Plain]:
    """Yield a text; the space around an unbroken one may break."""
    cleaned = clean(text.text)
    if not text.unbroken:
        yield Plain(cleaned)
        return
    before, core, after = _stripped(cleaned)
    yield from (Plain(before), Plain(core, unbroken=True), Plain(after))


def _stripped(text: str) -> tuple[str, str, str]:
    """Return the space before a text, the text, and the space after it."""
    rest = text.lstrip()
    core = rest.rstrip()
    return text[: len(text) - len(rest)], core, rest[len(core) :]


def _holder_pieces(holder: Holder, inside: frozenset[type[Holder]]) -> Iterator[Inline]:
    """Yield the holder, and around it the space that stood at its inner edges."""
    kind = type(holder)
    children = _joined(_pieces(holder.children, inside | {kind}))
    if kind in inside:
        yield from children
        return
    before, core, after = _peeled(children)
    yield from before
    if core:
        yield dataclasses.replace(holder, children=core)
    yield from after


def _peeled(joined: tuple[Inline, ...]) -> tuple[tuple[Inline, ...], ...]:
    """Return the space and line breaks at the start, what is between, and those at the end."""
    before: list[Inline] = []
    core = list(joined)
    after: list[Inline] = []
    while core and _is_space(core[0]):
        before.append(core.pop(0))
    while core and _is_space(core[-1]):
        after.insert(0, core.pop())
    if core and isinstance(first := core[0], Plain):
        space, text, rest = _stripped(first.text)
        before.append(Plain(space))
        core[0] = dataclasses.replace(first, text=text + rest)
    if core and isinstance(last := core[-1], Plain):
        rest, text, space = _stripped(last.text)
        after.insert(0, Plain(space))
        core[-1] = dataclasses.replace(last, text=rest + text)
    return tuple(before), tuple(core), tuple(after)


def _is_space(inline: Inline) -> bool:
    return isinstance(inline, LineBreak) or (isinstance(inline, Plain) and not inline.text.strip())


def _joined(pieces: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return the pieces with neighbours of a kind made one."""
    done: list[Inline] = []
    for piece in pieces:
        last = done.pop() if done else Plain("")
        both = _side_by_side(last, piece)
        done += [one for one in both if not isinstance(one, Plain) or one.text]
    return tuple(done)


def _side_by_side(left: Inline, right: Inline) -> tuple[Inline, ...]:
    """Return two neighbours as they read: as one, or without space at a line break."""
    match left, right:
        case Plain(text=first, unbroken=is_unbroken), Plain(text=second, unbroken=other) if (
            is_unbroken == other
        ):
            rest = second.removeprefix(" ") if first.endswith(" ") else second
            return (Plain(first + rest, is_unbroken),)
        case Plain(text=text, unbroken=is_unbroken), LineBreak():
            return Plain(text.rstrip(), is_unbroken), right
        case LineBreak(), Plain(text=text, unbroken=is_unbroken):
            return left, Plain(text.lstrip(), is_unbroken)
        case (Strong(children=first), Strong(children=second)):
            return (Strong(_joined(first + second)),)
        case (Emphasis(children=first), Emphasis(children=second)):
            return (Emphasis(_joined(first + second)),)
        case _:
            return left, right
