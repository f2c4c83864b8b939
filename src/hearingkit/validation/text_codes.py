"""The code HK140: what a text from Word loses in a letter."""

from typing import Final

from hearingkit.codes import by_code
from hearingkit.findings import Severity
from hearingkit.validation.value_codes import data_code

OF_TEXTS: Final = by_code(
    data_code(
        "HK140",
        {
            "picture": (
                'a picture is left out: "{words}"; send it with the letter as an enclosure',
                "a picture is left out; send it with the letter as an enclosure",
            ),
            "box": 'a text box is left out: "{words}"; write it as a paragraph',
            "object": "an object of another program is left out; write it as text or a table",
            "formula": (
                'a formula is left out: "{words}"; write it as text, or enclose it',
                "a formula is left out; write it as text, or enclose it",
            ),
            "sign": "a sign of a font of signs is left out; type the sign that is meant",
            "comment": "a comment is left out; delete it if it is answered",
            "link": 'the link of "{words}" leads to no web page, and is left out',
            "merged": 'the cell "{words}" is merged with others; it is one cell in the letter',
            "joined": 'the lines of the cell "{words}" become one; make each a row of the table',
            "columns": 'columns of tabs run together from "{words}" on; make them a table in Word',
            "nested": 'a table stands in the cell "{words}"; its cells become text',
            "struck": '"{words}" is struck out in Word, and not in the letter; delete it',
            "underlined": '"{words}" is underlined in Word, and not in the letter; make it bold',
            "numbers": (
                'from "{words}" on, headings lose their numbers and items their letters; '
                "type those to which the text refers"
            ),
            "open": "somebody has the file open in Word; only what is saved of it is read",
            "raised": '"{words}" is raised or lowered in Word, and not in the letter',
        },
        """\
Something in a text from Word is not in the letter, or looks otherwise there.

A letter holds headings, paragraphs, lists, tables, links, bold and stressed text, and notes, which
stand behind the text. The line of the finding is the paragraph of the Word file, counted from 1,
those in tables too.

Bad:  body: {file: brevtekst.docx} (with a picture in the text)
Good: enclosures: [{title: Kort, file: kort.pdf}]
""",
        severity=Severity.WARNING,
    ),
)
