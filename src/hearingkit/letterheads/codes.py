"""The codes HK801 to HK814: what is wrong with an office's own Word letterhead."""

import functools
from typing import Final

from hearingkit.codes import Code, by_code
from hearingkit.findings import Severity, law, practice, standard
from hearingkit.source.word_files import NO_WORD_FILE

_code: Final = functools.partial(Code, source=practice("a letterhead is filled for every letter"))
_warning: Final = functools.partial(_code, severity=Severity.WARNING)
_note: Final = functools.partial(_code, severity=Severity.NOTE)

CODES: Final = by_code(
    _code(
        "HK801",
        NO_WORD_FILE,
        """\
The file can't be used as a letterhead.

A letterhead is a .docx: no template, no file with macros, no file that is locked with a password.
Open it in Word, choose Save as, and the type Word document (.docx).

Bad:  brevmal.dotm
Good: brevmal.docx
""",
        source=standard("ISO/IEC 29500: Office Open XML"),
    ),
    _code(
        "HK802",
        {
            "unknown": (
                '{where}: unknown field "{given}"; did you mean "{meant}"?',
                '{where}: unknown field "{given}"; hearingkit explain names lists them all',
            ),
            "merge": (
                '{where}: the merge field "{given}" is not known; did you mean "{meant}"?',
                '{where}: the merge field "{given}" is not known, or stands inside another field',
            ),
            "control": (
                '{where}: the content control "{given}" would print its prompt; '
                "give it the name of a field as its tag, or delete it",
                "{where}: a content control would print its prompt; "
                "give it the name of a field as its tag, or delete it",
            ),
        },
        """\
A field has a name that no letter has.

A letterhead names slots for parts of a letter, as {{ body }}, and values, as {{ date }} or
{{ issuer.phone }}. A merge field or a content control of Word is known by the same names, with _ in
place of the full stop.

Bad:  {{ issuer.telephone }}
Good: {{ issuer.phone }}
""",
    ),
    _code(
        "HK803",
        {
            "open": '{where}: braces that nothing closes: "{given}"',
            "tag": '{where}: "{given}" is a tag of another program; a letterhead only names fields',
        },
        """\
Braces are left open, or belong to the template of another program.

A field is closed in the paragraph in which it begins, and before a tab or a new line.

Bad:  {{ date }
Good: {{ date }}
""",
    ),
    _code(
        "HK804",
        {
            "inside": '{where}: "{given}" is a part of the letter; give it a paragraph of its own',
            "twice": '{where}: "{given}" stands here again; a part is printed once',
        },
        """\
The slot for a part of the letter has company, or stands twice.

The paragraph of a slot makes way for paragraphs, lists and tables. Text in the same paragraph would
be lost, and a part that stands twice would be read twice.

Bad:  Til: {{ recipient }}
Good: {{ recipient }}
""",
    ),
    _code(
        "HK805",
        "no slot for the text of the letter; write {{{{ body }}}} in a paragraph of its own",
        """\
The letterhead has no place for the text of a letter.

Bad:  Med vennlig hilsen
Good: {{ body }}
""",
    ),
    _warning(
        "HK806",
        {
            "": "no slot {{{{ {given} }}}}; {instead}",
            "typed": '{where}: "{given}" stands twice, as letters close themselves; '
            "write {{{{ closing }}}} in its place",
        },
        """\
The letterhead has no place for a part of the letter.

Nothing is lost: the part stands before or after the text. To choose its place, write its slot in a
paragraph of its own. Fields such as {{ date }} can take the place of {{ references }}. A list of
recipients is sent to nobody and signed by nobody: these slots are empty there.
A letter closes itself: «Med hilsen» that is typed is there twice, and on the list too.

Bad:  {{ body }} (and no {{ signature }})
Good: {{ body }}, and below it {{ signature }}
""",
    ),
    _note(
        "HK807",
        '{where}: "{given}" is split over {number} runs; all of it gets the look of the first',
        """\
Word has split a field.

It is filled all the same. If its letters do not look alike, type it anew in one go.

Bad:  {{ da and te }}, of which one is bold
Good: {{ date }}
""",
    ),
    _note(
        "HK808",
        {
            "added": "no style {given}; letters add the one of hearingkit where they need it",
            "as_text": "no style {given}; lists look as the text around them",
        },
        """\
The letterhead has no style for something that letters hold.

Styles are known by their names in English, Danish and Norwegian Word. Headings, tables and links
without a style get that of hearingkit, in the font of the letterhead; lists look as the text around
them. To choose their look, use the style once in the letterhead, and save it.

Bad:  no style Overskrift 2
Good: Overskrift 2 in the font of the office
""",
    ),
    _note(
        "HK809",
        {
            "default": "its text is marked as {given}; letters are marked in their own language",
            "text": "{where}: the text is marked as {given}, also in letters; set its language",
        },
        """\
Text is marked as being in another language than letters are.

A screen reader reads it aloud as if it were that language, and Word underlines all of it. Mark the
text, and choose its language under Review.

Bad:  English (United States)
Good: Norwegian Bokmål
""",
        source=law("WCAG 2.1, 3.1.1 and 3.1.2, which law asks for in Denmark and Norway"),
    ),
    _warning(
        "HK810",
        "the page is {width} x {height} mm; letters are printed on A4, 210 x 297 mm",
        """\
The page is not A4.

Bad:  Letter, 216 x 279 mm
Good: A4
""",
        source=standard("ISO 216: A4"),
    ),
    _warning(
        "HK811",
        "{where}: a picture has no alt text; say what it says, or mark it as decorative",
        """\
A picture says nothing to those who don't see it.

Right-click the picture in Word, and choose Edit alt text.

Bad:  a logo without alt text
Good: a logo with the alt text: Etaten
""",
        source=law("WCAG 2.1, 1.1.1, which law asks for in Denmark and Norway"),
    ),
    _warning(
        "HK812",
        {
            "comments": "comments go out with every letter; delete them in Word",
            "changes": "{where}: a tracked change goes out with every letter; accept or reject it",
        },
        """\
Comments or tracked changes are left.

Whoever gets a letter would read them, with the names of those who wrote them.

Bad:  a comment: Skal logoet være større?
Good: no comments, and all changes accepted
""",
    ),
    _note(
        "HK813",
        {
            "author": 'is by "{given}"; letters name their issuer instead',
            "manager": 'names "{given}" in its properties, which go out with every letter',
        },
        """\
The properties of the file name a person.

Word writes the name of whoever made the file into it. A letter has its issuer's name there.

Bad:  Forfatter: navnet på en ansat
Good: Forfatter: navnet på myndigheden
""",
    ),
    _warning(
        "HK814",
        {
            "link": '{where} leads out of the file, to "{given}"; put it into the file',
            "merge": "is tied to the data of a mail merge; choose Normal Word Document in Word",
        },
        """\
Something of the letterhead lies outside of the file.

A picture that is linked is missing in the letters of others, and Word asks about a template or the
data of a mail merge each time a letter is opened. Links in the text to web pages are fine.

Bad:  a linked picture on a drive of the office
Good: the same picture, inserted
""",
    ),
)
