"""Letters as values, for the tests of the Word writer."""

import datetime as dt
import struct
import zlib
from typing import Any

from hearingkit.documents.blocks import (
    Columns,
    Document,
    Emphasis,
    Field,
    Fields,
    Heading,
    Image,
    Inline,
    ItemList,
    LineBlock,
    LineBreak,
    Link,
    Marker,
    Paragraph,
    Plain,
    Strong,
    Table,
)
from hearingkit.language.language import Language


def inlines(*shown: str | Inline) -> tuple[Inline, ...]:
    return tuple(Plain(one) if isinstance(one, str) else one for one in shown)


def paragraph(*shown: str | Inline) -> Paragraph:
    return Paragraph(inlines(*shown))


def lines(*shown: str) -> LineBlock:
    return LineBlock(tuple(inlines(line) for line in shown))


def items(*shown: str, marker: Marker = Marker.BULLET, start: int = 1) -> ItemList:
    return ItemList(tuple((paragraph(item),) for item in shown), marker, start)


def mail(address: str) -> Link:
    return Link(f"mailto:{address}", (Plain(address, unbroken=True),))


def web(address: str) -> Link:
    return Link(f"https://{address}", (Plain(address, unbroken=True),))


def a_document(**parts: Any) -> Document:
    known: dict[str, Any] = {
        "language": Language.DA,
        "title": "Høring",
        "author": "Sundhedsstyrelsen",
        "dated": dt.datetime(2023, 8, 28, 10, 0, tzinfo=dt.UTC),
        "page_label": "Side",
    }
    return Document(**{**known, **parts})


def a_logo(width: int = 240, height: int = 80) -> Image:
    """Return a blue picture with a white stripe."""
    blue, white = b"\x0b\x4f\x9c", b"\xff\xff\xff"
    stripe = range(height * 2 // 5, height * 3 // 5)
    rows = b"".join(b"\0" + (white if y in stripe else blue) * width for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    data = b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, content) for name, content in chunks)
    return Image(data, "image/png", "Den norske legeforenings logo")


def _chunk(name: bytes, content: bytes) -> bytes:
    checksum = struct.pack(">I", zlib.crc32(name + content))
    return struct.pack(">I", len(content)) + name + content + checksum


def a_danish_letter() -> Document:
    about = "’Anbefalinger for tværsektorielle forløb for mennesker med kroniske smerter’"
    history = (
        "Den daværende regering offentliggjorde i juli 2022 ’Strategi for smerteområdet – en "
        "handleplan for mennesker med kroniske smerter’, hvor der blev afsat midler til en række "
        "initiativer til at styrke indsatsen på smerteområdet. Disse anbefalinger er en udmøntning "
        "af to initiativer i strategien:"
    )
    purpose = (
        "Formålet med anbefalingerne er at understøtte tidlig udredning, herunder kvalificering af "
        "udredningsprocessen, så mennesker med kroniske smerter ikke bliver fastholdt unødigt "
        "længe i udredningsforløb samt at forebygge, at smerterne bliver kroniske, om muligt. Der "
        "er desuden fokus på at understøtte tværfaglige indsatser tidligt og gennem hele forløbet "
        "med henblik på at yde støtte og behandling til mennesker, hvor smerterne er blevet "
        "kroniske, så de kan lære at leve med smerterne bedst muligt."
    )
    return a_document(
        title=f"Høring af {about}",
        sender=(
            lines(
                "Sundhedsstyrelsen",
                "Islands Brygge 67, 2300 København S",
                "Telefon 72 22 74 00 · sst@sst.dk · www.sst.dk",
            ),
        ),
        recipient=(paragraph("Til adressaterne på den vedhæftede høringsliste"),),
        body=(
            paragraph(f"Sundhedsstyrelsen sender hermed et udkast til {about} i høring."),
            paragraph(history),
            items(
                "Initiativ 1: Faglige anbefalinger om organisering og indsatser på smerteområdet",
                "Initiativ 2: Nationale kliniske anbefalinger til udredning og behandling af "
                "mennesker med smerter.",
            ),
            *(paragraph(purpose) for _ in range(4)),
            paragraph("Udkastet er sendt i høring via ", web("www.hoeringsportalen.dk"), "."),
            paragraph(
                "Bemærkninger sendes til begge enheder: Evidensbaseret Medicin på ",
                mail("NKRsekretariat@sst.dk"),
                " og Primære Sundhedsvæsen på ",
                mail("sst-prim@sst.dk"),
                ", senest ",
                Strong(inlines("fredag den 6. oktober 2023 kl. 12.00")),
                ".",
            ),
            paragraph("På forhånd tak for jeres bidrag."),
        ),
        signature=(
            paragraph("Med venlig hilsen"),
            Columns(
                (
                    (lines("Tanja Popp", "Enhedschef", "Sundhedsstyrelsen", "Primære Sundhed"),),
                    (lines("Maria Herlev Ahrenfeldt", "Enhedschef", "Evidensbaseret Medicin"),),
                )
            ),
        ),
    )


ASSOCIATIONS = (
    "Allmennlegeforeningen",
    "Leger i samfunnsmedisinsk forening",
    "Norsk forening for allmennmedisin",
    "Norsk anesthesiologisk forening",
    "Norsk forening for fysikalsk medisin og rehabilitering",
    "Norsk indremedisinsk forening",
    "Norsk kirurgisk forening",
    "Norsk nevrologisk forening",
    "Norsk onkologisk forening",
    "Norsk ortopedisk forening",
    "Norsk psykiatrisk forening",
    "Norsk medisinstudentforening",
    "Norsk palliativ medisin",
    "Norsk forening for smertemedisin",
)


