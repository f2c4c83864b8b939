"""A hearing that gives a value for every name: for the table that ``explain names`` prints."""

from typing import Any, Final

from hearingkit.model.hearing import Hearing
from hearingkit.model.issuer import Issuer
from hearingkit.values.fill import Values
from hearingkit.values.table import Source

_ISSUER: Final[dict[str, Any]] = {
    "name": "Prøvestyrelsen",
    "short_name": "Styrelsen",
    "country": "DK",
    "kind": "state",
    "units": {"jura": "Jura og Tilsyn"},
    "org_number": "12345674",
    "ean": "5790000000012",
    "address": ["Prøvegade 1", "1000 København K"],
    "visiting_address": ["Prøvegade 3", "1000 København K"],
    "phone": "33 00 00 01",
    "email": "post@proeve.example",
    "website": "https://proeve.example",
}
_ADDRESSES: Final[list[dict[str, Any]]] = [
    {"email": "svar@proeve.example"},
    {"web": "https://proeve.example/svar"},
    {"post": ["Prøvestyrelsen", "Prøvegade 1", "1000 København K"]},
    {"phone": "33 00 00 02"},
]
_CONTACT: Final[dict[str, Any]] = {
    "to": "any",
    "addresses": _ADDRESSES,
    "cc": ["kopi@proeve.example"],
}
_HEARING: Final[dict[str, Any]] = {
    "language": "da",
    "issuer": "proevestyrelsen",
    "unit": "jura",
    "on_behalf_of": "Prøveministeriet",
    "kind": "regulation",
    "title": "Bekendtgørelse om prøver",
    "sent": "2023-08-25",
    "decided": "2023-08-21",
    "published": "2023-08-28",
    "in_force": "2024-01-01",
    "references": {
        "ours": "23/1208",
        "yours": "2023-417",
        "document": "23/1208-2",
        "archive_code": "025",
    },
    "deadline": "2023-10-06 12:00",
    "short_notice_reason": "Loven træder i kraft ved årsskiftet.",
    "origin": {
        "name": "Prøveministeriet",
        "deadline": "2023-10-13 16:00",
        "url": "https://proeveministeriet.example",
    },
    "handled_by": "Prøverådet",
    "recipients": ["Prøveforeningen"],
    "submission": _CONTACT,
    "questions": _CONTACT,
    "portal": {
        "name": "Høringssiden",
        "url": "https://hoeringer.example",
        "section": "Prøver",
    },
    "caseworker": {
        "name": "Journalen",
        "title": "Jura og Tilsyn",
        "phone": "33 00 00 03",
        "email": "journalen@proeve.example",
    },
    "meeting": {
        "starts": "2023-09-14 17:00",
        "place": "Prøvegade 3",
        "url": "https://proeve.example/moede",
        "sign_up_by": "2023-09-12 12:00",
    },
    "mark_replies": "23/1208",
    "reply_template": "Svarskema",
}


def sample_values() -> Values:
    """Return the values of a made-up hearing, in its language: Danish."""
    hearing, issuer = Hearing.model_validate(_HEARING), Issuer.model_validate(_ISSUER)
    return Values(Source(hearing, issuer, hearing.language[0]), lambda _: False)
