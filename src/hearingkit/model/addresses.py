"""E-mail, web and postal addresses as a caseworker writes them.

An address ends up in a line of Bcc addresses, in a link, in a spreadsheet. So what is a sign of
structure there is refused here, even where the standards would let it be part of an address.
"""

import functools
import re
import unicodedata
from collections.abc import Mapping
from typing import Annotated
from urllib.parse import quote, urlsplit

from pydantic_core import PydanticCustomError

from hearingkit.model import json_types
from hearingkit.model.base import Checked, ReadBy, value_fault
from hearingkit.model.text import LONGEST_LINE, Line, is_blank, not_blank, not_long
from hearingkit.patterns import late_pattern
from hearingkit.source.characters import named, stranger_in

_IN_TEXT = late_pattern(r"[^\s@,;:<>()\[\]/|\"']+@[^\s@,;:<>()\[\]/|\"']*[^\W_]")
_SAFE_LOCAL_PART = late_pattern(r"[\w.+'-]+")
_LONGEST_WEB = 2000  # more than old programs follow
_HOST_LABEL = late_pattern(r"[\w-]+")
_LOGIN = late_pattern("(?<=://)[^/?#]*@")
_IN_HOST = late_pattern("(?<=://)[^/?#@{|}^`]*([{|}^`])")
_BLANK = " \t\r\n"
_TAKEN = str.maketrans({sign: quote(sign) for sign in "{|}^`"})  # browsers leave them as they are
_REFUSED_IN_WEB = ' <>"'
_SCHEME = late_pattern(
    r"\A(?:h{0,2}t{1,3}p{1,2}s{0,2}[:;.]{0,2}/{1,3}|(?=www\.)|(?=(?:[\w-]+\.)+[a-z]{2,}/))",
    re.IGNORECASE,
)
_WRAPPED = late_pattern(
    r"(?:[^\[<]{0,100}<|\[[^\]]{0,200}\]\(|[(\"'“”«»])(https?://\S+?)[>)\"'“”«»]"
)


def _email(text: str) -> str:
    """Return the address; email-validator, which is slow, is asked about letters beyond ASCII."""
    address = unicodedata.normalize("NFC", not_blank(text).strip(_BLANK))
    if not (_fits(json_types.EMAIL, address) and (address.isascii() or _is_email(address))):
        raise _fault_of_email(address)
    if not _SAFE_LOCAL_PART.fullmatch(address.partition("@")[0]):
        raise value_fault("HK106", "unsafe", given=address)
    if stranger := stranger_in(address):
        raise value_fault("HK106", "mixed", given=address, sign=stranger, **named(stranger))
    return address


def _fits(kind: json_types.JsonType, address: str) -> bool:
    return bool(_compiled(kind["pattern"], address.isascii()).search(address))


@functools.cache
def _compiled(pattern: str, is_ascii: bool) -> re.Pattern[str]:
    return re.compile(json_types.in_ascii(pattern) if is_ascii else pattern)


def _fault_of_email(text: str) -> PydanticCustomError:
    """Return the fault of a text that is no address, or none that is taken."""
    within = _IN_TEXT.findall(text[:LONGEST_LINE])
    found = tuple(dict.fromkeys(within)) if len(within) == text.count("@") else ()
    if text.count("@") > 1:
        return value_fault("HK106", "several", given=text, found=found)
    if "<" in text or text.lower().startswith("mailto:"):
        return value_fault("HK106", "named", given=text, meant="".join(found))
    return value_fault("HK106", "unsafe" if _is_email(text) else "", given=text)


def _is_email(address: str) -> bool:
    from email_validator import EmailNotValidError, validate_email

    try:
        validate_email(address, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        return False
    return len(address.partition("@")[0]) <= 64  # RFC 5321; only ``strict`` has it


def _web(text: str) -> str:
    """Return the address, with the signs in it that browsers show but links can't hold escaped."""
    not_long(text, _LONGEST_WEB)
    address = unicodedata.normalize("NFC", not_blank(text).strip(_BLANK))
    if not _is_web(address):
        raise _fault_of_web(address)
    if stranger := stranger_in(urlsplit(address).hostname or ""):
        raise value_fault("HK107", "mixed", given=address, sign=stranger, **named(stranger))
    return address.translate(_TAKEN)


def _is_web(address: str) -> bool:
    if not (_fits(json_types.WEB, address) and address.isprintable()):
        return False
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return False
    return all(map(_HOST_LABEL.fullmatch, host.split(".")))


def _fault_of_web(address: str) -> PydanticCustomError:
    """Return the fault of a text that is no address, or none that is taken."""
    bare = _LOGIN.sub("", address)
    if bare != address and _is_web(bare):
        return value_fault("HK107", "login", given=address, host=urlsplit(bare).hostname)
    if "{{" in address:
        return value_fault("HK107", "name", given=address)
    wrapped = _WRAPPED.fullmatch(address)
    near = _SCHEME.sub("https://", address.replace("\\", "/"))
    for variant, meant in (("wrapped", wrapped[1] if wrapped else ""), ("near", near)):
        if _is_web(meant):
            return value_fault("HK107", variant, given=address, meant=meant)
    if in_host := _IN_HOST.search(address):
        return value_fault("HK107", "host", given=address, sign=in_host[1])
    for sign in _REFUSED_IN_WEB:
        if sign in address and _is_web(re.sub(r'[ <>"]', "", address)):
            return value_fault("HK107", "sign", given=address, sign=sign, written=quote(sign))
    is_mailbox = bool(_IN_TEXT.fullmatch(address.lower().removeprefix("mailto:")))
    return value_fault("HK107", "mailbox" if is_mailbox else "", given=address)


def _as_list(given: object) -> object:
    return [given] if isinstance(given, str | Mapping) else given


def _as_lines(given: object) -> object:
    if not isinstance(given, str):
        return given
    return [line for line in not_blank(given).splitlines() if not is_blank(line)]


Email = Annotated[str, Checked(_email, json=json_types.EMAIL)]
WebAddress = Annotated[str, Checked(_web, json=json_types.WEB)]
Emails = Annotated[
    tuple[Email, ...], ReadBy(_as_list, json=json_types.one_or_several(json_types.EMAIL))
]
"""One address or several."""
PostalLines = Annotated[
    tuple[Line, ...], ReadBy(_as_lines, json=json_types.one_or_several(json_types.LINE))
]
"""A postal address: a list of lines, or a text with line breaks."""
