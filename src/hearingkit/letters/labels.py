"""The labels of a letter: those of the hearing, or else of its issuer, or else of the language."""

from hearingkit.language.language import Language
from hearingkit.language.phrasebook import phrases
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
        return str(getattr(phrases(language), key.value))
    given = own[key]
    return _with_colon(in_language(given, language)) if given else None


def _with_colon(text: str) -> str:
    """Return a label with a colon at its end."""
    return f"{text.removesuffix(':')}:"
