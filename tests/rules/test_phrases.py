"""Phrases that wait for what they ask for find what they find without waiting."""

import re
from pathlib import Path
from typing import Final

import pytest
import yaml

from hearingkit.language.language import Language
from hearingkit.model.hearing import HearingKind
from hearingkit.rules.text.date_roles import DateRoleWords
from hearingkit.rules.text.phrases import THIS, Phrase, asked_by, compiled

SENTENCES: Final = yaml.safe_load(
    Path(__file__).with_name("due_answers.yaml").read_text(encoding="utf-8")
)
DATE: Final = re.compile(r"(?:den )?\d+\. \w+ \d{4}")


@pytest.mark.parametrize("language", ["da", "nb", "nn"])
def test_a_phrase_finds_what_its_pattern_finds(language: str) -> None:
    words = DateRoleWords.of(Language(language))
    parts = words.parts_for(HearingKind.REGULATION)
    every = {one for wordings in words.roles.values() for one in wordings.phrases + wordings.unless}
    given = [said for group in SENTENCES.values() for said in group.get(language, ())]
    sentences = [DATE.sub(THIS, said) for said in given]

    found = 0
    for pattern in sorted(every):
        at_once = compiled((pattern,), parts)
        for sentence in sentences:
            match = Phrase(pattern, parts).search(sentence)
            assert str(match) == str(at_once.search(sentence))
            found += match is not None
    assert found > len(sentences)


@pytest.mark.parametrize(
    ("pattern", "asked"),
    [
        ("frist(?:en)? for <gap><answer>s?", ("frist", "for", "<gap>", "<answer>")),
        ("^<+answer>.*<by> <date>", ("<+answer>", "<by>", "<date>")),
        (r"\bsvar[ea]? på \w+ (?!høring)", ("svar", "på")),
        (r"høyrer?{0,2} <lead>? <us>* \(ja\)", ("høyre", "ja")),
        ("ny|neste", ()),
    ],
)
def test_a_phrase_asks_for_what_stands_outside_brackets(
    pattern: str, asked: tuple[str, ...]
) -> None:
    assert asked_by(pattern) == asked
