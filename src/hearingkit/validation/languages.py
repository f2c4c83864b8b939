"""Texts that stand in several languages: is there one for each that is needed?"""

import functools
from collections.abc import Iterator

from hearingkit.findings import Finding
from hearingkit.language.language import Language
from hearingkit.model.base import Value
from hearingkit.model.text import LineIn, ProseIn, in_language
from hearingkit.source.file import TreePath
from hearingkit.validation.book import Site
from hearingkit.validation.faults import finding, named


def missing_languages(
    value: Value, site: Site, languages: tuple[Language, ...], kind: str
) -> Iterator[Finding]:
    """Yield a finding of a kind for each text of a value that lacks one of the languages."""
    for words, path in _texts(value, ()):
        for language in languages:
            if not in_language(words, language):
                here = site.at(*path)
                facts = {"what": named(here), "language": language.value}
                yield finding(kind, here.key_place, **facts)


def _texts(value: object, path: TreePath) -> Iterator[tuple[LineIn | ProseIn, TreePath]]:
    """Yield every text that stands in several languages, and its path."""
    match value:
        case None | str():
            return
        case LineIn() | ProseIn():
            yield value, path
        case Value():
            for name, key in _keys(type(value)):
                yield from _texts(getattr(value, name, None), (*path, key))
        case tuple():
            for number, item in enumerate(value):
                yield from _texts(item, (*path, number))
        case dict():
            for key, item in value.items():
                yield from _texts(item, (*path, str(key)))


@functools.cache
def _keys(model: type[Value]) -> tuple[tuple[str, str], ...]:
    """Return the name of each field, and its key in YAML."""
    return tuple((name, info.alias or name) for name, info in model.model_fields.items())
