"""What the codes HK101 to HK125 mean and how to mend them: the manual that ``explain`` prints.

A code may have several messages (``faults``); here is what they have in common.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

SOURCE: Final = "the shape of hearing data: hearingkit schema"


@dataclass(frozen=True, slots=True)
class Manual:
    """What a code stands for.

    Attributes:
        says: The fault in one sentence.
        text: Why it is one, and how to mend it; with a bad and a good example.
    """

    says: str
    text: str


MANUALS: Final[Mapping[str, Manual]] = {
    "HK101": Manual(
        "A value has the wrong shape, or there is none.",
        """\
Some keys want a text, some a list, some keys of their own; and a key without a value says nothing.
Where nothing is to be said, remove the key.

Bad:  recipients: KL
Good: recipients: [KL]
""",
    ),
    "HK102": Manual(
        "A key is not known.",
        """\
Mostly it is misspelt, or stands one level too high or too deep. Nothing is ever passed over in
silence.

Bad:  {name: KL, adress: Weidekampsgade 10}
Good: {name: KL, address: Weidekampsgade 10}
""",
    ),
    "HK103": Manual(
        "A key is missing that there must be.",
        """\
A hearing needs language, issuer, kind, title, deadline, recipients and submission; an issuer name,
country and kind; a recipient a name.

Bad:  {email: kl@kl.example}
Good: {name: KL, email: kl@kl.example}
""",
    ),
    "HK104": Manual(
        "A word is not among those to choose from.",
        """\
The message lists them, or proposes the nearest. Upper and lower case count.

Bad:  country: dk
Good: country: DK
""",
    ),
    "HK105": Manual(
        "An id is not written as ids are.",
        """\
An id names folders and files on every computer: a-z, digits and single hyphens, 60 characters at
most. æ, ø and å become ae, oe and aa by custom.

Bad:  hearings: {Høring 2025: …}
Good: hearings: {hoering-2025: …}
""",
    ),
    "HK106": Manual(
        "An e-mail address is none, or can't be used as it stands.",
        """\
Only the address itself, without a name; several go into a list. Signs that mail programs take for
something else are refused even where the standard has them.

Bad:  email: KL <kl@kl.example>
Good: email: kl@kl.example
""",
    ),
    "HK107": Manual(
        "A web address is none, or not whole.",
        """\
Write it from https:// on, as the browser shows it; without a user's name before the host.

Bad:  url: www.sst.example
Good: url: https://www.sst.example
""",
    ),
    "HK108": Manual(
        "A day or a time is not written as hearingkit reads it, or isn't in the calendar.",
        """\
Year, month and day, so that nobody takes the month for the day; a time follows with a space.

Bad:  deadline: 6.10.2023 kl. 12
Good: deadline: 2023-10-06 12:00
""",
    ),
    "HK109": Manual(
        "A text is empty, or nothing of it can be seen.",
        """\
Where nothing is to be said, remove the key. Only case numbers may be empty: then the label is
printed alone.

Bad:  title: ""
Good: title: Forskrift om slam
""",
    ),
    "HK110": Manual(
        "The issuer is not described in any file.",
        """\
A hearing names its issuer by the id under "issuers", not by its name.

Bad:  issuer: Sundhedsstyrelsen
Good: issuer: sundhedsstyrelsen
""",
    ),
    "HK111": Manual(
        "The unit is none of the issuer's.",
        """\
Write the unit's key under the issuer's "units", or the unit itself.

Bad:  unit: Jura
Good: unit: {name: Jura}
""",
    ),
    "HK112": Manual(
        "The recipient list is not described in any file.",
        """\
An entry refers to a list by its id under "recipient_lists".

Bad:  recipients: [{list: kommunene}]
Good: recipients: [{list: kommuner}]
""",
    ),
    "HK113": Manual(
        "An id stands in two files.",
        """\
All files of a folder are one book, and each id in it means one thing.

Bad:  hearings: {slam: …} in a.yaml and in b.yaml
Good: hearings: {slam-2024: …} in a.yaml, {slam-2025: …} in b.yaml
""",
    ),
    "HK114": Manual(
        "A file is not there, or can't be used as what it is meant for.",
        """\
A path begins in the folder of the file that it stands in. A logo is a PNG or JPEG picture.

