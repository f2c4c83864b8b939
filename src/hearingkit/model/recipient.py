"""Who a hearing is sent to: recipients, groups under a heading, lists by name."""

import enum
from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar, Final

from pydantic import Discriminator, Field, Tag

from hearingkit.frozen import frozen
from hearingkit.language.language import Language
from hearingkit.model.addresses import Emails, PostalLines
from hearingkit.model.base import Value
from hearingkit.model.text import (
    Flag,
    Line,
    LineIn,
    OneLine,
    Reference,
    Unprinted,
    in_language,
)
from hearingkit.source.file import TreePath
from hearingkit.texts.roles import Printed, Role


class NamingValue(Value):
    """A value that names recipients: what is printed of it is data, and stands in no sentence."""


class Recipient(NamingValue):
    """A consultation party; its name is data, never translated."""

    shorthand: ClassVar[str] = "name"

    name: Annotated[Line, Printed(Role.NAME)] = Field(description="as it is printed")
    email: Emails = Field((), description="one mailbox or several; none gets no mail")
    attention: Annotated[Line | None, Printed(Role.NAME)] = Field(
        None, description="a unit or a person inside the body"
    )
    phone: Line | None = Field(None, description="a telephone number, for the caseworker")
    address: PostalLines = Field((), description="the postal address")
    org_number: Line | None = Field(None, description="CVR or organisasjonsnummer")
    their_reference: Line | None = Field(None, description="its own case number, in its letter")
    language: Language | None = Field(None, description="of the letter that it gets")
    is_copy: Flag = Field(default=False, alias="copy", description="gets it for information")
    members: "tuple[Recipient, ...]" = Field((), description="who a collective stands for")

    def name_in(self, language: Language) -> str:  # noqa: ARG002 (a party of the register needs it)
        """Return the name as it is printed in a language."""
        return self.name


class TranslatedRecipient(Recipient):
    """A recipient that may be called otherwise in other languages."""

    translated: LineIn | None = Field(
        None, alias="name_in", description="the name in other languages, where it has one there"
    )

    def name_in(self, language: Language) -> str:
        """Return the name as it is printed in a language."""
        return (in_language(self.translated, language) if self.translated else "") or self.name


class RecipientGroup(Value):
    """Recipients under a heading."""

    heading: Line = Field(description="printed above them")
    entries: "tuple[Entry, ...]" = Field(description="recipients, lists, groups under it")


class _SeveralParties(NamingValue):
    """What several recipients are taken from, but for those excepted."""

    excluded: tuple[Unprinted, ...] = Field(
        (), alias="except", description="names to leave out, or ids of parties"
    )
    collective: Annotated[OneLine | None, Printed(Role.NAME)] = Field(
        None,
        alias="as",
        description="one name that is printed for all: Kommunane; or one in each language",
    )


class ListReference(_SeveralParties):
    """All of a recipient list, but for the names excepted."""

    list_id: Reference = Field(alias="list", description="the id of a recipient list")


class GroupReference(_SeveralParties):
    """All parties of a group, but for those excepted and those that others have replaced."""

    group: Reference = Field(description="a group that parties name under their groups")


class PartyReference(NamingValue):
    """A party of the register; what is said of it here counts in place of what stands there."""

    party_id: Reference = Field(alias="party", description="the id of a party")
    attention: Annotated[Line | None, Printed(Role.NAME)] = Field(
        None, description="a unit or a person inside the body"
    )
    their_reference: Line | None = Field(None, description="its own case number, in its letter")
    language: Language | None = Field(None, description="of the letter that it gets")
    is_copy: Flag = Field(default=False, alias="copy", description="gets it for information")


KIND_KEYS: Final = ("list", "group", "party", "heading")
"""The keys of an entry that tell what it is, where it is no recipient itself."""
RECIPIENT_TAG: Final = "<recipient>"
"""What stands in the way to a fault of an entry that has none of these keys."""


def _kind_of_reference(given: object) -> str:
    match given:
        case ListReference():
            return "<list>"
        case GroupReference():
            return "<group>"
        case PartyReference():
            return "<party>"
        case Mapping() if found := [key for key in ("list", "group", "party") if key in given]:
            return f"<{found[0]}>"
        case _:
            return RECIPIENT_TAG


def _kind_of_entry(given: object) -> str:
    match given:
        case RecipientGroup():
            return "<heading>"
        case Mapping() if "heading" in given or "entries" in given:
            return "<heading>"
        case _:
            return _kind_of_reference(given)


