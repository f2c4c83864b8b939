"""Names that commas part in running text, as a bill or a letter tells who was heard."""

import re
from collections.abc import Sequence
from typing import Final

from hearingkit.frozen import frozen
from hearingkit.intake.cells import CellWords, group_in, is_introduction, is_title
from hearingkit.intake.details import kind_of_line
from hearingkit.patterns import late_pattern

_SIGNS: Final = ";,"
_FEWEST: Final = 5  # names, where nothing introduces them
_FEWEST_INTRODUCED: Final = 3
_FEWEST_BETWEEN: Final = {";": 3, ",": _FEWEST}
_FEWEST_OF_GROUP: Final = 2
_NAMES_A_LINE: Final = 2  # with fewer, a comma may be a part of a name that has its own line
_FEWEST_ROWS: Final = 3  # that have as many commas each, as those of a csv
_SHORTEST: Final = 40  # signs of the longest line, if lines are wrapped
_ROOM: Final = 0.85  # of it, as letters are not equally wide
_MOST: Final = 0.6  # of the lines
_LONGEST: Final = 50_000  # signs of a paragraph
_NAME: Final = late_pattern(r"(?=[A-ZÆØÅÄÖ0-9])(?=.*[^\W\d_]).{2,150}")  # as bodies are called
_AND_OTHERS: Final = late_pattern(r"(?i)(?:^|\s+)(?:m\.?\s?(?:v|fl|m)\.?|mv\.?|osv\.?)\Z")
_CUT: Final = late_pattern(r"[^\W\d_][-\xad]\Z")  # a word at the end of a line
_LAST: Final = late_pattern(r"(.+?[^\s-])\s+(?:samt|og)\s+(.+)")
_TOLD: Final = r"(?i)([^,;:]*\b(?:%introductions)\b[^,;:]*?\b(?:til|hos))\s+(?-i:(?=[A-ZÆØÅ]))"
_LONGEST_TOLD: Final = 300  # signs of a sentence before its names
_JOINER: Final = late_pattern(r"(?<!-)\s(samt|og)\s")


@frozen
class NamesInText:
    """What a paragraph tells.

    Attributes:
        introduction: What stands before the names: ``Forslaget er sendt til:``; may be empty.
        heading: The group that is said before them; empty for none.
        names: The names, in their order.
        parted: The last ones, where «og» stands between them and may be a part of one name.
    """

    introduction: str
    heading: str
    names: tuple[str, ...]
    parted: str = ""


def names_in(text: str) -> NamesInText | None:
    """Return the names of a paragraph; None where it isn't certain that commas part them.

    A name may have a comma in it: what begins with a small letter goes on with the name before it,
    and so does what stands behind «Barne-». Nothing is parted in brackets.
    """
    may_be_parted = any(sign in text for sign in _SIGNS)
    if not may_be_parted or "@" in text or "\t" in text or len(text) >= _LONGEST:
        return None
    introduction, heading, rest, fewest = _begun(text)
    sign = ";" if rest.count(";") >= min(fewest - 1, 2) else ","
    fewest = min(fewest, _FEWEST_BETWEEN[sign])
    *names, last = _pieces(rest.strip(" .,;\n"), sign)
    parted = _parted(last)
    every = (*names, *(parted or (last,)))
    is_list = len(every) >= fewest and len(set(every)) * 2 > len(every)
    if not is_list or not all(map(_is_name, every)):
        return None
    return NamesInText(introduction, heading, every, last if parted else "")


def _begun(text: str) -> tuple[str, str, str, int]:
    """Return what a paragraph begins with, its names, and how many these must be at least."""
    heading, rest = group_in(text)
    if heading:
        return "", heading, rest, _FEWEST_OF_GROUP
    before, colon, rest = map(str.strip, text.partition(":"))
    if colon and (is_introduction(f"{before}:") or is_title(before)):
        return before, "", rest, _FEWEST_INTRODUCED
    if (" til " in text or " hos " in text) and (told := _told(text)):
        return told, "", text[len(told) :], _FEWEST_INTRODUCED
    is_heading = colon and not any(sign in before for sign in _SIGNS) and before[-1:].islower()
    return ("", before, rest, _FEWEST - 1) if is_heading else ("", "", text, _FEWEST)


