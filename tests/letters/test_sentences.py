"""Every formula of each language, over channels, kinds and absences: read the golden files."""

import itertools
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from hearingkit.dispatch.letter import Letter
from hearingkit.documents.blocks import Block, ItemList, plain
from hearingkit.language.language import Language
from hearingkit.letters.compose import prose
from hearingkit.letters.environment import environment
from hearingkit.letters.splice import inlines_of
from hearingkit.model.hearing import HearingKind
from hearingkit.model.wording import OF_INVITATION
from hearingkit.workflows.check import check
from hearingkit.workflows.workspace import find_workspace
from tests.conftest import Golden
from tests.rendering import Data, written

Changes = dict[str, Any]

MAILBOX: Final = {"email": "a@b.example"}
UNITS_MAILBOX: Final = {"email": "c@b.example", "unit": {"name": "Jura"}}
NAMED_MAILBOX: Final = {"email": "d@b.example", "name": "Arkivet"}
PAGE: Final = {"web": "https://b.example/svar"}
NAMED_PAGE: Final = {"web": "https://b.example/svar", "name": "svarsiden"}
UPLOAD: Final = {"web": "https://b.example/op", "how": "upload"}
PORTAL: Final = {"web": "https://b.example/p", "name": "Portalen", "how": "portal"}
POST: Final = {"post": ["Etaten", "Postboks 1", "0001 Oslo"]}
PHONE: Final = {"phone": "22 00 00 00"}
PERSON: Final = {"phone": "22 00 00 01", "name": "Kim Berg"}
BOTH: Final = {"phone": "22 00 00 02", "email": "kb@b.example", "name": "Kim Berg"}
UNNAMED_BOTH: Final = {"phone": "22 00 00 02", "email": "kb@b.example"}
WRITTEN: Final = (MAILBOX, UNITS_MAILBOX, NAMED_MAILBOX, PAGE, NAMED_PAGE, UPLOAD, PORTAL, POST)
ALL: Final = (*WRITTEN, PHONE, PERSON, BOTH, UNNAMED_BOTH)
ON_THE_WEB: Final = {"name": "Portalen", "url": "https://p.example"}
RELAYED: Final[Changes] = {"name": "Departementet", "url": "https://d.example"}
LISTED: Final = {"placement": "enclosed", "entries": ["A"]}
TITLES: Final[Mapping[Language, tuple[str, ...]]] = {
    Language.DA: (
        "Forslag til lov om ændring af sundhedsloven",
        "Udkast til bekendtgørelse om prøver",
        "Ændring af bekendtgørelse om prøver",
        "Bekendtgørelse om prøver",
        "Rapport om skoler",
        "Betænkning 1570 om skoler",
        "Høring af forslag til skoler",
        "Organisering af skoler",
        "Bogen ’Fri os’ og loven",
    ),
    Language.NB: (
        "Forslag til endringer i forskrift om «Nasjonale prøver»",
        "Endringer i forskrift om prøver",
        "Lov om epidemier",
        "NOU 2026: 3 Om skole",
        "Rapport om skole",
        "Nasjonal veileder for smerteklinikker",
        "Regional plan for folkehelse 2027–2035",
        "Organisering av «Fri oss»",
        "«Fri oss»",
        "Høring: Endringer i forskrift om prøver",
    ),
    Language.NN: (
        "Framlegg til endringar i forskrift om «Nasjonale prøver»",
        "Endringar i forskrift om prøver",
        "Lov om epidemiar",
        "NOU 2026: 3 Om skule",
        "Rapport om skule",
        "Nasjonal rettleiar for smerteklinikkar",
        "Regional plan for folkehelse 2027–2035",
        "Organisering av «Fri oss»",
        "«Fri oss»",
    ),
}

