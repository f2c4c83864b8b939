"""Find the built-in templates: inside the package of a wheel, or beside ``src`` in a checkout."""

import functools
from pathlib import Path


@functools.cache
def templates_dir() -> Path:
    """Return the folder of templates.

    An editable install keeps it outside the package, where importlib.resources does not find it.
    Only this function knows the two places.
    """
    package = Path(__file__).parent
    shipped = package / "templates"
    return shipped if shipped.is_dir() else package.parents[1] / "templates"
