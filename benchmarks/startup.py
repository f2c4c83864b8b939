"""Measure start-up, and `validate` of one hearing, beside other programs.

Every command runs in turn as a whole process, round after round, so that other load affects all.
What counts is processor time, of which other load changes less than of time on the clock: medians,
and their ratio to `python -c pass` in the same run. Our modules are compiled first, as pip does
when it installs; without that each run would compile them where Python may not write.

Other programs are measured where they are found on the path. They are best kept apart:

    python -m venv peers && peers/bin/pip install check-jsonschema yamale yamllint
    PATH=$PWD/peers/bin:$PATH .venv/bin/python benchmarks/startup.py [rounds]
"""

import compileall
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from validate import ROOT, TODAY, processor_seconds, write

# What newer installers make of an entry point; the scripts of older pips import re as well.
PROGRAM = [sys.executable, "-c", "import sys; from hearingkit.cli import main; sys.exit(main())"]
SCHEMA = str(ROOT / "hearingkit.schema.json")


def commands(folder: str, files: list[str]) -> dict[str, list[str]]:
    """Return the commands to measure, those that are installed."""
    validate = ["validate", "-w", folder, "--today", TODAY]
    wanted = [
        ["hearingkit", "--version"],
        ["hearingkit", "--help"],
        ["hearingkit", "validate", "--help"],
        ["yamale", "--help"],
        ["yamllint", "--version"],
        ["check-jsonschema", "--help"],
        ["hearingkit", *validate],
        ["check-jsonschema", "--schemafile", SCHEMA, *files],
    ]
    measured = {"python -c pass": [sys.executable, "-c", "pass"]}
    for name, *arguments in wanted:
        program = PROGRAM if name == "hearingkit" else [shutil.which(name)]
        shown = arguments if len(arguments) < 3 else ["(one hearing)"]
        if None not in program:
            measured[" ".join((name, *shown))] = [*program, *arguments]
    return measured


def main(rounds: int = 10) -> None:
    """Measure every command in every round, and print a table."""
    compileall.compile_dir(ROOT / "src", quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        measured = commands(folder, list(map(str, write(Path(folder), 1))))
        seconds: dict[str, list[float]] = {name: [] for name in measured}
        for _ in range(rounds):
            for name, command in measured.items():
                seconds[name].append(processor_seconds(command, folder))
    floor = statistics.median(seconds["python -c pass"])
    for name, taken in seconds.items():
        median = statistics.median(taken)
        print(f"{name:32} {median * 1000:6.0f} ms {median / floor:6.1f} x", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
