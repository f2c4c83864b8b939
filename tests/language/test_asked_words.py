"""What a pattern asks for stands in every text that it matches."""

import pytest

from hearingkit.language.asked_words import asked_by, may_stand_in


@pytest.mark.parametrize(
    ("pattern", "asked"),
    [
        ("frist(?:en)? for <gap><answer>s?", ("frist", "for", "<gap>", "<answer>")),
        ("^<+answer>.*<by> <date>", ("<+answer>", "<by>", "<date>")),
        (r"\bsvar[ea]? på \w+ (?!høring)", ("svar", "på")),
        (r"høyrer?{0,2} <lead>? <us>* \(ja\)", ("høyre", "ja")),
        (r"kl\.\xa0\u2009[\]aæ]? tolv", ("kl", "tolv")),
        ("ny|neste", ()),
    ],
)
def test_a_pattern_asks_for_what_stands_outside_brackets(
    pattern: str, asked: tuple[str, ...]
) -> None:
    assert asked_by(pattern) == asked


def test_words_count_in_whatever_case() -> None:
    assert may_stand_in("Frist(?:en)? for", "FRISTEN FOR SVAR")
    assert may_stand_in("frist", "FRİST")
    assert not may_stand_in("Frist(?:en)? for", "svar innen")
