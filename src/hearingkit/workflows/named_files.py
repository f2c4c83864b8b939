"""The files that a hearing names: are they there, inside the workspace, and of use?"""

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

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
    for site, name, unusable in _named_files(case):
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
        elif unusable:
            found = unusable(path)
            yield from (
                finding("HK114", site.place, variant, given=name, **facts)
                for variant, facts in found
            )


def _missing(site: Site, name: str, meant: str) -> Finding:
    is_there = bool(meant) and look_alike(name, meant)
    variant = "look_alike" if is_there else "missing"
    return finding("HK114", site.place, variant, given=name, meant=visible(meant))


Unusable: TypeAlias = Callable[[Path], Iterator[tuple[str, Mapping[str, object]]]]
"""Yields why a file can't be used, as a variant of HK114 with its facts."""


def _no_picture(path: Path) -> Iterator[tuple[str, Mapping[str, object]]]:
    from hearingkit.workflows.pictures import NoPicture, picture

    try:
        picture(path)
    except NoPicture as why:
        yield why.variant, why.facts


def _no_letterhead(path: Path) -> Iterator[tuple[str, Mapping[str, object]]]:
    from hearingkit.workflows.letterheads import NoLetterhead, letterhead

    try:
        letterhead(path)
    except NoLetterhead as why:
        yield why.variant, why.facts


def _no_text(path: Path) -> Iterator[tuple[str, Mapping[str, object]]]:
    try:
        text_of(path)
    except NoWordFile as why:
        yield why.variant, why.facts
    except OSError:
        yield "barred_word", {}


def _real(path: Path) -> Path | None:
    """Return a path with its links resolved; None if no file can have such a name."""
    try:
        real = Path(os.path.realpath(path))
        real.is_file()
    except (OSError, ValueError):
        return None
    return real


def _named_files(case: Case) -> Iterator[tuple[Site, str, Unusable | None]]:
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
        yield case.site.at("body", *path, "file"), one.file, _no_text
    logo = case.sender.value.logo if case.sender else None
    if logo and logo.file:
        yield case.issuer_site.at("logo", "file"), logo.file, _no_picture
    if case.sender and case.sender.value.letterhead:
        yield case.issuer_site.at("letterhead"), case.sender.value.letterhead, _no_letterhead
