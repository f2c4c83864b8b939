"""What Word and colleagues leave in a text, and what is said to its readers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import assert_in_proportion

from hearingkit.texts.leftovers import checked_links, leftovers


def found_in(text: str) -> list[str]:
    return [found[0] for found in leftovers(text)]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        *((whole, whole) for whole in ("tbd", "tba", "Tbd", "todo", "……", "--", "———", "__", "..")),
        *((whole, whole) for whole in ("N.N.", "NN", ". . .")),
        ("Til «Mottaker_navn»", "«Mottaker_navn»"),
        ("Kære <<Modtager navn>>", "<<Modtager navn>>"),
        ("Til { MERGEFIELD Navn }", "{ MERGEFIELD Navn }"),
        (
            "Klikk eller trykk her for å skrive inn tekst.",
            "Klikk eller trykk her for å skrive inn tekst",
        ),
        ("Klik her for at angive tekst.", "Klik her for at angive tekst"),
        ("jf. Feil! Fant ikke referansekilden.", "Feil! Fant ikke referansekilden"),
        ("se Fejl! Henvisningskilde ikke fundet.", "Fejl! Henvisningskilde ikke fundet"),
        ("12 (tjek tallene inden udsendelse)", "(tjek tallene inden udsendelse)"),
        ("12 (sjekk tallene)", "(sjekk tallene)"),
        ("12 (sjekk!)", "(sjekk!)"),
        ("§ 3 (dobbeltsjekk med juridisk)", "(dobbeltsjekk med juridisk)"),
        ("(OBS: oppdater listen før vi sender ut)", "(OBS: oppdater listen før vi sender ut)"),
        ("[NB! mangler tall]", "[NB! mangler tall]"),
        ("(husk vedlegg 2 før utsending)", "(husk vedlegg 2 før utsending)"),
    ],
)
def test_what_was_left_is_found(text: str, left: str) -> None:
    assert found_in(text) == [left]


@pytest.mark.parametrize(
    "text",
    [
        "OBS! Fristen er kort. NB: Svar på e-post.",
        "(OBS: fristen er forlænget)",
        "(NB! ny frist)",
        "(husk å oppgi saksnummer)",
        "(sjekk nettsidene våre)",
        "(tjek kommunens hjemmeside for åbningstider)",
        "(kontroller av anlegg før utslipp)",
        "«Digital_» og «navn»",
        "Klikk her for å lese forslaget.",
        "-",
        "–",
        "nn",
        "a -- b",
        "tba er et ord",
        "Rett til innsyn (rett til å uttale seg før vedtak)",
        "[1] og [NB 12] og [OBS]",
    ],
)
def test_what_is_said_to_readers_is_let_alone(text: str) -> None:
    assert found_in(text) == []


@given(st.text("«»<>_[]()NB!OBS:tjek før a\n", max_size=80))
def test_what_is_found_is_never_empty_and_stands_there(text: str) -> None:
    assert all(left and left in text for left in found_in(text))


@pytest.mark.parametrize("sign", ["«a", "<<a", "(tjek ", "(OBS ", "[NB!", "MERGEFIELD ", " .", "-"])
def test_reads_a_long_text_in_linear_time(sign: str) -> None:
    assert_in_proportion(lambda count: sign * count, found_in, 50_000)


@pytest.mark.parametrize(
    "link",
    [
        "https://eur05.safelinks.protection.outlook.com/?url=https%3A%2F%2Fetaten.example%2Fa%3Fb%3D1&data=05%7C02",
        "https://nam02.safelinks.protection.outlook.com/GetUrl?x=1&url=https%3A%2F%2Fetaten.example%2Fa%3Fb%3D1",
        "https://statics.teams.cdn.office.net/safe/links.html?url=https%3A%2F%2Fetaten.example%2Fa%3Fb%3D1",
        "https://www.google.com/url?sa=t&q=https://etaten.example/a%3Fb%3D1&usg=x",
        "https://urldefense.com/v3/__https://etaten.example/a?b=1__;!!abc",
    ],
)
def test_a_link_that_a_mail_program_checks_is_led_back(link: str) -> None:
    assert [meant for _, meant in checked_links(f"({link})")] == ["https://etaten.example/a?b=1"]


@pytest.mark.parametrize(
    "link",
    [
        "https://etaten.example/?url=https%3A%2F%2Fetaten.example",
        "https://www.google.com/maps?q=Oslo",
        "https://safelinks.protection.outlook.com.etaten.example/?url=https%3A%2F%2Fetaten.example",
    ],
)
def test_a_link_that_leads_where_it_says_is_let_alone(link: str) -> None:
    assert not any(checked_links(link))


@pytest.mark.parametrize("sign", ["https://google.com/", "a?url=", "x&", "__"])
def test_reads_a_long_link_in_linear_time(sign: str) -> None:
    assert_in_proportion(
        lambda count: "https://google.com/" + sign * count,
        lambda text: list(checked_links(text)),
        50_000,
    )
