"""Read the words of letters: of the originals, and of rendered files."""

import io
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import docx
from docx.table import Table
from docx.text.paragraph import Paragraph

LETTERS = Path(__file__).parents[1] / "corpus" / "letters"


def original(name: str, furniture: tuple[str, ...], bullet: str) -> str:
    """Return an original's words, without the traces of its PDF.

    Removed are line breaks, hyphenation at line ends (not in an address, which may have a hyphen of
    its own), bullets, the marks of links and bold text, and page headers and footers.
    """
    text = (LETTERS / name).read_text("utf-8")
    for lines in furniture:
        assert text.count(lines) == 1, lines
        text = text.replace(lines, "\n")
    text = re.sub(r"\[([^\]]+)\]\(#\)", r"\1", text).replace("**", "")
    text = re.sub(rf"^\s*{bullet} ", "", text, flags=re.MULTILINE)
    text = re.sub(r"(?<=\w)-\s*\n\s*(?=[a-zæøå]+(?![\w@]))", "", text)
    return words(text)


def words(text: str) -> str:
    """Return the text with each run of white space as one space."""
    return " ".join(text.split())


def docx_text(data: bytes) -> str:
    """Return the words of a Word file's body, in reading order, without page headers."""
    document = docx.Document(io.BytesIO(data))
    return words("\n".join(_inside(document)))


def _inside(container: object) -> Iterator[str]:
    for block in container.iter_inner_content():  # type: ignore[attr-defined]
        match block:
            case Paragraph():
                yield block.text
            case Table():
                for row in block.rows:
                    for cell in row.cells:
                        yield from _inside(cell)


class _Reader(HTMLParser):
    """A parser that collects text outside the head and the letterhead."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.skipping = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.skipping += tag in {"head", "header"}
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self.skipping -= tag in {"head", "header"}
        self._break(tag)

    def _break(self, tag: str) -> None:
        if tag not in {"a", "strong", "em", "span"}:
            self.text.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.skipping:
            self.text.append(data)


def html_text(data: bytes) -> str:
    """Return the words of an HTML file, in reading order, without its header."""
    reader = _Reader()
    reader.feed(data.decode())
    return words("".join(reader.text))


def txt_text(data: bytes) -> str:
    """Return the words of a text file without its signs.

    Left out are the letterhead (all before the first empty line), underlining, bullets, and the
    target of a link in angle brackets.
    """
    _letterhead, text = data.decode().split("\n\n", 1)
    text = re.sub(r"^[=-]{3,}$", "", text, flags=re.MULTILINE)
    # A dash at the beginning of a line may also be one of the text's own, inside a paragraph.
    text = re.sub(r"(?<=\n\n)- .*(\n(- |  ).*)*", lambda items: _unlisted(items[0]), text)
    return words(re.sub(r"\s<(https?|tel):[^>]*>", "", text))


def _unlisted(items: str) -> str:
    return re.sub(r"^- ", "", items, flags=re.MULTILINE)
