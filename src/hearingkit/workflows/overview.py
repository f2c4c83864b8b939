"""The page that lists the hearings, with links to what was rendered of them for readers."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from babel import Locale

from hearingkit.dispatch.letter import Letter
from hearingkit.dispatch.plan import LETTER, OVERVIEW, RECIPIENT_LIST, file_stem, letters
from hearingkit.letters.overview import OverviewLink, OverviewWords, compose_overview
from hearingkit.validation.book import Case
from hearingkit.workflows.output import Output
from hearingkit.writers import DocumentFormat
from hearingkit.writers.html import write_overview

_FOR_READERS: Final = (DocumentFormat.HTML, DocumentFormat.PDF, DocumentFormat.DOCX)


def overview_file(
    cases: Sequence[Case], written: Mapping[str, Collection[str]], today: dt.date
) -> Output:
    """Return the page for the output folder.

    Args:
        cases: The hearings; drafts are left out.
        written: By hearing id, the names of the files that were rendered.
        today: The day on which hearings are open or over.
    """
    links = {case.id: tuple(_links(case, written.get(case.id, ()))) for case in cases}
    return Output("", OVERVIEW, write_overview(compose_overview(cases, links, today)))


def _links(case: Case, written: Collection[str]) -> Iterator[OverviewLink]:
    for letter in letters(case):
        for name, text in _names(letter).items():
            for format_ in _FOR_READERS:
                file = f"{file_stem(letter, name)}.{format_.value}"
                if file in written:
                    yield OverviewLink(f"{case.id}/{file}", f"{text} ({_details(letter, format_)})")


def _names(letter: Letter) -> Mapping[str, str]:
    if letter.change:
        return {LETTER: letter.phrases.changes[letter.kind.value]}
    return {
        LETTER: OverviewWords.of(letter.language).letter,
        RECIPIENT_LIST: letter.phrases.recipient_list,
    }


def _details(letter: Letter, format_: DocumentFormat) -> str:
    """Return the format; before it the language, where a hearing has several."""
    kind = format_.value.upper()
    if len(letter.hearing.language) == 1:
        return kind
    return f"{Locale(letter.language.value).language_name}, {kind}"
