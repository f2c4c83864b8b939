"""Names in texts: each has a value, and a place; what is filled in is read as it is printed."""

import itertools
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rendering import Data, findings, render, written
from tests.workspaces import ID, in_process, some_data

from hearingkit.language.language import Language
from hearingkit.language.phrasebook import Phrases
from hearingkit.model.hearing import Hearing
from hearingkit.model.issuer import Issuer
from hearingkit.model.submission import Contact
from hearingkit.model.wording import Formula
from hearingkit.texts.markdown import read
from hearingkit.texts.roles import Role
from hearingkit.validation.book import Case
from hearingkit.values.fill import Values
from hearingkit.values.sample import sample_values
from hearingkit.values.table import NAMES, Source, name_for
from hearingkit.workflows.check import check
from hearingkit.workflows.workspace import find_workspace

SAMPLE = sample_values()


def letter(folder: Path, **changes: Any) -> str:
    """Return the text of a letter on lines as long as they come."""
    text = render(some_data(**changes), folder, ID)["letter-nb.txt"].decode()
    return " ".join(text.split())


def problems(folder: Path, **changes: Any) -> list[str]:
    return [one.message for one in findings(some_data(**changes), folder)]


def a_case(data: Data, folder: Path) -> Case:
    return check(find_workspace(written(data, folder))).book.case(ID)


@pytest.mark.parametrize("name", NAMES)
def test_every_name_has_a_value_in_a_hearing_that_gives_all(name: str) -> None:
    for role in (Role.BODY, Role.LINE):
        filled = SAMPLE.fill(f"x {{{{ {name} }}}}", role)

        assert not filled.problems
        assert len(filled.text) > len("x ")
        assert "{" not in filled.text


@pytest.mark.parametrize(
    ("name", "markdown", "line"),
    [
        ("deadline", "fredag den 6.\u00a0oktober 2023 kl.\u00a012.00", None),
        ("deadline.time", "kl.\u00a012.00", None),
        ("sent.numeric", "25-08-2023", None),
        (
            "submission.post.lines",
            "Prøvestyrelsen\\\nPrøvegade 1\\\n1000 København K",
            "Prøvestyrelsen, Prøvegade 1, 1000 København K",
        ),
        (
            "submission.email",
            "[svar\\@proeve.example](mailto:svar@proeve.example)",
            "svar@proeve.example",
        ),
        ("portal.link", "[Høringssiden](https://hoeringer.example)", "Høringssiden"),
    ],
)
def test_a_value_is_markdown_in_a_body_and_plain_in_a_line(
    name: str, markdown: str, line: str | None
) -> None:
    said = f"x {{{{{name}}}}}"

    assert SAMPLE.fill(said, Role.FORMULA).text == f"x {markdown}"
    assert SAMPLE.fill(said, Role.LINE).text == f"x {line or markdown}"


@given(
    st.lists(
        st.sampled_from(["{{ deadline.date }}", "{{ unit }}", "{{ nix }}", "\\{{", "a", " ", "\n"]),
        max_size=12,
    ).map("".join)
)
def test_each_sign_of_a_filled_text_comes_from_where_it_was_written(text: str) -> None:
    filled = SAMPLE.fill(text, Role.BODY)

    assert len(filled.origin) == len(filled.text) + 1
    for sign, offset in zip(filled.text, filled.origin, strict=False):
        assert text[offset] == sign or text[offset : filled.ends[offset]].endswith("}}")
    traced = filled.traced(read(filled.text))
    assert all(0 <= offset <= len(text) for offset in traced.origin)


def test_what_is_filled_in_is_read_as_printed_at_the_place_of_its_name(tmp_path: Path) -> None:
    body = "Fristen er tirsdag {{ deadline.date }}, altså ganske snart."

    (text,) = (one for one in a_case(some_data(body=body), tmp_path).texts if one.role is Role.BODY)

    (mention,) = text.dates
    place = text.place(mention.start, mention.end)
    assert mention.text == "tirsdag 4.\u00a0mai 2026"
    quoted = place.excerpt[place.column - 1 : (place.end_column or 0) - 1]
    assert quoted == "tirsdag {{ deadline.date }}"


