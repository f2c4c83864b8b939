"""What a text repeats of the data, and wrongly, can be written as a name that follows the data."""

from pathlib import Path

import pytest
from tests.rendering import findings
from tests.workspaces import some_data


@pytest.mark.parametrize(
    ("changes", "code", "name"),
    [
        ({"body": "Høringsfristen er 2. mai 2026."}, "HK403", "{{ deadline.date }}"),
        ({"body": "Høringsfristen er 4. mai."}, "HK405", "{{ deadline.date }}"),
        ({"body": "Svar innen tirsdag 4. mai 2026."}, "HK401", "{{ deadline }}"),
        (
            {
                "submission": {"addresses": [{"email": "horing@etaten.example"}]},
                "body": "Skriv til hoering@etaten.example.",
            },
            "HK404",
            "{{ submission.email }}",
        ),
        (
            {"in_force": "2027-01-01", "body": "Forslaget trer i kraft 1. juli 2027."},
            "HK413",
            "{{ in_force.date }}",
        ),
    ],
)
def test_a_finding_proposes_the_name_to_use(
    changes: dict[str, str], code: str, name: str, tmp_path: Path
) -> None:
    found = findings(some_data(**changes), tmp_path)

    (hint,) = [one.hint for one in found if one.code == code]
    assert hint == f"write {name} there: it follows the data"


def test_the_name_that_was_proposed_is_right(tmp_path: Path) -> None:
    body = "Høringsfristen er {{ deadline }}. Skriv til {{ submission.email }}."

    assert findings(some_data(body=body), tmp_path) == ()
