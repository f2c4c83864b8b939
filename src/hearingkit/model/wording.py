"""The formulas of a letter that a hearing or an issuer may word its own way."""

import enum

from hearingkit.model.text import Passage


class Formula(enum.StrEnum):
    """A piece of standard wording; a block of that name stands in every letter template."""

    ADDRESSEES = "addressees"
    SUBJECT = "subject"
    OPENING = "opening"
    ANSWERS = "answers"
    ENTRY_INTO_FORCE = "entry_into_force"
    HANDLING = "handling"
    READ_MORE = "read_more"
    PORTAL = "portal"
    PARTIES = "parties"
    MISSING_PARTIES = "missing_parties"
    FORWARD = "forward"
    OPEN_TO_ALL = "open_to_all"
    SUBMISSION = "submission"
    SHORT_NOTICE = "short_notice"
    MARK_REPLIES = "mark_replies"
    REPLY_TEMPLATE = "reply_template"
    PUBLICATION = "publication"
    MEETING = "meeting"
    QUESTIONS = "questions"
    THANKS = "thanks"
    CLOSING = "closing"
    APPROVAL = "approval"


Wording = dict[Formula, Passage | None]
"""What a formula is replaced by (Markdown; ``{{ deadline }}`` and the like stay in step with the
data), or null where it is dropped."""
