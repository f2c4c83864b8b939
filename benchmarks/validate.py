"""Measure `hearingkit validate` on 1, 100 and 1,000 hearings, beside check-jsonschema.

The hearings are generated in a temporary folder, each with twenty recipients from two lists, in
files of at most 2,000 hearings. Both programs run as whole processes on the same files, round after
round, so that other load affects both. What counts is processor time: medians, and their ratio to
`python -c pass` in the same run. check-jsonschema knows our schema, but no holidays, lists or free
text. It is measured where it is found on the path, best from an environment of its own:

    python -m venv peers && peers/bin/pip install check-jsonschema
    PATH=$PWD/peers/bin:$PATH .venv/bin/python benchmarks/validate.py [rounds] [hearings ...]
"""

import compileall
import datetime as dt
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
SIZES = (1, 100, 1_000)
IN_A_FILE = 2_000
TODAY = "2026-01-05"
LISTS = 40
PLACES = ("Alver", "Bremanger", "Hyllestad", "Kinn", "Luster", "Sogndal", "Stad", "Ulvik")
BODIES = ("kollektivtrafikk", "kulturminne", "vassforsyning", "barnehagar", "skredsikring")

ISSUERS = """\
issuers:
  etaten:
    name: Prøveetaten
    country: "NO"
    kind: state
    units:
      fag: Fagavdelinga
      arkiv: {name: Dokumentsenteret, email: arkiv@etaten.example}
    address: [Postboks 1, 5020 Bergen]
    phone: +47 55 00 00 00
    email: post@etaten.example
    website: https://etaten.example

recipient_lists:
"""
HEARING = """\
  hoyring-{number}:
    language: nn
    issuer: etaten
    kind: regulation
    title: Høyring av forskrift om {about} i område {number}
    sent: 2026-01-12
    deadline: {deadline}
    references: {{ours: 26/{number}}}
    recipients:
      placement: enclosed
      entries:
        - {{list: liste-{first}}}
        - heading: Lag og organisasjonar
          entries:
            - {{list: liste-{second}}}
    submission:
      to: any
      addresses:
        - {{web: "https://etaten.example/hoyringar/{number}"}}
        - {{email: post@etaten.example, unit: fag}}
    questions:
      addresses: [{{email: arkiv@etaten.example, unit: arkiv}}]
    enclosures:
      - title: Forslag til forskrift om {about}
      - title: Høyringsnotat
    body: |
      Prøveetaten sender på høyring eit forslag til forskrift om {about}. Forslaget følgjer opp
      meldinga om **trygge lokalsamfunn** og er omtalt i høyringsnotatet.

      ## Bakgrunn

      Dei gjeldande reglane er frå 2009. Vi foreslår at

      - kommunane får ansvaret for tilsynet,
      - krava til internkontroll blir klarare,
      - fristane blir dei same i heile landet.

      Sjå [saka på nettsidene våre](https://etaten.example/saker/{number}).

      ## Økonomiske og administrative følgjer

      Forslaget får små følgjer for kommunane. Fristen for å svare er {day}. {month} 2026.
    signatories:
      - {{name: Kari Nordmann, title: direktør}}
      - {{name: Ola Hansen, title: seniorrådgivar, unit: fag}}
"""
MONTHS = ("april", "mai", "juni")


def write(folder: Path, count: int) -> list[Path]:
    """Write a workspace with ``count`` hearings, and return its files."""
    data = folder / "data"
    data.mkdir()
    shared = data / "delt.yaml"
    shared.write_text(ISSUERS + "".join(map(_list, range(min(LISTS, 2 * count)))), "utf-8")
    files = [shared]
    for begin in range(0, count, IN_A_FILE):
        files.append(data / f"hoyringar-{begin // IN_A_FILE}.yaml")
        numbers = range(begin, min(begin + IN_A_FILE, count))
        files[-1].write_text("hearings:\n" + "".join(map(_hearing, numbers)), "utf-8")
    return files


def _list(number: int) -> str:
    return f"  liste-{number}:\n" + "".join(_recipients(number))


def _recipients(number: int) -> Iterator[str]:
    for index in range(10):
        place = PLACES[index % len(PLACES)]
        kind = ("kommune", "bondelag", "næringslag", "idrettslag")[(number + index // 8) % 4]
        name = f"{place} {kind} avdeling {number * 10 + index}"
        yield f"    - {{name: {name}, email: post{number}-{index}@{place.lower()}.example}}\n"


def _hearing(number: int) -> str:
    month = number % len(MONTHS)
    deadline = dt.date(2026, month + 4, (20, 19, 15)[month])
    first = 2 * number % LISTS
    return HEARING.format(
        number=number,
        about=BODIES[number % len(BODIES)],
        deadline=deadline,
        day=deadline.day,
        month=MONTHS[month],
        first=first,
        second=first + 1,
    )


def commands(folder: Path, files: list[Path]) -> dict[str, list[str]]:
    """Return the commands to measure, by name."""
    schema = ROOT / "hearingkit.schema.json"
    module = [sys.executable, "-m", "hearingkit"]
    ours = [*module, "validate", "-w", str(folder), "--today", TODAY]
    measured = {"python -c pass": [sys.executable, "-c", "pass"], "hearingkit validate": ours}
    if theirs := shutil.which("check-jsonschema"):
        measured["check-jsonschema"] = [theirs, "--schemafile", str(schema), *map(str, files)]
    return measured


def processor_seconds(command: list[str], folder: str | Path) -> float:
    """Return the processor time that a command takes, its own and the system's for it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(count: int, rounds: int) -> dict[str, float]:
    """Return the median seconds of each program on ``count`` hearings."""
    with tempfile.TemporaryDirectory() as folder:
        measured = commands(Path(folder), write(Path(folder), count))
        seconds: dict[str, list[float]] = {name: [] for name in measured}
        for _ in range(rounds):
            for name, command in measured.items():
                seconds[name].append(processor_seconds(command, folder))
    return {name: statistics.median(all_) for name, all_ in seconds.items()}


def main(rounds: int = 5, *sizes: int) -> None:
    """Measure every program on every number of hearings, and print a table."""
    compileall.compile_dir(ROOT / "src", quiet=1)  # as pip does
    for count in sizes or SIZES:
        medians = measure(count, rounds)
        floor = medians["python -c pass"]
        for name, median in medians.items():
            print(f"{count:6} {name:20} {median * 1000:9.0f} ms {median / floor:8.1f} x")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
