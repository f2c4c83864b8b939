"""Count how many known faults hearingkit, check-jsonschema and yamllint find.

Each fault of a set (seeded/, seeded_two/) is an edit of one of the clean files beside faults.toml.
The edited file is written to a temporary folder, and each tool runs on it as a process. A fault
counts as

- found by hearingkit: if a finding is at most one line away from the fault,
- found by yamllint: the same, for findings that the clean file does not have. Lines that are too
  long do not count, as the clean files have many,
- found by check-jsonschema: if it refuses the file, as it reports no lines.

Other findings of hearingkit are false alarms, unless faults.toml lists them as effects of a fault.
The other tools are needed only for their columns:

    pip install check-jsonschema yamllint

Usage: python benchmarks/seeded_faults.py [SET]... > table.md
"""

import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
HERE = Path(__file__).parent
SETS = ["seeded", "seeded_two"]
TODAY = "2026-08-17"
NEAR = 1
YAMLLINT_LINE = re.compile(r"^.*?:(\d+):\d+: \[\w+\] (.*?)(?: \(([\w-]+)\))?$")


@dataclass(frozen=True)
class Found:
    """One finding of one tool; line 0 if the tool reports no line."""

    line: int
    code: str
    text: str


@dataclass(frozen=True)
class Fault:
    """One edit of a clean file, and the place where it should be found."""

    set: str
    what: str
    file: str
    old: str
    new: str
    more: list[list[str]] = field(default_factory=list)
    at: list[str] = field(default_factory=list)
    also: list[str] = field(default_factory=list)
    unrelated: list[str] = field(default_factory=list)

    def text(self) -> str:
        """Return the text of the file with the fault."""
        text = clean(self.set, self.file)
        for old, new in [(self.old, self.new), *self.more]:
            if text.count(old) != 1:
                message = f"{self.what}: not once in {self.file}: {old!r}"
                raise ValueError(message)
            text = text.replace(old, new)
        return text

    def lines(self) -> list[int]:
        """Return the lines, from 1, where the fault may be reported."""
        after = self.text().splitlines()
        if self.at:
            found = [n for n, line in enumerate(after, 1) if any(part in line for part in self.at)]
            if not found:
                message = f"{self.what}: nowhere in the edited {self.file}: {self.at}"
                raise ValueError(message)
            return found
        pairs = zip(clean(self.set, self.file).splitlines(), after, strict=False)
        return [next(n for n, (old, new) in enumerate(pairs, 1) if old != new)]


def clean(set_: str, file: str) -> str:
    """Return the text of a clean file."""
    return (HERE / set_ / f"{file}.yaml").read_text(encoding="utf-8")


