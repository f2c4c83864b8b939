"""All text of a hearing that somebody typed, so that rules can read it."""

import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from hearingkit.language.language import Language
from hearingkit.model.text import LineIn, ProseIn, in_language
from hearingkit.model.wording import Formula
from hearingkit.validation.book import Case, Site

T = TypeVar("T")

MOST_TOLD: Final = 100
"""How often one rule speaks of one hearing's text: a text with more faults is at fault as a whole,
and finding the place of each would take longer than anybody waits."""

# What a formula fills in, where a link leads, and addresses; each ends at a sign it can't hold, so
# that a text is read in linear time.
_NOT_PROSE = re.compile(
    r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{#[^{}]*#\}"
    r"|(?<=\])\([^()\s]*\)"
    r"|(?:https?://|www\.|mailto:)[^\s<>()\[\]]+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,190}"
)
_HIDDEN = "\0"


@dataclass(frozen=True, slots=True)
class FreeText:
    """A text in one language.

    Attributes:
        site: Where it stands.
        text: As written.
        language: That it is printed in; the first one, where one text serves several.
        key: ``title``, ``short_notice_reason``, ``body`` or ``wording``.
        is_shared: Whether one text serves several languages.
    """

    site: Site
    text: str
    language: Language
    key: str
    is_shared: bool = False

    @property
    def is_markdown(self) -> bool:
        """Tell whether it may hold headings, links and tables."""
        return self.key in {"body", "wording"}

    def nth(self, quote: str, start: int) -> int:
        """Return which occurrence of a piece of the text, from 0, the one at an offset is."""
        return self.text.count(quote, 0, start)


@functools.lru_cache(maxsize=1)  # one rule after the other asks for it
def free_text(case: Case) -> tuple[FreeText, ...]:
    """Return the title, the reason for a short period, the body and the formulas of a hearing.

    A formula of the issuer counts where the hearing has none of its own.
    """
    return tuple(_free_text(case))


def _free_text(case: Case) -> Iterator[FreeText]:
    hearing = case.hearing
    for key in ("title", "short_notice_reason", "body"):
        yield from _in_languages(getattr(hearing, key), case.site.at(key), key, case)
    yield from _formulas(hearing.wording, case.site, case)
    rest = {key: said for key, said in case.issuer.wording.items() if key not in hearing.wording}
    yield from _formulas(rest, case.issuer_site, case)


@functools.lru_cache(maxsize=64)  # several rules look through the same text
def without_what_is_no_prose(text: str) -> str:
    """Return a text, as long as before, in which nothing is left of formulas and addresses."""
    return hide(_NOT_PROSE, text)


def hide(pattern: re.Pattern[str], text: str) -> str:
    """Return a text, as long as before, in which NUL stands for all that a pattern matches."""
    return pattern.sub(lambda found: _HIDDEN * len(found[0]), text)


def told(breaches: Iterable[T]) -> Iterator[T]:
    """Yield no more than can be told of one hearing."""
    return itertools.islice(breaches, MOST_TOLD)


def _formulas(
    wording: Mapping[Formula, str | ProseIn | None], site: Site, case: Case
) -> Iterator[FreeText]:
    for formula, said in wording.items():
        yield from _in_languages(said, site.at("wording", formula.value), "wording", case)


def _in_languages(
    words: str | LineIn | ProseIn | None, site: Site, key: str, case: Case
) -> Iterator[FreeText]:
    languages = case.hearing.language
    if isinstance(words, str):
        yield FreeText(site, words, languages[0], key, is_shared=len(languages) > 1)
    elif words is not None:
        for language in languages:
            yield FreeText(site.at(language.value), in_language(words, language), language, key)
