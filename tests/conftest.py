"""Fixtures for all tests."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# Some machines forbid it, and then each process that a test starts compiles the whole program anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

settings.register_profile("ci", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("ci")

TESTS = Path(__file__).parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write what came out; then read the diff"
    )


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name a file given as bytes after its size: an archive holds the time at which it was made."""
    return f"{argname}-{len(val)}-bytes" if isinstance(val, bytes) and len(val) > 99 else None


Golden = Callable[[str, str], None]


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Return a function that compares a text with a golden file."""
    update = request.config.getoption("--update-golden")

    def compare(name: str, text: str) -> None:
        path = TESTS / "golden" / name
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert text == path.read_bytes().decode(), f"{os.fspath(path)} differs; --update-golden"

    return compare
