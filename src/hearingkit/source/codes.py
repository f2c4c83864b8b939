"""The codes HK001 to HK018: faults of a file as YAML, whatever data it holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from hearingkit.findings import Finding, Place, Severity


@dataclass(frozen=True, slots=True)
class Code:
    """The meaning of a code.

    Attributes:
        says: The fault in one sentence, for the manual.
        severity: The severity of each finding with this code.
        hint: How to mend the fault; a finding can have a better hint of its own.
    """

    says: str
    severity: Severity = Severity.ERROR
    hint: str = ""


WRITE_BAR: Final = 'write "|" behind the key, and all of the text on the lines below, indented'

CODES: Final[Mapping[str, Code]] = {
    "HK001": Code("The file can't be read: it is missing, barred or no regular file."),
    "HK002": Code(
        "The file is too large to be hearing data.",
        hint="split it into several files in the same folder; they are read as one book",
    ),
    "HK003": Code("The file is not UTF-8.", hint="save the file as UTF-8 in the editor"),
    "HK004": Code(
        "The text holds a control character or an invisible line separator.",
        hint="delete the character; it often comes along with text pasted from a PDF",
    ),
    "HK005": Code("The text does not follow the syntax of YAML."),
    "HK006": Code(
        "A key stands twice in the same mapping.",
        hint="keep one of the two, or give one another name",
    ),
    "HK007": Code(
        "Aliases repeat more than can be meant, or an alias contains itself.",
        hint="write the data out, or put the parties in a list under recipient_lists",
    ),
    "HK008": Code(
        "Lists and mappings are nested too deep.",
        hint="take levels away; look for brackets that were opened by mistake",
    ),
    "HK009": Code(
        "A YAML tag is used; hearingkit takes all values as text.",
        hint="put the value in quotes if the exclamation mark belongs to the text",
    ),
    "HK010": Code(
        "A YAML merge key is used; hearingkit has none.",
        hint="write the keys out",
    ),
    "HK011": Code(
        "The file holds several YAML documents.",
        hint="delete the line, or put each document in a file of its own",
    ),
    "HK012": Code(
        "A key is not a text.",
        hint="put the value in quotes if it begins with a brace, a bracket or a question mark",
    ),
    "HK013": Code(
        "The file is not a mapping at its outermost level.",
        hint='begin with "issuers:", "recipient_lists:" or "hearings:" at the start of a line',
    ),
    "HK014": Code(
        "An anchor is never referred to; the word after an ampersand is not part of the text.",
        Severity.WARNING,
        hint="put the value in quotes if the ampersand belongs to the text",
    ),
    "HK015": Code(
        "A comment speaks to hearingkit, but can't be followed.",
        Severity.WARNING,
        hint="write # hearingkit: ignore[HK205] and the reason",
    ),
    "HK016": Code(
        "A comment silences a rule that finds nothing there.",
        Severity.NOTE,
        hint="delete the comment",
    ),
    "HK017": Code(
        "A comment stands so close behind a text that it may be the rest of it.",
        Severity.WARNING,
        hint="put the value in quotes if it belongs to the text, or write a space behind the #",
    ),
    "HK018": Code(
        "A text loses its paragraphs or its list, as its lines are joined.",
        Severity.WARNING,
        hint=WRITE_BAR,
    ),
}


def syntax_fault(code: str, place: Place, message: str, hint: str = "") -> Finding:
    """Return a finding with the severity of its code, and the hint of the code if none is given."""
    known = CODES[code]
    return Finding(place, code, known.severity, message, hint or known.hint)
