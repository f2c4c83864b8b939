"""The templates: complete in three languages, strict, sandboxed; values can't become Markdown."""

import re
from pathlib import Path

import jinja2
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from hearingkit.assets import templates_dir
from hearingkit.dispatch.letter import Letter
from hearingkit.errors import TemplateFault
from hearingkit.language.language import Language
from hearingkit.language.phrasebook import Phrases
from hearingkit.letters.compose import Setting, compose
from hearingkit.letters.environment import environment
from hearingkit.letters.outline import outline
from hearingkit.letters.recipient_list import compose_list
from hearingkit.model.hearing import HearingKind
from hearingkit.model.wording import OF_CHANGE, OF_INVITATION, Formula
from hearingkit.source.characters import UNSEEN
from hearingkit.workflows.check import check
from hearingkit.workflows.render import RenderRequest, creation_time
from hearingkit.workflows.workspace import find_workspace
from hearingkit.writers import DocumentFormat
from tests.conftest import Golden
from tests.letters.reading import html_text
from tests.rendering import Data, findings, render, shipped
from tests.workspaces import ID, a_workspace, some_data

HERE = Path(__file__).parent


def _everything() -> Data:
    data: Data = yaml.load((HERE / "everything.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
    return data


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("hearing", ["alt", "videresendt"])
def test_every_field_is_printed(
    hearing: str, language: Language, golden: Golden, tmp_path: Path
) -> None:
    request = RenderRequest(formats=(DocumentFormat.MD,), languages=(language,))

    files = render(_everything(), tmp_path, hearing, request)

    golden(f"letters/{hearing}-{language.value}.md", files[f"letter-{language.value}.md"].decode())


@pytest.mark.parametrize("hearing", ["kroniske-smerter", "smerteklinikker", "folkehelseplan"])
def test_shipped_hearings_are_as_read(hearing: str, golden: Golden, tmp_path: Path) -> None:
    files = render(shipped(), tmp_path, hearing)

    for name, data in files.items():
        golden(f"letters/{hearing}/{name}", data.decode())


def test_the_printed_list_fills_no_more_of_the_letter_than_its_subject(tmp_path: Path) -> None:
    case = check(find_workspace(a_workspace(tmp_path))).cases[ID]
    template = tmp_path / "templates" / "letters" / "nb" / "invitation.md.j2"
    template.parent.mkdir(parents=True)
    template.write_text(
        '{% extends "builtin/nb/invitation.md.j2" %}{% block opening %}{{ deadlin }}{% endblock %}',
        "utf-8",
    )
    own = environment(tmp_path / "templates" / "letters")
    setting = Setting(own, creation_time(Letter(case, Language.NB), None))

    printed = compose_list(Letter(case, Language.NB), setting)

    assert "Forskrift om prøver" in str(printed.body[0])
    with pytest.raises(TemplateFault, match="deadlin"):
        compose(Letter(case, Language.NB), setting)


@pytest.mark.parametrize("language", Language)
def test_every_language_words_every_formula(language: Language) -> None:
    env = environment(None)

    invitation = env.get_template(f"{language.value}/invitation.md.j2").blocks
    change = env.get_template(f"{language.value}/change.md.j2").blocks

    assert set(OF_INVITATION) == invitation.keys()
    assert set(Formula) == {*invitation, *change} - {"prose"}


def test_the_order_of_a_letter_on_a_change_is_that_of_its_template() -> None:
    order = outline(environment(None), "invitation.md.j2")
    named = re.findall(r"self\.(\w+)", order.text_of("change_prose")) if order else []

    assert tuple(named) == tuple(one for one in OF_CHANGE if one in named)
    assert set(OF_CHANGE) - {*named} == {"addressees", "subject", "closing", "approval"}


@pytest.mark.parametrize("language", Language)
def test_every_language_names_every_kind_of_draft(language: Language) -> None:
    assert Phrases.of(language).drafts.keys() == {kind.value for kind in HearingKind}


def test_two_languages_give_two_letters(tmp_path: Path) -> None:
    data = _everything()
    data["hearings"]["alt"]["language"] = ["nb", "nn"]

    files = render(data, tmp_path, "alt")

    assert {name for name in files if name.endswith(".txt")} == {
        "letter-nb.txt",
        "letter-nn.txt",
        "recipient-list-nb.txt",
        "recipient-list-nn.txt",
    }
    assert "Høringsfristen" in files["letter-nb.txt"].decode()
    assert "Høyringsfristen" in files["letter-nn.txt"].decode()


NOT_NYNORSK = ("ikke", "høring", "jeg", "hvordan", "noen", "Vedlagt liste", "hilsen", "spørsmålene")


@pytest.mark.parametrize("word", NOT_NYNORSK)
def test_nynorsk_templates_hold_no_words_of_bokmaal(word: str) -> None:
    text = (templates_dir() / "letters" / "nn" / "invitation.md.j2").read_text("utf-8")
    printed = re.sub(r"\{[%{#].*?[%}#]\}", " ", text, flags=re.DOTALL)

    assert not re.search(rf"\b{word}\b", printed)


@pytest.mark.parametrize(
    ("formula", "problem"),
    [
        ("Frist {{ deadlin }}", 'unknown name "deadlin"; did you mean "deadline"?'),
        ("Frist {{ DEADLINE }}", 'unknown name "DEADLINE"; did you mean "deadline"?'),
        (
            "Frist {{ deadline.lang }}",
            'unknown name "deadline.lang"; did you mean "deadline.long"?',
        ),
        ("Frist {{ deadline", '"{{" has no "}}"'),
        ("{{ title.nope }}", 'unknown name "title.nope"; did you mean "title"?'),
        ("{{ title.2 }}", 'unknown name "title.2"'),
        ("{{ submission.email.3 }}", 'the hearing gives no "submission.email.3"'),
        ("{{ sent }}", 'the hearing gives no "sent"; give it, or leave the name out'),
        ("{{ thanks }}", '"thanks" is a formula; it stands alone in a paragraph of the body'),
        ("{{ ().__class__.__mro__ }}", "is no name"),
        ("{{ 'x' * 1000000000 }}", "is no name"),
        ("{{ title.upper() }}", "is no name"),
        ("{{ title|upper }}", "is no name"),
        ("{% include 'x' %}", '"{%" has no place in a text'),
        ("{# en note #}", '"{#" has no place in a text'),
    ],
)
def test_a_formula_that_fails_is_one_finding_at_its_place(
    formula: str, problem: str, tmp_path: Path
) -> None:
    data = shipped()
    data["hearings"]["kroniske-smerter"]["wording"] = {"thanks": formula}

    (found,) = findings(data, tmp_path)

    assert found.code == "HK119"
    assert problem in found.message
    assert "\n" not in found.message
    assert found.place.excerpt.startswith("      thanks: ")
    assert found.place.column > len("      thanks: ")


def test_own_templates_go_before_the_built_in_ones(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "letters" / "da"
    folder.mkdir(parents=True)
    (folder / "invitation.md.j2").write_text(
        '{% extends "builtin/da/invitation.md.j2" %}'
        "{% block closing %}De bedste hilsener{% endblock %}",
        "utf-8",
    )

    files = render(shipped(), tmp_path, "kroniske-smerter")

    letter = files["letter-da.txt"].decode()
    assert "De bedste hilsener" in letter
    assert "På forhånd tak" in letter


def test_a_fault_in_an_own_template_names_template_and_line(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "letters" / "da"
    folder.mkdir(parents=True)
    (folder / "invitation.md.j2").write_text(
        '{% extends "builtin/da/invitation.md.j2" %}\n'
        "{% block closing %}\n{{ isuer }}\n{% endblock %}",
        "utf-8",
    )

    data = shipped()
    lists = {"sektorer": data["recipient_lists"]["sektorer"]}
    hearings = {"x": data["hearings"]["kroniske-smerter"]}

    (found,) = findings({**data, "recipient_lists": lists, "hearings": hearings}, tmp_path)

    assert found.place.file.endswith("templates/letters/da/invitation.md.j2")
    assert (found.place.line, found.place.excerpt) == (3, "{{ isuer }}")
    assert found.message == ('can\'t be filled: unknown name "isuer"; did you mean "issuer"?')


AWKWARD = st.text(
    st.sampled_from("ab æø.,:;!?#*_-+`~|[](){}<>&\"'\\/%$@^=«»’…1 2\u00a0é🙂"),
    min_size=1,
    max_size=40,
).filter(lambda text: text.strip(" ") and not text.isspace())


@given(AWKWARD)
def test_a_value_is_printed_as_written_whatever_signs_it_has(text: str) -> None:
    env = environment(None)
    template = env.from_string("# {{ x }}\n\n- a {{ x }}\n\n**{{ x }}** {{ x }}")

    from hearingkit.documents.blocks import Heading, ItemList, Paragraph, plain
    from hearingkit.texts.markdown import parse

    heading, items, paragraph = parse(template.render(x=text))

    shown = " ".join(text.split(" ")).strip(" ")
    assert isinstance(heading, Heading)
    assert isinstance(items, ItemList)
    assert isinstance(paragraph, Paragraph)
    assert _spaces(plain(heading.inlines)) == _spaces(shown)
    assert _spaces(plain(paragraph.inlines)) == _spaces(f"{shown} {shown}")


def _spaces(text: str) -> str:
    return re.sub(r"[ \u00a0]+", " ", text).strip()


@pytest.mark.parametrize("language", Language)
def test_a_place_that_ends_in_a_full_stop_needs_no_other(
    language: Language, tmp_path: Path
) -> None:
    meeting = {"starts": "2026-02-02 18:00", "place": "Storgata 1, 2. etg."}
    data = some_data(language=language.value, meeting=meeting)

    letter = render(data, tmp_path, ID)[f"letter-{language.value}.txt"].decode()

    assert "2. etg." in letter.replace("\u00a0", " ")
    assert "etg.." not in letter


@pytest.mark.parametrize(
    "place", ["Kafé Hva nå?", "Scenen Hei!", "Gården og så videre...", "Og så…"]
)
def test_a_place_that_ends_as_a_sentence_does_needs_no_full_stop(
    place: str, tmp_path: Path
) -> None:
    meeting = {"starts": "2026-02-02 18:00", "place": place, "sign_up_by": "2026-02-01"}
    data = some_data(language="nb", meeting=meeting)

    letter = " ".join(render(data, tmp_path, ID)["letter-nb.txt"].decode().split())

    assert f"{place} Påmelding" in letter


def test_a_title_in_marks_of_its_own_gets_no_second_ones(tmp_path: Path) -> None:
    data = some_data(language="nb", kind="other", title="«Om endring i «Nasjonale prøver»»")

    letter = " ".join(render(data, tmp_path, ID)["letter-nb.txt"].decode().split())

    assert "saken «Om endring i ‘Nasjonale prøver’» på høring" in letter


def test_a_title_of_two_quotations_gets_marks_around_both(tmp_path: Path) -> None:
    data = some_data(language="nn", kind="other", title="«Skule» og «Heim»")

    letter = " ".join(render(data, tmp_path, ID)["letter-nn.txt"].decode().split())

    assert "«‘Skule’ og ‘Heim’» på høyring" in letter


def test_characters_that_nobody_sees_are_left_out_of_prose(tmp_path: Path) -> None:
    unseen = "Sko\u00adle\u200bprø\u2060ver"
    data = some_data(title=f"Plan for {unseen}", body=f"- **{unseen}** og {unseen}&shy;\n")
    data["hearings"][ID]["wording"] = {"thanks": f"Takk for {unseen}."}

    letter = render(data, tmp_path, ID)["letter-nb.txt"].decode()

    assert letter.count("Skoleprøver") >= 4
    assert not UNSEEN.search(letter)


def test_an_undefined_name_is_never_printed_as_nothing() -> None:
    env = environment(None)

    with pytest.raises(jinja2.UndefinedError, match="unknown name"):
        env.from_string("{{ nothing }}").render()


def test_data_never_becomes_structure(tmp_path: Path) -> None:
    data = shipped()
    hearing = data["hearings"]["smerteklinikker"]
    hearing["handled_by"] = "<script>alert(1)</script> **fet** [her](https://evil.example)"
    data["recipient_lists"]["smerteforeninger"][0] = "# <b>Først</b> | {{ 1 + 1 }} `x`"

    files = render(data, tmp_path, "smerteklinikker", RenderRequest(formats=(DocumentFormat.HTML,)))

    page = files["letter-nb.html"]
    assert b"<script" not in page
    assert b'evil.example"' not in page
    said = html_text(page)
    assert "<script>alert(1)</script> **fet** [her](https://evil.example)" in said
    assert "# <b>Først</b> | {{ 1 + 1 }} `x`" in said
