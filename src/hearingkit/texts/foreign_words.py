"""Words by which a letter in another of the three languages gives itself away.

Each stands in no spelling list of the language that it is foreign to, under any meaning: they were
looked up in hunspell-da, hunspell-no and wnorwegian («frå» alone is in a bokmål list, and in no
dictionary of it). That is why some that one would expect are missing: «høring», «mye», «uke» and
«offentlig» are, or mean something, in nynorsk; «bilag» is a voucher in both forms; «efter» is
bokmål too, and «av» and «etter» are in the Danish list. A hyphen in front marks a word that also
gives a compound away as its last part; in the lists no other word ends so.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from hearingkit.language.language import Language


def _pairs(text: str) -> Mapping[str, str]:
    """Read ``foreign:own`` pairs; a plus stands for a space."""
    pairs = (pair.replace("+", " ").partition(":") for pair in text.split())
    return {foreign: own for foreign, _, own in pairs}


_IN_DANISH: Final = _pairs(
    """
    -endringer:ændringer frå:fra gjennom:gennem gjerne:gerne hjelp:hjælp hva:hvad høyring:høring
    høyringa:høringen ikkje:ikke informasjon:information innen:inden -innsigelser:indsigelser
    innspel:bidrag innspill:bidrag -kommunene:kommunerne korleis:hvordan kva:hvad
    merknad:bemærkning -merknader:bemærkninger mottatt:modtaget mye:meget myndighet:myndighed
    -myndigheter:myndigheder noe:noget noen:nogle offentleg:offentlig opplysninger:oplysninger
    oss:os -saksbehandler:sagsbehandler -spørsmål:spørgsmål særleg:særlig -søknad:ansøgning
    uke:uge uken:ugen uker:uger -utdanning:uddannelse utkast:udkast -uttalelse:udtalelse
    -uttalelser:udtalelser vedlegg:bilag -veiledning:vejledning vennlig:venlig
    -virksomhet:virksomhed -virksomheter:virksomheder åpen:åben
    """
)
_DANISH_IN_NORWEGIAN: Final = {
    Language.NB: _pairs(
        """
        af:av arbejde:arbeid -bekendtgørelse:forskrift -bemærkninger:merknader gennem:gjennom
        hjælp:hjelp hvad:hva hvornår:når inden:innen -indsigelser:innsigelser jeres:deres
        -kommunerne:kommunene mellem:mellom modtaget:mottatt -myndighed:myndighet
        -myndigheder:myndigheter noget:noe nogle:noen -oplysninger:opplysninger
        regionerne:regionene -sagsbehandler:saksbehandler -spørgsmål:spørsmål -uddannelse:utdanning
        -udkast:utkast -udtalelse:uttalelse vedhæftede:vedlagte vedhæftet:vedlagt
        -vejledning:veiledning venlig:vennlig -virksomhed:virksomhet -virksomheder:virksomheter
        -ændring:endring -ændringer:endringer åben:åpen
        """
    ),
    Language.NN: _pairs(
        """
        af:av arbejde:arbeid -bekendtgørelse:forskrift -bemærkninger:merknader efter:etter
        gennem:gjennom hjælp:hjelp hvad:kva hvornår:når inden:innan -indsigelser:motsegner
        jeres:dykkar -kommunerne:kommunane mellem:mellom modtaget:motteke -myndighed:styresmakt
        -myndigheder:styresmakter noget:noko nogle:nokre -oplysninger:opplysningar
        regionerne:regionane -sagsbehandler:sakshandsamar -spørgsmål:spørsmål -uddannelse:utdanning
        -udkast:utkast -udtalelse:fråsegn vedhæftede:vedlagde vedhæftet:vedlagd
        -vejledning:rettleiing -virksomhed:verksemd -virksomheder:verksemder -ændring:endring
        -ændringer:endringar åben:open
        """
    ),
}
_NYNORSK_IN_BOKMAL: Final = _pairs(
    """
    dei:de deira:deres desse:disse dykkar:deres eit:et -endringar:endringer fleire:flere frå:fra
    følgjande:følgende -høyring:høring -høyringa:høringen -høyringsfrist:høringsfrist
    -høyringsfristen:høringsfristen -høyringssvar:høringssvar ikkje:ikke innan:innen
    -innspel:innspill -kommunane:kommunene korleis:hvordan kva:hva kvifor:hvorfor meir:mer
    mogleg:mulig motteke:mottatt mykje:mye noko:noe nokon:noen nokre:noen offentleg:offentlig
    -rettleiar:veileder -sakshandsamar:saksbehandler saman:sammen sjølv:selv særleg:særlig
    venleg:vennlig barnehagar:barnehager -brukarar:brukere -innbyggjarar:innbyggere
    -konsekvensar:konsekvenser -leiarar:ledere moglegheiter:muligheter -oppgåver:oppgaver
    -opplysningar:opplysninger -planane:planene -reglar:regler rettast:rettes sendast:sendes
    skriftleg:skriftlig -søkjarar:søkere -tenester:tjenester -tilskot:tilskudd vedteke:vedtatt
    -verksemd:virksomhet -verksemder:virksomheter
    """
)
_BOKMAL_IN_NYNORSK: Final = _pairs(
    """
    annet:anna dere:de deres:dykkar -endringer:endringar flere:fleire fra:frå
    følgende:følgjande hilsen:helsing hva:kva hvem:kven hver:kvar hvert:kvart hvilke:kva
    hvilken:kva hvilket:kva hvis:dersom hvor:kvar hvordan:korleis hvorfor:kvifor
    -høringen:høyringa -høringene:høyringane -høringer:høyringar ikke:ikkje innen:innan
    -innsigelser:motsegner -innspill:innspel jeg:eg -kommunene:kommunane -kommuner:kommunar
    -myndighet:styresmakt -myndigheter:styresmakter -saksbehandler:sakshandsamar sammen:saman
    selv:sjølv sendes:sendast sier:seier svarene:svara særlig:særleg -uttalelse:fråsegn
    -uttalelser:fråsegner -veiledning:rettleiing -virksomhet:verksemd være:vere vært:vore
    åpen:open -barnehager:barnehagar begrunnelse:grunngjeving -bestemmelse:føresegn
    -bestemmelsene:føresegnene -bestemmelser:føresegner -brukere:brukarar -deltakere:deltakarar
    -departementene:departementa endringen:endringa -endringene:endringane -forskere:forskarar
    -forskriften:forskrifta -forvaltere:forvaltarar -førere:førarar -givere:gjevarar
    -grunneiere:grunneigarar -høringsinstanser:høyringsinstansar
    -høringsinstansene:høyringsinstansane -høringssvarene:høyringssvara -innbyggere:innbyggjarar
    -konsekvenser:konsekvensar ledere:leiarar -lærere:lærarar -løsning:løysing -løsninger:løysingar
    muligheter:moglegheiter -myndigheten:styresmakta -myndighetene:styresmaktene -oppgaver:oppgåver
    -opplysninger:opplysningar -planene:planane -planleggere:planleggjarar -rettigheter:rettar
    -rådgivere:rådgjevarar sikkerhet:tryggleik -sykehjem:sjukeheim -sykehus:sjukehus
    -søkere:søkjarar -takere:takarar -tilskudd:tilskot -tjeneste:teneste -tjenesten:tenesta
    -tjenester:tenester -utredning:utgreiing -utredninger:utgreiingar -veilederen:rettleiaren
    -velgere:veljarar -virksomheten:verksemda -virksomheter:verksemder
    """
)

# The title of a person: what a word means elsewhere doesn't count, «fører» as a verb say.
_NORWEGIAN_JOBS_IN_DANISH: Final = _pairs(
    """
    -medarbeider:medarbejder overlege:overlæge -planlegger:planlægger -rådgivar:rådgiver
    -rådgjevar:rådgiver -sjef:chef -leiar:leder sjefingeniør:chefingeniør sjefjurist:chefjurist
    sjefkonsulent:chefkonsulent sjeføkonom:cheføkonom spesialkonsulent:specialkonsulent
    visedirektør:vicedirektør
    """
)
_DANISH_JOBS_IN_NORWEGIAN: Final = _pairs(
    """
    -chef:sjef fuldmægtig:fullmektig -formand:formann -medarbejder:medarbeider overlæge:overlege
    -planlægger:planlegger chefingeniør:sjefingeniør chefjurist:sjefjurist
    chefkonsulent:sjefkonsulent cheføkonom:sjeføkonom specialkonsulent:spesialkonsulent
    vicedirektør:visedirektør
    """
)
_NYNORSK_JOBS_IN_BOKMAL: Final = _pairs(
    """
    -ansvarleg:ansvarlig -arbeidar:arbeider assisterande:assisterende dagleg:daglig -dommar:dommer
    -forskar:forsker -forvaltar:forvalter fungerande:fungerende -førar:fører -leiar:leder
    -lærar:lærer -planleggar:planlegger -planleggjar:planlegger -pleiar:pleier -rådgivar:rådgiver
    -rådgjevar:rådgiver -skrivar:skriver
    """
)
_BOKMAL_JOBS_IN_NYNORSK: Final = _pairs(
    """
    -arbeider:arbeidar assisterende:assisterande -dommer:dommar -forsker:forskar
    -forvalter:forvaltar fungerende:fungerande -fører:førar -leder:leiar -lærer:lærar
    -medarbejder:medarbeidar -planlegger:planleggjar -planlægger:planleggjar -pleier:pleiar
    -rådgiver:rådgjevar -skriver:skrivar -veileder:rettleiar
    """
)


@dataclass(frozen=True, slots=True)
class ForeignWord:
    """A word found in a text that is foreign to its language.

    Attributes:
        text: As written.
        start: Its offset in the text.
        instead: What the language says, in lower case.
    """

    text: str
    start: int
    instead: str


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """Words foreign to a language, and what it says instead; endings are of compounds."""

    words: Mapping[str, str]
    endings: Mapping[str, str]
    lengths: tuple[int, ...]

    def own(self, word: str) -> str:
        """Return what the language says instead of a word; empty if the word isn't foreign."""
        if word in self.words:
            return self.words[word]
        for length in self.lengths:
            if own := self.endings.get(word[-length:]):
                return word[:-length] + own
        return ""