OF_A_KIND: Final[Mapping[Language, Mapping[str, str]]] = {
    Language.DA: {
        "guideline": "Retningslinjer for smertebehandling",
        "circular": "Cirkulære om journaler",
        "call-for-ideas": "Indkaldelse af idéer til havnens fremtid",
        "protection-plan": "Fredning af Store Mose",
        "strategy": "Strategi for havet",
        "permit": "Partshøring om dispensation fra lokalplan 12",
        "licence": "Koncession til Storåens kraftværk",
        "environmental-assessment": "Miljøkonsekvensrapport for vindmøller ved Storå",
        "closure": "Nedlæggelse af Storå Skole",
        "fees": "Takster for vand og affald",
        "statutes": "Vedtægter for Storå Havn",
        "eu-proposal": "Forordning om lægemidler",
    },
    Language.NB: {
        "guideline": "Retningslinjer for skoleskyss",
        "circular": "Rundskriv om journalføring",
        "planning-programme": "Planprogram for kystsonen",
        "call-for-ideas": "Varsel om oppstart av kystplan",
        "protection-plan": "Vern av Storemyr",
        "inquiry": "NOU 2026: 3 Om skole",
        "strategy": "Strategi for havet",
        "permit": "Dispensasjon for brygge i Storvika",
        "licence": "Konsesjon til Storelva kraftverk",
        "environmental-assessment": "Konsekvensutredning for vindkraft på Storheia",
        "closure": "Ny skolestruktur på Storøya",
        "fees": "Gebyrer for vann og avløp",
        "statutes": "Vedtekter for Storøya havn",
        "eu-proposal": "Forordning om legemidler",
    },
    Language.NN: {
        "guideline": "Retningslinjer for skuleskyss",
        "circular": "Rundskriv om journalføring",
        "planning-programme": "Planprogram for kystsona",
        "call-for-ideas": "Varsel om oppstart av kystplan",
        "protection-plan": "Vern av Storemyra",
        "inquiry": "NOU 2026: 3 Om skule",
        "strategy": "Strategi for havet",
        "permit": "Dispensasjon for brygge i Storvika",
        "licence": "Konsesjon til Storelva kraftverk",
        "environmental-assessment": "Konsekvensutgreiing for vindkraft på Storheia",
        "closure": "Ny skulestruktur på Storøya",
        "fees": "Gebyr for vatn og avløp",
        "statutes": "Vedtekter for Storøya hamn",
        "eu-proposal": "Forordning om legemiddel",
    },
}


def contacts(addresses: Iterable[Changes]) -> Iterator[Changes]:
    """Yield each address alone, and several of them together."""
    each = tuple(addresses)
    yield from ({"addresses": [one]} for one in each)
    several = (each[:2], each[1:3], each[:3], (each[3], each[0]), each[4:8], each[-2:], each[-3:])
    for some, to in itertools.product(several, ("any", "all")):
        yield {"addresses": [*some], "to": to}
    yield {"addresses": [each[0]], "cc": ["k@b.example", "l@b.example"]}


def meetings() -> Iterator[Changes]:
    """Yield meetings with and without each thing that is said of them."""
    starts = {"starts": "2027-03-01 18:00"}
    page, day = {"url": "https://m.example"}, {"sign_up_by": "2027-02-22"}
    yield {"starts": "2027-03-01"}
    for more in (
        {"ends": "20:00"},
        {"ends": "2027-03-02 12:00"},
        {"place": "rådhuset"},
        {"place": "kulturhuset i byen"},
        {"place": "i kantinen"},
        {"place": "Storgata 1, 2. etg."},
        {"place": "rådhuset", **page},
        {"place": "rådhuset", "digital": True, **page},
        {"digital": True, **page},
        {"digital": True},
        page,
        day,
    ):
        yield starts | more
    yield from (starts | {"sign_up_to": one} for one in ALL)
    yield starts | day | {"sign_up_to": PHONE}


def absences() -> Iterator[Changes]:
    """Yield hearings with and without what the remaining formulas speak of."""
    yield {}
    for placement, origin in itertools.product(("inline", "enclosed", "none"), ({}, RELAYED)):
        recipients = {"recipients": {"placement": placement, "entries": ["A", "B"]}}
        yield recipients | ({"origin": origin} if origin else {}) | {"handled_by": "Fagstyret"}
    for one in (ON_THE_WEB, ON_THE_WEB | {"section": "Forskrifter"}, ON_THE_WEB | {"name": "p.no"}):
        yield {"portal": one, "publish_answers": True, "recipients": LISTED}
    yield {"publish_answers": True, "open_to_all": True, "electronically_approved": True}
    for reason in ("reglene haster", "Reglene haster."):
        yield {"short_notice_reason": reason}
    for name in ("svarskjema", "Mal for svar.", "«Skjema»", "Mal m.fl.", "Mal for «A»"):
        yield {"mark_replies": name, "reply_template": name}
    yield {"reply_template": {"title": "Mal", "url": "https://b.example/mal"}}


