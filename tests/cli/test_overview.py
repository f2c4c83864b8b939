"""``render --index``: the page that lists the hearings, as a browser reads it."""

import html.parser
from pathlib import Path

import pytest
from tests.rendering import written
from tests.workspaces import a_hearing, in_process, some_data

PAGE = Path("out", "index.html")
HARD_SPACE = "\N{NO-BREAK SPACE}"
DEADLINES = {"over": "2026-02-01", "soon": "2026-02-09", "later": "2026-05-04"}


class Page(html.parser.HTMLParser):
    """The headings and links of a page, in order, and its languages."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.shown: list[str] = []
        self.links: list[str] = []
        self.languages: list[str | None] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.languages += [given["lang"]] if "lang" in given else []
        self.links += [str(given["href"])] if tag == "a" else []

    def handle_data(self, data: str) -> None:
        self.shown += [data.strip()] if data.strip() else []


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    data = some_data(*DEADLINES)
    for id_, deadline in DEADLINES.items():
        title = f"Høring <{id_}> & mer"
        data["hearings"][id_] = a_hearing(title=title, deadline=deadline, sent="2025-12-01")
    data["hearings"]["later"]["language"] = "nn"
    data["hearings"]["kladd"] = a_hearing(draft=True, deadline=None)
    written(data, tmp_path)


def page() -> Page:
    return Page(PAGE.read_text("utf-8"))


def test_lists_hearings_by_phase_and_leaves_drafts_out() -> None:
    result = in_process("render", "--index", "-f", "html", "-f", "md")

    assert result.stdout.splitlines()[-1] == "out/index.html"
    letter, list_ = "Høringsbrev (HTML)", "Liste over høringsinstanser (HTML)"
    assert page().shown[2:] == [
        *("Høringer", f"Oppdatert 2.{HARD_SPACE}februar 2026"),
        *("Frist innen en uke", "Høring <soon> & mer", "Prøveetaten"),
        *(f"Frist: 9.{HARD_SPACE}februar 2026", letter, list_),
        *("Åpne høringer", "Høring <later> & mer", "Prøveetaten"),
        *(f"Frist: 4.{HARD_SPACE}mai 2026", "Høyringsbrev (HTML)"),
        "Liste over høyringsinstansar (HTML)",
        *("Avsluttede høringer", "Høring <over> & mer", "Prøveetaten"),
        *(f"Frist: 1.{HARD_SPACE}februar 2026", letter, list_),
    ]
    assert page().languages == ["nb-NO", "nb-NO", "nn-NO", "nb-NO"]


def test_links_lead_to_files_that_are_there() -> None:
    in_process("render", "--index", "-f", "html", "-f", "docx", "-f", "txt")

    assert len(page().links) == 12
    assert all((PAGE.parent / link).is_file() for link in page().links)


def test_is_made_anew_where_it_is_and_all_are_rendered() -> None:
    in_process("render", "-f", "html")
    assert not PAGE.exists()
    in_process("render", "--index", "-f", "html")
    before = PAGE.read_bytes()

    in_process("render", "later", "-f", "html", "--today", "2026-05-05")
    assert PAGE.read_bytes() == before
    in_process("render", "-f", "html", "--today", "2026-05-05")
    assert "Åpne høringer" not in page().shown
    assert in_process("verify").exit_code == 0


def test_lists_all_or_none() -> None:
    result = in_process("render", "later", "--index")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "--index lists all hearings" in result.stderr
