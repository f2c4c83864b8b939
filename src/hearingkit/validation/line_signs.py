"""Names and other lines of the data: characters that nobody sees, and signs of Markdown."""

from collections.abc import Iterator
from typing import Final

from hearingkit.findings import Finding, limited
from hearingkit.language.language import Language
from hearingkit.model.printed import PrintedText, printed_texts
from hearingkit.patterns import late_pattern
from hearingkit.source.characters import UNSEEN, named, stranger_in
from hearingkit.source.file import Tree, TreePath
from hearingkit.source.places import child
from hearingkit.source.site import Site
from hearingkit.texts.line_markup import line_markup
from hearingkit.texts.roles import Role
from hearingkit.validation.faults import finding

# A row of blanks, and one at an end, is seen in a letter or reported by a rule.
_IN_NAME: Final = late_pattern(f"{UNSEEN.pattern}|(?<=\\S)\u00a0(?=\\S)")
# A micro sign and the o of «nº» are no letters of another alphabet to who writes them.
_WORD: Final = late_pattern("[^\\W\\d_µºª]{2,}")


_MAYBE: Final = late_pattern(r"[^ -~æøåÆØÅ]|[*_~`<\]]|\A *[#-]")
"""What stands in each line of which something is reported; in most there is none of it."""


def line_findings(value: object, site: Site) -> Iterator[Finding]:
    """Yield a finding for each sign of a value's printed lines that is unseen, or is Markdown.

    Args:
        value: A hearing, an issuer or the entries of a recipient list.
        site: Where it stands.
    """
    root = site.source.at(site.path)
    for one in printed_texts(value):
        if not one.role.is_markdown and not _is_everyday(root, one.path):
            for path in _paths(one):
                yield from _in_line(site.at(*path), one.role)


def _paths(one: PrintedText) -> Iterator[TreePath]:
    """Yield the way to a text, or to each of those in several languages."""
    if isinstance(one.words, str):
        yield one.path
        return
    for language in Language:
        if getattr(one.words, language.value):
            yield (*one.path, language.value)


def _is_everyday(root: Tree, path: TreePath) -> bool:
    """Return whether a way from a value leads to a text in which nothing can be found."""
    written = root
    for step in path:
        if isinstance(written, str):  # a name alone stands for its recipient
            break
        try:
            written = child(written, step)
        except LookupError:
            return False
    return isinstance(written, str) and not _MAYBE.search(written)


def _in_line(site: Site, role: Role) -> Iterator[Finding]:
    written = site.source.at(site.source.known_path(site.path))
    if not isinstance(written, str):
        return
    for piece in limited(line_markup(written)):
        place = site.source.place_at(site.path, *piece.span())
        yield finding("HK118", place, "line", given=piece[0])
    if role.is_prose or written.isascii():
        return
    unseen = _IN_NAME if role is Role.NAME else UNSEEN
    for sign in limited(unseen.finditer(written)):
        place = site.source.place_at(site.path, *sign.span())
        yield finding("HK127", place, **named(sign[0]))
    for word in limited(_WORD.finditer(written)):
        if stranger := stranger_in(word[0]):
            start = word.start() + word[0].index(stranger)
            place = site.source.place_at(site.path, start, start + 1)
            yield finding("HK127", place, "stranger", sign=stranger, name=named(stranger)["name"])
