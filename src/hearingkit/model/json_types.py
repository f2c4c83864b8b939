"""The texts, days and addresses of a hearing file as an editor sees them: JSON Schema of each.

YAML editors type by the core schema of YAML 1.2: ``2023-10-06``, ``12:00`` and ``NO`` are texts,
``77`` is a number, ``true`` is a boolean. hearingkit takes them all as text. So a number passes
where a text is asked for; ``true`` does not, as nothing is called that. What a pattern can't tell,
as a port or 29 February in a common year, only ``validate`` finds.
"""

from typing import Any, Final

JsonType = dict[str, Any]

_MONTH_AND_DAY: Final = (
    "(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31|02-29"
)
_DAY: Final = f"(20[0-9][0-9]|2100)-({_MONTH_AND_DAY})"
_TIME: Final = "([01][0-9]|2[0-3])[:.][0-5][0-9]([:.]00)?"
_RESERVED: Final = "con|prn|aux|nul|com[0-9]|lpt[0-9]"
_UNSEEN: Final = r"\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff"
_IN_EMAIL: Final = rf"""[^{_UNSEEN}@.,;:<>()\[\]"\\/?!|=*#%&$~^`{{}}]"""
_IN_HOST: Final = rf"""[^{_UNSEEN}@.,;:<>()\[\]"'\\/?!|=*#%&$~^`{{}}+]"""
_IN_WEB: Final = rf"""[^{_UNSEEN}<>"\\^`{{|}}]"""

TEXT: Final[JsonType] = {"type": ["string", "number"], "pattern": rf"[^{_UNSEEN}]"}
MAYBE_EMPTY: Final[JsonType] = {"type": ["string", "number"]}
ID: Final[JsonType] = {
    "type": "string",
    "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
    "maxLength": 60,
    "not": {"pattern": f"^({_RESERVED})$"},
}
DAY: Final[JsonType] = {
    "type": "string",
    "pattern": rf"^\s*({_DAY})\s*$",
    "examples": ["2023-10-06"],
}
MOMENT: Final[JsonType] = {
    "type": "string",
    "pattern": rf"^\s*({_DAY})([T ] *{_TIME})?\s*$",
    "examples": ["2023-10-06", "2023-10-06 12:00"],
}
FLAG: Final[JsonType] = {
    "type": ["boolean", "string"],
    "pattern": "^([Tt][Rr][Uu][Ee]|[Yy][Ee][Ss]|[Ff][Aa][Ll][Ss][Ee]|[Nn][Oo])$",
    "examples": [True, False],
}
EMAIL: Final[JsonType] = {
    "type": "string",
    "pattern": (
        rf"^ *(?=[^@]{{1,64}}@){_IN_EMAIL}+(\.{_IN_EMAIL}+)*"
        rf"@({_IN_HOST}+\.)+{_IN_HOST}{{2,}} *$"
    ),
    "maxLength": 254,
}
WEB: Final[JsonType] = {
    "type": "string",
    "pattern": (
        rf"^ *[Hh][Tt][Tt][Pp][Ss]?://{_IN_HOST}+(\.{_IN_HOST}+)+(:[0-9]{{0,5}})?"
        rf"([/?#]{_IN_WEB}*)? *$"
    ),
}
