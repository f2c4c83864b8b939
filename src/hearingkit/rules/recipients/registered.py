"""Rules on parties of the register: named by hand, by a name of before, or after their time."""

from collections.abc import Iterable, Iterator, Mapping

from hearingkit.findings import Severity, practice
from hearingkit.model.recipient import Member, PartyReference, Recipient
from hearingkit.names.plain_names import plain_name
from hearingkit.rules.registry import Breach, rule
from hearingkit.source.site import Site
from hearingkit.validation.book import HearingBook
from hearingkit.validation.entries import all_entries
from hearingkit.validation.faults import visible
from hearingkit.validation.successors import successor_of

_Ids = Mapping[str, str]
"""The ids of parties by their names in small letters; no name that two parties share."""


@rule(
    "HK321",
    Severity.NOTE,
    says='"{who}" is the party "{id}" of the register; write {{party: {id}}}',
    source=practice("an address that stands in one place is mended in one place"),
)
def typed_by_hand(book: HearingBook) -> Iterator[Breach]:
    """A party of the register is named by its id.

    Who stands there by name has the address that was typed along with the name, or none: it is not
    mended when the register is. Names and short names in all languages count, upper and lower case
    don't. A name that two parties share is let alone.

    Bad:  parties: {kl: {name: KL, email: kl@kl.example}}, recipients: [KL]
    Good: parties: {kl: {name: KL, email: kl@kl.example}}, recipients: [{party: kl}]
    """
    current = _current(book)
    for who, site in _typed(book) if current else ():
        id_ = current.get(plain_name(who))
        if id_ and not book.parties[id_].value.replaced_by:
            yield Breach(site, {"who": visible(who), "id": id_})


@rule(
    "HK322",
    Severity.WARNING,
    says={
        "former": '"{who}" is what "{now}" was called before; write {{party: {id}}}',
        "replaced": '"{who}" has been replaced by "{now}"; write {{party: {id}}}',
    },
    source=practice("a letter to a body of yesterday reaches nobody, or somebody late"),
)
def former_name(book: HearingBook) -> Iterator[Breach]:
    """A recipient is not called by a name that it had before, nor is it a body of before.

    The register knows former names, and who has taken whose place.

    Bad:  parties: {kl: {name: KL, former_names: [Landsforeningen]}}, recipients: [Landsforeningen]
    Good: parties: {kl: {name: KL, former_names: [Landsforeningen]}}, recipients: [{party: kl}]
    """
    parties = book.parties
    current = _current(book)
    former = _unique((one.value.former_names or (), id_) for id_, one in parties.items())
    for who, site in _typed(book) if current else ():
        id_ = current.get(plain_name(who))
        before = None if id_ else former.get(plain_name(who))
        of_before = id_ or before
        successor = of_before and (successor_of(of_before, parties) or before)
        if successor:
            facts = {"who": visible(who), "id": successor, "now": _name(book, successor)}
            yield Breach(site, facts, variant="former" if successor == before else "replaced")


@rule(
    "HK323",
    Severity.WARNING,
    says='"{who}" has been replaced by "{now}"; write {{party: {id}}}',
    source=practice("a letter to a body of yesterday reaches nobody, or somebody late"),
)
def replaced_party(book: HearingBook) -> Iterator[Breach]:
    """A party that another has replaced is not written to.

    Groups leave it out; who is named by id is not exchanged, as a body that is split up has several
    successors, of which a caseworker chooses.

    Bad:  parties: {amt: {name: Amtet, replaced_by: region}, region: {name: Regionen}},
          recipients: [{party: amt}]
    Good: parties: {amt: {name: Amtet, replaced_by: region}, region: {name: Regionen}},
          recipients: [{party: region}]
    """
    for entry, site in all_entries(book) if book.parties else ():
        match entry:
            case PartyReference(party_id=str(id_)) if id_ in book.parties:
                if successor := successor_of(id_, book.parties):
                    names = {"who": _name(book, id_), "now": _name(book, successor)}
                    yield Breach(site.at("party"), {**names, "id": successor})
            case _:
                pass


def _typed(book: HearingBook) -> Iterator[tuple[str, Site]]:
    """Yield every name that was typed by hand, of members too, and where it stands."""
    for entry, site in all_entries(book):
        for one in Member(entry).with_members() if isinstance(entry, Recipient) else ():
            if one.recipient.name is not None:
                yield one.recipient.name, site.at(*one.path)


def _current(book: HearingBook) -> _Ids:
    return _unique((one.value.names, id_) for id_, one in book.parties.items())


def _unique(named: Iterable[tuple[Iterable[str], str]]) -> _Ids:
    """Return the ids by name, but for names that several share."""
    ids: dict[str, set[str]] = {}
    for names, id_ in named:
        for name in names:
            ids.setdefault(plain_name(name), set()).add(id_)
    return {name: next(iter(those)) for name, those in ids.items() if len(those) == 1}


def _name(book: HearingBook, id_: str) -> str:
    return visible(book.parties[id_].value.name or id_)
