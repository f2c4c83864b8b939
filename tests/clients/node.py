"""Programs of node that read what hearingkit writes; ``.ci/run`` installs them."""

import shutil
from pathlib import Path
from typing import Final

import pytest

MODULES: Final = Path(__file__).parent / "node_modules"
_PROGRAMS: Final = MODULES / ".bin"


def program(name: str) -> str:
    """Return the path of a program; skip the test if it can't be run."""
    if shutil.which("node") is None:
        pytest.skip("node is not installed")
    found = shutil.which(name, path=_PROGRAMS)
    if found is None:
        pytest.skip(f"{name} is not installed: npm install --prefix tests/clients")
    return found