def _told(text: str) -> str:
    """Return how a sentence begins that tells who is heard: ``Udkastet sendes i høring hos``."""
    found = CellWords.pattern(_TOLD).match(text[:_LONGEST_TOLD])
    return found[1] if found else ""


def _pieces(text: str, sign: str) -> list[str]:
    """Return what a sign parts, with what goes on behind it in the same name."""
    pieces: list[str] = []
    for piece in re.findall(rf"(?:\([^()]*\)|[^{sign}])+", text):
        bare = _AND_OTHERS.sub("", " ".join(piece.split()))
        goes_on = pieces and (bare[:1].islower() or pieces[-1].endswith("-"))
        if not bare:
            continue
        if goes_on:
            pieces[-1] += f"{sign} {bare}"
        else:
            pieces.append(bare)
    return pieces or [""]


def _parted(last: str) -> tuple[str, str] | None:
    """Return the two names that «og» parts; None where it may part one, or stands twice."""
    joiners, found = _JOINER.findall(last), _LAST.fullmatch(last)
    if not found or (len(joiners) > 1 and joiners[0] != "samt"):
        return None
    return (found[1], found[2]) if _NAME.fullmatch(found[2]) else None


def _is_name(text: str) -> bool:
    return bool(_NAME.fullmatch(text)) and not kind_of_line(text)[0]


def unwrapped(lines: Sequence[str]) -> str:
    """Return lines as one; a word that was parted at the end of a line is whole again."""
    text = ""
    for line in map(str.strip, lines):
        if not _CUT.search(text, max(0, len(text) - 2)):
            text += f" {line}" if text else line
        elif line[:1].isupper():
            text += line  # A-
        elif line.partition(" ")[0] in CellWords.of_any().joiners:
            text += f" {line}"  # Barne- og
        else:
            text = text[:-1] + line
    return text


def start_of_names(lines: Sequence[str]) -> int | None:
    """Return where the running text of a paragraph begins; None where it has none.

    Lines above it are titles. A csv, and a list with a name a line, are no running text.
    """
    first = next((at for at, line in enumerate(lines) if any(map(line.count, _SIGNS))), None)
    is_short = len(lines) > 1 and sum(map(len, lines)) < _LONGEST
    if first is None or not is_short or not _is_wrapped(lines[first:]):
        return None
    for start in dict.fromkeys((0, first)):
        said = names_in(unwrapped(lines[start:]))
        if not said or not (start == first or said.introduction or said.heading):
            continue
        if len(said.names) >= _NAMES_A_LINE * (len(lines) - first - 1):
            return start
    return None


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Return whether lines end where there was no more room, and not where a row of a csv does.

    Most have no room for the first word of the next one, or one ends within a word.
    """
    inner = [line.strip() for line in lines[:-1]]
    words = [line.split(maxsplit=1)[0] for line in lines[1:]]
    pairs = zip(inner, words, strict=True)
    if any(_CUT.search(line) and word[0].islower() for line, word in pairs):
        return True
    room = max(map(len, inner), default=0) * _ROOM
    full = sum(len(line) + len(word) >= room for line, word in zip(inner, words, strict=True))
    if room < _SHORTEST * _ROOM or full < len(inner) * _MOST:
        return not inner
    return len(lines) < _FEWEST_ROWS or not are_as_wide([*map(str.strip, lines)])


def are_as_wide(lines: Sequence[str]) -> bool:
    """Return whether a sign parts all lines into as many pieces, as it does the rows of a csv."""
    counts = [{line.count(sign) for line in lines} for sign in _SIGNS]
    return any(len(one) == 1 and one != {0} for one in counts)
