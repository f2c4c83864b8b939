"""What there is to say of recipients: a value with a row for each, shown in several formats."""

import enum

from hearingkit.frozen import frozen


class Remark(enum.StrEnum):
    """What is said of a recipient.

    Attributes:
        ADDED: It is new.
        DROPPED: It is gone.
        RENAMED: It is there under another name.
        CHANGED: It is there with another address, number or role.
        NOT_VERIFIED: Nobody has looked it up for a year.
        UNREACHABLE: No letter can be sent to it.
        UNUSED: No list and no hearing names it.
        TWICE: It stands on several lists.
        REPLACED: Another body has taken its place.
    """

    ADDED = "added"
    DROPPED = "dropped"
    RENAMED = "renamed"
    CHANGED = "changed"
    NOT_VERIFIED = "not verified"
    UNREACHABLE = "unreachable"
    UNUSED = "unused"
    TWICE = "twice"
    REPLACED = "replaced"


@frozen
class ChangedField:
    """What has changed in one field of a recipient.

    Attributes:
        field: The name of the field, as in the columns of a mailing list.
        before: What stood there; may be empty.
        after: What stands there now; may be empty.
    """

    field: str
    before: str
    after: str


@frozen
class ReviewRow:
    """What is said of one recipient.

    Attributes:
        remark: What is said.
        name: The name of the recipient.
        told: What else there is to know; may be empty.
        place: File and line where it stands; empty where that is not of interest.
        changes: The fields in which it has changed.
    """

    remark: Remark
    name: str
    told: str = ""
    place: str = ""
    changes: tuple[ChangedField, ...] = ()


@frozen
class Review:
    """What is said of recipients.

    Attributes:
        subject: What was looked at, in a few words.
        rows: In the order of the remarks, then of the recipients.
        seen: How many recipients were looked at.
    """

    subject: str
    rows: tuple[ReviewRow, ...]
    seen: int
