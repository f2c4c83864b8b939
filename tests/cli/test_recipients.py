"""``hearingkit recipients``: the mailing list on stdout or in a file of the user's choice."""

import csv
import io
import json
from pathlib import Path

import pytest
from tests.rendering import written
from tests.workspaces import a_workspace, bytes_below, in_process, some_data

TWO = {
    "language": ["nb", "nn"],
    "title": {"nb": "Forskrift", "nn": "Forskrift"},
    "body": None,
    "recipients": [
        {"name": "Østre kommune", "email": "post@ostre.example"},
        {"name": "Vestre kommune", "email": "post@vestre.example", "language": "nn"},
    ],
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return a_workspace(tmp_path, **TWO)


@pytest.mark.parametrize(("name", "sign"), [(";", ";"), (",", ","), ("tab", "\t")])
@pytest.mark.usefixtures("here")
def test_writes_csv_with_the_delimiter_asked_for(name: str, sign: str) -> None:
    result = in_process("recipients", "--delimiter", name)

    rows = list(csv.reader(io.StringIO(result.stdout_bytes.decode("utf-8-sig")), delimiter=sign))
    assert [row[1] for row in rows] == ["name", "Østre kommune", "Vestre kommune"]


@pytest.mark.usefixtures("here")
def test_writes_json_and_nothing_else() -> None:
    result = in_process("recipients", "proever", "-f", "json")

    assert json.loads(result.stdout)
    assert result.stderr == ""


@pytest.mark.usefixtures("here")
def test_gives_those_who_get_a_letter_in_one_language() -> None:
    assert in_process("recipients", "-f", "txt", "-l", "nn").stdout == "post@vestre.example\n"


@pytest.mark.usefixtures("here")
def test_breaks_addresses_into_batches() -> None:
    result = in_process("recipients", "-f", "txt", "--batch", "1")

    assert result.stdout == "post@ostre.example\npost@vestre.example\n"


@pytest.mark.usefixtures("here")
def test_prints_the_list_in_the_language_asked_for() -> None:
    first = in_process("recipients", "--printed", "txt").stdout
    asked = in_process("recipients", "--printed", "txt", "-l", "nn").stdout

    assert "Østre kommune" in first
    assert "example" not in first
    assert first != asked


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["proeve"], 'no hearing "proeve"; did you mean "proever"?'),
        (
            ["chekc"],
            'no hearing "chekc"; there are: proever; the command is hearingkit recipients check',
        ),
        (["-l", "da"], '"proever" is written in nb, nn, not in da'),
        (["--printed", "txt", "-l", "nb", "-l", "nn"], "--printed gives one document; name one"),
        (["-o", "data/hearings.yaml"], "data/hearings.yaml holds hearing data and is never"),
        (["-o", "data/hearings.yaml", "--force"], "data/hearings.yaml holds hearing data"),
        (["-o", "data"], "data is no file"),
        (["-o", "."], ". is no file"),
        (["-o", "missing/list.csv"], "can't write missing/list.csv: its folder does not exist"),
        (["-o", "there.csv"], "there.csv exists; choose another name, or use --force"),
    ],
)
def test_says_why_it_could_not(here: Path, arguments: list[str], says: str) -> None:
    (here / "there.csv").write_text("mine")
    before = bytes_below(here)

    result = in_process("recipients", *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"error: {says}")
    assert bytes_below(here) == before


def test_asks_which_hearing_is_meant(here: Path) -> None:
    a_workspace(here, "b", "a", **TWO)

    result = in_process("recipients")

    assert result.exit_code == 2
    assert result.stderr == "error: there are several hearings; name one: a, b\n"


def test_refuses_a_hearing_with_an_error(here: Path) -> None:
    a_workspace(here, **TWO | {"deadline": "2026-02-31"})

    result = in_process("recipients", "-o", "list.csv")

    assert (result.exit_code, result.stdout) == (1, "")
    assert "HK108" in result.stderr
    assert not (here / "list.csv").exists()


def test_writes_a_file_and_prints_its_name(here: Path) -> None:
    first = in_process("recipients", "-o", "list.csv")
    again = in_process("recipients", "-o", "list.csv")
    other = in_process("recipients", "-o", "list.csv", "--delimiter", ",", "--force")

    assert [one.exit_code for one in (first, again, other)] == [0, 0, 0]
    assert first.stdout == "list.csv\n"
    assert b"name,attention" in (here / "list.csv").read_bytes()


@pytest.mark.usefixtures("here")
def test_writes_a_word_file_to_a_pipe() -> None:
    assert in_process("recipients", "--printed", "docx").stdout_bytes.startswith(b"PK")


def a_body(name: str, **facts: object) -> dict[str, object]:
    return {"name": name} | facts


BY_POST = a_body("Vestre kommune", address=["Rådhuset", "0002 Vestre"])
REACHED = a_body("Østre kommune", email=["post@ostre.example", "arkiv@ostre.example"])
COLLECTIVE = a_body("Fylkene", members=[a_body("Nordfylket"), a_body("Sør", email="s@sor.example")])


