"""Read vCards of versions 2.1 to 4.0, as Outlook, Apple and Google write them.

Each card is read for itself, so that a broken one costs no other; a library for vCards refuses the
whole file, or passes over what it can't read in silence.
"""

import itertools
import quopri
import re
from collections.abc import Iterator, Mapping
from typing import Final

from hearingkit.intake.encodings import decoded, decoded_as
from hearingkit.intake.grid import Grid, GridRow, bounded, fitting
from hearingkit.intake.sheet_marks import mailbox_of
from hearingkit.lists.columns import COLUMNS, MAKER_OF_CARD
from hearingkit.patterns import late_pattern
from hearingkit.quoting import shortened

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
_SCHEME: Final = late_pattern(r"\A(?i:tel|mailto):")
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
    "X-EAN": "ean",
}
_LEFT: Final = {"NOTE": "note", "TITLE": "title", "ROLE": "role", "URL": "page", "FAX": "fax"}
_READ: Final = frozenset({*_NAMES, *_LEFT, "ORG", "N", "MEMBER"})
_IS_FAX: Final = late_pattern(r"(?i)[;,=\"]fax\b")
_SIGNS: Final = {
    "email": "; ",
    "address": "\n",
    "phone": "\n",
}  # between several; of others, the first counts


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
    pieces = (text[start:end] for start, end in zip(starts, ends, strict=True))
    cards = zip(lines, map(fitting, pieces), strict=True)
    rows = (_row(line, card) for line, card in cards)
    is_own = bool(starts) and text.count(f"\n{MAKER_OF_CARD}\n") == len(starts)
    return (Grid(tuple(bounded(rows)), unit="card in line", columns=COLUMNS, is_own=is_own),)


def _row(line: int, card: str) -> GridRow:
    found: dict[str, list[str]] = {}
    for name, text in _properties(card):
        found.setdefault(name, []).append(text)
    units = [*filter(None, (" ".join(one.split()) for one in _first(found, "ORG").split("\n")))]
    body = units.pop(0) if units else ""
    named = " ".join(reversed(_first(found, "N").splitlines()[:2]))
    person = _first(found, "FN") or named
    texts = {column: found[name] for name, column in _NAMES.items() if name in found}
    texts["name"] = [body or person]
    texts["email"] = [
        *found.get("EMAIL", ()),
        *filter(None, map(mailbox_of, found.get("MEMBER", ()))),
    ]
    inside = [*units, *([person] if person not in {"", body} else [])]
    if body and inside and "X-ATTENTION" not in found:
        texts["attention"] = [", ".join(inside)]
    groups = [one for text in found.get("CATEGORIES", ()) for one in text.split("\n")]
    texts["heading"] = groups[:1]
    cells = (
        _SIGNS.get(column, "\n").join(texts.get(column, ())[: None if column in _SIGNS else 1])
        for column in COLUMNS
    )
    return GridRow(line, tuple(cells), reports=(*_reports(found), *map(_as_group, groups[1:])))


def _first(found: Mapping[str, list[str]], name: str) -> str:
    return found.get(name, [""])[0]


def _reports(found: Mapping[str, list[str]]) -> Iterator[str]:
    """Yield what is reported of a card, as it is left out."""
    for name, what in _LEFT.items():
        for text in filter(None, found.get(name, ())):
            yield f'its {what} "{shortened(" ".join(text.split()))}" is left out'
    for member in found.get("MEMBER", ()):
        if not mailbox_of(member):
            yield f'its member "{shortened(member)}" is left out'


def _as_group(group: str) -> str:
    return f'"{shortened(group)}" is left out beside the first group'


def _properties(card: str) -> Iterator[tuple[str, str]]:
    """Yield names and texts; parts of a text are on lines of their own."""
    whole = _SOFT.sub("", card) if _QUOTED.search(card) else card
    for line in _FOLD.sub("", whole).splitlines():
        found = _PROPERTY.fullmatch(line.strip())
        name = found["name"].upper() if found else ""
        if found and name in _READ:
            is_fax = name == "TEL" and _IS_FAX.search(found["parameters"])
            yield "FAX" if is_fax else name, _text(found)


def _text(found: re.Match[str]) -> str:
    text = found["text"]
    if "QUOTED-PRINTABLE" in found["parameters"].upper():
        charset = _CHARSET.search(found["parameters"])
        raw = quopri.decodestring(text.encode("utf-8", "surrogateescape"))
        text = decoded_as(raw, charset[1] if charset else None)
    match found["name"].upper():
        case "ADR":
            return _postal([_plain(one) for one in _PART.split(_LINE.sub(r"\n", text))])
        case "CATEGORIES":
            return "\n".join(filter(None, map(_plain, _LINE.split(text))))
        case "TEL" | "EMAIL":
            return _SCHEME.sub("", _plain(text))
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
