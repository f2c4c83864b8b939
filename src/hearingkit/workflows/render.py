"""Render hearings into files: letters, lists of recipients, mailing lists."""

import datetime as dt
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from hearingkit import errors
from hearingkit.dispatch.letter import Letter
from hearingkit.dispatch.plan import (
    LETTER,
    OVERVIEW,
    RECIPIENT_LIST,
    RECIPIENTS,
    file_stem,
    letters,
    stages,
)
from hearingkit.documents.blocks import Document
from hearingkit.exporters import ExportFormat, ExportOptions, exporter_for
from hearingkit.frozen import frozen
from hearingkit.language.language import Language
from hearingkit.letters.compose import Setting, compose
from hearingkit.letters.environment import environment
from hearingkit.letters.fields import field_values
from hearingkit.letters.recipient_list import compose_list
from hearingkit.lists.build import build
from hearingkit.model.letter_kinds import LetterKind
from hearingkit.validation.book import Case
from hearingkit.workflows.fonts import own_font
from hearingkit.workflows.leftovers import leftovers, prune
from hearingkit.workflows.letterheads import letterhead_of
from hearingkit.workflows.libreoffice import with_pdfs, writer_of
from hearingkit.workflows.output import Output, Written, write_all
from hearingkit.workflows.pictures import logo_of
from hearingkit.workflows.selection import Selection
from hearingkit.workflows.workspace import Workspace, usual_folder
from hearingkit.writers import USUAL_FORMATS, DocumentFormat, PdfEngine
from hearingkit.writers.dress import Dress, Font

_DOCUMENTS = {LETTER: compose, RECIPIENT_LIST: compose_list}
_EXPORTS = (ExportFormat.CSV, ExportFormat.JSON)


@frozen
class RenderRequest:
    """The formats and languages to render.

    Attributes:
        formats: Formats of letters and printed lists.
        languages: Render only letters in these languages; empty for all.
        kinds: Render the letters of these kinds; empty for the latest one.
        epoch: Seconds since 1970 for the documents' properties; None for the hearing's own date.
        today: The day on which hearings are open or over; None if that is not known.
        with_overview: Also write a page that lists the hearings, where all are rendered.
        letterhead: A Word letterhead in place of that of each issuer.
        engine: What makes PDFs.
        font: The font of PDFs; None for that of hearingkit.
    """

    formats: Sequence[DocumentFormat] = USUAL_FORMATS
    languages: Sequence[Language] = ()
    kinds: Sequence[LetterKind] = ()
    epoch: int | None = None
    today: dt.date | None = None
    with_overview: bool = False
    letterhead: bytes | None = None
    engine: PdfEngine = PdfEngine.TYPST
    font: Font | None = None

    @property
    def word_formats(self) -> frozenset[DocumentFormat]:
        """Return the formats that begin as a Word file, and wear its letterhead."""
        by_libreoffice = self.engine is PdfEngine.LIBREOFFICE
        return frozenset(
            (DocumentFormat.DOCX, DocumentFormat.PDF) if by_libreoffice else (DocumentFormat.DOCX,)
        )


