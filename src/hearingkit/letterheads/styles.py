"""Styles of a letterhead, by what they are for, whatever language of Word they were named in.

Word keeps its own styles under English names, whatever it shows, and makes their ids of the names
that it shows. LibreOffice and offices make styles with names of their own language.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from hearingkit.language.words import Words
from hearingkit.letterheads.marks import Element, W

TEXT: Final = "Normal"
"""The style of plain paragraphs: the default one."""

LOOKS_AS_TEXT: Final = ("List Bullet", "List Number", "List Continue", "List")
"""Styles that do without: what has them then looks as the text around it."""

ADDED: Final = (
    *("Heading 1", "Heading 2", "Heading 3", "Heading 4"),
    *("Table Grid", "Table Heading", "Table Contents", "Hyperlink"),
)
"""Styles that are added where a letterhead has none."""

ADDED_UNSEEN: Final = ("Title", "Table Separator", "Columns")
"""Others, which few letters need: a title has a slot, and the rest no look."""

_OTHER_KINDS: Final = {"Hyperlink": "character", "Table Grid": "table", "Columns": "table"}


class StyleNames(Words):
    """What Word, or an office, calls a style that a letter needs, by its English name."""

    section = "letterheads.styles"

    names: Mapping[str, tuple[str, ...]]


def style_ids(styles: Element) -> Mapping[str, str]:
    """Return the ids of the styles that letters need, by their English names.

    Args:
        styles: The root of the part with the styles.
    """
    found: dict[str, str] = {}
    called = [_called(style) for style in styles.iterfind(f"{W}style")]
    for name, words in _wanted().items():
        kind = _OTHER_KINDS.get(name, "paragraph")
        fit = [(id_, own) for of, id_, own in called if of == kind]
        ids = (id_ for word in words for id_, own in fit if word in own)
        if id_ := next(ids, ""):
            found[name] = id_
    return {**found, **_default(styles)}


def _default(styles: Element) -> Mapping[str, str]:
    for style in styles.iterfind(f"{W}style"):
        is_default = style.get(f"{W}default") in {"1", "true", "on"}
        if is_default and style.get(f"{W}type") == "paragraph":
            return {TEXT: style.get(f"{W}styleId", "")}
    return {}


def _called(style: Element) -> tuple[str, str, frozenset[str]]:
    """Return the kind of a style, its id, and all that it is called."""
    given = (style.find(f"{W}{tag}") for tag in ("name", "aliases"))
    said = ",".join(one.get(f"{W}val", "") for one in given if one is not None)
    id_ = style.get(f"{W}styleId", "")
    names = frozenset(map(_plain, (*said.split(","), id_)))
    return style.get(f"{W}type", "paragraph"), id_, names


@cache
def _wanted() -> Mapping[str, tuple[str, ...]]:
    """Return what each style may be called, the English name first."""
    every = StyleNames.of_all()
    names = dict.fromkeys(key for words in every for key in words.names)
    return {
        name: tuple(map(_plain, (name, *(one for words in every for one in words.names[name]))))
        for name in names
    }


def _plain(name: str) -> str:
    """Return a name as ids have it: no spaces and hyphens, no capital letters."""
    return re.sub(r"[\W_]", "", name).casefold()
