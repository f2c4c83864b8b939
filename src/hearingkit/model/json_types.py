"""The texts, days and addresses of a hearing file as an editor sees them: JSON Schema of each.

YAML editors type by the core schema of YAML 1.2: ``2023-10-06``, ``12:00`` and ``NO`` are texts,
``77`` is a number, ``true`` is a boolean. hearingkit takes them all as text, and so does a text
here. An editor shows ``patternErrorMessage`` in place of the pattern, and ``errorMessage`` where a
value has another type: both are for people. Patterns are read by Python and by JavaScript.
"""

from typing import Any, Final

JsonType = dict[str, Any]

_UNSEEN: Final = (
    r"\u0000-\u0020\u007f-\u00a0\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u1680\u180e"
    r"\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ue000-\uf8ff\ufeff\ufff9-\ufffb\ufffe\uffff"
)
"""White space, control signs, and signs without a picture, as Unicode 14 has them."""

_OTHER_SIGNS: Final = (
    r"\u00a1-\u00a9\u00ab\u00ac\u00ae-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u02c2-\u02ff"
    r"\u2010-\u2027\u2030-\u205e\u20a0-\u20ff\u2190-\u2bff\u3001-\u3004\u3008-\u3020\uff01-\uff0f"
)
"""Signs beyond ASCII that are no letters: of these, only the usual ones."""

_BLANK: Final = r"[ \t\r\n]*"
_LETTER: Final = rf"[^\u0000-\u007f{_UNSEEN}{_OTHER_SIGNS}]"
_IN_MAILBOX: Final = rf"([A-Za-z0-9_+'-]|{_LETTER})"
_IN_LABEL: Final = rf"([A-Za-z0-9]|{_LETTER})"
_LABEL: Final = rf"{_IN_LABEL}(({_IN_LABEL}|-){{0,61}}{_IN_LABEL})?"
_LAST_LABEL: Final = rf"({_IN_LABEL}({_IN_LABEL}|-){{0,61}})?([A-Za-z]|{_LETTER})"
_IN_WEB_LABEL: Final = rf"([A-Za-z0-9_]|{_LETTER})"
_WEB_LABEL: Final = rf"{_IN_WEB_LABEL}(({_IN_WEB_LABEL}|-){{0,61}}{_IN_WEB_LABEL})?"
_PORT: Final = (
    "0{0,9}([0-9]{0,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])"
)
_IN_WEB: Final = rf'[^{_UNSEEN}<>"\\]'

_LEAP_YEAR: Final = "20([02468][048]|[13579][26])"
_MONTH_AND_DAY: Final = (
    "(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31"
)
_DAY: Final = rf"((20[0-9][0-9]|2100)-({_MONTH_AND_DAY})|{_LEAP_YEAR}-02-29)"
_TIME: Final = "([01][0-9]|2[0-3])[:.][0-5][0-9]([:.]00)?"
_QUOTED: Final = r"'[^'\u0000-\u001f]*'"
_UNQUOTED: Final = rf"({_QUOTED}|[^'])*"

RESERVED: Final = "(con|prn|aux|nul|com[0-9]|lpt[0-9])"
"""Names that Windows keeps to itself."""


def in_ascii(pattern: str) -> str:
    """Return what a pattern is for ASCII: without letters beyond, which take long to compile."""
    return pattern.replace(f"|{_LETTER}", "")


def one_or_several(one: JsonType) -> JsonType:
    """Return the type of a value, or of a list of such values."""
    return {"anyOf": [one, {"type": "array", "items": one}]}


def _with_message(message: str, pattern: str, **more: object) -> JsonType:
    """Return the type of a text with a pattern, and what an editor says of another value."""
    said = {"patternErrorMessage": message, "errorMessage": message}
    return {"type": "string", "pattern": pattern, **said, **more}


