"""The files that a hearing names: are they there, inside the workspace, and of use?"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

from hearingkit.errors import Unusable
from hearingkit.findings import Finding
from hearingkit.model.text import text_files
from hearingkit.source.site import Site
from hearingkit.source.word_files import NoWordFile
from hearingkit.validation.book import Case
from hearingkit.validation.faults import finding, visible
from hearingkit.workflows.bodies import text_of
from hearingkit.workflows.near_files import look_alike, near_or_elsewhere
from hearingkit.workflows.workspace import Workspace


def named_file_findings(case: Case, workspace: Workspace) -> Iterator[Finding]:
    """Yield a finding for each file that the hearing names and that can't be used."""
    root = workspace.real_root
    for site, name, use in _named_files(case):
        folder = workspace.folder_of(site.source.name)
        path = _real(folder / name)
        if path and not path.is_relative_to(root):
            yield finding("HK117", site.place, given=name)
        elif path and path.is_dir():
            yield finding("HK114", site.place, "folder", given=name)
        elif path is None or not path.is_file():
            meant = near_or_elsewhere(folder, name, workspace.root)
            is_inside = Path(os.path.realpath(folder / meant)).is_relative_to(root)
            yield _missing(site, name, meant if is_inside else "")
        elif workspace.is_left_out(path):
            yield finding("HK114", site.place, "untracked", given=name)
        elif use:
            try:
                use(path)
            except Unusable as why:
                yield finding("HK114", site.place, why.variant, given=name, **why.facts)


def _missing(site: Site, name: str, meant: str) -> Finding:
    is_there = bool(meant) and look_alike(name, meant)
    variant = "look_alike" if is_there else "missing"
    return finding("HK114", site.place, variant, given=name, meant=visible(meant))


Use: TypeAlias = Callable[[Path], object]
"""Reads a file as what it is meant for; raises ``Unusable`` if it can't be that."""


def _as_picture(path: Path) -> None:
    from hearingkit.workflows.pictures import picture

    picture(path)


def _as_letterhead(path: Path) -> None:
    from hearingkit.workflows.letterheads import letterhead

    letterhead(path)


def _as_text(path: Path) -> None:
    try:
        text_of(path)
    except OSError:
        raise NoWordFile("barred_word") from None


def _real(path: Path) -> Path | None:
    """Return a path with its links resolved; None if no file can have such a name."""
    try:
        real = Path(os.path.realpath(path))
        real.is_file()
    except (OSError, ValueError):
        return None
    return real


def _named_files(case: Case) -> Iterator[tuple[Site, str, Use | None]]:
    sent = [(case.site, case.hearing.enclosures)]
    sent += (
        (case.site.at("changes", number), change.enclosures)
        for number, change in enumerate(case.hearing.changes)
    )
    for site, enclosures in sent:
        for number, enclosure in enumerate(enclosures):
            if enclosure.file:
                yield site.at("enclosures", number, "file"), enclosure.file, None
    if case.hearing.reply_template and case.hearing.reply_template.file:
        yield case.site.at("reply_template", "file"), case.hearing.reply_template.file, None
    for path, one in text_files(case.hearing.body):
        yield case.site.at("body", *path, "file"), one.file, _as_text
    logo = case.sender.value.logo if case.sender else None
    if logo and logo.file:
        yield case.issuer_site.at("logo", "file"), logo.file, _as_picture
    if case.sender and case.sender.value.letterhead:
        yield case.issuer_site.at("letterhead"), case.sender.value.letterhead, _as_letterhead
