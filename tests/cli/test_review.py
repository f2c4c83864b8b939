"""``hearingkit recipients diff`` and ``check``: what has become of those who are heard."""

import json
import shutil
import subprocess
import zlib
from pathlib import Path

import pytest
from tests.workspaces import in_process

DATA = """\
issuers:
  etaten: {name: Prøveetaten, country: "NO", kind: state}
parties:
  laget: {name: Landslaget, email: post@laget.example, groups: [faste], verified: 2026-01-01}
  gammel: {name: Gammel etat, groups: [faste], replaced_by: ny, email: g@gammel.example}
  ny: {name: Ny etat, groups: [faste], email: ny@etat.example, verified: 2024-01-01}
  tom: {name: Tom forening, groups: [andre]}
recipient_lists:
  a: [{name: Østre kommune, email: post@ostre.example}, {party: laget}]
  b: [{group: faste}, {name: Indre kommune, email: POST@ostre.example}]
hearings:
  proeve:
    language: nb
    issuer: etaten
    kind: other
    title: Prøve
    deadline: 2027-02-01
    recipients: [{list: a}, Vestre kommune, {name: Nordre kommune, org_number: "964338531"}]
    submission: {addresses: [{email: post@etaten.example}]}
  uten:
    language: nb
    issuer: etaten
    kind: other
    title: Uten
    deadline: 2027-02-01
    recipients: [{list: gone}]
    submission: {addresses: [{email: post@etaten.example}]}
"""
LATER = DATA.replace("Vestre kommune, {name: Nordre", "{group: faste}, {name: Søndre")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.yaml").write_text(DATA, "utf-8")
    return tmp_path


