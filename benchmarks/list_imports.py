"""Measure `recipients import` of a long list beside libraries that read the same file.

Whole processes, one after the other: processor seconds, and megabytes of memory. The libraries only
read cells, texts or cards; hearingkit also finds out what they mean, judges each recipient, and
writes all of them as hearing data.

Usage: python benchmarks/list_imports.py [recipients] [peers/bin/python]
"""

import io
import sys
import tempfile
from pathlib import Path

import docx
from costs import run

from hearingkit.exporters import ExportFormat, ExportOptions, exporter_for
from hearingkit.lists.table import RecipientTable
from lists import table

PEERS = {
    "csv": ("csv", "pandas"),
    "xlsx": ("openpyxl", "pandas"),
    "ods": ("pandas",),
    "vcf": ("vobject",),
    "docx": ("python-docx",),
    "txt": (),
}


def written(whole: RecipientTable, ending: str) -> bytes:
    """Return a list as a file."""
    if ending == "txt":
        return "".join(f"{row.name} <{row.emails[0]}>\n" for row in whole.rows).encode()
    if ending == "docx":
        return _word_file(whole)
    return exporter_for(ExportFormat(ending))(whole, ExportOptions())


def _word_file(whole: RecipientTable) -> bytes:
    document, data = docx.Document(), io.BytesIO()
    first = document.add_paragraph()._p  # noqa: SLF001 (add_paragraph looks for the style each time)
    for row in whole.rows:
        first.addnext(document.element.body._new_p())  # noqa: SLF001
        first = first.getnext()
        first.add_r().text = f"{row.name}, {row.emails[0]}"
    document.save(data)
    return data.getvalue()


def main(recipients: int = 100_000, peers: str = sys.executable) -> None:
    """Measure each format with each program, and print a table."""
    whole = table(recipients)
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "log")
        for ending, libraries in PEERS.items():
            path = Path(folder, f"list.{ending}")
            path.write_bytes(written(whole, ending))
            ours = [sys.executable, "-m", "hearingkit", "recipients", "import", "-q", str(path)]
            theirs = str(Path(__file__).with_name("list_peers.py"))
            commands = {"hearingkit": ours} | {
                one: [peers, theirs, one, str(path)] for one in libraries
            }
            for name, command in commands.items():
                cost = run(command, log)
                print(
                    f"{ending:5} {name:12} {cost.cpu:7.1f} s {cost.megabytes:6.0f} MB", flush=True
                )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]), *sys.argv[2:3])
