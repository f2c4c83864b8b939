"""Rules on recipients."""

from collections.abc import Iterator

from hearingkit.findings import Severity
from hearingkit.rules.recipients.addressees import Addressee, addressees
from hearingkit.rules.registry import Breach, rule
from hearingkit.validation.book import Case, Site
from hearingkit.validation.faults import visible


@rule(
    "HK301",
    Severity.WARNING,
    says="{who} listed twice; the first stands at {first}",
    source="practice: one letter to each party",
)
def recipient_twice(case: Case) -> Iterator[Breach]:
    """A recipient stands once.

    Upper and lower case, and white space, make no difference. The members of a collective are
    recipients too, and so is who gets a copy. A list that is included twice, or that overlaps with
    another, shows here: leave the list out, or the name with ``except``.

    Bad:  entries: [KL, Danske Regioner, kl]
    Good: entries: [KL, Danske Regioner]
    """
    seen: dict[str, Addressee] = {}
    included_twice: dict[str, tuple[Site, list[Addressee]]] = {}
    for again in addressees(case):
        first = seen.setdefault(again.name, again)
        if again.via and first is not again and first.site == again.site:
            _, those = included_twice.setdefault(str(again.via.path), (again.via, []))
            those.append(again)
        elif first is not again:
            facts = {"who": f"{again.quoted} is", "first": first.first_place}
            yield Breach(again.site, facts)
    for via, those in included_twice.values():
        others = f" and {len(those) - 1} more are" if len(those) > 1 else " is"
        facts = {"who": those[0].quoted + others, "first": those[0].first_place}
        yield Breach(via, facts)


@rule(
    "HK302",
    Severity.WARNING,
    says='"{email}" is also the address of {other}, which stands at {first}',
    source="practice: one letter to each mailbox",
)
def address_twice(case: Case) -> Iterator[Breach]:
    """A mailbox belongs to one recipient.

    The same address under two names is mostly the same body, once with an old name. The address of
    a collective with members doesn't count, as only the members are written to.

    Bad:  entries: [{name: KL, email: kl@kl.example}, {name: Kommunerne, email: kl@kl.example}]
    Good: entries: [{name: KL, email: kl@kl.example}]
    """
    seen: dict[str, Addressee] = {}
    for again in addressees(case):
        emails = () if again.recipient.members else again.recipient.email
        for number, email in enumerate(emails):
            first = seen.setdefault(email.casefold(), again)
            if first.name != again.name:
                told = {"other": first.quoted, "first": first.first_place}
                yield Breach(again.site.at("email", number), {"email": visible(email), **told})
