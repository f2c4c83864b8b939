"""Which mailboxes bear the name of a person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearingkit.names.person_names import is_persons_mailbox


@pytest.mark.parametrize(
    "local_part",
    [
        "kari.nordli",
        "Kari.Nordli",
        "kari_nordli",
        "øyvind.berg",
        "oeyvind.berg",
        "oyvind.berg",
        "aase.vik-lund",
        "anne-marie.solheim",
        "anne.m.solheim",
        "anne.k.m.solheim",
        "mette.kirkegaard",
        "lars.byskov",
        "ola.vik2",
        "fornavn.etternavn",
    ],
)
def test_a_given_name_and_another_are_a_person(local_part: str) -> None:
    assert is_persons_mailbox(local_part, "Norsk Vann norskvann.example")


@pytest.mark.parametrize(
    ("local_part", "body"),
    [
        ("post.mottak", "Norsk Vann norskvann.example"),
        ("post.kari", "Norsk Vann norskvann.example"),
        ("kari.post", "Norsk Vann norskvann.example"),
        ("maria.sogn", "Maria Sogn km.example"),
        ("hans.tausens.kirke", "Kirken km.example"),
        ("olav.duun", "Olav Duun videregående skole skoler.example"),
        ("mette.berg", "Rådgivning metteberg.example"),
        ("soeren.aaberg", "Søren Åbergs Fond fonde.example"),
        ("vik.grendelag", "Vik grendelag vik.example"),
        ("bo.godt", "Bo Godt bo.example"),
        ("k.nordli", "Norsk Vann norskvann.example"),
        ("kari", "Norsk Vann norskvann.example"),
        ("kari.n", "Norsk Vann norskvann.example"),
        ("abc", "Ministeriet min.example"),
        ("anne.plan", "Kommunen kommunen.example"),
        ("", ""),
    ],
)
def test_a_body_is_no_person(local_part: str, body: str) -> None:
    assert not is_persons_mailbox(local_part, body)


@given(st.text("kari.-_2", max_size=40))
def test_any_text_may_stand_before_the_sign(local_part: str) -> None:
    is_persons = is_persons_mailbox(local_part, "")

    assert not is_persons or local_part.startswith("kari")
