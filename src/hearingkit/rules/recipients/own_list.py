"""A rule on who sends a letter to itself."""

import functools
from collections.abc import Iterator

from hearingkit.findings import Severity, practice
from hearingkit.language.language import Language
from hearingkit.model.text import LineIn, in_language
from hearingkit.names.body_names import are_nearly_equal
from hearingkit.rules.parts import part
from hearingkit.rules.recipients.addressees import Addressee
from hearingkit.rules.recipients.identifiers import digits_of
from hearingkit.rules.registry import Breach, rule


@rule(
    "HK313",
    Severity.NOTE,
    says={
        "number": '"{who}" has the number of the issuer itself; if it is the issuer, leave it out '
        "or give it a copy",
        "name": '"{who}" has the name of the issuer itself; if it is the issuer, leave it out '
        "or give it a copy",
    },
    source=practice("who asks doesn't answer; a list taken over from others may hold the issuer"),
)
def issuer_on_its_own_list(
    addressees: tuple[Addressee, ...],
    issuer_names: tuple[str, ...] = (),
    issuer_org_number: str | None = None,
    issuer_ean: str | None = None,
) -> Iterator[Breach]:
    """The issuer doesn't stand on its own list.

    A list of all municipalities or all ministries is used by each of them, and so is the list of
    the hearing before. ``except`` leaves a name out; who shall only know of the letter gets a copy
    (``copy_to``). The issuer is known by its name, its short name or its number; a number that
    was copied shows here too. Parts of it under names of their own may well be heard, though they
    share its mailbox.

    Bad:  issuer: {name: Fjordby Kommune}, recipients: [KS, Fjordby Kommune]
    Good: issuer: {name: Fjordby Kommune}, recipients: [KS]
    """
    numbers = {digits_of(number or "") for number in (issuer_org_number, issuer_ean)} - {""}
    for one in addressees:
        if one.is_copy or not one.is_whole:
            continue
        if digits_of(one.recipient.org_number or "") in numbers:
            yield Breach(one.named_at, {"who": one.shown}, variant="number")
        elif _is_named(one.recipient.name, issuer_names):
            yield Breach(one.named_at, {"who": one.shown}, variant="name")


@part
def issuer_names(
    issuer_name: str | LineIn,
    language: tuple[Language, ...],
    issuer_short_name: str | LineIn | None = None,
) -> tuple[str, ...]:
    """Return the full and the short name of the issuer in the languages of the letter."""
    given = (issuer_name, issuer_short_name)
    names = (in_language(words, each) for words in given if words for each in language)
    return tuple(dict.fromkeys(name for name in names if name))


@functools.lru_cache(maxsize=2048)  # many hearings have the same recipients
def _is_named(name: str, own: tuple[str, ...]) -> bool:
    return any(one == name or are_nearly_equal(one, name) for one in own)
