"""Which telephone numbers can be one, however they are written."""

import pytest
from tests.judging import sound_cases
from tests.mailing import book_of

from hearingkit.rules.run import judge

POSSIBLE = [
    *("22 00 00 00", "+47 22 00 00 00", "0045 33923392", "(+47) 22 00 00 00", "+47-22000000"),
    *("02800", "112", "1813", "116 117", "815 00 000", "+47 (0) 22 00 00 00", "22.00.00.00"),
    *("22 00 00 00 / 900 00 000", "22 00 00 00 og 900 00 000", "33 92 33 92 90 00 00 00"),
    *("33 92 33 92 lokal 123", "33 92 33 92, tast 2", "22 00 00 00-02", "22 00 00 00 (9-15)"),
    *("+46 8 123 456", "0046 8123456", "040-12 34 56 78", "+298 30 40 50", "sentralbordet"),
]
IMPOSSIBLE = [
    *("22 00 00 0", "22 00 00 000", "+47 22 00 00 0", "0047 220000000", "4733923392"),
    *("22 00 00 00 / 900 00 00", "Tlf. 22 00 00 0", "1234567890", "+45 12 34 56 78"),
]


def reported(phone: str) -> list[str]:
    book = book_of([{"name": "Norsk Vann", "phone": phone}])
    found = [one.code for case in sound_cases(book) for one in judge(case).findings]
    return [code for code in found if code == "HK507"]


@pytest.mark.parametrize("phone", POSSIBLE)
def test_no_alarm_at_what_may_be_a_number(phone: str) -> None:
    assert reported(phone) == []


@pytest.mark.parametrize("phone", IMPOSSIBLE)
def test_reports_what_cannot_be_a_number(phone: str) -> None:
    assert reported(phone) == ["HK507"]
