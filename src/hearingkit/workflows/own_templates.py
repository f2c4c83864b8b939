"""Templates of a workspace's own: what no letter reads, what can't be filled, what is left out."""

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import jinja2

from hearingkit.dispatch.letter import Letter
from hearingkit.dispatch.plan import letters
from hearingkit.documents.blocks import Block, Document
from hearingkit.errors import TemplateFault
from hearingkit.findings import Finding, Place
from hearingkit.language.language import Language
from hearingkit.letters.compose import prose
from hearingkit.letters.environment import OWN, environment
from hearingkit.letters.outline import (
    Outline,
    built_in_names,
    outline,
    outlines,
    own_names,
    source_of,
    unprinted,
)
from hearingkit.model.letter_kinds import LetterKind
from hearingkit.model.wording import Formula
from hearingkit.quoting import nearest
from hearingkit.rules.letter.answers import gives_address, lacking, names_day
from hearingkit.rules.run import found
from hearingkit.source.lines import Lines
from hearingkit.texts.dates import date_mentions
from hearingkit.validation.book import Case
from hearingkit.validation.faults import finding
from hearingkit.workflows.own_phrases import FOLDER, misnamed_words
from hearingkit.workflows.workspace import Workspace, display_path
from hearingkit.writers import DocumentFormat, writer_for

FOLDERS: Final = ("letters", FOLDER)
"""The folders of ``templates`` that a workspace may have of its own."""
_ENDING: Final = ".j2"
_NO_DAY: Final = dt.datetime.fromtimestamp(0, dt.UTC)


def folder_findings(workspace: Workspace) -> Iterator[Finding]:
    """Yield a finding for each own template that is none, and for what of them no letter reads.

    So they are found too where no hearing is in their language.
    """
    if workspace.templates:
        yield from _misnamed_folders(workspace.templates)
        yield from misnamed_words(workspace)
    own = workspace.own_templates
    if own is None:
        return
    env = environment(own)
    names = own_names(own)
    every = tuple(outlines(env, (name for name in names if name.endswith(_ENDING))))
    read = [one for one in every if isinstance(one, Outline)]
    for one in every:
        if isinstance(one, TemplateFault):
            yield _unfilled(one, env, own)
    yield from _misnamed_files(names, read, own)
    known = {block for name in built_in_names() for block in _blocks(env, name)}
    for over, block in unprinted(env, read):
        place = _line(_file(own, over.name), over.text, over.blocks[block])
        yield finding("HK131", place, "block", given=block, meant=nearest(block, known))


def template_findings(case: Case, own: Path) -> Iterator[Finding]:
    """Yield a finding for each template that can't be filled, and for what a letter lacks.

    What it lacks by a formula of the data's own is found there.
    """
    env = environment(own)
    is_worded = Formula.SUBMISSION in {**case.issuer.wording, **case.hearing.wording}
    for letter in letters(case):
        try:
            said = prose(letter, env)
        except TemplateFault as fault:
            if fault.template.startswith(OWN):
                yield _unfilled(fault, env, own)
            else:
                yield finding("HK119", case.site.key_place, "template", problem=str(fault))
            continue
        if not is_worded and letter.kind is LetterKind.INVITATION:
            yield from _lacking(letter, said["prose"])


def _misnamed_folders(folder: Path) -> Iterator[Finding]:
    for path in sorted(folder.iterdir()):
        meant = nearest(path.name, FOLDERS)
        if meant and path.name not in FOLDERS and path.is_dir():
            yield finding(
                "HK131", Place(display_path(path)), "folder", given=path.name, meant=meant
            )


def _misnamed_files(names: Sequence[str], read: Sequence[Outline], own: Path) -> Iterator[Finding]:
    """Yield a finding for each file that is no template of a letter, and that none names."""
    known = built_in_names()
    named = frozenset[str](known).union(*(one.others for one in read))
    for name in names:
        meant = nearest(name, known)
        if name not in named and (meant or name.endswith(_ENDING)):
            yield finding("HK131", Place(_file(own, name)), "file", given=name, meant=meant)


def _blocks(env: jinja2.Environment, name: str) -> Iterator[str]:
    there = outline(env, f"builtin/{name}")
    yield from there.blocks if there else ()


def _unfilled(fault: TemplateFault, env: jinja2.Environment, own: Path) -> Finding:
    """Return the finding for an own template that can't be filled, at its line."""
    name = fault.template.removeprefix(OWN).removeprefix("/")
    place = _line(_file(own, name), source_of(env, name), fault.line)
    return finding("HK119", place, "template", problem=fault.problem.removesuffix("."))


def _file(own: Path, name: str) -> str:
    return display_path(own / name)


def _line(file: str, text: str, number: int) -> Place:
    """Return the place of a line, from its first letter to its last."""
    line = Lines(text).line(number) if text else ""
    begin, end = len(line) - len(line.lstrip()), len(line.rstrip())
    return Place(file, number, begin + 1, end + 1 if end > begin else None, line)


def printed(blocks: tuple[Block, ...], language: Language) -> str:
    """Return a part of a letter as plain text."""
    document = Document(language, "", "", _NO_DAY, "", body=blocks)
    return writer_for(DocumentFormat.TXT)(document).decode()


def _lacking(letter: Letter, blocks: tuple[Block, ...]) -> Iterator[Finding]:
    """Yield a finding for each thing that the text of a letter does not give."""
    case, language = letter.case, letter.language
    text = printed(blocks, language)
    hearing, is_lacking = case.hearing, case.located.is_lacking
    gives = {
        "deadline": is_lacking("deadline") or names_day(date_mentions(text, language), hearing.due),
        "submission": is_lacking("submission") or gives_address(text, hearing.submission),
    }
    yield from (found("HK713", one) for one in lacking(case.site.key_place, language, gives))
