"""Whatever stands in the data, validation ends, and says where a fault is."""

import copy
import datetime as dt
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.growth import assert_in_proportion
from tests.judging import sound_cases

from hearingkit.findings import Finding, Severity
from hearingkit.model.recipient import Recipient
from hearingkit.model.text import Moment
from hearingkit.rules.run import judge
from hearingkit.source.reader import read_text
from hearingkit.validation.book import HearingBook
from hearingkit.validation.validate import validate

VALID: Final = Path(__file__).parents[1] / "corpus" / "valid"
RICH: Final = yaml.load((VALID / "HK102-every-key.yaml").read_bytes(), Loader=yaml.BaseLoader)


def validated(text: str) -> tuple[HearingBook, tuple[Finding, ...]]:
    source, faults = read_text(text.encode(), "data/hearings.yaml")
    assert source is not None, faults
    return validate([source])


def ways(tree: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the way to every value in a tree but the root."""
    steps = tree.items() if isinstance(tree, dict) else enumerate(tree)
    found = []
    for step, value in steps:
        found.append((*way, step))
        if isinstance(value, dict | list):
            found += ways(value, (*way, step))
    return found


def mutated(tree: Any, way: tuple[Any, ...], value: Any, key: str | None) -> Any:
    """Return a tree with another value, or with another key, at the end of a way."""
    changed = copy.deepcopy(tree)
    node = changed
    for step in way[:-1]:
        node = node[step]
    if key is not None and isinstance(node, dict):
        node[key] = node.pop(way[-1])
    else:
        node[way[-1]] = value
    return changed


STRANGE = st.one_of(
    st.sampled_from(
        [
            *(None, "", " ", "~", "null", "no", "[key]", "<text>", "{{ title", "{% x %}", "a: b"),
            *("2023-02-30", "9999-12-31", "0001-01-01 24:00", "2025-06-03 12:00", "javascript:a"),
            *("kulturplan", "alle", "kommunar", "NO", "x" * 300, "https://[", "a@b", "\u200b"),
            *([], {}, [[]], [None], {"name": None}, {"list": "alle"}, {"nb": "x"}, {"email": {}}),
            *({"": ""}, {"entries": [{"list": "alle"}]}, ["da", "da"], "A\u030a", {"web": "x"}),
            {"heading": "A", "entries": []},
        ]
    ),
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=12),
    st.recursive(
        st.none() | st.text("aå-@:{}[]# \u00a0", max_size=4),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["name", "nb", "list", "entries", "email"]), inner)
        ),
        max_leaves=6,
    ),
)
KEYS = st.none() | st.sampled_from(
    ["name", "nb", "[key]", "<text>", "list", "heading", "", "HK205"]
)


@given(st.lists(st.tuples(st.sampled_from(ways(RICH)), STRANGE, KEYS), min_size=1, max_size=3))
@settings(max_examples=100)
def test_never_fails_and_places_every_finding_in_the_file(changes: Any) -> None:
    tree = RICH
    for way, value, key in changes:
        if way in ways(tree):
            tree = mutated(tree, way, value, key)
    text = yaml.dump(tree, allow_unicode=True, sort_keys=False, width=10_000)
    source, _ = read_text(text.encode(), "data/hearings.yaml")
    if source is None:
        return

    book, findings = validate([source])

    lines = text.split("\n")
    found = [*findings, *(one for id_ in book.hearings for one in judge(book.case(id_)).findings)]
    for one in found:
        assert 1 <= one.place.line <= len(lines)
        assert 1 <= one.place.column <= len(lines[one.place.line - 1]) + 1
        assert one.message.isprintable() or "\u00a0" in one.message
        assert len(one.message) < 500


@given(st.sampled_from(ways(RICH)), STRANGE)
@settings(max_examples=100)
def test_a_hearing_is_sound_or_has_an_error(way: Any, value: Any) -> None:
    text = yaml.dump(mutated(RICH, way, value, None), allow_unicode=True, sort_keys=False)
    source, _ = read_text(text.encode(), "data/hearings.yaml")
    if source is None:
        return

    book, findings = validate([source])

    if book.unsound:
        assert any(one.severity is Severity.ERROR for one in findings)
    for case in sound_cases(book, dt.date(2025, 6, 1)):
        assert judge(case).silent == frozenset()


def hearing(recipients: str) -> str:
    return f"""
issuers:
  ks: {{name: KS, country: NO, kind: organisation}}
hearings:
  tariff:
    language: nb
    issuer: ks
    kind: report
    title: Tariffrapport
    deadline: 2025-06-03
    recipients: {recipients}
    submission: {{addresses: [{{email: post@ks.example}}]}}
"""


def chained(length: int) -> str:
    chain = "".join(f"  l{n}: [{{list: l{n + 1}}}]\n" for n in range(length))
    return hearing("[{list: l0}]") + f"recipient_lists:\n{chain}  l{length}: [KL]\n"


def test_an_endless_chain_of_lists_is_reported_once_and_soon() -> None:
    book, findings = validated(chained(3000))

    assert [one.code for one in findings] == ["HK122"]
    assert list(sound_cases(book)) == []
    assert_in_proportion(chained, validated, 1500)


def with_exceptions(count: int) -> str:
    names = "".join(f"    - Forening {n}\n" for n in range(1100 + 10 * count))
    unknown = ", ".join(f"Lag {n}" for n in range(count))
    entry = f"[{{list: lang, except: [{unknown}]}}]"
    return hearing(entry) + f"recipient_lists:\n  lang:\n{names}"


def test_names_excepted_from_a_list_take_time_by_their_number_alone() -> None:
    _, findings = validated(with_exceptions(100))

    assert {one.code for one in findings} == {"HK120"}
    assert_in_proportion(with_exceptions, validated, 1600)


def test_a_hearing_at_fault_leaves_the_others_in_the_book() -> None:
    other = hearing("[KS]").partition("hearings:\n")[2].replace("tariff:", "frist:")

    book, findings = validated(hearing("[{list: ukjent}]") + other)

    assert [one.code for one in findings] == ["HK112"]
    assert [case.id for case in sound_cases(book)] == ["frist"]


def test_groups_lists_and_exceptions_resolve_in_the_order_given() -> None:
    lists = """
recipient_lists:
  regioner: [Region Sjælland, Region Syddanmark, Region Midtjylland]
"""
    entries = """
      order: alphabetical
      entries:
        - Østre Landsret
        - Aarhus Kommune
        - heading: Regioner
          entries: [{list: regioner, except: [Region Syddanmark]}]
        - Zoologisk Have"""

    book, findings = validated(hearing(entries) + lists)

    [case] = sound_cases(book)
    assert findings == ()
    assert [(party.headings, party.recipient.name) for party in case.parties] == [
        ((), "Zoologisk Have"),
        ((), "Østre Landsret"),
        ((), "Aarhus Kommune"),
        (("Regioner",), "Region Midtjylland"),
        (("Regioner",), "Region Sjælland"),
    ]
    assert [party.via is not None for party in case.parties] == [False] * 3 + [True] * 2


def test_what_was_shown_long_is_cut_and_what_was_unseen_is_shown() -> None:
    _, findings = validated(hearing(f'[{{name: KS, email: "a\\u200b{"b" * 200}"}}]'))

    [one] = findings
    assert one.message == f'"a\\u200b{"b" * 57}…" is not an e-mail address'


def test_none_is_nothing_in_python_and_a_fault_in_yaml() -> None:
    _, findings = validated(hearing("[{name: KS, phone: }]"))

    assert Recipient(name="KS", phone=None).phone is None
    assert [one.message for one in findings] == [
        '"phone" has no value; fill it in, or remove the key'
    ]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2025-06-03 11:59", "2025-06-03 12:00"),
        ("2025-06-03 12:00", "2025-06-03"),
        ("2025-06-02", "2025-06-03 00:00"),
    ],
)
def test_a_day_without_a_time_lasts_to_its_end(earlier: str, later: str) -> None:
    def moment(text: str) -> Moment:
        book, _ = validated(hearing("[KS]").replace("2025-06-03", f'"{text}"'))
        return next(sound_cases(book)).hearing.deadline

    assert moment(earlier).earlier_than(moment(later))
    assert not moment(later).earlier_than(moment(earlier))
    assert not moment(later).earlier_than(moment(later))
