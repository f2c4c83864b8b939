"""Rules on addresses in free text: they must be whole, and the hearing's own ones must be right."""

import functools
import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from hearingkit.findings import Severity
from hearingkit.language.slips import slips_between
from hearingkit.model.base import Value
from hearingkit.model.recipient import Recipient
from hearingkit.rules.registry import Breach, rule
from hearingkit.validation.book import Case
from hearingkit.validation.faults import visible
from hearingkit.validation.free_text import FreeText, free_text, hide, told

_MOST_SLIPS: Final = 2
_MOST_COMPARED: Final = 5000  # addresses of one text
_NO_OWN_ADDRESS: Final = {"accept", "body", "copy_to", "recipients", "wording"}
_UNSEEN: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"

# A run of signs is tried where it begins and at no other place: linear time.
_EMAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
WEB: Final = re.compile(r"(?:https?://|(?<![\w./])www\.)[^\s<>()\[\]\"«»”’{}|]{3,400}")
TRAILING: Final = ".,;:!?*_'"
_END: Final = r"(?:[\w-]{1,63}\.){1,6}[a-z]{2,20}(?![^\W_])"  # an underscore may be markup
_LOCAL: Final = r"(?<![\w.+-])[\w.+-]{1,64}"
_GAP: Final = r"[ \t\n]{1,3}"
_CUT: Final = re.compile(
    rf"{_LOCAL}(?<=\w-)(?:{_GAP})[\w.+-]{{1,64}}@{_END}"  # sst-/prim@sst.dk
    rf"|{_LOCAL}@[\w.-]{{1,100}}(?<=-){_GAP}{_END}"
    rf"|{_LOCAL}(?:{_GAP}@(?:{_GAP})?|@{_GAP}){_END}"
    rf"|https?:(?:{_GAP})?//{_GAP}{_END}|https?:{_GAP}//{_END}|\bwww\.{_GAP}{_END}"
    r"|(?:https?://|\bwww\.)[^\s<>()\[\]]{3,400}(?<=-)\n[ \t]*[^\s<>()\[\]]{1,400}"
)
_ANY_ADDRESS: Final = ("@", "http", "www.")  # one of them stands in whatever is cut
_OF_ADDRESS: Final = r"[^\s<>()\[\]\"«»”’{}|]"  # what may stand in one, and no mark beside it
_WITH_UNSEEN: Final = re.compile(
    rf"(?<!{_OF_ADDRESS}){_OF_ADDRESS}{{0,200}}[{_UNSEEN}]{_OF_ADDRESS}{{0,200}}"
)
_LEADING: Final = "*_"
_SEEN_ONLY: Final = str.maketrans("", "", _UNSEEN)
_LOOKS_LIKE_ADDRESS: Final = re.compile(r"@[\w-]+\.|://|www\.")


@rule(
    "HK404",
    Severity.WARNING,
    says='the text has "{text}", which differs a little from the hearing\'s own "{own}"',
    source="practice: an answer that is sent to a misspelt address is lost",
)
def address_almost_own(case: Case) -> Iterator[Breach]:
    """An address in the text that is meant to be the hearing's own is spelt as in the data.

    Own addresses are those for answers and questions, of the issuer and its units, the portal, the
    meeting and the enclosures. Those of recipients may be alike, and so may pages that differ in a
    number.

    Bad:  submission: sstprim@sst.dk, body: "Skriv til sst-prim@sst.dk."
    Good: submission: sstprim@sst.dk, body: "Skriv til sstprim@sst.dk."
    """
    for free in free_text(case):
        written = written_addresses(free)
        if written:
            yield from told(_misspelt(written, free, case))


@rule(
    "HK408",
    Severity.WARNING,
    says='the address "{text}" is cut {by}; write it in one piece',
    source="practice: an address is never hyphenated or broken; read as text, it is another one",
)
def address_cut(case: Case) -> Iterator[Breach]:
    """An address in the text stands in one piece.

    Text copied from a PDF keeps the hyphens and line ends of the page, and signs that nobody sees.
    Who copies the address on then writes to nobody.

    Bad:  body: "Skriv til sst- prim@sst.dk", with a line end behind the hyphen
    Good: body: "Skriv til sstprim@sst.dk"
    """
    for free in free_text(case):
        yield from told(_cuts(free))


