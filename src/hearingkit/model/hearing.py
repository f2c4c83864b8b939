"""A hearing as a caseworker describes it."""

import datetime as dt
import enum
from typing import Annotated, Any, ClassVar, Final, Self, TypeVar

from pydantic import BeforeValidator, ConfigDict, Field, model_validator

from hearingkit.language.language import Language
from hearingkit.model import json_types
from hearingkit.model.addresses import Email, WebAddress
from hearingkit.model.base import Checked, Value, error_of, value_fault
from hearingkit.model.changes import AnyChange, deadline_of
from hearingkit.model.enclosure import Enclosure
from hearingkit.model.labels import LABELLED, AddressAs, IssuerLine, Labels
from hearingkit.model.letter_kinds import LetterKind
from hearingkit.model.recipient import Addressed, Entry, Recipients
from hearingkit.model.submission import Address, Contact, UnitReference
from hearingkit.model.text import (
    BodyText,
    Day,
    DayOrMoment,
    Flag,
    Line,
    MaybeEmpty,
    Moment,
    OneLine,
    Reference,
    TimeOrMoment,
    Unprinted,
)
from hearingkit.model.wording import REPLACED, Wording
from hearingkit.source.file import TreePath
from hearingkit.texts.roles import Printed, Role


class HearingKind(enum.StrEnum):
    """What is heard; the period and the wording follow from it.

    Attributes:
        BILL: A law that the government proposes.
        ACT: A law, where its text itself is heard.
        REGULATION: A regulation, a bekendtgørelse, a forskrift.
        GUIDANCE: Guidance, a manual: a vejledning, a veileder.
        GUIDELINE: A guideline, of professionals say: a retningslinje.
        CIRCULAR: A cirkulære, a rundskriv.
        RECOMMENDATION: Recommendations that bind nobody.
        PLAN: A municipal, regional or national plan.
        LOCAL_PLAN: A lokalplan, a reguleringsplan.
        PLANNING_PROGRAMME: What a plan will look into: a planprogram.
        CALL_FOR_IDEAS: What is asked before a plan is drawn: an indkaldelse af idéer.
        PROTECTION_PLAN: The protection of nature or of monuments: a fredning, a verneplan.
        REPORT: A report, a study.
        INQUIRY: An official inquiry: a betænkning, a NOU.
        STRATEGY: A strategy, a policy.
        PERMIT: A permit or a dispensation, heard with parties or neighbours.
        LICENCE: A licence for water power, roads, fish farms and the like: a konsesjon.
        ENVIRONMENTAL_ASSESSMENT: Of a plan or a project: a VVM, a konsekvensutredning.
        CLOSURE: The closing of a school or another service, or a new structure of them.
        FEES: Fees, charges, rates.
        STATUTES: The statutes of a body: its vedtægter, its vedtekter.
        EU_PROPOSAL: A regulation or directive that the Commission proposes.
        OTHER: Anything else.
    """

    BILL = "bill"
    ACT = "act"
    REGULATION = "regulation"
    GUIDANCE = "guidance"
    GUIDELINE = "guideline"
    CIRCULAR = "circular"
    RECOMMENDATION = "recommendation"
    PLAN = "plan"
    LOCAL_PLAN = "local-plan"
    PLANNING_PROGRAMME = "planning-programme"
    CALL_FOR_IDEAS = "call-for-ideas"
    PROTECTION_PLAN = "protection-plan"
    REPORT = "report"
    INQUIRY = "inquiry"
    STRATEGY = "strategy"
    PERMIT = "permit"
    LICENCE = "licence"
    ENVIRONMENTAL_ASSESSMENT = "environmental-assessment"
    CLOSURE = "closure"
    FEES = "fees"
    STATUTES = "statutes"
    EU_PROPOSAL = "eu-proposal"
    OTHER = "other"


LAWS: Final = frozenset({HearingKind.BILL, HearingKind.ACT})
"""What is heard is a draft of either."""
RULES_OF_LAW: Final = LAWS | {HearingKind.REGULATION}
ADVICE: Final = frozenset(
    {
        HearingKind.GUIDANCE,
        HearingKind.GUIDELINE,
        HearingKind.CIRCULAR,
        HearingKind.RECOMMENDATION,
    }
)
"""What tells how rules are understood, or what is good practice."""


class References(Value):
    """Case numbers; an empty text prints the label alone, an absent one prints nothing."""

    ours: MaybeEmpty | None = Field(None, description="the issuer's case number")
    yours: MaybeEmpty | None = Field(None, description="the recipient's case number")
    document: MaybeEmpty | None = Field(None, description="the document's number")
    archive_code: MaybeEmpty | None = Field(None, description="the code that it is filed under")
    more: dict[Line, MaybeEmpty] = Field(
        default_factory=dict, description="any others, by their labels: Plan-ID"
    )

    @property
    def of_others(self) -> tuple[str | None, ...]:
        """Return all but the issuer's own case number, as far as they are given."""
        return (self.yours, self.document, self.archive_code, *self.more.values())