def _vocabulary(*pairs: Mapping[str, str]) -> _Vocabulary:
    """Return a vocabulary in which the longest ending of a word counts."""
    both = {foreign: own for each in pairs for foreign, own in each.items()}
    endings = {foreign[1:]: own for foreign, own in both.items() if foreign.startswith("-")}
    words = {foreign.removeprefix("-"): own for foreign, own in both.items()}
    return _Vocabulary(words, endings, tuple(sorted({*map(len, endings)}, reverse=True)))


_IN: Final = {
    Language.DA: (_IN_DANISH,),
    Language.NB: (_DANISH_IN_NORWEGIAN[Language.NB], _NYNORSK_IN_BOKMAL),
    Language.NN: (_DANISH_IN_NORWEGIAN[Language.NN], _BOKMAL_IN_NYNORSK),
}
_JOBS_IN: Final = {
    Language.DA: (_NORWEGIAN_JOBS_IN_DANISH,),
    Language.NB: (_DANISH_JOBS_IN_NORWEGIAN, _NYNORSK_JOBS_IN_BOKMAL),
    Language.NN: (_DANISH_JOBS_IN_NORWEGIAN, _BOKMAL_JOBS_IN_NYNORSK),
}
_IN_TEXTS: Final = {language: _vocabulary(*_IN[language]) for language in Language}
_IN_JOBS: Final = {
    language: _vocabulary(*_IN[language], *_JOBS_IN[language]) for language in Language
}

