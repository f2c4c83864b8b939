"""What a workspace's configuration and the comments in its files leave out, or grade anew."""

import datetime as dt
import re
from pathlib import Path
from typing import Final

import pytest
from tests.rendering import ROOT
from tests.workspaces import a_workspace

from hearingkit.config import Choice
from hearingkit.errors import HearingkitError
from hearingkit.findings import Report, Severity
from hearingkit.workflows.check import check
from hearingkit.workflows.workspace import find_workspace

HEARING = """\
issuers:
  etaten: {name: Etaten, country: "NO", kind: organisation}
hearings:
  proever:
    language: nb
    issuer: etaten
    kind: other
    title: Prøver
    deadline: 2026-05-17%s
    recipients:
      - A
      - A%s
    submission:
      addresses: [{email: svar@etaten.example}]
    questions:
      addresses: [{email: svar@etaten.example}]
    body: |%s
      Svar innen lørdag 17. mai 2026.
    signatories: [{title: Direktør}]
"""


def _report(
    folder: Path,
    config: str = "",
    comments: tuple[str, str, str] = ("", "", ""),
    accept: str = "",
    today: dt.date | None = None,
) -> Report:
    text = HEARING % comments + (f"    accept: {{{accept}}}\n" if accept else "")
    (folder / "data").mkdir(exist_ok=True)
    (folder / "data" / "a.yaml").write_text(text, "utf-8")
    if config:
        (folder / "hearingkit.toml").write_text(config, "utf-8")
    return check(find_workspace(folder), today=today).report


def _codes(report: Report) -> list[str]:
    return [finding.code for finding in report.findings]


ALL = ["HK205", "HK301", "HK401"]


def test_all_rules_count_without_a_configuration(tmp_path: Path) -> None:
    assert _codes(_report(tmp_path)) == ALL


@pytest.mark.parametrize(
    ("config", "left"),
    [
        ('select = ["HK2"]', ["HK205"]),
        ('select = ["HK2", "HK401"]', ["HK205", "HK401"]),
        ('ignore = ["HK2"]', ["HK301", "HK401"]),
        ('select = ["HK2"]\nignore = ["HK205"]', []),
        ('[per-file-ignores]\n"data/a.yaml" = ["HK3"]', ["HK205", "HK401"]),
        ('[per-file-ignores]\n"data/*" = ["HK3", "HK4"]', ["HK205"]),
        ('[per-file-ignores]\n"data/b.yaml" = ["HK3"]', ALL),
        ('select = ["practice"]', ["HK205", "HK301"]),
        ('select = ["law", "HK401"]', ["HK401"]),
        ('ignore = ["standard"]', ["HK205", "HK301"]),
        ('[per-file-ignores]\n"data/a.yaml" = ["practice"]', ["HK401"]),
    ],
)
def test_a_configuration_leaves_rules_out(config: str, left: list[str], tmp_path: Path) -> None:
    assert _codes(_report(tmp_path, config)) == left


def test_a_configuration_grades_rules_anew_the_longest_beginning_wins(tmp_path: Path) -> None:
    report = _report(tmp_path, '[severity]\nHK = "note"\nHK205 = "error"')

    grades = {finding.code: finding.severity for finding in report.findings}

    assert grades == {"HK205": Severity.ERROR, "HK301": Severity.NOTE, "HK401": Severity.NOTE}


def test_a_hearing_whose_warning_is_made_an_error_is_not_rendered(tmp_path: Path) -> None:
    _report(tmp_path, '[severity]\nHK205 = "error"')

    assert not check(find_workspace(tmp_path)).cases


def test_a_table_in_pyproject_does_too(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.hearingkit]\nselect = ["HK3"]', "utf-8")

    assert _codes(_report(tmp_path)) == ["HK301"]


