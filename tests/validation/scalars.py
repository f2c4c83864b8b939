"""Hearing files in which one scalar stands in many spellings, for each type of scalar there is."""

from dataclasses import dataclass
from typing import Final

from tests.yaml12 import load

_ISSUER: Final = """\
  {id}:
    name: Prøveetaten {id}
    country: "NO"
    kind: state
"""
_HEARING: Final = """\
  {id}:
    language: nb
    issuer: etaten
    kind: regulation
    title: Forskrift om prøver {id}
    deadline: 2026-05-04
    recipients: [Østre kommune]
    submission: {{addresses: [{{email: svar@etaten.example}}]}}
"""


@dataclass(frozen=True)
class ScalarType:
    """A type of scalar, and where it may stand.

    Attributes:
        section: The section of the file.
        block: An entry of the section with an id; complete but for the scalar.
        line: The line of the scalar; it takes the place of a line with the same key.
        spellings: As they stand in YAML, besides those that are tried for every type.
    """

    section: str
    block: str
    line: str
    spellings: tuple[str, ...] = ()

    def entry(self, number: int, spelling: str) -> str:
        """Return an entry in which the scalar is spelt in that way."""
        line = self.line.format(value=spelling)
        key = line.partition(":")[0] + ":"
        lines = self.block.format(id=f"e{number}").splitlines()
        kept = [one for one in lines if not one.startswith(key)]
        return "\n".join([*kept, line]) + "\n"


ORDINARY: Final = (
    *("yes", "no", "on", "off", "y", "n", "Y", "N", "t", "f", "On", "OFF", "Yes", "NO", "YES"),
    *("true", "True", "TRUE", "false", "False", "tRUE", '"true"', "'on'", '"1"', '"true\\n"'),
    *("1", "0", "01", "+1", "1.0", "0x1", "0o7", "1e3", "1_000", ".inf", "-.INF", ".nan", "-1"),
    *("~", "null", "Null", "NULL", '"null"', '"~"', '""', "''", '" "', '"\\t"', '"\\n"'),
    *('"\\u00a0"', '"\\u00ad"', '"\\u200b"', '"\\ufeff"', '"\\u2066"', '"\\ue000"', '"\\u180e"'),
    *("12:00", "0150", "974760673", "2026", "190:20:30", "a", "æ", '"e\\u0301"', '" a "', "a b"),
    *("[]", "{}", "[a]", "{a: b}", "[1]", "[true]", "[[a]]", "2026-05-04", "2001-12-14t21:59:43Z"),
    *("post@etaten.example", "https://etaten.example", "dd.MM.yyyy", "nb", "DK", "state", "other"),
    *("<<", "=", '"{{ sender.name }}"', '"# a"', "'100 %'", '"a\\nb"', '"\\u2028"', '"\\x85"'),
)

