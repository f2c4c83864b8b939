"""What of a value is at fault, by the ways to it."""

import time

import pytest

from hearingkit.validation.located import Ways


@pytest.mark.parametrize(
    ("path", "is_met"),
    [
        ((), True),
        (("recipients",), True),
        (("recipients", 3), True),
        (("recipients", 3, "email"), True),
        (("recipients", 3, "email", 0), True),
        (("recipients", 4), False),
        (("recipients", 3, "name"), False),
        (("body",), False),
    ],
)
def test_a_way_leads_to_what_is_above_it_and_below(
    path: tuple[str | int, ...], is_met: bool
) -> None:
    assert Ways([("title",), ("recipients", 3, "email")]).lead_to(path) is is_met


def test_no_way_leads_anywhere() -> None:
    assert not Ways().lead_to(())
    assert Ways([()]).lead_to(("title",))


def test_of_many_ways_one_is_found_at_once() -> None:
    ways = Ways(("recipients", number, "email") for number in range(20_000))
    begun = time.process_time()

    assert all(ways.lead_to(("recipients", number)) for number in range(20_000))
    assert time.process_time() - begun < 2
