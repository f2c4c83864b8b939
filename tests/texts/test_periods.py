import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearingkit.texts.periods import Period, period_of, period_pattern

IN_TEXT = re.compile(rf"\b{period_pattern()}", re.IGNORECASE)


def the_period(text: str) -> Period:
    found = IN_TEXT.fullmatch(text)
    assert found is not None
    return period_of(found)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("8 uker", Period(days=56)),
        ("otte uger", Period(days=56)),
        ("åtte veker", Period(days=56)),
        ("én uke", Period(days=7)),
        ("ei veke", Period(days=7)),
        ("30\u00a0dage", Period(days=30)),
        ("10 dagar", Period(days=10)),
        ("tre måneder", Period(months=3)),
        ("ein\nmånad", Period(months=1)),
        ("tolv månader", Period(months=12)),
    ],
)
def test_a_period_is_read_in_every_language(text: str, period: Period) -> None:
    assert the_period(text) == period


@pytest.mark.parametrize(
    "text", ["0 uker", "flere uker", "to ukers", "Tİ uker", "8 uk", "100 uker"]
)
def test_other_words_are_no_period(text: str) -> None:
    assert IN_TEXT.fullmatch(text) is None


@given(st.text(max_size=10), st.sampled_from(["uker", "dage", "månader"]))
def test_whatever_is_found_is_read(number: str, unit: str) -> None:
    for found in IN_TEXT.finditer(f"{number} {unit}"):
        period = period_of(found)
        assert period.days or period.months