# As a type, "boolean" would make editors propose true and false behind every key.
_ANY_TEXT: Final[JsonType] = {
    "if": {"type": ["array", "object", "null"]},
    "then": {"type": ["string", "number"], "errorMessage": "write a text"},
}
MAYBE_EMPTY: Final[JsonType] = {**_ANY_TEXT, "maxLength": 1000}
TEXT: Final[JsonType] = {
    **_ANY_TEXT,
    "pattern": rf"[^{_UNSEEN}]",
    "patternErrorMessage": "write a text, or remove the key",
}
LINE: Final[JsonType] = {**TEXT, "maxLength": 1000}
ID: Final[JsonType] = {
    "type": "string",
    "allOf": [
        _with_message(
            "write lower-case letters a-z, digits and single hyphens",
            r"^[a-z0-9]+(-[a-z0-9]+)*$(?!\n)",
        ),
        _with_message("write 60 characters at most, as it names a folder", r"^[\s\S]{0,60}$(?!\n)"),
        _with_message("Windows keeps this name to itself; choose another", rf"^(?!{RESERVED}$)"),
    ],
}
DAY: Final = _with_message("write a day as 2026-05-04", rf"^\s*{_DAY}\s*$", examples=["2026-05-04"])
MOMENT: Final = _with_message(
    "write a day as 2026-05-04, or with a time: 2026-05-04 12:00",
    rf"^\s*{_DAY}([T ] *{_TIME})?\s*$",
    examples=["2026-05-04", "2026-05-04 12:00"],
)
TIME_OR_MOMENT: Final = _with_message(
    "write a time as 20:00, or with its day: 2026-05-04 20:00",
    rf"^\s*({_DAY}[T ] *{_TIME}|{_TIME.replace('[:.]', ':')})\s*$",
    examples=["20:00", "2026-05-04 20:00"],
)
DATE_PATTERN: Final = _with_message(
    "write day, month and year as dd.MM.yyyy, and words between apostrophes",
    rf"^(?={_UNQUOTED}d)(?={_UNQUOTED}[ML])(?={_UNQUOTED}y)"
    rf"({_QUOTED}|[^'A-Za-z\u0000-\u001f]|d{{1,2}}(?!d)|M{{1,5}}(?!M)|L{{1,5}}(?!L)|y|E{{1,6}}(?!E)"
    r"|c(?!c)|c{3,6}(?!c))*$(?!\n)",
    maxLength=60,
)
FLAG: Final = _with_message(
    "write true or false",
    "^([Tt][Rr][Uu][Ee]|[Yy]([Ee][Ss])?|[Oo][Nn]|[Ff][Aa][Ll][Ss][Ee]|[Nn][Oo]?|[Oo][Ff][Ff])"
    r"$(?!\n)",
    type=["boolean", "string"],
    examples=[True, False],
)
SET: Final = {
    "title": "Set",
    "description": "the flag is set",
    "anyOf": [
        {"const": True},
        _with_message("write true", r"^([Tt][Rr][Uu][Ee]|[Yy]([Ee][Ss])?|[Oo][Nn])$(?!\n)"),
    ],
}
"""A flag that is set."""
EMAIL: Final = _with_message(
    "write one e-mail address as post@example.org, without a name",
    rf"^{_BLANK}(?=[^@]{{1,64}}@)(?=[^ \t\r\n]{{1,254}}{_BLANK}$)"
    rf"{_IN_MAILBOX}+(\.{_IN_MAILBOX}+)*@({_LABEL}\.)+{_LAST_LABEL}{_BLANK}$",
)
WEB: Final = _with_message(
    "write a web address in full, as https://example.org",
    rf"^(?!.*\{{\{{){_BLANK}[Hh][Tt][Tt][Pp][Ss]?://({_WEB_LABEL}\.)+{_WEB_LABEL}(:{_PORT})?"
    rf"([/?#]{_IN_WEB}*)?{_BLANK}$",
    maxLength=2000,
)
