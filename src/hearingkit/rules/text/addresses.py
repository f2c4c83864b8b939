"""Rules on addresses in texts: they must be whole, and the hearing's own ones must be right."""

import functools
import itertools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from hearingkit.findings import Place, Severity, limited, practice, standard
from hearingkit.frozen import frozen
from hearingkit.language.slips import slips_between
from hearingkit.model.base import Value
from hearingkit.model.issuer import Issuer
from hearingkit.model.recipient import Recipient
from hearingkit.model.submission import Contact
from hearingkit.patterns import late_pattern
from hearingkit.rules.parts import part
from hearingkit.rules.registry import Breach, rule
from hearingkit.source.characters import named, stranger_in
from hearingkit.texts.hiding import hide
from hearingkit.texts.line_search import found_in_lines, hide_in_lines, holding
from hearingkit.texts.reading import LinkSpan
from hearingkit.texts.text import Text
from hearingkit.validation.book import Case
from hearingkit.validation.faults import visible
from hearingkit.validation.located import Located
from hearingkit.validation.parties import AskParties, Party
from hearingkit.values.table import name_for

_MOST_SLIPS: Final = 2
_MOST_COMPARED: Final = 5000  # addresses of one text
_NO_OWN_ADDRESS: Final = {"accept", "body", "copy_to", "recipients", "wording"}
_UNSEEN: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"

