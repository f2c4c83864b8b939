"""What ``hearingkit validate`` says of a user's own words leads to the line as it should be."""

import zipfile
from pathlib import Path

import pytest
from tests.workspaces import in_process

DATA = """\
issuers:
  etaten:
    name: {nb: Prøveetaten, nn: Prøveetaten på Øya}
    country: NO
    kind: state
    units: {jura: Juridisk avdeling, helse: {name: Avdeling for helse}}
recipient_lists:
  kommuner: [{name: Østre kommune, email: post@ostre.example}]
  fylker: [Nordre fylkeskommune]
hearings:
  proever:
    language: nb
    issuer: etaten
    unit: jura
    kind: regulation
    title: Forskrift om prøver
    sent: 2026-02-02
    deadline: 2026-05-04
    recipients:
      placement: enclosed
      entries: [{list: kommuner}, {list: fylker}]
    submission:
      addresses: [{email: svar@etaten.example}]
    body: Vi ber om svar.
    signatories: [{title: Direktør}]
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    return tmp_path


def said_of(here: Path, line: str, instead: str) -> str:
    """Return the first finding's line, without the file, where a part of the data is another."""
    assert DATA.count(line) == 1
    (here / "data" / "hearings.yaml").write_text(DATA.replace(line, instead), "utf-8")
    result = in_process("validate")
    assert result.exit_code == 1
    finding, *_ = result.stdout.splitlines()
    return finding.removeprefix("data/hearings.yaml:")


@pytest.mark.parametrize(
    ("line", "instead", "at", "meant"),
    [
        ("language: nb", "language: no", "12:15", "nb"),
        ("language: nb", "language: norsk", "12:15", "nb"),
        ("language: nb", "language: Nynorsk", "12:15", "nn"),
        ("language: nb", "language: dansk", "12:15", "da"),
        ("language: nb", "language: [bokmål, nn]", "12:16", "nb"),
        ("country: NO", "country: Noreg", "4:14", "NO"),
        ("country: NO", "country: Danmark", "4:14", "DK"),
        ("kind: state", "kind: kommune", "5:11", "municipality"),
        ("kind: state", "kind: Styrelse", "5:11", "state"),
        ("kind: state", "kind: fylkeskommune", "5:11", "region"),
        ("kind: state", "kind: forening", "5:11", "organisation"),
        ("kind: regulation", "kind: lov", "15:11", "act"),
        ("kind: regulation", "kind: lovframlegg", "15:11", "bill"),
        ("kind: regulation", "kind: bekendtgørelsen", "15:11", "regulation"),
        ("kind: regulation", "kind: rettleiar", "15:11", "guidance"),
        ("kind: regulation", "kind: Reguleringsplan", "15:11", "local-plan"),
        ("kind: regulation", "kind: kommuneplantillæg", "15:11", "plan"),
        ("placement: enclosed", "placement: vedlagt", "20:18", "enclosed"),
        ("placement: enclosed", "placement: i brevet", "20:18", "inline"),
    ],
)
def test_a_word_to_choose_from_is_understood(
    here: Path, line: str, instead: str, at: str, meant: str
) -> None:
    said = said_of(here, line, instead)

    assert said.startswith(f"{at}: HK104 error: ")
    assert said.endswith(f'; did you mean "{meant}"?')


@pytest.mark.parametrize(
    ("line", "instead", "at", "shown"),
    [
        ("kind: regulation", "kind: regul\u0430tion", "15:11", r'"regul\u0430tion" is unknown'),
        ("kind: regulation", "kind: local\u2011plan", "15:11", r'"local\u2011plan" is unknown'),
        ("kind: regulation", "kind: \uff50lan", "15:11", r'"\uff50lan" is unknown'),
        ("kind: regulation", "kind: 'regulation '", "15:11", '"regulation " is unknown'),
        ("kind: regulation", 'kind: "plan\\n"', "15:11", r'"plan\n" is unknown'),
        ("kind: state", "kind: st\u00e5te", "5:11", '"st\u00e5te" is not one of'),
        ("sent:", "s\u0435nt:", "17:5", r'unknown key "s\u0435nt"; did you mean "sent"?'),
    ],
)
def test_a_sign_that_only_looks_like_the_one_meant_is_shown_by_its_number(
    here: Path, line: str, instead: str, at: str, shown: str
) -> None:
    said = said_of(here, line, instead)

    assert said.startswith(f"{at}: ")
    assert shown in said