def render(
    selection: Selection,
    request: RenderRequest,
    folder: Path | None = None,
    *,
    force: bool = False,
    prune_too: bool = False,
    following: Callable[[Sequence[Case]], Iterable[Case]] = iter,
) -> Written:
    """Render hearings into files, and make anew what else was rendered of them before.

    What can't be made anew, as a language that the hearing has no longer, is taken away. So a
    hearing's folder is of one state. Where a file was edited, the folder is left as it is.

    Args:
        selection: The hearings.
        request: Formats and languages of the files.
        folder: The output folder, with a folder for each hearing; None for ``out`` in the
            workspace.
        force: Also replace, and take away, files that were changed after they were rendered.
        prune_too: Also take away the folders of hearings that the workspace has no longer.
        following: Yields the cases it is given; it may show progress.

    Raises:
        HasErrors: If a hearing that was named has errors, or all have; then nothing is written.
        HearingkitError: If no hearing has a letter of the kinds asked for, a template can't be
            filled, a PDF can't be made, a file can't be written, or hearings are to be taken away
            and may be in a file that can't be read.
    """
    if prune_too and not selection.knows_all_ids:
        raise errors.cannot_prune()
    root = folder or usual_folder(selection.workspace)
    cases = selection.sound()
    stages_asked_for(cases, request.kinds)
    if _makes_pdfs(cases, request, root):
        request = replace(request, font=own_font(selection.workspace))
    outputs = _outputs(selection, following(cases), request, root)
    if request.engine is PdfEngine.LIBREOFFICE:
        outputs = with_pdfs(outputs)
    written = write_all(root, outputs, force=force)
    gone = leftovers(root, selection.declared) if prune_too else ()
    return Written.joined([written, prune(gone, force=force)])


def _makes_pdfs(cases: Iterable[Case], request: RenderRequest, root: Path) -> bool:
    """Return whether there will be a PDF: one is asked for, or to be made anew."""
    there = (Path(name).suffix for case in cases for name in _names(root / case.id))
    return DocumentFormat.PDF in request.formats or f".{DocumentFormat.PDF}" in there


def lacks_letterhead(selection: Selection, request: RenderRequest, written: Written) -> bool:
    """Return whether a PDF was written that is not in the Word letterhead that its letter has."""
    if request.engine is PdfEngine.LIBREOFFICE:
        return False
    given = request.letterhead or any(
        one.sender and one.sender.value.letterhead for one in selection.sound()
    )
    return bool(given) and any(path.suffix == ".pdf" for path in written.paths)


def _outputs(
    selection: Selection, cases: Iterable[Case], request: RenderRequest, root: Path
) -> Iterator[Output]:
    """Yield the files of all cases, and the page that lists them; PDFs as ``rendered_files``."""
    done: list[Case] = []
    written: dict[str, list[str]] = {}
    for case in cases:
        done.append(case)
        there = _names(root / case.id)
        for output in rendered_files(selection.workspace, case, request, there):
            written.setdefault(case.id, []).append(output.name)
            yield output
    is_wanted = request.with_overview or OVERVIEW in _names(root)
    if is_wanted and request.today and not selection.is_named:
        from hearingkit.workflows.overview import overview_file

        yield overview_file(done, written, request.today)


def rendered_files(
    workspace: Workspace, case: Case, request: RenderRequest, there: Collection[str] = ()
) -> Iterator[Output]:
    """Yield all files of a case: the letters, the printed lists and the mailing lists.

    A draft has no mailing list: it can't be sent. What LibreOffice is to make a PDF of is a Word
    file yet, with the name of that PDF.

    Args:
        workspace: The workspace of the case.
        case: The hearing.
        request: Formats and languages of the files.
        there: Names of files that are rendered too, if the hearing has them.

    Raises:
        HearingkitError: If a template can't be filled, a picture or a letterhead can't be used, or
            a PDF can't be made.
    """
    changes = {len(one.hearing.changes) for one in _asked_for(case, request.kinds)}
    for letter in letters(case):
        wanted = _wanted(letter, request, changes, there)
        if not any(wanted.values()):
            continue
        setting = setting_of(workspace, letter, request.epoch)
        for name, formats in wanted.items():
            document = _DOCUMENTS[name](letter, setting)
            is_letter = name == LETTER
            document, dress = worn(
                document, letter, workspace, request, formats, to_somebody=is_letter
            )
            for format_ in formats:
                data = writer_of(format_, request.engine)(document, dress)
                yield Output(case.id, _file(name, letter, format_), data)
    table = build(case)
    for export in _EXPORTS if not case.hearing.draft else ():
        data = exporter_for(export)(table, ExportOptions())
        yield Output(case.id, f"{RECIPIENTS}.{export.value}", data)


