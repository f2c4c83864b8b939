"""Files that somebody, or something, has damaged: each is checked, placed and reported."""

import codecs
import datetime as dt
import json
import re
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearingkit.findings import Finding, Report
from hearingkit.reporters import ReportFormat, reporter_for
from hearingkit.reporters.text import report_with_excerpts
from hearingkit.workflows.validate import StandardInput, validate
from hearingkit.workflows.workspace import STDIN
from tests.workspaces import as_process

CORPUS: Final = Path(__file__).parent / "corpus"
SEEDS: Final = [path.read_bytes() for path in sorted(CORPUS.glob("*valid/HK*.yaml"))]
TODAY: Final = dt.date(2026, 3, 1)
HEAD: Final = """\
issuers:
  ks: {name: KS, country: NO, kind: organisation}
hearings:
  tariff:
    language: nb
    issuer: ks
    kind: report
    deadline: 2026-06-03
    recipients: [Østre kommune]
    submission: {addresses: [{email: post@ks.example}]}
    title: """
BODY: Final = f"{HEAD}Tariffrapport\n    body: |\n      "

ODD: Final[list[str | bytes]] = [
    *(b"\0", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\x1b[31m", b"\x7f", b"\xc2\x85", b"\xe2\x80\xa8"),
    *(
        codecs.BOM_UTF8,
        codecs.BOM_UTF16_LE,
        b"\r",
        b"\r\n",
        b"\n",
        b"\t",
        b" ",
        b"\n\n",
        b"\n---\n",
    ),
    *(
        b"!!python/object:os.system ",
        b"!x ",
        b"<<: *a\n",
        b"&a ",
        b"*a",
        b"? ",
        b"- ",
        b": ",
        b"# ",
    ),
    *(b"'", b'"', b"|\n", b">-\n", b"{", b"}", b"[", b"]", b",", b"%YAML 1.1\n", b"\\U00110000"),
    *(
        b"# hearingkit: ignore[HK201] x\n",
        b"# hearingkit: ignore[",
        b"\xf0\x9f\x98\x80",
        b"a\xcc\x8a",
    ),
    *("https://x.example/", "`", "<b>", "![", "](", "{{ title }}", "{% x %}", "\u00ad", "\u202e"),
    *("[" * 60, "- " * 60, "{a: " * 60, "x" * 12_000, "**a " * 50, "æøå" * 40, "]]>", "%0A", "::"),
]
BITS: Final[list[bytes]] = [bit.encode() if isinstance(bit, str) else bit for bit in ODD]

Mutation = Callable[[bytes], bytes]


@st.composite
def mutations(draw: st.DrawFn) -> Mutation:
    """Draw a change of some bytes: a span is cut out, doubled, moved, or replaced."""
    at, length = draw(st.floats(0, 1)), draw(st.sampled_from([0, 1, 3, 20, 200]))
    way = draw(
        st.sampled_from(["cut", "double", "swap", "odd", "odd", "foreign", "indent", "line"])
    )
    bit = draw(st.sampled_from(BITS))
    seed, there = draw(st.sampled_from(SEEDS)), draw(st.floats(0, 1))

    def mutate(data: bytes) -> bytes:
        start = int(at * len(data))
        if way in {"indent", "line"}:
            start, end = data.rfind(b"\n", 0, start) + 1, data.find(b"\n", start) + 1
        else:
            end = start + length
        before, span, behind = data[:start], data[start:end], data[end:]
        other = int(there * len(seed))
        return {
            "cut": before + behind,
            "double": before + span * 2 + behind,
            "swap": behind[:length] + before + span + behind[length:],
            "odd": before + bit + behind,
            "foreign": before + seed[other : other + 300] + behind,
            "indent": before + b"  " + span + behind,
            "line": before + behind + span,
        }[way]

    return mutate


def _as_utf_16(data: bytes) -> bytes:
    return data.decode(errors="replace").encode("utf-16")


WHOLE: Final[list[Mutation]] = [
    *(lambda data: data,) * 6,
    lambda data: data.replace(b"\n", b"\r\n"),
    lambda data: data.replace(b"\n", b"\r"),
    lambda data: codecs.BOM_UTF8 + data,
    lambda data: data.replace(b"\n", b" "),
    lambda data: data.replace(b" ", b"\t", 40),
    lambda data: data.decode(errors="replace").encode("cp1252", errors="replace"),
    lambda data: data.rstrip(b"\n"),
    _as_utf_16,
]


def checked(data: bytes, folder: Path) -> Report:
    return validate(folder, [STDIN], StandardInput(data), TODAY).report


def lines_of(data: bytes) -> list[str]:
    text = data.removeprefix(codecs.BOM_UTF8).decode(errors="replace")
    return re.split(r"\r\n|\n|\r", text)


def assert_placed(finding: Finding, lines: list[str]) -> None:
    place = finding.place
    assert 1 <= place.line <= len(lines), finding
    length = len(lines[place.line - 1])
    assert 1 <= place.column <= length + 1, finding
    assert place.end_column is None or place.column <= place.end_column <= length + 1, finding


def _results(format_: ReportFormat, text: str) -> int:
    """Parse a report, and return how many findings it tells of."""
    match format_:
        case ReportFormat.TEXT | ReportFormat.GITHUB:
            lines = text.split("\n")
            assert lines.pop() == ""
            assert all(
                re.match(r"<stdin>:\d+:\d+: HK|::(?:error|warning|notice) ", a) for a in lines
            )
            assert not any(line.splitlines()[1:] for line in lines)
            return len(lines)
        case ReportFormat.JSON:
            return len(json.loads(text)["findings"])
        case ReportFormat.GITLAB:
            return len(json.loads(text))
        case ReportFormat.SARIF:
            return len(json.loads(text)["runs"][0]["results"])
        case ReportFormat.JUNIT:
            cases = ET.fromstring(text.encode()).iter("testcase")
            return sum(len(case) > 0 for case in cases)


def assert_reported(report: Report) -> None:
    for format_ in ReportFormat:
        text = reporter_for(format_)(report)
        assert "\0" not in text
        text.encode()
        assert _results(format_, text) == len(report.findings), format_
    shown = report_with_excerpts(report)
    assert len(re.findall(r"^<stdin>:", shown, re.MULTILINE)) == len(report.findings)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@given(
    st.sampled_from(SEEDS), st.lists(mutations(), min_size=1, max_size=4), st.sampled_from(WHOLE)
)
@settings(max_examples=400)
def test_a_damaged_file_is_checked_and_every_finding_is_in_it_and_in_every_report(
    folder: Path, seed: bytes, changes: list[Mutation], whole: Mutation
) -> None:
    data = seed
    for change in changes:
        data = change(data)
    data = whole(data)

    report = checked(data, folder)

    lines = lines_of(data)
    for finding in report.findings:
        assert_placed(finding, lines)
    assert_reported(report)


def _bomb(levels: int, each: int) -> str:
    lines = ["a0: &a0 [x, x]\n"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * each)}]\n" for n in range(1, levels)]
    return "".join(lines)


