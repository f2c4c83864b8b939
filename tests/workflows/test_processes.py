"""Work in several processes gives what work in one does, in the same order, and leaves none."""

import multiprocessing
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.rendering import written
from tests.workspaces import in_process, note_judged, some_data

from hearingkit.workflows import judging
from hearingkit.workflows.processes import made_ahead, mapped

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are forks on Linux")

HERE = os.getpid()


@pytest.fixture(autouse=True)
def _two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    monkeypatch.setattr("threading.active_count", lambda: 1)  # tests may have more
    monkeypatch.delitem(sys.modules, "typst", raising=False)


def where(number: int) -> tuple[int, bool]:
    return number, os.getpid() == HERE


def test_what_comes_of_many_is_in_their_order_and_made_in_two_processes() -> None:
    found = mapped(where, range(7), fewest=3)

    assert found == [(number, number < 4) for number in range(7)]
    assert not multiprocessing.active_children()


def test_few_are_worth_no_process() -> None:
    assert all(is_here for _, is_here in mapped(where, range(5), fewest=3))


def test_what_another_process_fails_at_is_done_here() -> None:
    def only_here(number: int) -> int:
        if os.getpid() != HERE:
            raise RuntimeError
        return number

    assert mapped(only_here, range(4), fewest=1) == [0, 1, 2, 3]


def test_what_another_process_dies_of_is_done_here() -> None:
    def only_here(number: int) -> int:
        if os.getpid() != HERE:
            os._exit(9)
        return number

    assert mapped(only_here, range(4), fewest=1) == [0, 1, 2, 3]


def test_what_fails_here_leaves_no_process_behind() -> None:
    def fails(number: int) -> int:
        if os.getpid() == HERE:
            raise KeyboardInterrupt
        return number

    with pytest.raises(KeyboardInterrupt):
        mapped(fails, range(4), fewest=1)

    assert not multiprocessing.active_children()


def test_without_multiprocessing_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "multiprocessing", None)

    assert mapped(where, range(4), fewest=1) == [(number, True) for number in range(4)]


def test_threads_are_at_work_at_once_and_what_comes_of_each_is_in_order() -> None:
    both = threading.Barrier(2)
    asked: list[int] = []

    def items() -> Iterator[int]:
        for number in range(20):
            asked.append(number)
            yield number

    def met(number: int) -> int:
        both.wait(600)
        return number

    made = made_ahead(met, items())

    assert next(made) == 0
    assert len(asked) < 10
    assert [*made] == [*range(1, 20)]


def test_what_fails_in_a_thread_fails_at_its_turn_and_ends_the_others() -> None:
    begun: list[int] = []

    def fails_at_three(number: int) -> int:
        begun.append(number)
        if number == 3:
            raise ValueError(number)
        return number

    made = made_ahead(fails_at_three, range(100))

    assert [next(made) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(ValueError, match="3"):
        next(made)
    assert len(begun) < 20
    assert not [one for one in threading.enumerate() if one.name.startswith("ThreadPool")]


def test_findings_are_the_same_by_one_process_and_by_several(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = some_data(*(f"nr-{number}" for number in range(6)))
    data["hearings"]["nr-1"]["title"] = "Høring om forskrift [dato]"
    data["hearings"]["nr-4"] |= {"deadline": "2026-02-10", "accept": {"HK205": "avtalt"}}
    data["hearings"]["nr-5"] |= {"kind": "regulering", "body": "Svar innen 32. mars 2026."}
    monkeypatch.chdir(written(data, tmp_path))
    alone = in_process("validate", "--format", "json").stdout
    judged = note_judged(monkeypatch)
    monkeypatch.setattr(judging, "WORTH_A_PROCESS", 1)

    assert in_process("validate", "--format", "json").stdout == alone
    assert judged == ["nr-0", "nr-1", "nr-2"]