FOREIGN_WORDS: Final[Mapping[Language, Mapping[str, str]]] = {
    language: vocabulary.words for language, vocabulary in _IN_TEXTS.items()
}
"""By the language of a text, the words that are foreign to it, and what it says instead."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_AFTER_A_NAME: Final = re.compile(r"(?<!\w)[A-ZÆØÅ][\w-]*\s$")
_ENDS: Final = ".!?:\n#*_|-–•("


def foreign_words(text: str, language: Language, *, is_job: bool = False) -> Iterator[ForeignWord]:
    """Yield the words foreign to a language.

    A capital letter inside a sentence makes a name of a word, and capitals alone an abbreviation;
    both are spared. So is a compound behind a capital, as in «Nasjonal sikkerhetsmyndighet».

    Args:
        text: Running text, or a line.
        language: Of the text.
        is_job: Whether it is the title of a person.
    """
    vocabulary = (_IN_JOBS if is_job else _IN_TEXTS)[language]
    for found in _WORD.finditer(text):
        word, start = found[0], found.start()
        own = vocabulary.own(word.lower())
        if not own or not (word.islower() or _begins_a_sentence(text, word, start)):
            continue
        is_compound = word.lower() not in vocabulary.words
        if is_job or not (is_compound and _AFTER_A_NAME.search(text, max(0, start - 40), start)):
            yield ForeignWord(word, start, own)


def _begins_a_sentence(text: str, word: str, start: int) -> bool:
    """Tell whether a word is capitalised, and begins a sentence, a line of a list or a cell."""
    before = text[max(0, start - 3) : start].rstrip(" ")
    return word.istitle() and (not before or before[-1] in _ENDS)
