"""The dispatch plan of a hearing: which letters there are, who gets which, and under which name.

What renders, shows, lists or mails a hearing reads this plan, so that all of them agree.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hearingkit.dispatch.letter import Letter
from hearingkit.language.language import Language
from hearingkit.model.recipient import Member, Recipient
from hearingkit.validation.book import Case
from hearingkit.validation.parties import Party

LETTER: Final = "letter"
"""What the file of the letter that begins a hearing is called, before its language."""
RECIPIENT_LIST: Final = "recipient-list"
RECIPIENTS: Final = "recipients"
"""What the other files of a hearing are called."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A letter to one recipient, or to a member of one that stands for several.

    Attributes:
        party: The recipient as the letter names it.
        member: Who gets the letter.
        language: Of the letter.
    """

    party: Party
    member: Member
    language: Language

    @property
    def recipient(self) -> Recipient:
        """Return who gets the letter, as described."""
        return self.member.recipient

    @property
    def name(self) -> str:
        """Return its name in the language of the letter."""
        return self.recipient.name_in(self.language)

    @property
    def is_copy(self) -> bool:
        """Tell whether the letter is only for information."""
        return self.member.is_copy

    @property
    def collective(self) -> str:
        """Return the name of what it is a member of; empty where it is none."""
        within = self.member.within
        return within[-1].name_in(self.language) if within else ""


def letters(case: Case) -> tuple[Letter, ...]:
    """Return every letter of a hearing, in the order of its changes, in each language."""
    stages = (case.as_of(told) for told in range(len(case.hearing.changes) + 1))
    return tuple(letter for stage in stages for letter in latest(stage))


def latest(case: Case) -> tuple[Letter, ...]:
    """Return the last letter of a hearing in each language."""
    return tuple(Letter(case, language) for language in case.hearing.language)


def deliveries(case: Case) -> Iterator[Delivery]:
    """Yield everyone who gets a letter, in the order that the hearing sets.

    A collective gets none itself: its members do. A hearing has no letter in a language that it
    isn't written in; who wants such a one gets that in the hearing's first language.
    """
    languages = case.hearing.language
    for party in case.parties:
        for member in Member(party.recipient).with_members():
            if not member.recipient.members:
                wanted = member.language
                yield Delivery(party, member, wanted if wanted in languages else languages[0])


def file_stem(letter: Letter, name: str = LETTER) -> str:
    """Return what a file of a letter is called before its ending: ``letter-da``, ``extension-da``.

    The second extension is ``extension-2-da``.

    Args:
        letter: Which letter it is, or goes with.
        name: ``LETTER``, or else what it is called before its language.
    """
    if letter.change and name == LETTER:
        same = sum(one.kind is letter.kind for one in letter.hearing.changes)
        name = f"{letter.kind.value}-{same}" if same > 1 else letter.kind.value
    return f"{name}-{letter.language.value}"
