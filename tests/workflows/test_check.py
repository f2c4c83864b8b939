"""Hearings that stand in files of their own are judged in turn, with the same report."""

import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.workspaces import in_process, note_judged

from hearingkit.workflows import check, processes

SHARED = """\
issuers:
  etaten:
    name: Prøveetaten
    country: "NO"
    kind: state
    {number}
parties:
  kl: {{name: KL, email: kl@kl.example, former_names: [Landsforeningen]}}
  amt: {{name: Amtet, replaced_by: kl}}
recipient_lists:
  faste: [Stad kommune, {entry}]
  andre: [{{list: faste}}, Kinn kommune]
  ingens: [Alver kommune]{comment}
"""
HEARING = """\
hearings:
  nr-{number}:
    language: nb
    issuer: {issuer}
    kind: {kind}
    title: Høring av forskrift {number}
    sent: 2026-01-12
    deadline: {deadline}{comment}
    recipients: [{entry}]
    submission: {{addresses: [{{email: post@etaten.example}}]}}
    body: |
      Vi ber om svar innen fristen. {said}
{rest}"""

RIGHT = {
    "issuer": "etaten",
    "kind": "regulation",
    "deadline": "2026-04-20",
    "comment": "",
    "entry": "{list: andre}",
    "said": "",
    "rest": "",
}
SOUND = SHARED.format(number="", entry="Luster kommune", comment="")
IGNORED = "  # hearingkit: ignore[{}] avtalt"
COMMENTS = (
    *map(IGNORED.format, ("HK205", "HK310", "HK321, HK210", "HK101")),
    "  # hearingkit: hei",
)
WRONG = 'org_number: "987654321"'
CHANGES = {
    "issuer": ("etat",),
    "kind": ("regulering",),
    "deadline": ("2026-01-20", "2026-04-19", "2026-04-06", "snart"),
    "comment": COMMENTS,
    "entry": ("{list: faste}", "{list: ukjent}", "KL", "Landsforeningen", "{party: amt}"),
    "said": ("Se [dato].", "Fristen er 32. mars.", "Fristen er 1. mai 2026."),
    "rest": (
        *("    accept: {HK205: avtalt}\n", "    accept: {HK210: avtalt, HK102: feil}\n"),
        *("  nr-99: {}\n", "  nr-3:\n    title: En til\n", "    titel: Feil\n", "   feil\n"),
        *("isuers: {}\n", "recipient_lists: {flere: [KL]}\n", "# slutt\n", "...\n"),
    ),
}
changes = st.sampled_from([(key, text) for key, texts in CHANGES.items() for text in texts])
hearings = st.lists(changes, max_size=2).map(lambda some: {**RIGHT, **dict(some)})
shared = st.builds(
    SHARED.format,
    number=st.sampled_from(("", WRONG, f"{WRONG}{IGNORED}".format("HK307"), "navn: feil")),
    entry=st.sampled_from(("Luster kommune", "Landsforeningen", "KL")),
    comment=st.sampled_from(("", *COMMENTS)),
)


def changed(**changes: str) -> dict[str, str]:
    return {**RIGHT, **changes}


def a_workspace(folder: Path, common: str, described: Sequence[dict[str, str]]) -> Path:
    data = folder / "data"
    data.mkdir()
    (data / "felles.yaml").write_text(common, "utf-8")
    for number, facts in enumerate(described):
        text = HEARING.format(number=number, **facts)
        (data / f"{number:02}.yaml").write_text(text, "utf-8", newline="")
    return folder


def reported(folder: Path, at_once: int) -> str:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(check, "AT_ONCE", at_once)
        return in_process("validate", "-w", folder, "--format", "json").stdout


@given(common=shared, described=st.lists(hearings, min_size=2, max_size=7))
@example(common=SOUND, described=[changed(entry="{list: faste}"), RIGHT, RIGHT])
@example(common=SOUND, described=[changed(entry="KL", comment=COMMENTS[2]), RIGHT, RIGHT])
@example(common=SOUND, described=[RIGHT, changed(rest="  nr-0: {}\n"), RIGHT])
@example(common=SOUND, described=[RIGHT, changed(rest="   feil\n"), changed(comment=COMMENTS[0])])
@example(common=SOUND.rstrip() + COMMENTS[1], described=[RIGHT] * 3)
@example(
    common=SHARED.format(
        number=f"{WRONG}{IGNORED}".format("HK307"), entry="Luster kommune", comment=""
    ),
    described=[RIGHT] * 3,
)
def test_files_in_turn_have_the_report_of_all_at_once(
    common: str, described: list[dict[str, str]]
) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patched:
        patched.setattr(processes, "_MOST_AT_WORK", 1)
        here = a_workspace(Path(folder), common, described)

        assert reported(here, 400) == reported(here, 1_000_000)


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forks on Linux")
def test_files_in_turn_are_judged_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    described = [changed(said="Se [dato].")] * 9
    here = a_workspace(tmp_path, SOUND, described)
    together = reported(here, 1_000_000)
    monkeypatch.setattr(check, "validate", None)  # would judge all at once
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1})

    assert reported(here, 400) == together
    assert together.count("[dato]") >= len(described)


@pytest.mark.parametrize("rest", ["issuers: {}\n", '"parties": {}\n', "? parties\n: {}\n"])
def test_a_file_that_holds_more_is_not_judged_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rest: str
) -> None:
    here = a_workspace(tmp_path, SOUND, [RIGHT, changed(rest=rest), RIGHT])
    monkeypatch.setattr(check, "validate", None)

    with pytest.raises(TypeError):
        reported(here, 400)


@given(common=shared, described=st.lists(hearings, min_size=2, max_size=4))
@example(common=SOUND, described=[changed(entry="KL", said="Se [dato]."), RIGHT])
def test_a_file_of_hearings_is_found_alone_as_it_is_among_all(
    common: str, described: list[dict[str, str]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        here = a_workspace(Path(folder), common, described)
        file = str(here / "data" / "00.yaml")

        assert found_in(file, "-w", folder, file) == found_in(file, "-w", folder)


def found_in(file: str, *arguments: str) -> list[dict[str, object]]:
    """Return the findings in a file, but for the note that a comment is needless.

    What could not be judged of other hearings leaves that open in a run on all.
    """
    output = in_process("validate", *arguments, "--format", "json").stdout
    findings = json.loads(output[: output.rindex("}") + 1])["findings"]
    return [one for one in findings if one["file"] == file and one["code"] != "HK016"]


@pytest.mark.parametrize(
    ("asked", "judged"), [("01.yaml", ["nr-1"]), ("felles.yaml", ["nr-0", "nr-1", "nr-2"])]
)
def test_hearings_of_other_files_are_judged_only_for_what_they_share(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: str, judged: list[str]
) -> None:
    here = a_workspace(tmp_path, SOUND, [RIGHT] * 3)
    done = note_judged(monkeypatch)
    in_process("validate", "-w", here, here / "data" / asked)

    assert done == judged
