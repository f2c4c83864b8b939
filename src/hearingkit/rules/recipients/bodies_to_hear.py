"""Rules on bodies that the law names: who must be heard on what is of its concern."""

import enum
import re
from collections.abc import Iterator, Mapping, Sequence

from hearingkit.calendars.country import Country
from hearingkit.calendars.languages import languages_of
from hearingkit.findings import Severity, law
from hearingkit.frozen import frozen
from hearingkit.language.asked_words import matches_in, may_stand_in
from hearingkit.language.word_groups import WordGroup
from hearingkit.language.words import Words
from hearingkit.model.hearing import RULES_OF_LAW, HearingKind, Origin
from hearingkit.model.issuer import IssuerKind
from hearingkit.rules.parts import part
from hearingkit.rules.recipients.addressees import addressees
from hearingkit.rules.registry import Breach, rule
from hearingkit.source.site import Site
from hearingkit.texts.roles import Role
from hearingkit.texts.text import Text
from hearingkit.validation.faults import visible
from hearingkit.validation.parties import AskParties


class Concern(enum.StrEnum):
    """What a body is heard on, by law.

    Attributes:
        OLD: What concerns old people.
        DISABLED: What concerns people with a disability.
        YOUNG: What concerns young people.
        PERSONAL_DATA: Rules on the processing of personal data.
    """

    OLD = "old"
    DISABLED = "disabled"
    YOUNG = "young"
    PERSONAL_DATA = "personal_data"


class BodyToHear(WordGroup):
    """A body, and how texts speak of what it is heard on.

    Attributes:
        body: What it is called.
        named: A pattern for its name in a list or a text, and for those who stand for it.
        about: A pattern for what a title says if the hearing concerns it.
        said: A pattern for what a sentence says if the hearing concerns it.
        unless: A pattern for sentences that speak of something else all the same.
    """

    body: str
    named: re.Pattern[str]
    about: re.Pattern[str]
    said: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None

    def concern_in(self, text: Text) -> re.Match[str] | None:
        """Return what a text says of its concern; None where it says nothing of it."""
        if text.role is Role.TITLE:
            return next(matches_in(self.about, text.plain), None)
        said, unless = self.said, self.unless
        if not (said and unless and may_stand_in(said.pattern, text.plain)):
            return None
        found = ((one, said.search(one)) for one in text.sentences)
        return next((match for one, match in found if match and not unless.search(one)), None)


class BodiesToHear(Words):
    """The bodies that the law of a country names, in its languages.

    Attributes:
        bodies: By what they are heard on; a language leaves out what its country does not have.
    """

    section = "recipients.bodies_to_hear"

    bodies: Mapping[Concern, BodyToHear]


@frozen
class Unheard:
    """A body that a hearing concerns, and that nobody names.

    Attributes:
        concern: What it is heard on.
        body: What it is called.
        text: The words that tell of its concern.
    """

    concern: Concern
    body: str
    text: str


@part
def unheard_bodies(
    texts: tuple[Text, ...],
    ask_parties: AskParties,
    issuer_country: Country,
    origin: Origin | None,
) -> tuple[Unheard, ...]:
    """Return the bodies that a hearing concerns and that neither its list nor its texts name.

    A hearing that is passed on has none, and neither has one that is sent to nobody.
    """
    concerned = () if origin else tuple(_concerned(texts, issuer_country))
    people = [one.recipient for one in addressees(ask_parties())] if concerned else ()
    if not people:
        return ()
    names = (name for one in people for name in (one.name, one.attention) if name)
    named = "\n".join((*names, *(text.plain for text in texts)))
    return tuple(one for one, bodies in concerned if not any(b.named.search(named) for b in bodies))


@rule(
    "HK318",
    Severity.NOTE,
    says='the title speaks of "{text}", but {body} is not on the list; add it, or say in the text '
    "how it is heard",
    source=law("retssikkerhedsloven (DK) §§ 30 and 37 a; kommuneloven (NO) § 5-12"),
)
def council_not_heard(
    unheard_bodies: tuple[Unheard, ...], issuer_kind: IssuerKind, site: Site
) -> Iterator[Breach]:
    """A municipality hears its councils of the old, the disabled and the young on their matters.

    In Denmark the ældreråd and the handicapråd; in Norway the eldreråd, the council of people with
    a disability and the ungdomsråd, which may speak in all that concerns them. Only the title
    counts, and in Norway that of a kommuneplan's samfunnsdel concerns all three. A council counts
    as heard if it stands on the list, alone or as a member, or if the text names it.

    Bad:  issuer: {country: DK, kind: municipality}, title: Politik for ældrepleje, recipients: [KL]
    Good: issuer: {country: DK, kind: municipality}, title: Politik for parker, recipients: [KL]
    """
    if issuer_kind is IssuerKind.MUNICIPALITY:
        for one in unheard_bodies:
            if one.concern is not Concern.PERSONAL_DATA:
                yield Breach(site.at("recipients"), {"body": one.body, "text": one.text})


@rule(
    "HK319",
    Severity.NOTE,
    says='the text speaks of "{text}", but {body} is not on the list; add it, or say in the text '
    "how it is heard",
    source=law("databeskyttelsesloven (DK) § 28; personvernforordningen (GDPR) art. 36 (4)"),
)
def data_protection_not_heard(
    unheard_bodies: tuple[Unheard, ...], kind: HearingKind, issuer_kind: IssuerKind, site: Site
) -> Iterator[Breach]:
    """Datatilsynet is heard on laws and regulations by which personal data is processed.

    Told of are drafts of state bodies whose title speaks of personal data, or whose text says that
    it is collected, shared or processed. What becomes of the answers does not count.

    Bad:  issuer: {country: DK}, kind: bill, title: Lov om persondata i skolen, recipients: [KL]
    Good: issuer: {country: DK}, kind: bill, title: Lov om skolen, recipients: [KL]
    """
    if issuer_kind is IssuerKind.STATE and kind in RULES_OF_LAW:
        for one in unheard_bodies:
            if one.concern is Concern.PERSONAL_DATA:
                yield Breach(site.at("recipients"), {"body": one.body, "text": one.text})


def _concerned(
    texts: tuple[Text, ...], country: Country
) -> Iterator[tuple[Unheard, Sequence[BodyToHear]]]:
    """Yield the bodies that texts concern, each with what it is called in every language."""
    forms = [BodiesToHear.of(language).bodies for language in languages_of(country)]
    for concern in Concern:
        bodies = [one[concern] for one in forms if concern in one]
        found = ((one, one.concern_in(text)) for text in texts for one in bodies)
        body, said = next(((one, said) for one, said in found if said), (None, None))
        if body and said:
            yield Unheard(concern, body.body, visible(said[0])), bodies
