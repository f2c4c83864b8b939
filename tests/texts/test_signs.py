"""A search that waits for a sign of its matter finds what it finds without waiting."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearingkit.language import asked_words
from hearingkit.language.language import Language
from hearingkit.texts import (
    addresses,
    blanks,
    case_numbers,
    clocks,
    dates,
    enclosing,
    inline_tokens,
    law_names,
    leftovers,
    misread,
    numeric_dates,
    quotations,
    text,
)
from hearingkit.texts.markdown import read_inline

PIECES: Final = (
    *("www.", "mailto:", "http://", "https://a.example/b", "post@a.example", "@", ":", "."),
    *("{{", "}}", "{%", "%}", "{{ deadline }}", "«", "»", '"', "'", "’", "‘", "„", "“", "”"),
    *("bilag 1", "vedlegg", "vedlagt", " nr. ", "2", "1–3", " og ", "bilag 2 til loven"),
    *("«dato_felt»", "{dato}", "<<felt>>", "MERGEFIELD", "tbd", "[tjek!]", "(sjekk tallene)"),
    *("12.03.2026", "1. mai", "1.2.202", "kl. 25.00", "Ã¸", "=C3=B8", "lov om ", "xx", "26/871"),
    *("to vedlagte", "notat og kart er vedlagt", "følger med", "medsendes", "...", "12345"),
    *("xx", "X", "x.x", "20", "2X", "[dato]", "(sett inn dato)", "___", "dd.mm.", "åååå", "??"),
    *("…", "...", "Ã¸", "â€“", "=C3=B8", "%C3%B8", "\\u00f8", "\ufffd", " mM/", "I", "XVI"),
    *(" ", "\n", "\0", "ø", "a", "&#64;", "\\@", "<", ">", "[a](b)", "*"),
)
CORPUS: Final = sorted((Path(__file__).parents[1] / "corpus").glob("*/*.yaml"))
SEARCHES: Final[tuple[Callable[[str], object], ...]] = (
    text.without_addresses,
    quotations.without_quotations.__wrapped__,
    lambda given: [*enclosing.numbered(given)],
    lambda given: [*enclosing.enclosed(given)],
    lambda given: [*enclosing.counted(given)],
    lambda given: [*enclosing.enumerated(given)],
    enclosing.speaks_of_enclosures,
    lambda given: [*addresses.addresses_in(given)],
    lambda given: [*map(str, blanks.blanks(given))],
    lambda given: [*case_numbers.case_numbers(given)],
    lambda given: [*clocks.impossible_times(given)],
    lambda given: [dates.date_mentions(given, language) for language in Language],
    law_names.without_law_names,
    lambda given: [str(one) for one in misread.misread(given)],
    lambda given: [*numeric_dates.numeric_dates(given), *numeric_dates.with_odd_year(given)],
    lambda given: read_inline(given).blocks,
    lambda given: [found.span() for found in leftovers.leftovers(given)],
)


def found_at_once(given: str) -> list[object]:
    """Return what the searches find where every text is taken to show every sign."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text, "_may_hold_addresses", lambda _: True)
        patch.setattr(quotations, "_MARK", re.compile(""))
        patch.setattr(enclosing, "_MAYBE_NUMBERED", "")
        patch.setattr(enclosing, "_may_say_so", lambda _: True)
        patch.setattr(addresses, "_may_hold_some", lambda _: True)
        for module, name in ((blanks, "_MAYBE"), (numeric_dates, "_MAYBE"), (dates, "_FIGURE")):
            patch.setattr(module, name, re.compile(""))
        patch.setattr(case_numbers, "_FIGURE", re.compile(""))
        for module in (asked_words, law_names):
            patch.setattr(module, "may_stand_in", lambda _pattern, _text: True)
        patch.setattr(inline_tokens, "_may_hold_address", lambda _: True)
        patch.setattr(leftovers, "_may_hold_some", lambda _: True)
        patch.setattr(misread, "may_hold_misread", lambda _: True)
        patch.setattr(blanks, "may_hold_blanks", lambda _: True)
        return [search(given) for search in SEARCHES]


@settings(max_examples=100)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_finds_as_much_in_any_text(given: str) -> None:
    assert [search(given) for search in SEARCHES] == found_at_once(given)


def test_finds_as_much_in_the_corpus() -> None:
    read = (path.read_bytes().decode("utf-8", "replace") for path in CORPUS)
    passages = sorted({passage for whole in read for passage in whole.split("\n\n")})

    for passage in passages:
        assert [search(passage) for search in SEARCHES] == found_at_once(passage)
