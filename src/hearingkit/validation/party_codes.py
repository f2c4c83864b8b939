"""The codes HK129 and HK130: parties and groups that the register doesn't have."""

from typing import Final

from hearingkit.codes import by_code
from hearingkit.validation.value_codes import data_code, not_among_entries

OF_PARTIES: Final = by_code(
    data_code(
        "HK129",
        not_among_entries("party", 'no party "{given}"', 'describe it under "parties"'),
        """\
The party is not described in any file.

An entry of a list refers to a party by its id under "parties", not by its name; so does
"replaced_by" of a party.

Bad:  recipients: [{party: Kommunernes Landsforening}]
Good: recipients: [{party: kl}]
""",
    ),
    data_code(
        "HK130",
        not_among_entries(
            "group", 'no party is in the group "{given}"', 'name it under the "groups" of a party'
        ),
        """\
No party is in the group.

A group is made of the parties that name it under "groups".

Bad:  recipients: [{group: kommunene}]
Good: recipients: [{group: kommuner}]
""",
    ),
)
