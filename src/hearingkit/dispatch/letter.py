"""A letter before it is written: what it is about, which one it is, in which language."""

import enum
from dataclasses import dataclass, replace
from typing import Self

from hearingkit.language.language import Language
from hearingkit.model.hearing import Hearing
from hearingkit.model.issuer import Issuer
from hearingkit.model.text import LineIn, in_language
from hearingkit.validation.book import Case


class LetterKind(enum.StrEnum):
    """What a letter is for.

    Attributes:
        INVITATION: The letter by which a hearing begins: a høringsbrev.
    """

    INVITATION = "invitation"


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter of a hearing.

    Attributes:
        case: The hearing.
        language: In which it is written.
        kind: What it is for.
    """

    case: Case
    language: Language
    kind: LetterKind = LetterKind.INVITATION

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
