"""Whether a mailbox bears the name of a person: given name, full stop, family name.

The given names are common ones of Denmark and Norway, of all ages, written down from common
knowledge. Those that one meets as a word, a place or a short name too (Bo, Dag, Liv, Lena, Ida) are
left out: a person may go unseen, but a body is seldom taken for one.
"""

import re
from typing import Final

_GIVEN: Final = """
adam adrian agnes agnete aksel albert alexander alf allan amalie amanda anders andrea andreas ane
anette anita ann anna anne annette annika anton arild arne arnt asbjørn asger astrid august aase
benedicte benedikte benjamin benny bent bente berit bernt birgit birgitte birgitta birte birthe
bjarne bjarte bjørg bjørn bodil britt brian børge camilla carina carl carsten casper cathrine
cecilie charlotte christel christian christina christine christoffer claus connie daniel david
dennis ditte dorte dorthe ebbe egil einar eirik eivind elin elisabeth elise ella ellen else elsebeth
emil emilie emma erik erika erling esben eskil espen eva finn flemming fredrik frederik frederikke
frida frode geir georg gerd gitte grete grethe gunn gunnar gunnhild gunhild gustav guro hanna hannah
hanne hans harald hege heidi helene helga helge helle henriette henrik henning holger håkon håvard
inga inge ingeborg inger ingrid ingunn ingvild irene isabella ivan ivar jacob jakob jan jane janne
jannie jeanette jenny jens jeppe jesper joachim joakim johan johanne johannes john johnny jonas
jonathan jon jorunn josefine julie jytte jørgen jørn kaja karen kari karin karina karl karoline
karsten katarina katharina kathrine katja katrine kenneth kent ketil kirsten kirsti kjeld kjell
kjersti kjetil klaus knud knut kristian kristin kristina kristine kristoffer kurt kåre lars lasse
laila leif lene line linda lisbeth lise lone lotte louise lucas lukas lærke mads magnar magne
magnus maja malene malin maren margit margrethe margareth maria mariann marianne marie marit
marius markus marlene marte marthe martin martine mathias mathilde mats merete merethe mette michael
mikael mikkel mikkeline mogens mona monica morten nanna nicklas nicolai niels nikolaj nikolai nils
nina nora ola olaf olav ole oliver oskar ottar otto ove palle peder per pernille peter petter pia
poul preben pål ragnar ragnhild randi rasmus reidar reidun rikke rita robert roger rolf ronny rune
runa sander sandra sanne sara sarah sebastian sigbjørn signe sigrid sigurd sigve silje simen simon
sindre siri sissel siv sofie solfrid solveig sondre steen steffen steinar stian stig stine susanne
svein sven svend sverre synne synnøve søren tanja terje thea thomas thorbjørn thorkild tina tine
tobias tommy tonje tor torben torbjørn tore torill torgeir torstein tove trine troels trond truls
trygve turid ulla ulrik unni vegard vibeke victoria vidar vilde viktor wenche yngve øystein øyvind
ågot åse aage
"""
_SAME_SPELT: Final = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "é": "e", "ö": "o", "ä": "ae"})
_PARTS: Final = re.compile(
    r"([^\W\d_]{2,20})(?:-[^\W\d_]{2,20})?"
    r"[._](?:[^\W\d_]{1,20}[._-]){0,2}([^\W\d_]{3,30}(?:-[^\W\d_]{2,30})?)\d?"
)
_OF_A_BODY: Final = re.compile(  # what stands in a family name's place, as by a school or church
    "(?:nord|syd|s[oø]e?r|[oø]e?st|vest|hus|hjem|plan|bygg?|lag|team|avd|gruppe)|"
    "(?:post|mail|mottak|info|kontakt|kontor|arkiv|h[oø]e?y?ring|miljo|sekretari|direk|jur|admin"
    "|presse|avdeling|afdeling|kommun|region|fylke|menigh|gymnas|advokat|firma).*"
    "|.*(?:service|kirken?|kyrkj[ea]|sogn|skol[ae]?|skule|vgs|stiftelse|fond|legat|senter|center"
    "|museum|(?:syke|sjuke|syge|r[aå]a?d)hus|hospital|klinik|for(?:ening|eining|bund|lag)|gade|vej"
    "|gate)"
)


def _spelt(name: str) -> str:
    """Return a name such that all ways of writing æ, ø and å in an address come out the same."""
    return name.casefold().translate(_SAME_SPELT).replace("aa", "a").replace("oe", "o")


_GIVEN_NAMES: Final = frozenset(map(_spelt, _GIVEN.split()))
_MODELS: Final = frozenset({"fornavn", "fornamn"})
"""By which bodies tell on the web what their addresses look like: fornavn.etternavn@…"""


def is_persons_mailbox(local_part: str, body: str) -> bool:
    """Tell whether the part before the @ is made of a given name and a family name.

    Args:
        local_part: Of an address.
        body: The body's name and domain; who is named there has given the body its name.
    """
    found = _PARTS.fullmatch(local_part.casefold())
    if not found or _spelt(found[1]) not in _GIVEN_NAMES | _MODELS:
        return False
    given, family = _spelt(found[1]), _spelt(found[2])
    is_bodys = family in _spelt(body) or given in re.findall(r"\w+", _spelt(body))
    return not is_bodys and not _OF_A_BODY.fullmatch(found[2])
