"""Pictures that data names, read for the documents that show them."""

from pathlib import Path

from hearingkit.documents.blocks import Image
from hearingkit.errors import HearingkitError
from hearingkit.language.language import Language
from hearingkit.model.book import Case
from hearingkit.model.text import in_language
from hearingkit.workflows.workspace import shown

_SIGNATURES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


class NoPicture(HearingkitError):
    """A logo is neither PNG nor JPEG, or can't be read."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} is no PNG or JPEG picture; save the logo as one")


def logo_of(case: Case, language: Language, folder: Path) -> Image | None:
    """Return the issuer's logo; None where it has none.

    Raises:
        NoPicture: If the file is neither PNG nor JPEG, or can't be read.
    """
    if case.issuer.logo is None:
        return None
    path = folder / case.issuer.logo.file
    media_type = picture_type(path)
    if media_type is None:
        raise NoPicture(shown(path))
    return Image(path.read_bytes(), media_type, in_language(case.issuer.logo.alt, language))


def picture_type(path: Path) -> str | None:
    """Return the media type of a PNG or JPEG file, told by how it begins; None for all else."""
    try:
        with path.open("rb") as file:
            begins = file.read(16)
    except OSError:
        return None
    return next((kind for mark, kind in _SIGNATURES.items() if begins.startswith(mark)), None)
