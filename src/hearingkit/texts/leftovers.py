"""What a word processor and colleagues leave in a text: merge fields, prompts, errors, remarks.

«OBS» and «NB» are also said to the reader: in round brackets, a remark counts as one between
colleagues only where it speaks of sending the letter out, or asks for a check. Each pattern ends at
a sign it can't hold, so that a text is read in linear time.
"""

import re
from collections.abc import Iterator
from typing import Final

_MERGE_FIELD: Final = (
    r"«[^\W\d_]+_\w{1,60}»|<<[^\W\d_][\w ]{1,60}>>|\{?[ ]?\bMERGEFIELD\s+\"?\w{1,60}\"?[ ]?\}?"
)
_PROMPT: Final = (
    r"\b(?i:klikk?(?: eller trykk?)? her for (?:at|å) [^\W\d_]{3,9}(?: inn| ind)?"
    r" (?:en )?(?:tekst|dato))\b"
)
_ERROR: Final = (
    r"\bFejl! (?:Henvisningskilde ikke fundet|Bogmærke er ikke defineret)"
    r"|\bFeil! (?:Fant ikke referansekilden?|Bokmerke er ikke definert)"
)
_CHECK: Final = (
    r"(?:[dD]obb?elt)?(?:[tT]jek|[sS]jekk)(?: lige)?"
    r"(?:[ ]?[!?]+|(?: (?:tal|dato|beløb|beløp|navn|namn|henvisning|lovhenvisning|fristen)\w{0,6}"
    r"| med [^()\[\]\n\0]{1,30}"
    r"| om (?:det|dette|tallene|datoen) (?:er|passer|stemmer)\b[^()\[\]\n\0]{0,30})[!?]*)"
)
_SENDING: Final = (
    r"[^()\[\]\n\0]{0,80}\b(?:inden|innen|før|til)"
    r" (?:(?:den|vi|det|brevet) )?(?:udsend|utsend|send(?:er|es|t) ut|sender (?:ud|ut))\w{0,6}"
)
_ORDER: Final = r"(?:[tT]jek|[sS]jekk|[hH]usk|[oO]p+dater|[rR]ett?|OBS|NB|[kK]ontroller)\b"
_REMARK: Final = (
    rf"[(\[](?:{_CHECK}|{_ORDER}{_SENDING}[^()\[\]\n\0]{{0,40}})[)\]]"
    r"|\[(?:OBS|NB|Obs|Merknad til oss)[:!][^\[\]\n\0]{0,120}\]"
)
_WHOLE: Final = (
    r"\A\s*(?:[Tt]b[da]|TBA|[Tt]odo|NN|N\.\s?N\.|…{2,}|\.\.|[-–—]{2,}|_{2,}|\.(?:\s\.)+)\s*\Z"
)
_LEFT: Final = re.compile(f"{_MERGE_FIELD}|{_PROMPT}|{_ERROR}|{_REMARK}|{_WHOLE}")


def leftovers(text: str) -> Iterator[re.Match[str]]:
    """Yield what was left in a text that was not written for its readers.

    Args:
        text: Prose; addresses may be hidden in it by NUL.
    """
    return _LEFT.finditer(text)
