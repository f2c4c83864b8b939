"""A rule on text that sends answers elsewhere than the data does."""

import re
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import urlsplit

from hearingkit.findings import Severity
from hearingkit.rules.recipients.addressees import shared_domain
from hearingkit.rules.registry import Breach, rule
from hearingkit.rules.text.addresses import Address, own_addresses, taken_apart, written_addresses
from hearingkit.rules.text.due_answers import ANSWERS
from hearingkit.texts.quotations import without_quotations
from hearingkit.validation.book import Case
from hearingkit.validation.faults import visible
from hearingkit.validation.free_text import FreeText, free_text, told

_LOOKED_BACK: Final = 250  # characters before an address in which a sentence says what it is
_SENTENCE_END: Final = re.compile(r"[.!?;]\s+(?=[A-ZÆØÅ*])|(?<!:)\n\s*\n|[\w.+-]@[\w.-]+|https?://")
_NOUN: Final = re.compile(rf"\b{ANSWERS}", re.IGNORECASE)
_VERB: Final = re.compile(
    r"\b(?:(?:ind|inn|over|frem|til)?send(?:es|ast|as|e|a)?|rettes|rettast|stiles|stilast|mailes"
    r"|(?:ind|inn)?lever(?:es|ast|e)?|afgives|avgis|gis|gjevast|returneres"
    r"|(?:bes|bedes|være|vere|bli|blive)\s+(?:ind|inn|over|frem)?sendt)\b",
    re.IGNORECASE,
)
_TO: Final = re.compile(r"\b(?:til|på|via|gjennom|gennem|ved|per|pr)\b", re.IGNORECASE)
_OF_SOMETHING_ELSE: Final = re.compile(
    r"\b(?:spørsmål(?!ene|a\b)|spørgsmål(?!ene)|kopi|cc\b|påmeld|tilmeld|henvend|kontakt|se\b|sjå\b"
    r"|les\b|læs|fin[dn]|ligg|direkte|tidligere|tidlegare|forrige|førre|presse|innsyn|aktindsigt"
    r"|ikke\b|ikkje\b|ble\b|blev\b|vart\b|kunne\b|kunde\b|skulle\b|mal(?:en)?\b|skabelon)",
    re.IGNORECASE,
)


@rule(
    "HK416",
    Severity.WARNING,
    says='the text sends answers to "{text}", which is none of the hearing\'s own addresses; '
    "write one of them, or add it to submission",
    source="practice: one place for answers in letter, list, page and mail",
)
def answers_sent_elsewhere(case: Case) -> Iterator[Breach]:
    """Where the text sends answers to, the data does too.

    The letter prints the addresses for answers from the data. One that was typed into the text, or
    stayed behind from an earlier letter, sends some of the answers where nobody looks for them.
    Only sentences count that send answers there; those on questions, copies, sign-up and earlier
    hearings, and quotations, are let alone. So is another page of a site that the data names.

    Bad:  submission: svar@sst.dk, body: "Høringssvar sendes til arkiv@sst.dk."
    Good: submission: svar@sst.dk, body: "Høringssvar sendes til svar@sst.dk."
    """
    own = own_addresses(case)
    for free in free_text(case):
        yield from told(_sent_elsewhere(free, own, _hosts_of_origin(case)))


def _hosts_of_origin(case: Case) -> frozenset[str]:
    """Return the domain of the principal, who may be answered too."""
    origin = case.hearing.origin
    host = (urlsplit(origin.url).hostname or "") if origin and origin.url else ""
    return frozenset({shared_domain(host)} if host else ())


def _sent_elsewhere(
    free: FreeText, own: Mapping[tuple[str, ...], Address], let_alone: frozenset[str]
) -> Iterator[Breach]:
    written = written_addresses(free)
    text = without_quotations(free.text) if written else ""
    hosts = {shared_domain(_host(one)) for one in own.values()}
    seen: set[tuple[str, ...]] = set()
    for found, start in written:
        address = taken_apart(found)
        if address.parts in own or address.parts in seen or not _sends_answers(text, start):
            continue
        seen.add(address.parts)
        is_page = address.parts[0] == "/"
        if shared_domain(_host(address)) in (hosts if is_page else let_alone):
            continue
        if not any(address.slips_from(one) for one in own.values()):  # HK404 tells of those
            yield Breach(free.site, {"text": visible(found)}, found, free.nth(found, start))


def _host(address: Address) -> str:
    """Return the host of a page, or the domain of a mailbox."""
    _, *parts = address.parts
    name, top = parts[:2] if address.parts[0] == "/" else parts[-2:]
    return f"{name}.{top}".partition(":")[0]


def _sends_answers(text: str, start: int) -> bool:
    """Tell whether the sentence before an address sends answers there."""
    before = _SENTENCE_END.split(text[max(0, start - _LOOKED_BACK) : start])[-1]
    verbs = list(_VERB.finditer(before))
    if not verbs or "\0" in text[start : start + 1] or not _NOUN.search(before):
        return False
    is_to = _TO.search(before, verbs[-1].end()) is not None
    return is_to and not _OF_SOMETHING_ELSE.search(before)