@pytest.fixture
def changed(here: Path) -> Path:
    """Return a repository of which the file of the last commit has been changed."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    name = ("-c", "user.name=a", "-c", "user.email=a@a.example")
    for arguments in (("init", "-q"), ("add", "-A"), (*name, "commit", "-qm", "a")):
        subprocess.run(["git", *arguments], cwd=here, check=True)
    later = LATER.replace("post@laget", "svar@laget")
    (here / "data" / "a.yaml").write_text(later, "utf-8")
    return here


@pytest.mark.usefixtures("changed")
def test_says_what_has_become_of_a_list_since_a_revision() -> None:
    result = in_process("recipients", "diff", "proeve@HEAD")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "added: Landslaget",
        "added: Ny etat",
        "dropped: Vestre kommune",
        "renamed: Søndre kommune: before: Nordre kommune",
        "changed: Landslaget: email: post@laget.example → svar@laget.example",
        "2 added, 1 dropped, 1 renamed, 1 changed (5 recipients)",
    ]


@pytest.mark.usefixtures("changed")
def test_shows_it_as_json_and_as_a_table_for_a_pull_request() -> None:
    shown = json.loads(in_process("recipients", "diff", "proeve@HEAD", "-f", "json").stdout)
    page = in_process("recipients", "diff", "proeve@HEAD", "-f", "md").stdout

    assert (shown["version"], shown["subject"], shown["seen"]) == (1, "proeve@HEAD → proeve", 5)
    assert [(row["remark"], row["name"]) for row in shown["rows"]][2:4] == [
        ("dropped", "Vestre kommune"),
        ("renamed", "Søndre kommune"),
    ]
    assert [row["changes"] for row in shown["rows"]][2:] == [
        [],
        [{"field": "name", "before": "Nordre kommune", "after": "Søndre kommune"}],
        [{"field": "email", "before": "post@laget.example", "after": "svar@laget.example"}],
    ]
    assert "| renamed | Søndre kommune | before\\: Nordre kommune |\n" in page


@pytest.mark.usefixtures("changed")
@pytest.mark.parametrize(
    ("named", "shown"),
    [
        (["proev@HEAD"], 'no hearing "proev@HEAD"; did you mean "proeve"?'),
        (["proeve@gone"], 'can\'t read the data at "gone": Not a valid object name gone'),
        (["proeve@-v"], 'can\'t read the data at "-v": no name of a revision begins so'),
        (["proeve@"], 'can\'t read the data at "": no revision is named'),
        (
            ["proeve", "uten"],
            'it is not known who gets "uten": data/a.yaml:26: no recipient list "gone"; '
            "there are: a, b",
        ),
        (
            ["proeve"],
            '"proeve" is the hearing as it is now; name another one behind it, or an earlier '
            "revision of it, as proeve@HEAD",
        ),
    ],
)
def test_says_why_it_can_not_compare(named: list[str], shown: str) -> None:
    result = in_process("recipients", "diff", *named)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"error: {shown}\n"


def test_says_what_was_at_fault_at_a_revision(changed: Path) -> None:
    commit(changed, DATA.replace("parties:", "parties: ["))

    result = in_process("recipients", "diff", "proeve@HEAD", "proeve")

    shown = 'error: it is not known who gets "proeve@HEAD": HEAD:data/a.yaml:3: "[" is opened here'
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(shown)


def test_says_that_git_lacks_a_file_of_a_revision(changed: Path) -> None:
    for folder in (changed / ".git" / "objects").glob("??"):
        for file in folder.iterdir():
            if b"parties" in zlib.decompress(file.read_bytes()):
                file.chmod(0o600)
                file.unlink()

    result = in_process("recipients", "diff", "proeve@HEAD")

    shown = 'error: can\'t read the data at "HEAD": data/a.yaml is missing in git\n'
    assert (result.exit_code, result.stderr) == (2, shown)


def test_says_that_the_data_was_elsewhere_at_a_revision(changed: Path) -> None:
    moved = changed / "Høringer 2027"
    moved.mkdir()
    (changed / "data").rename(moved / "data")

    result = in_process("recipients", "diff", "proeve@HEAD", "-w", moved)

    where = "Høringer 2027/data"
    shown = f'error: git has no data in {where} at "HEAD"; was the folder elsewhere then?\n'
    assert (result.exit_code, result.stderr) == (2, shown)


def test_passes_over_hidden_files_of_a_revision_too(changed: Path) -> None:
    (changed / "data" / ".arkiv").mkdir()
    (changed / "data" / ".arkiv" / "a.yaml").write_text(DATA, "utf-8")
    (changed / "data" / "._a.yaml").write_text("\0", "utf-8")
    commit(changed, LATER)

    result = in_process("recipients", "diff", "proeve@HEAD")

    assert result.stdout == "nothing to report (5 recipients)\n"


def test_knows_a_party_by_its_id(changed: Path) -> None:
    commit(changed, LATER)
    line = "{name: Landslaget, email: post@laget.example,"
    other = "{name: Fellesforeningen, email: felles@foreningen.example,"
    (changed / "data" / "a.yaml").write_text(LATER.replace(line, other), "utf-8")

    result = in_process("recipients", "diff", "proeve@HEAD")

    renamed = "renamed: Fellesforeningen: before: Landslaget; email: post@laget.example → "
    assert result.stdout.startswith(f"{renamed}felles@foreningen.example\n")


def test_knows_a_party_by_a_former_name_wherever_it_stands(changed: Path) -> None:
    commit(changed, LATER)
    line = "  laget: {name: Landslaget,"
    renamed = "  laget: {name: Fellesforeningen, former_names: [Landslaget], eformidling: '1',"
    (changed / "data" / "a.yaml").write_text(LATER.replace(line, renamed), "utf-8")

    result = in_process("recipients", "diff", "proeve@HEAD")
    back = in_process("recipients", "diff", "proeve", "proeve@HEAD")

    told = "eformidling: none → 1"
    assert result.stdout.splitlines()[0] == (
        f"renamed: Fellesforeningen: before: Landslaget; {told}"
    )
    assert back.stdout.startswith("renamed: Landslaget: before: Fellesforeningen; ")


def commit(folder: Path, text: str) -> None:
    """Commit a text in place of the data."""
    (folder / "data" / "a.yaml").write_text(text, "utf-8")
    name = ("-c", "user.name=a", "-c", "user.email=a@a.example")
    for arguments in (("add", "-A"), (*name, "commit", "-qm", "b")):
        subprocess.run(["git", *arguments], cwd=folder, check=True)


@pytest.mark.parametrize(("count", "lines"), [(3, 4), (4, 2)])
def test_what_has_changed_for_many_is_one_line(changed: Path, count: int, lines: int) -> None:
    names = ", ".join(f"Lag {number}" for number in range(count))
    data = DATA.replace("[{list: a},", f"[{{heading: Lag, entries: [{names}]}},")
    commit(changed, data)
    (changed / "data" / "a.yaml").write_text(data.replace("heading: Lag", "heading: Alle"), "utf-8")

    text, page, whole = (
        in_process("recipients", "diff", "proeve@HEAD", "-f", format_).stdout
        for format_ in ("text", "md", "json")
    )

    assert len(text.splitlines()) == lines
    assert ("changed: Lag 0 and 3 more: heading: Lag → Alle\n" in text) == (count > 3)
    assert ("| changed | Lag 0 and 3 more | heading\\: Lag → Alle |\n" in page) == (count > 3)
    assert f"{count} changed (" in text
    assert len(json.loads(whole)["rows"]) == count


def test_each_hearing_has_case_numbers_of_its_own(changed: Path) -> None:
    numbered = "[{party: laget, their_reference: 25/1}]"
    data = DATA.replace("[{list: a}, Vestre kommune, ", f"{numbered} # ")
    commit(changed, data.replace("[{list: gone}]", "[{party: laget, their_reference: 26/2}]"))
    (changed / "data" / "a.yaml").write_text(data.replace("25/1", "25/3"), "utf-8")

    of_one = in_process("recipients", "diff", "proeve@HEAD")
    of_two = in_process("recipients", "diff", "proeve@HEAD", "uten@HEAD")

    assert of_one.stdout.startswith("changed: Landslaget: their_reference: 25/1 → 25/3\n")
    assert of_two.stdout == "nothing to report (1 recipients)\n"


@pytest.mark.usefixtures("here")
def test_says_that_two_lists_are_the_same() -> None:
    result = in_process("recipients", "diff", "proeve", "proeve")

    assert result.stdout == "nothing to report (4 recipients)\n"


def test_compares_what_can_be_read_of_a_list_at_fault(here: Path) -> None:
    faulty = DATA.replace("{list: gone}", "{name: K, members: [{nome: A}, B]}, {email: x}, C")
    (here / "data" / "a.yaml").write_text(faulty, "utf-8")

    result = in_process("recipients", "diff", "proeve", "uten")

    assert result.exit_code == 0
    assert result.stdout.splitlines()[:2] == ["added: B", "added: C"]


@pytest.mark.usefixtures("here")
def test_says_where_git_can_not_help() -> None:
    result = in_process("recipients", "diff", "proeve@HEAD")

    assert result.exit_code == 2
    assert result.stderr.startswith('error: can\'t read the data at "HEAD": ')


@pytest.mark.usefixtures("here")
def test_says_what_there_is_to_do_about_the_register() -> None:
    result = in_process("recipients", "check", "--today", "2026-03-01")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "data/a.yaml:6: not verified: Ny etat: since 2024-01-01",
        "data/a.yaml:7: not verified: Tom forening",
        "data/a.yaml:7: unreachable: Tom forening: no e-mail, no postal address, no number",
        "data/a.yaml:7: unused: Tom forening",
        'data/a.yaml:10: twice: Landslaget: on "b", and on "a"',
        'data/a.yaml:10: twice: Indre kommune: on "b", and on "a" as "Østre kommune"',
        "data/a.yaml:5: replaced: Gammel etat: by Ny etat",
        "2 not verified, 1 unreachable, 1 unused, 2 twice, 1 replaced (8 recipients)",
    ]


def test_names_who_has_the_place_of_a_party_today(here: Path) -> None:
    parties = """\
  amt: {name: Amtet, replaced_by: region}
  region: {name: Regionen, replaced_by: region-oest}
  region-oest: {name: Region Øst, former_names: [Hovedstadsregionen], replaced_by: landet}
  landet: {name: Landsdelen}
