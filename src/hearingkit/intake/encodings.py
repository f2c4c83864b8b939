"""Read texts in the encodings that offices' programs write."""

from typing import Final

from hearingkit.intake.grid import NoList
from hearingkit.patterns import late_pattern

_MARKS: Final = {
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
# What Windows, DOS and the Mac wrote here before UTF-8; the first is by far the most frequent.
_OLD_ENCODINGS: Final = ("cp1252", "cp865", "mac_roman")
_LETTERS: Final = late_pattern("[æøåÆØÅéäöüÄÖÜ]")
_BINARY: Final = late_pattern(r"[\x00-\x08\x0e-\x1a]")


def decoded(data: bytes) -> str:
    """Return a text, whatever its encoding.

    Raises:
        NoList: If it is no text.
    """
    encoding = next((name for mark, name in _MARKS.items() if data.startswith(mark)), "")
    encodings = (encoding,) if encoding else ("utf-8", *_without_mark(data))
    for one in encodings:
        try:
            text = data.decode(one)
        except UnicodeDecodeError:
            continue
        if not _BINARY.search(text):
            return text
    old = [data.decode(one, errors="replace") for one in _OLD_ENCODINGS]
    if encoding or _BINARY.search(old[0]):
        raise NoList("it is no text, and no file of a kind that is read")
    return max(old, key=lambda text: len(_LETTERS.findall(text)))


def decoded_as(data: bytes, charset: str | None) -> str:
    """Return a text in the encoding that its file names; UTF-8 where nobody knows that."""
    try:
        return data.decode(charset or "utf-8", "replace")
    except LookupError:
        return data.decode("utf-8", "replace")


def _without_mark(data: bytes) -> tuple[str, ...]:
    """Return UTF-16 as it is without its mark, where every other byte of the start is zero."""
    head = data[:200]
    if len(data) % 2 or head.count(0) < len(head) // 3:
        return ()
    return ("utf-16-le",) if head[1] == 0 else ("utf-16-be",)
