"""Phrases that a workspace words its own way: a file as ``templates/words/nb.yaml``.

It may come with a stranger's pull request: so only phrases are taken, each as a text on one line.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from hearingkit.findings import Finding
from hearingkit.language.language import Language
from hearingkit.language.phrasebook import Phrases
from hearingkit.language.words import all_words
from hearingkit.source.file import SourceFile, Tree
from hearingkit.source.site import Site
from hearingkit.validation.faults import finding, visible
from hearingkit.validation.unknown_keys import unknown_key

_OF_DATA: Final = frozenset({"issuer_line"})
"""What is no phrase, and stands in the data: how an office orders its letter."""


def own_phrases(source: SourceFile, language: Language) -> tuple[Phrases, tuple[Finding, ...]]:
    """Return the phrases of a language with a workspace's own in their place, and faults in those.

    Args:
        source: The file; what is at fault in it is passed over.
        language: Whose phrases it words.
    """
    found: list[Finding] = []
    built_in = all_words(language)[Phrases.section]
    known = {key: said for key, said in built_in.items() if key not in _OF_DATA}
    given = _taken(source.tree, {Phrases.section: known}, Site(source), found)
    return Phrases(_merged(built_in, given.get(Phrases.section, {}))), tuple(found)


def _taken(
    given: Mapping[str, Tree], known: Mapping[str, Any], site: Site, found: list[Finding]
) -> dict[str, Any]:
    """Return what is right of given phrases; the rest becomes findings."""
    taken: dict[str, Any] = {}
    for key, said in given.items():
        here = site.at(key)
        match known.get(key), said:
            case None, _:
                found.append(unknown_key(here, known))
            case Mapping() as part, dict():
                taken[key] = _taken(said, part, here, found)
            case str(), str():
                taken[key] = " ".join(said.split())
            case wanted, _:
                found.extend(_misshapen(here, wanted, said))
    return taken


def _misshapen(site: Site, wanted: Mapping[str, Any] | str, given: Tree) -> Iterator[Finding]:
    match wanted, given:
        case _, None:
            yield finding("HK101", site.place, "no_value", holder=str(site.path[-1]))
        case str(), list():
            yield finding("HK101", site.place, "text_not_list")
        case str(), _:
            yield finding("HK101", site.place, "text_not_keys")
        case _, list():
            yield finding("HK101", site.place, "keys_not_list", example=_example(wanted))
        case _, _:
            facts = {"given": visible(str(given)), "example": _example(wanted)}
            yield finding("HK101", site.place, "keys_not_text", **facts)


def _example(wanted: Mapping[str, Any] | str) -> str:
    key, said = next(iter(wanted.items())) if isinstance(wanted, Mapping) else ("", wanted)
    return f"{key}: …" if isinstance(said, Mapping) else f"{key}: {said}"


def _merged(built_in: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return built-in phrases with others in their place, key by key."""
    return {
        key: _merged(said, own.get(key, {})) if isinstance(said, Mapping) else own.get(key, said)
        for key, said in built_in.items()
    }
