"""Measure each export of a long list as whole processes: processor seconds, and megabytes.

Each process makes the same recipients first; what that takes, as `nothing`, is taken off. Beside
ours, the libraries that write the same formats get rows of texts that are made before, as in
`lists.py`, which measures csv and xlsx more closely.

Usage: python benchmarks/list_exports.py [recipients]
"""

import gc
import sys
import tempfile
from pathlib import Path

from costs import run

from hearingkit.exporters import ExportFormat, ExportOptions, exporter_for
from hearingkit.lists.columns import COLUMNS, cells_of
from lists import LIBRARIES, table

NOTHING, ROWS = "nothing", "rows"


def write(what: str, recipients: int) -> None:
    """Write the list in a format, or with the library for it, as ``csv.writer``."""
    whole = table(recipients)
    gc.freeze()
    format_, _, library = what.partition(".")
    if library or what == ROWS:
        columns = (cells_of(name, whole.rows) for name in COLUMNS)
        rows = [[*row] for row in zip(*columns, strict=True)]
        if library:
            LIBRARIES[ExportFormat(format_)](rows)
    elif what != NOTHING:
        exporter_for(ExportFormat(format_))(whole, ExportOptions())


def main(recipients: int = 100_000) -> None:
    """Measure each format, and print a table."""
    kinds = {one.value: NOTHING for one in ExportFormat}
    kinds |= {f"{one.value}.library": ROWS for one in LIBRARIES}
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "log")
        costs = {
            what: run([sys.executable, __file__, str(recipients), what], log)
            for what in (NOTHING, ROWS, *kinds)
        }
    for what, before in kinds.items():
        cost, less = costs[what], costs[before]
        seconds, megabytes = cost.cpu - less.cpu, cost.megabytes - less.megabytes
        print(f"{what:12} {seconds:6.2f} s {megabytes:6.0f} MB")


if __name__ == "__main__":
    if sys.argv[2:]:
        write(sys.argv[2], int(sys.argv[1]))
    else:
        main(*map(int, sys.argv[1:]))
