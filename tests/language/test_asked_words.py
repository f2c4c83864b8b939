"""What a pattern asks for stands in every text that it matches."""

import pytest

from hearingkit.language.asked_words import Signs, may_stand_in, signs_of

PARTS: dict[str, Signs] = {"answer": (("svar", "uttale"),), "by": (("senest", "innen"),)}


@pytest.mark.parametrize(
    ("pattern", "signs"),
    [
        ("frist(?:en)? for", (("frist",), ("for",))),
        ("^<+answer>.*<by> <date>", (*PARTS["answer"], *PARTS["by"])),
        ("<answer>s? (?:<answer>)? <by>*", PARTS["answer"]),
        (r"\bsvar[ea]? på \w+ (?!høring)(?<!brev)", (("svar",), ("på",))),
        (r"høyrer?{0,2} <lead>? <us>* \(ja\)", (("høyre",), ("ja",))),
        (r"kl\.\xa0\u2009[\]aæ]? tolv", (("kl",), ("tolv",))),
        ("ny|neste", (("ny", "neste"),)),
        ("ny|neste|", ()),
        (
            r"(?P<x>Et (?:utkast|plan) til|en|\d+ ny) (?=lov)",
            (("utkast", "plan", "en", "ny"), ("lov",)),
        ),
        ("(?:høring|(?:svar|merknad)s)frist|<by> <date>", (("frist", "senest", "innen"),)),
    ],
)
def test_a_pattern_asks_for_a_word_of_each_group(pattern: str, signs: Signs) -> None:
    assert signs_of(pattern, lambda name: PARTS.get(name, ())) == signs


def test_words_count_in_whatever_case() -> None:
    assert may_stand_in("Frist(?:en)? for", "FRISTEN FOR SVAR")
    assert may_stand_in("frist", "FRİST")
    assert may_stand_in("(?:svar|frist)en", "FRISTEN")
    assert not may_stand_in("Frist(?:en)? for", "svar innen")
