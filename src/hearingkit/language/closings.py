"""Words above the signatures, by which somebody has closed a letter that closes itself."""

from hearingkit.language.words import Words


class ClosingWords(Words):
    """What is typed above the signatures of a letter.

    Attributes:
        typed: The whole of a line, in small letters.
    """

    section = "language.closings"

    typed: frozenset[str]


def is_closing(line: str) -> bool:
    """Return whether a line closes a letter: «Med vennlig hilsen», in any language."""
    return line.strip(" ,.*_\t\n").casefold() in ClosingWords.of_any().typed
