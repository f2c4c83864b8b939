"""Print what codes mean and what names stand for: the manual of a code, and tables of all."""

import re
import textwrap
from collections.abc import Iterator, Sequence
from typing import Final

from hearingkit import errors
from hearingkit.codes import Code
from hearingkit.model.wording import Formula
from hearingkit.patterns import late_pattern
from hearingkit.reporters.json_text import json_text
from hearingkit.rules.catalogue import catalogue
from hearingkit.values.sample import sample_values
from hearingkit.values.table import NAMES

COLUMNS: Final = ("code", "severity", "state", "basis", "sentence", "source")
_WIDTH: Final = 80
_WEEKDAY: Final = late_pattern(r"\{\w+:%A\}")
_INDENT: Final = " " * 4
_EXAMPLE: Final = late_pattern(r"(Bad|Good): ")
_GROUPS: Final = {
    "HK0": "The file",
    "HK1": "Shape and references",
    "HK2": "Dates and deadlines",
    "HK3": "Recipients",
    "HK4": "Free text against the data",
    "HK5": "Where answers and questions go",
    "HK6": "Language",
    "HK7": "The letter",
    "HK8": "The letterhead: `hearingkit letterhead check`",
}

_ABOVE: Final = (
    "Any text of the data may name a value, as {{ deadline.date }}; \\{{ prints the braces. Below "
    "each name stands what it is, and what it prints in a Danish hearing that was made up.",
    "Where a hearing has several addresses of a kind, a number chooses: submission.email.2 is the "
    "second mailbox, submission.post.2.lines the second postal address.",
)
_BELOW: Final = (
    "Alone in a paragraph of the body, the name of a formula, as {{ submission }}, prints the "
    "formula there, and not again at its usual place. These can stand there:"
)


def explain(codes: Sequence[str]) -> str:
    """Return the manual of codes, or the table of names, in 80 columns.

    Args:
        codes: Upper or lower case; ``names`` alone stands for the names that texts may use.

    Raises:
        HearingkitError: If a code does not exist.
    """
    if [code.casefold() for code in codes] == ["names"]:
        return "\n".join(_names())
    known = catalogue()
    for code in codes:
        if code.upper() not in known:
            raise errors.unknown_code(code, known)
    wanted = dict.fromkeys(code.upper() for code in codes)
    return "\n\n".join("\n".join(_manual(known[code])) for code in wanted)


def rows() -> list[tuple[str, ...]]:
    """Return a row for each code, with the cells that ``COLUMNS`` names."""
    return [tuple(_facts(entry).values()) for entry in catalogue().values()]


def rules_as_json() -> str:
    """Return all codes with messages and manual, as JSON."""
    codes = [
        {**_facts(entry), "messages": _sentences(entry), "manual": entry.details}
        for entry in catalogue().values()
    ]
    return json_text({"version": 1, "codes": codes})


def rules_as_markdown() -> str:
    """Return the table of all codes as a Markdown page, with a section for each hundred."""
    return "\n".join(_page()) + "\n"


def _names() -> Iterator[str]:
    """Yield every name that texts may use, with what it stands for and an example."""
    for paragraph in _ABOVE:
        yield from (*textwrap.wrap(paragraph, _WIDTH), "")
    values = sample_values()
    for name, known in NAMES.items():
        yield name
        yield from _hanging(_INDENT, known.says)
        yield from _hanging(_INDENT, values.line(f"{{{{ {name} }}}}") or "(nothing)")
    yield ""
    yield from textwrap.wrap(_BELOW, _WIDTH)
    yield from _hanging(_INDENT, ", ".join(formula for formula in Formula if formula.is_prose))


def _page() -> Iterator[str]:
    yield "# Rules"
    yield ""
    yield "What `hearingkit validate` finds. Errors keep a letter from being rendered; `accept:`"
    yield "and `hearingkit.toml` are for the rest. `hearingkit explain CODE` prints the manual."
    yield "What is in preview is off unless asked for, as it also blames what is right."
    yield "This page is what `hearingkit rules --format md` prints."
    for prefix, title in _GROUPS.items():
        yield from ("", f"## {title}", "", f"| {' | '.join(COLUMNS)} |")
        yield f"|{' --- |' * len(COLUMNS)}"
        for row in rows():
            if row[0].startswith(prefix):
                yield f"| {' | '.join(_cell(text) for text in row)} |"


def _facts(entry: Code) -> dict[str, str]:
    source, state = entry.source, "preview" if entry.preview else "on"
    cells = (entry.code, entry.severity, state, source.basis, entry.sentence, source.text)
    return dict(zip(COLUMNS, cells, strict=True))


def _cell(text: str) -> str:
    """Escape a text for a cell of a Markdown table."""
    return re.sub(r"([|<>*_\[\]`])", r"\\\1", text)


def _manual(entry: Code) -> Iterator[str]:
    traits = (entry.severity, entry.source.basis, *(["preview"] if entry.preview else []))
    yield f"{entry.code} ({', '.join(traits)})"
    yield from textwrap.wrap(entry.sentence, _WIDTH)
    for paragraph in re.split(r"\n\s*\n", entry.details):
        if paragraph:
            yield ""
            yield from _paragraph(paragraph.replace("``", "`"))
    yield ""
    for message in _sentences(entry):
        yield from _hanging("Says:   ", message)
    yield from _hanging("Source: ", entry.source.text)


def _sentences(entry: Code) -> list[str]:
    """Return what findings with the code say; of a message with several forms, the fullest."""
    said = (message.says for message in entry.messages.values())
    fullest = (one if isinstance(one, str) else one[0] for one in said)
    return list(dict.fromkeys(map(_readable, fullest)))


def _readable(form: str) -> str:
    """Return a sentence as a reader takes it: a day's ``%A`` is its weekday."""
    return _WEEKDAY.sub("{weekday}", form).replace("{{", "{").replace("}}", "}")


def _paragraph(text: str) -> Iterator[str]:
    """Yield the lines of a paragraph: prose is wrapped again, examples keep their lines."""
    if not _EXAMPLE.match(text):
        yield from textwrap.wrap(text, _WIDTH, break_on_hyphens=False)
        return
    for line in text.splitlines():
        found = re.match(r"((?:Bad|Good): +|\s*)(.*)", line)
        if found:
            yield from _hanging(found[1], found[2])


def _hanging(label: str, text: str) -> Iterator[str]:
    indent = " " * len(label)
    yield from textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=label,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
