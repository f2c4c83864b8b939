"""Who is known in hearing data as it stands, faults and all: those on a list, and the register.

Data that is about to be changed may have faults: so it is looked through as it was read, and no
model is asked for.
"""

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence

from hearingkit.lists.marks import marks_of
from hearingkit.lists.table import RecipientRow
from hearingkit.source.file import SourceFile, Tree
from hearingkit.source.site import Site
from hearingkit.validation.sections import LISTS, PARTIES


class KnownRecipients:
    """The recipients of some files of data, by all that each is known by.

    Args:
        sources: The files; of two that use an id, the first counts.
    """

    def __init__(self, sources: Sequence[SourceFile]) -> None:
        self._lists = _sites(sources, LISTS)
        self.parties = _sites(sources, PARTIES)

    def on_list(self, id_: str) -> Mapping[str, Site]:
        """Return where those on a list stand, and on the lists that it names, by their marks."""
        return _by_mark(self._on_list(id_))

    @functools.cached_property
    def registered(self) -> Mapping[str, Site]:
        """Return where the parties of the register stand, by their marks."""
        return _by_mark(self.parties.values())

    @functools.cached_property
    def _groups(self) -> Mapping[str, Sequence[Site]]:
        groups: dict[str, list[Site]] = {}
        for site in self.parties.values():
            given = _fields(site).get("groups")
            for group in given if isinstance(given, list) else ():
                groups.setdefault(str(group), []).append(site)
        return groups

    def _on_list(self, id_: str) -> Iterator[Site]:
        waiting, seen = [id_], {id_}
        while waiting:
            if site := self._lists.get(waiting.pop()):
                for one in _entries(site):
                    yield from self._named(one)
                    held = _texts(_fields(one).get("list"))
                    waiting += [name for name in held if name not in seen]
                    seen.update(held)

    def _named(self, entry: Site) -> Iterator[Site]:
        """Yield who an entry is, or those that it names in the register."""
        fields = _fields(entry)
        if "name" in fields:
            yield entry
        for id_ in _texts(fields.get("party")):
            yield from (self.parties[one] for one in (id_,) if one in self.parties)
        for group in _texts(fields.get("group")):
            yield from self._groups.get(group, ())


def value_at(site: Site) -> Tree:
    """Return what stands at a site."""
    return site.source.at(site.path)


def marks_at(site: Site) -> Mapping[str, None]:
    """Return all that a recipient in the data is known by."""
    return dict.fromkeys((*_own_marks(_fields(site)), *_short_marks(_fields(site))))


def _sites(sources: Iterable[SourceFile], section: str) -> Mapping[str, Site]:
    sites: dict[str, Site] = {}
    for source in sources:
        held = source.tree.get(section)
        above = Site(source).at(section)
        for id_ in held if isinstance(held, dict) else ():
            sites.setdefault(id_, above.at(id_))
    return sites


def _entries(site: Site) -> Iterator[Site]:
    """Yield the entries of a list, and those below headings and collectives."""
    entries = value_at(site)
    for number in range(len(entries) if isinstance(entries, list) else 0):
        here = site.at(number)
        yield here
        for key in ("entries", "members"):
            if key in _fields(here):
                yield from _entries(here.at(key))


def _by_mark(sites: Iterable[Site]) -> Mapping[str, Site]:
    """Return who has a mark: first who has it as its own, then whose short name it is."""
    known: dict[str, Site] = {}
    short: dict[str, Site] = {}
    for site in sites:
        for mark in _own_marks(_fields(site)):
            known.setdefault(mark, site)
        for mark in _short_marks(_fields(site)):
            short.setdefault(mark, site)
    return short | known


def _fields(site: Site) -> Mapping[str, Tree]:
    """Return what is said of a recipient; a name alone is one of them."""
    given = value_at(site)
    if isinstance(given, str):
        return {"name": given}
    return given if isinstance(given, dict) else {}


def _own_marks(fields: Mapping[str, Tree]) -> Iterator[str]:
    names = (*_texts(fields.get("name")), *_texts(fields.get("former_names")))
    boxes = (
        one.get("email") if isinstance(one, dict) else one for one in _all(fields.get("mailboxes"))
    )
    emails = (*_texts(fields.get("email")), *(one for box in boxes for one in _texts(box)))
    number = str(fields.get("org_number") or "")
    for name in names or ("",):
        yield from marks_of(RecipientRow(name, emails=emails, org_number=number))


def _short_marks(fields: Mapping[str, Tree]) -> Iterator[str]:
    for key in ("name_in", "short_name"):
        given = fields.get(key)
        for text in _texts([*given.values()] if isinstance(given, dict) else given):
            yield from marks_of(RecipientRow(text))


def _all(given: Tree) -> Iterable[Tree]:
    return given if isinstance(given, list) else (given,)


def _texts(given: Tree) -> tuple[str, ...]:
    """Return a text, or those of a list."""
    return tuple(one for one in _all(given) if isinstance(one, str))