_DAYS: Final = (
    *("2026-05-4", "2026-5-04", "04.05.2026", "4. mai 2026", "2026/05/04", "20260504", "26-05-04"),
    *("2026-02-29", "2028-02-29", "2000-02-29", "2100-02-29", "2026-02-30", "2026-04-31"),
    *("2026-06-30", "2026-12-31", "2026-13-01", "2026-00-10", "2026-01-00", "1999-12-31"),
    *("2000-01-01", "2100-12-31", "2101-01-01", '" 2026-05-04 "', '"2026-05-04\\n"'),
    *('"2026-05-04\\u00a0"', "٢٠٢٦-05-04", "2026-05-04 12:00", "2026-05-04T12:00"),
    *("2026-05-04 12.00", "2026-05-04 24:00", "2026-05-04 23:59", "2026-05-04 12:60"),
    *("2026-05-04 12:00:00", "2026-05-04 12:00:01", "2026-05-04  12:00", "2026-05-04 9:00"),
    *("2026-05-04T 12:00", "2026-05-04t12:00", "2026-05-04 12:00Z", "2026-05-04 kl. 12"),
)
_EMAILS: Final = (
    *("a@b.c", "a@b", "'@b.no'", "a@", "a.b@c.no", ".a@b.no", "a.@b.no", "a..b@c.no", "a@b..no"),
    *("a@.no", "a@b.no.", "a@-b.no", "a@b-.no", "a@b-c.no", "a_b@c.no", "a@b_c.no", "a+b@c.no"),
    *("o'brien@b.no", "a&b@c.no", "a@b.n0", "a@b.no1", "a@1.2.3.4", "a@[1.2.3.4]", "a@xn--4ca.no"),
    *("a@b.xn--p1ai", "høring@østre.no", "a@østre.no", "ø@b.no", '"a\\u030a@b.no"', "a@b.ø"),
    *("a@b.invalid", "a@localhost", "a@b.test", "a@b.local", "a b@c.no", '"a@b.no "', '" a@b.no"'),
    *('"a@b.no\\n"', '"a@b.no\\t"', "KL <a@b.no>", "<a@b.no>", "a@b.no;c@d.no", "'a@b.no, c@d.no'"),
    *("a@b@c.no", '"\\"a b\\"@c.no"', "mailto:a@b.no", "a@b.no/x", "a@b.no?x", '"a@b\\u00ad.no"'),
    *('"a\\u00a0@b.no"', '"a@b.no\\u00a0"', "a«b@c.no", "a–b@c.no", "A@B.NO", f"a@{'b' * 63}.no"),
    *(f"a@{'b' * 64}.no", f"{'a' * 64}@b.no", f"{'a' * 65}@b.no", f"a@{'b' * 40}.{'c' * 63}.no"),
    *(f"a@{('b' * 60 + '.') * 4}no", f"a@{('b' * 62 + '.') * 4}no", "a@b.no.example", "a@b--c.no"),
)
_ADDRESSES: Final = (
    *(
        "www.etaten.example",
        "http://a.no",
        "HTTPS://A.NO",
        "ftp://a.no",
        "https:/a.no",
        "https://a",
    ),
    *("https://", "https://a.no/", "https://a.no?x=1", "https://a.no#x", "https://a.no:80/x"),
    *(
        "https://a.no:65535",
        "https://a.no:65536",
        "https://a.no:99999",
        "'https://a.no:'",
        "//a.no",
    ),
    *(
        "https://a.no:080",
        "https://a.no:x",
        "https://a.no:-1",
        "https://u@a.no",
        "https://u:p@a.no",
    ),
    *("https://a.no/@x", "https://a.no/?filter[status]=open", "https://a.no/?id={12}|x"),
    *(
        "https://a.no/{12}",
        "https://a.no/a^b",
        "https://a.no/a`b",
        "https://a.no/#{x}",
        "https://{a}.no",
    ),
    *("https://a.no/{{x}}", "'https://a.no/{{ x }}'", "https://a.no/a b", "https://a.no/a\\b"),
    *(
        "https://a.no/<b>",
        "https://a.no/'b'",
        "https://a.no/%7B",
        "https://a.no/100%",
        "https://æ.no",
    ),
    *(
        "https://østre.no/høring",
        "https://a.no/–",
        "https://a–b.no",
        "https://a_b.no",
        "https://-a.no",
    ),
    *(
        "https://a-.no",
        "https://a..no",
        "https://.a.no",
        "https://a.no.",
        "https://1.2.3.4",
        "https://[::1]",
    ),
    *('"https://a.no "', '" https://a.no"', '"https://a.no\\n"', '"https://a.no/\\u00a0"'),
    *(
        '"https://a.no/\\u00ad"',
        '"https://a.no/\\u202e"',
        '"https://a.no/\\u0001"',
        "https://a.no|b",
    ),
    *(
        f"https://{'a' * 63}.no",
        f"https://{'a' * 64}.no",
        '"https://a.no/\\"b\\""',
        "https://a.no/~$&+,;=:@",
    ),
)
_IDS: Final = (
    *(
        "a-b",
        "a--b",
        "-a",
        "a-",
        "A",
        "a_b",
        "a.b",
        "con",
        "con1",
        "com1",
        "lpt9",
        "com10",
        "nul-x",
    ),
    *("a" * 60, "a" * 61, "høring", '"a\\n"', '" a"', "a1", "1a", "aux", "prn"),
)
_PATTERNS: Final = (
    *(
        "d. MMMM y",
        "dd.MM.yy",
        "d/M yyyy",
        "EEEE d. MMMM y",
        "MM.yyyy",
        "dd.yyyy",
        "dd.MM",
        "dd.MM.YYYY",
    ),
    *(
        "DD.MM.yyyy",
        "ddd.MM.yyyy",
        "d.MMMMMM.y",
        "d.LLLL y",
        "d 'den' M y",
        "\"'d' M y\"",
        "d M 'y",
        "d''M''y",
    ),
    *(
        "dd.MM.yyyy HH",
        "d. måned M y",
        "d. M. y æ",
        "den d M y",
        '"d M y\\n"',
        '" d M y "',
        '"d\\tM y"',
    ),
    *(
        "dMy",
        "cc d M y",
        "c d M y",
        "EEEEEEE d M y",
        "\"'' d M y\"",
        "d M y 'it''s'",
        "yyyyyyy-MM-dd",
    ),
    *(
        f"d M y{' ' * 55}.",
        f"d M y{' ' * 54}.",
        "d d M y",
        "dxM y",
        '"d M y \\u00a0"',
        '"d M y\\u0001"',
    ),
)

