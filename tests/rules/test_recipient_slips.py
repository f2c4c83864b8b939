"""The rules on slips, short names, persons and the issuer itself, on lists as they are kept."""

from typing import Final

import pytest
from tests.mailing import codes, named

NORWEGIAN_LIST: Final = """
Arbeidstilsynet, Direktoratet for samfunnssikkerhet og beredskap (DSB), Finanstilsynet, Husbanken,
Direktoratet for forvaltning og økonomistyring (DFØ), Folkehelseinstituttet, Kartverket, NAV,
Integrerings- og mangfoldsdirektoratet (IMDi), Landbruksdirektoratet, Nasjonal
kommunikasjonsmyndighet (Nkom), Norges vassdrags- og energidirektorat (NVE), Statens vegvesen,
Statistisk sentralbyrå (SSB), Utlendingsdirektoratet (UDI), Utlendingsnemnda (UNE), Akademikerne,
Arbeidsgiverforeningen Spekter, Den Norske Advokatforening, Den norske legeforening, Econa,
Fellesorganisasjonen (FO), Funksjonshemmedes Fellesorganisasjon (FFO), Hovedorganisasjonen Virke,
KA Arbeidsgiverorganisasjon for kirkelige virksomheter, KS – Kommunesektorens organisasjon,
KS Bedrift, Landsorganisasjonen i Norge (LO), NHO, NHO Reiseliv, NHO Mat og Drikke, NITO, NKF, NTL,
Norges Bondelag, Norsk kommunalteknisk forening, Norges Kystfiskarlag, Norsk Journalistlag, YS,
Norsk Sykepleierforbund, SAFO, Tekna, Unio, Vestland fylke, Vestland fylkeskommune, Oslo kommune,
Oslo kommune Bydel Frogner, Universitetet i Oslo, UiO Det juridiske fakultet, UiB, NTNU, NHH,
UiT Norges arktiske universitet, NINA, NIVA, NILU, NIBIO, Havforskningsinstituttet, NORCE
"""
DANISH_LIST: Final = """
3F, Advokatrådet, Akademikerne, BL - Danmarks Almene Boliger, Boligselskabernes Landsforening, DA,
Centralorganisationernes Fællesudvalg (CFU), Dansk Erhverv, Dansk Industri, DI Transport, DI Energi,
Dansk Socialrådgiverforening, Danske Advokater, Danske Arkitektvirksomheder, Danske Universiteter,
Danske Handicaporganisationer, Datatilsynet, Fagbevægelsens Hovedorganisation (FH), F&P, FRI, HK,
FOA - Fag og Arbejde, HK Kommunal, HK Stat, HORESTA, IDA, KL - Kommunernes Landsforening, LAP,
Lederne, Landbrug & Fødevarer, Lejernes Landsorganisation, PLO, Rigspolitiet, Selveje Danmark, SIND,
SMVdanmark, TEKNIQ Arbejdsgiverne, AU, KU, Københavns Universitet, SDU, RUC, CBS, DSB, DR, NFA
"""


@pytest.mark.parametrize("names", [named(NORWEGIAN_LIST), named(DANISH_LIST)], ids=("no", "da"))
def test_no_alarm_at_short_names_among_others(names: list[str]) -> None:
    assert codes(names, language="nn") == []  # as Vestland demands


def test_a_short_and_a_full_name_in_two_domains_are_two_bodies() -> None:
    short = {"name": "FFO", "email": "post@ffo.example"}
    full = {"name": "Funksjonshemmedes Fellesorganisasjon", "email": "post@ffo.example"}

    assert codes([short, {**full, "email": "mail@ffo.example"}]) == ["HK303"]
    assert codes([short, {**full, "email": "mail@fellesorg.example"}]) == []
    assert codes([short, full]) == ["HK302"]


def test_a_number_is_the_same_however_it_is_parted() -> None:
    one = {"name": "Norsk Vannforening", "org_number": "987 654 325"}
    other = {"name": "Norske Vannforeninger", "org_number": "987654325"}

    assert codes([one, other]) == ["HK303"]


