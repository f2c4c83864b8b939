"""Read a list as other libraries do, in an environment of their own; `list_imports.py` runs this.

Usage: python benchmarks/list_peers.py LIBRARY FILE
"""

import csv
import sys
from collections.abc import Callable
from pathlib import Path


def with_csv(path: Path) -> int:
    """Read all cells with the standard library."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return len([*csv.reader(file, delimiter=";")])


def with_pandas(path: Path) -> int:
    """Read all cells as texts."""
    import pandas as pd

    if path.suffix == ".csv":
        return len(pd.read_csv(path, sep=";", dtype=str))
    return len(pd.read_excel(path, dtype=str))


def with_openpyxl(path: Path) -> int:
    """Read all cells of the first sheet, row by row."""
    import openpyxl

    book = openpyxl.load_workbook(path, read_only=True)
    return len([*book.worksheets[0].iter_rows(values_only=True)])


def with_python_docx(path: Path) -> int:
    """Read the text of all paragraphs."""
    import docx

    return len([one.text for one in docx.Document(str(path)).paragraphs])


def with_vobject(path: Path) -> int:
    """Read all cards."""
    import vobject

    return len([*vobject.readComponents(path.read_text("utf-8"))])


LIBRARIES: dict[str, Callable[[Path], int]] = {
    "csv": with_csv,
    "pandas": with_pandas,
    "openpyxl": with_openpyxl,
    "python-docx": with_python_docx,
    "vobject": with_vobject,
}

if __name__ == "__main__":
    LIBRARIES[sys.argv[1]](Path(sys.argv[2]))
