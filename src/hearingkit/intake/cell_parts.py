"""What a cell tells beside what its column holds: behind a name may stand its address."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from hearingkit.intake import cells
from hearingkit.intake.cells import UNIT, CellWords
from hearingkit.intake.columns import NAMES
from hearingkit.intake.details import details_of, kind_of_line, parted_from_box
from hearingkit.intake.grid import Continued
from hearingkit.model.text import LONGEST_LINE
from hearingkit.patterns import late_pattern

_FEWEST_PARTS: Final = 2
_FEWEST_FIGURES: Final = 4  # of a postcode
SHORTEST_NUMBER: Final = 8
"""The figures of a number of a body."""
_NUMBERED: Final = late_pattern(  # «Østre kommune (910 168 312)», «…, org.nr. 910168312»
    r"[\s,;–(-]+(?:(?i:org|cvr)[\w. -]{0,12}?:?\s*)?((?:\d[\s.]?){7,8}\d)\)?\s*\Z"
)
_LONGEST_NUMBER: Final = 45  # with what stands before it
_PIECES: Final = late_pattern(r"[\n;,]\s*|\s/\s")
_COMMA: Final = late_pattern(r",(?!\s*(?:\d{1,2}|st|kl)\.\s?(?:sal|th|tv|mf|etasje|etg|$))")
_IN_BRACKETS: Final = late_pattern(r"\(([^()@]*@[^()]*)\)")  # «Etaten (a@x.example, tlf. …)»
_DASH: Final = late_pattern(r"\s[–-]\s")
_BETWEEN_DETAILS: Final = frozenset("\n;,/")
_IN_DETAILS: Final = frozenset("@.:/")
_LIKE_PHONE: Final = late_pattern(r"[\d\s().-]{5,}[\d().-]")
_INSIDE: Final = late_pattern(  # «Forbundet v/sekretariatet», «Forbundet, att. jura»
    r"(?i)(?<=\w\w)(?:[\s,(–-]+v/\s*|[\s,(–-]+(?:att|attn)[.:]+\s*)(\w[^()]*)\)?\s*\Z"
)


def _parts_of_contact(text: str) -> Iterator[tuple[str, str]]:
    """Yield what a cell of a contact tells: ``Arkivet, post@x.example, tlf. 22 33 44 55``."""
    names = []
    for piece in _PIECES.split(text):
        kind, value = kind_of_line(piece)
        if kind in {"email", "phone"}:
            yield kind, value
        else:
            found, rest = cells.mailboxes(piece)
            yield "email", "; ".join(found)
            names.append(rest)
    yield "attention", ", ".join(filter(None, names))


def _parted_from_number(name: str) -> tuple[str, str]:
    """Return a name, and the number of the body that stands behind it."""
    from stdnum.dk import cvr
    from stdnum.no import orgnr

    start = max(0, len(name) - _LONGEST_NUMBER)
    found = _NUMBERED.search(name, start)
    if isinstance(name, Continued) or not found or not name[: found.start()].strip():
        return name, ""
    stands_as_phone = "\n" in found[0] or "@" in name
    may_be_phone = stands_as_phone and not any(map(str.isalpha, found[0]))
    is_number = not may_be_phone and (cvr.is_valid(found[1]) or orgnr.is_valid(found[1]))
    return (name[: found.start()], found[1]) if is_number else (name, "")


def _parted_from_inside(name: str) -> tuple[str, str]:
    """Return a name, and the person or unit behind it: ``Forbundet v/sekretariatet``."""
    if isinstance(name, Continued) or "\n" in name or not _may_be_parted(name):
        return name, ""
    boxes, rest = cells.mailboxes(name) if "@" in name else ((), name)
    found = _INSIDE.search(rest)
    return ("; ".join((rest[: found.start()], *boxes)), found[1]) if found else (name, "")


def _may_be_parted(name: str) -> bool:
    """Return whether a name has a sign of «v/» or «att.» behind it."""
    return len(name) <= LONGEST_LINE and ("/" in name or "tt" in name.casefold())


def _part_inside(text: str) -> Iterator[tuple[str, str]]:
    """Yield what a cell for a person or unit tells: «c/o …» is a line of the address."""
    yield "address" if _is_care_of(text) else "attention", text


def _is_care_of(text: str) -> bool:
    return text.lstrip()[:3].casefold() == "c/o"


def _lines_of_name(text: str) -> list[str]:
    """Return the lines of a name, or its parts: ``Rådet, Storgata 1, 0150 Oslo``."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) != 1:
        return lines
    if _has_dash(text):
        return _between_dashes(text) or lines
    whole = _IN_BRACKETS.sub(r", \1", text) if "@" in text and "(" in text else text
    pieces = whole.split(";") if ";" in whole else _COMMA.split(whole)
    if len(pieces) == 1:
        return parted_from_box(text)
    if len(pieces) == _FEWEST_PARTS and "@" in whole:
        return lines  # a mailbox behind a name is found without its parts
    parts = [part for part in map(str.strip, pieces) if part]
    first, *kinds = [kind_of_line(part)[0] for part in parts] or ["town"]
    is_sure = "" not in (kinds[-1:] if "town" in kinds else kinds)
    return parts if kinds and not first and is_sure else lines


