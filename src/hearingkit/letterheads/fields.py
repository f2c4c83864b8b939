"""What a letterhead may name: slots for parts of a letter, and fields for single values."""

import enum
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from hearingkit.quoting import nearest
from hearingkit.values.table import NAMES, NUMBER


class Slot(enum.StrEnum):
    """A part of a letter that takes the place of the paragraph ``{{ body }}``, and so on."""

    SENDER = "sender"
    RECIPIENT = "recipient"
    REFERENCES = "references"
    BODY = "body"
    CLOSING = "closing"
    SIGNATURE = "signature"
    ENCLOSURES = "enclosures"


SUBJECT: Final = "subject"
DATE: Final = "date"
PAGE_LABEL: Final = "page_label"
DRAFT: Final = "draft"

OTHER_NAMES: Final[Mapping[str, str]] = {
    "title": SUBJECT,
    "attachments": Slot.ENCLOSURES,
    "our_reference": "references.ours",
    "your_reference": "references.yours",
    "document_number": "references.document",
    "archive_code": "references.archive_code",
    "caseworker": "caseworker.name",
}
"""Shorter names, and those of other programs, for names of the table."""
_OF_LETTERS: Final = (SUBJECT, DATE, PAGE_LABEL, DRAFT)
FIELDS_OF: Final[Mapping[Slot, tuple[str, ...]]] = {
    Slot.REFERENCES: (DATE, "sent", "references.", "caseworker."),
}
"""Fields that show a part of a letter piece by piece, or how their names begin."""


def known(name: str) -> str:
    """Return the name of a slot or a field in the table of names; empty where it is none.

    Word's own fields and the tags of content controls have no full stop: ``issuer_phone`` is
    ``issuer.phone``. Capital and small letters are the same.
    """
    given = name.casefold().strip()
    number = NUMBER.findall(given)
    if len(number) == 1 and (base := NUMBER.sub("", given)) in NAMES:
        return given if NAMES[base].is_numbered else ""
    return _every().get(given, "")


def meant(name: str) -> str:
    """Return the name that may be meant by an unknown one; empty where none is near."""
    return nearest(name, _every())


@cache
def _every() -> Mapping[str, str]:
    return dict(_names())


def _names() -> Iterator[tuple[str, str]]:
    yield from ((name.replace(".", "_"), name) for name in NAMES)
    yield from ((name, name) for name in NAMES)
    yield from ((name, name) for name in (*Slot, *_OF_LETTERS))
    yield from OTHER_NAMES.items()
