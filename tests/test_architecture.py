"""The floors of the house: a room imports from itself and from lower floors, and no others."""

import ast
import functools
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions, requires
from pathlib import Path

import pytest

from hearingkit.rules.run import all_rules

SOURCE = Path(__file__).parents[1] / "src" / "hearingkit"
FLOORS = (
    ("frozen", "patterns", "quoting", "errors", "codes", "findings", "assets", "shared_texts"),
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


@functools.cache
def _nodes(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(path.read_text("utf-8"))))


def _imports(path: Path) -> Iterator[str]:
    for node in _nodes(path):
        if isinstance(node, ast.ImportFrom) and node.module == "hearingkit":
            yield from (f"hearingkit.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def _room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def _is_of_the_room_or_below(room: str, module: str) -> bool:
    package, *inside = module.split(".")
    if package != "hearingkit" or inside[0] == "__version__" or (room, module) in VALUES:
        return True
    is_below = FLOOR_OF[inside[0]] < max(FLOOR_OF[room], 1)  # on the lowest floor, all is one room
    return inside[0] == room or is_below


def test_imports_from_itself_and_from_lower_floors() -> None:
    others = [
        (path, module)
        for path in (*MODULES, *SOURCE.glob("[a-z]*.py"))
        for module in _imports(path)
        if not _is_of_the_room_or_below(_room(path), module)
    ]

    assert others == []


def test_every_room_has_a_floor() -> None:
    assert {_room(path) for path in MODULES} <= FLOOR_OF.keys()


def test_contributing_shows_the_floors_as_they_are() -> None:
    text = (SOURCE.parents[1] / "CONTRIBUTING.md").read_text("utf-8")
    rows = re.findall(r"^\| (\d+) \| (.+?) \|", text, re.MULTILINE)
    shown = {int(floor): tuple(re.findall("`(.+?)`", rooms)) for floor, rooms in rows}

    assert shown == dict(enumerate(FLOORS))


def test_only_the_cli_knows_typer_and_rich() -> None:
    known = {(_room(path), module.split(".")[0]) for path in MODULES for module in _imports(path)}

    assert {(room, one) for room, one in known if one in {"typer", "rich", "click"}} == {
        ("cli", "typer"),
        ("cli", "rich"),
    }


def test_functions_and_modules_stay_short() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in MODULES}
    functions = [
        (path, node.name, (node.end_lineno or 0) - node.lineno + 1)
        for path in MODULES
        for node in _nodes(path)
        if isinstance(node, ast.FunctionDef)
    ]

    assert [path for path, lines in lengths.items() if lines > LONGEST_MODULE] == []
    assert [one for one in functions if one[2] > LONGEST_FUNCTION] == []


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


OF_FILES = {"PIL", "docx", "openpyxl", "xlsxwriter", "lxml", "rich"}
HEAVY = {*OF_FILES, "typst", "babel", "holidays", "jinja2", "markdown_it", "pydantic", "yaml"}


def _loaded(*arguments: str) -> set[str]:
    """Return the names of all modules that are loaded once a command has run."""
    code = (
        "import sys, contextlib\n"
        "from hearingkit.cli.app import app\n"
        f"with contextlib.suppress(SystemExit): app({[*arguments]!r})\n"
        "print('loaded', *sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return {*done.stdout.splitlines()[-1].split()}


def test_help_loads_nothing_heavy() -> None:
    assert _loaded("--help") & HEAVY == set()


def test_validate_never_loads_the_word_writer() -> None:
    assert _loaded("validate", "-w", str(SOURCE)) & OF_FILES == set()


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


def test_a_code_leads_to_the_folder_of_its_rule() -> None:
    for code, rule in all_rules().items():
        for check in rule.checks:
            assert check.__module__.split(".")[2] == ROOMS_OF_RULES[code[2]], code


def test_nothing_is_decided_by_the_name_of_a_language() -> None:
    named = [
        (path, node.attr)
        for path in MODULES
        for node in _nodes(path)
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "Language"
    ]

    assert named == []
