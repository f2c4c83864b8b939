"""The manuals of the codes HK001 to HK018, as ``explain`` prints them."""

from collections.abc import Mapping
from typing import Final

SOURCE: Final = "YAML 1.2, and what hearingkit reads of it"

MANUALS: Final[Mapping[str, str]] = {
    "HK001": """\
hearingkit can't use the file. Other files can't refer to its data. Check the name of the file, and
whether you may read it.

Bad:  hearingkit validate data/hearing.yaml (the file is called hearings.yaml)
Good: hearingkit validate data/hearings.yaml
""",
    "HK002": """\
Hearings are text. A file of many megabytes is usually another kind of file, put into data/ by
mistake. Split a large file into several files. One text has at most 100,000 characters, which are
forty pages: enclose a longer text as a file.

Bad:  data/hearings.yaml with all hearings since 1990
Good: data/2025.yaml and data/2026.yaml
""",
    "HK003": """\
Older programs save æ, ø and å in a way that other programs can't read. Open the file in the program
that shows it correctly, and save it again as UTF-8.

Bad:  saved as Windows-1252 or ISO 8859-1
Good: saved as UTF-8
""",
    "HK004": """\
These characters are invisible, and damage letters and lists: a control character or a line
separator, often from a PDF or a spreadsheet. Delete the character, and type the right one.

Bad:  title: "Forskrift\\x07 om slam"
Good: title: Forskrift om slam
""",
    "HK005": """\
Some characters have a meaning in YAML. Often a text contains a colon and a space, or begins with
one of * & ! % @ ` [ { ": put this text in quotes. Or lines that belong together do not have the
same indentation: indent them alike.

Bad:  title: Slam: ny forskrift
Good: title: "Slam: ny forskrift"
""",
    "HK006": """\
Only one of the two values can count, and it is not clear which one. Two hearings need two ids.

Bad:  {name: KL, email: kl@kl.example, email: post@kl.example}
Good: {name: KL, email: [kl@kl.example, post@kl.example]}
""",
    "HK007": """\
An alias (*name) repeats the value that an anchor (&name) marks. A few aliases are fine. Aliases of
aliases can become too large for any program.

Bad:  a: &a [*b, *b], b: &b [*a, *a]
Good: a list under recipient_lists, which hearings refer to by its id
""",
    "HK008": """\
No hearing needs so many levels. Probably brackets were opened by mistake, and were not closed.

Bad:  recipients: [[[[[[ … ]]]]]]
Good: recipients: [KL, Danske Regioner]
""",
    "HK009": """\
A word behind an exclamation mark is a type in YAML. hearingkit does not use types: it reads every
value as it is written.

Bad:  title: !Viktig melding
Good: title: "!Viktig melding"
""",
    "HK010": """\
Some programs copy keys from another place where they read <<. In hearingkit, a hearing holds all of
its own keys.

Bad:  kort: {<<: *lang, title: Kort}
Good: kort: {language: nb, issuer: etaten, title: Kort}
""",
    "HK011": """\
A line of three hyphens begins a new document, and a line of three full stops ends a document.
hearingkit reads only one document in a file.

Bad:  two hearings with --- between them
Good: two hearings under one "hearings:"
""",
    "HK012": """\
A key must be a text. Usually a value begins with a brace, and YAML reads the brace as the start of
a mapping.

Bad:  title: {{ navn }}
Good: title: "{{ navn }}"
""",
    "HK013": """\
A file begins with the kind of its data: issuers, recipient_lists or hearings.

Bad:  - title: Forskrift om slam
Good: hearings: {slam: {title: Forskrift om slam, …}}
""",
    "HK014": """\
An ampersand at the start of a value begins the name of an anchor. hearingkit does not print it.

Bad:  name: &Co. KG
Good: name: "&Co. KG"
""",
    "HK015": """\
A comment can silence a rule for its line, if it gives the code of the rule and a reason. A comment
with another spelling has no effect.

Bad:  deadline: 2025-05-17   # hearingkit: ignore HK205
Good: deadline: 2025-05-17   # hearingkit: ignore[HK205] agreed with the ministry
""",
    "HK016": """\
The fault has been mended, or it is on another line now. A comment that is not needed can hide the
next fault.

Bad:  deadline: 2025-05-19   # hearingkit: ignore[HK205] agreed with the ministry
Good: deadline: 2025-05-19
""",
    "HK017": """\
A # behind a space begins a comment, and a comment is not printed. If a number or a word follows the
# directly, it may be part of the text: put the text in quotes. If it is a comment, write a space
behind the #.

Bad:  title: Plan for kvartal #12 og #13
Good: title: "Plan for kvartal #12 og #13"
""",
    "HK018": """\
If a text of several lines has no | in front of it, or has a >, YAML joins its lines. One empty line
is lost, so two paragraphs become one. The entries of a list become one line.

Bad:  body: > (and below it two paragraphs)
Good: body: | (and below it two paragraphs)
""",
}
"""By code; ``codes`` has the sentence that begins each manual."""
