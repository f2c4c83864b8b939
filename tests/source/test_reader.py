"""Files and bytes become a tree with places, or findings; never an exception."""

import os
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from hearingkit.findings import Finding
from hearingkit.source import composer, events
from hearingkit.source.characters import FORBIDDEN, UNSEEN, may_hold_forbidden
from hearingkit.source.file import SourceFile, Tree, TreePath
from hearingkit.source.reader import MOST_BYTES, read, read_text

HEARING = """\
issuers:
  eksempeldirektoratet: {name: Eksempeldirektoratet, country: NO}
hearings:
  veileder:
    language: no
    title: "Høring av «veileder»"
    deadline: 2025-06-03 12:00
    case: 0150
    sent:
    body: |
      Vedlagt følger veilederen.

      - første punkt
      - andre punkt
    recipients:
      - Eksempelforeningen
      - {name: Eksempelforbundet, email: ~}
"""


def parsed(text: str | bytes, name: str = "a.yaml") -> SourceFile:
    data = text if isinstance(text, bytes) else text.encode()
    file, findings = read_text(data, name)
    assert findings == ()
    assert file is not None
    return file


def found_in(text: str | bytes) -> list[str]:
    _, findings = read_text(text if isinstance(text, bytes) else text.encode(), "a.yaml")
    return [shown(finding) for finding in findings]


def shown(finding: Finding) -> str:
    return f"{finding.code} {finding.place.line}:{finding.place.column}"


# The tree


def test_every_value_stays_text_except_nothing_at_all() -> None:
    hearing = parsed(HEARING).at(("hearings", "veileder"))

    assert isinstance(hearing, dict)
    assert hearing["language"] == "no"
    assert hearing["case"] == "0150"
    assert hearing["deadline"] == "2025-06-03 12:00"
    assert hearing["sent"] is None
    assert hearing["recipients"] == [
        "Eksempelforeningen",
        {"name": "Eksempelforbundet", "email": None},
    ]


@pytest.mark.parametrize("text", ["~", "null", "Null", "NULL", ""])
def test_an_empty_value_is_none(text: str) -> None:
    assert parsed(f"a: {text}\n").tree == {"a": None}


@pytest.mark.parametrize(
    "text", ["'~'", '"null"', "''", "no", "NO", "true", "12:00", "1e3", "=", "nULL"]
)
def test_everything_else_is_text(text: str) -> None:
    assert parsed(f"a: {text}\n").tree == {"a": text.strip("'\"")}


def test_keys_are_text_too() -> None:
    assert parsed("no: a\n0150: b\n~: c\n'<<': d\n").tree == {
        "no": "a",
        "0150": "b",
        "~": "c",
        "<<": "d",
    }


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing yet\n", "---\n", "\ufeff"])
def test_an_empty_file_is_an_empty_mapping(text: str) -> None:
    file = parsed(text)

    assert file.tree == {}
    assert file.place(("hearings",)).column == 1


def test_an_alias_repeats_a_value_with_the_places_of_the_original() -> None:
    file = parsed("a: &x\n  - b\n  - {c: d}\ne: *x\n")

    assert file.tree["e"] == ["b", {"c": "d"}]
    assert file.place(("e",)).line == 4
    assert file.place(("e", 1, "c")) == file.place(("a", 1, "c"))
    assert file.place(("e", 1, "c"), key=True).column == 6


def test_values_behind_an_alias_of_what_counts_for_nothing_stand_nowhere() -> None:
    file, findings = read_text(b"a: b\na: &x {c: [d, {}]}\ne: *x\nf:\n  g: h\n", "a.yaml")

    assert file is not None
    assert [finding.code for finding in findings] == ["HK006"]
    assert file.at(("e", "c", 0)) == "d"
    assert [*file.values] == [(), ("a",), ("e",), ("f",), ("f", "g")]
    assert ("e", "c") not in file.values
    assert file.place(("e", "c", 0)) == file.place(("e",))
    assert (file.place(("f", "g")).line, file.place(("f", "g")).column) == (5, 6)


# Places


def test_a_place_has_line_columns_and_excerpt() -> None:
    place = parsed(HEARING).place(("hearings", "veileder", "title"))

    assert (place.line, place.column, place.end_column) == (6, 12, 34)
    assert place.excerpt == '    title: "Høring av «veileder»"'


def test_a_key_has_its_own_place() -> None:
    place = parsed(HEARING).place(("hearings", "veileder", "title"), key=True)

    assert (place.line, place.column, place.end_column) == (6, 5, 10)


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (("hearings", "veileder", "sent"), 9, 5),
        (("hearings", "veileder"), 4, 3),
        (("hearings", "veileder", "issuer"), 4, 3),
        (("hearings", "veileder", "recipients"), 15, 5),
        (("hearings", "veileder", "recipients", 1, "phone"), 17, 9),
        (("issuers", "eksempeldirektoratet"), 2, 25),
        (("unknown",), 1, 1),
    ],
)
def test_a_value_without_text_of_its_own_is_shown_by_its_key(
    path: TreePath, line: int, column: int
) -> None:
    place = parsed(HEARING).place(path)

    assert (place.line, place.column) == (line, column)


