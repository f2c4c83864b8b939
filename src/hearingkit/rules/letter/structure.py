"""Rules on what a screen reader needs: headings, links, tables and lists marked as such."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from hearingkit.findings import Severity, guidance, limited, standard
from hearingkit.language.words import Words
from hearingkit.rules.registry import Breach, rule
from hearingkit.texts.accessibility import (
    bold_headings,
    headless_tables,
    links,
    links_to_nowhere,
    skipped_levels,
    uneven_rows,
)
from hearingkit.texts.reading import LinkSpan, Reading, Stretch
from hearingkit.texts.text import Text
from hearingkit.texts.typed_lists import typed_lists
from hearingkit.validation.faults import visible

_IN_ENGLISH: Final = frozenset({"here", "click here", "link"})
_LINK_IN_ITS_TARGET: Final = "]("


class LinkWords(Words):
    """What a link is called that does not say where it leads.

    Attributes:
        empty: In small letters.
    """

    section = "letter.structure"

    empty: frozenset[str]


@rule(
    "HK704",
    Severity.WARNING,
    says="a heading of level {level} stands below one of level {above}; write {meant}",
    source=guidance(
        "W3C WAI on headings: no rank is skipped. WCAG 2.1 (1.3.1) asks only that headings are "
        "marked as such"
    ),
)
def heading_skips_a_level(texts: tuple[Text, ...]) -> Iterator[Breach]:
    r"""Headings go down one level at a time.

    Who can't see the page finds the way by the levels of the headings; one left out seems to be a
    part that is missing. How many # the first heading has makes no difference.

    Bad:  body: "## Bakgrunn\n#### Gjeldende rett"
    Good: body: "## Bakgrunn\n### Gjeldende rett"
    """
    for text in _markdown(texts):
        for line, level, above in limited(skipped_levels(text.reading)):
            meant = "#" * (above + 1)
            yield _breach(text, line, level=level, above=above, meant=meant)


@rule(
    "HK705",
    Severity.WARNING,
    says={
        "empty-words": 'a link says only "{text}"; let its text say where it leads',
        "no-words": "a link has no text; let its text say where it leads",
        "no-page": 'a link leads to "{target}"; write its whole address, from https:// or mailto: '
        "on",
        "no-target": "a link has no address; write its whole address, from https:// or mailto: on",
        "link": 'a link leads to "{target}", which prints a link itself; write that one alone, '
        "or a whole address, from https:// or mailto: on",
    },
    source=guidance(
        "W3C WAI, technique G91: the text of a link describes its purpose. For WCAG 2.1 (2.4.4) "
        "the sentence around it may do so"
    ),
)
def link_says_nothing(texts: tuple[Text, ...]) -> Iterator[Breach]:
    """The text of a link says where it leads, and the link leads there.

    Screen readers list the links of a document by their text; ten times «her» is no list. A link
    without an address, or with one that does not begin with https:// or mailto:, is no link in the
    letter: its text is printed, and what stood for the address is lost. A name such as
    {{ submission.email }} prints a link: it stands alone, not in the address of another.

    Bad:  body: "Forslaget kan du lese [her](https://sst.example/f)."
    Good: body: "Les [forslaget til ny forskrift](https://sst.example/f)."
    """
    for text in _markdown(texts):
        for link, words in limited(links(text.reading)):
            if not words:
                yield _breach(text, link.written, "no-words")
            elif words.casefold() in _IN_ENGLISH | LinkWords.of_any().empty:
                yield _breach(text, link.written, "empty-words", text=visible(words))
            if _LINK_IN_ITS_TARGET in link.href:
                target = visible(_as_written(text, link))
                yield _breach(text, link.written, "link", target=target)
        for link in limited(links_to_nowhere(text.reading)):
            if not link.href:
                yield _breach(text, link.written, "no-target")
            elif _LINK_IN_ITS_TARGET not in link.href:
                yield _breach(text, link.written, "no-page", target=visible(link.href))


@rule(
    "HK706",
    Severity.WARNING,
    says="a column of the table has no name; fill in its first line",
    source=standard("WCAG 2.1 (EN 301 549), 1.3.1: structure can be determined by programs"),
)
def table_without_head(texts: tuple[Text, ...]) -> Iterator[Breach]:
    r"""The first line of a table names its columns.

    A screen reader says the name of the column before each cell. The first corner may be empty
    where the cells below it name the rows.

    Bad:  body: "|  |  |\n| --- | --- |\n| Høring | mars |"
    Good: body: "| Steg | Tid |\n| --- | --- |\n| Høring | mars |"
    """
    yield from _breaches(headless_tables, texts)


@rule(
    "HK707",
    Severity.NOTE,
    says="bold words stand alone as a heading would; if they are one, write # before them",
    source=standard("WCAG 2.1 (EN 301 549), 1.3.1: structure can be determined by programs"),
)
def bold_for_a_heading(texts: tuple[Text, ...]) -> Iterator[Breach]:
    r"""A heading is marked as one, not only shown bold.

    Bold words look like a heading, but a screen reader finds none there, and neither does the
    outline of a PDF. A bold sentence that ends in a full stop is text.

    Bad:  body: "**Bakgrunn**\n\nLoven er fra 1998."
    Good: body: "## Bakgrunn\n\nLoven er fra 1998."
    """
    yield from _breaches(bold_headings, texts)


@rule(
    "HK708",
    Severity.NOTE,
    says='entries are typed with "{mark}", which makes no list; begin each of them with "{begin}"',
    source=standard("WCAG 2.1 (EN 301 549), 1.3.1: structure can be determined by programs"),
)
def typed_list(texts: tuple[Text, ...]) -> Iterator[Breach]:
    r"""A list is marked as one, not only typed.

    Lines that begin with a bullet, a dash or a letter run on as one paragraph, and a screen reader
    finds no list. Lines that begin with a hyphen and a space, or with 1. and a space, are a list.

    Bad:  body: "• trygge vegar\n• eit kollektivtilbod"
    Good: body: "- trygge vegar\n- eit kollektivtilbod"
    """
    for text in _markdown(texts):
        for entry in limited(typed_lists(text.reading)):
            begin = "1. " if entry.mark.endswith(")") else "- "
            yield _breach(text, entry.stretch, mark=visible(entry.mark), begin=begin)


@rule(
    "HK710",
    Severity.WARNING,
    says={
        "more": "a row of {cells} cells stands in a table of {columns} columns; "
        "what is too much is not printed",
        "fewer": "a row of {cells} cells stands in a table of {columns} columns; "
        "add what is missing",
    },
    source=standard(
        "GitHub Flavored Markdown 0.29, 4.10: cells too many are lost, and cells too few are empty"
    ),
)
def uneven_row(texts: tuple[Text, ...]) -> Iterator[Breach]:
    r"""Each row of a table has as many cells as the table has columns.

    A cell too many is not printed at all; where one is missing, what follows stands in the wrong
    column. An empty cell is written as such. A row of one cell, as a heading within the table, is
    left alone.

    Bad:  body: "| Steg | Tid | Sted |\n| --- | --- | --- |\n| Høring | mars |"
    Good: body: "| Steg | Tid | Sted |\n| --- | --- | --- |\n| Høring | mars | |"
    """
    for text in _markdown(texts):
        for row, cells, columns in limited(uneven_rows(text.reading)):
            variant = "more" if cells > columns else "fewer"
            yield _breach(text, row, variant, cells=cells, columns=columns)


def _markdown(texts: tuple[Text, ...]) -> Iterator[Text]:
    return (text for text in texts if text.role.is_markdown)


def _breaches(
    find: Callable[[Reading], Iterable[Stretch]], texts: tuple[Text, ...]
) -> Iterator[Breach]:
    for text in _markdown(texts):
        for stretch in limited(find(text.reading)):
            yield _breach(text, stretch)


def _breach(text: Text, stretch: Stretch, variant: str = "", /, **facts: object) -> Breach:
    return Breach(text.place_of(stretch), facts, variant=variant)


def _as_written(text: Text, link: LinkSpan) -> str:
    """Return where a link leads, as it stands in the data: with names, not with their values."""
    place = text.written_place(*link.target)
    end = place.end_column
    return place.excerpt[place.column - 1 : end - 1] if place.excerpt and end else link.href
