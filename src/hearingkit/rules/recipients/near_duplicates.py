"""Rules on recipients that are nearly the same: two spellings of one body, or a slip."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from hearingkit.findings import Severity, practice
from hearingkit.language.slips import Slip, pairs_a_slip_apart
from hearingkit.names.body_names import nearly_equal_names
from hearingkit.names.mailbox_words import shared_domain, without_case
from hearingkit.names.short_names import is_short_name
from hearingkit.rules.recipients.addressees import Addressee
from hearingkit.rules.recipients.identifiers import digits_of
from hearingkit.rules.registry import Breach, rule
from hearingkit.source.site import Site
from hearingkit.validation.faults import visible

_SHORTEST_LOCAL_PART: Final = 4  # "ks" and "kl" are two mailboxes
_SHORTEST_CHANGED: Final = 6  # letters in which one that stands for another is a slip
_SHORTEST_LABEL: Final = 6  # sum.dk, kum.dk and uvm.dk are three ministries

Mailboxes = Mapping[str, Addressee]
"""Who has an address first, by the address without its case."""


@rule(
    "HK303",
    Severity.WARNING,
    says='"{who}" is nearly "{other}", which stands at {first}; keep one of them if it is one body',
    source=practice("one letter to each party"),
)
def name_nearly_twice(addressees: tuple[Addressee, ...]) -> Iterator[Breach]:
    """Two recipients don't bear nearly the same name.

    Such names are mostly two spellings of one body, from two lists. They differ by the ending of a
    word, a short name beside the full one or in its place, a hyphen, a legal form, or one slip in a
    long word. Figures make a difference, and so do names of places: Strand and Stranda are two
    municipalities. Two bodies with numbers of their own (org_number) are two, and so are two
    parties of the register, and a short and a full name whose mailboxes are in two domains: many
    bodies share their initials.

    Bad:  recipients: [Norsk psykiatrisk forening, Norsk psykiatriske forening]
    Good: recipients: [Norsk psykiatrisk forening, Norsk kirurgisk forening]
    """
    pairs = [*nearly_equal_names(one.recipient.name for one in _named_anew(addressees))]
    by_spelling = {one.recipient.name: one for one in _named_anew(addressees) if pairs}
    for first, again in ((by_spelling[one], by_spelling[other]) for one, other in pairs):
        if not _told_apart(first, again):
            facts = {"who": again.shown, "other": first.shown, "first": first.first_place}
            yield Breach(again.site, facts)


@rule(
    "HK304",
    Severity.WARNING,
    says={
        "mailbox": '"{email}" is nearly "{other}", which stands at {first}; '
        "mend it if it is a slip",
        "domain": '"{email}" is nearly "@{domain}", which {number} other addresses have; '
        "mend it if it is a slip",
    },
    source=practice("a letter to a mistyped address reaches nobody, or somebody else"),
)
def address_nearly_twice(addressees: tuple[Addressee, ...]) -> Iterator[Breach]:
    """Two addresses don't differ by one slip alone.

    That is so where two mailboxes of one domain differ by a letter left out, put in or swapped, or
    by one that sounds alike or is beside the right one on the keyboard; and where a domain that
    stands once differs by a letter from one that stands more often. Figures make a difference:
    post1 and post2 are two mailboxes.

    Bad:  recipients: [{name: Norsk Vann, email: [post@norskvann.example, pots@norskvann.example]}]
    Good: recipients: [{name: Norsk Vann, email: [post@norskvann.example, hms@norskvann.example]}]
    """
    mailboxes: dict[str, Addressee] = {}
    for one in addressees:
        for email in one.recipient.email:
            mailboxes.setdefault(without_case(email), one)
    number_of = Counter(map(shared_domain, mailboxes))
    yield from _slipped_mailboxes(mailboxes, number_of)
    yield from _slipped_domains(mailboxes, number_of)


def _named_anew(addressees: tuple[Addressee, ...]) -> Iterator[Addressee]:
    """Yield who has a name first; names that differ in case or white space alone are the same."""
    seen: set[str] = set()
    for one in addressees:
        name = one.name
        if name not in seen:
            seen.add(name)
            yield one


def _told_apart(one: Addressee, other: Addressee) -> bool:
    """Return whether the data shows that these are two, or another rule reports their mailbox.

    Of a recipient at fault it is not known what the data shows. Two parties of the register are
    two.
    """
    if not (one.is_whole and other.is_whole) or (one.is_registered and other.is_registered):
        return True
    numbers = [digits_of(each.recipient.org_number or "") for each in (one, other)]
    if all(numbers) and numbers[0] != numbers[1]:
        return True
    is_short = is_short_name(one.recipient.name) or is_short_name(other.recipient.name)
    if is_short and one.lies_elsewhere_than(other):
        return True
    shared = {email.casefold() for email in one.recipient.email}
    return not shared.isdisjoint(email.casefold() for email in other.recipient.email)


def _as_written(address: str, holder: Addressee) -> tuple[Site, str]:
    """Return where an address of a recipient stands, and the address in its own case."""
    return next(one for one in holder.mailboxes() if one[1].casefold() == address)


def _slipped_mailboxes(mailboxes: Mailboxes, number_of: Mapping[str, int]) -> Iterator[Breach]:
    by_domain: dict[str, list[str]] = {}
    for address in mailboxes:
        if number_of[shared_domain(address)] > 1:
            local_part, _, domain = address.partition("@")
            by_domain.setdefault(domain, []).append(local_part)
    for domain, local_parts in by_domain.items():
        first: dict[str, str] = {}
        for earlier, later, slip in pairs_a_slip_apart(local_parts):
            if _is_likely(slip, earlier, later):
                first.setdefault(later, earlier)
        for later, earlier in first.items():
            addresses = (f"{later}@{domain}", f"{earlier}@{domain}")
            holders = [mailboxes[one] for one in addresses]
            (site, email), (_, usual) = map(_as_written, addresses, holders)
            facts = {"other": visible(usual), "first": holders[1].first_place}
            yield Breach(site, {"email": visible(email), **facts}, variant="mailbox")


def _is_likely(slip: Slip, one: str, other: str) -> bool:
    if slip.is_change and not (slip.sounds_alike or slip.is_next_key):
        return False  # oest and vest, a and b
    shortest = min(len(one), len(other))
    if shortest < (_SHORTEST_CHANGED if slip.is_change else _SHORTEST_LOCAL_PART) - 1:
        return False
    if max(len(one), len(other)) < _SHORTEST_LOCAL_PART or slip.at == 0:
        return False
    return not _has_figure(slip)


def _slipped_domains(mailboxes: Mailboxes, number_of: Mapping[str, int]) -> Iterator[Breach]:
    """Yield the addresses in a domain that is one slip from a more frequent one.

    Only the part that many share is compared, as kommune.no: of what stands before it there may be
    many that are alike.
    """
    usual: dict[str, str] = {}
    for one, other, slip in pairs_a_slip_apart(number_of):
        rare, frequent = sorted((one, other), key=lambda domain: number_of[domain])
        if number_of[rare] == 1 < number_of[frequent] and _is_slipped_label(slip, rare, frequent):
            usual.setdefault(rare, frequent)
    for address, holder in mailboxes.items() if usual else ():
        frequent = usual.get(shared_domain(address), "")
        if frequent:
            site, email = _as_written(address, holder)
            facts = {"domain": frequent, "number": number_of[frequent]}
            yield Breach(site, {"email": visible(email), **facts}, variant="domain")


def _is_slipped_label(slip: Slip, one: str, other: str) -> bool:
    labels = (one.partition(".")[0], other.partition(".")[0])
    long_enough = min(map(len, labels)) >= (3 if slip.is_swap else _SHORTEST_LABEL)
    return long_enough and 0 < slip.at < max(map(len, labels)) and not _has_figure(slip)


def _has_figure(slip: Slip) -> bool:
    """Return whether a figure is part of a slip, swapped with a letter say."""
    return any(map(str.isdigit, slip.one + slip.other))
