"""An office's manner in a letter: that of the hearing, its issuer, or else its language."""

from hearingkit.language.language import Language
from hearingkit.language.phrasebook import Reader, phrases
from hearingkit.model.labels import Label
from hearingkit.model.text import in_language
from hearingkit.validation.book import Case


def label(key: Label | str, case: Case, language: Language) -> str | None:
    """Return a label with its colon; None where what it stands for is not printed.

    Args:
        key: Which label, or one that the data gives as it is.
        case: Whose.
        language: Of the letter.
    """
    if not isinstance(key, Label):
        return _with_colon(key)
    own = case.issuer.labels | case.hearing.labels
    if key not in own:
        if key is Label.YOURS:
            return reader(case, language).reference
        return str(getattr(phrases(language), key.value))
    given = own[key]
    return _with_colon(in_language(given, language)) if given else None


def reader(case: Case, language: Language) -> Reader:
    """Return the words for whoever reads the letter."""
    given = case.hearing.address_as or case.issuer.address_as
    return phrases(language).readers[given.value if given else "usual"]


def _with_colon(text: str) -> str:
    """Return a label with a colon at its end."""
    return f"{text.removesuffix(':')}:"