@pytest.mark.parametrize(
    ("line", "instead", "at", "meant"),
    [
        ("body:", "brødtekst:", "24:5", "body"),
        ("sent:", "dato:", "17:5", "sent"),
        ("unit: jura", "avdeling: jura", "14:5", "unit"),
        ("unit: jura", "vedlegg: []", "14:5", "enclosures"),
        ("unit: jura", "vår ref.: 24/1", "14:5", "references"),
        ("unit: jura", "kopi-til: [KL]", "14:5", "copy_to"),
        ("unit: jura", "sagsbehandler: Bo", "14:5", "caseworker"),
        ("signatories:", "underskrivarar:", "25:5", "signatories"),
        ("placement:", "plassering:", "20:7", "placement"),
        ("units:", "enheder:", "6:5", "units"),
        ("hearings:", "høringer:", "10:1", "hearings"),
        ("recipient_lists:", "adresselister:", "7:1", "recipient_lists"),
    ],
)
def test_a_key_is_understood(here: Path, line: str, instead: str, at: str, meant: str) -> None:
    key = instead.partition(":")[0]

    assert (
        said_of(here, line, instead)
        == f'{at}: HK102 error: unknown key "{key}"; did you mean "{meant}"?'
    )


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("titel", "title"),
        ("Tittel", "title"),
        ("frist", "deadline"),
        ("Svarfrist", "deadline"),
        ("modtagere", "recipients"),
        ("mottakere", "recipients"),
        ("høyringsinstansar", "recipients"),
        ("avsender", "issuer"),
        ("sprog", "language"),
        ("høringssvar", "submission"),
    ],
)
def test_a_key_that_must_be_there_is_understood(here: Path, key: str, meant: str) -> None:
    line = next(line for line in DATA.splitlines() if line.startswith(f"    {meant}:"))
    (here / "data" / "hearings.yaml").write_text(
        DATA.replace(line, line.replace(meant, key, 1)), "utf-8"
    )
    number = DATA.splitlines().index(line) + 1

    said = in_process("validate").stdout

    assert (
        f'hearings.yaml:{number}:5: HK102 error: unknown key "{key}"; did you mean "{meant}"?'
        in said
    )
    assert "is missing" not in said


def test_a_flag_is_understood(here: Path) -> None:
    said = said_of(here, "unit: jura", "closed: nei")

    assert (
        said
        == '14:13: HK101 error: expected true or false, not the text "nei"; did you mean false?'
    )


def test_a_name_in_a_text_is_understood(here: Path) -> None:
    said = said_of(here, "om svar.", "om svar innen {{ frist }}.")

    assert said.startswith('24:32: HK119 error: unknown name "frist"; did you mean "deadline"?')


@pytest.mark.parametrize(
    ("line", "instead", "said"),
    [
        (
            "unit: jura",
            "placement: none",
            '14:5: HK102 error: unknown key "placement"; '
            'did you mean "placement" below "recipients"?',
        ),
        (
            "unit: jura",
            "vores: 24/1",
            '14:5: HK102 error: unknown key "vores"; '
            'did you mean "ours" below one of these: references, labels?',
        ),
        (
            "addresses: [{email: svar@etaten.example}]",
            "e-post: svar@etaten.example",
            '23:7: HK102 error: unknown key "e-post"; did you mean "email" below "addresses"?',
        ),
    ],
)
def test_of_a_key_that_stands_too_high_it_is_shown_where_it_belongs(
    here: Path, line: str, instead: str, said: str
) -> None:
    (here / "data" / "hearings.yaml").write_text(DATA.replace(line, instead), "utf-8")

    assert f"data/hearings.yaml:{said}\n" in in_process("validate").stdout


def test_the_keys_are_shown_that_can_stand_where_an_unknown_one_stands(here: Path) -> None:
    said = said_of(here, "placement: enclosed", "zzz: enclosed")

    assert (
        said
        == '20:7: HK102 error: unknown key "zzz"; the keys that can stand here: placement, order'
    )