def test_every_kind_of_text_may_name_values(tmp_path: Path) -> None:
    said = letter(
        tmp_path,
        title="Budsjett {{ sent.year }}",
        references={"ours": "26/7"},
        mark_replies="sak {{ references.ours }}",
        meeting={
            "starts": "2026-03-04 18:00",
            "place": "Storgata 1 ({{ meeting.starts.weekday }})",
        },
        enclosures=["{{ title }}", {"title": "Notat av {{ sent.date }}"}],
        signatories=[{"title": "Direktør i {{ issuer }}"}],
        wording={"thanks": "Svar til {{ submission }} om {{ title }}."},
    )

    assert "Høring – Budsjett 2026" in said
    assert "merkes «sak 26/7»" in said
    assert "Storgata 1 (onsdag)" in said
    assert "1. Budsjett 2026 2. Notat av 2. februar 2026" in said.replace("\u00a0", " ")
    assert "Direktør i Prøveetaten" in said
    assert "Svar til svar@etaten.example om Budsjett 2026." in said


def test_a_text_of_all_languages_has_its_values_in_each(tmp_path: Path) -> None:
    data = some_data(
        language=["nb", "nn"],
        title={"nb": "Forskrift om prøver", "nn": "Forskrift om prøver"},
        body={"nb": "Vi ber om svar.", "nn": "Vi ber om svar."},
        wording={"thanks": "{{ deadline.weekday }}"},
        signatories=None,
    )
    data["hearings"][ID]["deadline"] = "2026-05-05"

    files = render(data, tmp_path, ID)

    assert "tirsdag\n" in files["letter-nb.txt"].decode()
    assert "tysdag\n" in files["letter-nn.txt"].decode()


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"body": "{{ frist }}"}, 'unknown name "frist"'),
        ({"title": "Om {{ title }}"}, '"title" names itself'),
        ({"body": "{{ meeting.place }}"}, 'the hearing gives no "meeting.place"'),
        ({"body": "Ring {{ meeting }}"}, '"meeting" is a formula; it stands alone'),
        ({"body": "{{ subject }}"}, '"subject" has a place of its own, and none in the body'),
        ({"mark_replies": "{{ submission.2.email }}"}, 'the hearing gives no "submission.2.email"'),
        ({"mark_replies": "{{ deadline.2 }}"}, 'unknown name "deadline.2"'),
    ],
)
def test_what_has_no_value_is_found(changes: dict[str, Any], problem: str, tmp_path: Path) -> None:
    (found,) = problems(tmp_path, **changes)

    assert found.startswith(problem)


def test_texts_that_name_each_other_in_a_circle_are_found(tmp_path: Path) -> None:
    found = problems(tmp_path, title="{{ mark_replies }}", mark_replies="{{ title }}")

    assert sorted(found) == ['"mark_replies" names itself', '"title" names itself']


def test_a_value_that_is_at_fault_is_no_second_fault(tmp_path: Path) -> None:
    data = some_data(
        deadline="2026-05-40", unit="jus", body="{{ deadline }} {{ deadline.date }} {{ unit }}"
    )
    data["issuers"]["etaten"]["email"] = "post"
    data["hearings"][ID]["wording"] = {"thanks": "Takk fra {{ issuer }} og {{ isuer }}."}

    found = findings(data, tmp_path)

    assert sorted(one.code for one in found) == ["HK106", "HK108", "HK111", "HK119"]


def test_a_name_is_judged_where_no_language_is_known(tmp_path: Path) -> None:
    found = findings(some_data(language="sv", body="{{ frist }}"), tmp_path)

    assert {one.code for one in found} == {"HK104", "HK119"}


