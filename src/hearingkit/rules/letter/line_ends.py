"""Rules on line ends that are lost on paper."""

from collections.abc import Iterator, Mapping
from typing import Final

from hearingkit.findings import Severity, limited, standard
from hearingkit.rules.registry import Breach, rule
from hearingkit.texts.line_ends import Pasted, broken_words, pasted_lines, stuck_lines, stuck_rows
from hearingkit.texts.reading import Stretch
from hearingkit.texts.text import Text
from hearingkit.validation.faults import visible

_RUN_TOGETHER: Final[Mapping[Pasted, str]] = {
    Pasted.NUMBERS: "{count} lines from here on are printed as one paragraph; "
    'begin them with "1. ", "2. " for a list, or write empty lines between them',
    Pasted.TABLE: "{count} lines from here on are printed as one paragraph; "
    'write a table: "| a | b |", with "| --- | --- |" below its first line',
    Pasted.PARAGRAPHS: "{count} lines from here on are printed as one paragraph; "
    "write an empty line between paragraphs",
    Pasted.HEADING: "{count} lines from here on are printed as one paragraph; "
    'begin a heading with "## ", and write an empty line below it',
}


@rule(
    "HK711",
    Severity.WARNING,
    says={
        "item": '"{text}" is printed in the list item above it; write an empty line before it',
        "row": '"{text}" is printed in the table above it; write an empty line before it',
    },
    source=standard("CommonMark 0.31, GFM 0.29: a line right below an item or a row belongs to it"),
)
def line_stuck_to_a_list(texts: tuple[Text, ...]) -> Iterator[Breach]:
    r"""Text below a list or a table has an empty line before it.

    A line right below a list item goes on with that item, as a line that was only wrapped. So a
    new sentence there is printed as the end of the item. Indent a line that does belong to it. A
    line right below a table is one more row of it.

    Bad:  body: "- om fristen er lang nok\nSvarene blir offentlige."
    Good: body: "- om fristen er lang nok\n\nSvarene blir offentlige."
    """
    for text in texts:
        for line in limited(stuck_lines(text.reading)):
            yield _stuck(text, line.stretch, "item")
        for row in limited(stuck_rows(text.reading)):
            yield _stuck(text, row, "row")


def _stuck(text: Text, line: Stretch, variant: str) -> Breach:
    place = text.written_place(line.start, line.end)
    return Breach(place, {"text": visible(text.reading.says(line))}, variant=variant)


@rule(
    "HK712",
    Severity.WARNING,
    says={kind.name.lower(): says for kind, says in _RUN_TOGETHER.items()},
    source=standard("CommonMark 0.31: a line end within a paragraph is a blank"),
)
def lines_become_one_paragraph(texts: tuple[Text, ...]) -> Iterator[Breach]:
    r"""Lines that were pasted stay apart.

    A line end within a paragraph is printed as a blank. So lines that were paragraphs in Word, a
    heading and the text below it, the rows of a table with tabs, and lines that begin with a number
    and are no list run together. Three lines of whole sentences were paragraphs; two were, if the
    first is much shorter than other lines, or longer than 120 signs. A list begins with "1. ", or
    with another number below an empty line, and counts on by one. A line that ends in a backslash
    or in two blanks stays a line. Of each text, only the first such lines are reported.

    Bad:  body: "§ 1 Formål\n§ 2 Virkeområde"
    Good: body: "§ 1 Formål\n\n§ 2 Virkeområde"
    """
    for text in texts:
        if run := pasted_lines(text.reading):
            first = run.lines[0].stretch
            place = text.written_place(first.start, first.end)
            yield Breach(place, {"count": len(run.lines)}, variant=run.kind.name.lower())


@rule(
    "HK721",
    Severity.WARNING,
    says='"{text}" is printed in two pieces; write it in one, or blanks on both sides of a dash',
    source=standard("CommonMark 0.31: a line end within a paragraph is a blank"),
)
def word_in_two_pieces(texts: tuple[Text, ...], lines: tuple[Text, ...]) -> Iterator[Breach]:
    r"""A word that was parted at the end of a line is whole again.

    Text that is copied from a PDF has the hyphens by which its lines ended; a letter has other
    lines, so that the word is printed with a hyphen and a blank in it. A word that lends its end
    from the next one is whole: «skole- og fritidstilbod».

    Bad:  body: "Vi viser til tids-\nfristene."
    Good: body: "Vi viser til tidsfristene."
    """
    for text in (*texts, *lines):
        for word in limited(broken_words(text.prose)):
            yield Breach(text.place(*word.span()), {"text": word[0]})
