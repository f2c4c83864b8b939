"""The floors of the house: a room imports from itself and from lower floors, and no others."""

import ast
import inspect
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions, requires
from pathlib import Path

import pytest

from hearingkit.rules.parts import known_parts
from hearingkit.rules.registry import Rule
from hearingkit.rules.run import all_rules

SOURCE = Path(__file__).parents[1] / "src" / "hearingkit"
FLOORS = (
    ("frozen", "patterns", "errors", "codes", "findings", "assets"),
    ("source",),
    ("language", "documents"),
    ("names", "calendars"),
    ("texts",),
    ("model",),
    ("values",),
    ("validation", "config", "letterheads"),
    ("dispatch",),
    ("rules", "letters", "lists"),
    ("writers", "exporters", "reporters", "intake"),
    ("workflows",),
    ("cli",),
)
FLOOR_OF = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
# The languages are what blocks are written in; countries are what a model names: values, no logic.
VALUES = {("documents", "hearingkit.language.language")}

MODULES = sorted(path for path in SOURCE.rglob("*.py") if path.parent != SOURCE)
LONGEST_FUNCTION = 50
LONGEST_MODULE = 400


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def _room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_imports_from_itself_and_from_lower_floors(path: Path) -> None:
    room = _room(path)

    for module in _imports(path):
        parts = module.split(".")
        if parts[0] != "hearingkit" or len(parts) == 1 or (room, module) in VALUES:
            continue
        assert parts[1] == room or FLOOR_OF[parts[1]] < FLOOR_OF[room], module


def test_every_room_has_a_floor() -> None:
    assert {_room(path) for path in MODULES} <= FLOOR_OF.keys()


def test_contributing_shows_the_floors_as_they_are() -> None:
    text = (SOURCE.parents[1] / "CONTRIBUTING.md").read_text("utf-8")
    rows = re.findall(r"^\| (\d+) \| (.+?) \|", text, re.MULTILINE)
    shown = {int(floor): tuple(re.findall("`(.+?)`", rooms)) for floor, rooms in rows}

    assert shown == dict(enumerate(FLOORS))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_only_the_cli_knows_typer_and_rich(path: Path) -> None:
    known = {module.split(".")[0] for module in _imports(path)} & {"typer", "rich", "click"}

    assert known <= ({"typer", "rich"} if _room(path) == "cli" else set())


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_functions_and_modules_stay_short(path: Path) -> None:
    text = path.read_text("utf-8")
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]

    assert len(text.splitlines()) <= LONGEST_MODULE
    for function in functions:
        assert (function.end_lineno or 0) - function.lineno < LONGEST_FUNCTION, function.name


def _public_types(path: Path) -> Iterator[str]:
    for node in ast.parse(path.read_text("utf-8")).body:
        match node:
            case ast.ClassDef(name=name):
                yield name
            case ast.AnnAssign(target=ast.Name(id=name), annotation=ast.Name(id="TypeAlias")):
                yield name
            case ast.Assign(targets=[ast.Name(id=name)]) if re.fullmatch("[A-Z]+[a-z]\\w*", name):
                yield name


def test_a_public_type_has_one_meaning() -> None:
    types = [name for path in SOURCE.rglob("*.py") for name in _public_types(path)]
    public = [name for name in types if not name.startswith("_")]

    assert {name for name in public if public.count(name) > 1} == set()


HEAVY = (
    "PIL",
    "docx",
    "openpyxl",
    "xlsxwriter",
    "lxml",
    "rich",
    "typst",
    "babel",
    "holidays",
    "jinja2",
    "markdown_it",
    "pydantic",
    "yaml",
)


@pytest.mark.parametrize("heavy", HEAVY)
def test_help_loads_nothing_heavy(heavy: str) -> None:
    code = (
        "import sys, contextlib\n"
        "from hearingkit.cli.app import app\n"
        "with contextlib.suppress(SystemExit): app(['--help'])\n"
        f"sys.exit({heavy!r} in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)

    assert done.returncode == 0, done.stderr


def test_validate_never_loads_the_word_writer() -> None:
    code = (
        "import sys, contextlib\n"
        "from hearingkit.cli.app import app\n"
        f"with contextlib.suppress(SystemExit): app(['validate', '-w', {str(SOURCE)!r}])\n"
        "heavy = {'PIL', 'docx', 'openpyxl', 'xlsxwriter', 'lxml', 'rich'}\n"
        "sys.exit(not heavy.isdisjoint(sys.modules))"
    )

    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)

    assert done.returncode == 0, done.stderr


def test_everything_imported_is_declared() -> None:
    declared = {
        re.split(r"[^A-Za-z0-9_.-]", line)[0].lower().replace("_", "-")
        for line in requires("hearingkit") or ()
        if "extra ==" not in line
    }
    distributions = packages_distributions()
    imported = {module.split(".")[0] for path in MODULES for module in _imports(path)}
    foreign = imported - set(sys.stdlib_module_names) - {"hearingkit"}

    for module in foreign:
        names = {name.lower().replace("_", "-") for name in distributions[module]}
        assert names & declared, module


def test_no_file_names_a_machine_or_a_registry() -> None:
    root = SOURCE.parents[1]
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=root, check=False, capture_output=True, text=True
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    secret = re.compile("/" + r"(work|root|farm)/|files\." + "pythonhosted|/simple" + "/")

    for name in filter(None, listed.stdout.split("\0")):
        path = root / name
        if path.suffix not in {".png", ".docx"} and path.is_file():
            assert not secret.search(path.read_text("utf-8", errors="replace")), name


ROOMS_OF_RULES = {
    "2": "dates",
    "3": "recipients",
    "4": "text",
    "5": "contact",
    "6": "language",
    "7": "letter",
}


@pytest.mark.parametrize(("code", "rule"), sorted(all_rules().items()))
def test_a_code_leads_to_the_folder_of_its_rule(code: str, rule: Rule) -> None:
    for check in rule.checks:
        assert check.__module__.split(".")[2] == ROOMS_OF_RULES[code[2]]


@pytest.mark.parametrize(("code", "rule"), sorted(all_rules().items()))
def test_a_rule_asks_for_parts_that_there_are(code: str, rule: Rule) -> None:
    for check in rule.checks if not rule.of_book else ():
        assert set(inspect.signature(check).parameters) <= known_parts(), code


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_nothing_is_decided_by_the_name_of_a_language(path: Path) -> None:
    named = [
        node.attr
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "Language"
    ]

    assert named == []