class Origin(Value):
    """Whose hearing it is, where the issuer passes on another's."""

    name: Annotated[Line, Printed(Role.NAME)] = Field(description="the principal, who asked first")
    deadline: DayOrMoment | None = Field(None, description="the principal's own deadline")
    url: WebAddress | None = Field(None, description="where the principal shows the hearing")


class Section(Value):
    """A part of a web site."""

    shorthand: ClassVar[str] = "name"

    name: OneLine = Field(description="as the site calls it")
    url: WebAddress | None = Field(None, description="the address of that part")


class Noun(Value):
    """What sentences call what is heard, where its kind has no words for it."""

    indefinite: Annotated[OneLine, Printed(Role.LINE)] = Field(
        description="before the title: et udkast til aftalen"
    )
    definite: Annotated[OneLine, Printed(Role.LINE)] = Field(description="for short: aftalen")
    of: Annotated[OneLine | None, Printed(Role.LINE)] = Field(
        None, description="in full, where that is another: udkastet til aftalen"
    )


class Portal(Value):
    """Where the hearing is published."""

    name: OneLine = Field(description="what the site is called in the letter")
    url: WebAddress = Field(description="the address of the site")
    section: Section | None = Field(None, description="where on the site it is found")


class Signatory(Value):
    """Who signs; all is optional, but something must stand."""

    model_config = ConfigDict(
        json_schema_extra={"anyOf": [{"required": [key]} for key in ("name", "title", "unit")]}
    )

    name: Annotated[Line | None, Printed(Role.NAME)] = Field(
        None, description="the name below the letter"
    )
    title: Annotated[OneLine | None, Printed(Role.JOB)] = Field(
        None, description="the title below the name"
    )
    unit: UnitReference | None = Field(None, description="the unit below the title")
    mark: Line | None = Field(None, description="e.f.: signs on somebody's behalf")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.name or self.title or self.unit):
            raise value_fault("HK109", "nothing_said")
        return self


class Caseworker(Value):
    """Who handles the case."""

    shorthand: ClassVar[str] = "name"

    name: Annotated[Line, Printed(Role.NAME)] = Field(description="as it is printed")
    title: Annotated[OneLine | None, Printed(Role.JOB)] = Field(
        None, description="the title, or where in the house"
    )
    phone: Line | None = Field(None, description="a telephone number")
    email: Email | None = Field(None, description="a mailbox")


class Meeting(Value):
    """A public meeting about the hearing."""

    starts: DayOrMoment = Field(description="the day, optionally the time")
    ends: TimeOrMoment | None = Field(None, description="the time at which it ends")
    place: OneLine | None = Field(None, description="where it is held")
    digital: Flag = Field(default=False, description="it is held on the web, at its url")
    url: WebAddress | None = Field(None, description="where it is held, or described, on the web")
    sign_up_by: DayOrMoment | None = Field(None, description="the last day to sign up")
    sign_up_to: Address | None = Field(None, description="where to sign up")


T = TypeVar("T")


def _as_list(given: object) -> object:
    return [given] if isinstance(given, str) else given


def _each_once(chosen: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(chosen))


def _as_recipients(given: object) -> object:
    if isinstance(given, str):
        raise error_of("tuple_type")
    return {"entries": given} if isinstance(given, list) else given


Languages = Annotated[
    tuple[Language, ...],
    Field(min_length=1),
    Checked(_each_once),
    BeforeValidator(
        _as_list,
        json_schema_input_type=Language | Annotated[tuple[Language, ...], Field(min_length=1)],
    ),
]
"""One language or several."""
Kinds = Annotated[
    tuple[HearingKind, ...],
    Field(min_length=1),
    Checked(_each_once),
    BeforeValidator(
        _as_list,
        json_schema_input_type=HearingKind
        | Annotated[tuple[HearingKind, ...], Field(min_length=1)],
    ),
]
"""One kind, or several that are heard at once; the first leads."""
RecipientsOrEntries = Annotated[
    Recipients,
    BeforeValidator(_as_recipients, json_schema_input_type=Recipients | tuple[Entry, ...]),
]
"""A list of entries is enough."""


_NO_DAY: Final = dt.date(1980, 1, 1)  # of a draft without one; Word files know no earlier day
NEEDED: Final = ("language", "issuer", "kind")
"""The keys that a draft too must have: nothing can be written without them."""


def _asks_less_of_drafts(schema: dict[str, Any]) -> None:
    others = [key for key in schema["required"] if key not in NEEDED]
    schema["required"] = [*NEEDED]
    schema["if"] = {"required": ["draft"], "properties": {"draft": json_types.SET}}
    schema["else"] = {"required": others}


_ENDS: Final = frozenset({LetterKind.CANCELLATION, LetterKind.RESULT})
_OF_STATE: Final = _ENDS | {LetterKind.RENEWED, LetterKind.SUPPLEMENTARY}


