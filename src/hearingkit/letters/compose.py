"""A case becomes a letter: prose from the templates, the parts around it from typed code."""

import datetime as dt
import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import jinja2
from markupsafe import Markup

from hearingkit.documents.blocks import Block, Document, Heading, Image, Paragraph, plain
from hearingkit.language.language import Language
from hearingkit.language.phrasebook import phrases
from hearingkit.letters.context import letter_values
from hearingkit.letters.environment import fill, template
from hearingkit.letters.names import fill_names
from hearingkit.letters.parts import attachments, inline_recipients, references, sender, signatures
from hearingkit.model.recipient import Placement
from hearingkit.model.text import in_language
from hearingkit.texts.markdown import parse, parse_inline
from hearingkit.validation.book import Case

_PARTS = ("addressees", "subject", "prose", "closing", "approval")
_BETWEEN = "\0"  # no text of data or of a template holds it
_OWN = "own_"


@dataclass(frozen=True, slots=True)
class Setting:
    """What a letter needs besides the case.

    Attributes:
        environment: Of the templates.
        dated: When the document was made, for its properties; UTC.
        logo: The issuer's; None where there is none.
    """

    environment: jinja2.Environment
    dated: dt.datetime
    logo: Image | None = None


def compose(case: Case, language: Language, setting: Setting) -> Document:
    """Return the letter of a case in a language.

    Raises:
        TemplateFault: If a template or a formula of the data can't be filled.
    """
    said = prose(case, language, setting.environment)
    return Document(
        language=language,
        title=plain(parse_inline(said["subject"])),
        author=in_language(case.issuer.name, language),
        dated=setting.dated,
        page_label=phrases(language).page,
        sender=sender(case, language, setting.logo),
        recipient=_recipient(case, language, said["addressees"]),
        references=references(case, language),
        body=_from_level_one(parse(said["prose"])),
        signature=signatures(case, language, said["closing"], said["approval"]),
        attachments=attachments(case, language),
    )


@functools.lru_cache(maxsize=1)  # the list of recipients asks for it after the letter
def prose(case: Case, language: Language, env: jinja2.Environment) -> Mapping[str, str]:
    """Return the parts of the letter that templates word, as Markdown, by name.

    Raises:
        TemplateFault: If a template or a formula of the data can't be filled.
    """
    values = letter_values(case, language).by_name()
    formulas = dict(_own_formulas(case, language, values))
    letter = template(env, _with_formulas(language, formulas), "letter")
    parts = fill(letter, {**values, **formulas}).split(_BETWEEN)
    return MappingProxyType(dict(zip(_PARTS, parts, strict=True)))


def _own_formulas(
    case: Case, language: Language, values: Mapping[str, object]
) -> Iterator[tuple[str, Markup]]:
    """Yield the formulas that the hearing, or else its issuer, words its own way, filled."""
    own = {**case.issuer.wording, **case.hearing.wording}
    for formula, passage in own.items():
        text = in_language(passage, language) if passage else ""
        filled = fill_names(text, values, f"wording/{formula.value}")
        yield f"{_OWN}{formula.value}", Markup(filled)  # noqa: S704 (it marks Markdown here)


def _with_formulas(language: Language, formulas: Iterable[str]) -> str:
    """Return a template of all parts, with formulas of the data's own in place."""
    parts = _BETWEEN.join(f"{{{{ self.{part}() }}}}" for part in _PARTS)
    blocks = "".join(
        f"{{% block {name.removeprefix(_OWN)} %}}{{{{ {name} }}}}{{% endblock %}}"
        for name in formulas
    )
    base = f'{{% extends "{language.value}/invitation.md.j2" %}}'
    return f"{base}{{% block letter %}}{parts}{{% endblock %}}{blocks}"


def _from_level_one(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks with headings whose highest level is 1, whatever the text begins with."""
    levels = [block.level for block in blocks if isinstance(block, Heading)]
    above = min(levels, default=1) - 1
    return tuple(
        Heading(block.level - above, block.inlines) if isinstance(block, Heading) else block
        for block in blocks
    )


def _recipient(case: Case, language: Language, addressees: str) -> tuple[Block, ...]:
    match case.hearing.recipients.placement:
        case Placement.ENCLOSED:
            line = parse_inline(addressees)
            return (Paragraph(line),) if line else ()
        case Placement.INLINE:
            return inline_recipients(case, language)
        case Placement.NONE:
            return ()
