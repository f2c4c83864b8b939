"""What hearings refer to: is it there, does it end, is it in every language?"""

import dataclasses
from collections.abc import Iterator, Mapping

from hearingkit.findings import Finding
from hearingkit.model.book import HearingBook, Located, Site
from hearingkit.model.faults import did_you_mean, finding
from hearingkit.model.hearing import Hearing
from hearingkit.model.issuer import Issuer, Unit
from hearingkit.model.languages import missing_languages
from hearingkit.model.passages import markup_findings
from hearingkit.model.recipient_lists import SoundLists
from hearingkit.model.submission import Contact, EmailAddress, Phone, UnitReference
from hearingkit.source.file import TreePath

Declared = Mapping[str, frozenset[str]]
"""The ids of each section, also of what could not be read."""


def linked(book: HearingBook, declared: Declared) -> tuple[HearingBook, tuple[Finding, ...]]:
    """Return the book with its unsound hearings marked, and a finding for each broken link."""
    lists = SoundLists(book.recipient_lists, declared["recipient_lists"])
    found = list(lists.findings)
    unsound = set()
    for id_, located in book.hearings.items():
        faults = [*_hearing_findings(book, located, lists, declared)]
        found += faults
        recipients = located.value.recipients
        if faults or located.value.issuer not in book.issuers or not lists.hold(recipients.entries):
            unsound.add(id_)
    found += markup_findings(book)
    return dataclasses.replace(book, unsound=frozenset(unsound)), tuple(found)


def _hearing_findings(
    book: HearingBook, located: Located[Hearing], lists: SoundLists, declared: Declared
) -> Iterator[Finding]:
    hearing, site = located.value, located.site
    if hearing.issuer not in declared["issuers"]:
        meant = did_you_mean(hearing.issuer, declared["issuers"])
        yield finding("unknown_issuer", site.at("issuer").place, given=hearing.issuer, meant=meant)
    yield from lists.entry_findings(hearing.recipients.entries, site.at("recipients", "entries"))
    yield from missing_languages(hearing, site, hearing.language, "no_language")
    issuer = book.issuers.get(hearing.issuer)
    if issuer:
        yield from _unit_findings(hearing, site, issuer.value.units)
        own = _used(issuer.value, hearing)
        yield from missing_languages(own, issuer.site, hearing.language, "issuer_no_language")


def _unit_findings(hearing: Hearing, site: Site, units: Mapping[str, Unit]) -> Iterator[Finding]:
    for reference, path in _unit_references(hearing):
        if isinstance(reference, str) and reference not in units:
            meant = did_you_mean(reference, units)
            facts = {"issuer": hearing.issuer, "given": reference, "meant": meant}
            yield finding("unknown_unit", site.at(*path).place, **facts)


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
        for number, address in enumerate(contact.addresses if contact else ()):
            if isinstance(address, EmailAddress | Phone):
                yield address.unit, (key, "addresses", number, "unit")
    if hearing.meeting and isinstance(hearing.meeting.sign_up_to, EmailAddress | Phone):
        yield hearing.meeting.sign_up_to.unit, ("meeting", "sign_up_to", "unit")
    for number, signatory in enumerate(hearing.signatories):
        yield signatory.unit, ("signatories", number, "unit")
