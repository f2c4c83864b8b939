"""E-mail, web and postal addresses as a caseworker writes them.

An address ends up in a line of Bcc addresses, in a link, in a spreadsheet. So what is a sign of
structure there is refused here, even where the standards would let it be part of an address.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from hearingkit.model import json_types
from hearingkit.model.base import value_fault
from hearingkit.model.text import Line, is_blank, not_blank

_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_EVERYDAY_EMAIL = re.compile(
    rf"(?=[^@]{{1,64}}@)[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*@(?:{_LABEL}\.)+[A-Za-z]{{2,63}}"
)
_SAFE_LOCAL_PART = re.compile(r"[\w.+'-]+")
_LONGEST_EMAIL = 254  # RFC 5321
_LONGEST_LOCAL_PART = 64
_HOST_LABEL = re.compile(r"(?!-)[\w-]{1,63}(?<!-)")
_STRANGE_IN_WEB = frozenset(' <>"\\^`{|}')


def _email(text: str) -> str:
    """Return the address; email-validator, which is slow, is asked about unusual ones only."""
    address = unicodedata.normalize("NFC", not_blank(text).strip(" "))
    if len(address) <= _LONGEST_EMAIL and _EVERYDAY_EMAIL.fullmatch(address):
        return address
    if "<" in address:
        raise value_fault("HK106", "named", given=address)
    if address.count("@") > 1:
        raise value_fault("HK106", "several", given=address)
    if not _is_email(address):
        raise value_fault("HK106", given=address)
    if not _SAFE_LOCAL_PART.fullmatch(address.partition("@")[0]):
        raise value_fault("HK106", "unsafe", given=address)
    return address


def _is_email(address: str) -> bool:
    from email_validator import EmailNotValidError, validate_email

    try:
        validate_email(address, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        return False
    return len(address.partition("@")[0]) <= _LONGEST_LOCAL_PART  # told to strict callers only


def _web(text: str) -> str:
    address = unicodedata.normalize("NFC", not_blank(text).strip(" "))
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        raise value_fault("HK107", given=address) from None
    if parts.scheme not in {"http", "https"} or not _is_host(host) or _is_strange(address):
        raise value_fault("HK107", given=address)
    if "@" in parts.netloc:
        raise value_fault("HK107", "login", given=address, host=host)
    return address


def _is_host(host: str) -> bool:
    labels = host.split(".")
    return len(labels) > 1 and all(map(_HOST_LABEL.fullmatch, labels))


def _is_strange(address: str) -> bool:
    return not address.isprintable() or not _STRANGE_IN_WEB.isdisjoint(address)


def _as_list(given: object) -> object:
    return [given] if isinstance(given, str | Mapping) else given


def _as_lines(given: object) -> object:
    if not isinstance(given, str):
        return given
    return [line for line in not_blank(given).splitlines() if not is_blank(line)]


Email = Annotated[str, AfterValidator(_email), WithJsonSchema(json_types.EMAIL)]
WebAddress = Annotated[str, AfterValidator(_web), WithJsonSchema(json_types.WEB)]
Emails = Annotated[
    tuple[Email, ...],
    BeforeValidator(_as_list, json_schema_input_type=Email | tuple[Email, ...]),
]
"""One address or several."""
PostalLines = Annotated[
    tuple[Line, ...],
    BeforeValidator(_as_lines, json_schema_input_type=Line | tuple[Line, ...]),
]
"""A postal address: a list of lines, or a text with line breaks."""
