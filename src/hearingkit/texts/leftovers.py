"""What a word processor and colleagues leave in a text: merge fields, prompts, errors, remarks.

«OBS» and «NB» are also said to the reader: in round brackets, a remark counts as one between
colleagues only where it speaks of sending the letter out, or asks for a check. Each pattern ends at
a sign it can't hold, so that a text is read in linear time.
"""

import functools
import html
import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from hearingkit.language.asked_words import folded, matches_in, signs_of
from hearingkit.language.word_groups import either
from hearingkit.language.words import Words
from hearingkit.patterns import late_pattern
from hearingkit.texts.line_search import found_in_lines

_MERGE_FIELD: Final = (
    r"«[^\W\d_]+_\w{1,60}»|<<[^\W\d_][\w ]{1,60}>>|\{?[ ]?\bMERGEFIELD\s+\"?\w{1,60}\"?[ ]?\}?"
    r"|(?<!\{)\$?\{[a-zæøå][a-zæøå_.]{2,40}\}(?!\})"  # {dato}, as other programs have them
)
_ENTITY: Final = late_pattern(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_CHECKED_LINK: Final = late_pattern(
    r"https://(?P<host>[\w.-]{0,80}safelinks\.protection\.outlook\.com|statics\.teams\.cdn\.office\.net"
    r"|urldefense\.com|l\.facebook\.com|(?:www\.)?google\.(?:com|dk|no))/"
    r"(?:[^?#\s]{0,200}\?(?:[^&#\s]{0,1000}&){0,20}?(?:url|u|q)=(?P<quoted>https?(?::|%3A)[^&#\s()\[\]<>\"«»”]{1,1000})"
    r"|v3/__(?P<plain>https?://[^\s]{1,1000}?)__;)",
    re.IGNORECASE,
)
_IS_WHOLE: Final = late_pattern(
    r"\A\s*(?:[Tt]b[da]|TBA|[Tt]odo|NN|N\.\s?N\.|…{2,}|\.\.|[-–—]{2,}|_{2,}|\.(?:\s\.)+)\s*\Z"
)
_SIGNS: Final = ("«", "<<", "mergefield", "{", "[", "(")


class LeftoverWords(Words):
    """What is left in a text in words, as patterns.

    Attributes:
        prompt: Where a word processor asks for something.
        errors: What it prints in place of what it doesn't find.
        check: What asks a colleague for a check.
        checked: Beginnings of words for what is to be checked.
        asking: Before whoever is to be asked.
        whether: Before what may be so.
        orders: Other ways to ask a colleague for something.
        sending: Until when: before the letter is sent.
        remarks: How a remark to colleagues begins.
    """

    section = "texts.leftovers"

    prompt: str
    errors: tuple[str, ...]
    check: str
    checked: tuple[str, ...]
    asking: str
    whether: str
    orders: tuple[str, ...]
    sending: str
    remarks: tuple[str, ...]


# «tjek!», «sjekk tallene», «sjekk om det stemmer»
_CHECK: Final = (
    r"%check(?:[ ]?[!?]+|(?: %checked\w{0,6}| %asking [^()\[\]\n\0]{1,30}"
    r"| %whether\b[^()\[\]\n\0]{0,30})[!?]*)"
)
# «husk bilag før udsendelse»
_ORDER: Final = r"%orders\b[^()\[\]\n\0]{0,80}\b%sending\w{0,6}[^()\[\]\n\0]{0,40}"
_LEFT: Final = (
    rf"{_MERGE_FIELD}|\b(?i:%prompt)\b|\b%errors|[(\[](?:{_CHECK}|{_ORDER})[)\]]"
    rf"|\[%remarks[:!][^\[\]\n\0]{{0,120}}\]"
)


def leftovers(text: str) -> Iterator[re.Match[str]]:
    """Yield what was left in a text that was not written for its readers.

    Args:
        text: Prose; addresses may be hidden in it by NUL.
    """
    if whole := _IS_WHOLE.match(text):
        return iter((whole,))
    return found_in_lines(LeftoverWords.pattern(_LEFT), text, _may_hold_some)


def may_hold_leftovers(*texts: str) -> bool:
    """Return whether texts have a sign of a leftover, or one is a leftover: most have none."""
    return _may_hold_some("\n".join(texts)) or any(map(_IS_WHOLE.match, texts))


def _may_hold_some(text: str) -> bool:
    return any(map(folded(text).__contains__, _signs()))


@functools.cache
def _signs() -> tuple[str, ...]:
    """Return signs of which one stands in each leftover that is not all of its text."""
    every = LeftoverWords.of_all()
    said = dict.fromkeys(one for words in every for one in (words.prompt, *words.errors))
    signs, *_ = signs_of(either(f"(?:{one})" for one in said)) or (("",),)
    return (*_SIGNS, *signs)


def checked_links(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield the addresses by way of which a mail program opens links, and where those lead.

    The group ``host`` of a match is who checks the link.
    """
    for found in matches_in(_CHECKED_LINK, text):
        yield found, unquote(found["quoted"] or found["plain"])


def entities(line: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield what stands for a character in the source of a web page, and that character.

    Args:
        line: What is printed; in Markdown as it is written, such a piece is the character itself.
    """
    for found in _ENTITY.finditer(line) if "&" in line else ():
        meant = html.unescape(found[0])
        if meant != found[0]:
            yield found, " " if meant.isspace() else meant
