"""Time commands for one hearing in a workspace of 300 hearings, and in a workspace of one.

Every command runs as a whole process on both workspaces in turn, round after round, so that other
load affects both. Reported are medians, and the ratio of the large workspace to the small one.
`validate` is there for comparison: it checks all hearings.

Usage: python benchmarks/one_of_many.py [rounds] [hearings]
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from validate import TODAY, write

ID = "hoyring-0"
COMMANDS = {
    "render ONE": ["render", ID, "--force"],
    "render ONE -f txt": ["render", ID, "-f", "txt", "--force"],
    "show ONE": ["show", ID],
    "recipients ONE": ["recipients", ID],
    "recipients --printed": ["recipients", ID, "--printed", "txt"],
    "validate": ["validate"],
}


def seconds(arguments: list[str], folder: Path) -> float:
    """Return the seconds that a command takes in a workspace."""
    command = [sys.executable, "-m", "hearingkit", *arguments, "--today", TODAY]
    begun = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - begun


def main(rounds: int = 9, hearings: int = 300) -> None:
    """Time every command on both workspaces in every round, and print a table."""
    with tempfile.TemporaryDirectory() as small, tempfile.TemporaryDirectory() as large:
        folders = (Path(small), Path(large))
        for folder, count in zip(folders, (1, hearings), strict=True):
            write(folder, count)
        print(f"{'':22} {'1 hearing':>12} {f'{hearings} hearings':>12}")
        for name, arguments in COMMANDS.items():
            times = [[seconds(arguments, folder) for folder in folders] for _ in range(rounds)]
            one, many = (statistics.median(column) * 1000 for column in zip(*times, strict=True))
            print(f"{name:22} {one:9.0f} ms {many:9.0f} ms {many / one:8.2f} x")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
