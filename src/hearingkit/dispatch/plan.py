"""The dispatch plan of a hearing: which letters there are, who gets which, and under which name.

What renders, shows, lists or mails a hearing reads this plan, so that all of them agree.
"""

from collections.abc import Iterator
from typing import Final

from hearingkit.dispatch.delivery import Delivery
from hearingkit.dispatch.letter import Letter
from hearingkit.model.recipient import Member
from hearingkit.validation.book import Case
from hearingkit.values.demanded_forms import form_demanded

LETTER: Final = "letter"
"""What the file of the letter that begins a hearing is called, before its language."""
RECIPIENT_LIST: Final = "recipient-list"
RECIPIENTS: Final = "recipients"
"""What the other files of a hearing are called."""
OVERVIEW: Final = "index.html"
"""What the page that lists all hearings is called."""


def letters(case: Case) -> tuple[Letter, ...]:
    """Return every letter of a hearing, in the order of its changes, in each language."""
    return tuple(letter for stage in stages(case) for letter in latest(stage))


def stages(case: Case) -> tuple[Case, ...]:
    """Return the case as it stood at each of its letters, in order; the last as it is."""
    return tuple(case.as_of(changes) for changes in range(len(case.hearing.changes) + 1))


def latest(case: Case) -> tuple[Letter, ...]:
    """Return the last letter of a hearing in each language."""
    return tuple(Letter(case, language) for language in case.hearing.language)


def deliveries(case: Case) -> Iterator[Delivery]:
    """Yield everyone who gets a letter, in the order that the hearing sets.

    A collective gets none itself: its members do. A hearing has no letter in a language that it
    isn't written in; who wants such a one gets that in the hearing's first language.

    Source:
        språklova (NO) § 15, second paragraph: state bodies and counties write to a municipality or
        a county in the form that it has demanded.
    """
    languages = case.hearing.language
    issuer = case.sender.value if case.sender and len(languages) > 1 else None
    for party in case.parties:
        for member in Member(party.recipient).with_members():
            if not member.recipient.members:
                wanted = member.language
                if issuer and not wanted:
                    name = member.recipient.name or ""
                    wanted = form_demanded(name, issuer.country, issuer.kind)
                yield Delivery(party, member, wanted if wanted in languages else languages[0])


def one_each(case: Case) -> Iterator[Letter]:
    """Yield the last letter of a hearing to each recipient, in its language."""
    yield from (Letter(case, one.language, one) for one in deliveries(case))


def file_stem(letter: Letter, name: str = LETTER) -> str:
    """Return what a file of a letter is called before its ending: ``letter-da``, ``extension-da``.

    The second extension is ``extension-2-da``.

    Args:
        letter: Which letter it is, or goes with.
        name: ``LETTER``, or else what it is called before its language.
    """
    return f"{stem(letter) if name == LETTER else name}-{letter.language.value}"


def stem(letter: Letter) -> str:
    """Return what a letter is called in every language: ``letter``, ``extension``."""
    if not letter.change:
        return LETTER
    same = sum(one.kind is letter.kind for one in letter.hearing.changes)
    return f"{letter.kind.value}-{same}" if same > 1 else letter.kind.value