@dataclass(frozen=True, slots=True)
class Address:
    """An address, taken apart where a slip in one part says nothing of the next."""

    text: str
    parts: tuple[str, ...]

    def slips_from(self, own: "Address") -> int | None:
        """Return how far this is from another; None where it is meant to be another one."""
        if len(self.parts) != len(own.parts):
            return None
        slips = 0
        for part, meant in zip(self.parts, own.parts, strict=True):
            more = slips_between(part, meant)
            if more is None or slips + more > _MOST_SLIPS:
                return None
            slips += more
        return slips


def own_addresses(case: Case) -> Mapping[tuple[str, ...], Address]:
    """Return the addresses of a hearing and its issuer, by their parts."""
    given = (case.hearing, case.issuer)
    return {taken_apart(text).parts: taken_apart(text) for text in _addresses(given)}


def _misspelt(written: list[tuple[str, int]], free: FreeText, case: Case) -> Iterator[Breach]:
    own = own_addresses(case)
    strange = [
        (address, start) for address, start in written if taken_apart(address).parts not in own
    ]
    others = _of_recipients(case) if strange else frozenset()
    for text, start in strange:
        address = taken_apart(text)
        if address.parts in others:
            continue
        near = [meant for meant in own.values() if address.slips_from(meant)]
        if near:
            best = min(near, key=lambda meant: address.slips_from(meant) or 0)
            facts = {"text": visible(text), "own": visible(best.text)}
            yield Breach(free.site, facts, text, free.nth(text, start))


def _of_recipients(case: Case) -> frozenset[tuple[str, ...]]:
    texts = (text for party in case.parties for text in _addresses(party.recipient))
    return frozenset(taken_apart(text).parts for text in texts)


def written_addresses(free: FreeText) -> list[tuple[str, int]]:
    """Return the addresses of a text, and the offset of each; no more than can be compared."""
    text = _without_cut(free.text)
    found = (one for pattern in (_EMAIL, WEB) for one in pattern.finditer(text))
    whole = ((one[0].rstrip(TRAILING), one.start()) for one in found)
    return list(itertools.islice(whole, _MOST_COMPARED))


def _without_cut(text: str) -> str:
    """Return a text, as long as before, without the addresses that ``address_cut`` tells of."""
    has_any = any(sign in text for sign in _ANY_ADDRESS)
    return hide(_CUT, hide(_WITH_UNSEEN, text)) if has_any else text


def taken_apart(text: str) -> Address:
    """Take an address apart; what makes no difference to a mailbox or a page is left out."""
    if "@" in text and "://" not in text:
        local, _, host = text.casefold().rpartition("@")
        return Address(text, ("@", local, *_host(host)))
    bare = text.rpartition("://")[2].removesuffix("/")
    host, *path = bare.split("/")
    return Address(text, ("/", *_host(host.casefold().removeprefix("www.")), *path))


def _host(host: str) -> tuple[str, str]:
    name, _, top = host.rpartition(".")
    return name, top


def _addresses(value: object) -> Iterator[str]:
    """Yield the e-mail and web addresses in the fields of some data; its prose is no such field."""
    match value:
        case str():
            is_address = "@" in value or "://" in value
            if is_address and not any(sign.isspace() for sign in value):
                yield value
        case Recipient():
            yield from value.email
            yield from _addresses(value.members)
        case Value():
            yield from _addresses([getattr(value, name) for name in _fields(type(value))])
        case dict():
            yield from _addresses(list(value.values()))
        case list() | tuple():
            for one in value:
                yield from _addresses(one)


@functools.cache
def _fields(model: type[Value]) -> tuple[str, ...]:
    return tuple(sorted(model.model_fields.keys() - _NO_OWN_ADDRESS))


def _cuts(free: FreeText) -> Iterator[Breach]:
    if any(sign in free.text for sign in _ANY_ADDRESS):
        yield from (_cut(free, found, _cut_by(found)) for found in _CUT.finditer(free.text))
    if any(sign in free.text for sign in _UNSEEN):
        for found in _WITH_UNSEEN.finditer(free.text):
            if _LOOKS_LIKE_ADDRESS.search(found[0].translate(_SEEN_ONLY)):
                yield _cut(free, found, "by a sign that nobody sees")


def _cut_by(found: re.Match[str]) -> str:
    return "by a line end" if "\n" in found[0] else "by a space"


def _cut(free: FreeText, found: re.Match[str], by: str) -> Breach:
    """Return the breach, which tells of the address without the marks around it."""
    start = found.end() - len(found[0].lstrip(_LEADING))
    text = found[0].lstrip(_LEADING).rstrip(TRAILING)
    facts = {"text": visible(" ".join(text.split())), "by": by}
    return Breach(free.site, facts, text, free.nth(text, start))
