"""Time whole processes: a bare Python, --help, validate and render of the example hearings.

Every command runs in turn, round after round, so that other load affects all of them. Reported are
medians and their ratio to `python -c pass` in the same run.

Usage: python benchmarks/processes.py [rounds]
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
MODULE = [sys.executable, "-m", "hearingkit"]


def commands(out: str) -> dict[str, list[str]]:
    """Return the commands to time, by name."""
    return {
        "python -c pass": [sys.executable, "-c", "pass"],
        "hearingkit --help": [*MODULE, "--help"],
        "hearingkit validate": [*MODULE, "validate"],
        "hearingkit render": [*MODULE, "render", "-o", out, "--force"],
    }


def main(rounds: int = 15) -> None:
    """Time every command in every round, and print a table."""
    with tempfile.TemporaryDirectory() as out:
        timed: dict[str, list[float]] = {name: [] for name in commands(out)}
        for _ in range(rounds):
            for name, command in commands(out).items():
                begun = time.perf_counter()
                subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
                timed[name].append(time.perf_counter() - begun)
    floor = statistics.median(timed["python -c pass"])
    for name, seconds in timed.items():
        median = statistics.median(seconds)
        print(f"{name:22} {median * 1000:7.0f} ms {median / floor:7.1f} x")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
