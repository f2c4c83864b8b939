"""The formulas of a letter that a hearing or an issuer may word its own way."""

import enum
from typing import Final

from hearingkit.model.text import Passage


class Formula(enum.StrEnum):
    """A piece of standard wording; a block of that name stands in every letter template.

    Attributes:
        ADDRESSEES: Who the letter goes to, in one line.
        SUBJECT: The heading of the letter.
        OPENING: Who sends what in hearing.
        ANSWERS: The heading above where answers go.
        ENTRY_INTO_FORCE: When it is planned to enter into force.
        HANDLING: The body that decides on the answer.
        READ_MORE: Where the principal of a relayed hearing shows it.
        PORTAL: Where the hearing is published.
        PARTIES: That the recipients stand on the enclosed list.
        MISSING_PARTIES: That others who belong on the list may be named.
        FORWARD: That a party may ask those below it.
        OPEN_TO_ALL: That everybody may answer.
        SUBMISSION: By when answers are asked for, and where they go.
        SHORT_NOTICE: Why the period is short.
        MARK_REPLIES: What answers are to be marked with.
        REPLY_TEMPLATE: The form that answers use.
        PUBLICATION: That answers are published.
        MEETING: When and where a public meeting is held.
        QUESTIONS: Where questions go.
        THANKS: Thanks in advance.
        CLOSING: The words above the signature.
        APPROVAL: That it is approved without a signature.
        CHANGE_OPENING: What was sent in hearing, in a letter on a change.
        CHANGE_NEWS: What has changed.
        CHANGE_REASON: Why.
        CHANGE_DEADLINE: The deadline, where the change leaves or corrects it.
        CHANGE_ANSWERS: That answers go where the hearing's letter says.
        CHANGE_PAGE: Where the hearing is found.
    """

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
    CHANGE_OPENING = "change_opening"
    CHANGE_NEWS = "change_news"
    CHANGE_REASON = "change_reason"
    CHANGE_DEADLINE = "change_deadline"
    CHANGE_ANSWERS = "change_answers"
    CHANGE_PAGE = "change_page"

    @property
    def is_prose(self) -> bool:
        """Return whether it stands in the text of a hearing's letter, not above or below that."""
        around = {Formula.ADDRESSEES, Formula.SUBJECT, Formula.CLOSING, Formula.APPROVAL}
        return self in OF_INVITATION and self not in around


OF_INVITATION: Final = tuple(one for one in Formula if not one.startswith("change_"))
"""The formulas of the letter that begins a hearing."""
OF_CHANGE: Final = (
    Formula.ADDRESSEES,
    Formula.SUBJECT,
    Formula.CHANGE_OPENING,
    Formula.CHANGE_NEWS,
    Formula.CHANGE_REASON,
    Formula.CHANGE_DEADLINE,
    Formula.SUBMISSION,
    Formula.MARK_REPLIES,
    Formula.REPLY_TEMPLATE,
    Formula.CHANGE_ANSWERS,
    Formula.CHANGE_PAGE,
    Formula.QUESTIONS,
    Formula.CLOSING,
    Formula.APPROVAL,
)
"""The formulas of a letter on a change, as they follow each other."""


Wording = dict[Formula, Passage | None]
"""What a formula is replaced by, or null where it is dropped."""
REPLACED: Final = "formulas replaced (Markdown with {{ names }} of values) or dropped (null)"
"""What an editor shows of the key of a wording."""
