"""Rules judge hearings to the same recipients once, and say the same as of each alone."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.workspaces import some_data

from hearingkit.rules.run import Clean, judge
from hearingkit.source.reader import read_text
from hearingkit.validation.validate import validate

LISTS = {
    "rett": ["Norsk Vann", {"name": "Bergen kommune", "email": "post@bergen.example"}],
    "feil": [
        {"name": "Norsk Vatn", "email": "psot@norskvatn.example", "org_number": "912345678"},
        {"name": "Norsk  vatn", "email": "post@norskvatn.example", "org_number": "912345678"},
        {"name": "Prøveetaten", "email": "kari.nordmann@example.com", "phone": "+47 550"},
    ],
}
ENTRIES: list[Any] = [
    {"list": "rett"},
    {"list": "feil"},
    {"list": "feil", "except": ["Norsk Vatn"]},
    {"heading": "Kommuner", "entries": [{"list": "rett"}]},
    "Norsk Vann",
    {
        "name": "Bergen kommune",
        "email": "post@bergen.exampel",
        "address": ["[adresse]", "50 Bergen"],
    },
]
HEARINGS = st.tuples(
    st.lists(st.sampled_from(ENTRIES), min_size=1, max_size=2),
    st.sampled_from(["etaten", "styrelsen"]),
    st.sampled_from(["da", "nb"]),
    st.sampled_from(["as-given", "alphabetical"]),
)


@given(st.lists(HEARINGS, min_size=2, max_size=4))
def test_what_is_known_of_other_hearings_changes_no_finding(hearings: list[Any]) -> None:
    data = some_data(*(f"nr-{number}" for number in range(len(hearings))))
    data["recipient_lists"] = LISTS
    data["issuers"]["styrelsen"] = {"name": "Norsk Vann", "country": "DK", "kind": "state"}
    for hearing, (entries, issuer, language, order) in zip(
        data["hearings"].values(), hearings, strict=True
    ):
        recipients = {"order": order, "entries": entries}
        hearing.update(recipients=recipients, issuer=issuer, language=language)
    source, _ = read_text(json.dumps(data).encode(), "data/hearings.yaml")
    assert source is not None
    book, _ = validate([source])
    clean: Clean = {}

    for case in (*book.cases(), *book.cases()):
        assert judge(case, clean) == judge(case)

    assert all(clean.values())