SCALAR_TYPES: Final = {
    "text": ScalarType("issuers", _ISSUER, "    org_number: {value}"),
    "text or languages": ScalarType("issuers", _ISSUER, "    name: {value}"),
    "maybe empty": ScalarType("hearings", _HEARING, "    references: {{ours: {value}}}"),
    "day": ScalarType("hearings", _HEARING, "    sent: {value}", _DAYS),
    "moment": ScalarType("hearings", _HEARING, "    deadline: {value}", _DAYS),
    "flag": ScalarType("hearings", _HEARING, "    open_to_all: {value}"),
    "e-mail": ScalarType("issuers", _ISSUER, "    email: {value}", _EMAILS),
    "web": ScalarType("issuers", _ISSUER, "    website: {value}", _ADDRESSES),
    "date pattern": ScalarType("issuers", _ISSUER, "    date_format: {value}", _PATTERNS),
    "lines": ScalarType("issuers", _ISSUER, "    address: {value}"),
    "country": ScalarType("issuers", _ISSUER, "    country: {value}", ("dk", '"DK "', '"NO"')),
    "kind of issuer": ScalarType(
        "issuers", _ISSUER, "    kind: {value}", ("State", "municipality")
    ),
    "kind of hearing": ScalarType(
        "hearings", _HEARING, "    kind: {value}", ("local-plan", "Plan")
    ),
    "language": ScalarType(
        "hearings", _HEARING, "    language: {value}", ("nn", "NB", "sv", "[nb, nn]")
    ),
    "placement": ScalarType(
        "hearings",
        _HEARING,
        "    recipients: {{placement: {value}, entries: [KL]}}",
        ("inline", "none"),
    ),
    "id": ScalarType("issuers", _ISSUER, "    units: {{? {value} : {{name: A}}}}", _IDS),
}


def spellings_of(type_: ScalarType) -> tuple[str, ...]:
    """Return the spellings to try; an id is a key: a text, and no merge."""
    spellings = dict.fromkeys((*ORDINARY, *type_.spellings))
    is_key = type_ is SCALAR_TYPES["id"]
    texts = {one for one in spellings if one != "<<" and isinstance(load(one), str)}
    return tuple(one for one in spellings if not is_key or one in texts)


def a_file(type_: ScalarType, first: int = 0, last: int | None = None) -> str:
    """Return a file with an entry for each spelling, or some of them, ``e0`` and on, in order."""
    spelt = [*enumerate(spellings_of(type_))][first:last]
    blocks = [type_.entry(number, spelling) for number, spelling in spelt]
    return f"{type_.section}:\n{''.join(blocks)}"
