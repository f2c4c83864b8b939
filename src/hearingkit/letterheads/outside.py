"""What is wrong with a letterhead besides its text: page, people, and what lies outside."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final, TypeAlias

from hearingkit.letterheads.marks import Element, W
from hearingkit.quoting import shortened
from hearingkit.source.word_files import word_parts

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

Fault: TypeAlias = tuple[str, str, Mapping[str, object]]
"""A code, its variant, and the facts of it."""

_A4: Final = (210, 297)
_TWIPS_IN_MM: Final = 56.7
_SLACK: Final = 2
"""Millimetres that programs round a page by."""
_WEB: Final = ("http:", "https:", "mailto:", "tel:", "#")
_KINDS: Final = {
    "image": "a picture",
    "attachedTemplate": "the template",
    "hyperlink": "a link",
    "oleObject": "an object",
}


def faults(word: "WordDocument", data: bytes) -> Iterator[Fault]:
    """Yield what is wrong with a letterhead besides its text.

    Args:
        word: The letterhead.
        data: The same as a file.
    """
    yield from _pages(word)
    yield from _people(word, data)
    parts = word_parts(data).items()
    if any(name.endswith("comments.xml") and b"<w:comment " in part for name, part in parts):
        yield "HK812", "comments", {}
    yield from _links(word)


def _pages(word: "WordDocument") -> Iterator[Fault]:
    sizes = map(_millimetres, word.element.body.iter(f"{W}pgSz"))
    for width, height in dict.fromkeys(sizes):
        upright = sorted((width, height))
        if any(abs(side - of_a4) > _SLACK for side, of_a4 in zip(upright, _A4, strict=True)):
            yield "HK810", "", {"width": width, "height": height}


def _millimetres(size: Element) -> tuple[int, int]:
    width, height = (float(size.get(f"{W}{side}") or 0) for side in ("w", "h"))
    return round(width / _TWIPS_IN_MM), round(height / _TWIPS_IN_MM)


def _people(word: "WordDocument", data: bytes) -> Iterator[Fault]:
    properties = word.core_properties
    for name in dict.fromkeys((properties.author, properties.last_modified_by)):
        if name and name != "python-docx":
            yield "HK813", "author", {"given": shortened(name)}
    for manager in _managers(data):
        yield "HK813", "manager", {"given": shortened(manager)}


def _managers(data: bytes) -> Iterator[str]:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    part = word_parts(data).get("docProps/app.xml")
    root = None if part is None else etree.fromstring(part, parser)
    found = root.iterfind("{*}Manager") if root is not None else ()
    yield from (one.text for one in found if one.text)


def _links(word: "WordDocument") -> Iterator[Fault]:
    for part in word.part.package.iter_parts():
        for relation in part.rels.values():
            kind = relation.reltype.rpartition("/")[2]
            target = relation.target_ref if relation.is_external else ""
            if kind == "mailMergeSource" or not target:
                continue
            if kind != "hyperlink" or not target.casefold().startswith(_WEB):
                where = _KINDS.get(kind, "something")
                yield "HK814", "link", {"where": where, "given": shortened(target)}
    if next(word.settings.element.iter(f"{W}mailMerge"), None) is not None:
        yield "HK814", "merge", {}
