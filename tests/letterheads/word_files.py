"""Word files as offices have them, built from their parts: what Word writes, not what we would."""

import io
import zipfile
from collections.abc import Mapping

from hearingkit.source.zip_files import packed

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
LINKS = f"{PACKAGE}/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" '
    'w:left="1417" w:header="708" w:footer="708" w:gutter="0"/>'
)

# As Danish Word has them: English names, ids of its own language.
STYLES = f"""{HEAD}<w:styles {NAMES}>
<w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="22"/>
<w:lang w:val="da-DK" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="table" w:default="1" w:styleId="Tabel-Normal">
<w:name w:val="Normal Table"/></w:style>
<w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/>
<w:basedOn w:val="Normal"/><w:rPr><w:color w:val="7A0000"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Brevtekst"><w:name w:val="Brevtekst"/>
<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="120"/></w:pPr></w:style>
</w:styles>"""


def p(text: str, properties: str = "") -> str:
    """Return a paragraph with one run."""
    given = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f'<w:p>{given}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def in_box(content: str) -> str:
    """Return a paragraph with a text box, as Word writes it for itself and for older programs."""
    return f"""<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="2160000" cy="720000"/>
<wp:docPr id="7" name="Tekstfelt 2"/><a:graphic>
<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
<wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx>
<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:shape style="width:170pt;height:57pt"><v:textbox><w:txbxContent>{content}
</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"""


def merge_field(name: str) -> str:
    """Return runs with a merge field, as Word writes it."""
    return f"""<w:r><w:rPr><w:b/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r>
<w:r><w:rPr><w:b/></w:rPr><w:instrText xml:space="preserve"> MERGEFIELD </w:instrText></w:r>
<w:r><w:rPr><w:b/></w:rPr><w:instrText xml:space="preserve">{name} \\* MERGEFORMAT </w:instrText>
</w:r>
<w:r><w:rPr><w:b/></w:rPr><w:fldChar w:fldCharType="separate"/></w:r>
<w:r><w:rPr><w:b/><w:noProof/></w:rPr><w:t>«{name}»</w:t></w:r>
<w:r><w:rPr><w:b/></w:rPr><w:fldChar w:fldCharType="end"/></w:r>"""


def control(tag: str, content: str, properties: str = "") -> str:
    """Return a content control."""
    return (
        f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/>{properties}</w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def word_file(
    body: str,
    *,
    section: str = PAGE,
    styles: str = STYLES,
    pages: Mapping[str, str] | None = None,
    extra: Mapping[str, bytes] | None = None,
    links: str = "",
) -> bytes:
    """Return a Word file.

    Args:
        body: The content of its body.
        section: The properties of its last section; those of headers are put before them.
        styles: The part with its styles.
        pages: Headers and footers by kind and use: ``header first``.
        extra: Other parts by name, in place of those of the same name.
        links: More relationships of the document.
    """
    named = {key: f"{key.replace(' ', '-')}.xml" for key in pages or {}}
    references = "".join(
        f'<w:{key.split()[0]}Reference w:type="{key.split()[1]}" r:id="p{number}"/>'
        for number, key in enumerate(named)
    )
    relations = "".join(
        f'<Relationship Id="p{number}" Type="{OFFICE}/{key.split()[0]}" Target="{file}"/>'
        for number, (key, file) in enumerate(named.items())
    )
    types = "".join(
        f'<Override PartName="/word/{file}" ContentType="{WORD}.{key.split()[0]}+xml"/>'
        for key, file in named.items()
    )
    parts = {
        "[Content_Types].xml": f"""{HEAD}<Types xmlns="{PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Default Extension="png" ContentType="image/png"/>
<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="{WORD}.styles+xml"/>{types}</Types>""",
        "_rels/.rels": f"""{HEAD}<Relationships xmlns="{LINKS}">
<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>
</Relationships>""",
        "word/document.xml": f"""{HEAD}<w:document {NAMES}><w:body>{body}
<w:sectPr>{references}{section}</w:sectPr></w:body></w:document>""",
        "word/_rels/document.xml.rels": f"""{HEAD}<Relationships xmlns="{LINKS}">
<Relationship Id="s" Type="{OFFICE}/styles" Target="styles.xml"/>{relations}{links}
</Relationships>""",
        "word/styles.xml": styles,
    }
    parts |= {
        f"word/{named[key]}": f"{HEAD}<w:{_root(key)} {NAMES}>{content}</w:{_root(key)}>"
        for key, content in (pages or {}).items()
    }
    written = {name: part.encode() for name, part in parts.items()}
    return packed((written | dict(extra or {})).items())


def _root(key: str) -> str:
    return "hdr" if key.startswith("header") else "ftr"


def members(data: bytes) -> dict[str, bytes]:
    """Return what is in a Word file, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}
