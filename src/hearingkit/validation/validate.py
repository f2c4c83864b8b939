"""Sources into a typed book of hearings, with a finding for all that does not fit."""

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import TypeAdapter, ValidationError

from hearingkit.findings import Finding
from hearingkit.model.base import AS_WRITTEN, WITH_GAPS
from hearingkit.model.hearing import Hearing
from hearingkit.model.issuer import Issuer
from hearingkit.model.recipient import Entry
from hearingkit.model.text import Id
from hearingkit.source.file import SourceFile, Tree
from hearingkit.validation.book import HearingBook, Located, Site
from hearingkit.validation.faults import did_you_mean, finding
from hearingkit.validation.links import linked
from hearingkit.validation.shapes import findings_of, shape

SECTIONS: Mapping[str, TypeAdapter[Any]] = {
    "issuers": TypeAdapter(Issuer),
    "recipient_lists": TypeAdapter(tuple[Entry, ...]),
    "hearings": TypeAdapter(Hearing),
}
_ID: TypeAdapter[str] = TypeAdapter(Id)

Sites = Mapping[str, dict[str, Site]]


def validate(sources: Sequence[SourceFile]) -> tuple[HearingBook, tuple[Finding, ...]]:
    """Return what the sources hold, and every fault of shape and reference in them.

    What is at fault can't be read in the book, and what rests on it is marked as unsound; all
    that is right is there.
    """
    found: list[Finding] = []
    sites: Sites = {section: {} for section in SECTIONS}
    for source in sources:
        found.extend(_declare(source, sites))
    book = HearingBook(
        issuers=_read("issuers", sites, found),
        recipient_lists=_read("recipient_lists", sites, found),
        hearings=_read("hearings", sites, found),
    )
    book, link_findings = linked(book, {section: frozenset(sites[section]) for section in sites})
    return book, (*found, *link_findings)


def _declare(source: SourceFile, sites: Sites) -> Iterator[Finding]:
    """Note the site of every id of a file; yield what is wrong with sections and ids."""
    root = Site(source, ())
    for section, content in source.tree.items():
        here = root.at(section)
        if section not in SECTIONS:
            meant = did_you_mean(section, SECTIONS)
            yield finding("unknown_key", here.key_place, key=section, meant=meant)
        elif isinstance(content, dict):
            for id_ in content:
                yield from _declare_id(here.at(id_), sites[section])
        elif content is not None:
            facts = {"wanted": "ids with their content", "got": shape(content)}
            yield finding("wrong_shape", here.place, **facts)


def _declare_id(site: Site, known: dict[str, Site]) -> Iterator[Finding]:
    id_ = str(site.path[-1])
    try:
        _ID.validate_python(id_)
    except ValidationError as error:
        yield from (
            finding(line["type"], site.key_place, **line.get("ctx", {}))
            for line in error.errors(include_url=False)
        )
    if id_ in known:
        first = known[id_].key_place
        yield finding("id_twice", site.key_place, given=id_, first=f"{first.file}:{first.line}")
    else:
        known[id_] = site


def _read(section: str, sites: Sites, found: list[Finding]) -> dict[str, Located[Any]]:
    """Return the values of a section, without what is at fault in them; add those faults."""
    values: dict[str, Located[Any]] = {}
    model = SECTIONS[section]
    for id_, site in sites[section].items():
        written = site.source.at(site.path)
        try:
            value = model.validate_python(written, context=dict(AS_WRITTEN))
        except ValidationError as error:
            found.extend(findings_of(error, site))
            values.update((id_, Located(rest, site, whole=False)) for rest in _rest(model, written))
        else:
            values[id_] = Located(value, site)
    return values


def _rest(model: TypeAdapter[Any], written: Tree) -> Iterator[Any]:
    """Yield what is right of a value that is at fault; nothing, if there is too little."""
    with contextlib.suppress(ValidationError):
        yield model.validate_python(written, context=dict(WITH_GAPS))
