"""What a screen reader finds in a tagged PDF: text in the order of its structure."""

import io
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pikepdf
from tests.writers.seen import Seen, spaced

ARTIFACT = -1
"""Stands for the number of marked content that no reader is told of: the head of a page."""

_BLOCKS = {"P", "LI", "Lbl", "LBody", "TH", "TD", "Figure", "H1", "H2", "H3", "H4", "H5", "H6"}


def seen_in_pdf(data: bytes) -> Seen:
    """Return what is found in a PDF."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        seen = Seen(title=spaced(str(pdf.docinfo["/Title"])), language=str(pdf.Root.Lang))
        texts = {page.obj.objgen: texts_of(page) for page in pdf.pages}
        _Walk(seen, texts).element(pdf.Root.StructTreeRoot)
    return seen


@dataclass
class _Walk:
    seen: Seen
    texts: Mapping[tuple[int, int], Mapping[int, str]]

    def element(self, node: Any, page: Any = None) -> None:
        """Read an element of the structure, and all in it."""
        tag = str(node.get("/S", "")).removeprefix("/")
        page = node.get("/Pg", page)
        start = len(self.seen.said)
        if tag in _BLOCKS:
            self.seen.said.append("\n")
        if tag == "Table":
            self.seen.tables.append([])
        if tag == "TR":
            self.seen.tables[-1].append([])
        for kid in _list(node.get("/K", [])):
            self.kid(kid, page)
        self.found(tag, node, start)
        if tag in _BLOCKS:
            self.seen.said.append("\n")

    def kid(self, kid: Any, page: Any) -> None:
        if isinstance(kid, int):
            self.seen.said.append(self.texts[page.objgen][kid])
        elif "/MCID" in kid:
            self.seen.said.append(self.texts[kid.get("/Pg", page).objgen][int(kid.MCID)])
        elif "/S" in kid:
            self.element(kid, page)

    def found(self, tag: str, node: Any, start: int) -> None:
        """Note what an element says that has been read."""
        text = self.seen.since(start)
        match tag:
            case "Link":
                uris = {str(kid.Obj.A.URI) for kid in _list(node.K) if "/Obj" in _dictionary(kid)}
                (uri,) = uris
                self.seen.links.append((text, uri))
            case "Figure":
                self.seen.alts.append(spaced(str(node.Alt)))
            case "TH" | "TD":
                assert (tag == "TH") is (len(self.seen.tables[-1]) == 1)
                self.seen.tables[-1][-1].append(text)
            case "Lbl" if text:
                self.seen.begun.append((text if text[0].isdigit() else "•", len(self.seen.said)))
                if not text[0].isdigit():
                    del self.seen.said[start:]
            case _ if re.fullmatch(r"H\d", tag):
                self.seen.headings.append((int(tag[1]) - 1, text))


def _list(kids: Any) -> list[Any]:
    return list(kids) if isinstance(kids, (pikepdf.Array, list)) else [kids]


def _dictionary(kid: Any) -> Any:
    return kid if isinstance(kid, pikepdf.Dictionary) else {}


def texts_of(page: pikepdf.Page) -> Mapping[int, str]:
    """Return the text of each piece of marked content of a page, by its number."""
    fonts = {
        name: _characters(font.ToUnicode.read_bytes().decode())
        for name, font in dict(page.Resources.get("/Font", {})).items()
    }
    texts: defaultdict[int, str] = defaultdict(str)
    marked: list[tuple[int | None, str | None]] = []
    font: Mapping[str, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        match str(instruction.operator):
            case "BDC" | "BMC":
                properties = operands[1] if len(operands) > 1 else {}
                outer = marked[-1] if marked else (None, None)
                number = properties.get("/MCID", outer[0])
                said = properties.get("/ActualText", None)
                if str(operands[0]) == "/Artifact":
                    number = ARTIFACT
                marked.append((number, outer[1] if said is None else str(said)))
                if said is not None and number is not None:
                    texts[number] += str(said)
            case "EMC":
                marked.pop()
            case "Tf":
                font = fonts[str(operands[0])]
            case "TJ" | "Tj" if marked and marked[-1][0] is not None and marked[-1][1] is None:
                texts[marked[-1][0]] += "".join(_shown(operands[0], font))
    return texts


def _shown(strings: Any, font: Mapping[str, str]) -> Iterator[str]:
    for one in _list(strings):
        if isinstance(one, pikepdf.String):
            codes = bytes(one).hex()
            yield from (font[codes[at : at + 4]] for at in range(0, len(codes), 4))


def _characters(mapping: str) -> Mapping[str, str]:
    """Return the text of each glyph of a font, by its code, from a ``ToUnicode`` map."""
    assert "beginbfrange" not in mapping
    pairs = re.findall(r"<(\w{4})> <(\w+)>", mapping.partition("beginbfchar")[2])
    return {code.lower(): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}