def _has_dash(text: str) -> bool:
    """Return whether dashes may part a name from its mailbox or its number."""
    return (" – " in text or " - " in text) and ("@" in text or text[-1:].isdecimal())


def _between_dashes(text: str) -> list[str]:
    """Return what dashes part: ``Laget – Avdeling for jus – a@x.example – 22 33 44 55``."""
    pieces = [piece.strip() for piece in _DASH.split(text)]
    kinds = [kind_of_line(piece)[0] for piece in pieces]
    end = next((place for place, kind in enumerate(kinds) if kind in {"email", "phone"}), 0)
    if not end:
        return []
    names = [one for one in pieces[:end] if not kind_of_line(one.rpartition(", ")[2])[0]]
    address = [part for one in pieces[:end] if one not in names for part in _COMMA.split(one)]
    unit = CellWords.pattern(UNIT)
    inside = [f"Att.: {one}" for one in names[1:] if unit.search(one)]
    name = " – ".join(one for one in names if f"Att.: {one}" not in inside)
    return [name, *inside, *map(str.strip, address), *pieces[end:]]


def by_details(
    by_meaning: Mapping[str, list[tuple[int, str]]],
) -> Mapping[str, list[tuple[int, str]]]:
    """Return cells by meaning, where several lines of a cell tell different things."""
    having = [meaning for meaning, found in by_meaning.items() if _has_details(meaning, found)]
    if not having:
        return by_meaning
    by_detail: dict[str, list[tuple[int, str]]] = {}
    for meaning, found in by_meaning.items():
        if meaning not in having:
            by_detail.setdefault(meaning, []).extend(found)
            continue
        for column, text in found:
            for kind, part in _parts(meaning, text):
                by_detail.setdefault(kind, []).append((column, part))
    return by_detail


def _is_name_alone(text: str) -> bool:
    """Return whether a name has no sign of an address or a number behind it."""
    has_number = sum(map(str.isdecimal, text[-_LONGEST_NUMBER:])) >= _FEWEST_FIGURES
    has_sign = "," in text or ";" in text or _may_be_parted(text) or _has_dash(text)
    has_sign = has_sign or ("@" in text and "(" in text)
    return not has_number and not has_sign and text.isprintable()


def _is_postal_alone(text: str) -> bool:
    """Return whether an address has no sign of a mailbox, a person or a telephone in it."""
    return text.isprintable() and _IN_DETAILS.isdisjoint(text) and not _LIKE_PHONE.search(text)


_IS_ALONE: Final[Mapping[str, Callable[[str], bool]]] = {  # by cheap signs, asked of every cell
    "name": _is_name_alone,
    "body": _is_name_alone,
    "email": _BETWEEN_DETAILS.isdisjoint,
    "phone": lambda text: "@" not in text,
    "attention": lambda text: "@" not in text and not _is_care_of(text),
    "address": _is_postal_alone,
}


def _has_details(meaning: str, found: list[tuple[int, str]]) -> bool:
    """Return whether a cell shows a sign of details beside what its column holds."""
    is_alone = _IS_ALONE.get(meaning)
    return is_alone is not None and not all(is_alone(text) for _, text in found)


def _parts(meaning: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield what a cell tells: beside a name, an address or a telephone there may be others."""
    if meaning in NAMES:
        text, number = _parted_from_number(text)
        yield from ((("org_number", number),) if number else ())
        text, inside = _parted_from_inside(text)
        yield from ((("attention", inside),) if inside else ())
    if meaning == "email" and "@" in text:
        pieces = _PIECES.split(text)
        phones = [one for one in pieces if "@" not in one and kind_of_line(one)[0] == "phone"]
        yield from (("phone", kind_of_line(one)[1]) for one in phones)
        yield meaning, "; ".join(one for one in pieces if one not in phones) if phones else text
        return
    if meaning == "attention":
        yield from _parts_of_contact(text) if "@" in text else _part_inside(text)
        return
    if meaning == "phone" and "@" in text:
        found, rest = cells.mailboxes(text)
        yield "email", "; ".join(found)
        yield meaning, rest
        return
    is_name = meaning in NAMES
    lines = _lines_of_name(text) if is_name else []
    is_name = len(lines) > 1
    if isinstance(text, Continued) or not (is_name or meaning == "address"):
        yield meaning, text
        return
    details = details_of(lines if is_name else cells.postal_lines(text), is_address=not is_name)
    whole = {
        meaning: details.name,
        "email": "; ".join(details.emails),
        "phone": details.phone,
        "attention": details.attention,
        "address": "\n".join(details.address),
        "note": "; ".join(details.notes),
    }
    yield from ((kind, part) for kind, part in whole.items() if part)
