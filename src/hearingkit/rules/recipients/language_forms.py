"""The rule on the language form that a recipient asks for."""

from collections.abc import Iterator

from hearingkit.calendars.country import Country
from hearingkit.findings import Severity, law
from hearingkit.language.language import Language
from hearingkit.language.properties import LanguageProperties
from hearingkit.language.words import Words
from hearingkit.model.issuer import IssuerKind
from hearingkit.rules.recipients.addressees import Addressee
from hearingkit.rules.registry import Breach, rule


class MunicipalityWords(Words):
    """What names of municipalities hold.

    Attributes:
        names: Patterns for a part of a name.
    """

    section = "recipients.language_forms"

    names: tuple[str, ...]


@rule(
    "HK317",
    Severity.WARNING,
    says='"{who}" asks for {wanted}, in which there is no letter; add {code} to language',
    source=law("språklova (NO) § 13"),
)
def other_form_than_asked_for(
    addressees: tuple[Addressee, ...],
    language: tuple[Language, ...],
    issuer_country: Country,
    issuer_kind: IssuerKind,
) -> Iterator[Breach]:
    """A municipality that asks for bokmål or nynorsk gets the letter of a state body in it.

    Norwegian state bodies follow the form that a municipality demands in what is aimed at it. A
    letter in both forms goes to each in its own. The form is that of ``language`` at the recipient.

    Bad:  language: nb, recipients: [{name: Voss herad, language: nn}]
    Good: language: [nb, nn], recipients: [{name: Voss herad, language: nn}]
    """
    is_bound = issuer_country is Country.NO and issuer_kind is IssuerKind.STATE
    for one in addressees if is_bound else ():
        wanted = one.recipient.language
        if wanted and wanted not in language and _is_municipality(one.recipient.name):
            facts = {"wanted": LanguageProperties.of(wanted).name, "code": wanted.value}
            yield Breach(one.site.at("language"), {"who": one.shown, **facts})


def _is_municipality(name: str) -> bool:
    return bool(MunicipalityWords.pattern("(?i)%names").search(name))