@pytest.mark.parametrize(
    ("config", "problem"),
    [
        ("tool = 5", "tool must be a table"),
        ("[tool]\nhearingkit = 5", "hearingkit must be a table"),
    ],
)
def test_a_project_file_of_another_shape_is_one_line(
    config: str, problem: str, tmp_path: Path
) -> None:
    (tmp_path / "pyproject.toml").write_text(config, "utf-8")

    with pytest.raises(HearingkitError, match=problem):
        _report(tmp_path)


@pytest.mark.parametrize(
    ("config", "says"),
    [
        ('selct = ["HK2"]', ':1:1: unknown key "selct"; did you mean "select"?'),
        ('# selct\n\n selct = ["HK2"]', ':3:2: unknown key "selct"'),
        ('select = "HK2"', ":1:1: select must be a list of codes"),
        ('select = ["lov"]', ":1:12: select holds 'lov', which is no rule's code, nor law, guida"),
        ('ignore = ["HK2", "HK 205"]', """:1:19: ignore holds 'HK 205', which is no rule's code"""),
        ('ignore = ["Law"]', 'standard, spelling, practice; did you mean "law"?'),
        ('preview = "yes"', ":1:1: preview must be true or false"),
        ('ignore = [\n  "HK2",\n  "HK999",\n]', ':3:4: no rule "HK999"'),
        ('ignore = ["HK102"]', ":1:12: ignore holds 'HK102', which is no rule's code"),
        ('[severity]\nHK205 = "fatal"', ":2:10: severity 'fatal' is not one of note, warning, er"),
        ("severity = 1", ":1:1: severity must be a table"),
        ('[per-file-ignores]\n"a/*" = ["HK2", "X"]', ":2:18: a/* holds 'X'"),
        ("pdf = {fonts = 1}", ":1:1: [pdf] must hold two texts"),
        ("select = [", ":1:11: is no TOML: invalid value"),
        ("preview = True", ":1:11: is no TOML: invalid value"),
        (f"select = {'[' * 5000}", ": is nested too deeply"),
        (f"select = {'1' * 5000}", ": is no TOML: exceeds the limit"),
        (f"#\n{'a.' * 5000}a = 1", ":2:1: a key has more than 50 parts"),
        (f"#{'a' * 500_000}", ": is larger than 500 kB"),
    ],
)
def test_a_bad_configuration_is_one_line(config: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(HearingkitError) as stopped:
        _report(tmp_path, config)

    assert "hearingkit.toml:" in str(stopped.value)
    assert says in f"{stopped.value}"
    assert "\n" not in str(stopped.value)


def test_a_fault_in_a_project_file_is_looked_for_in_the_own_table(tmp_path: Path) -> None:
    others = '[tool.ruff]\nselect = ["X"]\n'
    (tmp_path / "pyproject.toml").write_text(
        f'{others}[tool.hearingkit]\nselect = ["X"]\n', "utf-8"
    )

    with pytest.raises(HearingkitError, match=r"pyproject\.toml:4:12: select holds 'X'"):
        _report(tmp_path)


@pytest.mark.parametrize(
    ("comments", "left"),
    [
        (("  # hearingkit: ignore[HK205] avtalt", "", ""), ["HK301", "HK401"]),
        (("", "  # hearingkit: ignore[HK301] to brev", ""), ["HK205", "HK401"]),
        (("", "", "  # hearingkit: ignore[HK401, HK403] sitat"), ["HK205", "HK301"]),
    ],
)
def test_a_comment_silences_a_rule_on_its_lines(
    comments: tuple[str, str, str], left: list[str], tmp_path: Path
) -> None:
    report = _report(tmp_path, comments=comments)

    assert _codes(report) == left
    assert report.accepted == 1


def test_a_comment_alone_on_its_line_counts_for_the_next(tmp_path: Path) -> None:
    above = "\n      # hearingkit: ignore[HK301] to brev\n      - a"

    report = _report(tmp_path, comments=("", above, ""))

    assert _codes(report) == ["HK205", "HK301", "HK401"]  # the second A, and not the third
    assert report.accepted == 1


@pytest.mark.parametrize(
    ("comment", "problem"),
    [
        ("  # hearingkit: ignore[HK205]", "gives no reason; write it behind the bracket"),
        ("  # hearingkit: ignore HK205 avtalt", "is nothing to ask hearingkit for"),
        ("  # hearingkit: ignore[HK102] avtalt", '"HK102" is no code of a rule'),
    ],
)
def test_a_comment_that_cannot_be_followed_is_found(
    comment: str, problem: str, tmp_path: Path
) -> None:
    report = _report(tmp_path, comments=(comment, "", ""))

    (found,) = [finding for finding in report.findings if finding.code == "HK015"]
    assert problem in found.message
    assert "HK205" in _codes(report)


def test_a_needless_comment_is_found(tmp_path: Path) -> None:
    report = _report(tmp_path, comments=("", "  # hearingkit: ignore[HK205] avtalt", ""))

    assert _codes(report) == ["HK205", "HK301", "HK016", "HK401"]


def test_what_looks_like_a_comment_inside_a_text_is_text(tmp_path: Path) -> None:
    report = _report(
        tmp_path, comments=("", "", "\n      # hearingkit: ignore[HK401] not a comment")
    )

    assert "HK016" not in _codes(report)
    assert "HK401" in _codes(report)


def test_an_error_is_never_silenced(tmp_path: Path) -> None:
    comment = "  # hearingkit: ignore[HK202] avtalt\n    sent: 2026-06-01"

    report = _report(tmp_path, comments=(comment, "", ""))

    assert "HK202" in _codes(report)


ACCEPTED = "HK205: avtalt"
COMMENT = ("  # hearingkit: ignore[HK205] avtalt", "", "")
AS_ERROR = '[severity]\nHK205 = "error"'
LATE = ("\n    sent: 2026-06-01", "", "")
COMMENT_ON_LATE = ("  # hearingkit: ignore[HK202] avtalt\n    sent: 2026-06-01", "", "")
AS_WARNING = '[severity]\nHK202 = "warning"'


def test_a_warning_that_is_accepted_is_counted_and_not_found(tmp_path: Path) -> None:
    report = _report(tmp_path, accept=ACCEPTED)

    assert (_codes(report), report.accepted) == (["HK301", "HK401"], 1)


def test_what_a_comment_and_accept_both_silence_is_counted_once(tmp_path: Path) -> None:
    report = _report(tmp_path, comments=COMMENT, accept=ACCEPTED)

    assert (_codes(report), report.accepted) == (["HK301", "HK401"], 1)


def test_a_warning_made_an_error_is_silenced_by_neither(tmp_path: Path) -> None:
    report = _report(tmp_path, AS_ERROR, COMMENT, ACCEPTED)

    assert (_codes(report), report.accepted) == ([*ALL, "HK124"], 0)


def test_an_error_made_a_warning_is_silenced_by_either(tmp_path: Path) -> None:
    by_comment = _report(tmp_path, AS_WARNING, COMMENT_ON_LATE)
    accepted = _report(tmp_path, AS_WARNING, LATE, accept="HK202: avtalt")

    for report in (by_comment, accepted):
        assert ("HK202" in _codes(report), report.accepted) == (False, 1)
    assert "HK124" not in _codes(accepted)


def test_an_error_stands_although_it_is_accepted(tmp_path: Path) -> None:
    report = _report(tmp_path, comments=LATE, accept="HK202: avtalt, HK301: avtalt")

    assert {"HK202", "HK124"} <= set(_codes(report))
    assert ("HK301" in _codes(report), report.accepted) == (False, 1)


@pytest.mark.parametrize(
    "accept", [ACCEPTED, "HK301: avtalt, HK205: avtalt"], ids=["alone", "beside a needed one"]
)
def test_to_accept_what_the_configuration_leaves_out_is_needless(
    accept: str, tmp_path: Path
) -> None:
    report = _report(tmp_path, 'ignore = ["HK205"]', COMMENT, accept)

    assert {"HK016", "HK125"} <= set(_codes(report))


def test_to_accept_what_is_not_there_is_a_note(tmp_path: Path) -> None:
    report = _report(tmp_path, accept="HK302: avtalt")

    (found,) = [one for one in report.findings if one.code not in ALL]
    assert (found.code, found.severity) == ("HK125", Severity.NOTE)


@pytest.mark.parametrize(
    ("today", "left", "count"),
    [(None, [], 0), (dt.date(2026, 5, 17), ["HK125"], 0), (dt.date(2026, 5, 18), [], 1)],
)
def test_nothing_is_needless_that_may_be_meant_for_a_rule_that_can_t_tell(
    today: dt.date | None, left: list[str], count: int, tmp_path: Path
) -> None:
    report = _report(tmp_path, accept="HK204: avtalt", today=today)

    assert ([code for code in _codes(report) if code not in ALL], report.accepted) == (left, count)


def test_the_readme_shows_a_configuration_that_can_be_followed(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    tables = re.findall(r"```toml\n(.*?)```", readme, re.DOTALL)

    report = _report(tmp_path, "\n".join(tables))

    assert len(tables) == 2
    assert {finding.code: finding.severity for finding in report.findings}["HK205"] == "error"


# Rules in preview, and what the command line chooses


PREVIEWED: Final = {
    "recipients": [{"name": "Vik grendelag", "email": "vik.grendelag@gmail.com"}],
    "questions": {"addresses": [{"email": "svar@etaten.example"}]},
}


@pytest.mark.parametrize(
    ("config", "choice", "found"),
    [
        ("", Choice(), False),
        ("preview = true", Choice(), True),
        ('select = ["HK312"]', Choice(), True),
        ('select = ["HK31"]', Choice(), False),
        ("", Choice(preview=True), True),
        ("", Choice(select=("HK312",)), True),
        ("", Choice(select=("practice",)), False),
        ("", Choice(select=("practice",), preview=True), True),
        ("", Choice(ignore=("practice",), preview=True), False),
    ],
)
def test_a_rule_in_preview_is_off_unless_asked_for(
    config: str, choice: Choice, found: bool, tmp_path: Path
) -> None:
    a_workspace(tmp_path, **PREVIEWED)
    (tmp_path / "hearingkit.toml").write_text(config, "utf-8")

    report = check(find_workspace(tmp_path), choice=choice).report

    assert ("HK312" in _codes(report)) is found


def test_what_accepts_a_rule_in_preview_may_be_needed(tmp_path: Path) -> None:
    a_workspace(tmp_path, **PREVIEWED, accept={"HK312": "de har ingen annen"})

    for choice in (Choice(), Choice(preview=True)):
        assert not {"HK125", "HK312"} & {
            *_codes(check(find_workspace(tmp_path), choice=choice).report)
        }


def test_the_command_line_chooses_in_place_of_the_configuration(tmp_path: Path) -> None:
    _report(tmp_path, 'select = ["HK2"]\nignore = ["HK301"]')

    report = check(find_workspace(tmp_path), choice=Choice(select=("HK3", "standard"))).report

    assert _codes(report) == ["HK401"]


def test_a_run_that_chooses_does_not_report_what_silences_nothing(tmp_path: Path) -> None:
    _report(tmp_path, comments=("  # hearingkit: ignore[HK205] avtalt", "", ""))

    report = check(find_workspace(tmp_path), choice=Choice(select=("law",))).report

    assert _codes(report) == []


def test_a_choice_of_no_rule_is_one_line(tmp_path: Path) -> None:
    a_workspace(tmp_path)

    with pytest.raises(HearingkitError, match=r'^--select: no rule "HK999"'):
        check(find_workspace(tmp_path), choice=Choice(select=("HK999",)))