def test_names_of_recipients_are_never_filled(tmp_path: Path) -> None:
    data = some_data(recipients={"placement": "inline", "entries": ["{{ title }}"]})

    said = render(data, tmp_path, ID)["letter-nb.txt"].decode()

    assert "{{ title }}" in said


def test_lists_show_the_title_as_it_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(written(some_data(title="Budsjett {{ sent.year }}"), tmp_path))

    assert "Budsjett 2026" in in_process("list").stdout
    assert "Budsjett 2026" in in_process("show", ID).stdout


def test_a_text_knows_the_place_of_a_link_behind_a_name(tmp_path: Path) -> None:
    body = "Innen {{ deadline.date }} [her](https://etaten.example)."

    (text,) = (one for one in a_case(some_data(body=body), tmp_path).texts if one.role is Role.BODY)

    (link,) = (one for one in text.links if one.href.startswith("https"))
    start, end = link.target
    assert body[start:end] == "https://etaten.example"
    at = text.plain.index("her")
    place = text.place(at, at + 3)
    assert place.excerpt[place.column - 1 :].startswith("her](")


@pytest.mark.parametrize("number", range(3))
def test_says_how_an_address_is_named(number: int) -> None:
    emails = [{"email": "a@x.example"}, {"post": ["X"]}, {"email": "b@x.example"}]
    contact = Contact.model_validate({"to": "all", "addresses": emails})

    name = name_for("submission", contact, number)

    expected = ("submission.email", "submission.post", "submission.email.2")[number]
    assert name == f"{{{{ {expected} }}}}"
    hearing = SAMPLE_HEARING.model_copy(update={"submission": contact})
    words = Phrases.of(Language.NB)
    values = Values(Source(hearing, SAMPLE_ISSUER, Language.NB, words), lambda _: None)
    assert values.line(name) == ("a@x.example", "X", "b@x.example")[number]


def test_names_only_what_there_is() -> None:
    assert name_for("deadline.date") == "{{ deadline.date }}"
    with pytest.raises(KeyError):
        name_for("deadline.hour")


SAMPLE_ISSUER = Issuer.model_validate({"name": "X", "country": "NO", "kind": "state"})
SAMPLE_HEARING = Hearing.model_validate(
    {
        "language": "nb",
        "issuer": "x",
        "kind": "act",
        "title": "X",
        "deadline": "2026-05-04",
        "recipients": ["X"],
        "submission": {"addresses": [{"email": "x@x.example"}]},
    }
)


def test_explain_lists_every_name_and_the_formulas_that_a_body_may_hold() -> None:
    shown = in_process("explain", "names").stdout

    lines = shown.splitlines()
    assert max(map(len, lines)) <= 80
    assert set(NAMES) <= set(lines)
    rest = " ".join(shown[shown.index("usual place.") :].split())
    assert all((formula in rest) is formula.is_prose for formula in Formula if formula != "subject")


def test_a_heading_above_recipients_names_values(tmp_path: Path) -> None:
    entries = [{"heading": "Parter i {{ references.ours }}", "entries": ["KL"]}]
    recipients = {"placement": "inline", "entries": entries}

    assert "Parter i 24/17" in letter(tmp_path, recipients=recipients, references={"ours": "24/17"})


CHAIN = ("title", "on_behalf_of", "handled_by", "mark_replies", "short_notice_reason")


def chained(end: str, times: int) -> Data:
    """Return lines of which each names the next so many times."""
    names = {key: f"{{{{ {named} }}}}" * times for key, named in itertools.pairwise(CHAIN)}
    return {**names, CHAIN[-1]: end}


def test_lines_that_name_lines_are_filled(tmp_path: Path) -> None:
    assert "aaaaaaaaaaaaaaaa" in letter(tmp_path, **chained("a", 2))


@pytest.mark.parametrize(("end", "variant"), [("a", "too long"), ("{{ title }}", "names itself")])
def test_lines_that_name_lines_many_times_are_refused_soon(
    end: str, variant: str, tmp_path: Path
) -> None:
    assert any(variant in one for one in problems(tmp_path, **chained(end, 40)))
