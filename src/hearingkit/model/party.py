"""A party of the register: a body that hearings are sent to again and again."""

from typing import ClassVar

from pydantic import Field

from hearingkit.calendars.country import Country
from hearingkit.language.language import Language
from hearingkit.model.addresses import Email
from hearingkit.model.base import Value
from hearingkit.model.recipient import TranslatedRecipient
from hearingkit.model.text import Day, Id, Line, OneLine, Reference, in_language


class OtherMailbox(Value):
    """A mailbox, and what it is for."""

    shorthand: ClassVar[str] = "email"

    email: Email = Field(description="the mailbox")
    purpose: Line | None = Field(None, description="what it is for: invoices, the press")


class RegisteredParty(TranslatedRecipient):
    """A body that hearings are sent to, with all that an office keeps of it."""

    short_name: OneLine | None = Field(None, description="the name in running text")
    former_names: tuple[Line, ...] = Field((), description="names that it had before")
    mailboxes: tuple[OtherMailbox, ...] = Field(
        (), description="other mailboxes of it, to which no letter goes"
    )
    ean: Line | None = Field(None, description="EAN/GLN, 13 digits")
    digital_post: Line | None = Field(
        None, description="the CVR number that Digital Post finds it by, where it is another"
    )
    eformidling: Line | None = Field(
        None, description="its address in eFormidling, where it is another: 0192:987654325"
    )
    country: Country | None = Field(None, description="where it is at home")
    groups: tuple[Id, ...] = Field((), description="the groups that it is one of")
    verified: Day | None = Field(None, description="the day on which all this was last looked up")
    replaced_by: Reference | None = Field(
        None, description="the id of the party that has taken its place"
    )

    @property
    def names(self) -> tuple[str, ...]:
        """Return what it is called today, in every language: names, then short names."""
        texts = (self.name, self.translated, self.short_name)
        found = (in_language(text, language) for text in texts if text for language in Language)
        return tuple(dict.fromkeys(filter(None, found)))
