"""The codes HK131, HK132 and HK140: templates, data and texts in files that aren't read in full."""

from typing import Final

from hearingkit.codes import by_code
from hearingkit.findings import Severity
from hearingkit.validation.value_codes import data_code

OF_FILES: Final = by_code(
    data_code(
        "HK131",
        {
            "file": (
                'no letter reads "{given}"; did you mean "{meant}"?',
                'no letter reads "{given}"',
            ),
            "folder": 'nothing is read from "{given}"; did you mean "{meant}"?',
            "block": (
                'no letter prints the block "{given}"; did you mean "{meant}"?',
                'no letter prints the block "{given}"',
            ),
        },
        """\
A template of your own is not read, as its name or that of a block in it is misspelt.

A file in templates/letters takes the place of the built-in one of the same name, and a block in it
that of the block of the same name; templates/words/nb.yaml words phrases anew. With another name
it changes nothing, and the letter says what it said before. A file that another template includes
may have any name, and so may a block inside another one. hearingkit template list shows where each
formula comes from.

Bad:  templates/letters/nb/invitaton.md.j2, or {% block submision %}
Good: templates/letters/nb/invitation.md.j2, and {% block submission %}
""",
        severity=Severity.WARNING,
    ),
    data_code(
        "HK132",
        '"{given}" is not read, as its name does not end in .yaml; rename it to "{meant}"',
        """\
A file of data is not read, as its name has a second ending.

Data is what ends in .yaml or .yml. Some programs write .txt behind that, and do not show it; then
no letter and no list has what stands in the file. Let the program show the endings of files.

Bad:  data/skole.yaml.txt
Good: data/skole.yaml
""",
        severity=Severity.WARNING,
    ),
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
