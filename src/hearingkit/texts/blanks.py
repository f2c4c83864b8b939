"""What is written to be filled in later: XX, [dato], dd.mm.åååå, a line to write on.

The same signs are also numerals, chromosomes, links and remarks: where one may be such, it is left
alone. Each pattern ends at a sign it can't hold, so that a text is read in linear time.
"""

import re
from collections.abc import Iterator
from typing import Final

from hearingkit.texts.quotations import without_quotations

FILLED_IN: Final = frozenset(
    {
        *("antal", "antall", "beløb", "beløp", "tal", "tall", "nr", "nummer"),
        *("dag", "dato", "måned", "månad", "år", "årstal", "årstall", "klokkeslæt", "klokkeslett"),
        *("ugedag", "ukedag", "vekedag", "tidspunkt", "frist", "svarfrist"),
        *("høringsfrist", "høyringsfrist"),
        *("navn", "namn", "fornavn", "fornamn", "efternavn", "etternavn", "etternamn", "titel"),
        *("tittel", "stilling", "underskrift", "signatur", "adresse", "sted", "stad"),
        *("kommune", "kommunenavn", "kommunenamn", "afsender", "avsender", "avsendar"),
        *("modtager", "mottaker", "mottakar", "enhed", "enhet", "afdeling", "avdeling"),
        *("sagsbehandler", "saksbehandler", "sakshandsamar", "emne", "tekst"),
        *("sagsnr", "sagsnummer", "saksnr", "saksnummer", "j.nr", "journalnr", "journalnummer"),
        *("e-mail", "mail", "e-mailadresse", "e-post", "epost", "e-postadresse", "telefon"),
        *("telefonnummer", "tlf", "link", "lenke", "lenkje", "url", "webadresse", "nettadresse"),
        *("indsættes", "udfyldes", "utfylles"),
    }
)
"""Words that stand in brackets until somebody writes what is meant."""

_ORDERS: Final = re.compile(
    r"(?:indsæt|udfyld|angiv|angi|sæt ind|sett inn|set inn|fyll inn|fyll ut)\b"
)
_LEFT_OUT: Final = re.compile(r"\b(?:udelad|utelat|utelet|fjern|slett|sladd|anonym|skjul)")
_OF_WHAT: Final = frozenset({"af", "av", "for", "i", "på", "til"})
_JOINED: Final = re.compile(r"[\s/,]+(?:(?:og|eller)\s+)?")
_SHORTEST_CAPITALS: Final = 9  # letters: a shorter word may be an abbreviation
_MOST_WORDS: Final = 5

_BRACKETED: Final = re.compile(
    r"\[(?P<square>[^\[\]\n\0]{2,60})\](?![(\[\0]|\s?\(\s?(?:https?:|www\.)|:\s)"
    r"|(?<!<)<(?P<angle>[^<>\n\0]{2,60})>"
    r"|\((?P<round>(?:[Ii]ndsæt|[Ss]æt ind|[Ss]et?t inn|[Ff]yll inn)\b[^()\n\0]{0,80})\)"
)
_BETWEEN_ANGLES: Final = re.compile(r"<([^<>\n]{2,60})>")

_CROSSES: Final = re.compile(
    r"(?<![\w@#])(?:[Xx]{2,}(?:[-/.,:](?:20)?[Xx]+)*|[Xx](?:\.[Xx]+)+"
    r"|(?<![mM][./ -])20(?:XX|xx)|20[2-4]X)"
    r"(?![\w@]|\.[^\W\d]|-[^\W\d]{2})"
)
_NUMERAL: Final = re.compile(r"X{2,3}")
_COUNTED: Final = re.compile(
    r"\b(?:kap(?:it(?:tel|let|el|let))?\.?|artik+el|art\.|afsnit|avsnitt|del|bind|bok|bog|bilag"
    r"|vedlegg|tit+el|protokol+|konvensjon|konvention|kongres+|christian|frederik|haakon|karl"
    r"|gustav|ludvig|louis|pius|johannes|gregor|benedikt)\s+(?:nr\.?\s+)?"
    r"(?:[IVX]+(?:,\s|\s(?:og|eller|til)\s|[-–]))*\Z",
    re.IGNORECASE,
)
_CENTURY: Final = re.compile(r"\.?\s+(?:år|aar)?hundre", re.IGNORECASE)
_OTHER_NUMERALS: Final = re.compile(r"\bX(?:I[VX]|VI{0,3}|X(?:I{1,3}|I?V|VI{1,3}|IX))\b")
_ENUMERATED: Final = re.compile(r"(?:\(|^[ \t]*)\Z", re.MULTILINE)

