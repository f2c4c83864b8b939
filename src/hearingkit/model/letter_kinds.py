"""What letters a hearing may have."""

import enum


class LetterKind(enum.StrEnum):
    """What a letter of a hearing is for.

    Attributes:
        INVITATION: The letter by which the hearing begins: a høringsbrev.
        EXTENSION: There is more time to answer.
        REMINDER: The deadline is near.
        CORRECTION: Something in the letter or its enclosures was wrong.
        RENEWED: The same is heard again.
        SUPPLEMENTARY: Something more is heard.
        CANCELLATION: The hearing is called off.
        RESULT: What was decided.
        MEETING: An invitation to the meeting about it.
    """

    INVITATION = "invitation"
    EXTENSION = "extension"
    REMINDER = "reminder"
    CORRECTION = "correction"
    RENEWED = "renewed"
    SUPPLEMENTARY = "supplementary"
    CANCELLATION = "cancellation"
    RESULT = "result"
    MEETING = "meeting"
