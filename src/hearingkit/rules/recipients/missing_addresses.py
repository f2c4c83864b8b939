"""Rules on who can be reached: recipients without an address."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hearingkit.findings import Severity
from hearingkit.rules.recipients.addressees import Addressee, addressees
from hearingkit.rules.registry import Breach, rule
from hearingkit.validation.book import Case

_SEVERAL: Final = (  # stems of words for bodies, of which few associations make their names
    "kommun|region|styrels|statsforvalt(?:er|ar)?|h[øö]yskol|høgsk[uo]l|højskol|medlem|part"
    "|foreining|forening|organisasjon|organisation|nabo|grunne(?:ig[ae]|ie)r|grundej|lodsej|myndighe[dt]"
    "|instans|forbund|bydel|domstol|politikreds|etat"
)
_SEVERAL_NEUTER: Final = (  # in nynorsk their ending is -a, which in others is that of one
    "fylk|departement|ministeri|direktorat|universitet|(?:syke|sjuke|syge)hus|f[oø]retak|distrikt"
)
_COLLECTIVE: Final = re.compile(
    r"(?i:alle|samtlige|samtlege|øvrige|andre|diverse)\s"
    r"|[Dd]ei?\s(?!danske|norske|nordiske|frie|unge)[a-zæøå]"
    rf"|(?i:[^\W\d_]{{0,20}}(?:{_SEVERAL})m?(?:ane|ene|erne|ne)\b)"
    rf"|(?i:[^\W\d_]{{0,20}}(?:{_SEVERAL_NEUTER})(?:ene|erne|ne|a)\b)"
)


@rule(
    "HK306",
    Severity.NOTE,
    says="{who} neither an e-mail nor a postal address, as most of the others have",
    source="practice: who is entitled to a letter and has no address never gets it",
)
def no_address(case: Case) -> Iterator[Breach]:
    """A recipient on a mailing list has an address.

    Who has none is left out when the list is used to send the letters, and nobody sees it. The note
    comes once for a hearing, and only where most recipients have an address: a list of names alone
    is there to be printed. Who gets a copy doesn't count.

    Bad:  entries: [{name: KL, email: kl@kl.example}, {name: FOA, email: foa@foa.example}, HK]
    Good: entries: [{name: KL, email: kl@kl.example}, {name: HK, email: hk@hk.example}]
    """
    written_to = _written_to(case)
    lacking = [one for one in written_to if not _has_address(one) and not _is_collective(one)]
    if lacking and len(lacking) < sum(map(_has_address, written_to)):
        others = f" and {len(lacking) - 1} more have" if len(lacking) > 1 else " has"
        yield Breach(lacking[0].site, {"who": lacking[0].quoted + others})


@rule(
    "HK308",
    Severity.NOTE,
    says="{who} stands for several, and has neither members nor an address; add one of the two",
    source="practice: a letter is sent to somebody; Noark 5 keeps a group's members",
)
def collective_without_members(case: Case) -> Iterator[Breach]:
    """A collective on a mailing list tells who it stands for.

    «Kommunane» or «Alle departementer» can be printed, but not written to. Say who is meant under
    members, or give the address of somebody who passes the letter on. A list without any e-mail
    address is there to be printed, and is left alone.

    Bad:  entries: [{name: KS, email: ks@ks.example}, Kommunane i Vestland]
    Good: entries: [{name: Kommunane i Vestland, members: [{name: Voss herad, email: …}]}]
    """
    written_to = _written_to(case)
    if any(one.recipient.email for one in written_to):
        for one in written_to:
            if _is_collective(one) and not _has_address(one):
                yield Breach(one.site, {"who": one.quoted})


def _written_to(case: Case) -> Sequence[Addressee]:
    """Return whom letters go to: the members of a collective, not itself; no copies."""
    everybody = [one for one in addressees(case) if not one.is_copy]
    return [one for one in everybody if not one.recipient.members]


def _has_address(one: Addressee) -> bool:
    return bool(one.recipient.email or one.recipient.address)


def _is_collective(one: Addressee) -> bool:
    return bool(_COLLECTIVE.match(one.recipient.name))