@pytest.mark.parametrize(
    ("recipients", "said"),
    [
        ([REACHED], ""),
        ([REACHED, BY_POST], "1 recipient has no e-mail address: Vestre kommune\n"),
        (
            [BY_POST, REACHED, a_body("KS", phone="22 00 00 00", copy="true")],
            "2 recipients have no e-mail address: Vestre kommune, KS\n",
        ),
        ([COLLECTIVE], "1 recipient has no e-mail address: Nordfylket\n"),
        ([BY_POST], "1 recipient has no e-mail address: Vestre kommune\n"),
        ([a_body("LO", email="post@ostre.example"), REACHED], ""),
    ],
)
@pytest.mark.parametrize("output", [[], ["-o", "bcc.txt"]])
def test_says_whom_the_bcc_lines_leave_out(
    here: Path, recipients: list[object], said: str, output: list[str]
) -> None:
    a_workspace(here, recipients=recipients)

    done = in_process("recipients", "-f", "txt", *output)

    own = [line for line in done.stderr.splitlines(keepends=True) if ": HK" not in line]
    assert (done.exit_code, "".join(own)) == (0, said)
    assert in_process("recipients", "-f", "txt", "-q", "-o", "-").stderr == said


@pytest.mark.usefixtures("here")
def test_says_whom_the_bcc_lines_leave_out_of_those_asked_for() -> None:
    a_workspace(Path(), **TWO | {"recipients": [REACHED, {**BY_POST, "language": "nn"}]})

    assert in_process("recipients", "-f", "txt", "-l", "nb").stderr == ""
    assert "Vestre" in in_process("recipients", "-f", "txt", "-l", "nn").stderr


@pytest.mark.parametrize("name", [";", ",", "tab"])
def test_parts_addresses_by_semicolons_as_mail_programs_do(here: Path, name: str) -> None:
    a_workspace(here, recipients=[REACHED])

    shown = in_process("recipients", "--delimiter", name).stdout_bytes.decode("utf-8-sig")

    sign = "\t" if name == "tab" else name
    (row,) = csv.DictReader(io.StringIO(shown), delimiter=sign)
    assert row["email"] == "post@ostre.example; arkiv@ostre.example"


@pytest.mark.parametrize("ending", ["csv", "xlsx", "ods", "json", "vcf", "txt"])
def test_writes_the_format_that_the_file_ends_as(here: Path, ending: str) -> None:
    named = in_process("recipients", "-o", f"list.{ending}")
    asked = in_process("recipients", "-f", ending)

    assert (named.exit_code, asked.exit_code) == (0, 0)
    assert (here / f"list.{ending}").read_bytes() == asked.stdout_bytes


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["-f", "xlsx", "-o", "list.csv"], "list.csv does not end as xlsx does; end it with .xlsx"),
        (["-f", "csv", "-o", "list.XLSX"], "list.XLSX does not end as csv does; end it with .csv"),
        (["--printed", "docx", "-o", "a.csv"], "a.csv does not end as docx does"),
        (["-o", "list.xls"], "list.xls ends as no mailing list does; choose one of .csv, .xlsx"),
        (["--columns", "name,emial"], 'no column "emial"; did you mean "email"?'),
        (["--where", "name"], '"name" is no condition; write one as'),
        (["--where", "nam=a"], 'no column "nam"; did you mean "name"?'),
        (["--where", "name,email=a"], '"name,email=a" is no condition; write one as'),
        (["--where", "name!!=a"], 'no column "name!"; did you mean "name"?'),
        (["--group", "Kommuner"], 'nobody stands under "Kommuner"; there are: none'),
    ],
)
def test_refuses_what_does_not_fit_together(here: Path, arguments: list[str], says: str) -> None:
    before = bytes_below(here)

    result = in_process("recipients", *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"error: {says}")
    assert result.stderr.count("\n") == 1
    assert bytes_below(here) == before


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["--where", "name=østre*"], ["Østre kommune"]),
        (["--where", "name!=*ØSTRE*"], ["Vestre kommune"]),
        (["--where", "language=nn", "--where", "email="], []),
        (["--where", "email!="], ["Østre kommune", "Vestre kommune"]),
    ],
)
@pytest.mark.usefixtures("here")
def test_lists_those_that_the_conditions_hold_for(arguments: list[str], names: list[str]) -> None:
    result = in_process("recipients", "--columns", "name", *arguments)

    assert result.stdout_bytes.decode("utf-8-sig").split("\r\n")[1:-1] == names


@pytest.mark.parametrize("format_", ["csv", "xlsx", "ods", "json", "vcf", "txt", "merge"])
@pytest.mark.usefixtures("here")
def test_says_that_nobody_is_as_asked_for(format_: str) -> None:
    result = in_process("recipients", "-q", "-f", format_, "--where", "name=Ostre*")

    assert result.exit_code == 0
    assert result.stderr == "nobody is on the list: none of 2 recipients is as asked for\n"


