"""What is at fault in a hearing is left out; all the rest of it is judged in the same run."""

from pathlib import Path
from typing import Any, Final

import pytest
from tests.rendering import findings, written
from tests.workspaces import ID, in_process, some_data

SATURDAY = {"deadline": "2026-05-09"}
WEB: Final = "https://etaten.example/sak"
FINISHED: Final[dict[str, Any]] = {
    "references": {"ours": "1"},
    "portal": {"name": "Portalen", "url": WEB},
    "open_to_all": True,
}


def codes(folder: Path, **changes: Any) -> list[str]:
    return [one.code for one in findings(some_data(**changes), folder)]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"recipients": [{"name": "Østre kommune", "email": "ostre"}]}, "HK106"),
        ({"recipients": "alle"}, "HK101"),
        ({"recipients": [{"list": "ingen"}]}, "HK112"),
        ({"recipients": None}, "HK103"),
        ({"submission": {"addresses": [{"email": "svar"}]}}, "HK106"),
        ({"submission": {"addresses": [{"how": "form"}]}}, "HK103"),
        ({"title": ""}, "HK109"),
        ({"title": {"nn": "Forskrift om prøver"}}, "HK116"),
        ({"kind": "lov"}, "HK104"),
        ({"sent": "i dag"}, "HK108"),
        ({"portal": {"name": "Høringer", "url": "høringer"}}, "HK107"),
        ({"meeting": ["2026-04-01"]}, "HK101"),
        ({"unit": "ukjent"}, "HK111"),
        ({"signatories": [{"mark": "e.f."}]}, "HK109"),
        ({"signatorys": [{"title": "Direktør"}], "signatories": None}, "HK102"),
        ({"enclosures": [{"title": "Utkast", "fil": "utkast.pdf"}]}, "HK102"),
        ({"copy_to": [{"navn": "Vestre kommune"}]}, "HK102"),
        ({"references": {"ours": None}}, "HK101"),
    ],
)
def test_a_fault_hides_no_other(changes: dict[str, Any], code: str, tmp_path: Path) -> None:
    alone = codes(tmp_path / "alone", **changes)
    with_another = codes(tmp_path / "both", **changes, **SATURDAY)

    assert code in alone
    assert sorted(with_another) == sorted([*alone, "HK205"])


SOON = "soon"
MEETING = {"starts": "2026-06-10 18:00", "place": "rådhuset"}


@pytest.mark.parametrize(
    ("changes", "fault", "code"),
    [
        ({"deadline": "2026-03-02"}, {"published": SOON}, "HK201"),
        ({"deadline": "2026-04-07"}, {"published": SOON}, "HK206"),
        ({"deadline": "2026-04-04"}, {"sent": SOON}, "HK208"),
        ({"decided": "2026-02-03"}, {"deadline": SOON}, "HK213"),
        ({"decided": "2026-02-03"}, {"published": SOON}, "HK213"),
        ({"published": "2025-02-03"}, {"decided": SOON}, "HK213"),
        ({"published": "2026-06-03"}, {"sent": SOON}, "HK213"),
        ({"meeting": MEETING}, {"sent": SOON}, "HK210"),
        ({"meeting": MEETING | {"starts": "2026-01-12"}}, {"deadline": SOON}, "HK210"),
        ({"meeting": MEETING | {"sign_up_by": "2026-06-11"}}, {"sent": SOON}, "HK209"),
        ({"meeting": MEETING | {"starts": "2026-04-12"}}, {"body": {"x": SOON}}, "HK217"),
        ({"kind": "bill"}, {"body": {"x": SOON}}, "HK216"),
        ({"recipients": ["KL", "KL"]}, {"deadline": SOON, "title": ""}, "HK301"),
        ({"recipients": ["KL", {"heading": "Andre", "entries": []}]}, {"sent": SOON}, "HK309"),
    ],
)
def test_a_rule_needs_no_more_than_it_compares(
    changes: dict[str, Any], fault: dict[str, Any], code: str, tmp_path: Path
) -> None:
    assert code in codes(tmp_path / "alone", **changes)
    assert code in codes(tmp_path / "both", **{**changes, **fault})


def test_no_reason_that_can_t_be_read_excuses_less_than_the_law(tmp_path: Path) -> None:
    changes = {"kind": "local-plan", "title": "Reguleringsplan", "deadline": "2026-03-02"}

    assert "HK207" in codes(tmp_path, **changes, short_notice_reason="")


