"""What a letter says in words of the data's own: its text, and formulas worded anew."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from hearingkit.dispatch.letter import Letter
from hearingkit.documents.blocks import Block, Heading
from hearingkit.frozen import frozen
from hearingkit.model.wording import Formula, Wording
from hearingkit.source.file import TreePath
from hearingkit.source.site import Site
from hearingkit.texts.text import Text
from hearingkit.values.signs import FORMULA_SIGNS

_OF_HOLDER: Final = 2  # section and id of what holds a text


@frozen
class OwnWords:
    """What the data words itself, in one language.

    Attributes:
        body: The text of the letter; its highest heading has level 1.
        formulas: Those that the hearing, or else its issuer, words; empty where one is dropped.
        in_body: The formulas that the text has a place for.
    """

    body: tuple[Block, ...]
    formulas: Mapping[Formula, tuple[Block, ...]]
    in_body: tuple[Formula, ...]


@frozen
class OwnWording:
    """What the data words itself in one place: a change, a hearing, or an issuer.

    Attributes:
        wording: The formulas that count in the letter.
        site: Of what holds it.
    """

    wording: Wording
    site: Site


def own_wordings(letter: Letter) -> tuple[OwnWording, ...]:
    """Return the wording of the data in a letter; the first that has a formula counts.

    A letter on a change has a subject of its own.
    """
    case = letter.case
    above = (
        OwnWording(letter.hearing.wording, case.site),
        OwnWording(letter.issuer.wording, case.issuer_site),
    )
    if not letter.change:
        return above
    site = case.site.at("changes", len(letter.hearing.changes) - 1)
    others = (replace(one, wording=_without_subject(one.wording)) for one in above)
    return (OwnWording(letter.change.wording, site), *others)


def _without_subject(wording: Wording) -> Wording:
    return {key: said for key, said in wording.items() if key is not Formula.SUBJECT}


def own_words(letter: Letter) -> OwnWords:
    """Return what the data words itself in a letter.

    A heading in a formula is as far below the highest of the text as it is written.
    """
    texts = _texts(letter)
    number = len(letter.hearing.changes)
    own = ("changes", number - 1) if number else ()
    body = texts.get((*own, "body"))
    blocks = body.blocks if body else ()
    above = _highest(blocks) - 1
    wordings = own_wordings(letter)
    ways = {key: ("wording", key) for one in wordings for key in one.wording}
    ways |= {key: (*own, "wording", key) for key in wordings[0].wording}
    formulas = {
        key: _raised(said.blocks, above) if (said := texts.get(way)) else ()  # dropped
        for key, way in ways.items()
    }
    return OwnWords(
        body=_raised(blocks, above),
        formulas=formulas,
        in_body=tuple(key for key, sign in FORMULA_SIGNS.items() if body and sign in body.plain),
    )


def from_level_one(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks with headings whose highest level is 1."""
    return _raised(blocks, _highest(blocks) - 1)


def _highest(blocks: tuple[Block, ...]) -> int:
    return min((block.level for block in blocks if isinstance(block, Heading)), default=1)


def _raised(blocks: tuple[Block, ...], above: int) -> tuple[Block, ...]:
    return tuple(
        replace(block, level=max(block.level - above, 1)) if isinstance(block, Heading) else block
        for block in blocks
    )


def _texts(letter: Letter) -> Mapping[TreePath, Text]:
    """Return the Markdown texts of a language, by the way to each in the hearing or the issuer."""
    readable = [text for text in letter.case.texts if text.role.is_markdown]
    own = [text for text in readable if text.language is letter.language]
    shared = [text for text in readable if text.is_shared]
    return {_way(text): text for text in (*shared, *own)}


def _way(text: Text) -> TreePath:
    """Return the way to a text, without its language."""
    way = text.site.path[_OF_HOLDER:]
    return way[:-1] if way[-1] == text.language.value else way
