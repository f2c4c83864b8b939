"""What is told of files that can't be read as meant; tests/test_corpus.py tells what is found."""

from pathlib import Path
from typing import Final

import pytest

from hearingkit.findings import Severity
from hearingkit.source.codes import CODES
from hearingkit.source.reader import read

INVALID: Final = Path(__file__).parents[1] / "corpus" / "invalid"
LATER: Final = {"HK015", "HK016"}  # what comments ask for is followed after reading
FILES: Final = sorted(path for path in INVALID.glob("HK0*.yaml") if path.name[:5] not in LATER)
WITHOUT_A_FILE: Final = {"HK001", "HK002"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_says_how_to_mend_it(path: Path) -> None:
    _, findings = read(path, path.name)

    assert all(found.hint for found in findings)
    assert all(found.place.excerpt for found in findings)
    assert all(found.severity is CODES[found.code].severity for found in findings)


def test_every_code_has_a_file() -> None:
    assert {path.name[:5] for path in FILES} == set(CODES) - WITHOUT_A_FILE - LATER


def test_only_what_an_anchor_a_comment_or_folding_takes_from_a_text_are_warnings() -> None:
    mild = {code for code, known in CODES.items() if known.severity is not Severity.ERROR}

    assert mild - LATER == {"HK014", "HK017", "HK018"}