@pytest.mark.parametrize(
    ("line", "instead", "said"),
    [
        (
            "issuer: etaten",
            "issuer: Prøveetaten på Øya",
            '13:13: HK110 error: no issuer "Prøveetaten på Øya"; did you mean "etaten"?',
        ),
        ("issuer: etaten", "issuer: zzz", '13:13: HK110 error: no issuer "zzz"; there are: etaten'),
        (
            "unit: jura",
            "unit: Avdeling for helse",
            '14:11: HK111 error: the issuer "etaten" has no unit "Avdeling for helse"; '
            'did you mean "helse"? there are: helse, jura',
        ),
        (
            "unit: jura",
            "unit: zzz",
            '14:11: HK111 error: the issuer "etaten" has no unit "zzz"; there are: jura, helse',
        ),
        (
            "list: kommuner",
            "list: fylke",
            '21:24: HK112 error: no recipient list "fylke"; did you mean "fylker"? '
            "there are: fylker, kommuner",
        ),
        (
            "list: kommuner",
            "list: zzz",
            '21:24: HK112 error: no recipient list "zzz"; there are: kommuner, fylker',
        ),
    ],
)
def test_the_ids_are_shown_that_are_there_and_that_of_a_name(
    here: Path, line: str, instead: str, said: str
) -> None:
    assert said_of(here, line, instead) == said


_KEYS = "attention, their_reference, language, copy"


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("groups: etater", "write groups: [etater]"),
        ("groups: etater, fylker", "write groups: [etater, fylker]"),
        ("former_names: KS Øst", "write former_names: [KS Øst]"),
        ("former_names: 'KS: Øst'", "write former_names: […]"),
        ("mailboxes: a@ks.example", "write mailboxes: [{email: …, purpose: …}]"),
    ],
)
def test_a_list_of_one_text_is_shown_with_it(here: Path, field: str, said: str) -> None:
    key, _, text = field.partition(": ")
    data = f"parties:\n  ks:\n    name: KS\n    {key}: {text}\n"
    (here / "data" / "parter.yaml").write_text(data, "utf-8")

    (finding,) = in_process("validate", "data/parter.yaml").stdout.splitlines()

    assert finding.endswith(said)


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("{liste: fylker}", 'HK102 error: unknown key "liste"; did you mean "list"?'),
        ("{gruppe: etater}", 'HK102 error: unknown key "gruppe"; did you mean "group"?'),
        ("{part: ks}", 'HK102 error: unknown key "part"; did you mean "party"?'),
        (
            "{gruppe: X, entries: [KS]}",
            'HK102 error: unknown key "gruppe"; did you mean "heading"?',
        ),
        (
            "{group: etater, language: nn}",
            'HK102 error: unknown key "language"; the keys that can stand here: except, as',
        ),
        (
            "{party: ks, email: a@b.example}",
            f'HK102 error: unknown key "email"; the keys that can stand here: {_KEYS}',
        ),
        (
            "{list: etater}",
            'HK112 error: there is no recipient list "etater", but a group; write {group: etater}',
        ),
        (
            "{party: fylker}",
            'HK129 error: there is no party "fylker", but a list; write {list: fylker}',
        ),
        ("{group: ks}", 'HK130 error: there is no group "ks", but a party; write {party: ks}'),
    ],
)
def test_the_kind_of_an_entry_is_named_by_its_own_key(here: Path, entry: str, said: str) -> None:
    (here / "data" / "parter.yaml").write_text(
        "parties: {ks: {name: KS, groups: [etater]}}", "utf-8"
    )

    found = said_of(here, "{list: kommuner}", entry)

    assert found.partition(": ")[2] == said


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("26. februar 2027", "2027-02-26"),
        ("26.02.2027 kl. 23.59", "2027-02-26 23:59"),
        ("26/2-27", "2027-02-26"),
        ("den 26. februar 2027", "2027-02-26"),
        ("26. feb. 2027", "2027-02-26"),
        ("2027-2-6", "2027-02-06"),
        ("Feb 26, 2027", "2027-02-26"),
        ("fredag 26. februar 2027 klokka 9", "2027-02-26 09:00"),
        ("kl. 12.00 den 26. februar 2027", "2027-02-26 12:00"),
        ("26. mai 2027 innen kl. 15", "2027-05-26 15:00"),
        ("2027-02-26 kl. 24", "2027-02-26 23:59"),
        ("2027-02-26 23:59:59", "2027-02-26 23:59"),
        ("2027/2/26 9:30", "2027-02-26 09:30"),
        ("1. desember 2027", "2027-12-01"),
        ("26.02.27", "2027-02-26"),
    ],
)
def test_the_day_and_the_time_are_shown_that_are_meant(here: Path, given: str, meant: str) -> None:
    said = said_of(here, "deadline: 2026-05-04", f'deadline: "{given}"')

    form = f'HK108 error: "{given}" is not written as days are read here; write {meant}'
    assert said == f"18:15: {form}"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("26. februar", "names no year; write yyyy-02-26, with the year in place of yyyy"),
        ("31. april 2027", "is not in the calendar; check month and day"),
        ("26.2.2027 kl. 25.00", "is not a day or a time; write 2027-02-26, or 2027-02-26 12:00"),
        ("26. februar 1027", "is not a day or a time; write 2023-10-06, or 2023-10-06 12:00"),
        ("26. februar 2127", "is too far away; write a year from 2000 to 2100"),
        ("tre uker", "is not a day or a time; write 2023-10-06, or 2023-10-06 12:00"),
    ],
)
def test_what_is_no_whole_day_is_reported_as_such(here: Path, given: str, said: str) -> None:
    line = said_of(here, "deadline: 2026-05-04", f"deadline: {given}")

    assert line.startswith("18:15: HK108 error: ")
    assert line.endswith(f'" {said}')


