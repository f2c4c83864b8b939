"""What stands in a cell: mailboxes, numbers that a spreadsheet has changed, words for choices."""

import functools
import re
from collections.abc import Mapping, Sequence
from typing import Final

from pydantic import TypeAdapter, ValidationError

from hearingkit.intake.grid import Number
from hearingkit.language.dates import DateWords
from hearingkit.language.language import Language
from hearingkit.language.words import Words
from hearingkit.lists.table import RecipientRole
from hearingkit.model.addresses import Email
from hearingkit.patterns import late_pattern

_SIGN: Final = r"[^\s<>()\[\]\",;:|/]"
_ADDRESS: Final = late_pattern(rf"(?i)(?:mailto:)?(?<!{_SIGN})({_SIGN}+@{_SIGN}+)")
_AROUND: Final = ".'`<>"
_TAKEN: Final = "\0"  # where an address stood
_BRACKETS: Final = frozenset('()[]<>"')
_BETWEEN: Final = " ,;:/|–—-<>&"
_LOST: Final = late_pattern(r"\d(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)  # 4,5E+07
_TOTAL: Final = (  # «Side 2 av 10»; every repetition is bounded, so that it takes linear time
    r"(?i)(?:%totals)((?:\s+\w{1,40}){0,2}"
    r"(?:[\s:=]*\d{1,9}(?:\s+\w{1,40}(?:\s+\d{1,9})?)?|\s*:))?"
)
_DROPPED: Final = (
    r"(?i)\W*(?:%dropped)(?:\W+(?:\w{1,4}\W+)?\d[\d\s./-]{0,12})?"  # «Utgått i 2020»
    r"(?:\W+(?:%see)\s.{2,80})?\W*"
)
_REMARK: Final = (
    r"(?i)[¹²³⁴⁵†].*|\*{1,3}\s*[=:)].*|(?:%remarks)(?:\s*:.*|\s.{0,40}https?://.*|\b.{0,80}\b(?:\d{1,2}[./]\d|(?:19|20)\d\d\b).*)"
    r"|(?:%closings)\b[\s,.]*|(?:%mail_about):.*|(?:%references)[\s.:]*\d[\w/.-]*"
)
_DATED: Final = (  # «Prøveetaten, januar 2026»
    r"(?i).{3,60}(?:,|\sden)\s+(?:\d{1,2}\.\s+)?(?:%months)\s+(?:19|20)\d\d\.?"
)
UNIT: Final = r"(?i)\b\w*(?:%units)\b"
"""A pattern for the unit of a body."""
BETWEEN_GROUPS: Final = (";", ":::", "* ")
"""What parts the groups of a contact, or, of Google, stands before one of its own."""
_PAGE: Final = late_pattern(
    r"\s+[\s(<–,-]*(?:\[[^\]\s]{1,80}\]\()?(?:https?://|www\.)\S{3,200}\s*\Z"
)
_BEHIND: Final = late_pattern(r"(?<=[\w.)])(?:\s*\(|\s+[–-]+\s\(?|,\s)([^(),]{3,40})\)?\s*\Z")
_BEFORE_REMARK: Final = frozenset("(–-,")
_GROUPS: Final = late_pattern(r":::|;")
_TITLE: Final = r"(?i)(?:\d[\d.]*\s+)?(?:(?:\w{2,12}\s)?(?:%titles)\b.*|(?:%list_names)\W*)"
_EVERYBODY: Final = r"(?i)(?:%everybody)\s.+|(?:%collectives)"
_INTRODUCTION: Final = r"(?i)(?=\S+\s)(?:.*\b(?:%introductions)\b.*:|[^,;:]*\s(?:til|hos):?)"
_COPY_TO: Final = r"(?i)(?:%mail_copy|%copies)\b.*\b(?:%introductions)\b.*"
_LONGEST_HEADING: Final = 200
_MAIL_TO: Final = r"(?i)\s*(%mail_to|%list_names):\s*"
_DAY: Final = late_pattern(r"\b\d{1,2}[./]\s?\d{1,2}[./]\s?(?:\d\d|\d{4})\b|\b\d{4}-\d\d-\d\d\b")
_LONGEST_TICK: Final = 2  # «ja» in a column for copies is no heading
_ERROR: Final = late_pattern(r"#[A-ZÆØÅ]{1,8}(?:/[A-Z0])?[!?]?|Err:\d{3}")
_AND: Final = late_pattern(r"\s+og\s+|,\s+|/")
_BEGIN_ERROR: Final = ("#", "Err:")
_SHEET: Final = late_pattern(
    r"\s*(?:ark|sheet|tabell?e?|table|regneark)?[\s_]*\d*\s*", re.IGNORECASE
)
_PIECE: Final = late_pattern(
    r";|,(?=\s)(?!\s+(?:(?:\d{1,2}|st|kl)\.|(?!c/o|att|post)[a-zæøå]))"
)  # «Vej 2, 1. th.» is one

_EMAIL: Final[TypeAdapter[str]] = TypeAdapter(Email)


class CellWords(Words):
    """What stands in cells and headings of lists.

    Attributes:
        languages: By the name of a language, its code.
        joiners: Words between two addresses.
        copies: Words for who gets a copy.
        leads: Words for who gets no copy, but the letter itself.
        totals: What a row begins with that counts others, or that numbers a page.
        groups: Headings above recipients, where nothing else tells that they are.
        collectives: Those of the headings that may be a recipient too, as «Statsforvalterne».
        everybody: What one begins with that stands for all of a group: ``Alle kommuner``.
        titles: What a line begins with that is the title of a list.
        list_names: What a list is called, and nothing else: ``Høringsinstanser``.
        see: What leads from a body to the one that took its place.
        dropped: What stands above or beside those who are no longer written to.
        missing: What stands for a mailbox that is not known.
        guides: Sheets that tell how to use the others.
        remarks: What a line begins with that tells when or from what the list was made.
        greetings: What a letter begins with.
        closings: What a line begins with that ends a letter.
        references: Patterns for what stands before the number of a case.
        mail_to: What stands before the addresses of a mail.
        mail_about: What stands before its other lines.
        introductions: Words of a line with a colon that says who is heard: ``Sendt til:``.
        units: Patterns for what units of a body are called.
        links: What a web page shows above and below its text.
        mail_copy: What stands before those who get a copy of a mail.
    """

    section = "intake.cells"

    languages: Mapping[str, str]
    joiners: frozenset[str]
    copies: frozenset[str]
    leads: frozenset[str]
    totals: frozenset[str]
    groups: frozenset[str]
    collectives: frozenset[str]
    everybody: frozenset[str]
    titles: frozenset[str]
    list_names: frozenset[str]
    see: frozenset[str]
    dropped: frozenset[str]
    missing: frozenset[str]
    guides: frozenset[str]
    remarks: frozenset[str]
    greetings: frozenset[str]
    closings: frozenset[str]
    references: tuple[str, ...]
    mail_to: frozenset[str]
    mail_about: frozenset[str]
    introductions: frozenset[str]
    units: tuple[str, ...]
    links: frozenset[str]
    mail_copy: frozenset[str]


def cleaned(text: str) -> str:
    """Return a text on one line, without signs that nobody sees."""
    if not text.isprintable():
        text = "".join(sign for sign in text if sign.isprintable() or sign.isspace())
    elif "  " not in text and text[:1] != " " and text[-1:] != " ":
        return str(text)
    line = " ".join(text.split())
    return str(text) if line == text else line  # the same text is held once


def mailboxes(text: str) -> tuple[tuple[str, ...], str]:
    """Return the mailboxes in a text, and what else stands there.

    What has an @ and is no mailbox stays in the rest.
    """
    found: dict[str, None] = {}

    def without(match: re.Match[str]) -> str:
        address = match[1].strip(_AROUND)
        if not is_mailbox(address):
            return match[0]
        found[str(text) if address == text else address] = None  # the same text is held once
        return _TAKEN

    line = cleaned(text)
    whole = _ADDRESS.fullmatch(line) if line.count("@") == 1 else None
    if whole and whole[1].strip(_AROUND) == line and is_mailbox(line):
        return (line,), ""
    rest = _ADDRESS.sub(without, line)
    return tuple(found), _trimmed(rest)


def _trimmed(text: str) -> str:
    """Return a text without the signs and the «og» that stood around addresses."""
    pieces = filter(None, map(_bare, text.split(_TAKEN)))
    joiners = CellWords.of_any().joiners
    return " ".join(" ".join(one.split()) for one in pieces if one.casefold() not in joiners)


def _bare(piece: str) -> str:
    """Return what stands between two addresses, without brackets that have no other side."""
    bare = piece.strip(_BETWEEN)
    if _BRACKETS.isdisjoint(bare):
        return bare
    for opening, closing in ("()", "[]", "<>", '""'):
        if bare.startswith(opening) and bare.endswith(closing) and len(bare) > 1:
            bare = bare[1:-1].strip(_BETWEEN)
        while bare.count(opening) > bare.count(closing) and opening in (bare[0], bare[-1]):
            bare = (bare[1:] if bare[0] == opening else bare[:-1]).strip(_BETWEEN)
        while bare.count(closing) > bare.count(opening) and closing in (bare[0], bare[-1]):
            bare = (bare[1:] if bare[0] == closing else bare[:-1]).strip(_BETWEEN)
    return bare


@functools.lru_cache(maxsize=1000)  # a row asks several times for its own
def is_mailbox(text: str) -> bool:
    """Return whether hearing data takes a text as a mailbox."""
    try:
        return _EMAIL.validate_python(text) == text
    except ValidationError:
        return False


def group_in(text: str) -> tuple[str, str]:
    """Return the heading that a line begins with, and the rest: ``Kommuner: Alver, Voss``.

    A heading is a known word for a group with a colon; it is empty where there is none.
    """
    if ":" not in text:
        return "", text
    heading, colon, rest = map(cleaned, text.partition(":"))
    is_group = colon and rest and heading.casefold() in CellWords.of_any().groups
    return (heading, rest) if is_group else ("", text)


def first_group(text: str) -> tuple[str, str]:
    """Return the first of several groups that a program of contacts tells, and the others."""
    groups = [cleaned(one) for one in _GROUPS.split(text)]
    first, *others = [one for one in groups if one and not one.startswith("*")] or [""]
    return first, "; ".join(others)


def is_total(texts: Sequence[str]) -> bool:
    """Return whether a row counts others: ``I alt: 4``, ``Sum`` and ``4``, ``Side 2``."""
    first, others = cleaned(texts[0]), texts[1:]
    total = CellWords.pattern(_TOTAL)
    label = total.fullmatch(first) or (total.fullmatch(f"{first}:") if others else None)
    has_count = bool(label and (label[1] or others))
    return has_count and all(cleaned(one).isdecimal() for one in others)


def says_dropped(text: str) -> bool:
    """Return whether a text says that somebody is no longer written to: ``Utgått 2020``."""
    return _is_dropped(cleaned(text)[:100])


@functools.lru_cache(maxsize=1000)  # many stand under the same heading
def _is_dropped(text: str) -> bool:
    return bool(CellWords.pattern(_DROPPED).fullmatch(text))


def without_page(name: str) -> str:
    """Return a name without the address of a web page behind it."""
    found = _PAGE.search(name) if "://" in name or "www." in name else None
    return name[: found.start()] if found and found.start() else name


def dropped_behind(name: str) -> str:
    """Return what says behind a name that it is no longer written to: ``Rådet (nedlagt 2021)``."""
    found = _behind(name)
    return found[1] if found and says_dropped(found[1]) else ""


def missing_behind(name: str) -> str:
    """Return what says behind a name that something is missing: ``Laget – (mangler)``."""
    found = _behind(name)
    return found[0] if found and found[1].casefold() in CellWords.of_any().missing else ""


def _behind(name: str) -> re.Match[str] | None:
    """Return what stands behind a name, in brackets, or behind a dash or a comma."""
    return None if _BEFORE_REMARK.isdisjoint(name) else _BEHIND.search(name)


def is_guide(name: str) -> bool:
    """Return whether a sheet is one that tells how to use the others, by its name."""
    return cleaned(name).casefold() in CellWords.of_any().guides


def parted_from_mail_to(line: str) -> tuple[str, str]:
    """Return what stands before the addresses of a line, «Til» or «Adresseliste», and the rest."""
    label = CellWords.pattern(_MAIL_TO).match(line) if "@" in line else None
    return (label[1], line[label.end() :]) if label else ("", line)


def says_mail_copy(label: str) -> bool:
    """Return whether those in a line of a mail get a copy."""
    return label.casefold() in CellWords.of_any().mail_copy


def is_error(text: str) -> bool:
    """Return whether a cell shows that its formula failed: ``#REF!``, ``#I/T``."""
    line = text.strip()
    return line.startswith(_BEGIN_ERROR) and bool(_ERROR.fullmatch(line))


def is_usual_sheet(name: str) -> bool:
    """Return whether a sheet is called as a program calls it: ``Ark1``."""
    return bool(_SHEET.fullmatch(name))


def is_group(text: str) -> bool:
    """Return whether a text is known words for groups: ``Kommuner``, ``Kommuner og regioner``."""
    return all(one.casefold() in CellWords.of_any().groups for one in _AND.split(text))


def ends_as_group(text: str) -> bool:
    """Return whether a text may be called as groups are: ``Arbeidsgiverorganisasjoner``."""
    return text.casefold().rstrip(": ").endswith(tuple(CellWords.of_any().groups))


def is_title(text: str) -> bool:
    """Return whether a line is the title of a list: ``Liste over høringsinstanser``."""
    return bool(CellWords.pattern(_TITLE).fullmatch(text[:500]))


def is_collective(text: str) -> bool:
    """Return whether a text stands for all of a group: ``Alle kommuner``, ``Departementene``."""
    return bool(CellWords.pattern(_EVERYBODY).fullmatch(text[:500]))


def is_remark(text: str) -> bool:
    """Return whether a line tells of the list, or ends a letter: ``Oppdatert 3.2.2026``."""
    line = cleaned(text)
    is_dated = line[-5:].rstrip(".")[-4:].isdecimal() and DateWords.pattern(_DATED).fullmatch(line)
    return bool(is_dated or CellWords.pattern(_REMARK).fullmatch(line))


def is_introduction(text: str) -> bool:
    """Return whether a line says who is heard, and names nobody: ``Forslaget er sendt til:``."""
    line = cleaned(text)
    may_be_said = line.endswith((":", "til", "hos"))
    is_said = may_be_said and CellWords.pattern(_INTRODUCTION).fullmatch(line[-500:])
    return bool(is_said) and not says_copy(line.rstrip(": "))


def is_sentence(text: str) -> bool:
    """Return whether a text is a sentence with its full stop, which no name is."""
    words = cleaned(text).split()
    if len(words) < 4 or words[-1][-1] not in ".!?":
        return False
    last = words[-1][:-1]
    is_word = len(last) > 2 and last.isalpha() and last.islower()
    return (is_word or last.isdecimal()) and words[0][0].isupper()


def has_date(text: str) -> bool:
    """Return whether a text tells a day: ``Uttrekk fra registeret 14.11.2025``."""
    return bool(_DAY.search(text))


@functools.lru_cache(maxsize=1000)  # many stand under the same heading
def says_copy(heading: str) -> bool:
    """Return whether those under a heading get a copy: ``Kopi til``."""
    words = heading.casefold()
    is_known = len(words) > _LONGEST_TICK and words in CellWords.of_any().copies
    return is_known or bool(CellWords.pattern(_COPY_TO).fullmatch(heading[:_LONGEST_HEADING]))


def is_empty(text: str) -> bool:
    """Return whether a cell says nothing: ``-``, ``n/a``."""
    return not any(map(str.isalnum, text)) or text.strip().casefold() in {"n/a", "na"}


def has_lost_digits(text: str) -> bool:
    """Return whether a spreadsheet has cut a number, as in ``4,5E+07``."""
    return bool(_LOST.fullmatch(text.strip()))


def telephone(text: str) -> str:
    """Return a telephone number; ``0047…`` that a spreadsheet took for a number is ``+47 …``."""
    if isinstance(text, Number) and len(text) == 10 and text[:2] in {"45", "47"}:
        return f"+{text[:2]} {text[2:]}"
    return cleaned(text)


def postcode(text: str) -> str:
    """Return a postcode, with the zeros before it that a spreadsheet took away."""
    return text.zfill(4) if isinstance(text, Number) and text.isdecimal() else cleaned(text)


def postal_lines(text: str) -> tuple[str, ...]:
    """Return the lines of a postal address that stands in one cell.

    Where it has lines of its own, commas part none; nor do they part a floor from its house.
    """
    lines = text.splitlines()
    pieces = lines if len(lines) > 1 else _PIECE.split(text)
    return tuple(filter(None, map(cleaned, pieces)))


def language_of(text: str) -> Language | None:
    """Return the language that a cell names; None if it names none."""
    word = cleaned(text).casefold()
    return next(
        (one for one in Language if one.value == CellWords.of_any().languages.get(word, word)), None
    )


def role_of(text: str) -> RecipientRole | None:
    """Return whether a cell says that somebody gets a copy; None if it says something else."""
    word = cleaned(text).casefold()
    if word in {RecipientRole.COPY.value, *CellWords.of_any().copies}:
        return RecipientRole.COPY
    is_lead = word in {RecipientRole.TO.value, "", *CellWords.of_any().leads}
    return RecipientRole.TO if is_lead else None
