"""The codes HK110 to HK125, and HK128: what does not fit other data, files, names or rules."""

from typing import Final

from hearingkit.codes import Message, by_code
from hearingkit.findings import Severity
from hearingkit.source.word_files import OF_WORD
from hearingkit.validation.value_codes import data_code, not_among_entries, not_there

OF_LINKS: Final = by_code(
    data_code(
        "HK110",
        not_there('no issuer "{given}"', 'describe it under "issuers"'),
        """\
The issuer is not described in any file.

A hearing names its issuer by the id under "issuers", not by its name.

Bad:  issuer: Sundhedsstyrelsen
Good: issuer: sundhedsstyrelsen
""",
    ),
    data_code(
        "HK111",
        not_there('the issuer "{issuer}" has no unit "{given}"'),
        """\
The unit is none of the issuer's.

Write the unit's key under the issuer's "units", or the unit itself.

Bad:  unit: Jura
Good: unit: {name: Jura}
""",
        hint="add it under units, or write it out here: {{name: …}}",
    ),
    data_code(
        "HK112",
        not_among_entries(
            "recipient list", 'no recipient list "{given}"', 'describe it under "recipient_lists"'
        ),
        """\
The recipient list is not described in any file.

An entry refers to a list by its id under "recipient_lists".

Bad:  recipients: [{list: kommunene}]
Good: recipients: [{list: kommuner}]
""",
    ),
    data_code(
        "HK113",
        '"{given}" stands here and at {first}; give one of them another id, or delete the copy',
        """\
An id stands in two files.

All files of a folder are one book, and each id in it means one thing. A file that a cloud or
somebody has copied beside the first, as «hearings (kopi).yaml», is read too.

Bad:  hearings: {slam: …} in a.yaml and in b.yaml
Good: hearings: {slam-2024: …} in a.yaml, {slam-2025: …} in b.yaml
""",
    ),
    data_code(
        "HK114",
        {
            "missing": (
                'there is no file "{given}"; did you mean "{meant}"?',
                'there is no file "{given}"; a path begins in the folder of the file it stands in',
            ),
            "folder": '"{given}" is a folder; name a file in it',
            "look_alike": (
                'there is no file "{given}", but one whose name only looks the same; '
                "rename that file, and type its name anew"
            ),
            "untracked": 'git does not track "{given}", so others miss it; use git add',
            "no_picture": '"{given}" is no PNG or JPEG picture; save the logo as one',
            "broken_picture": '"{given}" is no whole {kind} picture; save the logo anew',
            "heavy_picture": '"{given}" is larger than {most} MB; save the logo smaller',
            "vast_picture": (
                '"{given}" has more than {most} million pixels; save the logo with fewer'
            ),
            **{variant: f'"{{given}}" {why}' for variant, why in OF_WORD.items()},
        },
        """\
A file is not there, or can't be used as what it is meant for.

A path begins in the folder of the file that it stands in, and has / between its parts. On many
computers capital and small letters differ, and so do an å of one character and an å that is an a
with a ring, as a Mac writes it. A logo is a PNG or JPEG picture of at most 5 MB.
A letterhead is a Word file (.docx) without macros and passwords, with a slot for the text;
the text of a letter may stand in a Word file too, or in one of Markdown (.md).

Bad:  logo: {file: logo.svg, alt: Etaten}
Good: logo: {file: logo.png, alt: Etaten}
""",
    ),
    data_code(
        "HK115",
        {
            "": 'the recipient list "{given}" holds itself: {chain}',
            "replaced": 'the party "{given}" is replaced by itself: {chain}',
        },
        """\
Recipient lists hold each other in a circle, or parties replace each other in one.

The message shows the way round. Take one of the references away.

Bad:  recipient_lists: {a: [{list: b}], b: [{list: a}]}
Good: recipient_lists: {a: [{list: b}], b: [KL]}
""",
    ),
    data_code(
        "HK116",
        {
            "hearing": ('"{holder}" has no text in {language}, which the hearing is written in'),
            "issuer": (
                '"{holder}" has no text in {language}, which a hearing of this issuer is written in'
            ),
        },
        """\
A text is missing in a language that the hearing is written in.

What is the same in all languages is one text; otherwise there is one for each.

Bad:  language: [nb, nn], title: {nb: Forskrift om prøver}
Good: language: [nb, nn], title: {nb: Forskrift om prøver, nn: Forskrift om prøver}
""",
    ),
    data_code(
        "HK117",
        '"{given}" leads out of the workspace',
        """\
A path leads out of the workspace.

What a letter is made of lies beside its data, so that the folder can be moved and shared. Copy the
file into it.

Bad:  enclosures: [{title: Notat, file: ../../notat.pdf}]
Good: enclosures: [{title: Notat, file: notat.pdf}]
""",
    ),
    data_code(
        "HK118",
        {
            "image": "an image is printed as it stands; put it among the enclosures",
            "html": ("HTML is printed as it stands; write Markdown: **bold**, [text](address)"),
            "quote": (
                "a quotation with > is printed as it stands; "
                "write it as a paragraph in quotation marks"
            ),
            "code": (
                "code is printed as it stands; "
                "take the backticks, or the spaces at the start of the line, away"
            ),
            "rule": "a line across the page is printed as it stands; use a heading",
            "underlined": (
                "an underlined heading is printed as it stands; begin the heading with #"
            ),
            "reference": (
                "the address of a link is printed as it stands; "
                "write it beside its text: [text](address)"
            ),
            "struck": (
                "struck text with ~~ is printed as it stands; "
                "write what is taken out in words, without the tildes"
            ),
            "lowered": (
                "a lowered sign with ~ is printed as it stands; write the sign itself, as in CO₂"
            ),
            "raised": (
                "a raised sign with ^ is printed as it stands; write the sign itself, as in m²"
            ),
            "line": (
                '"{given}" is printed as it stands; '
                "write the words alone: only the body and formulas are Markdown"
            ),
            "marked": (
                '"{given}" is printed as it stands; '
                "write **words** or *words* for what is to be stressed"
            ),
            "link": (
                '"{given}" is printed as it stands; write a link as [text](address), in one piece'
            ),
            "strong": (
                '"{given}" is printed as it stands; '
                "write ** on both sides of bold text, or \\** for stars"
            ),
            "emphasis": (
                '"{given}" is printed as it stands; '
                "write * on both sides of stressed text, or \\* for a star"
            ),
            "product": '"{given}" is printed without its stars; write ×, or \\* for a star',
            "footnote": (
                '"{given}" is printed as it stands; '
                "write the note into the text, in brackets; a letter has no footnotes"
            ),
            "heading": (
                '"{given}" is printed as it stands; '
                "write an ordinary space behind the # of a heading"
            ),
            "table": (
                '"{given}" is printed as it stands; write | --- | --- | '
                "below the first line of a table, with as many cells as that has"
            ),
        },
        """\
A piece of Markdown is printed as it stands, sign for sign.

A letter knows paragraphs, headings, lists, links, emphasis and tables. The message says what to
write instead. Signs whose other half is lost are printed too: a bracket of a link, the stars of
bold text; so are struck, marked and underlined text (~~, ==, ++), and raised and lowered signs
(m^2^, CO~2~). Where a star is meant, as for a footnote that stands nowhere, write \\*. It is
the other way round with the stars of 5*3*2, which are read as emphasis, and are lost. A title, a
name or another line is no Markdown at all.

Bad:  body: "<b>Merk</b> fristen", or "**Merk fristen"
Good: body: "**Merk** fristen"
""",
        severity=Severity.WARNING,
    ),
    data_code(
        "HK119",
        {
            "unclosed": '"{{{{" has no "}}}}"; write \\{{{{ to print it',
            "tag": '"{given}" has no place in a text; a text names values only',
            "no_name": '"{given}" is no name; write one as {{{{ deadline.date }}}}',
            "unknown": (
                'unknown name "{given}"; did you mean "{meant}"?',
                'unknown name "{given}"',
            ),
            "not_given": 'the hearing gives no "{given}"; give it, or leave the name out',
            "circle": '"{given}" names itself',
            "long": 'with "{given}" the text is too long; leave the name out',
            "formula": '"{given}" is a formula; it stands alone in a paragraph of the body',
            "no_prose": '"{given}" has a place of its own, and none in the body',
            "template": Message("can't be filled: {problem}"),
        },
        """\
A name in a text can't be filled, or a template of your own can't.

Between {{ and }} stands a name, as deadline.date or title; hearingkit explain names lists them all.
A text names values and nothing else: no {% if %}, no filter, no call. The value must be there: a
hearing without a meeting has no {{ meeting.starts }}. The name of a formula, as {{ thanks }}, is to
stand alone in a paragraph of the body. To print the braces, write \\{{. A template in
templates/letters that fails is found here too.

Bad:  wording: {thanks: "Takk for svar innen {{ frist }}."}
Good: wording: {thanks: "Takk for svar innen {{ deadline }}."}
""",
        hint="hearingkit explain names lists the names",
    ),
    data_code(
        "HK120",
        {
            "": (
                '"{given}" is not in the recipient list "{list}"; did you mean "{meant}"?',
                '"{given}" is not in the recipient list "{list}"',
            ),
            "group": (
                '"{given}" is not in the group "{list}"; did you mean "{meant}"?',
                '"{given}" is not in the group "{list}"',
            ),
        },
        """\
A name to leave out is not on the list, or not in the group.

Names are compared letter by letter; a party can also be left out by its id. Who is no longer on the
list need not be left out, nor who is in a group no longer, as another has replaced it.

Bad:  {list: kommuner, except: [Oslo]}
Good: {list: kommuner, except: [Oslo kommune]}
""",
    ),
    data_code(
        "HK121",
        '"{given}" is not a date pattern with day, month and year, as dd.MM.yyyy',
        """\
A date pattern lacks day, month or year.

d is the day, M the month, y the year; written twice, with a zero in front.

Bad:  date_format: DD.MM.YYYY
Good: date_format: dd.MM.yyyy
""",
    ),
    data_code(
        "HK122",
        {
            "many": ("holds more than {most} recipients; does a list stand in it again and again?"),
            "deep": ("lists are held by lists more than {most} deep; take some of the steps away"),
        },
        """\
Recipient lists hold more than can be meant.

Lists of lists of lists grow fast. Take some of the steps away.

Bad:  a list that stands twice in a list that stands twice in a list …
Good: a list of recipients
""",
    ),
    data_code(
        "HK123",
        (
            'no rule "{given}" whose warnings can be accepted; did you mean "{meant}"?',
            'no rule "{given}" whose warnings can be accepted',
        ),
        """\
No rule of that code gives warnings that can be accepted.

Only rules can be accepted, that is codes from HK201 on, in capitals; a fault of shape must be
mended.

Bad:  accept: {hk205: agreed with the ministry}
Good: accept: {HK205: agreed with the ministry}
""",
    ),
    data_code(
        "HK124",
        "{given} is an error, which can't be accepted; mend it",
        """\
An error is accepted, which can't be.

A warning may have its reasons; an error makes the letter wrong. Mend it, and remove the line. What
hearingkit.toml grades as an error is one, and what it grades as a warning can be accepted.

Bad:  deadline: 2025-03-03, sent: 2025-03-03, accept: {HK202: in haste}
Good: deadline: 2025-06-03, sent: 2025-03-03
""",
    ),
    data_code(
        "HK125",
        "{given} is accepted, but nothing is found that needs it; remove the line",
        """\
A code is accepted that nothing is found of.

What it was for is mended; left there, it hides the next fault of that kind.

Bad:  deadline: 2025-05-19, accept: {HK205: agreed with the ministry}
Good: deadline: 2025-05-19
""",
        severity=Severity.NOTE,
    ),
    data_code(
        "HK128",
        "the draft lacks: {lacks}",
        """\
A draft lacks something that a hearing must have before it can be sent.

A draft may lack its title, its deadline, its recipients, an address for answers and texts in one of
its languages; only language, issuer and kind must be there. It is rendered with a mark on each page
and with a line to fill in where something is missing, and has no mailing list. When all is there,
remove ``draft: true``.

Bad:  draft: true, title: Forskrift om prøver, deadline:
Good: title: Forskrift om prøver, deadline: 2025-06-03
""",
        severity=Severity.NOTE,
    ),
)
