"""What hearings refer to: is it there, does it end, is it in every language?"""

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any, Self

from hearingkit.findings import Finding, limited
from hearingkit.frozen import frozen
from hearingkit.language.language import Language
from hearingkit.model.hearing import Hearing
from hearingkit.model.issuer import Issuer
from hearingkit.model.printed import printed_texts
from hearingkit.model.recipient import Entry
from hearingkit.model.submission import Contact, EmailAddress, Phone, UnitReference
from hearingkit.model.text import in_language
from hearingkit.source.file import TreePath
from hearingkit.validation.book import HearingBook
from hearingkit.validation.faults import finding, named
from hearingkit.validation.located import Located, Ways
from hearingkit.validation.recipient_lists import SoundLists
from hearingkit.validation.sections import ISSUERS, PARTIES
from hearingkit.validation.successors import successor_findings
from hearingkit.validation.unknown_ids import Names, unit_names, unknown_id

Declared = Mapping[str, Names]
"""The ids of each section, also of what could not be read, with their names."""


@frozen
class Shared:
    """What hearings refer to.

    Attributes:
        book: Issuers, parties and recipient lists; no hearing.
        declared: The ids of all of them.
        lists: The recipient lists, as far as they can be resolved.
    """

    book: HearingBook
    declared: Declared
    lists: SoundLists

    @classmethod
    def of(cls, book: HearingBook, declared: Declared) -> tuple[Self, tuple[Finding, ...]]:
        """Return what stands in a book, and a finding for each broken link from there."""
        register = book.resolver.register
        lists = SoundLists(book.recipient_lists, register, declared)
        found = (*lists.findings, *successor_findings(register, declared[PARTIES]))
        return cls(book, declared, lists), found

    def linked(
        self, hearings: Mapping[str, Located[Hearing]]
    ) -> tuple[HearingBook, tuple[Finding, ...]]:
        """Return the book with hearings, and a finding for each broken link in them."""
        lists, found = self.lists, list[Finding]()
        unsound, unaddressed = set(), set()
        complete = {id_: _with_gaps(located) for id_, located in hearings.items()}
        for id_, located in complete.items():
            issuer = self.book.issuers.get(located.value.issuer)
            faults = list(_entry_findings(located, lists))
            if faults or not _are_known(located, lists):
                unaddressed.add(id_)
            faults += _issuer_findings(located, issuer, self.declared[ISSUERS])
            faults += _missing_languages(located, located.value.language or (), "hearing")
            found += faults
            if faults or id_ in unaddressed or not _is_whole(located, issuer, lists):
                unsound.add(id_)
        marked = dataclasses.replace(
            self.book,
            hearings=complete,
            unsound=frozenset(unsound),
            unaddressed=frozenset(unaddressed),
        )
        return marked, tuple(found)


def _with_gaps(located: Located[Hearing]) -> Located[Hearing]:
    """Return a hearing with the languages that its texts lack among its gaps, if it is a draft."""
    hearing = located.value
    if not hearing.draft:
        return located
    gaps = tuple((*path, one.value) for path, one in _unworded(located, hearing.language or ()))
    return dataclasses.replace(located, lacks=Ways((*located.lacks, *gaps)))


def _entry_findings(located: Located[Hearing], lists: SoundLists) -> Iterator[Finding]:
    hearing, site = located.value, located.site
    yield from lists.entry_findings(hearing.entries, site.at("recipients", "entries"))
    yield from lists.entry_findings(hearing.copy_to, site.at("copy_to"))


def _named(hearing: Hearing) -> tuple[Entry, ...]:
    """Return all that names a recipient of a hearing."""
    return (*hearing.entries, *hearing.copy_to)


def _are_known(located: Located[Hearing], lists: SoundLists) -> bool:
    """Return whether all lists that the recipients stand on are there, and end.

    A draft that is right in all that it has is not sent to more than it names.
    """
    if located.whole:
        return lists.hold(_named(located.value))
    recipients = located.value.recipients
    if not recipients or recipients.entries is None:
        return False
    return lists.are_known(_named(located.value))


def _is_whole(located: Located[Hearing], issuer: Located[Issuer] | None, lists: SoundLists) -> bool:
    """Return whether nothing is at fault in a hearing, nor in what it refers to."""
    if issuer is None or not (located.whole and issuer.whole):
        return False
    return lists.are_whole(_named(located.value))


def _issuer_findings(
    located: Located[Hearing], issuer: Located[Issuer] | None, known: Names
) -> Iterator[Finding]:
    hearing = located.value
    if hearing.issuer and hearing.issuer not in known:
        yield unknown_id("HK110", located.site.at("issuer").place, hearing.issuer, known)
    if issuer:
        if not issuer.is_at_fault("units"):
            yield from limited(_unit_findings(located, issuer.value))
        used = dataclasses.replace(issuer, value=_used(issuer.value, hearing))
        yield from _missing_languages(used, hearing.language or (), "issuer")


def _missing_languages(
    located: Located[Any], languages: tuple[Language, ...], whose: str
) -> Iterator[Finding]:
    """Yield a finding for each text of a value that lacks one of the languages.

    A text that is at fault is left out.

    Args:
        located: A hearing or an issuer.
        languages: Those of the hearing.
        whose: Which of the two it is: ``hearing`` or ``issuer``.
    """
    for path, language in _unworded(located, languages):
        here = located.site.at(*path)
        facts = {"holder": named(here), "language": language.value}
        yield finding("HK116", here.key_place, whose, **facts)


def _unworded(
    located: Located[Any], languages: tuple[Language, ...]
) -> Iterator[tuple[TreePath, Language]]:
    """Yield the way to each text that lacks a language, and that language."""
    for one in printed_texts(located.value):
        for language in languages if not isinstance(one.words, str) else ():
            if not in_language(one.words, language) and not located.is_at_fault(*one.path):
                yield one.path, language


def _unit_findings(located: Located[Hearing], issuer: Issuer) -> Iterator[Finding]:
    hearing, site, units = located.value, located.site, issuer.units
    for reference, path in _unit_references(hearing):
        if isinstance(reference, str) and reference not in units:
            place, known = site.at(*path).place, unit_names(issuer)
            yield unknown_id("HK111", place, reference, known, issuer=hearing.issuer)


def _used(issuer: Issuer, hearing: Hearing) -> Issuer:
    """Return the issuer with no more units and formulas than the hearing's letters use."""
    named = {reference for reference, _ in _unit_references(hearing) if isinstance(reference, str)}
    units = {key: unit for key, unit in issuer.units.items() if key in named}
    wording = {
        key: said for key, said in issuer.wording.items() if said and key not in hearing.wording
    }
    return issuer.model_copy(update={"units": units, "wording": wording})


def _unit_references(hearing: Hearing) -> Iterator[tuple[UnitReference | None, TreePath]]:
    yield hearing.unit, ("unit",)
    for key in ("submission", "questions"):
        contact: Contact | None = getattr(hearing, key)
        for number, address in enumerate((contact.addresses if contact else None) or ()):
            if isinstance(address, EmailAddress | Phone):
                yield address.unit, (key, "addresses", number, "unit")
    for path, meeting in hearing.placed_meetings:
        if isinstance(meeting.sign_up_to, EmailAddress | Phone):
            yield meeting.sign_up_to.unit, (*path, "sign_up_to", "unit")
    for number, signatory in enumerate(hearing.signatories):
        yield signatory.unit, ("signatories", number, "unit")