recipient_lists:
"""
    named = "[{party: amt}, Regionen, Hovedstadsregionen]"
    data = DATA.replace("recipient_lists:\n", parties).replace("[{list: gone}]", named)
    (here / "data" / "a.yaml").write_text(data, "utf-8")

    checked = in_process("recipients", "check").stdout
    found = in_process(
        "validate", "--select", "HK322", "--select", "HK323", "--today", "2026-03-01"
    ).stdout

    for name in ("Amtet", "Regionen", "Region Øst"):
        assert f"replaced: {name}: by Landsdelen\n" in checked
    told = 'has been replaced by "Landsdelen"; write {party: landet}\n'
    assert found.count(told) == 3


@pytest.mark.parametrize(
    ("parties", "shown"),
    [
        ("a: {name: A, replaced_by: a}", "replaced: A: by A"),
        ("a: {name: A, replaced_by: b}, b: {replaced_by: a}", "replaced: A: by b"),
        ("a: {name: A, replaced_by: b}", "replaced: A: by b"),
        ("a: {name: A, groups: x, email: b, verified: 1}, b: [x], c: X, d: {}, e: ", "unused: A"),
    ],
)
def test_looks_over_a_register_at_fault(here: Path, parties: str, shown: str) -> None:
    (here / "data" / "b.yaml").write_text(f"parties: {{{parties}}}", "utf-8")

    result = in_process("recipients", "check")
    judged = in_process("validate")

    assert (result.exit_code, judged.exit_code) == (0, 1)
    assert shown in result.stdout


def test_finds_a_body_that_is_several_parties(here: Path) -> None:
    parties = """\
  sfs: {name: Sundhedsstyrelsen, org_number: 12 34 56 74}
  sst: {name: Sundhed, org_number: "12345674"}
  herøy: {name: Herøy kommune, org_number: "964978840"}
  herøy-2: {name: Herøy kommune, org_number: "872417982"}
  kl-1: {name: KL, email: Post@kl.example}
  kl-2: {name: kl}
  kl-3: {name: Foreningen, email: post@kl.example}
  kl-4: {name: KL, replaced_by: kl-1}
