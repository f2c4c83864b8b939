"""A letter before it is written: what it is about, which one it is, in which language."""

import datetime as dt
from dataclasses import replace
from typing import Self

from hearingkit.dispatch.delivery import Delivery
from hearingkit.frozen import frozen
from hearingkit.language.language import Language
from hearingkit.language.phrasebook import Phrases
from hearingkit.model.changes import HearingChange
from hearingkit.model.enclosure import Enclosure
from hearingkit.model.hearing import Hearing
from hearingkit.model.issuer import Issuer
from hearingkit.model.letter_kinds import LetterKind
from hearingkit.model.text import LineIn, Moment, in_language
from hearingkit.validation.book import Case


@frozen
class Letter:
    """One letter of a hearing: it tells the last change of its case, or else begins the hearing.

    Attributes:
        case: The hearing as it stood when the letter was sent.
        language: In which it is written.
        to: The one whom it is addressed to; None where it goes to all alike.
    """

    case: Case
    language: Language
    to: Delivery | None = None

    @property
    def change(self) -> HearingChange | None:
        """Return the change that it tells; None where it is the letter that begins the hearing."""
        return self.hearing.changes[-1] if self.hearing.changes else None

    @property
    def kind(self) -> LetterKind:
        """Return what it is for."""
        return self.hearing.last_letter

    @property
    def sent(self) -> dt.date | None:
        """Return its own day."""
        return self.change.sent if self.change else self.hearing.sent

    @property
    def due_before(self) -> Moment:
        """Return the deadline as it was before the change that it tells."""
        return self.case.as_of(len(self.hearing.changes) - 1).hearing.due

    @property
    def enclosures(self) -> tuple[Enclosure, ...]:
        """Return the documents that go with it."""
        return (self.change or self.hearing).enclosures

    @property
    def phrases(self) -> Phrases:
        """Return the phrases of its language."""
        return self.case.phrases(self.language)

    @property
    def hearing(self) -> Hearing:
        """Return what it is about."""
        return self.case.hearing

    @property
    def issuer(self) -> Issuer:
        """Return who sends it.

        Raises:
            LookupError: If no file describes the issuer.
        """
        return self.case.issuer

    @property
    def printed(self) -> Self:
        """Return it with the lines that its case prints in its language."""
        return replace(self, case=self.case.printed_in(self.language))

    def words(self, given: str | LineIn | None) -> str:
        """Return a line in its language; empty where there is none."""
        return in_language(given, self.language) if given else ""
