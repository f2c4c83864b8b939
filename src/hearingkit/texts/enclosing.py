"""What a text says is enclosed with it: at all, by number, by count, or thing by thing.

An annex of something else, as «bilag 1 til forordningen» and «direktivets bilag 2», is not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hearingkit.texts.hiding import hide

# Every repetition is bounded or possessive, so that a text is read in linear time.
_OTHERS: Final = r"(?!\s+(?:(?:til|i|av|af|for|på|ved)\b|søk|ansøg))"  # of something else
_ENCLOSED: Final = r"(?:vedlagte?|vedlagde?|vedhæftede?|vedhæftet)"
_NAMED: Final = r"(?:vedlegg(?:a|ene)?|bilag(?:a|ene)?)"
_NEXT: Final = r"[1-9][0-9]?(?!\w)(?!\.\s?[a-zæøå0-9])"  # no day of a month
_NUMBERED: Final = re.compile(
    rf"\b{_NAMED}\s+(?:nr\.?\s*)?(?P<first>[1-9][0-9]?)\b"
    rf"(?:(?P<more>(?:,\s*{_NEXT}){{0,20}}+,?\s+(?:og|eller)\s+{_NEXT})"
    rf"|\s?(?:-|–|til)\s?(?P<last>{_NEXT}))?+{_OTHERS}",
    re.IGNORECASE,
)
_OWNER: Final = re.compile(r"(?:\w{4}s|\b[0-9/]{1,10})\s$")  # direktivets; (EU) 2017/745
_NUMBER: Final = re.compile("[1-9][0-9]?")
_DOCUMENT: Final = (
    r"(?:ut|ud)kast|forslag|fram?legg|rapport|notat|plan|betænkning|ut?d?redning|utgreiing"
    r"|vejledning|rettleiing|veileder|forskrift|bekendtgørelse|dokument|af?v?tale"
)
_DEFINITE: Final = (  # neither this letter nor this hearing
    r"(?!\w{0,20}(?:brev|hør|høyr|mail|post|melding))[\w-]{4,40}(?:en|et|a|ene|erne|ane)\b"
)
_ONE: Final = rf"{_NAMED}\s[1-9][0-9]?"
_SOME: Final = rf"{_ONE}(?:\s?(?:-|–|til|og)\s?[1-9][0-9]?)?"
_FOUND: Final = r"\s(?:er\s)?(?:findes|finnes|finst|ligger|ligg|tilgængelige?|tilgjengelege?)\b"
_ALSO_HERE: Final = r"(?:også\s|òg\s)?"
_NOT_OURS: Final = re.compile(
    # «bilag 1 til loven, og bilag 4»; «tabell 2 i vedlegg 3»; «vedlagt rapporten som bilag 2»
    rf"\b{_ONE}\s(?:til|i|av|af)\s(?!(?:dette\s)?\w{{0,20}}brev|[0-9])[^.!?\n(]{{0,200}}"
    r"|\b(?:tabell?|figur|punkt|pkt\.?|kap\w{0,6}\.?|afsnit|avsnitt|side|rad|§)\s[0-9.]{1,8}"
    rf"\si\s{_ONE}|\bvedlagt\s{_DEFINITE}\s{_ALSO_HERE}som\s{_ONE}"
    # «utkastet med bilag 1»; «udkastet er på ni sider med to bilag (bilag 1: kort; bilag 2: mål)»
    rf"|(?:{_DOCUMENT})\w{{0,12}}\s(?:(?!\w{{0,12}}(?:brev|send|vedl|vedh|lag[td]|legg|følg|hør|høyr))"
    rf"[^.!?\n(]){{0,40}}?\b(?:med|inkl\w{{0,7}})\s(?:{_ONE}|(?:\w{{1,6}}\s)?{_NAMED}\s\([^)]{{0,200}})"
    # «på portalen, hvor også bilag 1–4 findes»; «bilag 1–4 findes på portalen»
    rf"|\b(?:hvor|kor|der)\s{_ALSO_HERE}{_SOME}(?={_FOUND})"
    rf"|\b{_SOME}(?={_FOUND}\s{_ALSO_HERE}på\b)",
    re.IGNORECASE,
)

_NUMBERS: Final = "to:2 tre:3 fire:4 fem:5 seks:6 sju:7 syv:7 åtte:8 otte:8 ni:9 ti:10"
_WORDS: Final = {word: int(number) for word, number in (p.split(":") for p in _NUMBERS.split())}
_COUNT: Final = rf"(?P<count>{'|'.join(_WORDS)}|[2-9]|1[0-9])"
_SENT: Final = (
    r"(?:følger|følgjer|ligger|ligg|sender|sendes|sendast|legger|legg|vedlegger|vedlegges)"
)
_COUNTED: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\w.,§/-]){_COUNT}\s+{_ENCLOSED}\b{_OTHERS}",
        rf"\b(?:{_SENT}|{_ENCLOSED}\s+er|\w{{0,10}}brevet\s+(?:har|inneholder|inneheld|indeholder))"
        rf"\s+(?:vi\s+|ved\s+|med\s+|hermed\s+|også\s+){{0,2}}{_COUNT}\s+{_NAMED}\b{_OTHERS}",
        rf"(?<![\w.,§/-]){_COUNT}\s+{_NAMED}\s+(?:følger|følgjer|ligger\s+ved|ligg\s+ved"
        rf"|er\s+(?:{_ENCLOSED}|lag[td]e?\s+ved))\b{_OTHERS}",
    )
)
_WITH_SOMETHING: Final = re.compile(r"\b(?:til|med|i)\s+(?![\w-]*brev)[\w-]+\s+$", re.IGNORECASE)

_THING: Final = r"[^\W\d_][\w-]{3,60}"
_THINGS: Final = rf"(?P<things>{_THING}(?:,\s{_THING}){{0,9}}\s(?:og|samt)\s{_THING})"
_THE_LETTER: Final = re.compile(
    r"(?:følgj?e|hørings|høyrings|oversendelses|oversendings)?brev(?:et)?$", re.IGNORECASE
)
_ENUMERATED: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:^|(?<=[.!?:\n]))[ \n\u2028-]{{0,9}}{_THINGS}\s+"
        r"(?:(?:er|ligger|ligg|følger|følgjer|sendes|sendast)\s+"
        r"(?:også\s+|òg\s+|hermed\s+|med\s+){0,2}"
        rf"(?:{_ENCLOSED}|lag[td]e?\s+ved|som\s+(?:vedlegg|bilag))|vedlegges|vedhæftes)\b{_OTHERS}",
        rf"\b(?i:{_ENCLOSED})\s+(?:følger|følgjer|ligger|ligg|er|sendes)\s+{_THINGS}(?=\s*(?:[.\n]|$))",
    )
)
_SIGNS: Final = re.compile(
    r"vedl(?:egg|ag[dt])|vedhæft|bilag|\blag[td]e?\s+ved\b|\bl(?:igg|egg)(?:er)?\s+ved\b"
    r"|\bfølgj?er\s+(?:med|hermed)\b|medfølg|medsend|\bsendes\s+hermed\b|\bhermed\s+send",
    re.IGNORECASE,
)

_MENTIONED: Final = re.compile(
    rf"\b{_ENCLOSED}\b{_OTHERS}(?P<thing>\s+[\w-]{{1,60}})?"
    r"|\bs(?:e|jå)\s(?:vedlegg|bilag)(?:et|a)?\b(?!\s+[0-9])"
    rf"|\b(?P<sent>som\s(?:vedlegg|bilag))\b{_OTHERS}(?!\s+[0-9])",
    re.IGNORECASE,
)
_MODAL: Final = r"\b(?:skal|må|bør|kan|skulle|måtte|burde|kunne)\s"
_ALSO: Final = r"(?:(?:også|òg|derfor|alltid|altid|gjerne)\s)?"
# «skal være vedlagt», «må ha vedlagt»; and what was enclosed once, and not with this letter
_ASKED_OF_OTHERS: Final = re.compile(
    rf"\b(?:være|vere|vera|bli|blive|verte|var|ble|blev|blei|vart)\s$|{_MODAL}{_ALSO}ha(?:ve)?\s$",
    re.IGNORECASE,
)
_WITH_ANOTHER: Final = re.compile(rf"vedlagt\s{_DEFINITE}", re.IGNORECASE)
_IS: Final = re.compile(
    r"(?:^|[.!?\n,])\s?(?!(?:til|her|som|med|i|ved|det)\b)[^.!?\n,]{1,70}\b(?:er|lå|låg)\s"
    r"(?:også\s|òg\s)?$",
    re.IGNORECASE,
)
# «skal følge som vedlegg», «kan som bilag medsende»
_ANSWER: Final = re.compile(
    rf"{_MODAL}{_ALSO}(?:(?:med|inn|ind|ved)?(?:følg|send|lever|legg|lægg)\w{{1,6}}\s"
    r"(?:(?:med|ved|inn|ind|fram)\s)?)?$"
    r"|(?:svar|innspill?|uttal|fråsegn|merknad|bemærkning|kommentar|søkna?d|ansøgning)[^.!?\n]*$",
    re.IGNORECASE,
)

_LETTERS: Final = re.compile(r"[^\W\d_]+")
_ENDING: Final = re.compile(r"(?<=\w{4})(?:ernes|erne|arane|ane|ene|ens|ets|ar|er|en|et|a|e|s)$")
_SHORTEST: Final = 4  # letters of a word that tells something
_LONGEST: Final = 60
_EVERYWHERE: Final = frozenset({"svar", "høring", "høyring", "eller", "samt"})


@dataclass(frozen=True, slots=True)
class Said:
    """A piece of a text that says that something is enclosed.

    Attributes:
        text: As it stands in the text.
        start: Its offset.
        numbers: The numbers of the enclosures, if it numbers them.
        count: How many there are at least.
        things: What they are, if it tells it in words, each a single word.
    """

    text: str
    start: int
    numbers: frozenset[int] = frozenset()
    count: int = 1
    things: tuple[str, ...] = ()


def numbered(text: str) -> Iterator[Said]:
    """Yield where a text gives enclosures by number: «vedlegg 1, 2 og 4», «bilag 1–3».

    Those of a document («utkastet med bilag 1–5», «tabell 2 i vedlegg 3») and those that are found
    elsewhere («bilag 1–4 findes på portalen») are not among them.
    """
    ours = hide(_NOT_OURS, text)
    for found in _NUMBERED.finditer(ours):
        if _OWNER.search(ours, max(0, found.start() - 12), found.start()):
            continue
        first, last = int(found["first"]), int(found["last"] or 0)
        more = map(int, _NUMBER.findall(found["more"] or ""))
        numbers = frozenset({first, *more, *range(first, last + 1)})
        yield Said(found[0], found.start(), numbers, max(numbers))


def enclosed(text: str) -> Iterator[Said]:
    """Yield where a text says that something is enclosed, be it one thing or several.

    What others are asked to enclose, with an application or an answer, is not; nor is what goes
    with something else, «vedlagt rapporten», or went with it, «var vedlagt».
    """
    for found in _MENTIONED.finditer(text):
        asks = _ANSWER if found["sent"] else _ASKED_OF_OTHERS
        before = text[max(0, found.start() - 80) : found.start()]
        if not asks.search(before) and not (_WITH_ANOTHER.match(found[0]) and _IS.search(before)):
            things = (found["thing"].strip(),) if found["thing"] else ()
            yield Said(found[0], found.start(), things=things)


def counted(text: str) -> Iterator[Said]:
    """Yield where a text tells how many enclosures there are: «de to vedlagte notatene»."""
    for pattern in _COUNTED:
        for found in pattern.finditer(text):
            if not _WITH_SOMETHING.search(text, max(0, found.start() - 80), found.start()):
                count = found["count"].lower()
                yield Said(found[0], found.start(), count=_WORDS.get(count) or int(count))


def enumerated(text: str) -> Iterator[Said]:
    """Yield where a text names each thing enclosed: «Plankart og bestemmelser er vedlagt».

    The «følgebrev» is the letter itself, and no enclosure.
    """
    for pattern in _ENUMERATED:
        for found in pattern.finditer(text):
            if _ANSWER.search(found["things"]):
                continue
            every = re.split(r",\s|\s(?:og|samt)\s", found["things"])
            things = tuple(thing for thing in every if not _THE_LETTER.match(thing))
            start = found.start("things")
            yield Said(text[start : found.end()], start, count=len(things), things=things)


def speaks_of_enclosures(text: str) -> bool:
    """Tell whether a text says in any way that something goes with it."""
    return _SIGNS.search(text) is not None


class TitleMatcher:
    """The words of a text, whatever their endings: are those of a title among them?"""

    def __init__(self, text: str) -> None:
        self._text = text.lower()
        self._stems = frozenset(_stems(text))

    def name(self, title: str) -> bool:
        """Tell whether a word of a title is in the text, or they have a part in common.

        «Notatet» is the høringsnotat, and «planen» may be the planutkast; but what every letter
        speaks of, as «høringen», names none.
        """
        return any(self._has(stem) for stem in _stems(title))

    def _has(self, stem: str) -> bool:
        cuts = range(_SHORTEST, len(stem) - 1)
        parts = (part for cut in cuts for part in (stem[:cut], stem[-cut:]))
        return stem in self._text or any(part in self._stems for part in parts)


def _stems(text: str) -> Iterator[str]:
    """Yield the words of a text without their endings; none that is hardly a word."""
    for word in _LETTERS.findall(text.lower()):
        stem = _ENDING.sub("", word)
        if _SHORTEST <= len(word) <= _LONGEST and stem not in _EVERYWHERE:
            yield stem
