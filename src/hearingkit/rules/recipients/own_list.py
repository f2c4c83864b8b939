"""A rule on who sends a letter to itself."""

from collections.abc import Iterator

from hearingkit.findings import Severity
from hearingkit.model.text import in_language
from hearingkit.names.body_names import nearly_equal_names
from hearingkit.rules.recipients.addressees import addressees
from hearingkit.rules.recipients.identifiers import digits_of
from hearingkit.rules.registry import Breach, rule
from hearingkit.validation.book import Case


@rule(
    "HK313",
    Severity.NOTE,
    says="{who} has the issuer's own {what}; if it is the issuer, leave it out or give it a copy",
    source="practice: who asks doesn't answer; a list taken over from others may hold the issuer",
)
def issuer_on_its_own_list(case: Case) -> Iterator[Breach]:
    """The issuer doesn't stand on its own list.

    A list of all municipalities or all ministries is used by each of them, and so is the list of
    the hearing before. ``except`` leaves a name out; who shall only know of the letter gets a copy
    (``copy_to``). The issuer is known by its name, its short name or its number; a number that
    was copied shows here too. Parts of it under names of their own may well be heard, though they
    share its mailbox.

    Bad:  issuer: fjordby, recipients: [{list: kommuner}], where Fjordby Kommune stands on the list
    Good: issuer: fjordby, recipients: [{list: kommuner, except: [Fjordby Kommune]}]
    """
    names = _own_names(case)
    given = (case.issuer.org_number, case.issuer.ean)
    numbers = {digits_of(number) for number in given if number} - {""}
    for one in addressees(case):
        if one.is_copy:
            continue
        if digits_of(one.recipient.org_number or "") in numbers:
            yield Breach(one.site, {"who": one.quoted, "what": "number"})
        elif _is_named(one.recipient.name, names):
            yield Breach(one.site, {"who": one.quoted, "what": "name"})


def _own_names(case: Case) -> tuple[str, ...]:
    given = (case.issuer.name, case.issuer.short_name)
    languages = case.hearing.language
    names = (in_language(words, each) for words in given if words for each in languages)
    return tuple(dict.fromkeys(name for name in names if name))


def _is_named(name: str, own: tuple[str, ...]) -> bool:
    return any(one == name or any(nearly_equal_names((one, name))) for one in own)
