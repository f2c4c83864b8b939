"""The rules on recipients raise no alarm at lists as authorities keep them, however long."""

import itertools
from collections.abc import Iterator
from typing import Final

import pytest
from tests.judging import sound_cases
from tests.mailing import book_of, codes, named

from hearingkit.language import slips
from hearingkit.rules.parts import Parts
from hearingkit.rules.run import all_rules, judge_book
from hearingkit.source.reader import read_text
from hearingkit.validation.validate import validate

DANISH_MINISTRIES: Final = """
Beskæftigelsesministeriet, Børne- og Undervisningsministeriet, By- og Landdistriktsministeriet,
Digitaliseringsministeriet, Erhvervsministeriet, Finansministeriet, Forsvarsministeriet,
Indenrigs- og Sundhedsministeriet, Justitsministeriet, Kirkeministeriet, Kulturministeriet,
Klima- Energi- og Forsyningsministeriet, Ministeriet for Grøn Trepart, Miljøministeriet,
Ministeriet for Samfundssikkerhed og Beredskab, Skatteministeriet, Social- og Boligministeriet,
Statsministeriet, Transportministeriet, Uddannelses- og Forskningsministeriet,
Udenrigsministeriet, Udlændinge- og Integrationsministeriet, Økonomiministeriet, Ældreministeriet
"""
NORWEGIAN_MINISTRIES: Final = """
Arbeids- og inkluderingsdepartementet, Barne- og familiedepartementet, Energidepartementet,
Digitaliserings- og forvaltningsdepartementet, Finansdepartementet, Forsvarsdepartementet,
Helse- og omsorgsdepartementet, Justis- og beredskapsdepartementet, Klima- og miljødepartementet,
Kommunal- og distriktsdepartementet, Kultur- og likestillingsdepartementet,
Kunnskapsdepartementet, Landbruks- og matdepartementet, Nærings- og fiskeridepartementet,
Samferdselsdepartementet, Statsministerens kontor, Utenriksdepartementet
"""
REGIONS: Final = """
Region Hovedstaden, Region Midtjylland, Region Nordjylland, Region Sjælland, Region Syddanmark
"""
COUNTIES: Final = """
Agder, Akershus, Buskerud, Finnmark, Innlandet, Møre og Romsdal, Nordland, Oslo, Rogaland,
Telemark, Troms, Trøndelag, Vestfold, Vestland, Østfold
"""
MUNICIPALITIES: Final = """
Alver, Alvdal, Strand, Stranda, Sande, Sandnes, Sandefjord, Hol, Hole, Gran, Grane, Sola, Sula,
Sund, Lund, Lunner, Lom, Lier, Lierne, Nes, Nesna, Nesodden, Nesseby, Nome, Nord-Aurdal, Sør-Aurdal,
Nord-Fron, Sør-Fron, Nord-Odal, Sør-Odal, Nordre Follo, Nordre Land, Søndre Land, Vestre Toten,
Østre Toten, Vestre Slidre, Øystre Slidre, Kristiansand, Kristiansund, Herøy, Herøy i Nordland,
Askøy, Askvoll, Asker, Eidfjord, Eidskog, Eidsvoll, Vang, Vanylven, Vega, Vegårshei, Værøy, Vågå,
Vågan, Våler i Østfold, Våler i Innlandet, Hamar, Hamarøy, Hå, Hægebostad, Tana, Rana, Time, Tinn,
Tynset, Tydal, Tysnes, Tysvær, Meland, Meløy, Meråker, Modalen, Modum, Molde, Moss, Voss, Volda,
Stad, Stord, Stor-Elvdal, Steigen, Steinkjer, Selbu, Sel, Seljord, Fjord, Fjaler, Fyresdal, Flå,
Frosta, Frøya, Frogn, Froland, Rødøy, Røst, Røyrvik, Rauma, Randaberg, Ringerike, Ringebu, Ringsaker
"""
DANISH_MUNICIPALITIES: Final = """
Albertslund, Allerød, Assens, Ballerup, Billund, Bornholm, Brøndby, Brønderslev, Dragør, Egedal,
Esbjerg, Fanø, Favrskov, Faxe, Fredensborg, Fredericia, Frederiksberg, Frederikshavn, Frederikssund,
Furesø, Faaborg-Midtfyn, Gentofte, Gladsaxe, Glostrup, Greve, Gribskov, Guldborgsund, Haderslev,
Halsnæs, Hedensted, Helsingør, Herlev, Herning, Hillerød, Hjørring, Holbæk, Holstebro, Horsens,
Hvidovre, Høje-Taastrup, Hørsholm, Ikast-Brande, Ishøj, Jammerbugt, Kalundborg, Kerteminde, Kolding,
København, Køge, Langeland, Lejre, Lemvig, Lolland, Lyngby-Taarbæk, Læsø, Mariagerfjord, Middelfart,
Morsø, Norddjurs, Nordfyns, Nyborg, Næstved, Odder, Odense, Odsherred, Randers, Rebild,
Ringkøbing-Skjern, Ringsted, Roskilde, Rudersdal, Rødovre, Samsø, Silkeborg, Skanderborg, Skive,
Slagelse, Solrød, Sorø, Stevns, Struer, Svendborg, Syddjurs, Sønderborg, Thisted, Tønder, Tårnby,
Vallensbæk, Varde, Vejen, Vejle, Vesthimmerlands, Viborg, Vordingborg, Ærø, Aabenraa,
Aalborg, Aarhus
"""
SOCIETIES: Final = """
Allmennlegeforeningen, Norsk forening for allmennmedisin, Norsk anesthesiologisk forening,
Norsk barnelegeforening, Norsk forening for fysikalsk medisin, Norsk indremedisinsk forening,
Norsk forening for infeksjonsmedisin, Norsk geriatrisk forening, Norsk gynekologisk forening,
Norsk hematologisk forening, Norsk kardiologisk forening, Norsk radiologisk forening,
Norsk nefrologisk forening, Norsk nevrologisk forening, Norsk nevrokirurgisk forening,
Norsk onkologisk forening, Norsk ortopedisk forening, Norsk patologisk forening,
Norsk pediatrisk forening, Norsk psykiatrisk forening, Norsk psykologforening,
Norsk revmatologisk forening, Norsk thoraxkirurgisk forening, Norsk urologisk forening,
Dansk Cardiologisk Selskab, Dansk Dermatologisk Selskab, Dansk Endokrinologisk Selskab,
Dansk Hæmatologisk Selskab, Dansk Nefrologisk Selskab, Dansk Neurologisk Selskab,
Dansk Neurokirurgisk Selskab, Dansk Oftalmologisk Selskab, Dansk Pædiatrisk Selskab,
Dansk Psykiatrisk Selskab, Dansk Radiologisk Selskab, Dansk Reumatologisk Selskab,
Dansk Selskab for Almen Medicin, Dansk Selskab for Intern Medicin, Dansk Selskab for Geriatri,
Danske Regioner, Danske Patienter, Danske Fysioterapeuter, Danske Handicaporganisationer,
Danske Advokater, Danske Havne, Dansk Erhverv, Dansk Industri, Dansk Energi, Norges Bondelag,
Norsk Bonde- og Småbrukarlag, Norges Fiskarlag, Norges Kystfiskarlag, Norges Blindeforbund,
Helse Nord RHF, Helse Vest RHF, Helse Sør-Øst RHF, Helse Midt-Norge RHF, Helse Bergen HF,
Universitetet i Agder, Universitetet i Bergen, Universitetet i Oslo, Universitetet i Stavanger,
Nordsjællands Politi, Sydsjællands Politi, Nordjyllands Politi, Østjyllands Politi, KL, KS, FO, FFO
"""