class Hearing(Value):
    """A public hearing: all that its letters and lists are made of."""

    model_config = ConfigDict(json_schema_extra=_asks_less_of_drafts)

    language: Languages = Field(description=f"{', '.join(Language)}, or a list: one letter each")
    issuer: Reference = Field(description="the id of an issuer")
    unit: UnitReference | None = Field(None, description="the unit that sends it")
    on_behalf_of: Annotated[Line | None, Printed(Role.NAME)] = Field(
        None, description="the principal that the issuer writes for"
    )
    kinds: Kinds = Field(
        alias="kind",
        description="what is heard, or a list; periods and wording follow from it",
    )
    noun: Noun | None = Field(None, description="what sentences call it, if its kind won't do")
    title: Annotated[OneLine, Printed(Role.TITLE)] = Field(description="the name of what is heard")
    sent: Day | None = Field(None, description="the day of the letter")
    decided: Day | None = Field(None, description="the day of the decision to hear")
    published: Day | None = Field(None, description="the day on which it is made public")
    in_force: Day | None = Field(None, description="when it is planned to enter into force")
    references: References = Field(References(), description="case numbers")
    deadline: DayOrMoment = Field(
        description="the last day for answers, optionally a time; changes may set a later one"
    )
    changes: tuple[AnyChange, ...] = Field(
        (), description="what happened since: each is reported in a letter of its own"
    )
    closed: Flag = Field(default=False, description="the hearing is over")
    draft: Flag = Field(
        default=False, description="not ready to be sent: what is missing is no error yet"
    )
    short_notice_reason: Annotated[OneLine | None, Printed(Role.REASON)] = Field(
        None, description="why the period is short: printed, and turns its warnings off"
    )
    origin: Origin | None = Field(None, description="whose hearing it is that is passed on")
    handled_by: Annotated[Line | None, Printed(Role.NAME)] = Field(
        None, description="the body that decides on the answer"
    )
    recipients: RecipientsOrEntries = Field(description="who it is sent to; a list is enough")
    submission: Contact = Field(description="where answers go")
    questions: Contact | None = Field(None, description="where questions go")
    portal: Portal | None = Field(None, description="where it is published")
    open_to_all: Flag = Field(default=False, description="say that everybody may answer")
    publish_answers: Flag = Field(default=False, description="say that answers are published")
    electronically_approved: Flag = Field(
        default=False, description="say that it is approved without a signature"
    )
    body: Annotated[BodyText | None, Printed(Role.BODY)] = Field(
        None,
        description="the text, in Markdown with {{ names }} of values: hearingkit explain names",
    )
    wording: Wording = Field(default_factory=dict, description=REPLACED)
    labels: Labels = Field(default_factory=dict, description=LABELLED)
    address_as: AddressAs | None = Field(
        None, description="how the reader is addressed: du, I, dere or De"
    )
    issuer_line: IssuerLine | None = Field(
        None, description="the issuer's name above the signatures, below each, or none"
    )
    enclosures: tuple[Enclosure, ...] = Field((), description="documents that go with the letter")
    copy_to: tuple[Addressed, ...] = Field((), description="who gets it for information")
    caseworker: Caseworker | None = Field(None, description="who handles the case")
    meeting: Meeting | None = Field(None, description="a public meeting about it")
    meetings: tuple[Meeting, ...] = Field((), description="several of them, in order")
    mark_replies: OneLine | None = Field(None, description="what answers are to be marked with")
    reply_template: Enclosure | None = Field(None, description="the form that answers use")
    signatories: tuple[Signatory, ...] = Field((), description="who signs, in order")
    accept: dict[str, Unprinted] = Field(
        default_factory=dict, description="codes of warnings accepted, each with its reason"
    )

    @property
    def kind(self) -> HearingKind:
        """Return what is heard; of several kinds, the one that leads."""
        return self.kinds[0]

    @property
    def placed_meetings(self) -> tuple[tuple[TreePath, Meeting], ...]:
        """Return the public meetings, in order, each with the way to it."""
        several = ((("meetings", number), one) for number, one in enumerate(self.meetings or ()))
        return (*(((("meeting",), self.meeting),) if self.meeting else ()), *several)

    @property
    def dated(self) -> dt.date:
        """Return the day of the letter, or else the deadline: always the same for its files."""
        return self.sent or (self.deadline.day if self.deadline else _NO_DAY)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return the recipients, lists and groups; none where the hearing lacks them."""
        return (self.recipients and self.recipients.entries) or ()

    @property
    def due(self) -> Moment:
        """Return the deadline in force: that of the last change that sets one, or else the first.

        It is None where a draft has none.
        """
        return [self.deadline, *filter(None, map(deadline_of, self.changes))][-1]

    @property
    def last_letter(self) -> LetterKind:
        """Return what the last letter is for."""
        return self.changes[-1].kind if self.changes else LetterKind.INVITATION

    @property
    def is_over(self) -> bool:
        """Return whether nobody can answer any more, whatever the deadline says."""
        last = next((one.kind for one in reversed(self.changes) if one.kind in _OF_STATE), None)
        return self.closed or last in _ENDS