def hearings(language: Language) -> Iterator[tuple[str, Changes]]:
    """Yield what a hearing has, and the formula that it is for: none where it is for all."""
    relay = {"origin": RELAYED}
    yield from (("questions", {"questions": one}) for one in contacts(ALL))
    for more in ({}, relay, relay | {"issuer": "organisation"}):
        yield from (("submission", {"submission": one} | more) for one in contacts(WRITTEN))
    yield from (("meeting", {"meeting": one}) for one in meetings())
    yield "meeting", {"meetings": [*meetings()][3:11]}
    for title, kind, more in itertools.product(
        TITLES[language], ("regulation", "bill", "report", "other"), ({}, relay)
    ):
        yield "opening", {"title": title, "kind": kind} | more
    for title in TITLES[language]:
        yield "subject", {"title": title}
        yield "opening", {"title": title, "on_behalf_of": "Rådet"}
        yield "opening", {"title": title, "on_behalf_of": "Rådet"} | relay
    for of_kind, title in OF_A_KIND[language].items():
        yield "opening", {"kind": of_kind, "title": title}
        yield "subject", {"kind": of_kind, "title": title}
    for kind in HearingKind:
        had = {"kind": kind.value, "in_force": "2027-07-01", "recipients": LISTED}
        yield "", had
        yield "portal", had | {"portal": ON_THE_WEB}
    for changes, issuer in itertools.product(absences(), ("state", "organisation")):
        yield "", changes | {"issuer": issuer}
    asked = ("thanks", "parties", "missing_parties")
    body = "\n\n".join(f"{{{{ {formula} }}}}" for formula in asked)
    yield "prose", {"body": body, "recipients": LISTED}


def book(language: Language) -> tuple[Data, tuple[str, ...]]:
    """Return data with all of those hearings, and the formula of each."""
    every = tuple(hearings(language))
    country = "DK" if language is Language.DA else "NO"
    issuers = {
        kind: {"name": "Etaten", "country": country, "kind": kind}
        for kind in ("state", "organisation")
    }
    shared = {
        "language": language.value,
        "issuer": "state",
        "kind": "guidance",
        "title": "Prøver i skolen",
        "deadline": "2027-05-03",
        "recipients": {"placement": "none", "entries": ["A"]},
        "submission": {"addresses": [MAILBOX]},
    }
    numbered = {f"h{number}": shared | dict(one) for number, (_, one) in enumerate(every)}
    return {"issuers": issuers, "hearings": numbered}, tuple(formula for formula, _ in every)


def said(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield the lines of a formula."""
    for block in blocks:
        if isinstance(block, ItemList):
            yield from (f"  - {plain(inlines_of(item))}" for item in block.items)
        else:
            yield plain(inlines_of((block,)))


@pytest.mark.parametrize("language", Language)
def test_every_formula_is_worded_as_read(
    language: Language, golden: Golden, tmp_path: Path
) -> None:
    data, formulas = book(language)
    cases, env = check(find_workspace(written(data, tmp_path))).cases, environment(None)

    texts: dict[str, dict[str, None]] = {formula: {} for formula in (*OF_INVITATION, "prose")}
    for number, formula in enumerate(formulas):
        words = prose(
            Letter(cases[f"h{number}"], language), env, (formula,) if formula else OF_INVITATION
        )
        for one, blocks in words.items():
            texts[one]["".join(f"{line}\n" for line in said(blocks))] = None

    read = "\n".join(f"# {formula}\n\n{''.join(each)}" for formula, each in texts.items())
    golden(f"letters/sentences-{language.value}.txt", read.replace("\u00a0", " "))
