"""Names and other lines of the data: does a character stand in them that nobody sees?"""

import re
from collections.abc import Iterator
from typing import Final

from hearingkit.findings import Finding, limited
from hearingkit.language.language import Language
from hearingkit.model.printed import PrintedText, printed_texts
from hearingkit.source.characters import UNSEEN, named
from hearingkit.source.file import TreePath
from hearingkit.source.site import Site
from hearingkit.texts.roles import Role
from hearingkit.validation.faults import finding

# A row of blanks, and one at an end, is seen in a letter or told of by a rule.
_IN_NAME: Final = re.compile(f"{UNSEEN.pattern}|(?<=\\S)\u00a0(?=\\S)")


def unseen_findings(value: object, site: Site) -> Iterator[Finding]:
    """Yield a finding for each character without width in the printed lines of a value.

    Args:
        value: A hearing, an issuer or the entries of a recipient list.
        site: Where it stands.
    """
    for one in printed_texts(value):
        if not one.role.is_prose:
            for path in _paths(one):
                yield from _in_text(site.at(*path), one.role)


def _paths(one: PrintedText) -> Iterator[TreePath]:
    """Yield the way to a text, or to each of those in several languages."""
    if isinstance(one.words, str):
        yield one.path
        return
    for language in Language:
        if getattr(one.words, language.value):
            yield (*one.path, language.value)


def _in_text(site: Site, role: Role) -> Iterator[Finding]:
    written = site.source.at(site.source.known_path(site.path))
    if not isinstance(written, str) or written.isascii():
        return
    unseen = _IN_NAME if role is Role.NAME else UNSEEN
    for sign in limited(unseen.finditer(written)):
        place = site.source.place_at(site.path, *sign.span())
        yield finding("HK127", place, **named(sign[0]))
