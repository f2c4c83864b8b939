"""A case becomes a letter: prose from the templates, the parts around it from typed code."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import jinja2

from hearingkit.dispatch.letter import Letter
from hearingkit.documents.blocks import Block, Document, Image, Paragraph, plain
from hearingkit.frozen import frozen
from hearingkit.language.language import Language
from hearingkit.letters.context import letter_values, placement
from hearingkit.letters.environment import fill
from hearingkit.letters.own_words import from_level_one, own_words
from hearingkit.letters.parts import (
    address,
    attachments,
    inline_recipients,
    references,
    sender,
    signatures,
)
from hearingkit.letters.splice import inlines_of, spliced
from hearingkit.model.labels import SenderSide
from hearingkit.model.recipient import Placement
from hearingkit.model.wording import Formula
from hearingkit.texts.markdown import parse, parse_inline
from hearingkit.values.signs import BODY_SIGN, FORMULA_SIGNS

PARTS = ("addressees", "subject", "prose", "closing", "approval")
_ON_ONE_LINE = {"addressees", "subject"}
_THEIR_REFERENCE = "references.yours"
_BETWEEN = "\0"  # no text of data or of a template holds it


@frozen
class Setting:
    """What a letter needs besides what it says.

    Attributes:
        environment: Of the templates.
        dated: When the document was made, for its properties; UTC.
        logo: The issuer's; None where there is none.
    """

    environment: jinja2.Environment
    dated: dt.datetime
    logo: Image | None = None


def compose(letter: Letter, setting: Setting) -> Document:
    """Return a letter as a document.

    Raises:
        TemplateFault: If a template can't be filled.
    """
    said = prose(letter, setting.environment)
    letter = letter.printed
    return replace(
        from_sender(letter, setting, plain(inlines_of(said["subject"]))),
        recipient=_recipient(letter, said["addressees"]),
        references=references(letter),
        body=from_level_one(said["prose"]),
        signature=signatures(letter, said["closing"], said["approval"]),
        attachments=attachments(letter),
    )


def from_sender(letter: Letter, setting: Setting, title: str) -> Document:
    """Return a document with the sender of a letter and its properties, and no text yet."""
    return Document(
        language=letter.language,
        title=title,
        author=letter.words(letter.issuer.name),
        dated=setting.dated,
        page_label=letter.phrases.page,
        sender=sender(letter, setting.logo),
        draft=letter.phrases.draft if letter.hearing.draft else "",
        sender_on_right=letter.issuer.sender_side is SenderSide.RIGHT,
        link_addresses=letter.issuer.link_addresses,
    )


def addressed(document: Document, letter: Letter) -> Document:
    """Return a letter to all as one to a recipient: the text is the same.

    Args:
        document: The letter to all.
        letter: The same with its printed lines, and the one whom it is addressed to.
    """
    own = letter.to.recipient.their_reference if letter.to else None
    fields = dict(document.fields)
    if own and _THEIR_REFERENCE in fields:
        fields[_THEIR_REFERENCE] = own
    numbers = references(letter) if own else document.references
    return replace(document, recipient=address(letter), references=numbers, fields=fields)


def prose(
    letter: Letter, env: jinja2.Environment, parts: Sequence[str] = PARTS
) -> Mapping[str, tuple[Block, ...]]:
    """Return the parts of the letter that templates word, by name.

    The template is filled with signs that stand for the texts of the data; each is replaced by the
    blocks that were read of that text. A formula that stands in the body is not printed again.

    Args:
        letter: Which letter.
        env: Of the templates.
        parts: Those to fill, of ``PARTS``; in a letter on a change, it says what has changed.

    Raises:
        TemplateFault: If a template can't be filled.
    """
    words = own_words(letter)
    values = letter_values(letter.printed, words)
    template = _Template(env, letter.language, vars(values))
    pieces = {FORMULA_SIGNS[formula]: spliced(said, {}) for formula, said in words.formulas.items()}
    signs = {key: FORMULA_SIGNS[key] if said else "" for key, said in words.formulas.items()}
    built_in = [formula for formula in words.in_body if formula not in words.formulas]
    for name, said in template.filled(built_in, signs, pieces).items():
        pieces[FORMULA_SIGNS[Formula(name)]] = said
    pieces[BODY_SIGN] = spliced(words.body, pieces)
    return template.filled(parts, signs | dict.fromkeys(words.in_body, ""), pieces)


@frozen
class _Template:
    """The template of a letter, and what it may say."""

    environment: jinja2.Environment
    language: Language
    values: Mapping[str, object]

    def filled(
        self,
        parts: Sequence[str],
        signs: Mapping[Formula, str],
        pieces: Mapping[str, tuple[Block, ...]],
    ) -> Mapping[str, tuple[Block, ...]]:
        """Return parts of the letter, by name.

        Args:
            parts: Their names.
            signs: What the template has in place of some formulas.
            pieces: What takes the place of each sign.
        """
        if not parts:
            return {}
        filled = fill(self.environment, self._text(parts, signs), "letter", self.values)
        return {
            part: _spliced(part, markdown, pieces)
            for part, markdown in zip(parts, filled.split(_BETWEEN), strict=True)
        }

    def _text(self, parts: Iterable[str], signs: Mapping[Formula, str]) -> str:
        asked = _BETWEEN.join(f"{{{{ self.{part}() }}}}" for part in parts)
        blocks = "".join(
            f"{{% block {formula} %}}{sign}{{% endblock %}}" for formula, sign in signs.items()
        )
        name = "change" if self.values["change"] else "invitation"
        base = f'{{% extends "{self.language.value}/{name}.md.j2" %}}'
        return f"{base}{{% block letter %}}{asked}{{% endblock %}}{blocks}"


def _spliced(
    part: str, markdown: str, pieces: Mapping[str, tuple[Block, ...]]
) -> tuple[Block, ...]:
    """Return a part of the letter, with the texts of the data in place of their signs."""
    if part not in _ON_ONE_LINE:
        return spliced(parse(markdown), pieces)
    line = inlines_of(spliced((Paragraph(parse_inline(markdown)),), pieces))
    return (Paragraph(line),) if line else ()


def _recipient(letter: Letter, addressees: tuple[Block, ...]) -> tuple[Block, ...]:
    match placement(letter.hearing):
        case Placement.ENCLOSED:
            return addressees
        case Placement.INLINE:
            return inline_recipients(letter)
        case Placement.NONE:
            return ()
