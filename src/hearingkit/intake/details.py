"""What the lines of a text tell of a recipient: its name, mailboxes, telephone, postal address."""

from collections.abc import Iterable, Sequence
from typing import Final

from hearingkit.frozen import frozen
from hearingkit.intake.cells import cleaned, is_empty, mailboxes
from hearingkit.intake.columns import ColumnWords, meaning_of_head
from hearingkit.intake.contents import BOX, HOUSE, TOWN
from hearingkit.patterns import late_pattern

_LONGEST: Final = 200  # signs of a line
_BEFORE_BOX: Final = late_pattern(  # «Etaten Postboks 5 Sentrum 0101 OSLO»
    r"(?i)(\S.*?),?\s+((?:post\s?boks|p\.?b\.?|boks)\s*\d.*?),?\s+(\d{4}\s+[^\W\d].*)"
)
_PHONE: Final = r"(?i)(?:(?:%phone|tel|mob)\b[.:\s]*)?(\+?[\d\s().-]{6,25})"
_BEGIN_ATTENTION: Final = "aAvV"
_DIGIT: Final = late_pattern(r"\d")
_ATTENTION: Final = r"(?i)(?:att|attn|attention|v)[.:/]+\s*(\w.*)"
_GOES_ON: Final = late_pattern(r".*(?:-|\b(?:[a-zæøå]{1,3}))")  # «Børne- og», before a line end


@frozen
class Details:
    """What a text of several lines tells of a recipient.

    Attributes:
        name: The lines before all others.
        emails: Mailboxes.
        phone: Its telephones, with a stroke between them.
        attention: A person or unit.
        address: The lines of the postal address.
        notes: Lines in brackets below it.
    """

    name: str = ""
    emails: tuple[str, ...] = ()
    phone: str = ""
    attention: str = ""
    address: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def kind_of_line(line: str) -> tuple[str, str]:
    """Return what a line tells beside a name, and its value; nothing of a line that may be one."""
    kind, value = _way_to_reach(line)
    if kind or len(line) > _LONGEST or ("@" in line and mailboxes(line)[0]):
        return kind, value
    has_number = bool(_DIGIT.search(line))
    if has_number and TOWN.fullmatch(line):
        return "town", line
    is_street = has_number and HOUSE.fullmatch(line)
    return ("address", line) if is_street or BOX.fullmatch(line) else ("", line)


def _way_to_reach(line: str) -> tuple[str, str]:
    """Return the mailboxes, the telephone or the person that a line is, and which; or nothing."""
    if len(line) > _LONGEST:
        return "", line
    found, rest = mailboxes(line) if "@" in line else ((), line)
    if found:
        is_labelled = is_empty(rest) or meaning_of_head(rest) == "email"
        return ("email", "; ".join(found)) if is_labelled else ("", line)
    may_be_phone = not line[-1:].isalpha()
    if may_be_phone and (phone := ColumnWords.pattern(_PHONE).fullmatch(line)):
        return "phone", phone[1].strip()
    may_be_person = line[:1] in _BEGIN_ATTENTION
    if may_be_person and (attention := ColumnWords.pattern(_ATTENTION).fullmatch(line)):
        return "attention", attention[1]
    return "", line


def parted_from_box(text: str) -> list[str]:
    """Return a name and the lines of its address where a text has all of them, else the text."""
    found = _BEFORE_BOX.fullmatch(text) if len(text) <= _LONGEST else None
    return [*found.groups()] if found else [text]


def without_label(text: str) -> str:
    """Return a person or unit without «Att.:» before it."""
    kind, value = _way_to_reach(text)
    return value if kind == "attention" else text


def details_of(lines: Iterable[str], *, is_address: bool = False) -> Details:
    """Return what lines tell.

    Args:
        lines: The lines, without empty ones.
        is_address: Whether they are of a postal address, and have no name.
    """
    read = _way_to_reach if is_address else kind_of_line
    kinds = [read(line) for line in map(cleaned, lines)]
    last = max((place for place, (kind, _) in enumerate(kinds) if kind == "town"), default=-1)
    first = 0 if is_address else _end_of_name(kinds, last)
    name = " ".join(value for _, value in kinds[:first])
    after = [
        ("note", line) if _is_note(kind, line) else (kind, line) for kind, line in kinds[first:]
    ]
    return Details(
        name,
        tuple(box for value in _all(after, "email") for box in value.split("; ")),
        " / ".join(_all(after, "phone")),
        ", ".join(_all(after, "attention")),
        tuple(value for kind, value in after if kind in {"address", "town", ""}),
        tuple(_all(after, "note")),
    )


def _is_note(kind: str, line: str) -> bool:
    """Return whether a line is in brackets, and tells of no address."""
    return not kind and line[:1] == "(" and line[-1:] == ")"


def _end_of_name(kinds: Sequence[tuple[str, str]], town: int) -> int:
    """Return how many lines are the name: the first, and those that it goes on in."""
    end = 1
    while (
        end < len(kinds)
        and not kinds[end][0]
        and (end > town or _GOES_ON.fullmatch(kinds[end - 1][1]))
    ):
        end += 1
    return end


def _all(kinds: Iterable[tuple[str, str]], wanted: str) -> list[str]:
    return [value for kind, value in kinds if kind == wanted]
