"""The letterheads of hearingkit: its own, and one that an office can begin its own with."""

import functools
from collections.abc import Mapping
from pathlib import Path

from hearingkit.assets import templates_dir
from hearingkit.language.language import Language
from hearingkit.language.properties import LanguageProperties
from hearingkit.source.zip_files import packed

_LANGUAGE = b'w:val="nb-NO"'


@functools.cache
def built_in() -> bytes:
    """Return the letterhead of hearingkit as a Word file."""
    return packed(_parts("letterhead").items())


def starter(language: Language) -> bytes:
    """Return a letterhead to begin with, its text marked as being in a language."""
    parts = {**_parts("letterhead"), **_parts("starter")}
    tag = LanguageProperties.of(language).tag.encode()
    marked = ((name, part.replace(_LANGUAGE, b'w:val="%s"' % tag)) for name, part in parts.items())
    return packed(sorted(marked))


def _parts(name: str) -> Mapping[str, bytes]:
    folder: Path = templates_dir() / "docx" / name
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
