"""A rule on what was written to be replaced, and was not."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from hearingkit.findings import Severity
from hearingkit.rules.contact.contacts import mailboxes, other_pages, own_mailboxes, web_pages
from hearingkit.rules.registry import Breach, rule
from hearingkit.source.file import Tree, TreePath
from hearingkit.texts.blanks import blanks
from hearingkit.texts.leftovers import leftovers
from hearingkit.validation.book import Case
from hearingkit.validation.faults import visible
from hearingkit.validation.free_text import told, without_what_is_no_prose

_PLACEHOLDERS: Final = {
    "@": r"(?<![\w.-])(?:x{2,}|test|todo|navn|namn|name)@(?:[\w-]+\.)+[\w-]+"
    r"|(?<=@)(?:[\w-]+\.)+(?:test|invalid|localhost)(?![\w-]|\.\w)",
    "://": r"(?<=://)(?:[\w-]+\.)*(?:localhost|[\w-]+\.(?:test|invalid))(?![\w-]|\.\w)",
    "example.": r"(?<![\w-])example\.(?:com|org|net)(?![\w-]|\.\w)",
    "TODO": r"\bTODO\b",
    "FIXME": r"\bFIXME\b",
    "TBD": r"\bTBD\b",
    "???": r"\?{3,}",
    "ipsum": r"\b[Ll]orem ipsum\b",
}
"""What a text must hold to be looked through, and what is looked for in it."""
_PATTERNS: Final = {sign: re.compile(pattern) for sign, pattern in _PLACEHOLDERS.items()}
_FIELD: Final = re.compile(r"\{\{[^{}\n]{1,80}\}\}")
_OF_EXAMPLES: Final = ".example"
_NOT_PRINTED: Final = frozenset({"accept", "date_format", "file", "issuer", "list"})


@rule(
    "HK504",
    Severity.WARNING,
    says='"{text}" is a placeholder; write what is meant',
    source="RFC 2606 (names reserved for examples and tests); practice: nothing is left to fill in",
)
def placeholder(case: Case) -> Iterator[Breach]:
    """Nothing in a hearing is left to be filled in.

    An address at example.com reaches nobody; a TODO or ??? is printed as it stands, and so are XX,
    26/XXXX, dd.mm.åååå and [dato], a merge field of Word and a remark between colleagues. Roman
    numerals, words in brackets that are a remark or a link, and the lines of a form to write on are
    left alone. Addresses that end in .example are for hearings that are examples themselves: they
    are left alone, but where the issuer or the hearing has real ones too, one that answers go to
    was forgotten.

    Bad:  submission: {addresses: [{email: xxx@vestland.no}]}, references: {ours: 26/XXXX}
    Good: submission: {addresses: [{email: post@vestland.no}]}, references: {ours: 26/871}
    """
    listed = (party.site for party in case.parties if party.via)
    for site in (case.site, case.issuer_site, *listed):
        for path, text in _texts(site.source.at(site.source.known(site.path)), ()):
            found = _left_in(text, is_formula="wording" in path)
            for quote, start in told(found):
                nth = text.count(quote, 0, start)
                yield Breach(site.at(*path), {"text": visible(quote)}, quote, nth)
    yield from _forgotten_examples(case)


def _left_in(text: str, *, is_formula: bool) -> Iterator[tuple[str, int]]:
    """Yield what is to be replaced in a text, and the offset of each."""
    if not is_formula:  # nothing else is filled in
        yield from ((found[0], found.start()) for found in _FIELD.finditer(text))
    yield from ((found[0], found.start()) for found in _placeholders(text))
    yield from ((found[0], found.start()) for found in blanks(without_what_is_no_prose(text)))
    yield from ((found[0], found.start()) for found in leftovers(without_what_is_no_prose(text)))


def _placeholders(text: str) -> Iterator[re.Match[str]]:
    for sign, pattern in _PATTERNS.items():
        if sign in text:
            yield from pattern.finditer(text)


def _forgotten_examples(case: Case) -> Iterator[Breach]:
    """Yield the addresses for answers and questions that are examples beside real ones."""
    answers = (*mailboxes(case), *web_pages(case))
    hosts = [_host(text) for _, text in (*answers, *own_mailboxes(case), *other_pages(case))]
    if not any(map(_is_real, hosts)):
        return
    for site, text in answers:
        if _host(text).endswith(_OF_EXAMPLES):
            yield Breach(site, {"text": visible(text)})


def _is_real(host: str) -> bool:
    reserved = host.endswith(_OF_EXAMPLES) or any(_placeholders(f"@{host}"))
    return not reserved and not host[-1:].isdigit()


def _host(address: str) -> str:
    if "://" in address:
        return urlsplit(address).hostname or ""
    return address.rpartition("@")[2].casefold()


def _texts(tree: Tree, path: TreePath) -> Iterator[tuple[TreePath, str]]:
    """Yield every text of a tree that is printed, and the way to it."""
    match tree:
        case str():
            yield path, tree
        case dict():
            for key, value in tree.items():
                if key not in _NOT_PRINTED:
                    yield from _texts(value, (*path, key))
        case list():
            for number, value in enumerate(tree):
                yield from _texts(value, (*path, number))
