"""Write a mailing list as a spreadsheet of OpenDocument, in which every cell is text.

It is written without a library: those that there are hold each cell as a tree.
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Final

from hearingkit.exporters import ExportOptions
from hearingkit.exporters.workbook import (
    ROOM,
    SHEET,
    WIDEST,
    begin_groups,
    cells_by_column,
    provenance,
    width,
)
from hearingkit.lists.columns import PROVENANCE
from hearingkit.lists.table import RecipientTable
from hearingkit.patterns import late_pattern
from hearingkit.source.zip_files import compressed_pieces, joined, stored

_TYPE: Final = "application/vnd.oasis.opendocument.spreadsheet"
_CHARACTER_MM: Final = 2.2
_SPACE: Final = late_pattern(r"\A | \Z|(?<= ) ")  # which a reader of XML would pass over
_NAMESPACES: Final = {
    **{one: one for one in ("office", "style", "table", "text", "config", "manifest")},
    "number": "datastyle",
    "fo": "xsl-fo-compatible",
}
_NAMES: Final = "".join(
    f' xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in _NAMESPACES.items()
)
_LOOKS: Final = {
    "plain": ("", ""),
    "first": (' fo:border-top="0.5pt solid #000000"', ""),
    "head": (' fo:border-bottom="0.5pt solid #000000"', ' fo:font-weight="bold"'),
}
"""What cells have besides: those that begin a group have a line above, the head one below."""
_PAGE: Final = """<office:automatic-styles><style:page-layout style:name="page">\
<style:page-layout-properties fo:page-width="297mm" fo:page-height="210mm" \
style:print-orientation="landscape" style:scale-to-X="1"/></style:page-layout>\
</office:automatic-styles><office:master-styles>\
<style:master-page style:name="Default" style:page-layout-name="page"/></office:master-styles>"""
_ITEM: Final = '<config:config-item config:name="{}" config:type="{}">{}</config:config-item>'
_SETTINGS: Final = """<office:settings><config:config-item-set config:name="view-settings">\
<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>\
<config:config-item-map-named config:name="Tables">\
<config:config-item-map-entry config:name="{}">{}</config:config-item-map-entry>\
</config:config-item-map-named></config:config-item-map-entry>\
</config:config-item-map-indexed></config:config-item-set></office:settings>"""
_FROZEN_HEAD: Final = {"VerticalSplitMode": 2, "VerticalSplitPosition": 1, "PositionBottom": 1}


def export(table: RecipientTable, options: ExportOptions) -> bytes:
    """Return a spreadsheet of the recipients, and of where they come from.

    The head row stays in sight and has filters; a line parts the groups.

    Source:
        OpenDocument 1.3, part 2, 3.3 (the type stands first, as it is); part 3, 19.385 (a cell of
        the type ``string`` is text).
    """
    frozen = "".join(_ITEM.format(key, "int", value) for key, value in _FROZEN_HEAD.items())
    parts: dict[str, Iterable[str]] = {
        "content": _content(table, options),
        "styles": (_PAGE,),
        "settings": (_SETTINGS.format(SHEET, frozen),),
    }
    files = {f"{name}.xml": _part(f"office:document-{name}", xml) for name, xml in parts.items()}
    files["META-INF/manifest.xml"] = _part("manifest:manifest", _manifest(("/", *files)))
    packed = (compressed_pieces(name, pieces) for name, pieces in files.items())
    return joined((stored("mimetype", _TYPE.encode()), *packed))


def _part(root: str, xml: Iterable[str]) -> Iterator[bytes]:
    version = f'{root.partition(":")[0]}:version="1.3"'
    yield f'<?xml version="1.0" encoding="UTF-8"?><{root}{_NAMES} {version}>'.encode()
    yield from map(str.encode, xml)
    yield f"</{root}>".encode()


def _manifest(names: Iterable[str]) -> Iterator[str]:
    types = {"/": _TYPE}
    return (
        f'<manifest:file-entry manifest:full-path="{name}"'
        f' manifest:media-type="{types.get(name, "text/xml")}"/>'
        for name in names
    )


def _content(table: RecipientTable, options: ExportOptions) -> Iterator[str]:
    names, facts = options.columns, provenance(table)
    cells = cells_by_column(names, table)
    widths = [width(name, texts) for name, texts in zip(names, cells, strict=True)]
    of_facts = [max(map(len, facts)) + ROOM, WIDEST]
    yield f"<office:automatic-styles>{_styles({*widths, *of_facts})}</office:automatic-styles>"
    yield f'<office:body><office:spreadsheet><table:table table:name="{SHEET}">{_columns(widths)}'
    yield f"<table:table-header-rows>{_row(names, 'head')}</table:table-header-rows>"
    for begins_group, *texts in zip(begin_groups(table), *cells, strict=True):
        yield _row(texts, "first" if begins_group else "plain")
    yield f'</table:table><table:table table:name="{PROVENANCE}">{_columns(of_facts)}'
    yield from (_row(fact, "plain") for fact in facts.items())
    last = f"{chr(ord('A') + len(names) - 1)}{len(table.rows) + 1}"
    yield (
        '</table:table><table:database-ranges><table:database-range table:name="list"'
        f' table:target-range-address="{SHEET}.A1:{SHEET}.{last}"'
        ' table:display-filter-buttons="true"/></table:database-ranges>'
        "</office:spreadsheet></office:body>"
    )


def _styles(widths: Iterable[int]) -> str:
    columns = (
        f'<style:style style:name="w{one}" style:family="table-column"><style:table-column-'
        f'properties style:column-width="{one * _CHARACTER_MM:.1f}mm"/></style:style>'
        for one in sorted(widths)
    )
    cells = (
        f'<style:style style:name="{name}" style:family="table-cell" style:data-style-name="text">'
        f'<style:table-cell-properties style:vertical-align="top"{around}/>'
        f"<style:text-properties{letters}/></style:style>"
        for name, (around, letters) in _LOOKS.items()
    )
    text = '<number:text-style style:name="text"><number:text-content/></number:text-style>'
    return "".join((text, *columns, *cells))


def _columns(widths: Iterable[int]) -> str:
    return "".join(
        f'<table:table-column table:style-name="w{one}" table:default-cell-style-name="plain"/>'
        for one in widths
    )


def _row(texts: Sequence[str], looks: str) -> str:
    style = f' table:style-name="{looks}"' if looks != "plain" else ""
    cells = (
        f'<table:table-cell{style} office:value-type="string"><text:p>{_escaped(text)}</text:p>'
        "</table:table-cell>"
        if text
        else f"<table:table-cell{style}/>"
        for text in texts
    )
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def _escaped(text: str) -> str:
    return _SPACE.sub("<text:s/>", escape(text, quote=False))
