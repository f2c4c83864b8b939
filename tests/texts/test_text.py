"""Where a sentence ends, and what stands around a stretch of one."""

import pytest

from hearingkit.language.language import Language
from hearingkit.source.reader import read_text as read_source
from hearingkit.source.site import Site
from hearingkit.texts.roles import Role
from hearingkit.texts.text import Text, Usage, read_text


def text_of(markdown: str) -> Text:
    lines = markdown.replace("\n", "\n  ")
    source, faults = read_source(f"body: |\n  {lines}\n".encode(), "a.yaml")
    assert source is not None, faults
    return read_text(Usage(Role.BODY, Language.NB), Site(source).at("body"), markdown)


@pytest.mark.parametrize(
    ("markdown", "sentences"),
    [
        ("Svar i dag. Skriv til oss!", ("Svar i dag.", "Skriv til oss!")),
        ("Skriv til dr. Hansen i St. Olavs gate 1.", ("Skriv til dr. Hansen i St. Olavs gate 1.",)),
        ("Merk svaret med saksnr. HSAK20.", ("Merk svaret med saksnr. HSAK20.",)),
        ("MERK SVARET MED SAKSNR. HSAK20.", ("MERK SVARET MED SAKSNR. HSAK20.",)),
        ("SVAR I DAG. SKRIV TIL OSS.", ("SVAR I DAG.", "SKRIV TIL OSS.")),
        ("Møtet er kl. Sju. Kom.", ("Møtet er kl. Sju.", "Kom.")),
        ("Vi har drøftet det med KL. Svar i dag.", ("Vi har drøftet det med KL.", "Svar i dag.")),
        ("Svar innen 6. Oktober 2026.", ("Svar innen 6. Oktober 2026.",)),
        ("Se sak 6. Svar i dag.", ("Se sak 6.", "Svar i dag.")),
        ("**Svar i dag.** *Skriv til oss.*", ("Svar i dag.", "Skriv til oss.")),
        ("Svar\ni dag.\nSkriv.", ("Svar i dag.", "Skriv.")),
        ("- svar\n- skriv", ("svar", "skriv")),
        ("| Hva | Når |\n|---|---|\n| Svar. | Mai |", ("Hva | Når", "Svar.", "Mai")),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(markdown: str, sentences: tuple[str, ...]) -> None:
    assert text_of(markdown).sentences == sentences


def test_around_a_stretch_stands_its_own_sentence_alone() -> None:
    text = text_of("Vi skriver. Svar *innen* 6. Oktober 2026 til oss. Takk.")
    start = text.plain.index("6.")
    end = text.plain.index(" til")

    assert text.before(start) == "Svar innen "
    assert text.behind(start, end) == " til oss."


def test_what_is_far_from_a_stretch_in_its_sentence_is_left_out() -> None:
    text = text_of("svar " * 1000)

    assert len(text.before(2000)) == len(text.behind(1000, 1999)) == 200
