"""A rule on texts that send answers elsewhere than the data does."""

import functools
import re
from collections.abc import Iterator, Mapping
from typing import Final

from hearingkit.findings import Severity, limited, practice
from hearingkit.language.word_groups import either
from hearingkit.language.words import Words
from hearingkit.model.hearing import Origin
from hearingkit.model.submission import Contact
from hearingkit.names.mailbox_words import shared_domain
from hearingkit.patterns import late_pattern
from hearingkit.rules.registry import Breach, rule
from hearingkit.rules.text.addresses import AddressParts, WrittenAddress, addresses_in
from hearingkit.rules.text.date_roles import DateRoleWords
from hearingkit.texts.hiding import HIDDEN
from hearingkit.texts.text import Text

_NEAR: Final = 3  # characters between a colon and what it introduces
# What stands before another address says nothing of this one.
_CLAUSE_END: Final = late_pattern(rf";\s(?=[A-ZÆØÅ])|{HIDDEN}+")


class SendingWords(Words):
    """How a sentence sends answers somewhere, as patterns.

    Attributes:
        answering: That somebody answers, in other words than that an answer is given.
        send: Verbs.
        to: What stands between the verb and the address.
        something_else: What tells of other mail, of earlier hearings, or of no sending.
    """

    section = "text.answers_elsewhere"

    answering: str
    send: str
    to: str
    something_else: str


@rule(
    "HK416",
    Severity.WARNING,
    says='the text sends answers to "{text}", which is none of the hearing\'s own addresses; '
    "write one of them, or add it to submission",
    source=practice("one place for answers in letter, list, page and mail"),
)
def answers_sent_elsewhere(
    addresses_in_texts: tuple[WrittenAddress, ...],
    own_addresses: Mapping[tuple[str, ...], AddressParts],
    submission: Contact | None,
    origin: Origin | None = None,
) -> Iterator[Breach]:
    """Where the text sends answers to, the data does too.

    The letter prints the addresses for answers from the data. One that was typed into the text, or
    stayed behind from an earlier letter, sends some of the answers where nobody looks for them.
    Only sentences count that send answers there; those on questions, copies, sign-up and earlier
    hearings, and quotations, are let alone. So is another page of a site that the data names.

    Bad:  submission: {addresses: [{email: svar@sst.dk}]}, body:
          "Høringssvar sendes til arkiv@sst.dk."
    Good: submission: {addresses: [{email: svar@sst.dk}]}, body:
          "Høringssvar sendes til svar@sst.dk."
    """
    # If one of the submission's were at fault, the rule could not tell.
    own = {**own_addresses, **{one.parts: one for one in addresses_in(submission)}}
    let_alone = _hosts_of_origin(origin)
    elsewhere = (one for one in addresses_in_texts if _is_elsewhere(one.address, own, let_alone))
    sent: dict[tuple[Text, tuple[str, ...]], WrittenAddress] = {}
    for one in filter(_gets_answers, elsewhere):
        sent.setdefault((one.passage.text, one.address.parts), one)
    yield from limited(one.breach() for one in sent.values())


def _hosts_of_origin(origin: Origin | None) -> frozenset[str]:
    """Return the domain of the principal, who may be answered too."""
    return frozenset({shared_domain(origin.url)} if origin and origin.url else ())


def _is_elsewhere(
    address: AddressParts, own: Mapping[tuple[str, ...], AddressParts], let_alone: frozenset[str]
) -> bool:
    """Return whether an address is none of the hearing's own, nor one that is let alone."""
    if address.parts in own:
        return False
    is_page = address.parts[0] == "/"
    hosts = {shared_domain(_host(one)) for one in own.values()} if is_page else let_alone
    if shared_domain(_host(address)) in hosts:
        return False
    return not any(address.slips_from(one) for one in own.values())  # HK404 reports those


def _host(address: AddressParts) -> str:
    """Return the host of a page, or the domain of a mailbox."""
    _, *parts = address.parts
    name, top = parts[:2] if address.parts[0] == "/" else parts[-2:]
    return f"{name}.{top}".partition(":")[0]


def _gets_answers(one: WrittenAddress) -> bool:
    """Return whether the sentence before an address sends answers there."""
    before = _clause_before(one.passage.text, one.at)
    sends, something_else = _patterns()
    is_quoted = before.endswith(HIDDEN)
    return not is_quoted and bool(sends.search(before)) and not something_else.search(before)


@functools.cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Compile what sends answers somewhere, and what sends something else, in any language."""
    every = SendingWords.of_all()
    given = (words.parts["answer"] for words in DateRoleWords.of_all())
    answer = either((*given, *(words.answering for words in every)))
    send, to, other = (
        either(getattr(words, name) for words in every) for name in ("send", "to", "something_else")
    )
    sends = rf"\A(?=.*\b(?:{answer})\b).*\b(?:{send})(?:\b.*\b(?:{to})\b|\s*\Z)"
    return re.compile(sends, re.IGNORECASE | re.DOTALL), re.compile(
        rf"\b(?:{other})", re.IGNORECASE
    )


def _clause_before(text: Text, at: int) -> str:
    """Return what stands before an address in its clause, or in the clause that introduces it."""
    first, _ = text.sentence_around(at, at)
    introduction = text.prose[max(0, first - _NEAR) : first].rstrip()
    if not text.prose[first:at].strip() and introduction.endswith(":"):
        colon = max(0, first - _NEAR) + len(introduction) - 1
        first, _ = text.sentence_around(colon, colon)
    ends = [found.end() for found in _CLAUSE_END.finditer(text.prose, first, at)]
    return text.own_words[ends[-1] if ends else first : at]
