"""Names of laws in running text, which keep the language that the law is written in."""

from typing import Final

from hearingkit.language.asked_words import may_stand_in
from hearingkit.language.words import Words
from hearingkit.texts.hiding import hide


class LawWords(Words):
    """The parts of a law's name, as patterns.

    Attributes:
        laws: What a law is called.
        dated: Before its day.
        number: Before its number.
        about: Before what it is on.
        draft: Before the name of one that is not made yet.
        new: Before one that is to be another.
    """

    section = "texts.law_names"

    laws: tuple[str, ...]
    dated: tuple[str, ...]
    number: str
    about: tuple[str, ...]
    draft: str
    new: tuple[str, ...]


# «lov 10. juni 2005 nr. 51», «lov nr. 4 af 3. januar 2023»
_DATED: Final = (
    r"(?:\s%number\s?[0-9]{1,5})?"
    r"(?:\s(?:%dated\s)?[0-9]{1,2}\.\s\w{3,9}\s[0-9]{4}(?:\s%number\s?[0-9]{1,5})?)?"
)
_NAME: Final = rf"(?i)\b(?P<law>%laws){_DATED}\s%about\s[^.,;:()\n–]{{1,200}}"
_NEW: Final = r"(?i)(?:%draft\s+)?(?:%new\s+)?"


def without_law_names(text: str) -> str:
    """Return a text, as long as before, in which NUL stands for such as «lov om folketrygd»."""
    name = LawWords.pattern(_NAME)
    return hide(name, text) if may_stand_in(name.pattern, text) else text


def without_other_laws(title: str) -> str:
    """Return a title in the same way, but with the name of the law that it is the title of.

    In «Forslag til forskrift om endring av forskrift om støy» that is the first.
    """
    found = LawWords.pattern(_NAME).search(title)
    if not found or not LawWords.pattern(_NEW).fullmatch(title, 0, found.start()):
        return without_law_names(title)
    own = found.end("law")
    return title[:own] + without_law_names(title[own:])
