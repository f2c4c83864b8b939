"""Time letters, one to each of 1 to 10,000 recipients, beside what else makes letters.

All have the same words. Each way is a whole process, and all run in turn, round after round, so
that other load affects all of them. Told are medians: processor time with that of all processes
that were started, and its spread from least to most; elapsed time; the most memory that one process
had. hearingkit also reads and checks the data, and LibreOffice and WeasyPrint get finished files:
.docx and .html of hearingkit. «hearingkit, data alone» is ``validate``: what is left is letters.

    python -m venv peers && peers/bin/pip install docxtpl docx-mailmerge2 weasyprint
    python benchmarks/letters.py peers/bin/python [letters[:rounds]]...
"""

import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from costs import Cost, run

ID = "proever"
TODAY = "2026-02-02"
USUAL = ("1:7", "100:3", "1000:3", "10000:1")
MOST = {"docxtpl": 1000, "docx-mailmerge2": 1000, "LibreOffice": 100, "WeasyPrint": 100}
"""How many letters those make that take minutes for more; their time grows with the number."""
BODY = """\
Utkastet samler reglene om prøver i én forskrift. Vi ber særlig om svar på

- om kravene er klare nok for dem som skal bruke dem
- hva endringene koster, og hvem som betaler
- om fristene i overgangen er lange nok

## Bakgrunn

Reglene står i dag i tre forskrifter, som er endret mange ganger. Departementet har bedt etaten om å
samle dem. Utkastet endrer ikke hvem som har plikter, men plikter som ingen bruker, er tatt ut.

## Virkninger

For de fleste kommuner blir arbeidet det samme. De minste sparer noen timer i året.
"""


def names(count: int) -> list[str]:
    """Return who gets a letter."""
    return [f"Prøvekommune {number}" for number in range(1, count + 1)]


def mailbox(name: str) -> str:
    """Return the mailbox of somebody, in a domain of its own."""
    return f"post@kommune{name.rpartition(' ')[2]}.example"


def write_data(folder: Path, count: int) -> None:
    """Write a workspace with a hearing for so many recipients."""
    import yaml  # which the others don't have

    hearing = {
        "language": "nb",
        "issuer": "etaten",
        "kind": "regulation",
        "title": "Forskrift om prøver",
        "sent": TODAY,
        "deadline": "2026-05-04",
        "recipients": [
            {"name": name, "email": mailbox(name), "address": ["Torget 1", "9999 Nord"]}
            for name in names(count)
        ],
        "submission": {"addresses": [{"email": "svar@etaten.example"}]},
        "body": BODY,
        "signatories": [{"title": "Direktør"}],
    }
    issuer = {"name": "Prøveetaten", "country": "NO", "kind": "state"}
    data = {"issuers": {"etaten": issuer}, "hearings": {ID: hearing}}
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "hearings.yaml").write_text(yaml.safe_dump(data, allow_unicode=True))


def ours(folder: Path, format_: str, out: str) -> list[str]:
    """Return the command that writes the letters by hearingkit."""
    wanted = ["--each-recipient", "-f", format_, "-o", str(folder / out), "--name", "{number}"]
    return [*program("render", folder), *wanted]


def program(command: str, folder: Path) -> list[str]:
    """Return a command of hearingkit for a workspace."""
    quietly = ["-q", "-w", str(folder), "--today", TODAY]
    return [sys.executable, "-m", "hearingkit", command, *quietly]


