"""Open a letterhead: the document, and the texts of it that are filled."""

import functools
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from hearingkit.letterheads.fields import known
from hearingkit.letterheads.marks import ParagraphText, paragraphs
from hearingkit.letterheads.word_fields import write_as_marks
from hearingkit.source.word_files import NoWordFile, word_parts

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.parts.story import StoryPart

_OF_PAGES = ("header", "footer")


def opened(data: bytes) -> "WordDocument":
    """Return the document; Word's own fields in it are marks, where they name what a letter has.

    Raises:
        NoWordFile: If it can't be used as a letterhead.
    """
    word_parts(data)
    return with_marks(loaded(data))


def loaded(data: bytes) -> "WordDocument":
    """Return the document of a Word file that ``word_parts`` found to be one, as it is.

    Raises:
        NoWordFile: If a part is no XML, or a part that another needs is missing.
    """
    import docx

    try:
        return docx.Document(io.BytesIO(data))
    except Exception:  # noqa: BLE001 (python-docx fails in many ways at a broken file)
        raise NoWordFile("broken_word") from None


def with_marks(word: "WordDocument") -> "WordDocument":
    """Return a document in which Word's own fields are marks."""
    for _, story in stories(word):
        write_as_marks(story.element)
    return word


@functools.lru_cache(8)  # each letter of an issuer has the same
def names_in(data: bytes) -> frozenset[str]:
    """Return the slots and fields that a letterhead names, as the table of names has them.

    Raises:
        NoWordFile: If it can't be used as a letterhead.
    """
    found = (one for _, story in stories(opened(data)) for one in paragraphs(story.element))
    marks = (mark for one in found for mark in ParagraphText(one).marks)
    return frozenset(filter(None, (known(mark.name) for mark in marks)))


def stories(word: "WordDocument") -> Iterator[tuple[str, "StoryPart"]]:
    """Yield what a letter fills, each with the name that people know it by: the body's is empty."""
    from docx.parts.story import StoryPart

    yield "", word.part
    for kind in _OF_PAGES:
        relations = [one for one in word.part.rels.values() if one.reltype.endswith(f"/{kind}")]
        parts = dict.fromkeys(one.target_part for one in relations)
        for number, part in enumerate(parts, start=1):
            if isinstance(part, StoryPart):
                yield f"{kind} {number}", part
