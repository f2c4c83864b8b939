"""Rules on who can be reached: recipients without an address."""

import functools
import re
from collections.abc import Iterator, Sequence

from hearingkit.findings import Severity, practice
from hearingkit.language.word_groups import either
from hearingkit.language.words import Words
from hearingkit.rules.recipients.addressees import Addressee
from hearingkit.rules.registry import Breach, rule


class CollectiveWords(Words):
    """What names of collectives are made of, as parts of patterns.

    Attributes:
        every: First words of a name that stands for several.
        the: Articles that are such a first word, if small letters follow.
        not_behind_the: What follows an article in the name of one body.
        stems: Of words for bodies, of which few associations make their names.
        endings: Of such words, for several known ones.
        neuter_stems: Of words whose ending is another.
        neuter_endings: Of those, for several known ones.
    """

    section = "recipients.missing_addresses"

    every: tuple[str, ...]
    the: tuple[str, ...]
    not_behind_the: tuple[str, ...]
    stems: tuple[str, ...]
    endings: tuple[str, ...]
    neuter_stems: tuple[str, ...]
    neuter_endings: tuple[str, ...]


@rule(
    "HK306",
    Severity.NOTE,
    says={
        "one": '"{who}" has neither an e-mail nor a postal address, as most of the others have',
        "more": '"{who}" and {number} more have neither an e-mail nor a postal address, '
        "as most of the others have",
    },
    source=practice("who is entitled to a letter and has no address never gets it"),
)
def no_address(addressees: tuple[Addressee, ...]) -> Iterator[Breach]:
    """A recipient on a mailing list has an address.

    Who has none is left out when the list is used to send the letters, and nobody sees it. The note
    comes once for a hearing, and only where most recipients have an address: a list of names alone
    is there to be printed. Who gets a copy doesn't count.

    Bad:  recipients: [{name: KL, email: kl@kl.example}, {name: FOA, email: foa@foa.example}, HK]
    Good: recipients: [{name: KL, email: kl@kl.example}, {name: HK, email: hk@hk.example}]
    """
    written_to = _written_to(addressees)
    lacking = [
        one
        for one in written_to
        if not _has_address(one) and not _is_collective(one.recipient.name)
    ]
    if lacking and len(lacking) < sum(map(_has_address, written_to)):
        first, *others = lacking
        if others:
            facts = {"who": first.shown, "number": len(others)}
            yield Breach(first.site, facts, variant="more")
        else:
            yield Breach(first.site, {"who": first.shown}, variant="one")


@rule(
    "HK308",
    Severity.NOTE,
    says='"{who}" stands for several, and has neither members nor an address; add one of the two',
    source=practice("a letter is sent to somebody; Noark 5 keeps a group's members"),
)
def collective_without_members(addressees: tuple[Addressee, ...]) -> Iterator[Breach]:
    """A collective on a mailing list says who it stands for.

    «Kommunane» or «Alle departementer» can be printed, but not written to. Say who is meant under
    members, or give the address of somebody who passes the letter on. A list without any e-mail
    address is there to be printed, and is left alone.

    Bad:  recipients: [{name: KS, email: ks@ks.example}, Kommunane i Vestland]
    Good: recipients: [{name: Kommunane i Vestland, members: [{name: Voss herad, email:
          post@voss.example}]}]
    """
    written_to = _written_to(addressees)
    if any(one.recipient.email for one in written_to):
        for one in written_to:
            if not _has_address(one) and _is_collective(one.recipient.name):
                yield Breach(one.site, {"who": one.shown})


def _written_to(addressees: tuple[Addressee, ...]) -> Sequence[Addressee]:
    """Return whom letters surely go to: the members of a collective, not itself; no copies."""
    return [one for one in addressees if one.has_no_members and not one.is_copy]


def _has_address(one: Addressee) -> bool:
    return bool(one.recipient.email or one.recipient.address)


@functools.lru_cache(maxsize=512)  # many hearings have the same recipients
def _is_collective(name: str) -> bool:
    return bool(_collective().match(name))


@functools.cache
def _collective() -> re.Pattern[str]:
    """Return what the name of a collective begins with, in any language."""
    return re.compile(either(map(_collective_in, CollectiveWords.of_all())))


def _collective_in(words: CollectiveWords) -> str:
    return (
        rf"(?i:{either(words.every)})\s"
        rf"|(?:{either(words.the)})\s(?!{either(words.not_behind_the)})[a-zß-ÿ]"
        rf"|(?i:[^\W\d_]{{0,20}}(?:{either(words.stems)})m?(?:{either(words.endings)})\b)"
        rf"|(?i:[^\W\d_]{{0,20}}(?:{either(words.neuter_stems)})(?:{either(words.neuter_endings)})\b)"
    )
