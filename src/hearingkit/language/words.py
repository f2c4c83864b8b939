"""The words of each language, in one file per language; each module declares the words it needs.

    class PeriodWords(Words):
        section = "texts.periods"
        weeks: tuple[str, ...]

    PeriodWords.of(language).weeks

A missing or unknown key in a file is an error when its section is first used, and a wrong value
when it is; a test uses all of them in every language.
"""

import functools
import itertools
import re
import string
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Self

import yaml

from hearingkit.assets import templates_dir
from hearingkit.language.language import FOLDER_OF_WORDS, Language
from hearingkit.language.word_groups import WordGroup, either
from hearingkit.patterns import late_pattern
from hearingkit.source.events import events_of


class Words(WordGroup):
    """Words that a module needs in every language: each field is a key of its section.

    Attributes:
        section: The section in a file of words: a room, and a name in it.
    """

    section: ClassVar[str]

    @classmethod
    @functools.cache
    def of(cls, language: Language) -> Self:
        """Return the words of a language.

        Raises:
            ValueError: If a key is missing or unknown; a wrong value is one when asked for.
        """
        return cls(_section(language, cls.section), f"words/{language.value}.yaml: {cls.section}.")

    @classmethod
    def of_all(cls) -> tuple[Self, ...]:
        """Return the words of every language, in the order of the languages."""
        return tuple(cls.of(language) for language in Language)

    @classmethod
    @functools.cache
    def of_any(cls) -> Self:
        """Return the words of all languages in one: under a key those of each, each of them once.

        Patterns become one for any of them; texts stand side by side.
        """
        return cls({name: _joined(said) for name, said in cls._said().items()})

    @classmethod
    @functools.cache
    def pattern(cls, template: str) -> re.Pattern[str]:
        r"""Return a pattern in which names stand for the words of all languages.

        In ``PeriodWords.pattern(r"(?i)\b[0-9]+ %weeks\b")``, ``%weeks`` is any word or pattern of
        that field; of a mapping, its keys.

        Args:
            template: The pattern, with ``%name`` or ``%{name}`` for a field, and ``%%`` for a %.

        Raises:
            KeyError: If there is no such field.
        """
        return late_pattern(_Template(template).substitute(cls._alternatives()))

    @classmethod
    @functools.cache
    def _alternatives(cls) -> Mapping[str, str]:
        return {name: _group(said) for name, said in cls._said().items()}

    @classmethod
    def _said(cls) -> Mapping[str, Sequence[Any]]:
        """Return by field what stands in the file of each language."""
        every = cls.of_all()
        return {name: [words.in_file[name] for words in every] for name in cls.fields}


def _joined(given: Sequence[Any]) -> object:
    match given[0]:
        case str():
            return " ".join(given)
        case Mapping():
            return {key: value for one in given for key, value in one.items()}
        case _:
            return list(dict.fromkeys(itertools.chain.from_iterable(given)))


class _Template(string.Template):
    """A pattern with names of fields in it."""

    delimiter = "%"


def _group(values: Iterable[Any]) -> str:
    """Return a pattern for any of the words of some values, or for nothing that there is."""
    lists = ((value,) if isinstance(value, str) else value for value in values)
    return f"(?:{either(str(word) for words in lists for word in words) or '(?!)'})"


def begin_of_end(ends: re.Pattern[str], word: str, least: int = 0) -> int:
    """Return the offset of the longest end of a word that matches; its length if none does.

    Args:
        ends: Matches an end.
        word: Any word.
        least: The number of letters before the end.
    """
    cuts = range(least, len(word))
    return next((cut for cut in cuts if ends.fullmatch(word, cut)), len(word))


@functools.cache
def all_words(language: Language) -> Mapping[str, Any]:
    """Return the content of a language's file: texts, lists and mappings."""
    words: Mapping[str, Any] = next(_values(events_of(_text(language)), {}))
    return words


@functools.cache
def _section(language: Language, section: str) -> Mapping[str, Any]:
    """Return a section of a file, without reading the others: YAML is slow to read."""
    text = _text(language)
    for depth, name in enumerate(section.split(".")):
        text = _parts(text, depth).get(name, f"{name}: {{}}")
    ((_, words),) = next(_values(events_of(text), {})).items()
    found: Mapping[str, Any] = words
    return found


@functools.cache
def _parts(text: str, depth: int) -> Mapping[str, str]:
    """Return by key the text of each part of YAML; keys are indented by two spaces a level."""
    # A pattern that begins with a line end is found five times as fast as one with ``^``.
    keys = [*re.finditer(rf"\n{'  ' * depth}(\w+):", f"\n{text}")]
    ends = (*(key.start() for key in keys[1:]), len(text))
    return {key[1]: text[key.start() : end] for key, end in zip(keys, ends, strict=True)}


@functools.cache
def _text(language: Language) -> str:
    return (templates_dir() / FOLDER_OF_WORDS / f"{language.value}.yaml").read_text("utf-8")


def _values(events: Iterator[yaml.Event], named: dict[str | None, Any]) -> Iterator[Any]:
    """Yield the values up to the end of a list or a mapping; every word stays text, also «no».

    ``yaml.load`` does the same, but takes three times as long.
    """
    for event in events:
        match event:
            case yaml.ScalarEvent():
                value: Any = event.value
            case yaml.CollectionEndEvent():
                return
            case yaml.SequenceStartEvent():
                value = list(_values(events, named))
            case yaml.MappingStartEvent():
                keys_and_values = _values(events, named)
                value = dict(zip(keys_and_values, keys_and_values, strict=True))
            case yaml.AliasEvent():
                value = named[event.anchor]
            case _:  # the file begins
                continue
        named[event.anchor] = value
        yield value
