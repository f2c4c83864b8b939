"""What a hearing ought to be: rules with sources, and their run."""

MODULES = (
    "addresses",
    "days",
    "deadlines",
    "identifiers",
    "language_forms",
    "letter",
    "near_duplicates",
    "notice",
    "personal",
    "placeholders",
    "reach",
    "recipient_lists",
    "recipients",
    "seasons",
    "submission",
    "text_addresses",
    "text_against_data",
    "wording",
)
"""The modules whose rules count."""
