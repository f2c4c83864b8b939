"""The code HK131: templates of a workspace's own that change nothing."""

from typing import Final

from hearingkit.codes import by_code
from hearingkit.findings import Severity
from hearingkit.validation.value_codes import data_code

OF_TEMPLATES: Final = by_code(
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
)
