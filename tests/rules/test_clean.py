"""Rules judge hearings to the same recipients once, and say the same as of each alone."""

import json
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st
from tests.workspaces import some_data

from hearingkit.rules.run import Known, judge
from hearingkit.source.reader import read_text
from hearingkit.validation.validate import validate

PARTIES = {
    "voss": {"name": "Voss herad", "email": "post@voss.example", "groups": ["kommunar", "vest"]},
    "alver": {"name": "Alver kommune", "org_number": "912345678", "groups": ["kommunar"]},
    "prove": {"name": "Prøveetaten", "email": "psot@voss.example", "groups": ["vest"]},
    "amtet": {"name": "Amtet", "groups": ["amt"], "replaced_by": "voss"},
}
LISTS = {
    "rett": ["Norsk Vann", {"name": "Bergen kommune", "email": "post@bergen.example"}],
    "feil": [
        {"name": "Norsk Vatn", "email": "psot@norskvatn.example", "org_number": "912345678"},
        {"name": "Norsk  vatn", "email": "post@norskvatn.example", "org_number": "912345678"},
        {"name": "Prøveetaten", "email": "kari.nordmann@example.com", "phone": "+47 550"},
    ],
    "alle": [{"list": "rett"}, {"group": "vest"}, {"party": "voss"}],
}
ENTRIES: list[Any] = [
    {"list": "rett"},
    {"list": "feil"},
    {"list": "alle"},
    {"list": "feil", "except": ["Norsk Vatn"]},
    {"list": "feil", "as": "Kommunane"},
    {"heading": "Kommuner", "entries": [{"list": "rett"}]},
    {"heading": "Ingen", "entries": []},
    {"group": "kommunar"},
    {"group": "vest", "except": ["voss"]},
    {"group": "kommunar", "as": "Kommunane"},
    {"group": "amt"},
    {"party": "voss", "attention": "Postmottaket"},
    {"party": "prove", "copy": True},
    "Norsk Vann",
    {"name": "Eid kommune", "language": "nn"},
    {"name": "Kommunane", "members": ["Voss herad", {"name": "Alver kommune"}]},
    {
        "name": "Bergen kommune",
        "email": "post@bergen.exampel",
        "address": ["[adresse]", "50 Bergen"],
    },
]
CHANGES: list[dict[str, Any]] = [
    {},
    {"issuer": "styrelsen"},
    {"language": "nb"},
    {"language": ["nb", "nn"]},
    {"title": "Forskrift om behandling av personopplysningar"},
    {"body": "Skriv til pots@bergen.example."},
    {"body": "Norsk Vatn ber om innspel. [tekst]"},
    {"copy_to": ["Norsk Vann", {"group": "kommunar"}]},
    {"order": "alphabetical"},
    {"placement": "inline"},
    {"placement": "none"},
]
"""What one hearing has that another to the same recipients has not."""


@st.composite
def some_hearings(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Draw changes of hearings that mostly go to the same recipients."""
    entries = draw(st.lists(st.sampled_from(ENTRIES), max_size=3))
    changes = draw(st.lists(st.sampled_from(CHANGES), min_size=3, max_size=5))
    hearings: list[dict[str, Any]] = []
    for change in changes:
        shown = {key: change[key] for key in ("order", "placement") if key in change}
        rest = {key: value for key, value in change.items() if key not in shown}
        hearings.append({"language": "nn", "recipients": {**shown, "entries": entries}, **rest})
    return hearings


TO_NOBODY = {"language": "nn", "recipients": {"placement": "none", "entries": []}}


@example([{**TO_NOBODY, "open_to_all": True}, TO_NOBODY])
@given(some_hearings())
def test_what_is_known_of_other_hearings_changes_no_finding(hearings: list[Any]) -> None:
    data = some_data(*(f"nr-{number}" for number in range(len(hearings))))
    data |= {"recipient_lists": LISTS, "parties": PARTIES}
    data["issuers"]["styrelsen"] = {"name": "Norsk Vann", "country": "DK", "kind": "state"}
    for hearing, own in zip(data["hearings"].values(), hearings, strict=True):
        hearing.update(own)
    source, _ = read_text(json.dumps(data).encode(), "data/hearings.yaml")
    assert source is not None
    book, _ = validate([source])
    known = Known()

    for id_ in (*book.hearings, *book.hearings):
        assert judge(book.case(id_), known) == judge(book.case(id_))

    assert known.of_issuers
