"""An office's own font in PDFs, in a folder that ``hearingkit.toml`` names."""

import importlib.resources
import shutil
from pathlib import Path

import pikepdf
import pytest
from tests.workspaces import ID, a_workspace, in_process

CONFIG = '[pdf]\nfonts = "skrifter"\nfamily = "{}"\n'
ARIMO = Path(str(importlib.resources.files("fontpkg_arimo") / "files"))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a workspace with a folder of fonts: that of hearingkit, as any is."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ARIMO, tmp_path / "skrifter")
    (tmp_path / "hearingkit.toml").write_text(CONFIG.format("Arimo"))
    return a_workspace(tmp_path)


def says(*options: str) -> str:
    """Return the one line with which a command stops."""
    result = in_process(*(options or ("render", "-q", "-f", "pdf")))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    return result.stderr.removeprefix("error: ").rstrip("\n")


def fonts_in(file: Path) -> set[str]:
    with pikepdf.open(file) as pdf:
        fonts = [font for page in pdf.pages for font in dict(page.Resources.Font).values()]
        return {str(font.BaseFont).partition("+")[2].partition("-")[0] for font in fonts}


def a_font_of_its_own(folder: Path) -> None:
    """Give the fonts of a folder another name, of as many letters."""
    for file in folder.iterdir():
        new = file.read_bytes().replace("Arimo".encode("utf-16-be"), "Etats".encode("utf-16-be"))
        file.write_bytes(new)


@pytest.mark.parametrize("options", [(), ("--each-recipient", "--combined")])
def test_letters_and_lists_are_in_the_own_font(here: Path, options: tuple[str, ...]) -> None:
    a_font_of_its_own(here / "skrifter")
    (here / "hearingkit.toml").write_text(CONFIG.format("etats"))

    assert in_process("render", "-f", "pdf", *options).exit_code == 0
    assert in_process("recipients", "--printed", "pdf", "-o", "liste.pdf").exit_code == 0

    made = [*(here / "out" / ID).rglob("*.pdf"), here / "liste.pdf"]
    assert [fonts_in(file) for file in made] == [{"Etats"}] * 3


def test_letters_are_made_anew_when_the_font_was_changed(here: Path) -> None:
    each = ("render", "--each-recipient", "-f", "pdf")
    assert in_process(*each).exit_code == 0
    (letter,) = (here / "out").rglob("*.pdf")
    assert fonts_in(letter) == {"Arimo"}

    a_font_of_its_own(here / "skrifter")
    (here / "hearingkit.toml").write_text(CONFIG.format("Etats"))

    assert in_process(*each).exit_code == 0
    assert fonts_in(letter) == {"Etats"}


def test_a_letter_that_the_font_lacks_is_reported(here: Path) -> None:
    a_workspace(here, title="Høring om \N{CONTOUR INTEGRAL}")

    assert says() == (
        'no PDF can be made of "Høring – ∮": the text `"∮"` could not be displayed with '
        'font `"Arimo"`; render it as docx'
    )
    assert not (here / "out").exists()


def test_a_family_that_is_not_in_the_folder_is_reported(here: Path) -> None:
    (here / "hearingkit.toml").write_text(CONFIG.format("Arino"))
    assert says() == '[pdf] family: no font "Arino" in the folder; did you mean "Arimo"?'

    shutil.rmtree(here / "skrifter")
    (here / "skrifter").mkdir()
    (here / "skrifter" / "les.txt").write_text("ingen skrift")
    assert says() == "[pdf] fonts: the folder holds no font; put .ttf or .otf files there"


@pytest.mark.parametrize("name", ["skrifter", "skrifter/a.ttf", "skrifter/mappe"])
def test_takes_no_font_from_outside_the_workspace(
    here: Path, tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    shutil.copytree(ARIMO, outside / "mappe")
    if name == "skrifter":
        shutil.rmtree(here / name)
    (here / name).symlink_to(outside / "mappe" / ("Arimo[wght].ttf" if "." in name else ""))

    assert says() == (
        'hearingkit.toml:2:1: [pdf] fonts: "skrifter" leads out of the workspace; '
        "copy the fonts into it"
    )


def test_a_folder_is_bounded(here: Path) -> None:
    large = here / "skrifter" / "stor.ttf"
    with large.open("wb") as file:
        file.truncate(50_000_001)
    assert says().endswith("is larger than 50 MB; leave the fonts that letters need")

    large.unlink()
    for number in range(199):
        (here / "skrifter" / f"{number}.ttf").touch()
    assert says().endswith("holds more than 200 files; leave the fonts that letters need")


def test_a_folder_that_is_not_there_is_reported(here: Path) -> None:
    shutil.rmtree(here / "skrifter")

    assert says() == ('hearingkit.toml:2:1: [pdf] fonts: "skrifter" is no folder that can be read')


@pytest.mark.parametrize(
    "table",
    [
        '[pdf]\nfonts = "skrifter"',
        "pdf = 1",
        '[pdf]\nfonts = "a"\nfamily = 1',
        "[pdf]",
        '[pdf]\nfonts = "skrifter"\nfamily = "Arimo"\nsize = 12',
    ],
)
def test_a_table_of_another_shape_is_reported(here: Path, table: str) -> None:
    (here / "hearingkit.toml").write_text(table)

    assert "hearingkit.toml" in says("validate")
    assert " pdf must be a table" in says("validate") or "[pdf] must hold" in says("validate")
