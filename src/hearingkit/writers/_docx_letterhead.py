"""The letterhead: opened from its parts, saved as the same bytes each time.

It is kept as text, so that a change of style can be read in git, and holds the styles that letters
use: python-docx's own template brings 790 kB of others.
"""

import functools
import io
import re
import zipfile

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.story import StoryPart

from hearingkit.assets import templates_dir
from hearingkit.writers import _ooxml

_CONTENT_TYPES = "[Content_Types].xml"
_PLACEHOLDER = re.compile(r"\s*\{\{ (\w+) \}\}\s*")
_HEADERS_AND_FOOTERS = {RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER}


def opened() -> WordDocument:
    """Return a new copy of the letterhead."""
    return docx.Document(io.BytesIO(_packed()))


@functools.cache
def _packed() -> bytes:
    folder = templates_dir() / "docx" / "letterhead"
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return _ooxml.package(
        (path.relative_to(folder).as_posix(), path.read_bytes()) for path in files
    )


def saved(word: WordDocument) -> bytes:
    """Return the package; python-docx alone would write the time of day into it."""
    stream = io.BytesIO()
    word.save(stream)
    with zipfile.ZipFile(stream) as source:
        names = sorted(source.namelist(), key=lambda name: (name != _CONTENT_TYPES, name))
        return _ooxml.package((name, source.read(name)) for name in names)


def stories(word: WordDocument) -> list[StoryPart]:
    """Return the body, and every header and footer."""
    relations = word.part.rels.values()
    others = [one.target_part for one in relations if one.reltype in _HEADERS_AND_FOOTERS]
    return [word.part, *(part for part in others if isinstance(part, StoryPart))]


def placeholders(story: StoryPart) -> list[tuple[str, BaseOxmlElement]]:
    """Return the names and ``w:t`` of the places to fill, before anything is filled.

    What is filled in later is never read: text such as ``{{ body }}`` in a title stays text.
    """
    texts = story.element.iter(qn("w:t"))
    found = ((_PLACEHOLDER.fullmatch(text.text or ""), text) for text in texts)
    return [(placeholder[1], text) for placeholder, text in found if placeholder]


def drop_if_empty(word: WordDocument, story: StoryPart) -> None:
    """Take away a header or footer that nothing was put into; it may not be empty."""
    if len(story.element) or story is word.part:
        return
    relations = [one for one in word.part.rels.values() if not one.is_external]
    relation = next(one.rId for one in relations if one.target_part is story)
    for reference in word.part.element.xpath(f"//w:sectPr/*[@r:id='{relation}']"):
        reference.getparent().remove(reference)
    word.part.drop_rel(relation)
