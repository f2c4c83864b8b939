"""One field is changed at a time: every place follows, and nothing else changes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hearingkit.workflows.render import RenderRequest
from hearingkit.writers import DocumentFormat
from tests.letters.reading import html_text
from tests.rendering import Data, render, shipped

Hearing = dict[str, Any]
Replaced = tuple[str, str]


def _set(*path: str | int, value: Any) -> Callable[[Data], None]:
    """Return a change that sets one value."""

    def change(data: Data) -> None:
        target: Any = data
        for step in path[:-1]:
            target = target[step]
        target[path[-1]] = value

    return change


def _danish(*path: str | int, value: Any) -> Callable[[Data], None]:
    return _set("hearings", "kroniske-smerter", *path, value=value)


def _norwegian(*path: str | int, value: Any) -> Callable[[Data], None]:
    return _set("hearings", "smerteklinikker", *path, value=value)


BOTH = "begge enheder: Evidensbaseret Medicin på NKRsekretariat@sst.dk og Primære Sundhedsvæsen på"
EITHER = "Evidensbaseret Medicin på NKRsekretariat@sst.dk eller Primære Sundhedsvæsen på"

DANISH: dict[str, tuple[Callable[[Data], None], tuple[Replaced, ...]]] = {
    "deadline": (
        _danish("deadline", value="2024-01-02 12:00"),
        (("fredag den 6. oktober 2023 kl. 12.00", "tirsdag den 2. januar 2024 kl. 12.00"),),
    ),
    "time": (
        _danish("deadline", value="2023-10-06 09:30"),
        (("2023 kl. 12.00", "2023 kl. 09.30"),),
    ),
    "no time": (_danish("deadline", value="2023-10-06"), (("2023 kl. 12.00.", "2023."),)),
    "a mailbox for answers": (
        _danish("submission", "addresses", 1, "email", value="primaer@sst.example"),
        (
            ("sstprim@sst.dk, senest", "primaer@sst.example, senest"),
            ("kan ligeledes rettes", "kan rettes"),  # no longer where answers go
        ),
    ),
    "a mailbox for questions": (
        _danish("questions", "addresses", value=[{"email": "NKRsekretariat@sst.dk"}]),
        ((" eller sstprim@sst.dk.", "."),),
    ),
    "any mailbox": (
        _danish("submission", "to", value="any"),
        ((BOTH, EITHER), ("sstprim@sst.dk, senest", "sstprim@sst.dk senest")),
    ),
    "a unit": (
        _set("issuers", "sundhedsstyrelsen", "units", "evm", value="Evidens og Kvalitet"),
        (("Evidensbaseret Medicin", "Evidens og Kvalitet"),) * 2,
    ),
    "the issuer": (
        _set("issuers", "sundhedsstyrelsen", "short_name", value="Styrelsen"),
        (
            ("Sundhedsstyrelsen sender hermed", "Styrelsen sender hermed"),
            ("Sundhedsstyrelsen skal bede om", "Styrelsen skal bede om"),
        ),
    ),
    "the title": (
        _danish("title", value="Vejledning om smerter"),
        (
            (
                "Høring af ’Anbefalinger for tværsektorielle forløb for mennesker med kroniske "
                "smerter – indsatser og organisering’",
                "Høring af ’Vejledning om smerter’",
            ),
            (
                "et udkast til ’Anbefalinger for tværsektorielle forløb for mennesker med kroniske "
                "smerter – indsatser og organisering’",
                "et udkast til ’Vejledning om smerter’",
            ),
        ),
    ),
    "the kind": (
        _danish("kind", value="regulation"),
        (
            ("Udkastet til anbefalingerne er", "Udkastet til bekendtgørelsen er"),
            ("er udkastet til anbefalingerne", "er udkastet til bekendtgørelsen"),
        ),
    ),
    "the portal": (
        _danish("portal", "url", value="https://hoering.example/liste/"),
        (("www.hoeringsportalen.dk", "hoering.example/liste/"),),
    ),
    "no portal": (
        lambda data: data["hearings"]["kroniske-smerter"].pop("portal"),
        (
            (
                "Udkastet til anbefalingerne er sendt i bred offentlig høring via Høringsportalen "
                "www.hoeringsportalen.dk. Derudover er udkastet til anbefalingerne sendt",
                "Udkastet til anbefalingerne er sendt",
            ),
        ),
    ),
    "no enclosed list": (
        _danish("recipients", "placement", value="none"),
        (
            ("Til adressaterne på den vedhæftede høringsliste ", ""),
            (
                " Derudover er udkastet til anbefalingerne sendt i høring hos de organisationer, "
                "myndigheder mv., der er anført på høringslisten. Hvis I vurderer, at der er "
                "yderligere relevante høringsparter, som ikke fremgår af høringslisten, bedes I "
                "venligst give os besked. I er velkomne til at videresende høringsmailen.",
                "",
            ),
        ),
    ),
    "a date": (
        _danish("sent", value="2023-08-25"),
        (("høringsliste Høring", "høringsliste Dato: 25-08-2023 Høring"),),
    ),
    "a signatory": (
        _danish("signatories", 0, "title", value="Direktør"),
        (("Tanja Popp Enhedschef", "Tanja Popp Direktør"),),
    ),
    "a formula dropped": (
        _danish("wording", value={"thanks": None}),
        (("På forhånd tak for jeres bidrag. ", ""),),
    ),
    "a formula replaced": (
        _danish("wording", value={"thanks": "Tak. Fristen er **{{ deadline }}**."}),
        (
            (
                "På forhånd tak for jeres bidrag.",
                "Tak. Fristen er fredag den 6. oktober 2023 kl. 12.00.",
            ),
        ),
    ),
}
"""What is changed, and what must be replaced by it, each exactly once, in order."""

NORWEGIAN: dict[str, tuple[Callable[[Data], None], tuple[Replaced, ...]]] = {
    "deadline": (_norwegian("deadline", value="2024-05-27"), (("26. mai", "27. mai"),)),
    "a recipient": (
        lambda data: data["recipient_lists"]["smerteforeninger"].insert(1, "Akademikerne"),
        (("Allmennlegeforeningen Leger", "Allmennlegeforeningen Akademikerne Leger"),),
    ),
    "a recipient fewer": (
        _norwegian(
            "recipients",
            "entries",
            value=[{"list": "smerteforeninger", "except": ["Norsk palliativ medisin"]}],
        ),
        (("Norsk palliativ medisin ", ""),),
    ),
    "the principal": (
        _norwegian("origin", "name", value="Helsetilsynet"),
        (
            ("har fra Helsedirektoratet mottatt", "har fra Helsetilsynet mottatt"),
            ("siden til Helsedirektoratet.", "siden til Helsetilsynet."),
        ),
    ),
    "who decides": (
        _norwegian("handled_by", value="Sentralstyret"),
        (("Fagstyret", "Sentralstyret"),),
    ),
    "the channel": (
        _norwegian("submission", "addresses", value=[{"email": "horing@legeforeningen.example"}]),
        (
            (
                "Legeforeningen innen 26. mai 2024. Det bes om at innspillene lastes opp direkte "
                "på Legeforeningens nettsider.",
                "horing@legeforeningen.example innen 26. mai 2024.",
            ),
        ),
    ),
    "your reference": (
        _norwegian("references", "yours", value="24/1-2"),
        (("Deres ref.: Vår", "Deres ref.: 24/1-2 Vår"),),
    ),
    "no your reference": (
        _norwegian("references", value={"ours": "HSAK202400446"}),
        (("Deres ref.: ", ""),),
    ),
    "the pattern of dates": (
        _set("issuers", "legeforeningen", "date_format", value="d. MMMM y"),
        (("Dato: 05-04-2024", "Dato: 5. april 2024"),),
    ),
    "the language": (
        _norwegian("language", value="nn"),
        (
            ("Deres ref.:", "Dykkar ref.:"),
            ("Høring – Nasjonal", "Høyring – Nasjonal"),
            (
                "Legeforeningen har fra Helsedirektoratet mottatt høring av Nasjonal veileder for "
                "smerteklinikker.",
                "Legeforeningen har frå Helsedirektoratet fått Nasjonal veileder for "
                "smerteklinikker på høyring.",
            ),
            ("Denne høringen skal behandles av", "Denne høyringa skal handsamast av"),
            ("Les mer på siden til", "Les meir på sida til"),
            (
                "Dersom høringen virker relevant, bes det om at innspill sendes til Legeforeningen "
                "innen 26. mai 2024. Det bes om at innspillene lastes opp direkte på "
                "Legeforeningens nettsider.",
                "Dersom høyringa verkar relevant, ber vi om at innspel blir lasta opp direkte på "
                "Legeforeningens nettsider innan 26. mai 2024.",
            ),
            ("Høringen finnes på", "Høyringa finst på"),
            ("Med hilsen", "Med helsing"),
        ),
    ),
}


def _letter(data: Data, folder: Path, hearing: str) -> str:
    files = render(data, folder, hearing, RenderRequest(formats=(DocumentFormat.HTML,)))
    (name,) = [name for name in files if name.startswith("letter-")]
    return html_text(files[name])


def _check(
    change: Callable[[Data], None], replaced: tuple[Replaced, ...], hearing: str, folder: Path
) -> None:
    expected = _letter(shipped(), folder / "before", hearing)
    data = shipped()
    change(data)
    data["hearings"][hearing]["accept"] = {}

    changed = _letter(data, folder / "after", hearing)

    for before, after in replaced:
        assert before in expected, before
        expected = expected.replace(before, after, 1)
    assert changed == expected


@pytest.mark.parametrize("field", DANISH)
def test_danish_letter_follows_one_change(field: str, tmp_path: Path) -> None:
    change, replaced = DANISH[field]

    _check(change, replaced, "kroniske-smerter", tmp_path)


@pytest.mark.parametrize("field", NORWEGIAN)
def test_norwegian_letter_follows_one_change(field: str, tmp_path: Path) -> None:
    change, replaced = NORWEGIAN[field]

    _check(change, replaced, "smerteklinikker", tmp_path)


def test_every_list_follows_one_recipient(tmp_path: Path) -> None:
    data = shipped()
    before = render(data, tmp_path / "before", "kroniske-smerter")
    data["recipient_lists"]["sektorer"][0] = {"name": "PLO", "email": "plo@plo.example"}

    after = render(data, tmp_path / "after", "kroniske-smerter")

    assert {name for name in after if after[name] != before[name]} == {
        "recipient-list-da.txt",
        "recipients.csv",
        "recipients.json",
    }
    assert after["recipient-list-da.txt"] == before["recipient-list-da.txt"].replace(
        b"Almen praksis", b"PLO"
    )
