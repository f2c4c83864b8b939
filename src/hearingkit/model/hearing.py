"""A hearing as a caseworker describes it."""

import enum
from typing import Annotated, ClassVar, Self

from pydantic import BeforeValidator, Field, model_validator

from hearingkit.language.language import Language
from hearingkit.model.addresses import Email, WebAddress
from hearingkit.model.base import Value, fault
from hearingkit.model.recipient import Recipient, Recipients
from hearingkit.model.submission import Address, Contact, UnitReference
from hearingkit.model.text import (
    Day,
    DayOrMoment,
    Flag,
    Line,
    MaybeEmpty,
    Passage,
    Reference,
    Words,
)
from hearingkit.model.wording import Wording


class HearingKind(enum.StrEnum):
    """What is heard; the period and the wording follow from it."""

    BILL = "bill"
    ACT = "act"
    REGULATION = "regulation"
    GUIDANCE = "guidance"
    RECOMMENDATION = "recommendation"
    PLAN = "plan"
    LOCAL_PLAN = "local-plan"
    REPORT = "report"
    OTHER = "other"


class References(Value):
    """Case numbers; an empty text prints the label alone, an absent one prints nothing."""

    ours: MaybeEmpty | None = None
    yours: MaybeEmpty | None = None
    document: MaybeEmpty | None = Field(None, description="the document's number")
    archive_code: MaybeEmpty | None = None


class Origin(Value):
    """Whose hearing it is, where the issuer passes on another's."""

    name: Line
    deadline: DayOrMoment | None = Field(None, description="the principal's own deadline")
    url: WebAddress | None = Field(None, description="where the principal shows the hearing")


class Section(Value):
    """A part of a web site."""

    shorthand: ClassVar[str] = "name"

    name: Words
    url: WebAddress | None = None


class Portal(Value):
    """Where the hearing is published."""

    name: Words
    url: WebAddress
    section: Section | None = Field(None, description="where on the site it is found")


class Enclosure(Value):
    """A document that goes with the letter."""

    shorthand: ClassVar[str] = "title"

    title: Words
    file: Line | None = Field(None, description="relative to this file")
    url: WebAddress | None = None


class Signatory(Value):
    """Who signs; all is optional, but something must stand."""

    name: Line | None = None
    title: Words | None = None
    unit: UnitReference | None = None
    mark: Line | None = Field(None, description="e.f.: signs on somebody's behalf")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.name or self.title or self.unit):
            raise fault("nothing_said")
        return self


class Caseworker(Value):
    """Who handles the case."""

    shorthand: ClassVar[str] = "name"

    name: Line
    title: Words | None = None
    phone: Line | None = None
    email: Email | None = None


class Meeting(Value):
    """A public meeting about the hearing."""

    starts: DayOrMoment
    place: Words | None = None
    url: WebAddress | None = Field(None, description="where it is held, or told about, on the web")
    sign_up_by: DayOrMoment | None = None
    sign_up_to: Address | None = None


def _as_list(given: object) -> object:
    return [given] if isinstance(given, str) else given


def _as_recipients(given: object) -> object:
    return {"entries": given} if isinstance(given, list) else given


class Hearing(Value):
    """A public hearing: all that its letters and lists are made of."""

    language: Annotated[tuple[Language, ...], Field(min_length=1), BeforeValidator(_as_list)] = (
        Field(description="da, nb or nn, or a list: one letter each")
    )
    issuer: Reference = Field(description="the id of an issuer")
    unit: UnitReference | None = Field(None, description="the unit that sends it")
    on_behalf_of: Line | None = Field(None, description="the principal that the issuer writes for")
    kind: HearingKind
    title: Words = Field(description="the name of what is heard")
    sent: Day | None = Field(None, description="the day of the letter")
    decided: Day | None = Field(None, description="the day of the decision to hear")
    published: Day | None = None
    in_force: Day | None = Field(None, description="when it is planned to enter into force")
    references: References = References()
    deadline: DayOrMoment = Field(description="the last day for answers, optionally a time")
    short_notice_reason: Words | None = Field(
        None, description="why the period is short: printed, and turns its warnings off"
    )
    origin: Origin | None = None
    handled_by: Line | None = Field(None, description="the body that decides on the answer")
    recipients: Annotated[Recipients, BeforeValidator(_as_recipients)]
    submission: Contact
    questions: Contact | None = None
    portal: Portal | None = None
    open_to_all: Flag = Field(default=False, description="say that everybody may answer")
    publish_answers: Flag = Field(default=False, description="say that answers are published")
    electronically_approved: Flag = Field(
        default=False, description="say that it is approved without a signature"
    )
    body: Passage | None = Field(None, description="the text, in Markdown")
    wording: Wording = Field(default_factory=dict, description="formulas replaced or dropped")
    enclosures: tuple[Enclosure, ...] = ()
    copy_to: tuple[Recipient, ...] = ()
    caseworker: Caseworker | None = None
    meeting: Meeting | None = None
    mark_replies: Words | None = Field(None, description="what answers are to be marked with")
    reply_template: Enclosure | None = None
    signatories: tuple[Signatory, ...] = ()
    accept: dict[str, Line] = Field(
        default_factory=dict, description="codes of warnings accepted, each with its reason"
    )
