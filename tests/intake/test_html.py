"""Lists in web pages, and in what other programs call .xls."""

import pytest
from tests.growth import assert_in_proportion
from tests.intake.lists import A_PAGE
from tests.intake.taking import reported, shown, taken

from hearingkit.intake.formats import read_grids
from hearingkit.intake.grid import NoList

GRID = """\
<meta http-equiv="Content-Type" content="text/html"><style>.t{mso-number-format:"@"}</style>
<table><tr><td><table border="1">
<tr><th>Navn</th><th>CVR-nr.</th><th>E-mail</th></tr>
<tr><td colspan="3"><b>Kommuner</b></td></tr>
<tr><td>Østre<br>Kommune</td><td>01234564</td>
<td><a href="mailto:post@ostre.example">Send mail</a></td></tr>
<tr style="display: none"><td>Vestre Kommune</td><td>&nbsp;</td><td>v@vestre.example;
 arkiv@vestre.example</td></tr>
<tr><td colspan="3"><b>Foreninger</b></td></tr>
<tr><td><s>Gammel Forening</s></td><td></td><td>g@gammel.example</td></tr>
<tr><td rowspan="2">Laget</td><td></td><td>a@laget.example</td></tr>
<tr><td></td><td>b@laget.example</td></tr>
</table></td></tr></table>
"""


def test_a_saved_page_gives_the_list_in_its_text() -> None:
    intake = taken(A_PAGE)

    assert shown(intake) == [
        "Departementer | Finansdepartementet",
        "Departementer | Kommunal- og distriktsdepartementet",
        "Organisasjoner | LO",
        "Organisasjoner | NHO | post@nho.example",
        "Organisasjoner | KS",
        "Organisasjoner | Virke",
    ]
    assert [one.partition(": ")[2] for one in reported(intake)] == [
        '"Høring – forslag til forskrift" names no recipient',
        '"Departementet sender med dette forslag til forskrift på hør…" names no recipient',
        '"Gamlelaget" is struck through',
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_page_that_a_program_calls_xls(encoding: str) -> None:
    intake = taken(GRID.encode(encoding))

    assert shown(intake) == [
        "Kommuner | Østre Kommune | post@ostre.example | 01234564",
        "Kommuner | Vestre Kommune | v@vestre.example | arkiv@vestre.example",
        "Foreninger | Laget | a@laget.example | b@laget.example",
    ]
    assert {one.partition(": ")[2] for one in reported(intake)} == {
        '"Send mail" is left out beside the address',
        '"Gammel Forening" is struck through',
        "row 4 is hidden, and read as the others",
    }


@pytest.mark.parametrize(
    ("page", "people"),
    [
        ("<div>LO</div>", ["LO"]),
        ("<html><body></body></html>", []),
        ("<!DOCTYPE html><frameset></frameset>", []),
        ("<?xml version='1.0'?><html><p>LO<p>NHO</html>", ["LO", "NHO"]),
        ("<p>Kommuner: Alver, Voss</p>", ["Kommuner | Alver", "Kommuner | Voss"]),
        (
            "<p>LO <span>i <em>Norge</em></span></p><p><b>Råd:</b> A-rådet",
            ["LO i Norge", "Råd: A-rådet"],
        ),
        ("<table><tr><td colspan=x rowspan=0>KS</td></tr></table>", ["KS"]),
    ],
)
def test_pages_of_little(page: str, people: list[str]) -> None:
    assert [one.split(" | ")[-1] for one in shown(taken(page.encode()))] == [
        one.split(" | ")[-1] for one in people
    ]


@pytest.mark.parametrize(
    ("rows", "people"),
    [
        (
            "<tr><th>Gruppe<th>Nr<th>Navn<tr><td rowspan=2 colspan=2>Råd<td>A-rådet<tr><td>B-rådet",
            ["Råd | A-rådet", "Råd | B-rådet"],
        ),
        (
            "<tr><th>Navn<th>E-post<th>Gruppe<tr><td>A-rådet<td>a@x.example<td rowspan=2>Råd"
            "<tr><td>B-rådet<tr><td>Laget<td>c@x.example<td>Lag",
            ["Råd | A-rådet | a@x.example", "Råd | B-rådet", "Lag | Laget | c@x.example"],
        ),
        (
            "<tr><th>Navn<th>E-post<th>Tlf<tr><td>A-rådet<td rowspan=2>a@x.example<td>22334455"
            "<tr><td colspan=2>KS<td>22334466",
            ["A-rådet | a@x.example | 22334455", "KS | 22334466"],
        ),
    ],
)
def test_cells_over_several_rows_and_columns(rows: str, people: list[str]) -> None:
    intake = taken(f"<table>{rows}</table>".encode())

    assert shown(intake) == people
    assert reported(intake) == []


@pytest.mark.parametrize(
    "line",
    ["Rød<wbr>laget i nord", "<img src=x>Rødlaget <q>i</q> nord", "Rødlaget <x:y>i</x:y> nord"],
)
def test_a_sign_within_a_line_parts_no_name(line: str) -> None:
    assert shown(taken(f"<p>{line}</p>".encode())) == ["Rødlaget i nord"]


@pytest.mark.parametrize(
    ("page", "why"),
    [
        ("<div>" * 5000 + "LO", "nested too deeply"),
        ("<p>" * 1_000_001, "more in it than a list can have"),
        ("<?xml version='1.0'?><Workbook/>", "it is XML"),
    ],
)
def test_refuses_what_would_fill_the_memory(page: str, why: str) -> None:
    with pytest.raises(NoList, match=why):
        read_grids(page.encode())


def test_a_page_is_read_in_proportion() -> None:
    row = "<tr><td>Etaten</td><td><a href='mailto:a@x.example'>Mail</a></td></tr>"
    assert_in_proportion(lambda count: f"<table>{row * count}</table>".encode(), taken, 400)
    assert_in_proportion(
        lambda count: ("<p>Etaten <b>for</b> havet</p>" * count).encode(), taken, 400
    )
    wide = "<tr><td rowspan=9999 colspan=99>KS</td></tr>"
    assert_in_proportion(lambda count: f"<table>{wide * count}</table>".encode(), taken, 20)
