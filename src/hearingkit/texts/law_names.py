"""Names of laws in running text, which keep the language that the law is written in."""

import functools
import re

from hearingkit.language.words import Words, either
from hearingkit.texts.hiding import hide


class LawWords(Words):
    """The parts of a law's name, as patterns.

    Attributes:
        laws: What a law is called.
        dated: Before its day.
        about: Before what it is on.
        draft: Before the name of one that is not made yet.
        new: Before one that is to be another.
    """

    section = "texts.law_names"

    laws: tuple[str, ...]
    dated: tuple[str, ...]
    about: tuple[str, ...]
    draft: str
    new: tuple[str, ...]


def without_law_names(text: str) -> str:
    """Return a text, as long as before, in which NUL stands for such as «lov om folketrygd»."""
    return hide(_name(), text)


def without_other_laws(title: str) -> str:
    """Return a title in the same way, but with the name of the law that it is the title of.

    In «Forslag til forskrift om endring av forskrift om støy» that is the first.
    """
    found = _name().search(title)
    if not found or not _new().fullmatch(title, 0, found.start()):
        return without_law_names(title)
    own = found.end("law")
    return title[:own] + without_law_names(title[own:])


@functools.cache
def _name() -> re.Pattern[str]:
    every = LawWords.of_all()
    laws = either(law for words in every for law in words.laws)
    before = either(word for words in every for word in words.dated)
    about = either(word for words in every for word in words.about)
    dated = (  # «lov 10. juni 2005 nr. 51», «lov nr. 4 af 3. januar 2023»
        r"(?:\snr\.\s?[0-9]{1,5})?"
        rf"(?:\s(?:(?:{before})\s)?[0-9]{{1,2}}\.\s\w{{3,9}}\s[0-9]{{4}}(?:\snr\.\s?[0-9]{{1,5}})?)?"
    )
    return re.compile(
        rf"\b(?P<law>{laws}){dated}\s(?:{about})\s[^.,;:()\n–]{{1,200}}", re.IGNORECASE
    )


@functools.cache
def _new() -> re.Pattern[str]:
    every = LawWords.of_all()
    drafts = either(words.draft for words in every)
    new = either(word for words in every for word in words.new)
    return re.compile(rf"(?:(?:{drafts})\s+)?(?:(?:{new})\s+)?", re.IGNORECASE)