Bad:  logo: {file: logo.svg, alt: Etaten}
Good: logo: {file: logo.png, alt: Etaten}
""",
    ),
    "HK115": Manual(
        "Recipient lists hold each other in a circle.",
        """\
The message shows the way round. Take one of the references away.

Bad:  recipient_lists: {a: [{list: b}], b: [{list: a}]}
Good: recipient_lists: {a: [{list: b}], b: [KL]}
""",
    ),
    "HK116": Manual(
        "A text is missing in a language that the hearing is written in.",
        """\
What is the same in all languages is one text; otherwise there is one for each.

Bad:  language: [nb, nn], title: {nb: Forskrift om prøver}
Good: language: [nb, nn], title: {nb: Forskrift om prøver, nn: Forskrift om prøver}
""",
    ),
    "HK117": Manual(
        "A path leads out of the workspace.",
        """\
What a letter is made of lies beside its data, so that the folder can be moved and shared. Copy the
file into it.

Bad:  enclosures: [{title: Notat, file: ../../notat.pdf}]
Good: enclosures: [{title: Notat, file: notat.pdf}]
""",
    ),
    "HK118": Manual(
        "A piece of Markdown is printed as it stands, sign for sign.",
        """\
A letter knows paragraphs, headings, lists, links, emphasis and tables. The message says what to
write instead. Signs whose other half is lost are printed too: a bracket of a link, the stars of
bold text; so are struck text (~~), and raised and lowered signs (m^2^, CO~2~). Where a star is
meant, as for a footnote that stands nowhere, write \\*.

Bad:  body: "<b>Merk</b> fristen", or "**Merk fristen"
Good: body: "**Merk** fristen"
""",
    ),
    "HK119": Manual(
        "A name in a text can't be filled, or a template of your own can't.",
        """\
Between {{ and }} stands a name, as deadline.date or title; hearingkit explain names lists them all.
A text names values and nothing else: no {% if %}, no filter, no call. The value must be there: a
hearing without a meeting has no {{ meeting.starts }}. The name of a formula, as {{ thanks }}, is to
stand alone in a paragraph of the body. To print the braces, write \\{{. A template in
templates/letters that fails is found here too.

Bad:  wording: {thanks: "Takk for svar innen {{ frist }}."}
Good: wording: {thanks: "Takk for svar innen {{ deadline }}."}
""",
    ),
    "HK120": Manual(
        "A name to leave out is not on the list.",
        """\
Names are compared letter by letter. Who is no longer on the list need not be left out.

Bad:  {list: kommuner, except: [Oslo]}
Good: {list: kommuner, except: [Oslo kommune]}
""",
    ),
    "HK121": Manual(
        "A date pattern lacks day, month or year.",
        """\
d is the day, M the month, y the year; written twice, with a zero in front.

Bad:  date_format: DD.MM.YYYY
Good: date_format: dd.MM.yyyy
""",
    ),
    "HK122": Manual(
        "Recipient lists hold more than can be meant.",
        """\
Lists of lists of lists grow fast. Take some of the steps away.

Bad:  a list that stands twice in a list that stands twice in a list …
Good: a list of recipients
""",
    ),
    "HK123": Manual(
        "No rule of that code gives warnings that can be accepted.",
        """\
Only rules can be accepted, that is codes from HK201 on, in capitals; a fault of shape must be
mended.

Bad:  accept: {hk205: agreed with the ministry}
Good: accept: {HK205: agreed with the ministry}
""",
    ),
    "HK124": Manual(
        "An error is accepted, which can't be.",
        """\
A warning may have its reasons; an error makes the letter wrong. Mend it, and remove the line. What
hearingkit.toml grades as an error is one, and what it grades as a warning can be accepted.

Bad:  deadline: 2025-03-03, sent: 2025-03-03, accept: {HK202: in haste}
Good: deadline: 2025-06-03, sent: 2025-03-03
""",
    ),
    "HK125": Manual(
        "A code is accepted that nothing is found of.",
        """\
What it was for is mended; left there, it hides the next fault of that kind.

Bad:  deadline: 2025-05-19, accept: {HK205: agreed with the ministry}
Good: deadline: 2025-05-19
""",
    ),
}
"""By code, in its order."""