def test_elements_that_lead_nowhere_are_skipped() -> None:
    file = parsed(HEARING)
    tagged = ("hearings", "veileder", "union[a,b]", "recipients", "list[c]", 1, "name", "str")

    assert file.place(tagged) == file.place(("hearings", "veileder", "recipients", 1, "name"))


@pytest.mark.parametrize(
    ("written", "quote", "at"),
    [
        ("'Høring om ''bruk'''", "'bruk'", "1:15"),
        ('"Høring om \\"bruk\\""', '"bruk"', "1:15"),
        ("|\n  b | c\n  d | e\n", "d |", "3:3"),
        ("|\n  b\n  c\n", "b\nc", "2:3"),
        (">\n  b\n  c\n", "b c", "2:3"),
        ("b\n  c d\n", "c d", "2:3"),
        ("b\n  c d\n", "b c", "1:4"),
        ("&x b x\nc: *x\n", "x", "1:9"),
        ('"h\\xf8ring"', "ø", "1:6"),
        ("Høring", "finnes ikke", "1:4"),
        ("Høring", "", "1:4"),
        ("[b, c]", "b", "1:4"),
        ("b  c b c", "b c", "1:9"),
    ],
)
def test_finds_the_place_of_a_piece_of_text(written: str, quote: str, at: str) -> None:
    place = parsed(f"a: {written}").place_of(("a",), quote)

    assert f"{place.line}:{place.column}" == at


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_lines_are_counted_as_an_editor_does(line_end: str, mark: str) -> None:
    file = parsed((mark + HEARING).replace("\n", line_end))
    place = file.place(("hearings", "veileder", "title"))

    assert file.tree == parsed(HEARING).tree
    assert (place.line, place.column) == (6, 12)
    assert place.excerpt == '    title: "Høring av «veileder»"'
    assert file.place(("issuers",), key=True).column == 1


@pytest.mark.parametrize("separator", ["\x85", "\u2028", "\u2029"])
def test_an_invisible_separator_is_found_and_ends_no_line(separator: str) -> None:
    assert found_in(f"a: b{separator}c: d\ne: f{separator}\n") == ["HK004 1:5", "HK004 2:5"]


@pytest.mark.parametrize(
    ("sign", "message"),
    [
        ("\u202e", "U+202E, right-to-left override, stands here unseen"),
        ("\u2067", "U+2067, right-to-left isolate, stands here unseen"),
        ("\uf0b7", "U+F0B7 has a meaning in one font only; other fonts show a box for it"),
        ("\U000f0001", "U+F0001 has a meaning in one font only; other fonts show a box for it"),
        ("\U000e0041", "U+E0041, tag latin capital letter a, stands here unseen"),
    ],
)
def test_a_sign_that_misleads_is_named(sign: str, message: str) -> None:
    _, findings = read_text(f"a: b{sign}c  # {sign}\n".encode(), "a.yaml")

    assert [(one.code, one.message, one.place.column) for one in findings] == [
        ("HK004", message, 5),
        ("HK004", message, 11),
    ]


def test_every_sign_without_a_look_is_known() -> None:
    formats = (sign for sign in map(chr, range(0x110000)) if unicodedata.category(sign) == "Cf")
    unknown = {
        unicodedata.name(sign).split()[0]
        for sign in formats
        if not FORBIDDEN.match(sign) and not UNSEEN.search(f"a{sign}")
    }

    assert unknown == {"ARABIC", "SYRIAC", "KAITHI", "EGYPTIAN"}  # these are printed


def test_the_cheap_sign_of_what_is_forbidden_misses_nothing() -> None:
    missed = [sign for sign in map(chr, range(0x110000)) if not may_hold_forbidden(sign)]

    assert not [sign for sign in missed if FORBIDDEN.match(sign)]
    assert "\n" in missed


# Faults


def test_reports_all_faults_that_it_can_read_on_after() -> None:
    text = 'a: !b c\na: d\ne: &f g\nh: "\\u0007"\n'

    assert found_in(text) == ["HK009 1:4", "HK006 2:1", "HK014 3:4", "HK004 4:5"]


def test_the_first_of_two_values_counts() -> None:
    file, findings = read_text(b"a: b\na: {c: d}\n", "a.yaml")

    assert file is not None
    assert file.tree == {"a": "b"}
    assert ("a", "c") not in file.values
    assert findings[0].message == 'key "a" stands twice; the first is in line 1'


