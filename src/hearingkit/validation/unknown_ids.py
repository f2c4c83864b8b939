"""Ids that nothing has: which are there, and which one is meant."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from hearingkit.findings import Finding, Place
from hearingkit.language.language import Language
from hearingkit.model.issuer import Issuer
from hearingkit.model.text import in_language
from hearingkit.quoting import nearest
from hearingkit.source.file import Tree
from hearingkit.validation.faults import finding, listed

_NAMES: Final = ("name", "short_name")

Names = Mapping[str, Iterable[str]]
"""The names that ids stand for, in all languages; none for an id of what has no name."""


def unknown_id(code: str, place: Place, given: str, known: Names, **facts: object) -> Finding:
    """Return the finding for an id that is none of the known: it proposes the one that is meant.

    Who writes a name in place of an id means what has that name.
    """
    ids_of = {name: id_ for id_, names in known.items() for name in (*names, id_)}
    meant = ids_of.get(nearest(given, ids_of), "")
    others = [id_ for id_ in known if id_ != meant]
    variant = "" if meant and not others else "of_several"
    there = listed([*filter(None, [meant]), *others])
    return finding(code, place, variant, given=given, meant=meant, known=there, **facts)


def written_names(written: Tree) -> Iterator[str]:
    """Yield the names of an issuer as it is written, whatever else is at fault in it."""
    if not isinstance(written, dict):
        return
    for name in map(written.get, _NAMES):
        texts = name.values() if isinstance(name, dict) else [name]
        yield from (text for text in texts if isinstance(text, str))


def unit_names(issuer: Issuer) -> Names:
    """Return the names of an issuer's units, by id."""
    return {
        id_: [in_language(unit.name, language) for language in Language if unit.name]
        for id_, unit in issuer.units.items()
    }
