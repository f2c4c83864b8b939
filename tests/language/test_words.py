"""The files of words: complete, without what nobody asks for, and plain about what is wrong."""

import importlib
import pkgutil
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass

import pytest
from tests.rendering import ROOT

import hearingkit
from hearingkit.language.language import Language
from hearingkit.language.word_groups import WordGroup
from hearingkit.language.words import Words, all_words
from hearingkit.source.reader import read
from hearingkit.texts.clocks import ClockWords
from hearingkit.texts.periods import PeriodWords


@pytest.fixture(scope="module")
def declared() -> list[type[Words]]:
    """Return what all modules of the program ask for."""
    for module in pkgutil.walk_packages(hearingkit.__path__, "hearingkit."):
        if module.name != "hearingkit.__main__":
            importlib.import_module(module.name)
    return [one for one in Words.__subclasses__() if one.__module__.startswith("hearingkit.")]


@pytest.mark.parametrize("language", Language)
def test_a_file_has_all_words_that_modules_ask_for(
    language: Language, declared: list[type[Words]]
) -> None:
    assert len(declared) >= 9
    for words in declared:
        _read_all(words.of(language))


def _read_all(words: object) -> None:
    match words:
        case WordGroup():
            for field in words.fields:
                _read_all(getattr(words, field))
        case Mapping():
            _read_all(tuple(words.values()))
        case tuple() | frozenset():
            for one in words:
                _read_all(one)
        case _ if is_dataclass(words):
            _read_all(tuple(getattr(words, one.name) for one in fields(words)))
        case object(pattern=str() as pattern):
            re.compile(pattern)  # as it is when it is used


@pytest.mark.parametrize("language", Language)
def test_a_section_that_is_read_alone_says_the_same(
    language: Language, declared: list[type[Words]]
) -> None:
    for words in declared:
        in_file: object = all_words(language)
        for name in words.section.split("."):
            assert isinstance(in_file, Mapping)
            in_file = in_file[name]

        assert words.of(language).in_file == in_file


@pytest.mark.parametrize("language", Language)
def test_a_file_has_no_section_that_nobody_asks_for(
    language: Language, declared: list[type[Words]]
) -> None:
    asked = {words.section for words in declared}

    for room, sections in all_words(language).items():
        assert room in asked or {f"{room}.{name}" for name in sections} <= asked


def test_a_section_belongs_to_one_module(declared: list[type[Words]]) -> None:
    sections = [words.section for words in declared]

    assert len(set(sections)) == len(sections)


@pytest.mark.parametrize("language", Language)
def test_no_key_stands_twice_in_a_file(language: Language) -> None:
    path = ROOT / "templates" / "words" / f"{language.value}.yaml"

    _, findings = read(path, path.name)

    assert findings == ()


def test_files_have_the_same_order_of_sections() -> None:
    assert len({tuple(all_words(language)) for language in Language}) == 1


def test_a_missing_key_is_reported_with_its_file() -> None:
    class Asking(Words):
        section = "texts.clocks"

        before: tuple[str, ...]
        since: tuple[str, ...]
        inner: str

    with pytest.raises(ValueError, match=r"^words/nn\.yaml: texts\.clocks\.inner: is missing$"):
        Asking.of(Language.NN)


def test_an_unknown_key_is_reported_with_its_file() -> None:
    class Asking(Words):
        section = "texts.clocks"

        before: tuple[str, ...]

    with pytest.raises(ValueError, match=r"^words/da\.yaml: texts\.clocks\.since: is unknown$"):
        Asking.of(Language.DA)


@pytest.mark.parametrize(
    ("kind", "fault"),
    [(str, "is no text"), (bool, "is neither yes nor no"), (Mapping[str, str], "has no keys")],
)
def test_a_wrong_value_is_reported_with_its_file_when_asked_for(kind: type, fault: str) -> None:
    class Asking(Words):
        section = "texts.clocks"
        __annotations__ = dict.fromkeys(ClockWords.fields, kind)

    words = Asking.of(Language.NN)

    with pytest.raises(ValueError, match=rf"^words/nn\.yaml: texts\.clocks\.before: {fault}$"):
        _ = words.before  # type: ignore[attr-defined]


def test_a_pattern_holds_the_words_of_all_languages() -> None:
    weeks = PeriodWords.pattern(r"(?i)[0-9] %weeks, 100 %%")

    assert all(weeks.fullmatch(f"6 {word}, 100 %") for word in ("uger", "uker", "VEKER"))
    assert not weeks.fullmatch("6 dager, 100 %")
    with pytest.raises(KeyError, match="years"):
        PeriodWords.pattern("%years")
