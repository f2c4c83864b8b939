"""The languages that a letter can be written in: one for each file of words."""

import enum
from typing import TYPE_CHECKING, Final

from hearingkit.assets import templates_dir

FOLDER_OF_WORDS: Final = "words"
"""The folder of templates that holds a file for each language, ``da.yaml`` for Danish."""


class _NamedByFiles(enum.EnumType):
    if TYPE_CHECKING:  # only the folder knows the members

        def __getattr__(cls, code: str) -> "Language": ...


class Language(enum.StrEnum, metaclass=_NamedByFiles):
    """A language that a letter can be written in.

    Each file of words gives a member: ``da.yaml`` gives ``Language.DA``. Only the names of the
    files are read, so that ``--help`` stays fast.
    """

    _ignore_ = "_code"

    for _code in sorted(path.stem for path in (templates_dir() / FOLDER_OF_WORDS).glob("*.yaml")):
        vars()[_code.upper()] = _code

    @property
    def tag(self) -> str:
        """Return the BCP 47 tag with a region, for proofing tools and screen readers."""
        from hearingkit.language.properties import LanguageProperties

        return LanguageProperties.of(self).tag
