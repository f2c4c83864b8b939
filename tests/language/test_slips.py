"""One letter left out, put in, changed or swapped, and how much is compared to see it."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearingkit.language import slips
from hearingkit.language.slips import Slip, pairs_a_slip_apart, slip_between, slips_between

SHORT_TEXTS = st.text("ab", max_size=5)


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("post", "pots", Slip(2, "st", "ts")),
        ("post", "pst", Slip(1, "o", "")),
        ("post", "poost", Slip(2, "", "o")),
        ("post", "pest", Slip(1, "o", "e")),
        ("", "a", Slip(0, "", "a")),
        ("post", "post", None),
        ("post", "ptos", None),
        ("post", "poosts", None),
        ("ab", "cd", None),
    ],
)
def test_says_what_differs(one: str, other: str, slip: Slip | None) -> None:
    assert slip_between(one, other) == slip


@given(SHORT_TEXTS, SHORT_TEXTS)
def test_a_slip_makes_one_text_of_the_other(one: str, other: str) -> None:
    slip = slip_between(one, other)

    if slip:
        assert one[: slip.at] + slip.other + one[slip.at + len(slip.one) :] == other


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("sstprim", "SST-prim", 1),
        ("sstprim", "sst-prim", 1),
        ("sstprim", "sstprm", 1),
        ("sst", "sts", 1),
        ("sst", "ssi", None),
        ("st", "ts", None),
        ("ssst", "sst", None),
        ("horing", "hoering", 1),
        ("horing", "hring1", None),
        ("postmottak", "potsmotak", 2),
        ("folkehelse", "fokehelsa", 2),
        ("folkehelse", "folkehelseinstitutt", None),
        ("horing2024", "horing2025", None),
        ("plan", "program", None),
        ("evm", "evm", 0),
    ],
)
def test_counts_the_slips_in_a_word(one: str, other: str, slips: int | None) -> None:
    assert slips_between(one, other) == slips
    assert slips_between(other, one) == slips


@given(st.text("abc", min_size=9, max_size=20), st.data())
def test_two_letters_left_out_of_a_long_word_are_two_slips_at_most(
    word: str, data: st.DataObject
) -> None:
    shorter = word
    for _ in range(2):
        at = data.draw(st.integers(0, len(shorter) - 1))
        shorter = shorter[:at] + shorter[at + 1 :]

    assert slips_between(word, shorter) == (2 if len(shorter) >= 8 else None)


def test_counts_slips_in_long_words_fast() -> None:
    long = "ab" * 200_000

    assert slips_between(long, long[:-2] + "b") == 1


@given(st.lists(SHORT_TEXTS, max_size=12))
def test_finds_the_pairs_that_a_comparison_of_all_would_find(texts: list[str]) -> None:
    unique = list(dict.fromkeys(texts))

    found = {(one, other) for one, other, _ in pairs_a_slip_apart(texts)}

    assert found == {
        (one, other) for one, other in itertools.combinations(unique, 2) if slip_between(one, other)
    }


def test_a_figure_is_no_slip() -> None:
    assert list(pairs_a_slip_apart(["post", "post1", "post2", "post12", "post21"])) == []


def test_compares_few_of_many_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []
    monkeypatch.setattr(slips, "slip_between", lambda one, other: compared.append((one, other)))
    letters = [f"{one}{other}" for one in "bdfghjklmnprstv" for other in "aeiouyæøå"]
    texts = [f"Foreningen {one}{two}" for one in letters for two in letters]

    assert list(pairs_a_slip_apart(texts)) == []

    assert len(texts) > 15_000
    assert len(compared) < 40 * len(texts)
