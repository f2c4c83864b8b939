"""What happens to a hearing after its letter: each change is reported in a letter of its own."""

from collections.abc import Mapping
from typing import Annotated, Final, Literal

from pydantic import Discriminator, Field, Tag
from pydantic.json_schema import SkipJsonSchema

from hearingkit.model.addresses import WebAddress
from hearingkit.model.base import Checked, Value, value_fault
from hearingkit.model.enclosure import Enclosure
from hearingkit.model.letter_kinds import LetterKind
from hearingkit.model.text import Day, DayOrMoment, Moment, OneLine, Passage
from hearingkit.model.wording import OF_CHANGE, REPLACED, Formula
from hearingkit.texts.roles import Printed, Role

OF_CHANGES: Final = tuple(kind for kind in LetterKind if kind is not LetterKind.INVITATION)
"""The kinds of letter that report a change."""
ChangeText = Annotated[OneLine, Printed(Role.CHANGE)]
"""What a change says: why, what was wrong, what was decided."""


def _of_a_change(kind: LetterKind) -> LetterKind:
    if kind not in OF_CHANGES:
        raise value_fault("HK104", given=kind.value, allowed=", ".join(OF_CHANGES), meant="")
    return kind


def _in_a_change(formula: Formula) -> Formula:
    if formula not in OF_CHANGE:
        raise value_fault("HK104", given=formula.value, allowed=", ".join(OF_CHANGE), meant="")
    return formula


ChangeWording = dict[Annotated[Formula, Checked(_in_a_change)], Passage | None]
"""What a formula of the letter on a change is replaced by, or null where it is dropped."""


class HearingChange(Value):
    """A change, as far as all kinds have the same."""

    kind: Annotated[LetterKind, Checked(_of_a_change)] = Field(description="what the letter is for")
    sent: Day = Field(description="the day of the letter that reports it")
    body: Annotated[Passage | None, Printed(Role.BODY)] = Field(
        None, description="more text of that letter, in Markdown with {{ names }} of values"
    )
    enclosures: tuple[Enclosure, ...] = Field((), description="documents that go with the letter")
    wording: ChangeWording = Field({}, description=REPLACED)


class _NewTime(HearingChange):
    """A change with a new deadline, for a reason."""

    deadline: DayOrMoment = Field(description="the new last day for answers, optionally a time")
    reason: ChangeText | None = Field(None, description="why")


class Extension(_NewTime):
    """There is more time to answer."""

    kind: Literal[LetterKind.EXTENSION] = Field(description="there is more time to answer")


class Renewed(_NewTime):
    """The same is heard again."""

    kind: Literal[LetterKind.RENEWED] = Field(description="the same is heard again")


class Supplementary(_NewTime):
    """Something more is heard."""

    kind: Literal[LetterKind.SUPPLEMENTARY] = Field(description="something more is heard")


class Reminder(HearingChange):
    """The deadline is near."""

    kind: Literal[LetterKind.REMINDER] = Field(description="the deadline is near")


class Correction(HearingChange):
    """Something in the letter or its enclosures was wrong."""

    kind: Literal[LetterKind.CORRECTION] = Field(description="something was wrong")
    wrong: ChangeText = Field(description="what stood there")
    right: ChangeText = Field(description="what should stand there")
    deadline: DayOrMoment | None = Field(None, description="the right deadline, if it was wrong")


class Cancellation(HearingChange):
    """The hearing is called off."""

    kind: Literal[LetterKind.CANCELLATION] = Field(description="the hearing is called off")
    reason: ChangeText | None = Field(None, description="why")


class Result(HearingChange):
    """What was decided."""

    kind: Literal[LetterKind.RESULT] = Field(description="what was decided")
    decision: ChangeText = Field(description="what was decided, in a sentence")
    url: WebAddress | None = Field(None, description="where the decision is found")


class MeetingNotice(HearingChange):
    """An invitation to the meeting of the hearing."""

    kind: Literal[LetterKind.MEETING] = Field(description="an invitation to the meeting")


class ChangeOfUnknownKind(HearingChange, extra="ignore"):
    """A change whose kind is at fault: which other keys it may have is decided by the kind."""


def _tag(given: object) -> str:
    kind = given.get("kind") if isinstance(given, Mapping) else getattr(given, "kind", None)
    return f"<{kind}>" if kind in OF_CHANGES else "<change>"


AnyChange = Annotated[
    Annotated[Extension, Tag("<extension>")]
    | Annotated[Reminder, Tag("<reminder>")]
    | Annotated[Correction, Tag("<correction>")]
    | Annotated[Renewed, Tag("<renewed>")]
    | Annotated[Supplementary, Tag("<supplementary>")]
    | Annotated[Cancellation, Tag("<cancellation>")]
    | Annotated[Result, Tag("<result>")]
    | Annotated[MeetingNotice, Tag("<meeting>")]
    | SkipJsonSchema[Annotated[ChangeOfUnknownKind, Tag("<change>")]],
    Discriminator(_tag),
]
"""A change; one whose kind is at fault is read as far as all kinds have the same."""


def deadline_of(change: HearingChange) -> Moment | None:
    """Return the deadline that a change sets; None where it sets none."""
    return change.deadline if isinstance(change, _NewTime | Correction) else None