def test_takes_a_letter_and_its_ring_for_one_sign(here: Path) -> None:
    a_workspace(here, recipients=["Årdal", "Alver", "A\u030amot"])

    result = in_process("recipients", "--columns", "name", "--where", "name=a\u030a*")

    assert result.stdout_bytes.decode("utf-8-sig").splitlines()[1:] == ["Årdal", "Åmot"]


def test_a_file_of_data_may_end_with_yml(here: Path) -> None:
    for format_ in ([], ["-f", "register"]):
        result = in_process("recipients", *format_, "-o", "list.yml", "--force")

        assert (result.exit_code, result.stdout) == (0, "list.yml\n")
        assert ("parties:" in (here / "list.yml").read_text("utf-8")) == bool(format_)


def test_lists_those_under_a_heading_without_persons(here: Path) -> None:
    lis = {
        "name": "Lis Lærer",
        "email": ["anne.hansen@laerer.example", "post@laerer.example"],
        "attention": "Anne Hansen",
        "phone": "22334455",
    }
    a_workspace(here, recipients=[{"heading": "Lærere", "entries": [lis]}, "Andre"])

    result = in_process("recipients", "--group", "lærere", "--public", "-f", "json")

    (row,) = json.loads(result.stdout)["recipients"]
    assert (row["name"], row["emails"]) == ("Lis Lærer", ["post@laerer.example"])
    assert (row["attention"], row["phone"]) == ("", "")


def test_lists_those_in_a_group_of_the_register(here: Path) -> None:
    data = some_data(recipients=[{"group": "kommuner", "as": "Kommunane"}, {"party": "laget"}])
    parties = {
        "alver": {"name": "Alver kommune", "groups": ["kommuner"], "former_names": ["Lindås"]},
        "laget": {"name": "Laget", "groups": ["lag", "faste"]},
    }
    written({**data, "parties": parties}, here)

    listed, typo = (
        in_process("recipients", "--columns", "name", "--group", group)
        for group in ("kommuner", "kommunar")
    )
    shown = in_process("recipients", "-f", "json", "--group", "faste")
    register = in_process("recipients", "-f", "register", "--group", "lag")

    assert listed.stdout_bytes.decode("utf-8-sig") == "name\r\nAlver kommune\r\n"
    assert 'nobody stands under "kommunar"; did you mean "kommuner"?' in typo.stderr
    (row,) = json.loads(shown.stdout)["recipients"]
    assert (row["name"], row.keys() & {"groups", "former_names"}) == ("Laget", set())
    assert "laget: {name: Laget, language: nb, groups: [lag, faste]}" in register.stdout


def test_a_person_on_a_public_list_is_a_name_alone(here: Path) -> None:
    person = {
        "name": "Anne Hansen",
        "email": ["anne.hansen@x.example", "post@x.example"],
        "address": ["Storgata 1", "0150 Oslo"],
    }
    a_workspace(here, recipients=[person])

    (row,) = json.loads(in_process("recipients", "--public", "-f", "json").stdout)["recipients"]

    assert (row["name"], row["emails"], row["address"]) == ("Anne Hansen", ["post@x.example"], [])


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--printed", "txt", "--public"], "--public: is of the mailing list; leave it out"),
        (["--printed", "pdf", "--group", "A"], "--group: is of the mailing list; leave it out"),
        (["--alphabetical"], "--alphabetical: is of the printed list; add --printed"),
        (["--printed", "txt", "-f", "csv"], "--format: is of the mailing list; leave it out"),
        (["--printed", "txt", "--batch", "5"], "--batch: is of the mailing list; leave it out"),
        (["-f", "json", "--columns", "name"], "--columns: json has no columns to choose from"),
        (["-o", "a.vcf", "--columns", "name"], "--columns: vcf has no columns to choose from"),
        (["-o", "a.xlsx", "--delimiter", ","], "--delimiter: xlsx is no csv"),
        (["--batch", "5"], "--batch: csv has no Bcc lines; choose txt"),
    ],
)
def test_an_option_that_would_change_nothing_is_refused(options: list[str], says: str) -> None:
    result = in_process("recipients", *options)

    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr


def test_prints_the_list_from_first_to_last_without_headings(here: Path) -> None:
    group = {"heading": "Kommuner", "entries": ["Østre kommune", "Alver kommune"]}
    a_workspace(here, **{**TWO, "recipients": ["Vestre kommune", group, "Aasen museum"]})

    given, sorted_ = (
        in_process("recipients", "--printed", "txt", *options).stdout
        for options in ((), ("--alphabetical",))
    )

    assert "Kommuner" in given
    assert sorted_.splitlines()[-4:] == [
        "Alver kommune",
        "Vestre kommune",
        "Østre kommune",
        "Aasen museum",
    ]
    assert "Kommuner" not in sorted_


@pytest.mark.usefixtures("here")
def test_says_who_has_no_number_for_a_service() -> None:
    result = in_process("recipients", "-f", "eformidling")

    assert result.stdout_bytes.decode("utf-8-sig") == "org_number;name;role\r\n"
    assert result.stderr == (
        "2 recipients have no address in eFormidling: Østre kommune, Vestre kommune\n"
    )