_DATE: Final = re.compile(
    r"(?<![\w.])(?:[dD]{1,2}[./ -]{1,2}[mM]{2,4}[./ -]{1,2}(?:[åÅ]{2,4}|[yY]{2,4}|20[xX]{2})"
    r"|(?:[åÅ]{4}|[yY]{4})[./-][mM]{2}[./-][dD]{2})(?!\w)"
)
_FORMAT: Final = re.compile(
    r"(?:\bform(?:at\w*|en|a)?|\bsom|\bskriv\w*)[\s:«»\"“”’(]*\Z|\bdato\w*\s\(\Z", re.IGNORECASE
)

_LINE: Final = re.compile(r"(?<![^\s(,./-])_{3,}(?![^\s),.;/-])")
_OF_A_FORM: Final = re.compile(r"(?:[:|]|^)[ \t]*\Z", re.MULTILINE)
_NOTHING: Final = re.compile(r"\A\s*(?:…|\.{3,})\s*\Z")

_MAYBE: Final = re.compile(r"[Xx]{2}|[Xx]\.[Xx]|20\dX|[\[<(]|_{3}|[mM]{2}[./ -]|…|\.{3}")
_LOOK_BACK: Final = 30


def blanks(text: str) -> Iterator[re.Match[str]]:
    """Yield what is to be filled in.

    Args:
        text: Prose; addresses may be hidden in it by NUL.
    """
    if not _MAYBE.search(text):
        return
    yield from _NOTHING.finditer(text)
    yield from _crosses(text)
    yield from (found for found in _DATE.finditer(text) if not _stands_behind(_FORMAT, found))
    yield from (found for found in _LINE.finditer(text) if not _stands_behind(_OF_A_FORM, found))
    for found in _BRACKETED.finditer(without_quotations(text)):
        if is_filled_in(found["square"] or found["angle"] or found["round"]):
            yield found


def without_blanks(text: str) -> str:
    """Return a text without what is to be filled in between < and >."""
    return _BETWEEN_ANGLES.sub(lambda found: "" if is_filled_in(found[1]) else found[0], text)


def is_filled_in(said: str) -> bool:
    """Tell whether words in brackets stand for what is meant: «dato», «kommunens navn»."""
    stripped = said.strip(" .:…\\")
    lowered = stripped.casefold()
    words = [word.rstrip(".") for word in _JOINED.split(lowered) if word]
    if not words or _LEFT_OUT.search(lowered):
        return False
    if _ORDERS.match(lowered):
        return True
    return len(words) <= _MOST_WORDS and (_names_a_blank(words) or _is_in_capitals(stripped))


def _names_a_blank(words: list[str]) -> bool:
    first, *rest = words
    if all(word in FILLED_IN for word in words):
        return True
    if first in FILLED_IN and rest[0] in _OF_WHAT:
        return True
    owned = len(words) > 1 and words[-2].endswith("s") and words[-1] in FILLED_IN
    return owned or first in {"antal", "antall"}


def _is_in_capitals(said: str) -> bool:
    letters = said.replace(" ", "").replace("-", "")
    return letters.isalpha() and letters.isupper() and len(letters) >= _SHORTEST_CAPITALS


def _crosses(text: str) -> Iterator[re.Match[str]]:
    """Yield crosses that are no Roman numeral, no chromosomes and no sign of an enumeration."""
    found = list(_CROSSES.finditer(text))
    if any(_NUMERAL.fullmatch(one[0]) for one in found) and _has_numerals_or_genes(text):
        found = [one for one in found if not _NUMERAL.fullmatch(one[0])]
    yield from (one for one in found if not (_is_counted(one) or _is_enumerated(one)))


def _has_numerals_or_genes(text: str) -> bool:
    return "XY" in text or "romosom" in text or bool(_OTHER_NUMERALS.search(text))


def _is_counted(found: re.Match[str]) -> bool:
    is_century = bool(_CENTURY.match(found.string, found.end()))
    is_numeral = bool(_NUMERAL.fullmatch(found[0]))
    return is_numeral and (is_century or _stands_behind(_COUNTED, found))


def _is_enumerated(found: re.Match[str]) -> bool:
    is_closed = found.string[found.end() : found.end() + 1] == ")"
    return is_closed and found[0] in {"xx", "xxx"} and _stands_behind(_ENUMERATED, found)


def _stands_behind(pattern: re.Pattern[str], found: re.Match[str]) -> bool:
    """Tell whether the words before a find match a pattern to their end."""
    start = found.start()
    return bool(pattern.search(found.string[max(start - _LOOK_BACK, 0) : start]))
