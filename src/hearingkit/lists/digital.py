"""Where a recipient is reached without a mailbox: in eFormidling and in Digital Post."""

import re
from typing import Final

from hearingkit.lists.table import RecipientRow

_ICD: Final = "0192:"
_ORG, _CVR = 9, 8  # digits


def eformidling_of(row: RecipientRow) -> str:
    """Return a recipient's address in eFormidling; empty where it has none.

    Source:
        ISO 6523: 0192 is Enhetsregisteret. https://docs.digdir.no/docs/eFormidling/
    """
    given = row.eformidling.removeprefix(_ICD) or row.org_number
    digits = _digits(given, _ORG)
    return f"{_ICD}{digits}" if digits else ""


def digital_post_of(row: RecipientRow) -> str:
    """Return the CVR number by which Digital Post finds a recipient; empty where it has none."""
    return _digits(row.digital_post or row.org_number, _CVR)


def _digits(number: str, length: int) -> str:
    """Return the digits of a number if it is of a length and agrees with its check digit."""
    from stdnum.dk import cvr
    from stdnum.no import orgnr

    digits = re.sub(r"\D", "", number)
    check = orgnr if length == _ORG else cvr
    return digits if len(digits) == length and check.is_valid(digits) else ""