Addressed = Annotated[
    Annotated[Recipient, Tag("<recipient>")]
    | Annotated[ListReference, Tag("<list>")]
    | Annotated[GroupReference, Tag("<group>")]
    | Annotated[PartyReference, Tag("<party>")],
    Discriminator(_kind_of_reference),
]
"""What names recipients without a heading of its own."""
Entry = Annotated[
    Annotated[Recipient, Tag("<recipient>")]
    | Annotated[RecipientGroup, Tag("<heading>")]
    | Annotated[ListReference, Tag("<list>")]
    | Annotated[GroupReference, Tag("<group>")]
    | Annotated[PartyReference, Tag("<party>")],
    Discriminator(_kind_of_entry),
]
"""What may stand in a list of recipients."""


class Placement(enum.StrEnum):
    """Where the recipients are printed.

    Attributes:
        ENCLOSED: On a list of its own that goes with the letter.
        INLINE: In the letter itself.
        NONE: Nowhere; there is only the mailing list.
    """

    ENCLOSED = "enclosed"
    INLINE = "inline"
    NONE = "none"


class Order(enum.StrEnum):
    """In which order the recipients are printed.

    Attributes:
        AS_GIVEN: As they stand in the data.
        ALPHABETICAL: By name under each heading, æ, ø and å at the end.
    """

    AS_GIVEN = "as-given"
    ALPHABETICAL = "alphabetical"


class Recipients(Value):
    """A hearing's recipients, and how the letter shows them."""

    placement: Placement = Field(
        Placement.ENCLOSED, description="enclosed list, inline in the letter, or not printed"
    )
    order: Order = Field(Order.AS_GIVEN, description="in which order they are printed")
    entries: tuple[Entry, ...] = Field(description="recipients, lists, groups under a heading")


RecipientGroup.model_rebuild()


@frozen
class PlacedEntry:
    """An entry of a list.

    Attributes:
        entry: As described; what is at fault in it is None.
        path: The way to it from the list.
        headings: Those that it stands under, outermost first.
    """

    entry: Entry
    path: TreePath
    headings: tuple[str, ...]


def placed_entries(
    entries: tuple[Entry, ...] | None,
    path: TreePath = (),
    headings: tuple[str, ...] = (),
    *,
    without: type[NamingValue] | None = None,
) -> Iterator[PlacedEntry]:
    """Yield the entries of a list, and those of each group after it; lists are not resolved.

    Args:
        entries: As described; None where they are at fault.
        path: The way to them.
        headings: Those that they stand under.
        without: Entries of this class are left out.
    """
    for number, entry in enumerate(entries or ()):
        if without and isinstance(entry, without):
            continue
        here = (*path, number)
        yield PlacedEntry(entry, here, headings)
        if isinstance(entry, RecipientGroup):
            below = (*headings, *((entry.heading,) if entry.heading else ()))
            yield from placed_entries(entry.entries, (*here, "entries"), below, without=without)


def referred_lists(entries: tuple[Entry, ...] | None) -> Iterator[str]:
    """Yield the ids of the lists that entries refer to, but for those at fault."""
    for placed in placed_entries(entries, without=Recipient):
        if isinstance(placed.entry, ListReference) and placed.entry.list_id is not None:
            yield placed.entry.list_id


@frozen
class Member:
    """A recipient, alone or as a member of a collective.

    Attributes:
        recipient: As described.
        path: The way to it from the outermost collective.
        within: The collectives that it is a member of, outermost first.
    """

    recipient: Recipient
    path: TreePath = ()
    within: tuple[Recipient, ...] = ()

    @property
    def is_copy(self) -> bool:
        """Return whether it gets the letter only for information, alone or with a collective."""
        return any(one.is_copy for one in (*self.within, self.recipient))

    @property
    def language(self) -> Language | None:
        """Return the language of the letter that it gets, or of those that its collective gets."""
        languages = (one.language for one in (self.recipient, *reversed(self.within)))
        return next(filter(None, languages), None)

    def with_members(self) -> Iterator["Member"]:
        """Yield it, its members and theirs, each before its own."""
        yield self
        for number, member in enumerate(self.recipient.members):
            path, within = (*self.path, "members", number), (*self.within, self.recipient)
            yield from Member(member, path, within).with_members()