def by_libreoffice(folder: Path) -> list[str]:
    """Return the command that converts the letters of hearingkit in one run."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["--headless", "--convert-to", "pdf:writer_pdf_Export", "--outdir"]
    files = map(str, sorted((folder / "docx").rglob("*.docx")))
    return ["soffice", profile, *convert, str(folder / "libreoffice"), *files]


def prepare(folder: Path, count: int) -> None:
    """Write the data, and what the others begin with: a letter to the first recipient."""
    write_data(folder, count)
    write_data(folder / "first", 1)
    for format_ in ("html", "txt"):
        run(ours(folder / "first", format_, format_), folder / "output.log")
        first = min((folder / "first" / format_).rglob(f"*.{format_}"))
        shutil.copy(first, folder / f"first.{format_}")


def ways(folder: Path, peers: str, count: int) -> dict[str, Callable[[], list[str]]]:
    """Return a command for each way to make the letters, those for .docx first."""

    def by(name: str) -> Callable[[], list[str]]:
        return lambda: [peers, __file__, name, str(folder), str(count)]

    every = {
        "docx hearingkit": lambda: ours(folder, "docx", "docx"),
        "docx hearingkit, data alone": lambda: program("validate", folder),
        "docx docxtpl": by("docxtpl"),
        "docx docx-mailmerge2": by("mailmerge"),
        "pdf hearingkit": lambda: ours(folder, "pdf", "pdf"),
        "pdf LibreOffice": lambda: by_libreoffice(folder),
        "pdf WeasyPrint": by("weasyprint"),
    }
    return {
        way: one for way, one in every.items() if count <= MOST.get(way.split(" ", 1)[1], count)
    }


def paragraphs(folder: Path) -> list[str]:
    """Return the text of a letter, as hearingkit writes it."""
    text = (folder / "first.txt").read_text("utf-8")
    return [" ".join(one.split()) for one in text.split("\n\n") if one.strip()]


def template(folder: Path, lines: Iterator[str]) -> Path:
    """Write a Word file with some lines."""
    import docx

    path = folder / "template.docx"
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))
    return path


def docxtpl(folder: Path, count: int) -> None:
    """Write the letters as docxtpl's manual shows: a template with a loop, filled each time."""
    from docxtpl import DocxTemplate

    loop = ("{%p for line in lines %}", "{{ line }}", "{%p endfor %}")
    path, lines = template(folder, iter(("{{ name }}", *loop))), paragraphs(folder)
    for number, name in enumerate(names(count)):
        letter = DocxTemplate(path)
        letter.render({"name": name, "lines": lines}, autoescape=True)
        letter.save(folder / f"docxtpl-{number}.docx")


def mailmerge(folder: Path, count: int) -> None:
    """Fill the name into a finished letter, as Word's mail merge does."""
    import docx
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    from mailmerge import MailMerge

    path = template(folder, iter(paragraphs(folder)))
    document = docx.Document(str(path))
    field = f'<w:fldSimple {nsdecls("w")} w:instr=" MERGEFIELD name "><w:r><w:t>n</w:t></w:r>'
    document.paragraphs[0]._p.append(parse_xml(f"{field}</w:fldSimple>"))  # noqa: SLF001
    document.save(str(path))
    for number, name in enumerate(names(count)):
        with MailMerge(str(path)) as letter:
            letter.merge(name=name)
            letter.write(str(folder / f"mailmerge-{number}.docx"))


def weasyprint(folder: Path, count: int) -> None:
    """Print a page of hearingkit with another name each time, tagged."""
    from weasyprint import HTML

    page = (folder / "first.html").read_text("utf-8")
    for number, name in enumerate(names(count)):
        made = HTML(string=page.replace(names(1)[0], name))
        made.write_pdf(folder / f"weasyprint-{number}.pdf", pdf_variant="pdf/ua-1")


OTHERS: dict[str, Callable[[Path, int], None]] = {
    one.__name__: one for one in (docxtpl, mailmerge, weasyprint)
}


def measured(peers: str, count: int, rounds: int) -> dict[str, list[Cost]]:
    """Return what each way took in each round."""
    costs: dict[str, list[Cost]] = {}
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            prepare(folder, count)
            for way, command in ways(folder, peers, count).items():
                costs.setdefault(way, []).append(run(command(), folder / "output.log"))
    return costs


def main(peers: str, *asked: str) -> None:
    """Measure, and print a table; each ratio is to hearingkit in the same format."""
    print("| letters | format | by | processor s | spread | elapsed s | MB | ratio |")
    print("| ---: | --- | --- | ---: | ---: | ---: | ---: | ---: |")
    for one in asked or USUAL:
        count, _, rounds = one.partition(":")
        costs = measured(peers, int(count), int(rounds or 1))
        cpu = {way: statistics.median(one.cpu for one in some) for way, some in costs.items()}
        for way, some in costs.items():
            format_, _, by = way.partition(" ")
            least, most = min(one.cpu for one in some), max(one.cpu for one in some)
            elapsed = statistics.median(one.elapsed for one in some)
            megabytes = statistics.median(one.megabytes for one in some)
            ratio = cpu[way] / cpu[f"{format_} hearingkit"]
            spread = f"{least:.2f}–{most:.2f}"
            figures = f"{cpu[way]:.2f} | {spread} | {elapsed:.2f} | {megabytes:.0f} | {ratio:.2f}"
            print(f"| {int(count):,} | {format_} | {by} | {figures} |", flush=True)


if __name__ == "__main__":
    if sys.argv[1] in OTHERS:
        OTHERS[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))
    else:
        main(*sys.argv[1:])