def _file(name: str, letter: Letter, format_: DocumentFormat) -> str:
    return f"{file_stem(letter, name)}.{format_.value}"


def _wanted(
    letter: Letter, request: RenderRequest, changes: Collection[int], there: Collection[str]
) -> Mapping[str, Sequence[DocumentFormat]]:
    """Return the formats of a letter: those that are asked for, and those that are there.

    The list of recipients goes with the letter that begins the hearing.

    Args:
        letter: Which letter.
        request: What is asked for.
        changes: How many changes the letters that are asked for know of.
        there: Names of files that are there.
    """
    is_asked = letter.language in (request.languages or [letter.language])
    asked = {LETTER: is_asked and len(letter.hearing.changes) in changes}
    if not letter.change:
        asked[RECIPIENT_LIST] = is_asked
    return {
        name: _formats(name, letter, request.formats if asked[name] else (), there)
        for name in asked
    }


def _formats(
    name: str, letter: Letter, asked: Sequence[DocumentFormat], there: Collection[str]
) -> tuple[DocumentFormat, ...]:
    also = (one for one in DocumentFormat if _file(name, letter, one) in there)
    return tuple(dict.fromkeys((*asked, *also)))


def worn(
    document: Document,
    letter: Letter,
    workspace: Workspace,
    request: RenderRequest,
    formats: Collection[DocumentFormat],
    *,
    to_somebody: bool = True,
) -> tuple[Document, Dress]:
    """Return a document with what its letterhead asks for in some formats, and what it wears.

    Args:
        document: The letter, or its list of recipients, as it is printed.
        letter: The letter.
        workspace: The workspace of its hearing.
        request: What it is rendered with.
        formats: The formats that it is written in.
        to_somebody: Whether the document is a letter; a list is sent to nobody.

    Raises:
        HearingkitError: If the letterhead can't be used.
    """
    own = None
    if not request.word_formats.isdisjoint(formats):
        own = request.letterhead or letterhead_of(letter, workspace)
    if own is not None:
        from hearingkit.letterheads.opening import names_in

        values = field_values(letter, sorted(names_in(own)), to_somebody=to_somebody)
        document = replace(document, fields=values)
    return document, Dress(letterhead=own, font=request.font)


def stages_asked_for(cases: Iterable[Case], kinds: Collection[LetterKind]) -> tuple[Case, ...]:
    """Return cases as they stood at each letter of some kinds; at the latest one, if none is named.

    Raises:
        HearingkitError: If there is no letter of these kinds.
    """
    found = tuple(stage for case in cases for stage in _asked_for(case, kinds))
    if not found:
        raise errors.no_letter_of_kind(kinds)
    return found


def _asked_for(case: Case, kinds: Collection[LetterKind]) -> Iterator[Case]:
    every = stages(case)
    if not kinds:
        return iter(every[-1:])
    return (stage for stage in every if stage.hearing.last_letter in kinds)


def _names(folder: Path) -> frozenset[str]:
    """Return the names of what is in a folder; empty where nobody may look into it."""
    try:
        return frozenset(os.listdir(folder))  # noqa: PTH208
    except OSError:
        return frozenset()


def setting_of(workspace: Workspace, letter: Letter, epoch: int | None) -> Setting:
    """Return the templates, the date and the logo for a letter.

    Raises:
        HearingkitError: If a picture can't be read.
    """
    return Setting(
        environment(workspace.own_templates),
        creation_time(letter, epoch),
        logo_of(letter, workspace.folder_of(letter.case.issuer_site.source.name)),
    )


def creation_time(letter: Letter, epoch: int | None) -> dt.datetime:
    """Return the creation time of documents: never from the clock, so that bytes stay the same."""
    if epoch is not None:
        return dt.datetime.fromtimestamp(epoch, dt.UTC)
    return dt.datetime.combine(letter.sent or letter.hearing.dated, dt.time(), dt.UTC)
