"""Read the pictures that data names; the content decides whether it is PNG or JPEG.

Pillow reads them. It is imported only if there is a picture. A picture that a Word file or a page
would show wrongly, or not at all, is written anew; any other keeps its bytes.
"""

import functools
import io
import struct
import warnings
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hearingkit import errors
from hearingkit.dispatch.letter import Letter
from hearingkit.documents.blocks import Image
from hearingkit.errors import Unusable
from hearingkit.workflows.workspace import display_path

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels

MOST_MEGABYTES: Final = 5
"""The largest size of a picture; a logo of some kB goes into every letter."""

MOST_MEGAPIXELS: Final = 50
"""The largest picture that is looked at; it takes 200 MB of memory."""

_MOST_READS: Final = 50_000  # a whole picture has some hundred parts
_SANE_DPI: Final = range(20, 3001)
_PLAIN_DPI: Final = (72, 72)
_JPEG_QUALITY: Final = 95  # per cent, where it is not that of the picture itself
_ORIENTATION: Final = 0x0112  # of Exif
_UPRIGHT: Final = 1
_BEGINNINGS: Final = {b"\x89PNG": "PNG", b"\xff\xd8\xff": "JPEG"}
_JFIF: Final = ("APP0", b"JFIF")
_KINDS: Final = ("PNG", "JPEG")
_FAULTS: Final = (
    *(OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError, AttributeError),
    *(ArithmeticError, MemoryError, NotImplementedError, struct.error, zlib.error),
)
"""What Pillow raises on pictures that are no whole ones."""


class NoPicture(Unusable):
    """A file can't be used as a picture."""


class _Bounded(io.BytesIO):
    """The bytes of a picture; a file of a million empty parts is not read to its end."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data)
        self._left = _MOST_READS

    def read(self, size: int | None = -1, /) -> bytes:
        self._left -= 1
        if self._left < 0:
            raise OSError
        return super().read(size)


def logo_of(letter: Letter, folder: Path) -> Image | None:
    """Return the issuer's logo; None if it has no logo.

    Raises:
        HearingkitError: If the file is neither PNG nor JPEG, or can't be read.
    """
    logo = letter.issuer.logo
    if logo is None:
        return None
    path = folder / logo.file
    try:
        data, media_type = picture(path)
    except NoPicture:
        raise errors.no_picture(display_path(path)) from None
    alt = letter.case.values(letter.language).line(letter.words(logo.alt))
    return Image(data, media_type, alt)


def picture(path: Path) -> tuple[bytes, str]:
    """Return the bytes of a picture, as letters hold it, and its media type.

    Raises:
        NoPicture: If the file can't be read, is too large, or is no whole PNG or JPEG.
    """
    most = MOST_MEGABYTES * 1_000_000
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError:
        data = b""
    if len(data) > most:
        raise NoPicture("heavy_picture", most=MOST_MEGABYTES)
    return _usable(data)


@functools.lru_cache(8)  # each hearing of an issuer has the same
def _usable(data: bytes) -> tuple[bytes, str]:
    pixels = _pixels(data)
    kind = "PNG" if pixels.format == "PNG" else "JPEG"
    return (data if _is_plain(pixels) else _anew(pixels, kind)), f"image/{kind.lower()}"


def _pixels(data: bytes) -> "Pixels":
    """Return a picture that was read to its end, with its Exif."""
    from PIL import Image as Pillow

    with warnings.catch_warnings(action="ignore"):
        try:
            checked = Pillow.open(_Bounded(data), formats=_KINDS)
            if checked.width * checked.height > MOST_MEGAPIXELS * 1_000_000:
                raise NoPicture("vast_picture", most=MOST_MEGAPIXELS)
            if checked.format == "PNG" and data[12:16] != b"IHDR":  # browsers refuse it
                raise ValueError
            checked.verify()
            pixels = Pillow.open(_Bounded(data), formats=_KINDS)
            pixels.load()
            pixels.getexif()
        except Pillow.DecompressionBombError:
            raise NoPicture("vast_picture", most=MOST_MEGAPIXELS) from None
        except _FAULTS:
            kind = next((kind for sign, kind in _BEGINNINGS.items() if data.startswith(sign)), "")
            raise NoPicture("broken_picture" if kind else "no_picture", kind=kind) from None
    return pixels


def _is_plain(pixels: "Pixels") -> bool:
    """Return whether every program shows a picture as it is.

    python-docx divides by the resolution, knows a JPEG by the JFIF at its beginning, and stops at a
    fault in its Exif. Word does not turn a picture as its Exif says, and browsers differ on the
    colours of CMYK. Exif also tells where and with which camera a picture was taken.
    """
    segments = getattr(pixels, "applist", [_JFIF])  # a PNG has none
    has_jfif = [(name, content[:4]) for name, content in segments[:1]] == [_JFIF]
    return has_jfif and "exif" not in pixels.info and _is_sane(pixels) and pixels.mode != "CMYK"


def _is_sane(pixels: "Pixels") -> bool:
    return all(round(dpi) in _SANE_DPI for dpi in pixels.info.get("dpi", _PLAIN_DPI))


def _anew(pixels: "Pixels", kind: str) -> bytes:
    """Return a picture upright, in the colours of a screen, with a resolution that can be true."""
    from PIL import ImageOps

    is_upright = pixels.getexif().get(_ORIENTATION, _UPRIGHT) == _UPRIGHT
    changed = pixels if is_upright else ImageOps.exif_transpose(pixels)
    if changed.mode == "CMYK":
        changed = changed.convert("RGB")
        changed.info.pop("icc_profile", None)
    out = io.BytesIO()
    changed.save(
        out,
        kind,
        dpi=pixels.info["dpi"] if "dpi" in pixels.info and _is_sane(pixels) else _PLAIN_DPI,
        icc_profile=changed.info.get("icc_profile"),
        quality="keep" if changed is pixels and pixels.format == "JPEG" else _JPEG_QUALITY,
    )
    return out.getvalue()
