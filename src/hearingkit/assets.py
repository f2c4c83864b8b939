"""Find the built-in templates: inside the package of a wheel, or beside ``src`` in a checkout."""

import functools
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import jinja2


@functools.cache
def templates_dir() -> Path:
    """Return the folder of templates.

    An editable install keeps it outside the package, where importlib.resources does not find it.
    Only this function knows the two places.
    """
    package = Path(__file__).parent
    shipped = package / "templates"
    return shipped if shipped.is_dir() else package.parents[1] / "templates"


@functools.cache
def page_templates() -> "jinja2.Environment":
    """Return the templates of whole files, by their path in the folder; not those of letters.

    Values are escaped for HTML only; ids and fixed words need no escaping in YAML.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

    return Environment(
        loader=FileSystemLoader(templates_dir()),
        autoescape=select_autoescape(["html.j2"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
