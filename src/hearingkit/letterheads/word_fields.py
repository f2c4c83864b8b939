"""Word's own fields and content controls, written as marks where they name what a letter has."""

import copy
import re
from collections.abc import Iterator
from typing import Final

from hearingkit.letterheads.fields import known
from hearingkit.letterheads.marks import Element, W, paragraphs, tag_of
from hearingkit.patterns import late_pattern

_MERGE: Final = late_pattern(r'\s*MERGEFIELD\s+(?:"([^"]+)"|(\S+))', re.IGNORECASE)
_OF_FIELDS: Final = {"rPr", "fldChar", "instrText", "t", "tab", "br", "lastRenderedPageBreak"}


def write_as_marks(root: Element) -> None:
    """Write each merge field, and each content control, that names something as a mark.

    A content control is known by its tag, or else by its title.
    """
    for control in [*root.iter(f"{W}sdt")]:
        _write_control(control)
    for field in [*root.iter(f"{W}fldSimple")]:
        name = known(merge_name(field.get(f"{W}instr", "")))
        if name:
            _put(field, _run(field, name, field.find(f"{W}r")))
    for paragraph in paragraphs(root):
        for runs, instruction in [*_complex_fields(paragraph)]:
            name = known(merge_name(instruction))
            if name and _is_plain(runs):
                result = next((run for run in runs if run.find(f"{W}t") is not None), runs[0])
                made = _run(runs[0], name, result)
                _put(runs[0], made)
                for run in runs[1:]:
                    run.getparent().remove(run)


def merge_name(instruction: str) -> str:
    """Return the name in the instruction of a merge field; empty for another field."""
    found = _MERGE.match(instruction)
    return (found[1] or found[2]) if found else ""


def merge_names_left(paragraph: Element) -> list[str]:
    """Return the names of the merge fields in a paragraph that were not written as marks."""
    simple = (field.get(f"{W}instr", "") for field in paragraph.iter(f"{W}fldSimple"))
    texts = "".join(text.text or "" for text in paragraph.iter(f"{W}instrText"))
    names = [merge_name(instruction) for instruction in simple]
    names += [found[1] or found[2] for found in _MERGE.finditer(texts)]
    return [name for name in names if name]


def unfilled_controls(root: Element) -> Iterator[tuple[Element, str]]:
    """Yield the content controls that only show their prompt, with tag or title."""
    for control in root.iter(f"{W}sdt"):
        properties = control.find(f"{W}sdtPr")
        if properties is not None and properties.find(f"{W}showingPlcHdr") is not None:
            yield control, next((name for name in _called(control) if name), "")


def _write_control(control: Element) -> None:
    name = next((found for one in _called(control) if (found := known(one))), "")
    content = control.find(f"{W}sdtContent")
    if not name or content is None:
        return
    inside = {tag_of(child) for child in content}
    run = _run(control, name, next(content.iter(f"{W}r"), None))
    if "tr" in inside:
        return
    if "tc" in inside:
        cell = content.find(f"{W}tc")
        made = _paragraph(control, run, next(cell.iter(f"{W}p"), None))
        cell[:] = [*(one for one in cell if tag_of(one) == "tcPr"), made]
        _put(control, cell)
    elif inside & {"p", "tbl"}:
        _put(control, _paragraph(control, run, next(content.iter(f"{W}p"), None)))
    else:
        _put(control, run)


def _called(control: Element) -> tuple[str, ...]:
    found = (control.find(f"{W}sdtPr/{W}{tag}") for tag in ("tag", "alias"))
    return tuple(one.get(f"{W}val", "") for one in found if one is not None)


def _run(beside: Element, name: str, like: Element | None) -> Element:
    """Return a run with a mark that looks as another run; a prompt's own look is left out."""
    made = beside.makeelement(f"{W}r")
    properties = like.find(f"{W}rPr") if like is not None else None
    if properties is not None:
        look = copy.deepcopy(properties)
        for style in look.findall(f"{W}rStyle"):
            look.remove(style)
        made.append(look)
    text = made.makeelement(f"{W}t")
    text.text = f"{{{{ {name} }}}}"
    made.append(text)
    return made


def _paragraph(beside: Element, run: Element, like: Element | None) -> Element:
    made = beside.makeelement(f"{W}p")
    properties = like.find(f"{W}pPr") if like is not None else None
    if properties is not None:
        made.append(copy.deepcopy(properties))
    made.append(run)
    return made


def _put(old: Element, new: Element) -> None:
    old.getparent().replace(old, new)


def _complex_fields(paragraph: Element) -> Iterator[tuple[list[Element], str]]:
    """Yield the runs and the instruction of each outermost field that ends where it begins."""
    runs: list[Element] = []
    depth, instruction = 0, ""
    for run in _runs(paragraph):
        kinds = [one.get(f"{W}fldCharType") for one in run.findall(f"{W}fldChar")]
        instruction += "".join(one.text or "" for one in run.findall(f"{W}instrText"))
        depth += kinds.count("begin")
        if depth or kinds:
            runs.append(run)
        depth -= kinds.count("end")
        if not depth and runs:
            yield runs, instruction
        if not depth:
            runs, instruction = [], ""


def _runs(element: Element) -> Iterator[Element]:
    for child in element:
        if tag_of(child) == "r":
            yield child
        elif tag_of(child) not in {"p", "pPr", "sdt", "del", "moveFrom"}:
            yield from _runs(child)


def _is_plain(runs: list[Element]) -> bool:
    """Return whether runs hold one field and nothing else."""
    marks = [one.get(f"{W}fldCharType") for run in runs for one in run.findall(f"{W}fldChar")]
    tags = {tag_of(child) for run in runs for child in run}
    parents = {run.getparent() for run in runs}
    return marks.count("begin") == marks.count("end") == len(parents) == 1 and tags <= _OF_FIELDS
