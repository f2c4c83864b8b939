"""A rule on who signs the letter."""

from collections.abc import Iterator

from hearingkit.findings import Severity, practice
from hearingkit.model.hearing import Signatory
from hearingkit.model.issuer import IssuerKind
from hearingkit.rules.registry import Breach, rule
from hearingkit.source.site import Site


@rule(
    "HK703",
    Severity.NOTE,
    says="nobody signs the letter; add signatories, or electronically_approved: true",
    source=practice("a letter of a state body shows who answers for it, or that it was approved"),
)
def nobody_signs(
    issuer_kind: IssuerKind,
    signatories: tuple[Signatory, ...],
    site: Site,
    *,
    electronically_approved: bool,
    is_finished: bool,
) -> Iterator[Breach]:
    """A letter of a state body is signed, or says that it was approved electronically.

    A letter is looked at once it has a day and a case number; before that it is a draft.

    Bad:  sent: 2026-02-02, references: {ours: 26/123}, signatories: []
    Good: sent: 2026-02-02, references: {ours: 26/123}, signatories: [{title: Kontorchef}]
    """
    is_approved = signatories or electronically_approved
    if issuer_kind is IssuerKind.STATE and is_finished and not is_approved:
        yield Breach(site.at("signatories"))