def test_a_misspelt_word_is_reported_once_where_the_right_address_is_on_the_list() -> None:
    right, wrong = "postmottak@vann.example", "postmotak@vann.example"

    assert codes([{"name": "Norsk Vann", "email": wrong}]) == ["HK314"]
    assert codes([{"name": "Norsk Vann", "email": [right, wrong]}]) == ["HK304"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("hospitalvest", "hospitaloest", []),
        ("afdelinga", "afdelingb", []),
        ("hospitalvest", "hospitalvedt", ["HK304"]),
        ("byggesak", "byggesac", ["HK304"]),
    ],
)
def test_a_changed_letter_is_a_slip_beside_the_right_one(
    one: str, other: str, expected: list[str]
) -> None:
    emails = [f"{local_part}@vann.example" for local_part in (one, other)]

    assert codes([{"name": "Norsk Vann", "email": emails}]) == expected


def test_a_misspelt_domain_is_reported_once() -> None:
    wrong = {"name": "Rana kommune", "email": "post@rana.komune.no"}
    right = [
        {"name": f"{name} kommune", "email": f"post@{name.lower()}.kommune.no"}
        for name in ("Strand", "Moss", "Sola")
    ]

    assert codes([wrong]) == ["HK314"]
    assert codes([*right[:1], wrong]) == ["HK314"]
    assert codes([*right, wrong]) == ["HK304"]


def test_a_misspelt_mailbox_for_answers_is_reported() -> None:
    submission = {"addresses": [{"email": "hoerng@etaten.example"}]}

    assert codes(["Norsk Vann"], submission=submission) == ["HK314"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Prøveetaten", ["HK313"]),
        ("PRØVEETATEN", ["HK313"]),
        ("Prøveetaten i Vest", []),
        ("Direktoratet for prøver", []),
    ],
)
def test_the_issuer_is_known_by_its_name(name: str, expected: list[str]) -> None:
    assert codes([name]) == expected
    assert codes([{"name": "Etatene", "members": [name]}]) == expected
    assert codes(["Norsk Vann"], copy_to=[name]) == []
    assert codes(["Norsk Vann"], copy_to=[{"name": "Etatene", "members": [name]}]) == []


def test_a_number_that_strangers_share_was_copied() -> None:
    one = {"name": "Norsk Vann", "email": "post@vann.example", "org_number": "987654325"}
    other = {"name": "Huseierne", "email": "post@huseierne.example", "org_number": "987 654 325"}

    assert codes([one, other]) == ["HK315"]
    assert codes([one, {**other, "name": "Norsk Hus"}]) == []
    assert codes([one, {**other, "email": "hus@vann.example"}]) == []
    assert codes([one, {**other, "org_number": "923456783"}]) == []


@pytest.mark.parametrize(
    "name",
    [
        "Kommunane",
        "Nabokommunene",
        "Fylka",
        "Høgskolene",
        "Grunneierne",
        "Fagforbundene",
        "Regionerne",
    ],
)
def test_a_collective_is_known_by_its_ending(name: str) -> None:
    assert codes([{"name": "KS", "email": "post@ks.example"}, name]) == ["HK308"]


@pytest.mark.parametrize(
    "name",
    [
        "Foreininga Norden",
        "Sparta",
        "De danske Bilimportører",
        "Kommunernes Landsforening",
        "Etaten",
    ],
)
def test_a_body_is_no_collective(name: str) -> None:
    written_to = [{"name": name, "email": f"post@{name.lower()}.example"} for name in ("KS", "FFO")]

    assert codes([*written_to, name]) == ["HK306"]


def test_the_members_of_a_copy_need_no_address() -> None:
    written_to = [{"name": name, "email": f"post@{name.lower()}.example"} for name in ("KS", "FFO")]
    copied = {"name": "Etatene", "copy": "true", "members": ["Kystverket"]}

    assert codes([*written_to, copied]) == []
