"""An import adds to a recipient list who isn't there, and changes nothing else."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearingkit.errors import HearingkitError
from hearingkit.lists.table import RecipientRow
from hearingkit.source.reader import read_text
from hearingkit.workflows.merge_list import MergedList, merge_into

FILE = """# mine
recipient_lists:
  faste:
    - Lærerlaget   # a name
    - heading: Kommuner
      entries:
        - {name: Østre kommune,   email: post@ostre.example}   # odd  spaces

    # the others
    - {name: KL, members: [A, {name: B,
        org_number: "974 760 673"}]}
    - heading: Tom
      entries: []
hearings: {}
"""


def merged(text: str, *rows: RecipientRow, folder: Path, id_: str | None = None) -> MergedList:
    path = folder / "faste.yaml"
    path.write_bytes(text.encode())
    return merge_into(path, rows, id_)


def added(result: MergedList) -> list[str]:
    return [line for line in result.diff.splitlines()[2:] if line[0] in "+-"]


def test_adds_each_at_the_end_of_its_group(tmp_path: Path) -> None:
    result = merged(
        FILE,
        RecipientRow("Vestre kommune", headings=("kommuner",), emails=("a@x.example",)),
        RecipientRow("C", headings=("Tom",)),
        RecipientRow("D", headings=("Ny", "Under")),
        RecipientRow("E"),
        RecipientRow("F", member_of="KL"),
        folder=tmp_path,
    )

    assert (result.added, result.there, result.differing) == (5, 0, ())
    assert added(result) == [
        "+        - {name: Vestre kommune, email: a@x.example}",
        '-        org_number: "974 760 673"}]}',
        '+        org_number: "974 760 673"}, F]}',
        "-      entries: []",
        "+      entries: [C]",
        "+    - heading: Ny",
        "+      entries:",
        "+      - heading: Under",
        "+        entries:",
        "+        - D",
        "+    - E",
    ]


def test_knows_who_is_there_and_reports_what_differs(tmp_path: Path) -> None:
    result = merged(
        FILE,
        RecipientRow("LÆRERLAGET ", emails=("ny@x.example",)),
        RecipientRow("Østre", emails=("Post@ostre.example",)),
        RecipientRow("B AS", org_number="974760673"),
        folder=tmp_path,
    )

    assert (result.added, result.there, result.diff) == (0, 3, "")
    assert result.data.decode() == FILE
    assert [(one.place.rpartition(":")[2], one.reason) for one in result.differing] == [
        ("4", 'the import gives the mailbox "ny@x.example"'),
        ("7", 'the import gives the name "Østre"'),
        ("10", 'the import gives the name "B AS"'),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
def test_keeps_the_ends_of_lines_and_a_byte_order_mark(tmp_path: Path, end: str) -> None:
    text = f"\ufeffrecipient_lists:{end or chr(10)}  a:{end or chr(10)}  - LO{end}"

    result = merged(text, RecipientRow("NHO"), folder=tmp_path)

    assert result.data.decode() == f"{text}{'' if end else chr(10)}  - NHO{end or chr(10)}"


@pytest.mark.parametrize(
    ("text", "id_", "says"),
    [
        ("a: [", None, "it is no hearing data; hearingkit validate shows why"),
        ("hearings: {}", None, "has no list"),
        ("recipient_lists: {a: [b], c: [d]}", None, "has several lists; name one with --id: a, c"),
        ("recipient_lists: {faste: [b]}", "fase", 'has no list "fase"; did you mean "faste"?'),
        ("recipient_lists: {a: }", None, "can't add to the list"),
        ("recipient_lists:\n  a: &x\n  - LO\n  b: *x\n", "b", "can't add to the list"),
    ],
)
def test_says_why_it_can_add_nothing(tmp_path: Path, text: str, id_: str | None, says: str) -> None:
    with pytest.raises(HearingkitError, match=says.replace("?", r"\?")):
        merged(text, RecipientRow("NHO"), folder=tmp_path, id_=id_)


NAMES = st.sampled_from(["LO", "NHO", "yes", "#1", "a: b", "'q'", "{x}", "0150"])
ROWS = st.builds(
    RecipientRow,
    name=NAMES,
    headings=st.sampled_from([(), ("Kommuner",), ("Tom",), ("Ny",), ("Ny", "Under")]),
    member_of=st.sampled_from(["", "", "KL", "Andre"]),
)


@settings(max_examples=30)
@given(rows=st.lists(ROWS, max_size=6, unique_by=lambda row: row.name))
def test_what_was_added_is_there_the_next_time(
    tmp_path_factory: pytest.TempPathFactory, rows: list[RecipientRow]
) -> None:
    folder = tmp_path_factory.mktemp("merge")

    once = merged(FILE, *rows, folder=folder)
    twice = merged(once.data.decode(), *rows, folder=folder)

    assert once.added == len(rows)
    assert (twice.added, twice.diff) == (0, "")
    source, findings = read_text(once.data, "faste.yaml")
    assert source
    assert findings == ()


REGISTER = """parties:
  vest: {name: Vestland, former_names: [Hordaland], email: post@vest.example, groups: [fylke]}
  oest: {name: Østland, mailboxes: [{email: arkiv@oest.example}], groups: [fylke]}
  utanfor: {name: Utanfor}
