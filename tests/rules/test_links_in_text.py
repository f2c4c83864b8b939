"""Links and addresses in the text: one finding each, and of the address alone."""

from pathlib import Path

import pytest
from tests.judging import sound_cases
from tests.rendering import findings
from tests.workspaces import some_data

from hearingkit.findings import Finding
from hearingkit.rules.run import judge
from hearingkit.source.reader import read_text
from hearingkit.validation.validate import validate

HEARING = """
issuers:
  ks: {{name: KS, country: "NO", kind: organisation}}
hearings:
  tariff:
    language: nb
    issuer: ks
    kind: report
    title: Tariff
    sent: 2025-05-05
    deadline: 2025-06-02
    recipients: {{placement: none, entries: [Oslo kommune]}}
    submission: {{addresses: [{{email: tariffpost@ks.example}}]}}
    portal: {{name: Portalen, url: https://ks.example/tariffhoring}}
    body: |
      {body}
"""


def findings_of(body: str) -> list[Finding]:
    lines = body.replace("\n", "\n      ")
    source, _ = read_text(HEARING.format(body=lines).encode(), "data/hearings.yaml")
    assert source is not None
    book, faults = validate([source])
    return [*faults, *(found for case in sound_cases(book) for found in judge(case).findings)]


def codes_of(body: str) -> list[str]:
    return [finding.code for finding in findings_of(body)]


@pytest.mark.parametrize(
    ("body", "address"),
    [
        ("Skriv til **tariff-\npost@ks.example**.", "tariff- post@ks.example"),
        ("Skriv til __tariffpost@ ks.example__.", "tariffpost@ ks.example"),
        (
            "Se [her i saken](https://ks.example/tariff\u00adhoring).",
            "https://ks.example/tariff\\u00adhoring",
        ),
        ("Se «https://ks.example/tariff\u00adhoring».", "https://ks.example/tariff\\u00adhoring"),
        ("Se **https://ks.example/tariff-\nhoring**.", "https://ks.example/tariff- horing"),
        ("Skriv til tariff\u00adpost@ks.example, takk.", "tariff\\u00adpost@ks.example"),
    ],
)
def test_a_cut_address_is_reported_once_and_alone(body: str, address: str) -> None:
    (found,) = findings_of(body)

    assert found.code == "HK408"
    assert f'"{address}"' in found.message


@pytest.mark.parametrize(
    "body",
    [
        "Les [forslaget](http://ks.example/sak).",
        "Les <http://ks.example/sak>, takk.",
        "Les mer på http://ks.example/sak.",
        "Les **http://ks.example/sak**.",
    ],
)
def test_a_page_without_encryption_is_found_in_the_text(body: str) -> None:
    (found,) = findings_of(body)

    assert found.code == "HK503"
    assert found.message.startswith('"http://ks.example/sak" is not encrypted')
    assert found.place.excerpt[found.place.column - 1 :].startswith("http:")


@pytest.mark.parametrize(
    "body",
    [
        "Les [http://ks.example](https://ks.example).",
        "Adresser som begynner med http:// tas ikke imot.",
        "Se https://arkiv.example/2020/http://ks.example.",
        "Kjør http://localhost:8000 på egen maskin.",
    ],
)
def test_what_sends_nobody_to_such_a_page_is_let_alone(body: str) -> None:
    assert "HK503" not in codes_of(body)


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("Les [forslaget]().", "a link has no address"),
        ("Les [forslaget](<>).", "a link has no address"),
        ("Les [forslaget](www.ks.example).", 'a link leads to "www.ks.example"'),
        ("Les [forslaget](sak.html).", 'a link leads to "sak.html"'),
        ("Les [](https://ks.example).", "a link has no text"),
    ],
)
def test_a_link_that_leads_nowhere_or_says_nothing_is_found(body: str, says: str) -> None:
    (found,) = findings_of(body)

    assert found.code == "HK705"
    assert found.message.startswith(says)


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("Svar til <navn> innen fristen.", ["HK504"]),
        ("<navn>\n\n<b>Svar</b> til oss.", ["HK504", "HK118"]),
    ],
)
def test_a_word_to_fill_in_is_reported_as_such_and_not_as_html(
    body: str, codes: list[str], tmp_path: Path
) -> None:
    assert [one.code for one in findings(some_data(body=body), tmp_path)] == codes


def test_a_box_to_tick_is_printed_and_let_alone() -> None:
    assert codes_of("- [ ] Ja\n- [x] Nei") == []


def test_a_formula_that_opens_bold_text_on_condition_is_let_alone() -> None:
    assert codes_of("{% if meeting %}**{% endif %}Svar") == []


def test_braces_that_are_printed_hide_no_mark_without_its_other_half(tmp_path: Path) -> None:
    found = findings(some_data(body="Skriv \\{% og **svar."), tmp_path)

    assert [one.code for one in found] == ["HK118"]