def test_a_recipient_at_fault_leaves_no_heading_empty_and_no_recipient_lacking(
    tmp_path: Path,
) -> None:
    nameless = {"navn": "Vestre kommune"}
    ostre, bad = ({"name": name, "email": "post@ostre.example"} for name in ("Østre", "Vestre"))
    data = some_data(
        recipients=[
            {"list": "alle"},
            {"heading": "Andre", "entries": [nameless]},
            {"name": "Prøveetaten", "copy": SOON},
            bad | {"members": SOON},
            {"name": "Kommunane", "email": SOON},
            ostre,
        ]
    )
    data["recipient_lists"] = {"alle": [nameless]}

    assert all(one.code < "HK200" for one in findings(data, tmp_path))


@pytest.mark.parametrize(
    "fault",
    [
        {"deadline": "2026-02-31"},
        {"sent": "i dag"},
        {"published": "i går"},
        {"meeting": ["2026-04-01"]},
        {"origin": {"name": "", "url": "høringer"}},
        {"references": {"yours": None}},
        {"recipients": [{"list": "ingen"}]},
    ],
)
def test_what_a_text_says_is_judged_beside_a_fault(fault: dict[str, Any], tmp_path: Path) -> None:
    body = "Møtet er fredag 6. mai 2026. Skriv til etaten- post@a.example. Kom kl. 25.00."

    assert {"HK401", "HK408", "HK410"} < {*codes(tmp_path, body=body, **fault)}


@pytest.mark.parametrize(
    "changes",
    [
        {"signatorys": [{"title": "Direktør"}], "signatories": None, **FINISHED},
        {"signatories": [{"title": ""}], **FINISHED},
        {**FINISHED, "portals": {"name": "Portalen", "url": WEB}, "portal": None},
        {**FINISHED, "open_to_al": True, "open_to_all": None},
        {"body": "Utkastet er vedlagt.", "enclosures": [{"title": ""}]},
        {"body": "Utkastet er vedlagt.", "enclosure": [{"title": "Utkast"}]},
        {"deadline": "2026-02-31", "body": "Høringsfristen er mandag 4. mai 2026."},
        {"sent": "2026-02-31", "deadline": "2026-02-10"},
        {"recipients": [{"name": "Østre kommune", "email": "post@"}]},
        {"recipients": [{"name": "Østre kommune", "mail": "post@ostre.example"}]},
    ],
)
def test_what_is_missing_for_a_fault_is_not_reported_as_missing(
    changes: dict[str, Any], tmp_path: Path
) -> None:
    assert all(code < "HK200" for code in codes(tmp_path, **changes))


def test_what_is_right_of_an_issuer_and_of_a_list_still_counts(tmp_path: Path) -> None:
    data = some_data(recipients=[{"list": "alle"}, "Østre kommune"], **SATURDAY)
    data["issuers"]["etaten"]["email"] = "post"
    data["recipient_lists"] = {"alle": ["Østre kommune", {"name": "Vestre kommune", "mail": "x"}]}

    found = findings(data, tmp_path)

    assert {one.code for one in found} == {"HK106", "HK102", "HK205", "HK301"}


def test_a_hearing_of_which_a_part_is_at_fault_is_never_rendered(tmp_path: Path) -> None:
    data = some_data()
    data["issuers"]["etaten"]["email"] = "post"
    written(data, tmp_path)

    result = in_process("render", "--workspace", tmp_path, ID)

    assert result.exit_code == 1
    assert "HK106" in result.stderr
    assert not (tmp_path / "out").exists()


def test_no_comment_is_needless_while_a_rule_can_t_tell(tmp_path: Path) -> None:
    folder = written(some_data(sent="i dag", **SATURDAY), tmp_path)
    path = folder / "data" / "hearings.yaml"
    lines = path.read_text("utf-8").splitlines()
    marked = [
        f"{line} # hearingkit: ignore[HK201] avtalt" if "deadline" in line else line
        for line in lines
    ]
    path.write_text("\n".join(marked), "utf-8")

    reported = in_process("validate", "--workspace", tmp_path).stdout

    assert "HK016" not in reported
    path.write_text(path.read_text("utf-8").replace("i dag", "2026-02-02"), "utf-8")
    assert "HK016" in in_process("validate", "--workspace", tmp_path).stdout
