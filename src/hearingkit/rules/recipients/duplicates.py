"""Rules on recipients."""

from collections.abc import Iterator

from hearingkit.findings import Severity, practice
from hearingkit.names.mailbox_words import without_case
from hearingkit.rules.recipients.addressees import Addressee
from hearingkit.rules.registry import Breach, rule
from hearingkit.source.site import Site
from hearingkit.validation.faults import visible


@rule(
    "HK301",
    Severity.WARNING,
    says={
        "one": '"{who}" is listed twice; the first stands at {first}',
        "more": '"{who}" and {number} more are listed twice; the first stands at {first}',
    },
    source=practice("one letter to each party"),
)
def recipient_twice(addressees: tuple[Addressee, ...]) -> Iterator[Breach]:
    """A recipient stands once.

    Upper and lower case, and white space, make no difference. The members of a collective are
    recipients too, and so is who gets a copy. A list that is included twice, or that overlaps with
    another, shows here: leave the list out, or the name with ``except``.

    Bad:  recipients: [KL, Danske Regioner, kl]
    Good: recipients: [KL, Danske Regioner]
    """
    seen: dict[str, Addressee] = {}
    included_twice: dict[str, tuple[Site, list[Addressee]]] = {}
    for again in addressees:
        first = seen.setdefault(again.name, again)
        is_elsewhere = first.site == again.site or again.is_registered
        if again.via and first is not again and is_elsewhere:
            _, those = included_twice.setdefault(str(again.via.path), (again.via, []))
            those.append(again)
        elif first is not again:
            facts = {"who": again.shown, "first": first.first_place}
            yield Breach(again.site, facts, variant="one")
    for via, those in included_twice.values():
        facts = {"who": those[0].shown, "first": those[0].first_place}
        if len(those) > 1:
            yield Breach(via, {**facts, "number": len(those) - 1}, variant="more")
        else:
            yield Breach(via, facts, variant="one")


@rule(
    "HK302",
    Severity.WARNING,
    says='"{email}" is also the address of "{other}", which stands at {first}',
    source=practice("one letter to each mailbox"),
)
def address_twice(addressees: tuple[Addressee, ...]) -> Iterator[Breach]:
    """A mailbox belongs to one recipient.

    The same address under two names is mostly the same body, once with an old name. The address of
    a collective with members doesn't count, as only the members are written to.

    Bad:  recipients: [{name: KL, email: kl@kl.example}, {name: HK, email: kl@kl.example}]
    Good: recipients: [{name: KL, email: kl@kl.example}, {name: HK, email: hk@hk.example}]
    """
    seen: dict[str, Addressee] = {}
    for again in addressees:
        for site, email in again.mailboxes() if again.has_no_members else ():
            first = seen.setdefault(without_case(email), again)
            if first.name != again.name:
                other = {"other": first.shown, "first": first.first_place}
                yield Breach(site, {"email": visible(email), **other})