ENDLESS: Final[dict[str, tuple[str | bytes, set[str]]]] = {
    "a hundred thousand brackets": ("[" * 100_000, {"HK013"}),
    "a hundred thousand braces": ("{a: " * 100_000, {"HK008"}),
    "a hundred thousand bullets": ("- " * 100_000, {"HK013"}),
    "a hundred thousand questions": ("? " * 100_000, {"HK008"}),
    "an alias bomb": (_bomb(40, 10), {"HK007"}),
    "aliases in aliases": ("a: &a [*a]\n", {"HK007"}),
    "a line of ten megabytes": (f"{HEAD}{'x' * 10_000_000}\n", {"HK002"}),
    "a title of four megabytes": (f"{HEAD}{'x' * 4_000_000}\n", {"HK002"}),
    "a key of a megabyte": (f"{'x' * 1_000_000}: y\n", {"HK002"}),
    "a body of brackets": (f"{BODY}{'[' * 1_000_000}\n", {"HK002"}),
    "a body of stars": (f"{BODY}{'**a' * 330_000}\n", {"HK002"}),
    "as many brackets as may be": (f"{BODY}{'[' * 99_000}\n", set()),
    "as many pictures as may be": (f"{BODY}{'![' * 49_000}\n", set()),
    "as many stars as may be": (f"{BODY}{'**a' * 33_000}\n", set()),
    "as many ticks as may be": (f"{BODY}{'`a``' * 24_000}\n", {"HK118"}),
    "NUL": (b"hearings:\n  a\0: x\n", {"HK004"}),
    "nothing but NUL": (b"\0" * 5000, {"HK003"}),
    "UTF-16": (BODY.encode("utf-16"), {"HK003"}),
    "UTF-16 without a mark": (BODY.encode("utf-16-be"), {"HK003"}),
    "half a letter": (b"title: \xc3", {"HK003"}),
    "nothing": (b"", set()),
    "nothing but a mark": (codecs.BOM_UTF8, set()),
    "only carriage returns": (BODY.replace("\n", "\r").encode() + b"x\r", set()),
    "a comment on each of many lines": (
        "".join(f"k{n}: v # hearingkit: ignore[HK118] x\n" for n in range(20_000)),
        {"HK015"},
    ),
    "a tag": (b"hearings: !!python/object/apply:os.system [x]\n", {"HK009"}),
    "merge keys": (b"a: &a {b: c}\nhearings:\n  d: {<<: *a}\n", {"HK010"}),
}
# What could end the interpreter, or never end, is left to a process of its own.
BOLD: Final = [name for name, (data, _) in ENDLESS.items() if len(data) < 10_000]
APART: Final = [name for name in ENDLESS if name not in BOLD]


def _data(name: str) -> bytes:
    data, _ = ENDLESS[name]
    return data.encode() if isinstance(data, str) else data


@pytest.mark.parametrize("name", BOLD)
def test_a_hostile_file_is_reported(name: str, folder: Path) -> None:
    report = checked(_data(name), folder)

    for finding in report.findings:
        assert_placed(finding, lines_of(_data(name)))
    assert_reported(report)
    assert {finding.code for finding in report.findings} >= ENDLESS[name][1]


def test_what_is_large_or_deep_is_reported_by_a_process_that_ends(tmp_path: Path) -> None:
    files = {tmp_path / f"{number}.yaml": name for number, name in enumerate(APART)}
    for number, (file, name) in enumerate(files.items()):
        file.write_bytes(_data(name).replace(b"\n  tariff:", b"\n  tariff-%d:" % number))

    done = as_process("validate", "--format", "json", *files, cwd=tmp_path)

    found: dict[str, set[str]] = {name: set() for name in APART}
    for one in json.loads(done.stdout)["findings"]:
        found[files[tmp_path / one["file"]]].add(one["code"])
    assert {name: ENDLESS[name][1] - found[name] for name in APART} == {
        name: set() for name in APART
    }
