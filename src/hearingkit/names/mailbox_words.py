"""Words and domains that many addresses are made of, and the slips that are made in them.

Only slips count that make no other word: kontrakt and konto are no misspelt kontakt and kontor, a
letter more at the end is mostly an ending (kommunen), and the first letter is seldom wrong.
"""

import functools
import re
from typing import Final

from hearingkit.language.slips import Slip, slip_between

_WORDS: Final = """
post postmottak mottak postkasse hovedpostkasse firmapost epost info kontakt kontor arkiv
hoering horing høring hoyring høyring sekretariat administration administrasjon kommune
fylkeskommune borgerservice kundeservice kundesenter servicetorg resepsjon
"""
_OTHER_WORDS: Final = """
kontrakt konto kantor kommun kundecenter horning hoerning hørning hering
"""
_DOMAINS: Final = """
kommune.no statsforvalteren.no statsforvaltaren.no politiet.no domstol.no domstol.dk
regionsjaelland.dk gmail.com hotmail.com hotmail.no hotmail.dk outlook.com icloud.com online.no
"""
_LONG: Final = 6  # letters of a word that a letter too few or too many leaves itself
_LONGER: Final = 8  # the same, where a letter stands for another
_WORD: Final = re.compile(r"[^\W\d_]+")


def meant_local_part(local_part: str, body: str) -> str:
    """Return what a misspelt part before the @ is meant to be; nothing where nothing shows it.

    Args:
        local_part: Of an address.
        body: The body's name and domain: a word that stands there too is no slip.
    """
    for found in _WORD.finditer(local_part.casefold()):
        meant = _meant_word(found[0])
        if meant and found[0] not in body.casefold():
            return local_part[: found.start()] + meant + local_part[found.end() :]
    return ""


def meant_domain(domain: str) -> str:
    """Return what a misspelt domain is meant to be; nothing where nothing shows it."""
    *below, name, top = domain.casefold().split(".")
    meant = _meant(f"{name}.{top}", _DOMAINS)
    return ".".join((*below, meant)) if meant else ""


@functools.lru_cache(maxsize=4096)
def _meant_word(word: str) -> str:
    return "" if word in _OTHER_WORDS.split() else _meant(word, _WORDS)


def _meant(text: str, known: str) -> str:
    texts = known.split()
    slips = ((one, slip_between(one, text)) for one in texts if text not in texts)
    return next((one for one, slip in slips if slip and _is_sure(slip, one)), "")


def _is_sure(slip: Slip, known: str) -> bool:
    """Tell whether a slip in a known text makes nothing else of it."""
    word = known.partition(".")[0]
    if slip.at == 0 or slip.at > len(word) or not (slip.one + slip.other).isalpha():
        return False
    if slip.is_swap or slip.doubles(known):
        return True
    if slip.is_change:
        return len(word) >= _LONGER and slip.at < len(word) - 1
    return len(word) >= _LONG and slip.at < len(word)
