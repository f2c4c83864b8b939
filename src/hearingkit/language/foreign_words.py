"""Words by which a letter in another of the three languages gives itself away.

Each stands in no spelling list of the language that it is foreign to, under any meaning: they were
looked up in hunspell-da, hunspell-no and wnorwegian. That is why some that one would expect are
missing: «høring», «mye» and «uke» are, or mean something, in nynorsk; «efter» is bokmål too, and
«av» and «etter» are in the Danish list.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from hearingkit.language.language import Language


def _pairs(text: str) -> Mapping[str, str]:
    """Read ``foreign:own`` pairs; a plus stands for a space."""
    return {
        foreign: own.replace("+", " ")
        for foreign, own in (pair.split(":") for pair in text.split())
    }


_IN_DANISH: Final = _pairs(
    """
    endringer:ændringer frå:fra gjennom:gennem gjerne:gerne hjelp:hjælp hva:hvad høyring:høring
    høyringa:høringen ikkje:ikke informasjon:information innen:inden innsigelser:indsigelser
    innspel:bidrag innspill:bidrag kommunene:kommunerne korleis:hvordan kva:hvad
    merknad:bemærkning merknader:bemærkninger mottatt:modtaget mye:meget myndighet:myndighed
    myndigheter:myndigheder noe:noget noen:nogle offentleg:offentlig opplysninger:oplysninger
    oss:os saksbehandler:sagsbehandler spørsmål:spørgsmål særleg:særlig søknad:ansøgning
    uke:uge uken:ugen uker:uger utdanning:uddannelse utkast:udkast uttalelse:udtalelse
    uttalelser:udtalelser vedlegg:bilag veiledning:vejledning vennlig:venlig
    virksomhet:virksomhed virksomheter:virksomheder åpen:åben
    """
)
_DANISH_IN_NORWEGIAN: Final = {
    Language.NB: _pairs(
        """
        af:av arbejde:arbeid bekendtgørelse:forskrift bemærkninger:merknader gennem:gjennom
        hjælp:hjelp hvad:hva hvornår:når inden:innen indsigelser:innsigelser jeres:deres
        kommunerne:kommunene mellem:mellom modtaget:mottatt myndighed:myndighet
        myndigheder:myndigheter noget:noe nogle:noen oplysninger:opplysninger
        regionerne:regionene sagsbehandler:saksbehandler spørgsmål:spørsmål uddannelse:utdanning
        udkast:utkast udtalelse:uttalelse vedhæftede:vedlagte vedhæftet:vedlagt
        vejledning:veiledning venlig:vennlig virksomhed:virksomhet virksomheder:virksomheter
        ændring:endring ændringer:endringer åben:åpen
        """
    ),
    Language.NN: _pairs(
        """
        af:av arbejde:arbeid bekendtgørelse:forskrift bemærkninger:merknader efter:etter
        gennem:gjennom hjælp:hjelp hvad:kva hvornår:når inden:innan indsigelser:motsegner
        jeres:dykkar kommunerne:kommunane mellem:mellom modtaget:motteke myndighed:styresmakt
        myndigheder:styresmakter noget:noko nogle:nokre oplysninger:opplysningar
        regionerne:regionane sagsbehandler:sakshandsamar spørgsmål:spørsmål uddannelse:utdanning
        udkast:utkast udtalelse:fråsegn vedhæftede:vedlagde vedhæftet:vedlagd
        vejledning:rettleiing virksomhed:verksemd virksomheder:verksemder ændring:endring
        ændringer:endringar åben:open
        """
    ),
}
_NYNORSK_IN_BOKMAL: Final = _pairs(
    """
    dei:de deira:deres desse:disse dykkar:deres eit:et endringar:endringer fleire:flere frå:fra
    følgjande:følgende høyring:høring høyringa:høringen høyringsfrist:høringsfrist
    høyringsfristen:høringsfristen høyringssvar:høringssvar ikkje:ikke innan:innen
    innspel:innspill kommunane:kommunene korleis:hvordan kva:hva kvifor:hvorfor meir:mer
    mogleg:mulig motteke:mottatt mykje:mye noko:noe nokon:noen nokre:noen offentleg:offentlig
    rettleiar:veileder sakshandsamar:saksbehandler saman:sammen sjølv:selv særleg:særlig
    venleg:vennlig
    """
)
_BOKMAL_IN_NYNORSK: Final = _pairs(
    """
    annet:anna bilag:vedlegg dere:de deres:dykkar endringer:endringar flere:fleire fra:frå
    følgende:følgjande hilsen:helsing hva:kva hvem:kven hver:kvar hvert:kvart hvilke:kva
    hvilken:kva hvilket:kva hvis:dersom hvor:kvar hvordan:korleis hvorfor:kvifor
    høringen:høyringa høringene:høyringane høringer:høyringar ikke:ikkje innen:innan
    innsigelser:motsegner innspill:innspel jeg:eg kommunene:kommunane kommuner:kommunar
    myndighet:styresmakt myndigheter:styresmakter saksbehandler:sakshandsamar sammen:saman
    selv:sjølv sendes:sendast sier:seier svarene:svara særlig:særleg uttalelse:fråsegn
    uttalelser:fråsegner veiledning:rettleiing virksomhet:verksemd være:vere vært:vore
    åpen:open
    """
)

FOREIGN_WORDS: Final[Mapping[Language, Mapping[str, str]]] = {
    Language.DA: _IN_DANISH,
    Language.NB: {**_DANISH_IN_NORWEGIAN[Language.NB], **_NYNORSK_IN_BOKMAL},
    Language.NN: {**_DANISH_IN_NORWEGIAN[Language.NN], **_BOKMAL_IN_NYNORSK},
}
"""By the language of a text, the words that are foreign to it, and what it says instead."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_ENDS: Final = ".!?:\n#*_|-–•("


def foreign_words(text: str, language: Language) -> Iterator[tuple[str, int]]:
    """Yield the words foreign to a language, as written, and the offset of each.

    A capital letter inside a sentence makes a name of a word, and capitals alone an abbreviation;
    both are spared.
    """
    foreign = FOREIGN_WORDS[language]
    for found in _WORD.finditer(text):
        word, start = found[0], found.start()
        if word.lower() in foreign and (word.islower() or _begins_a_sentence(text, word, start)):
            yield word, start


def _begins_a_sentence(text: str, word: str, start: int) -> bool:
    """Tell whether a word is capitalised, and begins a sentence, a line of a list or a cell."""
    before = text[max(0, start - 3) : start].rstrip(" ")
    return word.istitle() and (not before or before[-1] in _ENDS)