""".replace("ø", "oe")
    (here / "data" / "b.yaml").write_text(f"parties:\n{parties}", "utf-8")

    shown = in_process("recipients", "check").stdout

    assert [line for line in shown.splitlines() if "b.yaml" in line and "twice" in line] == [
        'data/b.yaml:3: twice: Sundhed: party "sst", and party "sfs" as "Sundhedsstyrelsen"',
        'data/b.yaml:7: twice: kl: party "kl-2", and party "kl-1" as "KL"',
        'data/b.yaml:8: twice: Foreningen: party "kl-3", and party "kl-1" as "KL"',
    ]


@pytest.mark.parametrize("format_", ["text", "json"])
def test_says_of_which_files_it_says_nothing(here: Path, format_: str) -> None:
    (here / "data" / "b.yaml").write_text("parties: [", "utf-8")

    result = in_process("recipients", "check", "-f", format_)

    assert result.exit_code == 1
    assert "Tom forening" in result.stdout
    assert result.stderr == "error: can't read data/b.yaml; hearingkit validate shows why\n"


def test_a_link_that_leads_out_of_the_workspace_is_not_followed(
    here: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("andre") / "register.yaml"
    outside.write_text("parties:\n  hemmelig: {name: Hemmelig råd}\n", "utf-8")
    (here / "data" / "lenke.yaml").symlink_to(outside)

    assert "Hemmelig" not in in_process("recipients", "check").output


@pytest.mark.usefixtures("here")
def test_a_party_is_verified_for_a_year() -> None:
    on_the_day, the_day_after = (
        in_process("recipients", "check", "--today", day).stdout
        for day in ("2027-01-01", "2027-01-02")
    )

    assert "Landslaget: since" not in on_the_day
    assert "not verified: Landslaget: since 2026-01-01" in the_day_after


@pytest.mark.parametrize("country", ["DK", "no"])
def test_begins_a_register_with_the_municipalities_of_a_country(here: Path, country: str) -> None:
    result = in_process("recipients", "known", country, "-o", "data/kommuner.yaml")

    assert (result.exit_code, result.stdout) == (0, "data/kommuner.yaml\n")
    (here / "data" / "a.yaml").write_text(
        DATA.replace("{list: gone}", "{group: kommuner, as: Kommunene}"), "utf-8"
    )
    assert in_process("validate", "--today", "2026-03-01").exit_code == 0
    listed = in_process("recipients", "uten", "--columns", "name,member_of").stdout
    assert listed.count(";Kommunene") in {98, 357}


def test_a_new_hearing_proposes_the_lists_and_the_groups_of_the_register(here: Path) -> None:
    in_process("recipients", "known", "DK", "-o", "data/kommuner.yaml")

    made = in_process("new", "plan", "--kind", "plan")

    assert (made.exit_code, made.stderr) == (0, "")
    text = (here / "data" / "plan.yaml").read_text("utf-8")
    assert "      # - list: a\n      # - list: b\n      # - {name: …, email: …}\n" in text
    assert "      # - group: kommuner\n      # - group: regioner\n" in text
