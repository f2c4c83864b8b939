"""Rules on where answers go."""

from collections.abc import Iterator

from hearingkit.findings import Severity
from hearingkit.model.book import Case
from hearingkit.rules.registry import Breach, rule


@rule(
    "HK501",
    Severity.ERROR,
    says='{number} addresses, but not whether to use all or any; write "to: all" or "to: any"',
    source="practice: a party must know where its answer counts as given",
)
def several_addresses_without_to(case: Case) -> Iterator[Breach]:
    """Several addresses for answers say whether all are needed, or any one will do.

    The letter words the two quite differently, and who answers at one of two places must know
    whether that is enough.

    Bad:  submission: {addresses: [{email: a@sst.example}, {email: b@sst.example}]}
    Good: submission: {to: all, addresses: [{email: a@sst.example}, {email: b@sst.example}]}
    """
    submission = case.hearing.submission
    if len(submission.addresses) > 1 and submission.to is None:
        yield Breach(case.site.at("submission"), {"number": len(submission.addresses)})
