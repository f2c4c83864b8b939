"""A rule on what was written to be replaced, and was not."""

import functools
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final
from urllib.parse import urlsplit

from hearingkit.findings import Severity, limited, practice
from hearingkit.language.language import Language
from hearingkit.language.word_groups import either
from hearingkit.language.words import Words
from hearingkit.model.printed import printed_texts
from hearingkit.model.recipient import Recipient
from hearingkit.patterns import late_pattern
from hearingkit.rules.contact.contacts import Contacts, Given
from hearingkit.rules.recipients.addressees import Addressee
from hearingkit.rules.registry import Breach, also, rule
from hearingkit.source.file import TreePath
from hearingkit.texts.blanks import blanks, may_hold_blanks
from hearingkit.texts.leftovers import checked_links, entities, leftovers, may_hold_leftovers
from hearingkit.texts.line_search import holding
from hearingkit.texts.misread import may_hold_misread, misread
from hearingkit.texts.roles import Role
from hearingkit.texts.text import Text, Usage, read_text, without_addresses
from hearingkit.validation.faults import visible

_PLACEHOLDERS: Final = {
    "://": r"(?<=://)(?:[\w-]+\.)*(?:localhost|[\w-]+\.(?:test|invalid))(?![\w-]|\.\w)",
    "example.": r"(?<![\w-])example\.(?:com|org|net)(?![\w-]|\.\w)",
    "TODO": r"\bTODO\b",
    "FIXME": r"\bFIXME\b",
    "TBD": r"\bTBD\b",
    "???": r"\?{3,}",
    "ipsum": r"\b[Ll]orem ipsum\b",
}
"""What a text must hold to be looked through, and what is looked for in it; mailboxes come too."""
_FIELD: Final = late_pattern(r"\{\{[^{}\n]{1,80}\}\}")
_NAME_OF_FILE: Final = late_pattern(
    r"\s*[^\s.][^\n]{0,100}\.(?:docx?|md|odt|pdf|rtf|txt)\s*", re.IGNORECASE
)
_OF_EXAMPLES: Final = ".example"
_MOST_KEPT: Final = 2048  # recipients, of those that many hearings have


class PlaceholderWords(Words):
    """What stands in a place until somebody writes what is meant.

    Attributes:
        mailboxes: Words before the @ of an address.
    """

    section = "contact.placeholders"

    mailboxes: tuple[str, ...]


@rule(
    "HK504",
    Severity.WARNING,
    says={
        "": '"{text}" is a placeholder; write what is meant',
        "entity": (
            '"{text}" is printed as it stands; write "{meant}"',
            '"{text}" is printed as it stands; delete it',
        ),
        "checked": "the address leads by way of {host}; write where it leads, {meant}",
        "joined": '"{text}" is one sign, as in a PDF; type its letters, {meant}',
        "object": "U+FFFC stands where a picture was copied along; delete it",
        "lost": 'a letter of "{text}" is lost; type it anew',
        "file": (
            '"{text}" is the name of a file, and printed as it stands; '
            "write {{file: {text}}} for the text that is in it"
        ),
    },
    source=practice("nothing is left to fill in; names reserved for examples and tests: RFC 2606"),
)
def placeholder(texts: tuple[Text, ...], lines: tuple[Text, ...]) -> Iterator[Breach]:
    """Nothing in a hearing is left to be filled in.

    An address at example.com reaches nobody; a TODO or ??? is printed as it stands, and so are XX,
    26/XXXX, dd.mm.åååå and [dato], a merge field of Word, a remark between colleagues, and &amp; in
    a line, from the source of a web page, Ã¸ or =C3=B8, which another program made of an ø, the one
    sign ﬁ of a PDF, and the name of a file in place of a text. An address that a mail program put
    before a link, to check it, hides where the link leads. Roman numerals, words in brackets that
    are a remark or a link, and the lines of a form to write on are left alone. Addresses that end
    in .example are for hearings that are examples themselves: they are left alone, but where the
    issuer or the hearing has real ones too, one that answers go to was forgotten.

    Bad:  submission: {addresses: [{email: xxx@vestland.no}]}, references: {ours: 26/XXXX}
    Good: submission: {addresses: [{email: post@vestland.no}]}, references: {ours: 26/871}
    """
    for text in (*texts, *lines):
        yield from _left_in(text)


@also("HK504")
def placeholder_in_an_address(
    contacts: Contacts, language: tuple[Language, ...]
) -> Iterator[Breach]:
    """Yield the placeholders in mailboxes and pages of the hearing and its issuer."""
    for site, address in _addresses(contacts):
        if any(map(any, (_placeholders(address), entities(address), checked_links(address)))):
            yield from _left_in(read_text(Usage(Role.LINE, language[0]), site, address))


@also("HK504")
def placeholder_of_a_recipient(
    addressees: tuple[Addressee, ...], language: tuple[Language, ...]
) -> Iterator[Breach]:
    """Yield the placeholders in names, mailboxes and all else that a recipient has."""
    for one in addressees:
        for path, words in _to_be_replaced(one.recipient):
            text = read_text(Usage(Role.LINE, language[0]), one.site.at(*path), words)
            # In all other texts, names have values.
            for field in limited(_FIELD.finditer(text.plain)):
                yield Breach(text.place(*field.span()), {"text": visible(field[0])})
            yield from _left_in(text)


