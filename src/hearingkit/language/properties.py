"""The name, tag and country of a language."""

from hearingkit.language.words import Words


class LanguageProperties(Words):
    """The name, tag and country of a language.

    Attributes:
        name: English name inside a sentence.
        full_name: English name on its own.
        tag: BCP 47 tag with a region.
        country: ISO 3166 code of the country where letters are written in it.
        is_usual: Whether most letters of that country are written in it.
    """

    section = "language.properties"

    name: str
    full_name: str
    tag: str
    country: str
    is_usual: bool