def a_norwegian_letter() -> Document:
    target = (
        "Målgruppen for veilederen er i hovedsak ledere og helsepersonell tilknyttet "
        "smerteklinikkene og smertesentrene. Andre målgrupper er helsepersonell ansatt i andre "
        "tjenester som yter helsehjelp til pasienter med smerter."
    )
    return a_document(
        language=Language.NB,
        title="Høring – Nasjonal veileder for smerteklinikker",
        author="Den norske legeforening",
        sender=(
            a_logo(),
            lines("Den norske legeforening"),
            lines("Postboks 1152 Sentrum, 0107 Oslo", "legeforeningen.no"),
        ),
        recipient=(paragraph("Til"), items(*ASSOCIATIONS, marker=Marker.NONE)),
        references=(
            Fields(
                (
                    Field("Deres ref.:", ()),
                    Field("Vår ref.:", (Plain("HSAK202400446", unbroken=True),)),
                    Field("Dato:", inlines("05.04.2024")),
                )
            ),
        ),
        body=(
            paragraph("Legeforeningen har fra Helsedirektoratet mottatt høring av veilederen."),
            paragraph("Det overordnede målet med veilederen er å bidra til:"),
            items(
                "forsvarlig helsehjelp til alle pasienter med smerter",
                "økt oppmerksomhet rundt fysiske, psykiske og sosiale aspekter",
                "et likeverdig helsetilbud uavhengig av alder, diagnose, funksjonsnivå og bosted",
            ),
            paragraph(target),
            paragraph(
                "Les mer på siden til ",
                Link("https://helsedirektoratet.no", inlines("Helsedirektoratet")),
            ),
            paragraph("Innspill sendes innen ", Strong(inlines("26. mai 2024")), "."),
        ),
        signature=(
            lines("Med hilsen", "Den norske legeforening"),
            lines("Marlene Havn Sæther", "Rådgiver helsepolitikk"),
        ),
        attachments=(
            paragraph("Vedlegg:"),
            items("Veileder", "Høringsnotat", marker=Marker.NUMBER),
        ),
    )


def a_rich_document() -> Document:
    """Return a document with every block and every inline in all allowed places."""
    strong = Strong(inlines("A"))
    cells = Table(
        (inlines("Kapitel"), inlines("Emne"), inlines("Ansvarlig")),
        (
            (inlines("1"), inlines("En kort beskrivelse af emnet"), inlines("Enhed ", strong)),
            (inlines("2"), inlines("En anden beskrivelse"), (web("www.hoeringsportalen.dk"),)),
            (inlines("3"), (), inlines("Uden emne")),
        ),
    )
    nested = ItemList(
        (
            (paragraph("Første punkt"), items("under a", "under b", marker=Marker.NUMBER)),
            (
                paragraph("Andet punkt, med mere end ét afsnit"),
                paragraph(
                    "Det andet afsnit i samme punkt, som er langt nok til at fylde mere end en "
                    "enkelt linje på papiret."
                ),
                ItemList(((paragraph("dybere"), items("dybest", "næstdybest")),)),
            ),
            (paragraph("Punkt med tabel"), cells, paragraph("Efter tabellen")),
        ),
        Marker.NUMBER,
    )
    return a_document(
        title="Høring over <udkast> & bilag",
        sender=(a_logo(), lines("Den lange Styrelse", "Vej 1, 1000 By", "post@example.org")),
        recipient=(
            Heading(3, inlines("Kommuner")),
            items("Aarhus Kommune", "Odense Kommune", marker=Marker.NONE),
            lines("Region Midt", "Skottenborg 26", "8800 Viborg"),
            lines("Region Syd", "Damhaven 12"),
        ),
        references=(
            Fields(
                (
                    Field("Sagsnr.:", (Plain("24/01234-12", unbroken=True),)),
                    Field("Jeres ref.:", ()),
                )
            ),
        ),
        body=(
            Heading(1, inlines("Baggrund")),
            paragraph(
                "Kort ", Emphasis(inlines("om ", Strong(inlines("sagen")))), LineBreak(), "ny linje"
            ),
            nested,
            items("fem", "seks", marker=Marker.NUMBER, start=5),
            Heading(2, inlines("Tabel")),
            paragraph("Opgaverne er fordelt således:"),
            cells,
            cells,
            paragraph("Efter tabellen."),
            Heading(3, inlines("Adresser")),
            lines("Vej 1", "1000 By"),
            Fields((Field("Frist:", inlines("i morgen")), Field("Sted:", inlines("her")))),
            items("et navn", "et andet navn", marker=Marker.NONE),
            Heading(4, inlines("Billede")),
            a_logo(1200, 300),
            Heading(9, inlines("Spalter")),
            Columns(((paragraph("venstre"), cells), (items("højre"),))),
            cells,
        ),
        signature=(
            paragraph("Med venlig hilsen"),
            Columns(tuple((lines(f"Navn {n}", "Titel"),) for n in range(1, 5))),
            paragraph("Dokumentet er elektronisk godkendt."),
        ),
        attachments=(
            paragraph("Bilag:"),
            items("Udkast", "Høringsliste", marker=Marker.NUMBER),
            paragraph("Kopi til:"),
            items("Ministeriet", "Arkivet", marker=Marker.NONE),
            cells,
        ),
    )


def a_letter_to_many(recipients: int = 200) -> Document:
    names = (f"Høringspart nummer {n}" for n in range(1, recipients + 1))
    return a_document(
        sender=(lines("Sundhedsstyrelsen", "Islands Brygge 67"),),
        recipient=(paragraph("Til"), items(*names, marker=Marker.NONE)),
        references=(Fields((Field("Dato:", inlines("28. august 2023")),)),),
        body=(paragraph("Hermed sendes udkastet i høring."),),
        signature=(paragraph("Med venlig hilsen"), lines("Tanja Popp", "Enhedschef")),
    )