@also("HK504")
def forgotten_example(contacts: Contacts) -> Iterator[Breach]:
    """Yield the addresses for answers and questions that are examples beside real ones."""
    hosts = (_host(address) for _, address in _addresses(contacts))
    if any(map(_is_real, hosts)):
        for site, address in contacts.for_answers():
            if _host(address).endswith(_OF_EXAMPLES):
                yield Breach(site, {"text": visible(address)})


@functools.lru_cache(_MOST_KEPT)  # many hearings share a list
def _to_be_replaced(recipient: Recipient) -> tuple[tuple[TreePath, str], ...]:
    """Return the texts of a recipient in which something is to be replaced; not its members'."""
    texts = printed_texts(recipient)
    printed = ((one.path, one.words) for one in texts if isinstance(one.words, str))
    mailboxes = ((("email", number), email) for number, email in enumerate(recipient.email))
    own = [one for one in itertools.chain(printed, mailboxes) if one[0][0] != "members"]
    if not _may_be_left(words for _, words in own):
        return ()
    return tuple(
        (path, words)
        for path, words in own
        if _FIELD.search(words)
        or any(entities(words))
        or any(misread(words))
        or any(_found_in(words, without_addresses(words)))
    )


def _may_be_left(texts: Iterable[str]) -> bool:
    """Return whether one of some texts has a sign of what is to be replaced: most have none."""
    every = tuple(texts)
    said = "\n".join(every)
    may_hold = (_may_hold_placeholders(), may_hold_misread, may_hold_blanks)
    return any(holds(said) for holds in may_hold) or may_hold_leftovers(*every)


@functools.cache
def _may_hold_placeholders() -> Callable[[str], bool]:
    return holding("{{", "&", *itertools.chain.from_iterable(_patterns()))


def _left_in(text: Text) -> Iterator[Breach]:
    """Yield what is to be replaced in a text, in the addresses of its links too."""
    for one in limited(_found_in(text.plain, text.prose)):
        yield Breach(text.place(*one.span()), {"text": visible(one[0])})
    for found, meant in limited(entities(text.plain)):
        facts = {"text": found[0], "meant": meant if meant.isprintable() else ""}
        yield Breach(text.place(*found.span()), facts, variant="entity")
    for found, meant in limited(misread(text.prose)):
        kind = found.lastgroup if found["joined"] or found["object"] else ""
        variant = kind or ("entity" if meant else "lost")
        facts = {"text": found[0], **({"meant": meant} if meant else {})}
        facts = {} if found["object"] else facts  # it has no look of its own
        yield Breach(text.place(*found.span()), facts, variant=variant)
    for found, meant in limited(checked_links(text.plain)):
        yield Breach(text.place(*found.span()), _led(found, meant), variant="checked")
    if text.role is Role.BODY and _NAME_OF_FILE.fullmatch(text.plain):
        yield Breach(text.site, {"text": visible(text.plain.strip())}, variant="file")
    for link in text.links:
        start, end = link.target
        for found, meant in checked_links(link.href):
            yield Breach(text.written_place(start, end), _led(found, meant), variant="checked")
        for one in limited(_placeholders(link.href)):
            place = text.written_place(start + one.start(), start + one.end())
            yield Breach(place, {"text": visible(one[0])})


def _led(found: re.Match[str], meant: str) -> Mapping[str, str]:
    return {"host": visible(found["host"]), "meant": visible(meant)}


def _found_in(plain: str, prose: str) -> Iterator[re.Match[str]]:
    yield from _placeholders(plain)
    yield from blanks(prose)
    yield from leftovers(prose)


def _placeholders(text: str) -> Iterator[re.Match[str]]:
    for signs, pattern in _patterns().items():
        if any(map(text.__contains__, signs)):
            yield from pattern.finditer(text)


@functools.cache
def _patterns() -> Mapping[tuple[str, ...], re.Pattern[str]]:
    names = ("test", "todo", "name", *PlaceholderWords.of_any().mailboxes)
    mailbox = (
        rf"(?<![\w.-])(?:x{{2,}}|{either(names)})@(?:[\w-]+\.)+[\w-]+"
        r"|(?<=@)(?:[\w-]+\.)+(?:test|invalid|localhost)(?![\w-]|\.\w)"
    )
    signs = ("xx@", ".test", ".invalid", ".localhost", *(f"{name}@" for name in names))
    others: dict[tuple[str, ...], re.Pattern[str]]
    others = {(sign,): late_pattern(pattern) for sign, pattern in _PLACEHOLDERS.items()}
    return {signs: late_pattern(mailbox), **others}


def _addresses(contacts: Contacts) -> Iterator[Given]:
    """Return all mailboxes and pages of the hearing and its issuer."""
    return itertools.chain(contacts.mailboxes(), contacts.pages())


def _is_real(host: str) -> bool:
    reserved = host.endswith(_OF_EXAMPLES) or any(_placeholders(f"@{host}"))
    return not reserved and not host[-1:].isdigit()


def _host(address: str) -> str:
    if "://" in address:
        return urlsplit(address).hostname or ""
    return address.rpartition("@")[2].casefold()