recipient_lists:
  faste:
    - {party: vest}
    - {group: fylke, except: [vest]}
"""


def test_knows_the_parties_that_a_list_names(tmp_path: Path) -> None:
    result = merged(
        REGISTER,
        RecipientRow("hordaland", emails=("ny@vest.example",)),
        RecipientRow("Øst", emails=("ARKIV@oest.example",)),
        RecipientRow("Utanfor"),
        folder=tmp_path,
    )

    assert (result.added, result.there, added(result)) == (1, 2, ["+    - {party: utanfor}"])
    assert [(one.place.rpartition(":")[2], one.reason) for one in result.differing] == [
        ("2", 'the import gives the mailbox "ny@vest.example"'),
        ("3", 'the import gives the name "Øst"'),
    ]


def in_a_workspace(folder: Path, **files: str) -> Path:
    """Write data files, and return the folder that they are in."""
    data = folder / "data"
    data.mkdir()
    for name, text in files.items():
        (data / f"{name}.yaml").write_text(text, "utf-8")
    return data


PARTIES = """parties:
  vest: {name: Vestland, short_name: Vest, email: post@vest.example, groups: [fylke], language: nn}
  øydelagd: [
"""
LISTS = """recipient_lists:
  faste:
    - {list: inste}
    - {group: fylke}
  inste: [LO, {list: faste}]
"""


def test_knows_parties_and_lists_of_other_files(tmp_path: Path) -> None:
    parties = f"{PARTIES.rpartition('  ')[0]}  oest: {{name: Østland, email: [b, e]}}\n"
    data = in_a_workspace(tmp_path, parter=parties, lister=LISTS)
    rows = (
        RecipientRow("vest", emails=("ny@vest.example",)),
        RecipientRow("LO"),
        RecipientRow("Østland", attention="planavdelinga", their_reference="25/98"),
        RecipientRow("NHO"),
    )

    result = merge_into(data / "lister.yaml", rows, "faste")

    assert (result.added, result.there) == (2, 2)
    assert added(result) == [
        "+    - {party: oest, attention: planavdelinga, their_reference: 25/98}",
        "+    - NHO",
    ]
    (differs,) = result.differing
    assert differs.place.endswith("parter.yaml:2")
    assert differs.reason == 'the import gives the mailbox "ny@vest.example"'


@pytest.mark.parametrize("others", [PARTIES, "", "parties: {a: [], b: {groups: x}, c: {}}"])
def test_faults_of_other_files_do_no_harm(tmp_path: Path, others: str) -> None:
    data = in_a_workspace(tmp_path, parter=others, lister=LISTS)

    result = merge_into(data / "lister.yaml", [RecipientRow("NHO")], "faste")

    assert added(result) == ["+    - NHO"]


def test_a_name_comes_before_a_short_name_of_another(tmp_path: Path) -> None:
    parties = "parties:\n  a: {name: Alpha, short_name: DI}\n  b: {name: DI}\n"
    data = in_a_workspace(tmp_path, parter=parties, lister="recipient_lists: {faste: [LO]}")

    result = merge_into(data / "lister.yaml", [RecipientRow("DI")], None)

    assert added(result)[1] == "+recipient_lists: {faste: [LO, {party: b}]}"


def test_makes_who_is_new_a_party_and_names_it_on_the_list(tmp_path: Path) -> None:
    text = REGISTER.replace("  utanfor", "  lo: {name: Landsorg.}\n  utanfor")
    data = in_a_workspace(tmp_path, faste=text)
    rows = (
        RecipientRow("LO", emails=("a@lo.example",), headings=("Lag",), their_reference="7"),
        RecipientRow("LO", emails=("a@lo.example",), headings=("Råd",)),
        RecipientRow("Hordaland"),
        RecipientRow("Utanfor"),
        RecipientRow("B", member_of="Alle"),
    )

    result = merge_into(data / "faste.yaml", rows, None, as_register=True)

    assert (result.added, result.there) == (4, 1)
    assert added(result) == [
        "+  lo-2: {name: LO, email: a@lo.example, groups: [lag, raad]}",
        "+    - heading: Lag",
        "+      entries:",
        "+      - {party: lo-2, their_reference: '7'}",
        "+    - heading: Råd",
        "+      entries:",
        "+      - {party: lo-2}",
        "+    - {party: utanfor}",
        "+    - name: Alle",
        "+      members:",
        "+      - B",
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("parties:\n    a: {name: A}\n", "+    nho: {name: NHO}"),
        ("parties: {}\n", "+parties: {nho: {name: NHO}}"),
        ("parties: {a: {name: A}}\n", "+parties: {a: {name: A}, nho: {name: NHO}}"),
        ("parties:\n  a:\n    name: A\n", "+  nho: {name: NHO}"),
    ],
)
def test_a_register_needs_no_list(tmp_path: Path, text: str, line: str) -> None:
    path = tmp_path / "faste.yaml"
    path.write_text(text)

    result = merge_into(path, [RecipientRow("NHO", member_of="Alle")], None, as_register=True)

    assert added(result)[-1] == line
    path.write_bytes(result.data)
    assert merge_into(path, [RecipientRow("NHO")], None, as_register=True).there == 1


@pytest.mark.parametrize(
    ("text", "as_register", "says"),
    [
        ("parties: {a: {name: A}}", False, "has no list; add --register to make who is new a"),
        ("recipient_lists: {a: [A]}", True, 'has no "parties"; name the file that has them, or'),
        ("parties:", True, 'has no "parties"'),
    ],
)
def test_says_what_a_file_lacks(tmp_path: Path, text: str, says: str, *, as_register: bool) -> None:
    path = tmp_path / "faste.yaml"
    path.write_text(text)

    with pytest.raises(HearingkitError, match=says):
        merge_into(path, [RecipientRow("NHO")], None, as_register=as_register)


LACKING = """recipient_lists:
  faste:
    - Lærerlaget   # a name
    - "KS: alle"
    - Klima-, Energi- og Miljødirektoratet
    - heading: Kommuner
      entries:
        - {name: Østre kommune,   phone: 12345678}   # odd
        - name: Vestre kommune
          address:
            - Rådhuset
        - name: Søre   # last
    - {name: Nordre, email: post@nordre.example, org_number: }
    - {name: NHO, members: [LO, 'A, B']}
"""


def test_fills_in_what_those_who_are_there_lack(tmp_path: Path) -> None:
    path = tmp_path / "faste.yaml"
    path.write_text(LACKING, "utf-8")
    boxes = ("a@x.example", "b@x.example")
    rows = [
        RecipientRow("Lærerlaget", emails=boxes),
        RecipientRow("KS: alle", phone="22"),
        RecipientRow("Klima-, Energi- og Miljødirektoratet", org_number="974760673"),
        RecipientRow("Østre kommune", emails=("post@ostre.example",), phone="99"),
        RecipientRow("Vestre kommune", emails=("v@x.example",), address=("Vei 1",)),
        RecipientRow("Søre", address=("Vei 2", "0150 Oslo"), attention="Lis"),
        RecipientRow("Nordre", emails=("ny@nordre.example",), org_number="987654325"),
        RecipientRow("Nord", emails=("POST@nordre.example",), phone="55"),
        RecipientRow("LO", phone="33"),
        RecipientRow("A, B", phone="44"),
        RecipientRow("Ny", headings=("Kommuner",)),
        RecipientRow("Nyest", member_of="NHO"),
    ]

    result = merge_into(path, rows, None, fill=True)

    assert (result.added, result.there, result.filled) == (2, 10, 8)
    assert result.data.decode().splitlines()[2:] == [
        "    - {name: Lærerlaget, email: [a@x.example, b@x.example]}   # a name",
        """    - {name: "KS: alle", phone: '22'}""",
        """    - {name: "Klima-, Energi- og Miljødirektoratet", org_number: '974760673'}""",
        "    - heading: Kommuner",
        "      entries:",
        "        - {name: Østre kommune,   phone: 12345678, email: post@ostre.example}   # odd",
        "        - name: Vestre kommune",
        "          address:",
        "            - Rådhuset",
        "          email: v@x.example",
        "        - name: Søre   # last",
        "          address:",
        "          - Vei 2",
        "          - 0150 Oslo",
        "        - Ny",
        "    - {name: Nordre, email: post@nordre.example, org_number: }",
        "    - {name: NHO, members: [{name: LO, phone: '33'}, {name: 'A, B', phone: '44'}, Nyest]}",
    ]
    assert [one.reason for one in result.differing] == [
        'the import gives the number "987654325"',
        'the import gives the mailbox "ny@nordre.example"',
        'the import gives the name "Nord"',
    ]
    path.write_bytes(result.data)
    again = merge_into(path, rows, None, fill=True)
    assert (again.added, again.filled, again.diff) == (0, 0, "")


def test_what_a_second_row_of_somebody_says_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "faste.yaml"
    path.write_text("recipient_lists: {a: [Laget]}", "utf-8")
    rows = [RecipientRow("Laget", emails=(box,)) for box in ("a@x.example", "b@y.example")]

    result = merge_into(path, rows, None, fill=True)

    assert result.data.decode() == "recipient_lists: {a: [{name: Laget, email: a@x.example}]}"
    assert [one.reason for one in result.differing] == [
        'the import gives the mailbox "b@y.example"'
    ]


def test_a_name_that_braces_cannot_hold_is_let_alone(tmp_path: Path) -> None:
    path = tmp_path / "faste.yaml"
    path.write_text("recipient_lists:\n  a:\n  - |-\n    Laget\n  - &r Rådet\n  - *r\n", "utf-8")
    rows = [RecipientRow(name, emails=(f"{name[0]}@x.example",)) for name in ("Laget", "Rådet")]

    result = merge_into(path, rows, None, fill=True)

    assert (result.diff, result.filled, len(result.differing)) == ("", 0, 2)


def test_fills_in_the_parties_of_the_file_alone(tmp_path: Path) -> None:
    known = "parties:\n  vest: {name: Vestland, country: NO}\n  oest:\n    name: Østland\n"
    data = in_a_workspace(tmp_path, kjente=known, lister="recipient_lists: {a: [{party: oest}]}")
    rows = [
        RecipientRow("Vestland", emails=("v@vest.example",), ean="5790000000005"),
        RecipientRow("Østland", emails=("o@oest.example",)),
    ]

    filled = merge_into(data / "kjente.yaml", rows, None, as_register=True, fill=True)
    other = merge_into(data / "lister.yaml", rows, None, fill=True)

    assert added(filled) == [
        "-  vest: {name: Vestland, country: NO}",
        "+  vest: {name: Vestland, country: NO, email: v@vest.example, ean: '5790000000005'}",
        "+    email: o@oest.example",
    ]
    assert (other.filled, added(other)[1:]) == (
        0,
        ["+recipient_lists: {a: [{party: oest}, {party: vest}]}"],
    )


@settings(max_examples=50)
@given(
    rows=st.lists(ROWS, max_size=6, unique_by=lambda row: row.name),
    between=st.integers(0, 30),
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_the_diff_shows_all_that_changes(
    tmp_path_factory: pytest.TempPathFactory, rows: list[RecipientRow], between: int, end: str
) -> None:
    last = "    - heading: Tom"
    text = FILE.replace(last, between * "    # …\n" + last).replace("\n", end)

    result = merged(text, *rows, folder=tmp_path_factory.mktemp("merge"))

    assert applied(result.diff, text) == result.data.decode()


def applied(diff: str, text: str) -> str:
    """Return a text as a diff changes it, which must quote what it doesn't change."""
    before, after, at = text.split("\n"), [], 0
    for line in diff.split("\n")[2:-1]:
        if line.startswith("@@"):
            old, new = (part[1:].partition(",")[0] for part in line.split()[1:3])
            after += before[at : int(old) - 1]
            at = int(old) - 1
            assert len(after) == int(new) - 1
            continue
        if line[0] in " -":
            assert line[1:] == before[at]
            at += 1
        if line[0] in " +":
            after.append(line[1:])
    return "\n".join([*after, *before[at:]])