# A run of signs is tried where it begins and at no other place: linear time.
_EMAIL: Final = late_pattern(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
WEB: Final = late_pattern(r"(?:https?://|(?<![\w./])www\.)[^\s<>()\[\]\"«»”’{}|]{3,400}")
TRAILING: Final = ".,;:!?*_'"
_END: Final = r"(?:[\w-]{1,63}\.){1,6}[a-z]{2,20}(?!\w)"
_LOCAL: Final = r"(?<![\w.+-])[\w.+-]{1,64}"
_GAP: Final = r"[ \u00a0\u2028]{1,3}"
_CUT: Final = late_pattern(
    rf"{_LOCAL}(?<=\w-)(?:{_GAP})[\w.+-]{{1,64}}@{_END}"  # sst-/prim@sst.dk
    rf"|{_LOCAL}@[\w.-]{{1,100}}(?<=-){_GAP}{_END}"
    rf"|{_LOCAL}(?:{_GAP}@(?:{_GAP})?|@{_GAP}){_END}"
    rf"|https?:(?:{_GAP})?//{_GAP}{_END}|https?:{_GAP}//{_END}|\bwww\.{_GAP}{_END}"
    r"|(?:https?://|\bwww\.)[^\s<>()\[\]]{3,400}(?<=-)[ \u2028][^\s<>()\[\]]{1,400}"
)
_may_hold_address: Final = holding("@", "http", "www.")  # whole or cut
_may_hold_unseen: Final = holding(*_UNSEEN)
_OF_ADDRESS: Final = r"[^\s<>()\[\]\"«»”’{}|]"  # what may stand in one, and no mark beside it
_WITH_UNSEEN: Final = late_pattern(
    rf"(?<!{_OF_ADDRESS}){_OF_ADDRESS}{{0,200}}[{_UNSEEN}]{_OF_ADDRESS}{{0,200}}"
)
_SEEN_ONLY: Final = str.maketrans("", "", _UNSEEN)
_LOOKS_LIKE_ADDRESS: Final = late_pattern(r"@[\w-]+\.|://|www\.")


@frozen
class AddressParts:
    """An address, taken apart where a slip in one part says nothing of the next."""

    text: str
    parts: tuple[str, ...]

    @property
    def reached(self) -> str:
        """Return the parts that say whom it reaches: a whole mailbox, or the site of a page."""
        kind, *rest = self.parts
        return "".join(rest if kind == "@" else rest[:2])

    def slips_from(self, own: "AddressParts") -> int | None:
        """Return how far this is from another; None where it is meant to be another one."""
        if len(self.parts) != len(own.parts):
            return None
        slips = 0
        for piece, meant in zip(self.parts, own.parts, strict=True):
            more = slips_between(piece, meant)
            if more is None or slips + more > _MOST_SLIPS:
                return None
            slips += more
        return slips


@frozen
class AddressText:
    """What may hold addresses: a text as readers read it, or where one of its links leads.

    Attributes:
        text: The text.
        said: What stands there.
        link: The link; None for the text itself.
    """

    text: Text
    said: str
    link: LinkSpan | None = None

    def place(self, start: int, end: int) -> Place:
        """Return the place of a piece of it in the sources."""
        if self.link is None:
            return self.text.place(start, end)
        begin, _ = self.link.target
        return self.text.written_place(begin + start, begin + end)


@frozen
class WrittenAddress:
    """An address that stands in a text.

    Attributes:
        address: The address.
        passage: In which it stands.
        start: Its offset there.
    """

    address: AddressParts
    passage: AddressText
    start: int

    @property
    def at(self) -> int:
        """Return the offset in the plain text of what is printed for it."""
        return self.passage.link.start if self.passage.link else self.start

    def breach(self, instead: str = "", **facts: object) -> Breach:
        """Return a breach at the address.

        Args:
            instead: A name that prints the right value.
            facts: What the rule's message says besides the address.
        """
        said = self.address.text
        place = self.passage.place(self.start, self.start + len(said))
        return Breach(place, {"text": visible(said), **facts}, instead=instead)


@rule(
    "HK404",
    Severity.WARNING,
    says='the text has "{text}", which differs a little from the hearing\'s own "{own}"',
    source=practice("an answer that is sent to a misspelt address is lost"),
)
def address_almost_own(
    addresses_in_texts: tuple[WrittenAddress, ...],
    own_addresses: Mapping[tuple[str, ...], AddressParts],
    ask_parties: AskParties = tuple,
    submission: Contact | None = None,
) -> Iterator[Breach]:
    """An address in the text that is meant to be the hearing's own is spelt as in the data.

    Own addresses are those for answers and questions, of the issuer and its units, the portal, the
    meeting and the enclosures. Those of recipients may be alike, and so may pages that differ in a
    number. A letter of another alphabet has a rule of its own.

    Bad:  submission: {addresses: [{email: sstprim@sst.dk}]}, body: "Skriv til sst-prim@sst.dk."
    Good: submission: {addresses: [{email: sstprim@sst.dk}]}, body: "Skriv til sstprim@sst.dk."
    """
    own = own_addresses.values()
    near = [
        one
        for one in addresses_in_texts
        if one.address.parts not in own_addresses
        and any(map(one.address.slips_from, own))
        and not stranger_in(one.address.reached)
    ]
    others = _of_recipients(ask_parties()) if near else frozenset()
    written = (one for one in near if one.address.parts not in others)
    yield from limited(_misspelt(written, own, submission))


@rule(
    "HK408",
    Severity.WARNING,
    says={
        "space": 'the address "{text}" is cut by a space; write it in one piece',
        "line end": 'the address "{text}" is cut by a line end; write it in one piece',
        "unseen": 'the address "{text}" is cut by a sign that nobody sees; write it in one piece',
    },
    source=practice("an address is never hyphenated or broken; read as text, it is another one"),
)
def address_cut(texts: tuple[Text, ...]) -> Iterator[Breach]:
    r"""An address in the text stands in one piece.

    Text copied from a PDF keeps the hyphens and line ends of the page, and signs that nobody sees.
    Who copies the address on then writes to nobody.

    Bad:  body: "Skriv til sst-\nprim@sst.dk"
    Good: body: "Skriv til sstprim@sst.dk"
    """
    for text in texts:
        yield from limited(cut for passage in _passages(text) for cut in _cuts(passage))


@rule(
    "HK420",
    Severity.ERROR,
    says='the address "{text}" mixes alphabets: "{sign}" is {number}; type the address anew',
    source=standard("Unicode Technical Standard 39, 5.1: mixed scripts"),
)
def address_of_mixed_alphabets(
    addresses_in_texts: tuple[WrittenAddress, ...],
) -> Iterator[Breach]:
    """An address in the text has letters of one alphabet.

    A letter of another alphabet can look like a Latin one. Who follows the address reaches nobody,
    or somebody else. In the first example, the "е" of "еtaten" is a Cyrillic one.

    Bad:  body: "Skriv til svar@еtaten.example"
    Good: body: "Skriv til svar@etaten.example"
    """
    for one in addresses_in_texts:
        if stranger := stranger_in(one.address.reached):
            yield one.breach(sign=stranger, number=named(stranger)["number"])


@part
def own_addresses(
    partial: Case, addresses_of_issuer: tuple[AddressParts, ...] = ()
) -> Mapping[tuple[str, ...], AddressParts]:
    """Return the addresses of a hearing and its issuer, by their parts."""
    every = itertools.chain(addresses_in(partial.hearing), addresses_of_issuer)
    return {one.parts: one for one in every}


@part
def addresses_of_issuer(sender: Located[Issuer]) -> tuple[AddressParts, ...]:
    """Return the addresses of the issuer and its units."""
    return tuple(addresses_in(sender.value))


@part
def addresses_in_texts(texts: tuple[Text, ...]) -> tuple[WrittenAddress, ...]:
    """Return the addresses that the texts show or link to; no more than can be compared."""
    return tuple(
        one for text in texts for one in itertools.islice(_written_in(text), _MOST_COMPARED)
    )


def addresses_in(data: object) -> Iterator[AddressParts]:
    """Yield the addresses in the fields of some data; its prose is no such field."""
    yield from map(taken_apart, _addresses(data))


def _names(submission: Contact) -> Mapping[str, str]:
    """Return what prints an address for answers, by the address."""
    return {
        found.text: name_for("submission", submission, number)
        for number, one in enumerate(submission.addresses)
        for found in addresses_in(one)
    }


def _misspelt(
    written: Iterable[WrittenAddress], own: Collection[AddressParts], submission: Contact | None
) -> Iterator[Breach]:
    for one in written:
        near = [(slips, meant) for meant in own if (slips := one.address.slips_from(meant))]
        _, best = min(near, key=lambda each: each[0])
        names = _names(submission) if submission else {}
        yield one.breach(names.get(best.text, ""), own=visible(best.text))


def _of_recipients(parties: tuple[Party, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(one.parts for one in addresses_in([party.recipient for party in parties]))


def _passages(text: Text) -> Iterator[AddressText]:
    yield AddressText(text, text.plain)
    yield from (AddressText(text, link.href, link) for link in text.links)


def _written_in(text: Text) -> Iterator[WrittenAddress]:
    for passage in _passages(text):
        said = _without_cut(passage.said)
        every = (found_in_lines(one, said, _may_hold_address) for one in (_EMAIL, WEB))
        for found in itertools.chain.from_iterable(every):
            address = taken_apart(found[0].rstrip(TRAILING))
            yield WrittenAddress(address, passage, found.start())


def _without_cut(said: str) -> str:
    """Return a passage, as long as before, without the addresses that ``address_cut`` reports."""
    if _may_hold_unseen(said):
        said = hide(_WITH_UNSEEN, said)
    return hide_in_lines(_CUT, said, _may_hold_address)


def taken_apart(text: str) -> AddressParts:
    """Take an address apart; what makes no difference to a mailbox or a page is left out."""
    if "@" in text and "://" not in text:
        local, _, host = text.casefold().rpartition("@")
        return AddressParts(text, ("@", local, *_host(host)))
    bare = text.rpartition("://")[2].removesuffix("/")
    host, *path = bare.split("/")
    return AddressParts(text, ("/", *_host(host.casefold().removeprefix("www.")), *path))


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
            given = (getattr(value, name) for name in _fields(type(value)))
            yield from _addresses(list(filter(None, given)))
        case dict():
            yield from _addresses(list(value.values()))
        case list() | tuple():
            for one in value:
                yield from _addresses(one)


@functools.cache
def _fields(model: type[Value]) -> tuple[str, ...]:
    return tuple(sorted(model.model_fields.keys() - _NO_OWN_ADDRESS))


def _cuts(passage: AddressText) -> Iterator[Breach]:
    said = passage.said
    for found in found_in_lines(_CUT, said, _may_hold_address):
        yield _cut(passage, found, _cut_by(passage, found))
    if _may_hold_unseen(said):
        for found in _WITH_UNSEEN.finditer(said):
            if _LOOKS_LIKE_ADDRESS.search(found[0].translate(_SEEN_ONLY)):
                yield _cut(passage, found, "unseen")


def _cut_by(passage: AddressText, found: re.Match[str]) -> str:
    start, end = found.span()
    is_one_line = passage.place(start, end).line == passage.place(end - 1, end).line
    return "space" if is_one_line else "line end"


def _cut(passage: AddressText, found: re.Match[str], variant: str) -> Breach:
    text = found[0].rstrip(TRAILING)
    place = passage.place(found.start(), found.start() + len(text))
    return Breach(place, {"text": visible(" ".join(text.split()))}, variant=variant)