MINISTRIES_ON_THE_WEB: Final = "bm, fm, em, jm, km, um, kum, sum, uvm, ufm, uim, fmn, trm, skm, stm"


@pytest.mark.parametrize(
    "names",
    [
        named(DANISH_MINISTRIES),
        named(NORWEGIAN_MINISTRIES),
        named(REGIONS),
        named(COUNTIES),
        named(COUNTIES, " fylkeskommune"),
        [f"Statsforvalteren i {name}" for name in named(COUNTIES)],
        named(MUNICIPALITIES),
        named(MUNICIPALITIES, " kommune"),
        named(DANISH_MUNICIPALITIES),
        named(DANISH_MUNICIPALITIES, " Kommune"),
        named(SOCIETIES),
    ],
    ids=lambda names: f"{names[0]} and {len(names) - 1} more",
)
def test_no_alarm_at_names_of_real_bodies(names: list[str]) -> None:
    assert codes(names, language=["nb", "nn"]) == []


def test_all_who_demand_a_form_are_one_note() -> None:
    assert codes(named(MUNICIPALITIES, " kommune"), language="nb") == ["HK326"]


def test_no_alarm_at_mailboxes_named_after_their_places() -> None:
    places = {name.lower().replace(" ", "-") for name in named(MUNICIPALITIES)}
    recipients = [
        {"name": f"Etat {number}", "email": f"postmottak@{place}.kommune.no"}
        for number, place in enumerate(sorted(places))
    ]

    assert codes(recipients) == []


