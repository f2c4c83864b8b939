"""The codes HK126 and HK127: signs that are not seen."""

from typing import Final

from hearingkit.codes import by_code
from hearingkit.findings import Severity
from hearingkit.validation.value_codes import data_code

OF_SIGNS: Final = by_code(
    data_code(
        "HK126",
        {
            "sign": (
                "{number}, {name}, stands here unseen; delete it",
                "{number} stands here unseen; delete it",
            ),
            "space": "{number}, {name}, stands here unseen; delete it, or type the space anew",
        },
        """\
A key, an id, an address, a day or a word to choose from holds a character that is not seen.

A no-break space, a soft hyphen or a space without width comes along with text that is pasted. The
word looks right, and is another word than the one that is meant.

Bad:  country: NO<U+00A0>
Good: country: NO
""",
    ),
    data_code(
        "HK127",
        {
            "": (
                "{number}, {name}, stands here unseen; delete it",
                "{number} stands here unseen; delete it",
            ),
            "stranger": '"{sign}" is {name}, among Latin letters; type the word anew',
        },
        """\
A name or another line holds a character that is not seen, or a letter of another alphabet.

A soft hyphen or a space without width comes along with text of a web page or a word processor. A
name with one is another name than the same one without: it is not found twice, not sorted beside
the other, and not found by those who search the mailing list. So is a name with a no-break space,
and one in which a Cyrillic о stands for an o.
In texts of several sentences such characters are not printed.

Bad:  name: Lærer<U+00AD>laget
Good: name: Lærerlaget
""",
        severity=Severity.WARNING,
    ),
)
