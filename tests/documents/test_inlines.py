"""Inline text that looks the same is the same value."""

import pytest
from hypothesis import given
from tests.writers.documents import awkward_texts, inlines

from hearingkit.documents.blocks import Emphasis, Inline, LineBreak, Link, Plain, Strong, plain
from hearingkit.documents.inlines import clean, normal, shows_target, target_to_print

A, B = (Plain("a"),), (Plain("b"),)


@pytest.mark.parametrize(
    ("given_inlines", "expected"),
    [
        ((Plain("a "), Plain(" b")), (Plain("a b"),)),
        ((Strong(A), Strong(B)), (Strong((Plain("ab"),)),)),
        ((Strong((Plain("a "), Strong(B))),), (Strong((Plain("a b"),)),)),
        (
            (Plain("x"), Emphasis((Plain(" a "),)), Plain("y")),
            (Plain("x "), Emphasis(A), Plain(" y")),
        ),
        ((Strong(()), Link("https://x.no", ())), ()),
        (
            (LineBreak(), Plain(" a "), LineBreak(), Plain("\u00a0b\n")),
            (*A, LineBreak(), *B),
        ),
        ((Plain(" a", unbroken=True),), (Plain("a", unbroken=True),)),
        (
            (Plain("x"), Plain(" a", unbroken=True)),
            (Plain("x "), Plain("a", unbroken=True)),
        ),
    ],
)
def test_has_one_form(given_inlines: tuple[Inline, ...], expected: tuple[Inline, ...]) -> None:
    assert normal(given_inlines) == expected


@given(inlines())
def test_the_normal_form_stays(some: tuple[Inline, ...]) -> None:
    assert normal(some) == some
    assert plain(some) == plain(some).strip()


@given(awkward_texts())
def test_clean_text_can_be_written_anywhere(value: str) -> None:
    cleaned = clean(value)

    assert clean(cleaned) == cleaned
    assert len(cleaned.splitlines()) <= 1
    assert not set(cleaned) & set("\t\x00\x7f\ud800\ufffe")


@pytest.mark.parametrize(
    ("printed", "href", "to_print"),
    [
        ("https://x.no/a", "https://x.no/a", ""),
        ("X.no", "https://www.x.no/", ""),
        ("høring.no/æ", "https://xn--hring-vua.no/%C3%A6", ""),
        ("a@x.no", "mailto:a@x.no?subject=b", ""),
        ("72 22 74 00", "tel:+4572227400", ""),
        ("ring 72 22 74 00", "tel:+4572227400", "+4572227400"),
        ("x.no", "https://x.no/a", "https://x.no/a"),
        ("oss", "mailto:a@x.no?subject=b", "a@x.no"),
    ],
)
def test_says_what_paper_needs(printed: str, href: str, to_print: str) -> None:
    link = Link(href, (Plain(printed),))

    assert target_to_print(link) == to_print
    assert shows_target(link) is not bool(to_print)
