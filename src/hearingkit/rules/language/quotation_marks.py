"""Rules on the marks around quotations: those of the letter's language, and both of them."""

from collections.abc import Iterator

from hearingkit.findings import Severity, limited, practice, spelling
from hearingkit.language.properties import LanguageProperties
from hearingkit.rules.language.counting import each_once
from hearingkit.rules.registry import Breach, rule
from hearingkit.texts.pasted import is_quoted
from hearingkit.texts.quotations import (
    Quotation,
    QuotationMarks,
    foreign_quotations,
    inner_quotations,
)
from hearingkit.texts.text import Text
from hearingkit.texts.unclosed_quotations import half_quotations
from hearingkit.validation.faults import visible


@rule(
    "HK602",
    Severity.NOTE,
    says={
        "once": "the marks {marks} around a quotation are not {language}; write {usual}",
        "several": "the marks {marks} around a quotation ({times} times) are not {language}; "
        "write {usual}",
        "nested": "the marks {marks} stand inside a quotation with the same marks; write {inner}",
    },
    source=spelling("Retskrivningsordbogen § 58 (DK); Språkrådet (NO)"),
)
def foreign_quotation_marks(texts: tuple[Text, ...]) -> Iterator[Breach]:
    """A quotation has marks of the letter's language, and one inside another has other marks.

    Norwegian has «…»; Danish has ’…’, ”…” or »…«, which is the Norwegian pair turned round. Others,
    as “…”, are let pass where a text has none of its own. Each pair of marks is told of once in a
    text. In a title, the letter writes the inner marks itself where it puts the title in marks.

    Bad:  language: nb, body: "Direktoratet kaller det »en hjelp«."
    Good: language: nb, body: "Direktoratet kaller det «en hjelp»."
    """
    for text in texts:
        if not text.is_shared:
            yield from _foreign_marks(text)
            yield from limited(_inner_marks(text))


@rule(
    "HK604",
    Severity.NOTE,
    says={
        "opened": 'a quotation is opened and never closed in "{text}"; add the other mark, '
        "or take this one away",
        "closed": 'a quotation is closed and never opened in "{text}"; add the other mark, '
        "or take this one away",
    },
    source=practice("a reader must see where the words of somebody else begin and end"),
)
def half_a_quotation(texts: tuple[Text, ...]) -> Iterator[Breach]:
    """A quotation that is opened is closed.

    Told of is only a mark that is the one left over of its kind in a text. Quotations over several
    paragraphs, inches and the mark ’, which is an apostrophe too, are left alone.

    Bad:  body: "Direktoratet kaller det «en hjelp."
    Good: body: "Direktoratet kaller det «en hjelp»."
    """
    for text in texts:
        # A formula may open a quotation in one case and close it in another.
        if "{%" not in text.plain:
            for half in half_quotations(text.plain):
                place = text.place(half.start, half.end)
                variant = "opened" if half.opens else "closed"
                yield Breach(place, {"text": visible(half.text)}, variant=variant)


def _foreign_marks(text: Text) -> Iterator[Breach]:
    """Yield the first quotation of each foreign pair of marks."""
    if is_quoted(text.plain):  # no quotation: HK715 tells of it
        return
    names = {
        "language": LanguageProperties.of(text.language).name,
        "usual": " / ".join(QuotationMarks.of(text.language).usual),
    }

    def breach(one: Quotation) -> Breach:
        place = text.place(one.start, one.end)
        return Breach(place, {"marks": f"{one.marks[0]}…{one.marks[1]}", **names})

    found = foreign_quotations(text.prose, text.language)
    yield from each_once(found, lambda one: one.marks, breach)


def _inner_marks(text: Text) -> Iterator[Breach]:
    """Yield the quotations inside one with the same marks."""
    inner = QuotationMarks.of(text.language).inner
    for one in inner_quotations(text.prose):
        facts = {"marks": f"{one.marks[0]}…{one.marks[1]}", "inner": inner}
        yield Breach(text.place(one.start, one.end), facts, variant="nested")
