"""An office's manner in a letter: that of the hearing, its issuer, or else its language."""

from hearingkit.dispatch.letter import Letter
from hearingkit.language.phrasebook import Reader
from hearingkit.model.labels import Label


def label(key: Label | str, letter: Letter) -> str | None:
    """Return a label with its colon; None where what it stands for is not printed.

    Args:
        key: Which label, or one that the data gives as it is.
        letter: Where it is printed.
    """
    if not isinstance(key, Label):
        return _with_colon(key)
    own = letter.issuer.labels | letter.hearing.labels
    if key not in own:
        if key is Label.YOURS:
            return reader(letter).reference
        return str(getattr(letter.phrases, key.value))
    given = own[key]
    return _with_colon(letter.words(given)) if given else None


def reader(letter: Letter) -> Reader:
    """Return the words for whoever reads the letter."""
    given = letter.hearing.address_as or letter.issuer.address_as
    return letter.phrases.readers[given.value if given else "usual"]


def _with_colon(text: str) -> str:
    """Return a label with a colon at its end."""
    return f"{text.removesuffix(':')}:"
