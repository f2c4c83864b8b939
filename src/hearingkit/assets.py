"""Where the shipped templates are: in a wheel, in the package; in a checkout, beside ``src``."""

import functools
from pathlib import Path


@functools.cache
def templates_dir() -> Path:
    """Return the folder of templates.

    importlib.resources finds no folder outside the package, as an editable install has it;
    so the two places are tried here, and nowhere else.
    """
    package = Path(__file__).parent
    shipped = package / "templates"
    return shipped if shipped.is_dir() else package.parents[1] / "templates"
