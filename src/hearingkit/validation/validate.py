"""Sources into a typed book of hearings, with a finding for all that does not fit."""

import contextlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from hearingkit.findings import Finding, Place
from hearingkit.model.base import AS_WRITTEN, LENIENT
from hearingkit.model.text import Id
from hearingkit.source.file import SourceFile, Tree
from hearingkit.source.site import Site
from hearingkit.validation.book import HearingBook
from hearingkit.validation.examples import example_for
from hearingkit.validation.faults import finding
from hearingkit.validation.lacks import faults_and_gaps_of
from hearingkit.validation.line_signs import line_findings
from hearingkit.validation.links import Shared
from hearingkit.validation.located import Located, Ways
from hearingkit.validation.parties import Register, Resolver
from hearingkit.validation.sections import HEARINGS, ISSUERS, LISTS, PARTIES, SECTIONS
from hearingkit.validation.shapes import findings_of, paths_at_fault, shape
from hearingkit.validation.unknown_ids import Names, written_names
from hearingkit.validation.unknown_keys import unknown_key

_ID: TypeAdapter[str] = TypeAdapter(Id)

_REFERRING: Final[Mapping[str, str]] = {
    "issuer": ISSUERS,
    "list": LISTS,
    "party": PARTIES,
    "replaced_by": PARTIES,
}
_GROUP: Final = "group"

Sites = Mapping[str, dict[str, Site]]
BadIds = set[tuple[str, str]]
"""Section and id of what has no good id, or one that stands twice."""


def validate(
    sources: Sequence[SourceFile], hearings: Collection[str] = ()
) -> tuple[HearingBook, tuple[Finding, ...]]:
    """Return what the sources hold, and every fault of shape and reference in it.

    What is at fault is left out of the book, and what rests on it is marked as unsound; all that
    is right is there.

    Args:
        sources: All files of the book.
        hearings: The ids of those to validate, with what they refer to; empty for all there is.
    """
    declared, bad_ids, found = _declared(sources, hearings)
    asked = _reached(declared, hearings) if hearings else declared
    shared = _shared(declared, asked, bad_ids, found)
    book, link_findings = shared.linked(_read(HEARINGS, asked, bad_ids, found))
    return book, (*found, *link_findings)


def validate_shared(sources: Sequence[SourceFile]) -> tuple[Shared, tuple[Finding, ...]]:
    """Return what hearings may refer to, in these files or others, and every fault in it.

    Args:
        sources: All files of the book that hold more than hearings.
    """
    declared, bad_ids, found = _declared(sources)
    return _shared(declared, declared, bad_ids, found), tuple(found)


def validate_hearings(
    shared: Shared, sources: Sequence[SourceFile]
) -> tuple[HearingBook, tuple[Finding, ...]]:
    """Return the hearings of some files with all that they refer to, and every fault in them.

    Args:
        shared: What the hearings of the book refer to.
        sources: Some files of the book; of these, only the hearings are read.
    """
    declared, bad_ids, found = _declared(sources)
    book, link_findings = shared.linked(_read(HEARINGS, declared, bad_ids, found))
    return book, (*found, *link_findings)


def _shared(declared: Sites, asked: Sites, bad_ids: BadIds, found: list[Finding]) -> Shared:
    """Return what hearings refer to, as far as it is asked for; add its faults."""
    parties = _read(PARTIES, asked, bad_ids, found)
    lists = _read(LISTS, asked, bad_ids, found)
    book = HearingBook(
        issuers=_read(ISSUERS, asked, bad_ids, found),
        parties=parties,
        recipient_lists=lists,
        resolver=Resolver(lists, Register(parties)),
    )
    shared, faults = Shared.of(book, {one: _names(declared[one]) for one in declared})
    found.extend(faults)
    return shared


def _names(sites: Mapping[str, Site]) -> Names:
    """Return the names that ids stand for, as they are written."""
    return {id_: tuple(written_names(one.source.at(one.path))) for id_, one in sites.items()}


def _reached(declared: Sites, hearings: Collection[str]) -> Sites:
    """Return the sites of some hearings, and of all that they refer to."""
    asked: Sites = {section: {} for section in SECTIONS}
    waiting = [(HEARINGS, id_) for id_ in hearings]
    groups = _groups(declared[PARTIES])
    for section, id_ in waiting:  # grows as references are met
        if section == _GROUP:
            waiting += [(PARTIES, one) for one in groups.pop(id_, ())]
        elif id_ in declared[section] and id_ not in asked[section]:
            site = declared[section][id_]
            asked[section][id_] = site
            waiting += _references(site.source.at(site.path))
    return asked


