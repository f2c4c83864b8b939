"""Frozen values behave as those of a frozen dataclass with slots."""

import pickle
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, field, replace
from functools import cached_property
from typing import Any

import pytest

from hearingkit.frozen import frozen


@frozen
class Point:
    x: int
    y: int = 2
    notes: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)


@frozen
class Mark(Point):
    name: str = "mark"

    def __post_init__(self) -> None:
        if not self.name:
            raise ValueError(self.name)


@frozen
class Counted:
    words: tuple[str, ...]
    count: int = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "count", len(self.words))


@frozen
class Nothing:
    pass


@frozen(slots=False)
class Circle:
    radius: int
    name: str = "circle"
    notes: Mapping[str, str] = field(default_factory=dict, kw_only=True)

    @cached_property
    def area(self) -> list[int]:
        return [3 * self.radius**2]


@frozen(eq=False)
class Alone:
    x: int


def test_takes_what_a_dataclass_takes() -> None:
    assert (Point(1).x, Point(1).y, Point(y=3, x=1).y) == (1, 2, 3)
    assert replace(Mark(1), name="other") == Mark(1, 2, {}, "other")
    with pytest.raises(TypeError, match=r"missing 1 required positional argument: 'x'"):
        Point()  # type: ignore[call-arg]
    with pytest.raises(ValueError):  # noqa: PT011
        Mark(1, name="")


def test_a_field_that_is_not_given_is_made_of_the_others() -> None:
    assert Counted(("a", "b")).count == 2
    assert replace(Counted(("a", "b")), words=("c",)).count == 1
    with pytest.raises(TypeError):
        Counted((), 3)  # type: ignore[call-arg]


def test_compares_by_class_and_fields() -> None:
    assert Point(1) == Point(1, notes={"a": "b"})
    assert hash(Point(1)) == hash(Point(1))
    assert Point(1) != Point(2)
    assert Point(1) != Mark(1)
    assert Nothing() == Nothing()


def test_makes_each_default_anew() -> None:
    assert Point(1).notes is not Point(1).notes


@pytest.mark.parametrize("value", [Point(1), Mark(1), Nothing()], ids=repr)
def test_stays_as_it_is(value: Any) -> None:
    with pytest.raises(FrozenInstanceError):
        value.x = 2
    with pytest.raises(FrozenInstanceError):
        del value.x
    assert not hasattr(value, "__dict__")


@pytest.mark.parametrize("value", [Point(1, notes={"a": "b"}), Mark(1), Nothing()], ids=repr)
def test_can_be_sent_to_another_process(value: Any) -> None:
    sent = pickle.loads(pickle.dumps(value))

    assert (sent, getattr(sent, "notes", None)) == (value, getattr(value, "notes", None))


def test_shows_its_fields() -> None:
    assert repr(Point(1)) == "Point(x=1, y=2)"
    match Point(1):
        case Point(x, y):
            assert (x, y) == (1, 2)


def test_keeps_what_it_has_found_where_it_has_no_slots() -> None:
    circle = Circle(2, notes={"a": "b"})

    assert (circle.area, circle.name) == ([12], "circle")
    assert circle.area is circle.area
    assert circle == Circle(2, "circle", notes={"a": "b"}) != Circle(3)
    assert pickle.loads(pickle.dumps(circle)) == circle
    with pytest.raises(FrozenInstanceError):
        circle.radius = 3  # type: ignore[misc]


def test_takes_by_name_what_is_asked_for_by_name() -> None:
    with pytest.raises(TypeError, match="takes from 2 to 3 positional arguments but 4 were given"):
        Circle(2, "circle", {})  # type: ignore[call-arg]


def test_is_equal_to_none_but_itself_where_that_is_said() -> None:
    one = Alone(1)

    assert one == one  # noqa: PLR0124
    assert one != Alone(1)
    assert len({one, Alone(1), one}) == 2
