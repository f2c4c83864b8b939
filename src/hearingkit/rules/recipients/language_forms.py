"""Rules on the language form that a recipient asks for."""

from collections.abc import Iterator

from hearingkit.calendars.country import Country
from hearingkit.findings import Severity, law
from hearingkit.language.language import Language
from hearingkit.language.properties import LanguageProperties
from hearingkit.language.words import Words
from hearingkit.model.issuer import IssuerKind
from hearingkit.rules.recipients.addressees import Addressee
from hearingkit.rules.registry import Breach, rule
from hearingkit.values.demanded_forms import form_demanded, is_bound


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
    source=law("språklova (NO) § 15"),
)
def other_form_than_asked_for(
    addressees: tuple[Addressee, ...],
    language: tuple[Language, ...],
    issuer_country: Country,
    issuer_kind: IssuerKind,
) -> Iterator[Breach]:
    """A municipality that asks for bokmål or nynorsk gets the letter of state or county in it.

    Norwegian state bodies and counties follow the form that a municipality demands in what is
    aimed at it. A letter in both forms goes to each in its own. The form is that of
    ``language`` at the recipient.

    Bad:  language: nb, recipients: [{name: Voss herad, language: nn}]
    Good: language: [nb, nn], recipients: [{name: Voss herad, language: nn}]
    """
    for one in addressees if is_bound(issuer_country, issuer_kind) else ():
        wanted = one.recipient.language
        if wanted and wanted not in language and _is_municipality(one.recipient.name):
            yield Breach(one.site.at("language"), {"who": one.shown, **_form(wanted)})


@rule(
    "HK326",
    Severity.NOTE,
    says={
        "one": '"{who}" demands {wanted}, in which there is no letter; add {code} to language',
        "more": '"{who}" and {others} more demand {wanted}, in which there is no letter; '
        "add {code} to language",
    },
    source=law("språklova (NO) § 15"),
    preview=True,
)
def other_form_than_is_known_to_be_demanded(
    addressees: tuple[Addressee, ...],
    language: tuple[Language, ...],
    issuer_country: Country,
    issuer_kind: IssuerKind,
) -> Iterator[Breach]:
    """A municipality that is known to demand bokmål or nynorsk gets the letter in it.

    hearingkit knows the demands as ``hearingkit recipients known NO`` shows them, with source and
    date; a neutral municipality demands nothing. The law is on what is aimed at one municipality or
    county: whether a hearing to many is, the state body or the county judges. ``language`` at a
    recipient says what it asks for, whatever is known.

    Bad:  language: nb, recipients: [Alver kommune]
    Good: language: [nb, nn], recipients: [Alver kommune]
    """
    silent = [one for one in addressees if not one.recipient.language]
    known = [form_demanded(one.name, issuer_country, issuer_kind) for one in silent]
    for form in sorted({form for form in known if form}.difference(language)):
        if asking := [one for one, demanded in zip(silent, known, strict=True) if demanded is form]:
            first, *others = asking
            more = {"others": len(others)} if others else {}
            facts = {"who": first.shown, **_form(form), **more}
            yield Breach(first.named_at, facts, variant="more" if others else "one")


def _form(wanted: Language) -> dict[str, str]:
    return {"wanted": LanguageProperties.of(wanted).name, "code": wanted.value}


def _is_municipality(name: str) -> bool:
    return bool(MunicipalityWords.pattern("(?i)%names").search(name))
