"""A rule on who signs the letter."""

from collections.abc import Iterator

from hearingkit.findings import Severity
from hearingkit.model.issuer import IssuerKind
from hearingkit.rules.registry import Breach, rule
from hearingkit.validation.book import Case


@rule(
    "HK703",
    Severity.NOTE,
    says="nobody signs the letter; add signatories, or electronically_approved: true",
    source="practice: a letter of a state body shows who answers for it, or that it was approved",
)
def nobody_signs(case: Case) -> Iterator[Breach]:
    """A letter of a state body is signed, or says that it was approved electronically.

    A letter is looked at once it has a day and a case number; before that it is a draft.

    Bad:  sent: 2026-02-02, references: {ours: 26/123}, and no signatories
    Good: … and signatories: [{name: …, title: Kontorchef}]
    """
    hearing = case.hearing
    is_finished = hearing.sent and hearing.references.ours
    is_approved = hearing.signatories or hearing.electronically_approved
    if case.issuer.kind is IssuerKind.STATE and is_finished and not is_approved:
        yield Breach(case.site.at("signatories"))