def run(args: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a Python module as a process, in a folder."""
    return subprocess.run(
        [sys.executable, "-m", *args],
        cwd=folder,
        env={**os.environ, "HEARINGKIT_TODAY": TODAY, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def hearingkit(folder: Path, file: Path) -> Iterator[Found]:
    """Yield the findings of `hearingkit validate`."""
    done = run(["hearingkit", "validate", "--format", "json", str(file)], folder)
    if done.returncode not in {0, 1}:
        raise RuntimeError(done.stderr)
    for finding in json.loads(done.stdout)["findings"]:
        yield Found(finding["line"], finding["code"], finding["message"])


def check_jsonschema(folder: Path, file: Path) -> Iterator[Found]:
    """Yield the findings of check-jsonschema with hearingkit's schema."""
    schema = ROOT / "hearingkit.schema.json"
    options = ["--schemafile", str(schema), "--output-format", "json"]
    done = run(["check_jsonschema", *options, str(file)], folder)
    report = json.loads(done.stdout)
    for error in report.get("errors", []):
        yield Found(0, "schema", f"{error['path']}: {error['message']}")
    for error in report.get("parse_errors", []):
        yield Found(0, "YAML", error["message"] if isinstance(error, dict) else str(error))


def yamllint(folder: Path, file: Path) -> Iterator[Found]:
    """Yield the findings of yamllint with its default settings."""
    for line in run(["yamllint", "-f", "parsable", str(file)], folder).stdout.splitlines():
        if match := YAMLLINT_LINE.match(line):
            yield Found(int(match[1]), match[3] or "syntax", match[2])


TOOLS = {
    name: tool
    for name, module, tool in [
        ("hearingkit", "hearingkit", hearingkit),
        ("check-jsonschema", "check_jsonschema", check_jsonschema),
        ("yamllint", "yamllint", yamllint),
    ]
    if importlib.util.find_spec(module)
}


def judge(text: str, name: str) -> dict[str, list[Found]]:
    """Return the findings of each tool in a text."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        file = folder / "data" / f"{name}.yaml"
        file.parent.mkdir()
        file.write_text(text, encoding="utf-8", newline="\n")
        return {tool: list(find(folder, file)) for tool, find in TOOLS.items()}


def new(found: list[Found], before: list[Found]) -> list[Found]:
    """Return the findings that the clean file does not have; lines are not compared."""
    left = Counter((each.code, each.text) for each in before if each.code != "line-length")
    result = []
    for each in found:
        if each.code == "line-length":
            continue
        if left[each.code, each.text]:
            left[each.code, each.text] -= 1
        else:
            result.append(each)
    return result


def split(fault: Fault, found: list[Found]) -> tuple[list[Found], list[Found]]:
    """Split findings into those that show the fault and the others."""
    lines = fault.lines()
    hits = [
        each
        for each in found
        if each.code not in fault.unrelated
        and (not each.line or any(abs(each.line - line) <= NEAR for line in lines))
    ]
    return hits, [each for each in found if each not in hits]


def codes(found: list[Found]) -> str:
    """Return the codes of findings, each once."""
    return ", ".join(dict.fromkeys(each.code for each in found)) or "–"


@dataclass
class Tally:
    """Counts for each tool; misses and false alarms are listed for hearingkit only."""

    faults: int = 0
    found: Counter[str] = field(default_factory=Counter)
    alarms: Counter[str] = field(default_factory=Counter)
    on_clean: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    falsely: list[str] = field(default_factory=list)

    def count(self, fault: Fault, tool: str, right: list[Found], rest: list[Found]) -> None:
        """Count the findings of one tool for one fault."""
        self.found[tool] += bool(right)
        wrong = [each for each in rest if each.code not in fault.also]
        self.alarms[tool] += len(wrong)
        if tool == "hearingkit":
            self.missed += [] if right else [f"{fault.what} ({fault.file}:{fault.lines()[0]})"]
            self.falsely += [f"{fault.what}: {described(each)}" for each in wrong]

    def add(self, other: "Tally") -> None:
        """Add the numbers of another set."""
        self.faults += other.faults
        self.found += other.found
        self.alarms += other.alarms
        self.on_clean += other.on_clean

    def table(self) -> Iterator[str]:
        """Yield the lines of the table of numbers."""
        missed = Counter({tool: self.faults - self.found[tool] for tool in TOOLS})
        yield f"\n| of {self.faults} faults | {' | '.join(TOOLS)} |"
        yield f"| --- |{' ---: |' * len(TOOLS)}"
        for name, numbers in [
            ("found", self.found),
            ("missed", missed),
            ("false alarms", self.alarms),
            ("findings on the clean files", self.on_clean),
        ]:
            yield f"| {name} | {' | '.join(str(numbers[tool]) for tool in TOOLS)} |"


def described(found: Found) -> str:
    """Return a finding as a line in the list of false alarms."""
    return f"{found.code} on line {found.line}, {found.text}"


def faults_of(set_: str) -> list[Fault]:
    """Return the faults of a set."""
    table = tomllib.loads((HERE / set_ / "faults.toml").read_text(encoding="utf-8"))["fault"]
    return [Fault(set=set_, **{"unrelated": row.pop("not", []), **row}) for row in table]


def judge_set(set_: str) -> Tally:
    """Run the tools on the clean files and the faults of a set; print a line for each fault."""
    faults = faults_of(set_)
    files = sorted(path.stem for path in (HERE / set_).glob("*.yaml"))
    with ThreadPoolExecutor(2) as pool:
        judged = list(pool.map(lambda file: judge(clean(set_, file), file), files))
        cleans = dict(zip(files, judged, strict=True))
        judged = list(pool.map(lambda fault: judge(fault.text(), fault.file), faults))

    tally = Tally(faults=len(faults))
    for file, result in cleans.items():
        tally.on_clean.update({tool: len(found) for tool, found in result.items()})
        tally.falsely += [f"{file} as it is: {described(each)}" for each in result["hearingkit"]]
    for fault, result in zip(faults, judged, strict=True):
        cells = []
        for tool, found in result.items():
            right, rest = split(fault, new(found, cleans[fault.file][tool]))
            tally.count(fault, tool, right, rest)
            cells.append(codes(right))
        print(f"| {fault.what} | {fault.file}:{fault.lines()[0]} | {' | '.join(cells)} |")
    return tally


def main() -> None:
    """Print the tables of the named sets, or of all sets, and the totals."""
    total = Tally()
    for set_ in sys.argv[1:] or SETS:
        print(f"\n## {set_}\n\n| fault | file, line | {' | '.join(TOOLS)} |")
        print(f"| --- | --- |{' --- |' * len(TOOLS)}")
        tally = judge_set(set_)
        print("\n".join(tally.table()))
        lists = [("Missed by hearingkit", tally.missed), ("False alarms", tally.falsely)]
        for heading, entries in lists:
            print(f"\n{heading}: {len(entries)}\n")
            print("\n".join(f"- {entry}" for entry in entries) or "none")
        total.add(tally)
    print("\n## All sets")
    print("\n".join(total.table()))


if __name__ == "__main__":
    main()
