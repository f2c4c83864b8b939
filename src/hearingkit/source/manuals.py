"""What the codes HK001 to HK017 mean and how to mend them: the manual that ``explain`` prints."""

from collections.abc import Mapping
from typing import Final

SOURCE: Final = "YAML 1.2, and what hearingkit reads of it"

MANUALS: Final[Mapping[str, str]] = {
    "HK001": """\
Nothing of the file counts, and what it holds is missing from all other files. Check the name, and
whether you may read it.

Bad:  hearingkit validate data/hearing.yaml (the file is called hearings.yaml)
Good: hearingkit validate data/hearings.yaml
""",
    "HK002": """\
Hearings are text; a file of many megabytes is mostly something else that was put into data/ by
mistake. Large books go into several files. No text in them has more than 100,000 characters, which
are forty pages: what is longer is enclosed.

Bad:  data/hearings.yaml with all hearings since 1990
Good: data/2025.yaml and data/2026.yaml
""",
    "HK003": """\
Older programs save æ, ø and å in ways that only they can read. Open the file where it looks right,
and save it again as UTF-8.

Bad:  saved as Windows-1252 or ISO 8859-1
Good: saved as UTF-8
""",
    "HK004": """\
Such signs can't be seen, and break letters and lists: a tab from a spreadsheet, a line separator or
half a character from a PDF. Delete the sign, and type what should stand there.

Bad:  title: "Forskrift\\x07 om slam"
Good: title: Forskrift om slam
""",
    "HK005": """\
YAML gives some signs a meaning of their own. Most often a text holds a colon and a space, or begins
with one of * & ! % @ ` [ { " and is then to be put in quotes; or lines that belong together are not
indented alike.

Bad:  title: Slam: ny forskrift
Good: title: "Slam: ny forskrift"
""",
    "HK006": """\
Only one of the two could count, and nobody could tell which. Two hearings need two ids.

Bad:  {name: KL, email: kl@kl.example, email: post@kl.example}
Good: {name: KL, email: [kl@kl.example, post@kl.example]}
""",
    "HK007": """\
An alias (*name) repeats what an anchor (&name) marks. A few are fine; aliases of aliases can grow
beyond all measure.

Bad:  a: &a [*b, *b], b: &b [*a, *a]
Good: a list under recipient_lists, which hearings refer to by its id
""",
    "HK008": """\
No hearing needs so many levels; brackets were opened and never closed, or a list was put into
itself.

Bad:  recipients: [[[[[[ … ]]]]]]
Good: recipients: [KL, Danske Regioner]
""",
    "HK009": """\
A word behind an exclamation mark tells YAML of a type. hearingkit has no use for types: every value
is read as it is written.

Bad:  title: !Viktig melding
Good: title: "!Viktig melding"
""",
    "HK010": """\
Some programs take << as an order to copy keys from elsewhere. What a hearing says should stand in
the hearing.

Bad:  kort: {<<: *lang, title: Kort}
Good: kort: {language: nb, issuer: etaten, title: Kort}
""",
    "HK011": """\
A line of three hyphens begins a new document, and three full stops end one. hearingkit reads one
document a file.

Bad:  two hearings with --- between them
Good: two hearings under one "hearings:"
""",
    "HK012": """\
What stands before a colon must be a word. Mostly a value begins with a brace, which YAML takes for
keys of its own.

Bad:  title: {{ navn }}
Good: title: "{{ navn }}"
""",
    "HK013": """\
A file says what it holds: issuers, lists of recipients, hearings.

Bad:  - title: Forskrift om slam
Good: hearings: {slam: {title: Forskrift om slam, …}}
""",
    "HK014": """\
An ampersand at the start of a value names an anchor, and is not printed.

Bad:  name: &Co. KG
Good: name: "&Co. KG"
""",
    "HK015": """\
A comment can silence a rule for its line, if it names the rule's code and a reason. One that is
spelled in another way would be passed over in silence; so it is told.

Bad:  deadline: 2025-05-17   # hearingkit: ignore HK205
Good: deadline: 2025-05-17   # hearingkit: ignore[HK205] agreed with the ministry
""",
    "HK016": """\
What the comment was for is mended, or stands on another line. A comment that nobody needs hides the
next fault.

Bad:  deadline: 2025-05-19   # hearingkit: ignore[HK205] agreed with the ministry
Good: deadline: 2025-05-19
""",
    "HK017": """\
A # behind a space begins a comment, and what follows is not printed. Where a number or a word
stands right behind it, it may be meant as text: quotes keep it there. A comment has a space behind
its #.

Bad:  title: Plan for kvartal #12 og #13
Good: title: "Plan for kvartal #12 og #13"
""",
    "HK018": """\
Where a text of several lines has no | in front of it, or a >, YAML joins its lines as if they had
been broken to fit the page: one empty line is lost, so that two paragraphs become one, and the
entries of a list run on in one line.

Bad:  body: > (and below it two paragraphs)
Good: body: | (and below it two paragraphs)
""",
}
"""By code; what ``codes`` says in a sentence is not repeated here."""
