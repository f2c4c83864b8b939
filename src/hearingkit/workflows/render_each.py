"""Render a letter for each recipient of a hearing: addressed to it, in its language."""

import string
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from hearingkit import __version__, errors
from hearingkit.dispatch.letter import Letter
from hearingkit.dispatch.plan import one_each, stem
from hearingkit.documents.blocks import Document
from hearingkit.language.language import Language
from hearingkit.letters.compose import addressed, compose
from hearingkit.names.file_names import distinct, file_name
from hearingkit.validation.book import Case
from hearingkit.workflows.fonts import own_font
from hearingkit.workflows.growing_folder import GrowingFolder
from hearingkit.workflows.libreoffice import converted, writer_of
from hearingkit.workflows.manifest import hash_of
from hearingkit.workflows.output import Written, opened
from hearingkit.workflows.render import RenderRequest, setting_of, stages_asked_for, worn
from hearingkit.workflows.selection import Selection
from hearingkit.workflows.workspace import Workspace, usual_folder
from hearingkit.writers import DocumentFormat, PdfEngine
from hearingkit.writers.dress import Dress

USUAL_NAME: Final = "{number}-{recipient}"
"""What a letter to one recipient is called, where nobody names a pattern."""
IN_NAMES: Final = ("number", "recipient", "language", "hearing")
"""What the pattern of a name may have in braces."""


TOGETHER: Final = 200
"""The most letters in one file to print; of more, there are several files."""
_COMBINED: Final = "combined"


@dataclass(frozen=True, slots=True)
class NamedLetter:
    """A letter to one recipient.

    Attributes:
        letter: The letter.
        name: Of its file, before its ending.
    """

    letter: Letter
    name: str


@dataclass(frozen=True, slots=True)
class EachRequest:
    """What letters to each recipient are asked for.

    Attributes:
        letters: Formats, languages and kinds.
        pattern: What a letter is called: text, with ``IN_NAMES`` in braces.
        combined: Whether they are also put together into a PDF to be printed, or several.
    """

    letters: RenderRequest
    pattern: str = USUAL_NAME
    combined: bool = False


def check_pattern(pattern: str) -> None:
    """Refuse a pattern for names by which no file could be named.

    Raises:
        HearingkitError: If it has something else in braces than it may, or nothing that tells one
            recipient from another.
    """
    try:
        fields = [name for _, name, *_ in string.Formatter().parse(pattern) if name is not None]
    except ValueError:
        fields = [""]
    if not {*fields} <= {*IN_NAMES} or not {"number", "recipient"} & {*fields}:
        raise errors.bad_name_pattern(pattern, IN_NAMES)


def named_letters(case: Case, request: EachRequest) -> tuple[NamedLetter, ...]:
    """Return the letters of a case as it stands, one to each recipient, with their names."""
    every = tuple(one_each(case))
    digits = len(str(len(every)))
    names = (
        request.pattern.format(
            number=f"{number:0{digits}}",
            recipient=letter.to.name if letter.to else "",
            language=letter.language.value,
            hearing=case.id,
        )
        for number, letter in enumerate(every, start=1)
    )
    found = map(NamedLetter, every, distinct(map(file_name, names), _together(len(every))))
    wanted = request.letters.languages or tuple(Language)
    return tuple(one for one in found if one.letter.language in wanted)


