"""A long list lets its entries go, and a file answers all that it is asked as before."""

import textwrap
from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from hearingkit.source import long_lists
from hearingkit.source.events import events_of
from hearingkit.source.file import SourceFile, Tree, TreePath
from hearingkit.source.long_lists import LongList, let_go
from hearingkit.source.reader import read_text

AWKWARD = st.text(
    alphabet=st.sampled_from("aæØ1 :#-'\"\n\t{}[],|>&*!%@`\\é\u2028\U0001f600"), max_size=20
)
KEYS = st.sampled_from(["name", "email", "copy", "a b", "12", "#", "æ: ø", "- x"])
ENTRIES = st.dictionaries(KEYS, AWKWARD | st.none() | st.lists(AWKWARD, max_size=3), max_size=4)
BY_HAND = st.sampled_from(
    [
        "- name: KL # a comment\n  email: kl@kl.example\n",
        "- name: KL\n  # a comment\n\n  email: # another\n",
        "- name: |\n    two\n\n    lines\n\n\n",
        "- note: |+\n    kept\n\n\n",
        "- note: >-\n    folded\n    lines\n  name: KL\n",
        "-   name: wide\n    email:\n    - a@a.example\n    -   b@b.example\n",
        "-\n  name: below\n",
        "- {name: KL,\n   email: [a@a.example,\n b@b.example]}\n",
        "- {name: 'it''s', \"e\\x6dail\": ~}   # flow\n",
        "- name: plain text\n    over two lines\n",
        '- name: "quoted\n\n    text"\n',
        "- KL\n",
        "-\n",
        "- [a, {name: b}]\n",
        "- ? name\n  : KL\n",
        "- !x {name: KL}  # a tag\n",
        "- !!map\n  name: KL\n  note: |\n    text}\n",
        "- ? name\n",
        "- name: KL\n  ? email\n",
        "- note: |\n    kept\n      ",
    ]
)
PAIRS = st.sampled_from(
    ["name: KL", "? name : KL", "name: ", "{name: KL}", "KL", "'name':KL", "name: {a: b}", "[a: b]"]
)


def answers(source: SourceFile) -> dict[TreePath, tuple[Tree, object, object]]:
    """Return all that is in a file, and where it stands."""
    return {
        path: (source.at(path), (span.start, span.end), source.place(path, key=True))
        for path, span in source.values.items()
    }


def read(text: str) -> SourceFile:
    source, findings = read_text(text.encode(), "liste.yaml")
    assert source, findings
    return source


def check(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    source, _ = read_text(text.encode(), "liste.yaml")
    if source is None:
        return
    before = answers(source)
    monkeypatch.setattr(long_lists, "LONG", 1)
    let_go(source)
    assert answers(source) == before
    assert [*source.values] == [*before]
    assert len(source.values) == len(before)


@given(
    st.lists(ENTRIES, min_size=1, max_size=4),
    st.sampled_from([None, True, False]),
    st.sampled_from([20, 80]),
    st.integers(1, 4),
)
def test_answers_as_before_of_lists_that_a_program_wrote(
    entries: list[object], flow: bool | None, width: int, indent: int
) -> None:
    data = {"recipient_lists": {"liste": entries, "annen": {"entries": [{"entries": entries}]}}}
    text = yaml.dump(
        data, default_flow_style=flow, width=width, indent=indent, allow_unicode=True, Dumper=Plain
    )

    with pytest.MonkeyPatch.context() as patch:
        check(text, patch)


@given(st.lists(BY_HAND, min_size=1, max_size=5), st.integers(0, 6))
def test_answers_as_before_of_lists_that_people_wrote(entries: list[str], indent: int) -> None:
    liste = textwrap.indent("".join(entries), " " * indent)

    with pytest.MonkeyPatch.context() as patch:
        check(f"recipient_lists:\n  liste:\n{liste}parties: {{}}\n", patch)
        check(f"recipient_lists:\n  liste:\n{liste}", patch)


def test_answers_as_before_of_a_list_on_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    check("recipient_lists: {liste: [!x {name: KL}, {name: HK}, {email: ~}]}\n", monkeypatch)


@given(st.lists(PAIRS, min_size=1, max_size=5), st.sampled_from([", ", ",\n", " # a\n, ", "\n,"]))
def test_answers_as_before_of_lists_in_brackets(entries: list[str], between: str) -> None:
    liste = between.join(entries)

    with pytest.MonkeyPatch.context() as patch:
        check(f"recipient_lists:\n  liste: [{liste}]\n", patch)
        check(f"{{recipient_lists: {{liste: [{liste}]}}}}", patch)


def test_keeps_a_file_with_tags_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = "  - !e!one {name: KL}\n  - !!map {name: KS}\n  - name: !e!text KL\n"

    check(f"%TAG !e! tag:x.example,2026:\n---\nrecipient_lists:\n  en:\n{entries}", monkeypatch)


class Plain(yaml.SafeDumper):
    """Writes no anchors where an entry stands twice."""

    def ignore_aliases(self, _: object) -> bool:
        return True


def test_lets_only_mappings_of_long_lists_go() -> None:
    many = "".join(f"  - name: P{number}\n" for number in range(long_lists.LONG))
    source = read(f"recipient_lists:\n  lang:\n{many}  - KL\n  kort:\n  - name: KL\n")

    let_go(source)

    lists = source.at(("recipient_lists",))
    assert isinstance(lists, dict)
    lang = lists["lang"]
    assert isinstance(lang, LongList)
    assert list.__getitem__(lang, 0) is None
    assert (lang[0], lang[-1], lang[198:200]) == (
        {"name": "P0"},
        "KL",
        [{"name": "P198"}, {"name": "P199"}],
    )
    assert type(lists["kort"]) is list


def test_reads_an_entry_once_where_several_hearings_ask_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    many = "".join(f"  - name: P{number}\n" for number in range(600))
    source = read(f"recipient_lists:\n  lang:\n{many}")
    let_go(source)
    texts: list[str] = []

    def noted(text: str) -> Iterator[yaml.Event]:
        texts.append(text)
        return events_of(text)

    monkeypatch.setattr(long_lists, "events_of", noted)
    for _ in range(3):
        for number in range(600):
            source.place(("recipient_lists", "lang", number, "name"))

    assert len(texts) == 600


def test_keeps_a_file_with_anchors_as_it_is() -> None:
    many = "".join(f"  - name: P{number}\n" for number in range(long_lists.LONG))
    source = read(f"recipient_lists:\n  lang:\n  - &en {{name: KL}}\n  - *en\n{many}")

    let_go(source)

    assert type(source.at(("recipient_lists", "lang"))) is list
