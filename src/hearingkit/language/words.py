"""The words of each language, in one file per language; each module declares the words it needs.

    class PeriodWords(Words):
        section = "texts.periods"
        weeks: tuple[str, ...]

    PeriodWords.of(language).weeks

A missing or unknown key in a file is an error when its section is first used; a test uses every
section in every language.
"""

import functools
import itertools
import re
import string
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, ClassVar, Self

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from hearingkit.assets import templates_dir
from hearingkit.language.language import FOLDER_OF_WORDS, Language
from hearingkit.source.events import events_of

_PROBLEMS = {"missing": "is missing", "extra_forbidden": "is unknown"}


class WordGroup(BaseModel):
    """Words that belong together, in a section or as a part of one: each field is a key of it."""

    model_config = ConfigDict(frozen=True, extra="forbid")


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
            ValueError: If a key is missing, unknown, or has a wrong value.
        """
        found: Any = all_words(language)
        for name in cls.section.split("."):
            found = found.get(name, {})
        try:
            return cls.model_validate(found)
        except ValidationError as error:
            line = error.errors()[0]
            key = ".".join((cls.section, *map(str, line["loc"])))
            problem = _PROBLEMS.get(line["type"], line["msg"])
            raise ValueError(f"words/{language.value}.yaml: {key}: {problem}") from None

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
        every = cls.of_all()
        keys = cls.model_fields
        return cls.model_validate(
            {key: _joined([getattr(one, key) for one in every]) for key in keys}
        )

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
        return re.compile(_Template(template).substitute(cls._alternatives()))

    @classmethod
    @functools.cache
    def _alternatives(cls) -> Mapping[str, str]:
        every = cls.of_all()
        fields = {name: [getattr(words, name) for words in every] for name in cls.model_fields}
        return {name: _group(values) for name, values in fields.items()}


def _joined(given: list[Any]) -> object:
    match given[0]:
        case re.Pattern():
            return [pattern.pattern for pattern in given]
        case str():
            return " ".join(given)
        case Mapping():
            return {key: value for one in given for key, value in one.items()}
        case frozenset():
            return frozenset[str]().union(*given)
        case _:
            return tuple(dict.fromkeys(itertools.chain.from_iterable(given)))


class _Template(string.Template):
    """A pattern with names of fields in it."""

    delimiter = "%"


def _group(values: Iterable[Any]) -> str:
    """Return a pattern for any of the words of some values, or for nothing that there is."""
    lists = ((value,) if isinstance(value, str) else value for value in values)
    return f"(?:{either(str(word) for words in lists for word in words) or '(?!)'})"


def either(patterns: Iterable[str]) -> str:
    """Return a pattern for any of several words or patterns, each of them once."""
    return "|".join(dict.fromkeys(patterns))


def begin_of_end(ends: re.Pattern[str], word: str, least: int = 0) -> int:
    """Return the offset of the longest end of a word that matches; its length if none does.

    Args:
        ends: Matches an end.
        word: Any word.
        least: The number of letters before the end.
    """
    cuts = range(least, len(word))
    return next((cut for cut in cuts if ends.fullmatch(word, cut)), len(word))


AnyOf = Annotated[re.Pattern[str], BeforeValidator(either)]
"""A pattern for any of several, which stand in a list."""


@functools.cache
def all_words(language: Language) -> Mapping[str, Any]:
    """Return the content of a language's file: texts, lists and mappings."""
    text = (templates_dir() / FOLDER_OF_WORDS / f"{language.value}.yaml").read_text("utf-8")
    words: Mapping[str, Any] = next(_values(events_of(text), {}))
    return words


def _values(events: Iterator[yaml.Event], named: dict[str | None, Any]) -> Iterator[Any]:
    """Yield the values up to the end of a list or a mapping; every word stays text, also «no».

    ``yaml.load`` does the same, but takes three times as long.
    """
    for event in events:
        match event:
            case yaml.CollectionEndEvent():
                return
            case yaml.ScalarEvent():
                value: Any = event.value
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
