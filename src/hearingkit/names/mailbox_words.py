"""Find slips in the words and domains that many addresses consist of.

A slip counts only if it does not make another word: kontrakt and konto are not misspelt kontakt and
kontor. An extra letter at the end is usually an ending (kommunen), and the first letter is seldom
wrong.
"""

import functools
from typing import Final
from urllib.parse import urlsplit

from hearingkit.language.slips import Slip, slip_between
from hearingkit.language.words import Words
from hearingkit.patterns import late_pattern

_DOMAINS: Final = (
    *("kommune.no", "statsforvalteren.no", "statsforvaltaren.no", "politiet.no", "domstol.no"),
    *("domstol.dk", "regionsjaelland.dk", "gmail.com", "hotmail.com", "hotmail.no", "hotmail.dk"),
    *("outlook.com", "icloud.com", "online.no"),
)
_LONG: Final = 6  # letters of a word that a letter too few or too many leaves itself
_LONGER: Final = 8  # the same, where a letter stands for another
_WORD: Final = late_pattern(r"[^\W\d_]+")


class MailboxWords(Words):
    """Words of which the part before the @ is made.

    Attributes:
        known: Those that many addresses have.
        others: Words of other meaning that are a slip away from one.
    """

    section = "names.mailbox_words"

    known: tuple[str, ...]
    others: frozenset[str]


def meant_local_part(local_part: str, body: str) -> str:
    """Return the correct form of a misspelt part before the @; empty if no slip is found.

    Args:
        local_part: The part before the @ of an address.
        body: The body's name and domain; a word that is also in it is no slip.
    """
    for found in _WORD.finditer(local_part.casefold()):
        meant = _meant_word(found[0])
        if meant and found[0] not in body.casefold():
            return local_part[: found.start()] + meant + local_part[found.end() :]
    return ""


@functools.lru_cache(maxsize=512)
def meant_domain(domain: str) -> str:
    """Return the correct form of a misspelt domain; empty if no slip is found."""
    *below, name, top = domain.casefold().split(".")
    meant = _meant(f"{name}.{top}", _DOMAINS)
    return ".".join((*below, meant)) if meant else ""


def without_case(address: str) -> str:
    """Return an address in small letters; the same text where it is so already.

    A list has 100,000 of them, which are held twice otherwise.
    """
    folded = address.casefold()
    return address if address == folded else folded


@functools.lru_cache(maxsize=512)
def shared_domain(address: str) -> str:
    """Return the part of an address that several bodies may have in common, as kommune.no.

    Args:
        address: A mailbox, a domain, or a page with its ``https://``.
    """
    host = urlsplit(address).hostname or "" if "://" in address else address.rpartition("@")[2]
    return ".".join(host.casefold().split(".")[-2:])


@functools.lru_cache(maxsize=512)
def _meant_word(word: str) -> str:
    words = MailboxWords.of_any()
    return "" if word in words.others else _meant(word, words.known)


def _meant(text: str, known: tuple[str, ...]) -> str:
    if text in known:
        return ""
    alike = (one for one in known if one[0] == text[:1])  # the first letter is seldom wrong
    slips = ((one, slip_between(one, text)) for one in alike)
    return next((one for one, slip in slips if slip and _is_sure(slip, one)), "")


def _is_sure(slip: Slip, known: str) -> bool:
    """Return whether a slip in a known text does not make another word."""
    word = known.partition(".")[0]
    if slip.at == 0 or slip.at > len(word) or not (slip.one + slip.other).isalpha():
        return False
    if slip.is_swap or slip.doubles(known):
        return True
    if slip.is_change:
        return len(word) >= _LONGER and slip.at < len(word) - 1
    return len(word) >= _LONG and slip.at < len(word)
