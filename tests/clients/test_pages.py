"""Pages are accessible: in a real browser axe-core finds nothing, nor does the Nu checker."""

import functools
import json
import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest
from tests.clients.node import MODULES, program
from tests.rendering import ROOT
from tests.workspaces import a_workspace, as_process
from tests.writers.documents import a_rich_document

from hearingkit.writers import html

BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome")
LEFT: Final = (
    "The “list” role is unnecessary",  # Safari takes a list without bullets for none
    # It knows no hashes and no data: in a policy; a browser shows both.
    "Inline style violates Content Security Policy",
    "Resource violates Content Security Policy (meta tag): image “data:",
)
SHIPPED: Final = ("kroniske-smerter", "smerteklinikker", "folkehelseplan")
WIDE: Final = """
| Område | Ansvarlig avdeling | Gjeldende bestemmelse | Foreslått bestemmelse | Virkning |
| --- | --- | --- | --- | ---: |
| Skoleskyss | Samferdselsavdelingen | reiselivsopplæringsbestemmelsen | ny tekst | 1 200 000 |
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return one page of each kind."""
    folder = tmp_path_factory.mktemp("sider æøå")
    (folder / "rich.html").write_bytes(html.write(a_rich_document()))
    shipped = as_process("render", *SHIPPED, "-f", "html", "-o", folder / "shipped", cwd=ROOT)
    a_workspace(folder / "wide", body=WIDE, draft=True)
    wide = as_process("render", "--index", "-f", "html", "-o", folder / "made", cwd=folder / "wide")
    assert (shipped.returncode, wide.returncode) == (0, 0), shipped.stderr + wide.stderr
    found = sorted(map(str, folder.rglob("*.html")))
    assert len(found) == 10
    return found


@functools.cache
def browser() -> str:
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip("no Chromium is installed")
    return found


def test_in_a_browser_nothing_is_amiss(pages: list[str]) -> None:
    program("playwright-core")
    script = Path(__file__).with_name("look.mjs")

    done = subprocess.run(
        ["node", script, browser(), *pages], capture_output=True, encoding="utf-8", check=False
    )

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []


def test_a_page_that_is_amiss_is_found(tmp_path: Path) -> None:
    program("playwright-core")
    page = tmp_path / "page.html"
    page.write_text('<html lang="nb"><body><img src="x.png"><p style="width:2000px">æ', "utf-8")

    script = Path(__file__).with_name("look.mjs")
    done = subprocess.run(
        ["node", script, browser(), page], capture_output=True, encoding="utf-8", check=False
    )

    found = "\n".join(json.loads(done.stdout))
    assert "image-alt" in found
    assert "wider than the screen" in found
    assert "has no style" in found


def test_the_nu_checker_finds_nothing(pages: list[str]) -> None:
    if shutil.which("java") is None:
        pytest.skip("java is not installed")
    checker = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    if not checker.is_file():
        pytest.skip("vnu-jar is not installed: npm install --prefix tests/clients")

    done = subprocess.run(
        ["java", "-jar", checker, "--format", "json", *pages],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    reported = [one["message"] for one in json.loads(done.stderr)["messages"]]
    assert [one for one in reported if not one.startswith(LEFT)] == []
