"""Texts that stand in many places and are held once."""

from typing import Final

_MOST: Final = 5_000


class SharedTexts:
    """The texts of a file, of which many repeat: a town, a language, whom a letter goes to."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def one_of(self, text: str) -> str:
        """Return a text: the first that was equal to it, if that is among the first thousands."""
        if len(self._texts) < _MOST:
            return self._texts.setdefault(text, text)
        return self._texts.get(text, text)