def _groups(parties: Mapping[str, Site]) -> dict[str, list[str]]:
    """Return the ids of the parties that are in each group, as they are written."""
    found: dict[str, list[str]] = {}
    for id_, site in parties.items():
        written = site.source.at(site.path)
        groups = written.get("groups") if isinstance(written, dict) else None
        for group in groups if isinstance(groups, list) else ():
            found.setdefault(str(group), []).append(id_)
    return found


def _references(written: Tree) -> Iterator[tuple[str, str]]:
    """Yield section and id of what is referred to, whatever else is at fault."""
    if isinstance(written, dict):
        for key, value in written.items():
            if key in _REFERRING and isinstance(value, str):
                yield _REFERRING[key], value
            elif key == _GROUP and isinstance(value, str):
                yield _GROUP, value
            yield from _references(value)
    elif isinstance(written, list):
        for value in written:
            yield from _references(value)


def _declared(
    sources: Sequence[SourceFile], hearings: Collection[str] = ()
) -> tuple[Sites, BadIds, list[Finding]]:
    """Return the sites of all ids, those that are at fault, and what is wrong with them."""
    sites: Sites = {section: {} for section in SECTIONS}
    bad_ids: BadIds = set()
    found: list[Finding] = []
    for source in sources:
        found.extend(_declare(source, sites, bad_ids, hearings))
    return sites, bad_ids, found


def _declare(
    source: SourceFile, sites: Sites, bad_ids: BadIds, hearings: Collection[str]
) -> Iterator[Finding]:
    """Note the site of every id of a file; yield what is wrong with sections and ids.

    Of hearings, only those asked for are noted; all where none is.
    """
    root = Site(source)
    for section, content in source.tree.items():
        here = root.at(section)
        if section not in SECTIONS:
            yield unknown_key(here, SECTIONS)
        elif isinstance(content, dict):
            for id_ in content:
                if section != HEARINGS or not hearings or id_ in hearings:
                    faults = tuple(_declare_id(here.at(id_), sites[section]))
                    bad_ids.update((section, id_) for _ in faults)
                    yield from faults
        elif content is not None:
            facts = {"given": content, "example": example_for(here)}
            yield finding("HK101", here.place, f"ids_not_{shape(content)}", **facts)


def id_findings(id_: str, place: Place) -> Iterator[Finding]:
    """Yield a finding if an id is not written as ids are."""
    try:
        _ID.validate_python(id_)
    except ValidationError as error:
        for line in error.errors(include_url=False):
            code, _, variant = line["type"].partition(" ")
            yield finding(code, place, variant, **line.get("ctx", {}))


def _declare_id(site: Site, known: dict[str, Site]) -> Iterator[Finding]:
    id_ = str(site.path[-1])
    yield from id_findings(id_, site.key_place)
    if id_ in known:
        first = known[id_].key_place.line_in_file
        yield finding("HK113", site.key_place, given=id_, first=first)
    else:
        known[id_] = site


def _read(
    section: str, sites: Sites, bad_ids: BadIds, found: list[Finding]
) -> dict[str, Located[Any]]:
    """Return the values of a section, without what is at fault in them; add those faults."""
    values: dict[str, Located[Any]] = {}
    model = SECTIONS[section]
    for id_, site in sites[section].items():
        written = site.source.at(site.path)
        good_id = (section, id_) not in bad_ids
        try:
            value = model.validate_python(written, context=dict(AS_WRITTEN))
        except ValidationError as error:
            rest = next(_rest(model, written), None)
            faults, gaps = faults_and_gaps_of(error, rest)
            found.extend(findings_of(faults, site))
            ways, lacks = Ways(paths_at_fault(faults)), Ways(paths_at_fault(gaps))
            if rest is not None:
                values[id_] = Located(rest, site, ways, lacks, good_id=good_id)
        else:
            values[id_] = Located(value, site, good_id=good_id)
        if id_ in values:
            found.extend(line_findings(values[id_].value, site))
    return values


def _rest(model: TypeAdapter[Any], written: Tree) -> Iterator[Any]:
    """Yield what is right of a value that is at fault; nothing, if there is too little."""
    with contextlib.suppress(ValidationError):
        yield model.validate_python(written, context=dict(LENIENT))
