"""The code HK132: data that is passed over, as its file has another ending."""

from typing import Final

from hearingkit.codes import by_code
from hearingkit.findings import Severity
from hearingkit.validation.value_codes import data_code

OF_NAMES: Final = by_code(
    data_code(
        "HK132",
        '"{given}" is not read, as its name does not end in .yaml; rename it to "{meant}"',
        """\
A file of data is not read, as its name has a second ending.

Data is what ends in .yaml or .yml. Some programs write .txt behind that, and do not show it; then
no letter and no list has what stands in the file. Let the program show the endings of files.

Bad:  data/skole.yaml.txt
Good: data/skole.yaml
""",
        severity=Severity.WARNING,
    ),
)