def test_where_no_time_can_stand_the_day_alone_is_shown(here: Path) -> None:
    said = said_of(here, "sent: 2026-02-02", "sent: 2. februar 2026 kl. 12")

    assert said.endswith("write 2026-02-02")


@pytest.mark.parametrize(
    ("line", "instead", "said"),
    [
        (
            "signatories: [{title: Direktør}]",
            "signatories: Direktør Ås",
            '25:18: HK101 error: expected a list, not the text "Direktør Ås"; '
            "write signatories: [{name: …}]",
        ),
        (
            "unit: jura",
            "copy_to: KL",
            '14:14: HK101 error: expected a list, not the text "KL"; '
            "write copy_to: [{name: …, email: …}]",
        ),
        (
            "unit: jura",
            "portal: Høringsportalen",
            '14:13: HK101 error: expected keys with values, not the text "Høringsportalen"; '
            "write portal: {name: …, url: …}",
        ),
        (
            "addresses: [{email: svar@etaten.example}]",
            "addresses: [svar@etaten.example]",
            '23:19: HK101 error: expected keys with values, not the text "svar@etaten.example"; '
            "write - {email: …}",
        ),
        (
            "unit: jura",
            "meeting:",
            '14:5: HK101 error: "meeting" has no value; '
            "fill it in, as meeting: {starts: 2026-05-04}, or remove the key",
        ),
    ],
)
def test_the_smallest_right_example_is_shown(
    here: Path, line: str, instead: str, said: str
) -> None:
    assert said_of(here, line, instead) == said


@pytest.mark.parametrize("given", ["a@x.no, b@y.no", "a@x.no; b@y.no", "A <a@x.no>, B <b@y.no>"])
def test_several_mailboxes_are_shown_as_a_list(here: Path, given: str) -> None:
    said = said_of(here, "email: post@ostre.example", f"email: '{given}'")

    assert said == f'8:43: HK106 error: "{given}" is not one e-mail address; write [a@x.no, b@y.no]'


@pytest.mark.parametrize("given", ["KL <kl@kl.example>", "mailto:kl@kl.example"])
def test_the_address_alone_is_shown(here: Path, given: str) -> None:
    said = said_of(here, "email: post@ostre.example", f"email: {given}")

    assert (
        said == f'8:43: HK106 error: "{given}" is more than an e-mail address; write kl@kl.example'
    )


def test_several_mailboxes_for_answers_are_shown_as_an_address_each(here: Path) -> None:
    said = said_of(here, "{email: svar@etaten.example}", "{email: a@x.no og b@y.no}")

    assert said.startswith('23:27: HK106 error: "a@x.no og b@y.no" is not one e-mail address; ')
    assert said.endswith("write {email: a@x.no}, {email: b@y.no}")


def test_a_file_of_another_program_is_named_as_what_it_is(here: Path) -> None:
    with zipfile.ZipFile(here / "data" / "liste.xlsx", "w") as workbook:
        workbook.writestr("xl/workbook.xml", "<workbook/>")

    result = in_process("validate", "data/liste.xlsx")

    said = "HK001 error: is an Excel workbook or the like, no hearing data; hearingkit recipients"
    assert result.exit_code == 1
    assert result.stdout.startswith(f"data/liste.xlsx:1:1: {said}")
