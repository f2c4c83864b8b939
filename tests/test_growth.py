"""The measure by which tests tell that a long text makes no more work than it must."""

import re
from collections.abc import Callable

import pytest

from tests.growth import Meter, assert_in_proportion, steps_out_of_proportion


def _in_calls(text: str) -> None:
    for length in range(len(text)):
        for sign in text[:length]:
            sign.isalpha()


def _in_a_pattern(text: str) -> None:
    re.search("a*b", text)


def _in_slices(text: str) -> None:
    while text:
        text = text[1:]


@pytest.mark.parametrize(
    ("quadratic", "size"), [(_in_calls, 800), (_in_a_pattern, 32_000), (_in_slices, 200_000)]
)
def test_work_that_grows_with_the_square_is_reported(
    quadratic: Callable[[str], None], size: int
) -> None:
    with pytest.raises(AssertionError):
        assert_in_proportion(lambda length: "a" * length, quadratic, size)


def test_work_in_proportion_is_let_pass() -> None:
    assert_in_proportion(lambda length: "a" * length, lambda text: text.count("b"), 800_000)
    assert_in_proportion(range, lambda numbers: [*map(str, numbers)], 8_000)


def test_the_step_of_a_run_is_reported_that_grows_faster_than_its_data() -> None:
    def run(size: int, meter: Meter) -> None:
        meter("calls", _in_calls, "a" * (size // 10))
        meter("pattern", re.compile("a*a*b").search, "a" * (size // 25))
        meter("count", ("a" * size).count, "b")

    assert steps_out_of_proportion(run, 4_000) == {"calls", "pattern"}
