"""Words around the text of a letter: labels, and what a draft is called."""

import enum
import functools
from dataclasses import dataclass
from typing import ClassVar

import yaml
from pydantic import BaseModel, ConfigDict

from hearingkit.assets import templates_dir
from hearingkit.language.language import Language


class SignatureStyle(enum.StrEnum):
    """Where the issuer's name stands among the signatures."""

    EACH = "each"
    ABOVE = "above"


@dataclass(frozen=True)
class Draft:
    """What the thing heard is called in running text.

    Attributes:
        a_draft: Before its title: «et udkast til»; may be empty.
        the_draft: For short: «udkastet».
        the_draft_of: With what it is: «udkastet til anbefalingerne».
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    a_draft: str
    the_draft: str
    the_draft_of: str


class Phrases(BaseModel):
    """The phrases of one language; a label has its colon."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    page: str
    to: str
    recipient_list: str
    attention: str
    visiting: str
    yours: str
    ours: str
    document: str
    archive_code: str
    date: str
    decided: str
    published: str
    caseworker: str
    phone: str
    org_number: str
    ean: str
    enclosures: str
    copy_to: str
    signature_names_issuer: SignatureStyle
    drafts: dict[str, Draft]


@functools.cache
def phrases(language: Language) -> Phrases:
    """Return the phrases of a language."""
    text = (templates_dir() / "phrases" / f"{language.value}.yaml").read_text("utf-8")
    # BaseLoader leaves every word a text: no «Nei» becomes False.
    return Phrases.model_validate(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506
