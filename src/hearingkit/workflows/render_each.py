"""Render a letter for each recipient of a hearing: addressed to it, in its language."""

import itertools
import string
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from hearingkit import __version__, errors
from hearingkit.dispatch.delivery import Delivery
from hearingkit.dispatch.letter import Letter
from hearingkit.dispatch.plan import one_each, stem
from hearingkit.documents.blocks import Document
from hearingkit.frozen import frozen
from hearingkit.language.language import Language
from hearingkit.letters.compose import addressed, compose
from hearingkit.names.file_names import distinct, file_name
from hearingkit.validation.book import Case
from hearingkit.workflows.fonts import own_font
from hearingkit.workflows.growing_folder import GrowingFolder
from hearingkit.workflows.libreoffice import with_pdfs, writer_of
from hearingkit.workflows.manifest import Hash, hash_of
from hearingkit.workflows.output import Output, Written, opened
from hearingkit.workflows.processes import made_ahead
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


@frozen
class NamedLetter:
    """A letter to one recipient.

    Attributes:
        letter: The letter.
        name: Of its file, before its ending.
    """

    letter: Letter
    name: str


@frozen
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


class LettersToEach:
    """The letters of a case as it stands, one to each recipient.

    Names are held, and a letter is made when its turn comes: there may be 100,000.
    """

    def __init__(self, case: Case, request: EachRequest) -> None:
        self._case = case
        self._wanted = request.letters.languages or tuple(Language)
        letters = sum(1 for _ in one_each(case))
        named = (
            request.pattern.format(
                number=f"{number:0{len(str(letters))}}",
                recipient=letter.to.name if letter.to else "",
                language=letter.language.value,
                hearing=case.id,
            )
            for number, letter in enumerate(one_each(case), start=1)
        )
        self._names = tuple(distinct(map(file_name, named), _together(letters)))

    def __len__(self) -> int:
        """Return how many letters are in a language that is asked for."""
        return sum(1 for _ in self)

    def __iter__(self) -> Iterator[NamedLetter]:
        """Yield the letters with their names, each time anew."""
        every = map(NamedLetter, one_each(self._case), self._names)
        yield from (one for one in every if one.letter.language in self._wanted)


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
    following: Callable[[LettersToEach], Iterable[NamedLetter]] = iter,
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
    _refuse(selection, request)
    root = folder or usual_folder(selection.workspace)
    letters = request.letters
    if request.combined or DocumentFormat.PDF in letters.formats:
        letters = replace(letters, font=own_font(selection.workspace))
    finished = with_pdfs if letters.engine is PdfEngine.LIBREOFFICE else iter

    def rendered(stage: Case) -> Written:
        every = LettersToEach(stage, request)
        maker = _Maker(selection.workspace, letters)
        name = stem(Letter(stage, stage.hearing.language[0]))
        with opened(root, f"{stage.id}/{name}") as (there, waiting):
            growing = GrowingFolder(there, waiting, force=force)
            files = finished(maker.files(following(every), growing))
            together = maker.together(every, growing) if request.combined else ()
            return growing.fill(itertools.chain(files, together))

    return Written.joined(map(rendered, stages_asked_for(selection.sound(), letters.kinds)))


def _refuse(selection: Selection, request: EachRequest) -> None:
    check_pattern(request.pattern)
    if request.combined and request.letters.engine is PdfEngine.LIBREOFFICE:
        raise errors.not_combined()
    for case in selection.sound():
        if case.hearing.draft:
            raise errors.draft_not_sent(case.id)


@frozen
class _ToAll:
    """What the letters in a language have in common.

    Attributes:
        letter: With its printed lines.
        document: The letter to all.
        dress: What an office brings itself.
        hash: Of the two, and of the program.
    """

    letter: Letter
    document: Document
    dress: Dress
    hash: Hash

    def addressed_to(self, one: Delivery | None) -> Document:
        """Return the letter to one of the recipients."""
        return addressed(self.document, replace(self.letter, to=one))

    def made_of(self, document: Document, how: str) -> Hash:
        """Return a hash of all that the file of a letter to somebody is made of."""
        own = (document.recipient, document.references, document.fields)
        return hash_of(repr((self.hash, how, own)).encode())


@frozen
class _Due:
    """A file that is to be written.

    Attributes:
        name: Of the file.
        format_: What it is.
        document: What it shows.
        dress: What an office brings itself.
        made_of: A hash of all that it is made of.
    """

    name: str
    format_: DocumentFormat
    document: Document
    dress: Dress
    made_of: Hash


class _Maker:
    """Makes the letters of a hearing; what they have in common is made once."""

    def __init__(self, workspace: Workspace, request: RenderRequest) -> None:
        self._workspace, self._request = workspace, request
        self._shared: dict[Language, _ToAll] = {}

    def files(self, letters: Iterable[NamedLetter], folder: GrowingFolder) -> Iterator[Output]:
        """Yield letters in each format, but those that a folder holds already."""
        due = self._due(letters, folder)
        by_typst = self._request.engine is PdfEngine.TYPST  # which leaves Python free
        if by_typst and {*self._request.formats} == {DocumentFormat.PDF}:
            return made_ahead(self._written, due)
        return map(self._written, due)

    def _written(self, due: _Due) -> Output:
        data = writer_of(due.format_, self._request.engine)(due.document, due.dress)
        return Output("", due.name, data, due.made_of)

    def _due(self, letters: Iterable[NamedLetter], folder: GrowingFolder) -> Iterator[_Due]:
        engine = self._request.engine
        for one in letters:
            to_all = self._to_all(one.letter)
            document = to_all.addressed_to(one.letter.to)
            for format_ in self._request.formats:
                name = f"{one.name}.{format_.value}"
                made_of = to_all.made_of(document, f"{format_}/{engine}")
                if not folder.holds(name, made_of):
                    yield _Due(name, format_, document, to_all.dress, made_of)

    def together(self, letters: LettersToEach, folder: GrowingFolder) -> Iterator[Output]:
        """Yield the letters together, so many to a file that memory does not grow with them."""
        from hearingkit.writers.pdf import write_together

        waiting = iter(letters)
        for name in _together(len(letters)):
            some = itertools.islice(waiting, TOGETHER)
            every = [(self._to_all(one.letter), one.letter.to) for one in some]
            documents = [to_all.addressed_to(to) for to_all, to in every]
            pairs = zip(every, documents, strict=True)
            parts = (to_all.made_of(document, _COMBINED) for (to_all, _), document in pairs)
            made_of = hash_of(b"".join(parts))
            if documents and not folder.holds(f"{name}.pdf", made_of):
                data = write_together(documents, Dress(font=self._request.font))
                yield Output("", f"{name}.pdf", data, made_of)

    def _to_all(self, letter: Letter) -> _ToAll:
        if letter.language not in self._shared:
            setting = setting_of(self._workspace, letter, self._request.epoch)
            formats = self._request.formats
            document = compose(letter, setting)
            document, dress = worn(document, letter, self._workspace, self._request, formats)
            hash_ = hash_of(repr((__version__, document, dress)).encode())
            self._shared[letter.language] = _ToAll(letter.printed, document, dress, hash_)
        return self._shared[letter.language]
