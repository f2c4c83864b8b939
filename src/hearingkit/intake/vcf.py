"""Read vCards of versions 2.1 to 4.0, as Outlook, Apple and Google write them.

Each card is read for itself, so that a broken one costs no other; a library for vCards refuses the
whole file, or passes over what it can't read in silence.
"""

import itertools
import quopri
import re
from collections.abc import Iterator
from typing import Final

from hearingkit.intake.grid import Grid, GridRow, bounded, fitting
from hearingkit.intake.text import decoded
from hearingkit.lists.columns import COLUMNS
from hearingkit.patterns import late_pattern

_FOLD: Final = late_pattern(r"\r?\n[ \t]")
_SOFT: Final = late_pattern(r"=\r?\n[ \t]?")  # a line of quoted-printable that goes on
_CARD: Final = late_pattern(r"^BEGIN:VCARD[ \t]*$", re.IGNORECASE | re.MULTILINE)
_QUOTED: Final = late_pattern(r"(?im)^[^:\n]*;(?:ENCODING=)?QUOTED-PRINTABLE[^:\n]*:")
_PROPERTY: Final = late_pattern(
    r'(?:[\w-]+\.)?(?P<name>[\w-]+)(?P<parameters>(?:;(?:"[^"]*"|[^":;])*)*):(?P<text>.*)'
)
_CHARSET: Final = late_pattern(r"(?i)charset=([\w-]+)")
_PART: Final = late_pattern(r"(?<!\\);")
_LINE: Final = late_pattern(r"(?<!\\),")
_ESCAPED: Final = late_pattern(r"\\([\\;,nN])")
_NAMES: Final = {
    "FN": "name",
    "EMAIL": "email",
    "TEL": "phone",
    "ADR": "address",
    "CATEGORIES": "heading",
    "LANG": "language",
    "X-ATTENTION": "attention",
    "X-ORG-NUMBER": "org_number",
    "X-ROLE": "role",
    "X-MEMBER-OF": "member_of",
    "X-THEIR-REFERENCE": "their_reference",
}
_SIGNS: Final = {"email": "; ", "address": "\n"}  # between several; of others, the first counts


def read(data: bytes) -> tuple[Grid, ...]:
    """Return a row for each card; a person's card is that of the organisation it names.

    Source:
        RFC 2426, RFC 6350; vCard 2.1 of the Internet Mail Consortium.
    """
    text = decoded(data).replace("\r\n", "\n")
    starts = [found.start() for found in _CARD.finditer(text)]
    ends = (*starts, len(text))[1:]
    lines = [text.count("\n", 0, starts[0]) + 1] if starts else []
    for one, next_ in itertools.pairwise(starts):
        lines.append(lines[-1] + text.count("\n", one, next_))
    cards = (text[start:end] for start, end in zip(starts, ends, strict=True))
    rows = (GridRow(line, _cells(fitting(card))) for line, card in zip(lines, cards, strict=True))
    return (Grid(tuple(bounded(rows)), unit="card in line", columns=COLUMNS),)


def _cells(card: str) -> tuple[str, ...]:
    found: dict[str, list[str]] = {}
    for name, text in _properties(card):
        found.setdefault(name, []).append(text)
    body = " ".join(found.get("ORG", [""])[0].replace("\n", " ").split())
    named = " ".join(reversed(found.get("N", [""])[0].splitlines()[:2]))
    person = found.get("FN", [named])[0]
    texts = {column: found[name] for name, column in _NAMES.items() if name in found}
    texts["name"] = [body or person]
    if body and person not in {"", body} and "X-ATTENTION" not in found:
        texts["attention"] = [person]
    return tuple(
        _SIGNS.get(column, "\n").join(texts.get(column, ())[: None if column in _SIGNS else 1])
        for column in COLUMNS
    )


def _properties(card: str) -> Iterator[tuple[str, str]]:
    """Yield names and texts; parts of a text are on lines of their own."""
    whole = _SOFT.sub("", card) if _QUOTED.search(card) else card
    for line in _FOLD.sub("", whole).splitlines():
        found = _PROPERTY.fullmatch(line.strip())
        if found and found["name"].upper() in {*_NAMES, "ORG", "N"}:
            yield found["name"].upper(), _text(found)


def _text(found: re.Match[str]) -> str:
    text = found["text"]
    if "QUOTED-PRINTABLE" in found["parameters"].upper():
        charset = _CHARSET.search(found["parameters"])
        raw = quopri.decodestring(text.encode("utf-8", "surrogateescape"))
        try:
            text = raw.decode(charset[1] if charset else "utf-8", "replace")
        except LookupError:
            text = raw.decode("utf-8", "replace")
    match found["name"].upper():
        case "ADR":
            return _postal([_plain(one) for one in _PART.split(_LINE.sub(r"\n", text))])
        case "N" | "ORG":
            return "\n".join(filter(None, map(_plain, _PART.split(text))))
        case _:
            return _plain(text)


def _postal(parts: list[str]) -> str:
    """Return the lines of an address: box, extension, street, town, region, code, country."""
    box, extension, street, town, region, code, country = (*parts, *[""] * 7)[:7]
    lines = (box, extension, street, f"{code} {town}".strip(), region, country)
    return "\n".join(filter(None, lines))


def _plain(text: str) -> str:
    if "\\" in text:
        text = _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)
    return text.strip()
