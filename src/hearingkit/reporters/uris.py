"""Write file names as URIs."""

from typing import Final
from urllib.parse import quote

from hearingkit.patterns import late_pattern

_DRIVE: Final = late_pattern("[A-Za-z]:/")


def is_absolute(file: str) -> bool:
    """Return whether a path starts at the root of a file system, a drive or a server."""
    return file.startswith("/") or bool(_DRIVE.match(file))


def uri(file: str) -> str:
    """Return a relative reference, or for an absolute path a ``file`` URI; always ASCII.

    Args:
        file: The path, with ``/`` between its parts.

    Source:
        RFC 3986, and RFC 8089 for drives and servers.
    """
    if not is_absolute(file):
        return quote(_bytes(file))
    if file.startswith("//"):
        return f"file:{quote(_bytes(file))}"
    drive, path = (file[:2], file[2:]) if file[0] != "/" else ("", file)
    return f"file://{'/' if drive else ''}{drive}{quote(_bytes(path))}"


def _bytes(file: str) -> bytes:
    """Return a name as the bytes that the file system uses."""
    try:
        return file.encode(errors="surrogateescape")
    except UnicodeEncodeError:  # half a character in a name on Windows
        return file.encode(errors="surrogatepass")
