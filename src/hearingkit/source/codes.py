"""The codes HK001 to HK018: faults of a file as YAML, whatever data it holds."""

import functools
from typing import Final

from hearingkit.codes import Code, Message, by_code
from hearingkit.findings import Finding, Place, Severity
from hearingkit.source.syntax_codes import SYNTAX, YAML

WRITE_BAR: Final = 'write "|" behind the key, and all of the text on the lines below, indented'

_ENCLOSE: Final = "to send it with a letter, name it under enclosures: [{{title: …, file: …}}]"

_code: Final = functools.partial(Code, source=YAML)

CODES: Final = by_code(
    _code(
        "HK001",
        {
            "missing": ('does not exist; did you mean "{near}"?', "does not exist"),
            "needless": "does not exist; leave it out to check all of {data}",
            "barred": "can't be read: permission is missing",
            "unreadable": ("can't be read: {reason}", "can't be read"),
            "bad_name": "can't be read: no file can have this name",
            "irregular": "is no regular file",
            "outside": "is a link that leads out of the workspace; copy the file",
            "workbook": (
                "is an Excel workbook or the like, no hearing data; "
                "hearingkit recipients import makes a list of recipients of it"
            ),
            "document": (
                "is a Word document or the like, no hearing data; begin a hearing with "
                "hearingkit new, and copy the text below its key body"
            ),
            "pdf": f"is a PDF, no hearing data; {_ENCLOSE}",
            "presentation": f"is a presentation, no hearing data; {_ENCLOSE}",
            "picture": f"is a picture, no hearing data; {_ENCLOSE}",
            "message": (
                "is a mail of Outlook, no hearing data; copy what it says into a .yaml file"
            ),
            "archive": "is an archive of files, no hearing data; unpack it first",
        },
        """\
The file can't be read: it is missing, barred, no regular file or that of another program.

hearingkit can't use the file. Other files can't refer to its data. Check the name of the file, and
whether you may read it. Hearing data is text in YAML; what goes with a letter, as a PDF, is named
among the enclosures of the hearing.

Bad:  hearingkit validate data/hearing.yaml (the file is called hearings.yaml)
Good: hearingkit validate data/hearings.yaml
""",
    ),
    _code(
        "HK002",
        {
            "file": "is larger than {most} MB",
            "together": Message(
                "with this file the data is larger than {most} MB; no further file is read",
                "keep the hearings of other years in a workspace of their own",
            ),
            "values": "the file holds more than {most} values",
            "values_together": Message(
                "the files before it hold more than {most} values; no further file is read",
                "keep the hearings of other years in a workspace of their own",
            ),
            "text": Message(
                "a text of {length} characters; no more than {most} are read",
                "put it into a file, among the enclosures",
            ),
        },
        """\
The file is too large to be hearing data.

Hearings are text. A file has at most 40 MB and 1,500,000 values, which are a register of 100,000
parties; what is larger is usually another kind of file, put into data/ by mistake. One text has at
most 100,000 characters, which are forty pages: enclose a longer text as a file. All files of a
workspace have at most 50 MB and 3,000,000 values together, which are more than ten thousand
hearings.

Bad:  data/hearings.yaml with all hearings since 1990
Good: data/2025.yaml and data/2026.yaml
""",
        hint="split it into several files in the same folder; they are read as one book",
    ),
    _code(
        "HK003",
        {
            "utf_16": "is UTF-16 text, not UTF-8",
            "byte": (
                'byte 0x{byte} is not UTF-8; in Windows-1252 it would be "{meant}"',
                "byte 0x{byte} is not UTF-8",
            ),
        },
        """\
The file is not UTF-8.

Older programs save æ, ø and å in a way that other programs can't read. Open the file in the program
that shows it correctly, and save it again as UTF-8.

Bad:  saved as Windows-1252 or ISO 8859-1
Good: saved as UTF-8
""",
        hint="save the file as UTF-8 in the editor",
    ),
    _code(
        "HK004",
        {
            "unseen": (
                "{number}, {name}, stands here unseen",
                "{number}, no character, stands here unseen",
            ),
            "control": "{number}, control character, stands here unseen",
            "private": Message(
                "{number} has a meaning in one font only; other fonts show a box for it",
                'write the sign that is meant; in a list, "- " in front of each item',
            ),
            "unprintable": '"{escape}" stands for a character that no letter can show',
            "too_high": '"{escape}" stands for no character',
            "no_escape": Message(
                '"{escape}" stands for no character',
                "delete the escape, or write the character itself",
            ),
        },
        """\
The text holds a character that is not seen, or that no letter can show.

Such a character damages letters and lists: a control character or a line separator from a PDF or a
spreadsheet, a bullet of a font of Word, a character that turns the direction of a text, or a space
that is not that of the keyboard where YAML asks for one. Delete it, and type the right one.

Bad:  title: "Forskrift\x07 om slam"
Good: title: Forskrift om slam
""",
        hint="delete the character; it often comes along with text that is pasted",
    ),
    SYNTAX,
    _code(
        "HK006",
        'key "{key}" stands twice; the first is in line {line}',
        """\
A key stands twice in the same mapping.

Only one of the two values can count, and it is not clear which one. Two hearings need two ids.

Bad:  {name: KL, email: kl@kl.example, email: post@kl.example}
Good: {name: KL, email: [kl@kl.example, post@kl.example]}
""",
        hint="keep one of the two, or give one another name",
    ),
    _code(
        "HK007",
        {
            "inside": '"*{name}" stands inside what it refers to',
            "many": "aliases repeat more than {most} values in this file",
        },
        """\
Aliases repeat more than can be meant, or an alias contains itself.

An alias (*name) repeats the value that an anchor (&name) marks. A few aliases are fine. Aliases of
aliases can become too large for any program.

Bad:  a: &a [*b, *b], b: &b [*a, *a]
Good: a list under recipient_lists, which hearings refer to by its id
""",
        hint="write the data out, or put the parties in a list under recipient_lists",
    ),
    _code(
        "HK008",
        "lists and mappings are nested more than {most} levels deep",
        """\
Lists and mappings are nested too deep.

No hearing needs so many levels. Probably brackets were opened by mistake, and were not closed.

Bad:  recipients: [[[[[[ … ]]]]]]
Good: recipients: [KL, Danske Regioner]
""",
        hint="take levels away; look for brackets that were opened by mistake",
    ),
    _code(
        "HK009",
        '"{tag}" is a tag, which is not used here',
        """\
A YAML tag is used; hearingkit takes all values as text.

A word behind an exclamation mark is a type in YAML. hearingkit does not use types: it reads every
value as it is written.

Bad:  title: !Viktig melding
Good: title: "!Viktig melding"
""",
        hint="put the value in quotes if the exclamation mark belongs to the text",
    ),
    _code(
        "HK010",
        '"<<" merges mappings, which hearingkit does not do',
        """\
A YAML merge key is used; hearingkit has none.

Some programs copy keys from another place where they read <<. In hearingkit, a hearing holds all of
its own keys.

Bad:  kort: {<<: *lang, title: Kort}
Good: kort: {language: nb, issuer: etaten, title: Kort}
""",
        hint="write the keys out",
    ),
    _code(
        "HK011",
        {
            "begins": "a second document begins here; a file holds only one",
            "ended": Message(
                "text follows the three dots, which end the document", "delete the dots"
            ),
        },
        """\
The file holds several YAML documents.

A line of three hyphens begins a new document, and a line of three full stops ends a document.
hearingkit reads only one document in a file.

Bad:  two hearings with --- between them
Good: two hearings under one "hearings:"
""",
        hint="delete the line, or put each document in a file of its own",
    ),
    _code(
        "HK012",
        {
            "no_text": "a list or a mapping can't be a key",
            "missing": Message(
                "the key in front of the colon is missing", "write the key, or delete the colon"
            ),
        },
        """\
A key is not a text.

A key must be a text. Usually a value begins with a brace, and YAML reads the brace as the start of
a mapping.

Bad:  title: {{ navn }}
Good: title: "{{ navn }}"
""",
        hint="put the value in quotes if it begins with a brace, a bracket or a question mark",
    ),
    _code(
        "HK013",
        {
            "list": "the file begins with a list instead of a key",
            "text": "the file holds a text instead of keys with values",
        },
        """\
The file is not a mapping at its outermost level.

A file begins with the kind of its data: issuers, parties, recipient_lists, hearings.

Bad:  - title: Forskrift om slam
Good: hearings: {slam: {title: Forskrift om slam, …}}
""",
        hint='begin with "issuers:", "parties:", "recipient_lists:" or "hearings:" '
        "at the start of a line",
    ),
    _code(
        "HK014",
        '"&{name}" is an anchor that nothing refers to, not part of the text',
        """\
An anchor is never referred to; the word after an ampersand is not part of the text.

An ampersand at the start of a value begins the name of an anchor. hearingkit does not print it.

Bad:  name: &Co. KG
Good: name: "&Co. KG"
""",
        severity=Severity.WARNING,
        hint="put the value in quotes if the ampersand belongs to the text",
    ),
    _code(
        "HK015",
        {
            "nothing": (
                '"{said}" is nothing to ask hearingkit for; write ignore[{code}], and the reason',
                '"{said}" is nothing to ask hearingkit for; write ignore[CODE], and the reason',
            ),
            "no_code": (
                '"{code}" is no code of a rule; did you mean "{meant}"?',
                '"{code}" is no code of a rule',
            ),
            "no_reason": "gives no reason; write it behind the bracket",
        },
        """\
A comment speaks to hearingkit, but can't be followed.

A comment can silence a rule for its line, if it gives the code of the rule and a reason. A comment
with another spelling has no effect.

Bad:  deadline: 2025-05-17   # hearingkit: ignore HK205
Good: deadline: 2025-05-17   # hearingkit: ignore[HK205] agreed with the ministry
""",
        severity=Severity.WARNING,
        hint="write # hearingkit: ignore[HK205] and the reason",
    ),
    _code(
        "HK016",
        "silences {codes}, but nothing of that is found here",
        """\
A comment silences a rule that finds nothing there.

The fault has been mended, or it is on another line now. A comment that is not needed can hide the
next fault.

Bad:  deadline: 2025-05-19   # hearingkit: ignore[HK205] agreed with the ministry
Good: deadline: 2025-05-19
""",
        severity=Severity.NOTE,
        hint="delete the comment",
    ),
    _code(
        "HK017",
        {
            "behind": '"{comment}" is a comment, and no part of the text in front of it',
            "above": Message(
                '"{comment}" is a comment, and no part of the text below it', WRITE_BAR
            ),
        },
        """\
A comment stands so close behind a text that it may be the rest of it.

A # behind a space begins a comment, and a comment is not printed. If a number or a word follows the
# directly, it may be part of the text: put the text in quotes. If it is a comment, write a space
behind the #.

Bad:  title: Plan for kvartal #12 og #13
Good: title: "Plan for kvartal #12 og #13"
""",
        severity=Severity.WARNING,
        hint="put the value in quotes if it belongs to the text, or write a space behind the #",
    ),
    _code(
        "HK018",
        {
            "paragraph": ("an empty line above this is lost, as the lines of this text are joined"),
            "list": "this list is lost, as the lines of this text are joined",
        },
        """\
A text loses its paragraphs or its list, as its lines are joined.

If a text of several lines has no | in front of it, or has a >, YAML joins its lines. One empty line
is lost, so two paragraphs become one. The entries of a list become one line.

Bad:  body: > (and below it two paragraphs)
Good: body: | (and below it two paragraphs)
""",
        severity=Severity.WARNING,
        hint=WRITE_BAR,
    ),
)


def fault(code: str, place: Place, variant: str = "", /, **facts: object) -> Finding:
    """Return a finding with a message of a code, filled with facts."""
    return CODES[code].finding(place, variant, facts)
