"""The sections of a hearing file, and what stands in each of them under an id."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from hearingkit.model.hearing import Hearing
from hearingkit.model.issuer import Issuer
from hearingkit.model.party import RegisteredParty
from hearingkit.model.recipient import Entry

SECTIONS: Mapping[str, TypeAdapter[Any]] = {
    "issuers": TypeAdapter(Issuer),
    "parties": TypeAdapter(RegisteredParty),
    "recipient_lists": TypeAdapter(tuple[Entry, ...]),
    "hearings": TypeAdapter(Hearing),
}
