"""Data that wears a program out, of any size: texts, workspaces and files in YAML."""

import itertools
import json
import string
from collections.abc import Callable, Mapping
from typing import Any, Final

from tests.workspaces import a_hearing, some_data

Make = Callable[[int], bytes]
"""Makes a file of about so many characters."""


def _repeated(piece: str) -> Callable[[int], str]:
    return lambda size: piece * (size // len(piece))


def _tuples(signs: str) -> list[str]:
    return ["".join(one) for one in itertools.product(signs, repeat=3)]


_PIECES: Final = (
    *("[", "]", "*a ", "**a *b ", "`", "<a ", "<!-- ", "\\*", "&a;", "[a](b) ", "![a](", "[^1] "),
    *(
        "http://",
        "https://a.no/ ",
        "a@b.no ",
        "a@",
        "a.a@",
        "{{ ",
        "{{ deadlin }} ",
        "{{ deadline }} ",
    ),
    *("a\n", "a\n\n", "a\\\n", "ord-\nord ", "a\n===\n", "# a\n\n", "> ", "| a |\n", "a | "),
    *("- a\n", "1. a\n\nb\n\n", "- a\n* b\n", "a) b\n", "\\- b\n", "• a\n", "• a ", "[a]: b\n"),
    *('"a ', "«a ", "'a ", "”a ", "(", " – a", "a", "a\u00a0", "a\u00ad", "\t", ". ", "- ", "___"),
    *("1", "1 ", "1-", "1/", "1.2.3.", "12:", "kl. 12:00 ", "24/12345-3 ", "12345678 "),
    *("1. mai 2026 ", "1/5-2026 ", "1.–3. mai 2026 ", "mandag den 1. mai ", "; 1. mai 2026"),
    *(
        "Frist for svar er 1. mai 2026, ",
        "fristen er 3. mai 2026 og ",
        "svar innen ",
        "fristen for ",
    ),
    *(
        "seks uker fra ",
        "møte 3. mai 2026 kl. 12 ",
        "påmelding innen ",
        "lov 1. mai 2026 nr. 1 om ",
    ),
    *("vedlegg 1 ", "Det vedlagte utkastet ", "[skriv her] ", "Prøveetaten ", "og af hvad "),
)
_GROWN: Final[Mapping[str, Callable[[int], str]]] = {
    "backticks": lambda size: " ".join("`" * n for n in range(1, int((2 * size) ** 0.5))),
    "an address of brackets": lambda size: "http://a.no/" + "(" * size,
    "blanks": lambda size: "a" + " " * size + "b",
    "blanks at the end": lambda size: "a" + " " * size,
    "accents": lambda size: "a" + "\u0301" * size,
    "lists in lists": lambda size: "\n".join("  " * n + "- a" for n in range(int(size**0.5))),
    "a wide table": lambda size: "|{}\n|{}\n".format("a|" * (size // 4), "-|" * (size // 4)),
    "a long table": lambda size: "| a | b |\n| - | - |\n" + "| a | 1. mai |\n" * (size // 15),
    "links apart": lambda size: "".join(f"[a](https://a.no/{n}) " for n in range(size // 23)),
    "mailboxes apart": lambda size: "".join(f"a{n}@b.no " for n in range(size // 11)),
    "definitions": lambda size: "".join(f"[a{n}]: b\n\n" for n in range(size // 12)),
}
TEXTS: Final[Mapping[str, Callable[[int], str]]] = {
    **{repr(piece): _repeated(piece) for piece in _PIECES},
    **_GROWN,
}
"""Bodies of a letter."""


def of_text(make: Callable[[int], str]) -> Make:
    """Return what makes a hearing with such a body."""
    return lambda size: _file(some_data(body=make(size)))


def _file(data: Mapping[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


def _of_hearing(**changes: Callable[[int], object]) -> Make:
    return lambda size: _file(some_data(**{key: make(size) for key, make in changes.items()}))


def _with(section: str, make: Callable[[int], Mapping[str, object]], **changes: object) -> Make:
    """Return what makes a hearing, and more of a section."""

    def made(size: int) -> bytes:
        data = some_data(**changes)
        return _file(data | {section: {**data.get(section, {}), **make(size)}})

    return made


def _nested(depth: int) -> dict[str, object]:
    return {"name": f"M{depth}", "members": [_nested(depth - 1)] if depth else []}


def _mailbox(number: int) -> dict[str, str]:
    return {"name": f"Kommune {number}", "email": f"post{number}@kommune{number}.no"}


_NAMES: Final = _tuples(string.ascii_lowercase)
_RECIPIENTS: Final[Mapping[str, Callable[[int], object]]] = {
    "long names": lambda size: ["a" * size, "a" * size + "b"],
    "names of full length": lambda size: [f"{n:03}{'a' * 900}" for n in range(size // 900)],
    "recipients": lambda size: [_mailbox(n) for n in range(size // 50)],
    "the same again": lambda size: ["Kommune"] * (size // 10),
    "one mailbox": lambda size: [{"name": n, "email": "a@b.no"} for n in _NAMES[: size // 30]],
    "near names": lambda size: [f"Norsk forening for {n} sak" for n in _NAMES[: size // 30]],
    "near mailboxes": lambda size: [
        {"name": n, "email": f"post{n}@b.no"} for n in _NAMES[: size // 40]
    ],
    "short names": lambda size: [
        each for name in _NAMES[: size // 30] for each in (name.upper(), " ".join(name.upper()))
    ],
    "headings": lambda size: [{"heading": f"H{n}", "entries": ["K"]} for n in range(size // 30)],
    "empty headings": lambda size: [
        "A",
        *({"heading": f"H{n}", "entries": []} for n in range(size // 30)),
    ],
    "members": lambda size: [
        {"name": "K", "members": [{"name": f"M{n}"} for n in range(size // 20)]}
    ],
    "members in members": lambda size: [_nested(18)] * (size // 200),
    "unknown keys": lambda size: [{"name": "a", "nome": "b"}] * (size // 25),
    "bad mailboxes": lambda size: [{"name": f"a{n}", "email": "b"} for n in range(size // 25)],
    "no values": lambda size: [None] * (size // 6),
    "no texts": lambda size: [[]] * (size // 4),
    "unknown lists": lambda size: [{"list": f"m{n}"} for n in range(size // 30)],
    "one number": lambda size: [
        {"name": n, "org_number": "974760673"} for n in _NAMES[: size // 50]
    ],
    "persons": lambda size: [
        {"name": f"Ole Hansen{n}", "email": f"ole.hansen@a{n}.no"} for n in range(size // 50)
    ],
}
_HEARINGS: Final[Mapping[str, Make]] = {
    "long title": _of_hearing(title=lambda size: "a@b.no " * (size // 7)),
    "long id of an issuer": _of_hearing(issuer=lambda size: "a" * size),
    "long number": _of_hearing(references=lambda size: {"ours": "1/" * (size // 2)}),
    "long day": _of_hearing(deadline=lambda size: "1" * size),
    "copies": _of_hearing(copy_to=lambda size: [f"K{n}" for n in range(size // 10)]),
    "enclosures": _of_hearing(enclosures=lambda size: [f"E{n}" for n in range(size // 10)]),
    "enclosures and their names": _of_hearing(
        enclosures=lambda size: [f"Utkast til forskrift {n}" for n in range(size // 50)],
        body=lambda size: " ".join(f"Utkast til forskrift {n + 5}" for n in range(size // 50)),
    ),
    "signatories": _of_hearing(signatories=lambda size: [{"title": "a"}] * (size // 20)),
    "addresses": _of_hearing(
        submission=lambda size: {
            "to": "any",
            "addresses": [{"email": f"a{n}@b.no"} for n in range(size // 40)],
        },
        body=lambda size: "".join(f"c{n}@b.no " for n in range(size // 40)),
    ),
    "postal addresses": _of_hearing(
        submission=lambda size: {"addresses": [{"post": ["Gate"] * (size // 10)}]}
    ),
    "unknown units": _of_hearing(
        signatories=lambda size: [{"unit": f"v{n}"} for n in range(size // 20)]
    ),
    "acceptances": _of_hearing(accept=lambda size: {f"HK{n}": "a" for n in range(size // 15)}),
    "formulas": _of_hearing(wording=lambda size: {f"w{n}": "a" for n in range(size // 15)}),
    "languages": _of_hearing(language=lambda size: ["nb"] * (size // 5)),
}
_LISTS: Final[Mapping[str, Make]] = {
    "unused lists": _with(
        "recipient_lists", lambda size: {f"l{n}": ["K"] for n in range(size // 15)}
    ),
    "loops": _with(
        "recipient_lists",
        lambda size: {f"l{n}": [{"list": f"l{n ^ 1}"}] for n in range(size // 100 * 2)},
    ),
    "loops behind loops": _with(
        "recipient_lists",
        lambda size: {
            f"l{n}": [{"list": f"l{n + 1}"}, {"list": f"l{n}"}] for n in range(size // 50)
        },
    ),
    "a long chain": _with(
        "recipient_lists",
        lambda size: {f"l{n}": [{"list": f"l{n + 1}"}] for n in range(size // 25)},
    ),
    "one list": _with(
        "recipient_lists",
        lambda size: {"l": [f"K{n}" for n in range(size // 10)]},
        recipients=[{"list": "l", "except": ["K1", "K"]}],
    ),
    "exceptions": _with(
        "recipient_lists",
        lambda size: {
            "l": [f"K{n}" for n in range(1_500)],
            "m": [{"list": "l", "except": [f"L{n}" for n in range(size // 20)]}],
        },
    ),
    "a register": _with(
        "parties",
        lambda size: {
            f"p{n}": {"name": f"Kommune {n}", "former_names": [f"K{n}"], "groups": ["g", f"g{n}"]}
            for n in range(size // 60)
        },
        recipients=[{"group": "g", "except": ["p1", "p"], "as": "Alle"}, "Kommune 1", "K2"],
    ),
    "successors": _with(
        "parties",
        lambda size: {
            f"p{n}": {"name": f"P{n}", "replaced_by": f"p{n + 1}"} for n in range(size // 40)
        },
        recipients=[{"party": "p0"}],
    ),
    "successors in circles": _with(
        "parties",
        lambda size: {
            f"p{n}": {"name": f"P{n}", "replaced_by": f"p{n ^ 1}"} for n in range(size // 80 * 2)
        },
    ),
    "unknown parties": _of_hearing(
        recipients=lambda size: [{"party": f"p{n}"} for n in range(size // 20)]
    ),
    "unknown sections": lambda size: _file(some_data() | {f"k{n}": "a" for n in range(size // 12)}),
    "bad ids": _with("hearings", lambda size: {f"H {n}": {} for n in range(size // 15)}),
    "bad days": _with(
        "hearings", lambda size: {f"h{n}": {"deadline": "x"} for n in range(size // 30)}
    ),
    "hearings": _with("hearings", lambda size: {f"h{n}": a_hearing() for n in range(size // 400)}),
    "unknown issuers": _with(
        "hearings", lambda size: {f"h{n}": a_hearing(issuer=f"i{n}") for n in range(size // 400)}
    ),
    "issuers": _with(
        "issuers",
        lambda size: {
            f"i{n}": {"name": "a", "country": "NO", "kind": "state"} for n in range(size // 50)
        },
    ),
}
HEARINGS: Final[Mapping[str, Make]] = {
    **{name: _of_hearing(recipients=make) for name, make in _RECIPIENTS.items()},
    **_HEARINGS,
    **_LISTS,
}
"""Files with a hearing, or many."""


def _lines(line: str, begin: str = "", end: str = "") -> Make:
    return lambda size: f"{begin}{line * (size // len(line))}{end}".encode()


def _numbered(line: str, begin: str = "", end: str = "") -> Make:
    """Repeat a line in which ``%d`` is its number."""
    return lambda size: (
        begin + "".join(line.replace("%d", str(n)) for n in range(size // len(line))) + end
    ).encode()


FILES: Final[Mapping[str, Make]] = {
    "comments": _lines("#x\n", "a: b\n"),
    "headings above": _numbered("k%d:\n## x\n#\n#\n  v\n"),
    "many headings above": _lines("## x\n", "a:\n", "  v\n"),
    "one line of keys": _numbered("k%d: 'b', ", "{", "}"),
    "one line of one key": _lines("a: 'b', ", "{", "}"),
    "one line of hearings": _numbered("h%d: {},", "{hearings: {", "}}"),
    "one line of texts": _lines("'a',", "{issuers: {a: {name: [", "]}}}"),
    "one key again": _lines("a: b\n"),
    "anchors": _numbered("k%d: &a%d b\n"),
    "one anchor again": _numbered("k%d: &a b\n"),
    "aliases": _lines("- *a\n", "a: &a b\nc:\n"),
    "aliases on a line": _lines("*a, ", "a: &a b\nc: [", "]"),
    "tags": _lines("- !x b\n", "a:\n"),
    "tags on a line": _lines("!x b, ", "a: [", "]"),
    "escapes": _lines("\\x00", 'a: "', '"'),
    "texts of an escape": _lines('"\\x00",', "a: [", "]"),
    "merge keys": _lines("<<: a\n"),
    "a tab at last": _lines("- x\n", "a:\n", "\t- y"),
    "a quote never closed": _lines("x: y\n", 'a: "'),
    "a bracket never closed": _lines("x,\n", "a: ["),
    "colons": _lines("a: b: c\n"),
    "a colon at last": _numbered("k%d: b\n", "", "a: b: c"),
    "bad indent at last": _numbered("  k%d: c\n", "a:\n", " d: e\n"),
    "stars at last": _numbered("k%d: b\n", "", "c: **x**"),
    "directives": _lines("%YAML 1.1\n"),
    "tag directives": _lines("%TAG ! a\n", "", "---\na: b"),
    "documents": _lines("---\n"),
    "carriage returns": _lines("\r"),
    "folded paragraphs": _lines("  x\n\n", "a: >\n"),
    "joined paragraphs": _lines("\n  x\n", "a: x\n"),
    "joined lists": _lines("  - x\n", "a: x\n"),
    "many joined": _numbered("k%d: x\n\n  y\n"),
    "blank lines": _lines(" \n", "a: x", "  y"),
    "blanks in a line": _lines(" ", "a: x", "y\n\n  z"),
    "blanks and a comment": _lines(" ", "a: b", "# c"),
    "marks of a conflict": _lines("=======\n"),
    "silencing comments": _lines("#hearingkit: ignore HK201\n", "a: b\n"),
    "bad silencing comments": _lines("#hearingkit: x\n", "a: b\n"),
    "brackets": _lines("[", "a: "),
    "braces": _lines("{a: ", "a: "),
    "question marks": _lines("? "),
    "dashes": _lines("- "),
    "one number": _lines("1", "a: "),
    "no keys": _lines(": b, ", "a: {", "}"),
    "lists as keys": _lines("[b]: c, ", "a: {", "}"),
    "high escapes": _lines("\\U", 'a: "', '"'),
}
"""Files of YAML, whatever data they hold."""
