"""The gallery in data/examples: letters without faults, and docs/gallery.md shows them."""

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from hearingkit.validation.book import Case
from hearingkit.workflows.check import check
from hearingkit.workflows.workspace import find_workspace
from hearingkit.writers import DocumentFormat
from tests.conftest import Golden
from tests.rendering import ROOT
from tests.workspaces import in_process

EXAMPLES = ROOT / "data" / "examples"
FILES = sorted(EXAMPLES.iterdir())
PAGE = ROOT / "docs" / "gallery.md"
MARK = "<!-- letters -->\n"
HOST = re.compile(r"(?:@|https?://)([\w.-]+)")


@pytest.fixture(scope="module")
def cases() -> Sequence[Case]:
    """Return the hearings of the gallery, by their files' names."""
    checked = check(find_workspace(ROOT), today=dt.date(2026, 1, 1))
    found = [case for case in checked.cases.values() if _file(case) in FILES]
    return sorted(found, key=_file)


@pytest.fixture(scope="module")
def written(cases: Sequence[Case], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the letters of the gallery in every format."""
    out = tmp_path_factory.mktemp("out")
    formats = [part for one in DocumentFormat for part in ("-f", one.value)]
    ids = [case.id for case in cases]
    assert in_process("render", "-w", ROOT, "-o", out, *formats, *ids).exit_code == 0
    return out


@pytest.mark.parametrize("today", ["2026-01-01", "2040-01-01"])
def test_nothing_is_found_in_the_gallery_on_any_day(today: str) -> None:
    result = in_process("validate", "-w", ROOT, EXAMPLES, "--today", today, "--fail-on", "note")

    assert (result.exit_code, result.stdout) == (0, "")


def test_the_gallery_is_broad_and_needs_no_wording(cases: Sequence[Case]) -> None:
    hearings = [case.hearing for case in cases]

    assert len(hearings) == len(FILES) >= 8
    assert len({hearing.kind for hearing in hearings}) >= 10
    assert {case.issuer.country.value for case in cases} == {"DK", "NO"}
    assert {one.value for hearing in hearings for one in hearing.language} == {"da", "nb", "nn"}
    assert any(hearing.origin for hearing in hearings)
    assert not any(case.issuer.wording or case.hearing.wording for case in cases)
    assert not any(case.hearing.accept for case in cases)


def test_the_gallery_names_no_address_that_may_be_somebodys() -> None:
    hosts = {host for file in FILES for host in HOST.findall(file.read_text("utf-8"))}

    assert len(hosts) > 20
    assert [host for host in hosts if not host.endswith(".example")] == []


def test_every_letter_of_the_gallery_is_written_in_every_format(
    cases: Sequence[Case], written: Path
) -> None:
    names = {
        f"{case.id}/letter-{language.value}.{one.value}"
        for case in cases
        for language in case.hearing.language
        for one in DocumentFormat
    }

    assert {path.relative_to(written).as_posix() for path in written.glob("*/letter-*")} == names


def test_the_page_shows_the_gallery_as_it_comes_out(
    cases: Sequence[Case], written: Path, golden: Golden
) -> None:
    start = PAGE.read_text("utf-8").partition(MARK)[0]

    golden("../../docs/gallery.md", start + MARK + "".join(_shown(one, written) for one in cases))


def _file(case: Case) -> Path:
    return ROOT / Path(case.located.site.source.name).resolve().relative_to(ROOT)


def _shown(case: Case, written: Path) -> str:
    """Return a hearing as a part of the page: what it is, its data, its letters."""
    file = _file(case)
    _, about, data = file.read_text("utf-8").split("\n", 2)
    letters = [
        f"```text\n{(written / case.id / f'letter-{one.value}.txt').read_text('utf-8')}```\n"
        for one in case.hearing.language
    ]
    return "\n".join(
        (
            f"\n## `{case.id}`\n",
            f"{about.removeprefix('# ')}\n",
            f"<details><summary>data/examples/{file.name}</summary>\n",
            f"```yaml\n{data}```\n",
            "</details>\n",
            *letters,
        )
    )
