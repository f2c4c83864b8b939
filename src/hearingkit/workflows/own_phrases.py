"""Read the phrases that a workspace words its own way: ``templates/words/nb.yaml``."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from hearingkit.findings import Finding, Place
from hearingkit.frozen import frozen
from hearingkit.language.language import Language
from hearingkit.language.phrasebook import Phrases
from hearingkit.quoting import nearest
from hearingkit.source.hidden_names import is_hidden
from hearingkit.source.reader import link_outside, read
from hearingkit.source.site import Site
from hearingkit.validation.book import HearingBook
from hearingkit.validation.faults import finding
from hearingkit.validation.own_phrases import own_phrases
from hearingkit.workflows.workspace import ENDINGS, Workspace, display_path

FOLDER = "words"
"""The folder of ``templates`` in which the files stand."""


@frozen
class OwnPhrases:
    """The phrases of a language in a workspace.

    Attributes:
        phrases: The workspace's own, and for the rest the built-in ones.
        findings: What is wrong with those of its own.
        site: Where they stand; None where they can't be read.
    """

    phrases: Phrases
    findings: tuple[Finding, ...]
    site: Site | None = None


def read_own_phrases(workspace: Workspace) -> Mapping[Language, OwnPhrases]:
    """Return the phrases of each language in which a workspace has some of its own."""
    folder = workspace.templates / FOLDER if workspace.templates else None
    paths = {one: folder / f"{one.value}.yaml" for one in Language} if folder else {}
    return {one: _read(workspace, path, one) for one, path in paths.items() if path.is_file()}


def with_own_phrases(book: HearingBook, own: Mapping[Language, OwnPhrases]) -> HearingBook:
    """Return a book with the phrases of its workspace."""
    return replace(book, own_phrases={language: one.phrases for language, one in own.items()})


def misnamed_words(workspace: Workspace) -> Iterator[Finding]:
    """Yield a finding for each file of words that is named after no language."""
    folder = workspace.templates / FOLDER if workspace.templates else None
    if folder is None or not folder.is_dir() or workspace.is_link_outside(folder):
        return
    known = [f"{one.value}.yaml" for one in Language]
    for path in sorted(folder.iterdir()):
        if path.suffix in ENDINGS and path.name not in known and not is_hidden(path.name):
            meant = nearest(path.name, known)
            place = Place(display_path(path))
            yield finding("HK131", place, "file", given=path.name, meant=meant)


def _read(workspace: Workspace, path: Path, language: Language) -> OwnPhrases:
    name = display_path(path)
    if workspace.is_link_outside(path):
        return OwnPhrases(Phrases.of(language), (link_outside(name),))
    source, faults = read(path, name)
    if source is None:
        return OwnPhrases(Phrases.of(language), faults)
    own, wrong = own_phrases(source, language)
    return OwnPhrases(own, (*faults, *wrong), Site(source).at(Phrases.section))
