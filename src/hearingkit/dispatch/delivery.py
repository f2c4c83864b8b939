"""Who gets a letter."""

from hearingkit.frozen import frozen
from hearingkit.language.language import Language
from hearingkit.model.recipient import Member, Recipient
from hearingkit.validation.parties import Party


@frozen
class Delivery:
    """A letter to one recipient, or to a member of one that stands for several.

    Attributes:
        party: The recipient as the letter names it.
        member: Who gets the letter.
        language: Of the letter.
    """

    party: Party
    member: Member
    language: Language

    @property
    def recipient(self) -> Recipient:
        """Return who gets the letter, as described."""
        return self.member.recipient

    @property
    def name(self) -> str:
        """Return its name in the language of the letter."""
        return self.recipient.name_in(self.language)

    @property
    def is_copy(self) -> bool:
        """Return whether the letter is only for information."""
        return self.member.is_copy

    @property
    def collective(self) -> str:
        """Return the name of what it is a member of, in one language for all; empty if of none."""
        within = self.member.within
        return (within[-1].name or "") if within else ""
