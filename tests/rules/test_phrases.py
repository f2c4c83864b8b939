"""Phrases that wait for what they ask for find what they find without waiting."""

import re
from pathlib import Path
from typing import Final

import pytest
from tests.yaml12 import load

from hearingkit.language.language import Language
from hearingkit.model.hearing import HearingKind
from hearingkit.rules.dates import kinds
from hearingkit.rules.text.date_roles import DateRoleWords
from hearingkit.rules.text.phrases import THIS, Phrase, compiled

SENTENCES: Final = load(Path(__file__).with_name("due_answers.yaml").read_text(encoding="utf-8"))
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


def test_a_title_begins_with_what_it_begins_with_where_all_patterns_are_tried() -> None:
    corpus = Path(__file__).parents[1] / "corpus"
    lines = (line for path in corpus.glob("*/*.yaml") for line in path.read_bytes().splitlines())
    texts = {line.decode("utf-8", "replace").partition("title: ")[2] for line in lines}
    titles = sorted(texts - {""})

    begun = [str(kinds._beginning(title)) for title in titles]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kinds, "may_stand_in", lambda _pattern, _text: True)
        assert [str(kinds._beginning(title)) for title in titles] == begun
    assert len(set(begun)) > 20
