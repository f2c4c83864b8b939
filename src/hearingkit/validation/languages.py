"""Texts that stand in several languages: is there one for each that is needed?"""

from collections.abc import Iterator
from typing import Any

from hearingkit.findings import Finding
from hearingkit.language.language import Language
from hearingkit.model.printed import printed_texts
from hearingkit.model.text import in_language
from hearingkit.validation.book import Located
from hearingkit.validation.faults import finding, named


def missing_languages(
    located: Located[Any], languages: tuple[Language, ...], whose: str
) -> Iterator[Finding]:
    """Yield a finding for each text of a value that lacks one of the languages.

    A text that is at fault is left out.

    Args:
        located: A hearing or an issuer.
        languages: Those of the hearing.
        whose: Which of the two it is: ``hearing`` or ``issuer``.
    """
    for one in printed_texts(located.value):
        for language in languages if not isinstance(one.words, str) else ():
            if not in_language(one.words, language) and not located.is_at_fault(*one.path):
                here = located.site.at(*one.path)
                facts = {"holder": named(here), "language": language.value}
                yield finding("HK116", here.key_place, whose, **facts)
