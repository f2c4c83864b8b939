"""Measure `hearingkit validate` on 1 to 10,000 hearings, beside check-jsonschema and yamale.

The hearings are generated in a temporary folder, each in a file of its own or all in one; each has
twenty recipients from two lists. All programs run as whole processes on the same files, round after
round, so that other load affects all. Told are medians: processor time with that of all processes
behind a command, its spread in percent of the median, elapsed time, and the most memory of one
process. check-jsonschema knows the schema that `hearingkit schema` prints, and yamale one with the
same keys and types; neither knows holidays, lists or free text. The exponent is that by which the
processor time beyond one hearing grows from 100 hearings on. Others are measured where they are
found on the path, best from an environment of their own:

    python -m venv peers && peers/bin/pip install check-jsonschema yamale
    PATH=$PWD/peers/bin:$PATH .venv/bin/python benchmarks/validate.py [SHAPE[:ROUNDS] ...]

A shape is the number of hearings, as `1000`, or with one file for all of them: `1000-in-one`.
"""

import compileall
import datetime as dt
import math
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from costs import Cost, run

ROOT = Path(__file__).parents[1]
SHAPES = ("1:5", "100:5", "1000:3", "1000-in-one:3", "10000:1", "10000-in-one:1")
IN_ONE = "-in-one"
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
      - {{title: direktør}}
      - {{name: Ola Hansen, title: seniorrådgivar, unit: fag}}
"""
MONTHS = ("april", "mai", "juni")
SCHEMA_OF_YAMALE = """\
issuers: map(include("issuer"), required=False)
recipient_lists: map(list(include("recipient")), required=False)
hearings: map(include("hearing"), required=False)
---
issuer:
  name: str()
  country: enum("DK", "NO")
  kind: enum("state", "region", "municipality", "organisation")
  units: map(any(str(), include("unit")))
  address: list(str())
  phone: str()
  email: regex("^[^@ ]+@[^@ ]+$")
  website: regex("^https://")
unit:
  name: str()
  email: regex("^[^@ ]+@[^@ ]+$")
recipient:
  name: str()
  email: regex("^[^@ ]+@[^@ ]+$")
hearing:
  language: enum("da", "nb", "nn")
  issuer: str()
  kind: enum("bill", "act", "regulation", "guidance", "plan", "report", "other")
  title: str()
  sent: day()
  deadline: day()
  references: map(str())
  recipients: include("recipients")
  submission: include("contact")
  questions: include("contact")
  enclosures: list(include("enclosure"))
  body: str()
  signatories: list(include("signatory"))
recipients:
  placement: enum("enclosed", "inline", "none")
  entries: list(any(include("list"), include("group")))
list:
  list: str()
group:
  heading: str()
  entries: list(include("list"))
contact:
  to: enum("all", "any", required=False)
  addresses: list(any(include("web"), include("mail")))
web:
  web: regex("^https://")
mail:
  email: regex("^[^@ ]+@[^@ ]+$")
  unit: str(required=False)
enclosure:
  title: str()
signatory:
  name: str(required=False)
  title: str()
  unit: str(required=False)
"""


def write(folder: Path, count: int, in_a_file: int = IN_A_FILE) -> list[Path]:
    """Write a workspace with so many hearings, and return its files."""
    data = folder / "data"
    data.mkdir()
    shared = data / "delt.yaml"
    shared.write_text(ISSUERS + "".join(map(_list, range(min(LISTS, 2 * count)))), "utf-8")
    files = [shared]
    for begin in range(0, count, in_a_file):
        files.append(data / f"hoyringar-{begin // in_a_file}.yaml")
        numbers = range(begin, min(begin + in_a_file, count))
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


def commands(folder: Path) -> dict[str, list[str]]:
    """Return the commands to measure, by name; the others get the folder's files from it."""
    (folder / "yamale.yml").write_text(SCHEMA_OF_YAMALE, "utf-8")
    module = [sys.executable, "-m", "hearingkit"]
    measured = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "hearingkit": [*module, "validate", "-w", str(folder), "--today", TODAY],
    }
    if theirs := shutil.which("check-jsonschema"):
        files = map(str, sorted((folder / "data").iterdir()))
        schema = str(ROOT / "hearingkit.schema.json")
        measured["check-jsonschema"] = [theirs, "--schemafile", schema, *files]
    if theirs := shutil.which("yamale"):
        schema, data = str(folder / "yamale.yml"), str(folder / "data")
        measured["yamale"] = [theirs, "-n", "auto", "-s", schema, data]
    return measured


def processor_seconds(command: list[str], folder: str | Path) -> float:
    """Return the processor time that a command takes, its own and the system's for it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(shape: str, rounds: int) -> dict[str, list[Cost]]:
    """Return what each program takes in each round."""
    count = int(shape.removesuffix(IN_ONE))
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        write(here, count, count if shape.endswith(IN_ONE) else 1)
        costs: dict[str, list[Cost]] = {name: [] for name in commands(here)}
        for _ in range(rounds):
            for name, command in commands(here).items():
                costs[name].append(run(command, here / "output.log"))
    return costs


def exponent(seconds: dict[int, float]) -> float:
    """Return the slope, both scales logarithmic, of the time beyond that of one hearing."""
    points = [
        (math.log(count), math.log(taken - seconds[1]))
        for count, taken in seconds.items()
        if count > 1
    ]
    return statistics.linear_regression(*zip(*points, strict=True)).slope


def main(*shapes: str) -> None:
    """Measure every program on every shape of the data, and print a table and the exponents."""
    compileall.compile_dir(ROOT / "src", quiet=1)  # as pip does
    print("| hearings | by | processor s | spread | elapsed s | MB | ratio |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: |")
    grown: dict[str, dict[int, float]] = {}
    for given in shapes or SHAPES:
        shape, _, rounds = given.partition(":")
        costs = measure(shape, int(rounds or 3))
        ours = statistics.median(one.cpu for one in costs["hearingkit"])
        for name, some in costs.items():
            cpu = [one.cpu for one in some]
            middle = statistics.median(cpu)
            spread = (max(cpu) - min(cpu)) / middle
            elapsed = statistics.median(one.elapsed for one in some)
            megabytes = statistics.median(one.megabytes for one in some)
            figures = f"{middle:.2f} | {spread:.0%} | {elapsed:.2f} | {megabytes:.0f}"
            print(f"| {shape} | {name} | {figures} | {middle / ours:.2f} |", flush=True)
            if not shape.endswith(IN_ONE):
                grown.setdefault(name, {})[int(shape)] = middle
    for name, seconds in grown.items():
        if len(seconds) > 2 and 1 in seconds and name != "python -c pass":
            print(f"{name}: exponent {exponent(seconds):.2f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
