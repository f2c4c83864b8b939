"""Which slips make a known word or domain of an address into one that is not."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearingkit.names.mailbox_words import meant_domain, meant_local_part

BODY: Final = "Norsk Vann norskvann.example"
OTHER_WORDS: Final = """
post pst pos most sport posten poster posta info inform kontrakt konto kontoret kantor arkivet
kommunen kommuner kommun hoerning horning hørning høring horing hoyring hoeringer mottaket
postmottag postkassen postkassa sekretariatet hovedpostkassen kundecenter narvik arvik presse
post1 p0st ks kl sst fm
"""
OTHER_DOMAINS: Final = """
kommune.no oslo.kommune.no kommunen.no kommune.dk mail.com ymail.com email.com politi.no kirken.no
online.dk inline.no domstole.dk komune.example kommune.example regionh.dk
"""


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("postmotak", "postmottak"),
        ("postmottakk", "postmottak"),
        ("Firmapsot", "firmapost"),
        ("kontkat", "kontakt"),
        ("psot", "post"),
        ("posst", "post"),
        ("hoerng", "hoering"),
        ("borgerservise", "borgerservice"),
        ("psot-oslo", "post-oslo"),
        ("oslo.psot2", "oslo.post2"),
    ],
)
def test_a_slip_in_a_known_word_is_seen(given: str, meant: str) -> None:
    assert meant_local_part(given, BODY) == meant


@pytest.mark.parametrize("word", OTHER_WORDS.split())
def test_another_word_is_no_slip(word: str) -> None:
    assert meant_local_part(word, BODY) == ""


def test_a_word_of_the_body_is_no_slip() -> None:
    assert meant_local_part("komune", "Komunet komunet.example") == ""


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("oslo.komune.no", "oslo.kommune.no"),
        ("bergen.kommmune.no", "bergen.kommune.no"),
        ("gmial.com", "gmail.com"),
        ("gmaill.com", "gmail.com"),
        ("outlok.com", "outlook.com"),
        ("politet.no", "politiet.no"),
    ],
)
def test_a_slip_in_a_known_domain_is_seen(given: str, meant: str) -> None:
    assert meant_domain(given) == meant


@pytest.mark.parametrize("domain", OTHER_DOMAINS.split())
def test_another_domain_is_no_slip(domain: str) -> None:
    assert meant_domain(domain) == ""


@given(st.text("postmak.-1", max_size=30))
def test_what_is_meant_needs_no_mending(local_part: str) -> None:
    meant = meant_local_part(local_part, "")

    assert meant != local_part or not meant
    assert abs(len(meant) - len(local_part)) <= 1 or not meant
