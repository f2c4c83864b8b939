"""A rule on what comes with text from a word processor."""

import functools
from collections.abc import Iterator, Mapping
from typing import Final

from hearingkit.findings import Severity, limited, standard
from hearingkit.language.language import Language
from hearingkit.model.printed import PrintedText, printed_texts
from hearingkit.model.recipient import Recipient
from hearingkit.rules.recipients.addressees import Addressee
from hearingkit.rules.registry import Breach, also, rule
from hearingkit.texts.pasted import PastedPart, Trace, pasted_parts
from hearingkit.texts.text import Text, Usage, read_text

_MOST_KEPT: Final = 2048  # recipients, of those that many hearings have
_EMPTY_LINE: Final = "line"
_SAYS: Final[Mapping[str, str]] = {
    Trace.QUOTED: "the marks {marks} around this text are printed, as YAML takes away none but "
    'straight quotes; write " instead of both, or nothing',
    Trace.BEGINS: "a no-break space stands before this text and stays there; delete it",
    Trace.ENDS: "a no-break space stands behind this text and stays there; delete it",
    Trace.GAP: "{count} blanks are printed here, as there is a no-break space among them; write "
    "one blank",
    _EMPTY_LINE: "a line here only looks empty: there is a no-break space in it, so that the text "
    "around it is printed as one paragraph; delete that space",
}


@rule(
    "HK715",
    Severity.WARNING,
    says=_SAYS,
    source=standard(
        "YAML 1.2, 7.3 and 6.1: only straight quotes are syntax, and only blanks and tabs space"
    ),
)
def pasted_signs(texts: tuple[Text, ...], lines: tuple[Text, ...]) -> Iterator[Breach]:
    """Signs that a word processor writes by itself are not left where they do harm.

    YAML takes “these marks” for a part of the text, so that they are printed around it. A no-break
    space is right between a number and its unit. At the end of a name it makes another name of it,
    several in a row make a gap, and a line with nothing else does not part two paragraphs.

    Bad:  title: “Plan for parker”
    Good: title: "Plan for parker"
    """
    for text in (*texts, *lines):
        yield from _left_in(text)


@also("HK715")
def pasted_in_a_recipient(
    addressees: tuple[Addressee, ...], language: tuple[Language, ...]
) -> Iterator[Breach]:
    """Yield the same for the names of recipients and all else that is printed of them."""
    for one in addressees:
        for printed in _pasted_in(one.recipient):
            usage = Usage(printed.role, language[0])
            yield from _left_in(read_text(usage, one.site.at(*printed.path), str(printed.words)))


@functools.lru_cache(_MOST_KEPT)  # many hearings share a list
def _pasted_in(recipient: Recipient) -> tuple[PrintedText, ...]:
    """Return the texts of a recipient in which something was left; not its members'."""
    return tuple(
        one
        for one in printed_texts(recipient)
        if one.path[0] != "members" and any(pasted_parts(str(one.words)))
    )


def _left_in(text: Text) -> Iterator[Breach]:
    for part in limited(pasted_parts(text.plain)):
        variant = _variant(text, part)
        place = text.place(part.start, part.end)
        facts: Mapping[str, Mapping[str, object]] = {
            Trace.QUOTED: {"marks": f"{text.plain[0]}…{text.plain[-1]}"},
            Trace.GAP: {"count": part.end - part.start},
        }
        yield Breach(place, facts.get(variant, {}), variant=variant)


def _variant(text: Text, part: PastedPart) -> str:
    """Return which sentence tells of a part: a gap over two line ends was an empty line."""
    first, last = (text.reading.origin[at] for at in (part.start, part.end - 1))
    is_line = part.kind is Trace.GAP and text.filled.text.count("\n", first, last + 1) > 1
    return _EMPTY_LINE if is_line else part.kind
