"""Read whom a saved mail was sent to (.eml); what it says is left out, and reported."""

import email
from collections.abc import Iterator
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses
from typing import Final

from hearingkit.intake.encodings import decoded, decoded_as
from hearingkit.intake.grid import Grid, GridRow, NoList, bounded
from hearingkit.lists.table import RecipientRole
from hearingkit.quoting import shortened

_SENT_TO: Final = {
    "To": RecipientRole.TO,
    "Bcc": RecipientRole.TO,
    "Cc": RecipientRole.COPY,
}
_OTHERS: Final = {"From": "sender", "Subject": "subject"}


def read(data: bytes) -> tuple[Grid, ...]:
    """Return a row for each address that a mail was sent to.

    Raises:
        NoList: If it was sent to nobody: then its list may stand in its text.

    Source:
        RFC 5322, RFC 2047.
    """
    message = email.message_from_bytes(data)
    people = [*_people(message)]
    if not people:
        raise NoList(
            "it is a mail that names no recipients; copy the lines of its list into a text"
        )
    reports = tuple(_reports(message))
    rows = (
        GridRow(number, person, reports=reports if number == 1 else ())
        for number, person in enumerate(people, start=1)
    )
    columns = ("name", "email", "role")
    return (Grid(tuple(bounded(rows)), unit="recipient", columns=columns),)


def _people(message: Message) -> Iterator[tuple[str, str, str]]:
    for header, role in _SENT_TO.items():
        for name, address in getaddresses(_headers(message, header)):
            if name or address:
                yield _decoded(name) or address, address, role.value


def _headers(message: Message, name: str) -> list[str]:
    """Return headers; a letter that stands there as it is, in no code, is a letter too."""
    found = [text for key, text in message.raw_items() if key.casefold() == name.casefold()]
    return [decoded(str(text).encode("utf-8", "surrogateescape")) for text in found if text]


def _reports(message: Message) -> Iterator[str]:
    for header, what in _OTHERS.items():
        if text := _decoded("".join(_headers(message, header)[:1])):
            yield f'the {what} of the mail "{shortened(text)}" is left out'
    if text := " ".join(_text(message).split()):
        yield f'the text of the mail "{shortened(text)}" is left out'
    elif any(part.get_content_type() == "text/html" for part in message.walk()):
        yield "the text of the mail is left out"
    for part in message.walk():
        if name := part.get_filename():
            yield f'the file "{shortened(_decoded(name))}" of the mail is left out'


def _text(message: Message) -> str:
    part = next((one for one in message.walk() if one.get_content_type() == "text/plain"), None)
    body = part.get_payload(decode=True) if part else None
    if not isinstance(body, bytes):
        return ""
    return decoded_as(body, part.get_content_charset() if part else None)


def _decoded(text: str) -> str:
    try:
        return " ".join(str(make_header(decode_header(text))).split())
    except (MessageError, LookupError, ValueError):
        return text
