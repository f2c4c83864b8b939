"""The letterhead: opened anew for each document, and saved so that what is not filled stays as is.

That of hearingkit is kept as text, so that a change of style can be read in git, and holds the
styles that letters use: python-docx's own template brings 790 kB of others.
"""

import functools
from collections.abc import Iterator, Mapping

from docx.document import Document as WordDocument
from docx.opc.package import OpcPackage
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.story import StoryPart
from lxml import etree

from hearingkit.frozen import frozen
from hearingkit.letterheads.built_in import built_in
from hearingkit.letterheads.opening import loaded
from hearingkit.source.word_files import word_parts

_CONTENT_TYPES = "[Content_Types].xml"
_OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"


@frozen
class Letterhead:
    """A letterhead as it came.

    Attributes:
        data: The file.
        members: What is in it, by name.
        written: What python-docx would write of it, by name, before anything is filled.
    """

    data: bytes
    members: Mapping[str, bytes]
    written: Mapping[str, bytes]


@functools.lru_cache(8)  # each letter of an issuer has the same
def letterhead_of(data: bytes | None) -> Letterhead:
    """Return an office's own letterhead; for None, that of hearingkit.

    Raises:
        NoWordFile: If it can't be used as one.
    """
    own = built_in() if data is None else data
    members = word_parts(own)
    return Letterhead(own, members, dict(_members(loaded(own).part.package)))


@functools.cache
def house_part(name: str) -> BaseOxmlElement:
    """Return the root of a part of the letterhead of hearingkit, to be copied from."""
    root: BaseOxmlElement = parse_xml(letterhead_of(None).members[name])
    return root


def saved(word: WordDocument, letterhead: Letterhead) -> Mapping[str, bytes]:
    """Return the parts of a letterhead that was filled: what was not touched has its own bytes."""
    made = dict(_members(word.part.package))
    gone = letterhead.written.keys() - made.keys()
    kept = {name: data for name, data in letterhead.members.items() if name not in gone}
    changed = {name: data for name, data in made.items() if letterhead.written.get(name) != data}
    types = _content_types(letterhead, gone, _new_types(word, changed.keys() - kept.keys()))
    return {**kept, **changed, _CONTENT_TYPES: types}


def _members(package: OpcPackage) -> Iterator[tuple[str, bytes]]:
    """Yield the parts of a package and their relationships; python-docx writes no time here."""
    yield "_rels/.rels", package.rels.xml
    for part in package.iter_parts():
        yield part.partname.membername, part.blob
        if len(part.rels):
            yield part.partname.rels_uri.membername, part.rels.xml


def _new_types(word: WordDocument, names: set[str]) -> Iterator[tuple[str, str]]:
    for part in word.part.package.iter_parts():
        if part.partname.membername in names:
            yield part.partname, part.content_type


def _content_types(letterhead: Letterhead, gone: set[str], new: Iterator[tuple[str, str]]) -> bytes:
    given = letterhead.members[_CONTENT_TYPES]
    added = sorted(new)
    if not added and not gone:
        return given
    root = etree.fromstring(given)
    for one in root.findall(_OVERRIDE):
        if str(one.get("PartName")).removeprefix("/") in gone:
            root.remove(one)
    for name, type_ in added:
        etree.SubElement(root, _OVERRIDE, {"PartName": name, "ContentType": type_})
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def drop_if_empty(word: WordDocument, story: StoryPart) -> None:
    """Take away a header or footer that nothing was put into.

    With several sections it stays, as a section without one has that of the section before it.
    """
    sections = word.part.element.xpath("//w:sectPr")
    if story is word.part or len(sections) > 1 or not _is_empty(story.element):
        return
    relations = [one for one in word.part.rels.values() if not one.is_external]
    relation = next(one.rId for one in relations if one.target_part is story)
    for reference in word.part.element.xpath(f"//w:sectPr/*[@r:id='{relation}']"):
        reference.getparent().remove(reference)
    word.part.drop_rel(relation)


def _is_empty(story: BaseOxmlElement) -> bool:
    return not story.xpath(".//w:r | .//w:tbl | .//w:sdt | .//w:fldSimple")
