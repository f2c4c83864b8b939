"""The sections of a hearing file, and what stands in each of them under an id."""

from collections.abc import Mapping
from typing import Any, Final

from pydantic import TypeAdapter

from hearingkit.model.hearing import Hearing
from hearingkit.model.issuer import Issuer
from hearingkit.model.party import RegisteredParty
from hearingkit.model.recipient import Entry

ISSUERS: Final = "issuers"
PARTIES: Final = "parties"
LISTS: Final = "recipient_lists"
HEARINGS: Final = "hearings"
SECTIONS: Mapping[str, TypeAdapter[Any]] = {
    ISSUERS: TypeAdapter(Issuer),
    PARTIES: TypeAdapter(RegisteredParty),
    LISTS: TypeAdapter(tuple[Entry, ...]),
    HEARINGS: TypeAdapter(Hearing),
}