def test_a_control_character_never_reaches_the_tree() -> None:
    file, _ = read_text(rb'a: "b\0\a\x1b\uffff\N\L\P\tc"', "a.yaml")

    assert file is not None
    assert file.tree == {"a": "b□□□□□□□\tc"}


@pytest.mark.parametrize(
    "text", ["a: {<<: {b: c}}\n", "a: {{ b }}\n", "? [a]\n: b\n", "a: {: b}\n"]
)
def test_no_tree_where_something_was_left_out_of_it(text: str) -> None:
    file, findings = read_text(text.encode(), "a.yaml")

    assert file is None
    assert len(findings) == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: &x b\n*x : c\n", []),
        ("a: &x [b]\n*x : c\n", ["HK012 2:1"]),
        ("&x a: *x\n", []),
        ("a: &x b\nc: &x d\ne: *x\n", ["HK014 1:4"]),
        ("a: &x {b: *x}\n", ["HK007 1:11"]),
        ("a: b\n---\nc: d\n", ["HK011 2:1"]),
        ("a: !!str b\n", ["HK009 1:4"]),
        ("a: ! b\n", ["HK009 1:4"]),
        ("a: !b [c]\n", ["HK009 1:4"]),
        ("a: &x !b c\nd: *x\n", ["HK009 1:7"]),
    ],
)
def test_knows_the_rarer_parts_of_yaml(text: str, found: list[str]) -> None:
    assert found_in(text) == found


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_names_utf_16(encoding: str) -> None:
    _, (found,) = read_text("hearings: æøå\n".encode(encoding), "a.yaml")

    assert (found.code, found.message) == ("HK003", "is UTF-16 text, not UTF-8")


def test_says_where_the_text_is_no_utf_8_and_what_was_meant() -> None:
    _, (found,) = read_text("# æ\r\ntitle: ".encode() + b"h\xf8ring\n", "a.yaml")

    assert shown(found) == "HK003 2:9"
    assert found.message == 'byte 0xF8 is not UTF-8; in Windows-1252 it would be "ø"'
    assert found.place.excerpt == "title: h\ufffdring"


def test_a_byte_order_mark_does_not_move_a_bad_byte() -> None:
    assert found_in(b"\xef\xbb\xbfa: \xff") == ["HK003 1:4"]


def test_a_binary_file_does_not_flood_the_report() -> None:
    assert len(found_in(b"ab\x01" * 1000)) == 20


# Attacks


@pytest.mark.parametrize(
    "text", ["a: " + "[" * 60, "a:\n" + "- " * 60, "a: " + "{b: " * 60, "? " * 60 + "a"]
)
def test_refuses_what_is_nested_too_deep(text: str) -> None:
    assert found_in(text)[-1].startswith("HK008 ")


def test_refuses_depth_that_comes_by_aliases() -> None:
    links = "".join(f"b{i}: &x{i} [*x{i - 1}]\n" for i in range(1, 100))

    assert found_in(f"a: &x0 [b]\n{links}")[-1] == "HK008 50:12"


def test_takes_depth_that_is_just_allowed() -> None:
    levels = composer.DEEPEST - 1

    assert parsed("a: " + "[" * levels + "]" * levels).tree


@pytest.mark.parametrize("text", ["[", "a: [", "{a: ", "- ", "? "])
def test_survives_a_hundred_thousand_brackets(text: str) -> None:
    program = (
        "from hearingkit.source.reader import read_text\n"
        f"print(read_text({text!r}.encode() * 100_000, 'a.yaml')[1][-1].code)"
    )
    path = os.pathsep.join(entry for entry in sys.path if entry)
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONPATH": path},
        timeout=600,
    )

    assert done.stdout.decode().strip() in {"HK008", "HK013", "HK005"}


def test_refuses_more_values_than_anybody_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(composer, "MOST_VALUES", 10)

    assert found_in("a:\n" + "- b\n" * 10) == ["HK002 10:3"]


def test_a_message_does_not_repeat_an_enormous_key() -> None:
    key = "a" * 900
    _, (found,) = read_text(f"{key}: b\n{key}: c\n".encode(), "a.yaml")

    assert len(found.message) < 120


# The file system


def test_reads_a_file_under_the_name_it_is_given(tmp_path: Path) -> None:
    path = tmp_path / "høring, 1.yaml"
    path.write_text(HEARING, encoding="utf-8")

    file, findings = read(path, "data/høring, 1.yaml")

    assert findings == ()
    assert file is not None
    assert file.name == "data/høring, 1.yaml"
    assert file.text == HEARING


