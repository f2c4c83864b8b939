"""Keys that are not known where they stand: which one is meant, and which can stand there."""

from collections.abc import Iterable, Mapping
from typing import Final

from hearingkit.findings import Finding
from hearingkit.language.terms import exactly_meant_by, meant_by
from hearingkit.source.site import Site
from hearingkit.validation.examples import holders_of
from hearingkit.validation.faults import finding, listed

_MOST_HOLDERS: Final = 2  # of more, none is likely


def unknown_key(where: Site, known: Iterable[str]) -> Finding:
    """Return the finding for a key that is not known.

    Args:
        where: What stands under the key.
        known: The keys that can stand in its place.
    """
    key, known = str(where.path[-1]), tuple(known)
    exact = exactly_meant_by(key, known)
    below = [] if exact else holders_of(key, where.path[:-1])
    holders = [one for one in below if one[0] in known]
    if 0 < len(holders) <= _MOST_HOLDERS:
        return _too_high(where, key, dict(holders))
    meant = meant_by(key, known)
    variant = _as_written(where) or ("" if meant else "far")
    facts = {"meant": meant, "known": listed(_left(where, known))}
    return finding("HK102", where.key_place, "" if exact else variant, key=key, **facts)


def _too_high(where: Site, key: str, holders: Mapping[str, str]) -> Finding:
    """Return the finding for a key that can stand below others, by those: each with its name."""
    first, name = next(iter(holders.items()))
    facts = {"meant": name, "holder": first, "holders": listed(holders)}
    variant = "deeper" if len(holders) == 1 else "deeper_in_some"
    return finding("HK102", where.key_place, variant, key=key, **facts)


def _as_written(where: Site) -> str:
    """Return how the source shows that the fault came about; empty where it does not."""
    source, path = where.source, where.source.known_path(where.path)
    key = source.keys.get(path)
    if key is None:
        return ""
    if source.at(path) is None and source.text[key.end : key.end + 100].lstrip()[:1] in {",", "}"}:
        return "comma_in_braces"
    return "text" if " " in str(path[-1]).strip() else ""


def _left(where: Site, known: Iterable[str]) -> Iterable[str]:
    """Return the keys that do not stand beside it yet."""
    beside = where.source.at(where.source.known_path(where.path)[:-1])
    return (one for one in known if not (isinstance(beside, dict) and one in beside))