def _together(letters: int) -> tuple[str, ...]:
    """Return the names of the files that letters together are in, before their ending."""
    files = -(-letters // TOGETHER)
    return tuple(f"{_COMBINED}-{n}" for n in range(1, files + 1)) if files > 1 else (_COMBINED,)


def render_each(
    selection: Selection,
    request: EachRequest,
    folder: Path | None = None,
    *,
    force: bool = False,
    following: Callable[[Sequence[NamedLetter]], Iterable[NamedLetter]] = iter,
) -> Written:
    """Render a letter for each recipient into a folder of its own, below that of the hearing.

    A run that was stopped goes on: letters that are there, and would be the same, are passed over.

    Args:
        selection: The hearings.
        request: What letters.
        folder: The output folder; None for ``out`` in the workspace.
        force: Also replace, and take away, files that were changed after they were rendered.
        following: Yields the letters it is given; it may show progress.

    Raises:
        HasErrors: If a hearing that was named has errors, or all have.
        HearingkitError: If a hearing is a draft, the pattern is none, no hearing has a letter of
            the kinds asked for, LibreOffice is to combine letters, or a letter can't be made or
            written.
    """
    check_pattern(request.pattern)
    by_libreoffice = request.letters.engine is PdfEngine.LIBREOFFICE
    if request.combined and by_libreoffice:
        raise errors.not_combined()
    for case in selection.sound():
        if case.hearing.draft:
            raise errors.draft_not_sent(case.id)
    root = folder or usual_folder(selection.workspace)
    font = own_font(selection.workspace)
    finished = converted if by_libreoffice else iter

    def rendered(stage: Case) -> Written:
        letters = named_letters(stage, request)
        maker = _Maker(selection.workspace, replace(request.letters, font=font))
        name = stem(Letter(stage, stage.hearing.language[0]))
        with opened(root, f"{stage.id}/{name}") as there:
            growing = GrowingFolder(there, force=force, finished=finished)
            with growing:
                for one in following(letters):
                    maker.add(one, growing)
                if request.combined:
                    maker.add_together(letters, growing)
            return growing.finish()

    return Written.joined(map(rendered, stages_asked_for(selection.sound(), request.letters.kinds)))


@dataclass(frozen=True, slots=True)
class _ToAll:
    """What the letters in a language have in common.

    Attributes:
        letter: With its printed lines.
        document: The letter to all.
        dress: What a Word file looks like, and the hash of that.
    """

    letter: Letter
    document: Document
    dress: Dress
    dress_hash: str


class _Maker:
    """Makes the letters of a hearing; what they have in common is made once."""

    def __init__(self, workspace: Workspace, request: RenderRequest) -> None:
        self._workspace, self._request = workspace, request
        self._to_all: dict[Language, _ToAll] = {}

    def add(self, one: NamedLetter, folder: GrowingFolder) -> None:
        """Add a letter to a folder in each format, but where it is there already."""
        shared, document = self._shared(one.letter), self._document(one.letter)
        engine = self._request.engine
        for format_ in self._request.formats:
            made_of = _made_of(document, f"{format_}/{engine}", shared.dress_hash)
            name = f"{one.name}.{format_.value}"
            if not folder.holds(name, made_of):
                folder.put(name, writer_of(format_, engine)(document, shared.dress), made_of)

    def add_together(self, letters: Sequence[NamedLetter], folder: GrowingFolder) -> None:
        """Add the letters together, so many to a file that memory does not grow with them."""
        from hearingkit.writers.pdf import write_together

        for number, name in enumerate(_together(len(letters))):
            some = letters[number * TOGETHER : (number + 1) * TOGETHER]
            documents = [self._document(one.letter) for one in some]
            font = repr(self._request.font)
            parts = (_made_of(one, DocumentFormat.PDF.value, font) for one in documents)
            made_of = hash_of("".join(parts).encode())
            if documents and not folder.holds(f"{name}.pdf", made_of):
                folder.put(
                    f"{name}.pdf",
                    write_together(documents, Dress(font=self._request.font)),
                    made_of,
                )

    def _document(self, letter: Letter) -> Document:
        shared = self._shared(letter)
        return addressed(shared.document, replace(shared.letter, to=letter.to))

    def _shared(self, letter: Letter) -> _ToAll:
        if letter.language not in self._to_all:
            setting = setting_of(self._workspace, letter, self._request.epoch)
            formats = self._request.formats
            document = compose(letter, setting)
            document, dress = worn(document, letter, self._workspace, self._request, formats)
            dress_hash = hash_of(repr(dress).encode())
            self._to_all[letter.language] = _ToAll(letter.printed, document, dress, dress_hash)
        return self._to_all[letter.language]


def _made_of(document: Document, how: str, dress_hash: str = "") -> str:
    """Return a hash of all that a file is made of: it changes with the data and the program."""
    return hash_of(repr((__version__, how, document, dress_hash)).encode())
