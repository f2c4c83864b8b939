"""New parts of a list or a mapping of a data file: their text, and where it belongs."""

from typing import Any, Final

from hearingkit.exporters.yaml import on_one_line, part_text
from hearingkit.patterns import late_pattern
from hearingkit.source.file import SourceFile, TreePath
from hearingkit.workflows.insertions import Piece

_BARE_IN_BRACES: Final = late_pattern(r"[^\[\]{},'\"&*!|>%@`#:?-][^\[\]{},#:]*+")
"""A text that needs no quotes in braces either."""


def new_parts(source: SourceFile, path: TreePath, parts: Any) -> Piece:  # noqa: ANN401 (a tree)
    """Return the text of new parts of a list or a mapping, behind the others, and its offset."""
    span, held = source.values[path], source.at(path)
    if source.text[span.start] in "[{":
        text = part_text(parts, in_brackets=True)
        return (_end_of_last(source, path), f", {text}") if held else (span.end - 1, text)
    line_before = source.text.rfind("\n", 0, span.start) + 1
    line_end = "\r\n" if source.text.endswith("\r\n", 0, line_before) else "\n"
    indent = " " * (span.column - 1)
    lines = [f"{indent}{line}{line_end}" for line in part_text(parts).splitlines()]
    end = source.text.find("\n", span.end) + 1
    return end or len(source.text), "".join(lines) if end else line_end + "".join(lines)


def with_fields(source: SourceFile, path: TreePath, fields: dict[str, Any]) -> list[Piece]:
    """Return the text by which a name alone gets fields besides, in two pieces."""
    span = source.values[path]
    name = source.text[span.start : span.end]
    quote = "" if name[0] in "'\"" or _BARE_IN_BRACES.fullmatch(name) else '"'
    text = part_text(on_one_line(fields), in_brackets=True)
    return [(span.start, f"{{name: {quote}"), (span.end, f"{quote}, {text}}}")]


def _end_of_last(source: SourceFile, path: TreePath) -> int:
    held = source.at(path)
    last = [*held][-1] if isinstance(held, dict) else len(held or ()) - 1
    return source.values[(*path, last)].end