def test_no_alarm_at_short_domains_of_ministries() -> None:
    recipients = [
        {"name": f"Ministerium {number}", "email": [f"{box}@{domain}.dk" for box in ("post", "pa")]}
        for number, domain in enumerate(named(MINISTRIES_ON_THE_WEB))
    ]

    assert codes(recipients) == []


def test_names_that_differ_by_numbers_of_their_own_are_two_bodies() -> None:
    one = {"name": "Norsk Vannforening", "org_number": "987654325"}
    other = {"name": "Norske Vannforeninger", "org_number": "923456783"}

    assert codes([one, other]) == []
    assert codes([one, {**other, "org_number": "987654325"}]) == ["HK303"]


def test_a_shared_mailbox_is_reported_once() -> None:
    names = ("Norsk Vannforening", "Norske Vannforeninger")

    assert codes([{"name": name, "email": "post@vann.example"} for name in names]) == ["HK302"]


def test_a_list_of_names_alone_needs_no_addresses() -> None:
    assert codes(["Norsk Vann", "Kommunene i Innlandet", "Alle departementer"]) == []


def test_a_recipient_without_an_address_is_noted_among_those_who_have_one() -> None:
    written_to = [{"name": name, "email": f"post@{name.lower()}.example"} for name in ("KS", "FFO")]

    assert codes([*written_to, "Norsk Vann"]) == ["HK306"]
    assert codes([written_to[0], "Norsk Vann"]) == []
    assert codes([*written_to, {"name": "Norsk Vann", "copy": "true"}]) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ["HK309"]),
        ({"open_to_all": "true"}, []),
        ({"portal": {"name": "Portalen", "url": "https://portalen.example"}}, []),
        ({"copy_to": ["Riksarkivet"]}, ["HK309"]),
    ],
)
def test_only_who_opens_a_hearing_may_send_it_to_nobody(
    changes: dict[str, object], expected: list[str]
) -> None:
    assert codes({"placement": "none", "entries": []}, **changes) == expected


def test_a_book_without_hearings_is_a_register() -> None:
    source, _ = read_text(b"recipient_lists: {fag: [KS]}\n", "data/lists.yaml")
    assert source is not None

    book, _ = validate([source])

    assert judge_book(book) == ()


@pytest.mark.parametrize("code", ["HK303", "HK304"])
def test_the_work_grows_with_the_number_of_recipients(
    code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    few, many = (comparisons(code, number, monkeypatch) for number in (300, 3_000))

    assert few
    assert many < 20 * 3_000


def comparisons(code: str, number: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """Return how many texts a rule compares for as many recipients that are alike."""
    made: list[None] = []
    real = slips.slip_between

    def counted(one: str, other: str) -> slips.Slip | None:
        made.append(None)
        return real(one, other)

    case = next(sound_cases(book_of(list(recipients_that_are_alike(number)))))
    with monkeypatch.context() as patched:
        patched.setattr(slips, "slip_between", counted)
        (check,) = all_rules()[code].checks
        list(check(**Parts(case).asked_by(check)))
    return len(made)


def recipients_that_are_alike(number: int) -> Iterator[dict[str, str]]:
    """Yield bodies with names that share all words but one, and mailboxes of one domain."""
    syllables = [f"{one}{other}" for one in "bdfghjklmnprstv" for other in "aeiouy"]
    words = ("".join(parts) for parts in itertools.product(syllables, repeat=3))
    for word in itertools.islice(words, number):
        yield {"name": f"Landslaget for {word}ring", "email": f"{word}@lag.example"}
