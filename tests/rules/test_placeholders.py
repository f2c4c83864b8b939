"""Where a placeholder may hide, and where a finding points to it."""

from pathlib import Path
from typing import Any

import pytest
from tests.rendering import findings
from tests.workspaces import some_data


def excerpts(folder: Path, **changes: Any) -> list[str]:
    """Return what the findings of HK504 point to in the file."""
    found = [one for one in findings(some_data(**changes), folder) if one.code == "HK504"]
    return [
        one.place.excerpt[one.place.column - 1 : (one.place.end_column or 0) - 1] for one in found
    ]


@pytest.mark.parametrize(
    ("changes", "quoted"),
    [
        ({"body": "Se [planen](https://example.com/plan)."}, ["example.com"]),
        ({"body": "Møtet er **xx. mai**, kl. [klokkeslett]."}, ["xx", "[klokkeslett]"]),
        ({"recipients": [{"heading": "TODO", "entries": ["Østre kommune"]}]}, ["TODO"]),
        ({"recipients": [{"name": "Østre kommune", "members": [{"name": "XX"}]}]}, ["XX"]),
        ({"recipients": ["Østre kommune"], "copy_to": ["{{ kopi }}"]}, ["{{ kopi }}"]),
        ({"references": {"ours": "26/xxx", "yours": "TBD"}}, ["xxx", "TBD"]),
    ],
)
def test_a_placeholder_is_found_in_every_text(
    changes: dict[str, Any], quoted: list[str], tmp_path: Path
) -> None:
    assert sorted(excerpts(tmp_path, **changes)) == sorted(quoted)


def test_an_unknown_deadline_hides_no_placeholder(tmp_path: Path) -> None:
    changes = {"recipients": ["XX kommune"], "deadline": "31.5."}

    assert excerpts(tmp_path, **changes) == ["XX"]