def test_follows_a_symbolic_link(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a: b\n")
    (tmp_path / "b.yaml").symlink_to(tmp_path / "a.yaml")

    assert read(tmp_path / "b.yaml", "b.yaml")[1] == ()


def make_fifo(path: Path) -> None:
    os.mkfifo(path)


def make_loop(path: Path) -> None:
    path.symlink_to(path)


def leave_out(_: Path) -> None:
    pass


@pytest.mark.skipif(sys.platform == "win32", reason="has no fifo")
@pytest.mark.parametrize("make", [Path.mkdir, make_fifo, make_loop, leave_out])
def test_what_is_no_file_is_a_finding(tmp_path: Path, make: Any) -> None:
    make(tmp_path / "a.yaml")

    file, findings = read(tmp_path / "a.yaml", "a.yaml")

    assert file is None
    assert [shown(finding) for finding in findings] == ["HK001 1:1"]


@pytest.mark.parametrize("name", ["/dev/zero", "a\0b", "a" * 5000, "a.yaml/b.yaml"])
def test_an_odd_path_is_a_finding(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.yaml").write_text("a: b\n")

    _, findings = read(tmp_path / name, name)

    assert [finding.code for finding in findings] == ["HK001"]


def test_a_file_without_permission_is_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.yaml").write_text("a: b\n")
    monkeypatch.setattr(os, "open", refuse)

    _, (found,) = read(tmp_path / "a.yaml", "a.yaml")

    assert found.message == "can't be read: permission is missing"


def test_a_file_that_is_too_large_is_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)

    _, (found,) = read(path, "a.yaml")

    assert (found.code, found.message) == ("HK002", "is larger than 40 MB")


# Properties

WORDS = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]).filter(
        lambda sign: not FORBIDDEN.match(sign)
    ),
    max_size=20,
)
TREES = st.dictionaries(
    WORDS,
    st.recursive(
        WORDS | st.none(),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
        max_leaves=12,
    ),
    max_size=4,
)
SIGNS = """'"[]{}|>#%@`,\\:?!&*-<~\t\n \u2028\x00ÿ"""
CONSTRUCTS = (": ", "- ", "? ", "&a ", "*a", "!b ", "<<: *a", "\r\n", "\n---\n", "\n...\n", "\n\t")
PIECES = st.sampled_from([*SIGNS, *CONSTRUCTS])


def assert_inside(findings: tuple[Finding, ...], data: bytes) -> None:
    text = data.removeprefix(b"\xef\xbb\xbf").decode(errors="replace")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for place in (finding.place for finding in findings):
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
        assert place.end_column is None or place.end_column >= place.column
        assert place.excerpt in (lines[place.line - 1], "")


def both_parsers(data: bytes) -> list[tuple[SourceFile | None, tuple[Finding, ...]]]:
    answers = []
    for loader in (yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(events, "LOADER", loader)
            answers.append(read_text(data, "a.yaml"))
    return answers


@given(
    st.binary(max_size=200) | st.text(max_size=100).map(lambda text: text.encode(errors="ignore"))
)
def test_arbitrary_bytes_never_raise(data: bytes) -> None:
    for _, findings in both_parsers(data):
        assert_inside(findings, data)


@given(st.lists(st.tuples(st.integers(0, len(HEARING)), st.integers(0, 3), PIECES), max_size=4))
def test_a_mutated_hearing_never_raises(changes: list[tuple[int, int, str]]) -> None:
    text = HEARING
    for at, gone, piece in changes:
        text = text[:at] + piece + text[at + gone :]

    for file, findings in both_parsers(text.encode()):
        assert file is not None or findings
        assert_inside(findings, text.encode())


@given(TREES, st.sampled_from([None, "'", '"']), st.booleans(), st.sampled_from(["\n", "\r\n"]))
def test_a_tree_comes_back_and_each_span_holds_its_text(
    tree: dict[str, Tree], style: Any, flow: bool, line_end: str
) -> None:
    text = yaml.safe_dump(
        tree,
        default_style=style,
        default_flow_style=flow,
        allow_unicode=True,
        line_break=line_end,
        width=10_000,
    )
    # The dumper writes a null in quotes with a tag.
    text = text.replace("!!null 'null'", "null").replace('!!null "null"', "null")

    file = parsed(text)

    assert file.tree == tree
    assert len(file.values) == len([*file.values])
    for path, span in file.values.items():
        assert_holds(file.text[span.start : span.end], file.at(path))


def assert_holds(written: str, value: Tree) -> None:
    if isinstance(value, str) and "\\" not in written:
        plain = written.replace("''", "'") if written.startswith("'") else written
        assert "".join(value.split()) in "".join(plain.split())
    elif isinstance(value, list | dict):
        assert written[:1] in ("[", "{") or written == written.strip("\r\n")


@given(TREES)
def test_every_known_path_has_a_place_within_the_file(tree: dict[str, Tree]) -> None:
    file = parsed(yaml.safe_dump(tree, allow_unicode=True))

    for path in file.values:
        place = file.place(path)
        assert place.excerpt == file.lines.line(place.line)
        assert 1 <= place.column <= len(place.excerpt) + 1
