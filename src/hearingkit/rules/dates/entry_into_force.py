"""The rule on the two days on which Danish rules for business enter into force."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from hearingkit.calendars.country import Country
from hearingkit.findings import Severity, guidance
from hearingkit.language.words import Words
from hearingkit.model.hearing import RULES_OF_LAW, HearingKind
from hearingkit.model.issuer import IssuerKind
from hearingkit.rules.registry import Breach, rule
from hearingkit.source.site import Site
from hearingkit.texts.roles import Role
from hearingkit.texts.text import Text

_COMMON_DAYS: Final = frozenset({(1, 1), (7, 1)})


class BusinessWords(Words):
    """How texts speak of rules for business, as patterns; only Denmark has days for them.

    Attributes:
        titles: What a title says of them.
        effects: What a text says of effects on business.
        excepted: What a text says if another day may be right.
    """

    section = "dates.entry_into_force"

    titles: tuple[str, ...]
    effects: tuple[str, ...]
    excepted: tuple[str, ...]


@rule(
    "HK221",
    Severity.NOTE,
    says="in force from {day}; rules for business enter into force on 1 January or 1 July",
    source=guidance("vejledning om lovkvalitet (DK) 3.5.2.1"),
)
def business_rules_on_another_day(
    in_force: dt.date | None,
    kind: HearingKind,
    issuer_country: Country,
    issuer_kind: IssuerKind,
    texts: tuple[Text, ...],
    site: Site,
) -> Iterator[Breach]:
    """Danish rules with direct effects on business enter into force on 1 January or 1 July.

    Told of are drafts whose title speaks of companies, employers or trade, or whose text tells of
    effects on business. Exceptions are what is urgent, the budget, and what the EU sets a day for:
    a text that speaks of one of them is let alone.

    Bad:  issuer: {country: DK}, kind: bill, title: Lov om virksomheder, in_force: 2027-03-01
    Good: issuer: {country: DK}, kind: bill, title: Lov om virksomheder, in_force: 2027-07-01
    """
    is_danish_state = issuer_country is Country.DK and issuer_kind is IssuerKind.STATE
    if in_force is None or kind not in RULES_OF_LAW or not is_danish_state:
        return
    is_common = (in_force.month, in_force.day) in _COMMON_DAYS
    is_excepted = any(_says("excepted", text) for text in texts)
    if not is_common and not is_excepted and any(map(_is_for_business, texts)):
        yield Breach(site.at("in_force"), {"day": in_force})


def _is_for_business(text: Text) -> bool:
    return _says("titles" if text.role is Role.TITLE else "effects", text)


def _says(key: str, text: Text) -> bool:
    return bool(BusinessWords.pattern(rf"(?i)(?<!\w)%{key}").search(text.plain))
