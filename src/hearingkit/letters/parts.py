"""The parts around a letter's prose: sender, recipients, references, signatures, attachments."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import groupby

from hearingkit.dispatch.letter import Letter
from hearingkit.documents.blocks import (
    Block,
    Columns,
    Field,
    Fields,
    Heading,
    Image,
    Inline,
    ItemList,
    LineBlock,
    Marker,
    Paragraph,
    Plain,
    Strong,
)
from hearingkit.language import dates
from hearingkit.language.language import Language
from hearingkit.language.phrasebook import Phrases
from hearingkit.language.slips import first_difference
from hearingkit.letters.labels import label
from hearingkit.model.hearing import Caseworker, Signatory
from hearingkit.model.issuer import Issuer, Unit
from hearingkit.model.labels import IssuerLine, Label
from hearingkit.model.text import in_language
from hearingkit.patterns import late_pattern
from hearingkit.texts.markdown import parse_inline
from hearingkit.validation.parties import Party
from hearingkit.values.links import email_link, phone_link, web_link

_THREES = late_pattern(r"\A([0-9]{3})([0-9]{3})([0-9]{3})\Z")
_BETWEEN = (Plain(" · "),)


def sender(letter: Letter, logo: Image | None) -> tuple[Block, ...]:
    """Return the letterhead: the logo, the issuer's name and its unit, then contact lines."""
    unit = letter.case.unit(letter.hearing.unit) if letter.hearing.unit else None
    heads = [letter.issuer.name, unit.name] if unit else [letter.issuer.name]
    reached = [_reached(unit, letter.phrases)] if unit else []
    names = LineBlock(tuple(_text(letter.words(name)) for name in heads))
    contact = LineBlock(tuple(filter(None, (*reached, *_contact_lines(letter)))))
    return (*((logo,) if logo else ()), names, *((contact,) if contact.lines else ()))


def _contact_lines(letter: Letter) -> Iterator[tuple[Inline, ...]]:
    issuer, words = letter.issuer, letter.phrases
    yield _joined(map(_text, issuer.address), between=_text(", "))
    if issuer.visiting_address:
        visiting = _joined(map(_text, issuer.visiting_address), between=_text(", "))
        yield (*_text(f"{words.visiting}: "), *visiting)
    website = parse_inline(web_link(issuer.website)) if issuer.website else ()
    yield _joined([_reached(issuer, letter.phrases), website])
    numbers = ((words.org_number, _grouped(issuer.org_number)), (words.ean, issuer.ean))
    yield _joined([_text(f"{label} ") + _whole(number) for label, number in numbers if number])


def _reached(body: Issuer | Unit, words: Phrases) -> tuple[Inline, ...]:
    """Return the telephone number and the mailbox of a body or a part of it."""
    label = _text(f"{words.phone} ")
    return _joined(
        [
            (*label, *parse_inline(phone_link(body.phone))) if body.phone else (),
            parse_inline(email_link(body.email)) if body.email else (),
        ]
    )


def _grouped(number: str | None) -> str | None:
    """Return an organisasjonsnummer with its digits in threes; a CVR number has eight digits."""
    return _THREES.sub(r"\1 \2 \3", number) if number else None


def inline_recipients(letter: Letter) -> tuple[Block, ...]:
    """Return the recipients as they stand in the letter itself: «Til» and their names."""
    parties = [party for party in letter.case.parties if not party.recipient.is_copy]
    names = recipient_names(parties, letter.phrases) or (Paragraph(_text(letter.phrases.blank)),)
    return (Paragraph(_text(letter.phrases.to)), *names)


def recipient_names(parties: Iterable[Party], words: Phrases) -> tuple[Block, ...]:
    """Return names, one a line, under their headings: as they stand in a letter."""
    blocks: list[Block] = []
    for headings, names in _groups(parties, words):
        if headings:
            blocks.append(_label(" – ".join(headings)))
        blocks.append(names)
    return tuple(blocks)


def recipient_sections(parties: Iterable[Party], words: Phrases) -> tuple[Block, ...]:
    """Return names, one a line, in sections with real headings: as they stand in a list."""
    blocks: list[Block] = []
    above: tuple[str, ...] = ()
    for headings, names in _groups(parties, words):
        shared = first_difference(above, headings)
        below = enumerate(headings[shared:], start=shared + 1)
        blocks += [Heading(level, _text(heading)) for level, heading in below]
        blocks.append(names)
        above = headings
    return tuple(blocks)


def _groups(parties: Iterable[Party], words: Phrases) -> Iterator[tuple[tuple[str, ...], ItemList]]:
    """Yield the names that stand together, with the headings above them."""
    for headings, group in groupby(parties, key=lambda party: party.headings):
        items = tuple((Paragraph(_name(party, words)),) for party in group)
        yield headings, ItemList(items, Marker.NONE)


def _name(party: Party, words: Phrases) -> tuple[Inline, ...]:
    recipient = party.recipient
    if recipient.attention is None:
        return _text(recipient.name)
    return _text(f"{recipient.name}, {words.attention} {recipient.attention}")


def address(letter: Letter) -> tuple[Block, ...]:
    """Return the name and the postal address of the one whom a letter is addressed to."""
    if letter.to is None:
        return ()
    recipient = letter.to.recipient
    attention = f"{letter.phrases.attention} {recipient.attention}"
    lines = (letter.to.name, attention if recipient.attention else "", *recipient.address)
    return (LineBlock(tuple(_text(line) for line in lines if line)),)


def references(letter: Letter, *, to_somebody: bool = True) -> tuple[Block, ...]:
    """Return case numbers and dates; nothing where the data names none.

    Args:
        letter: Whose numbers.
        to_somebody: Whether it stands in a letter, where the recipient's own reference belongs.
    """
    hearing, numbers = letter.hearing, letter.hearing.references
    own = letter.to.recipient.their_reference if letter.to else None
    given = (
        (Label.YOURS, own or numbers.yours if to_somebody else None),
        (Label.OURS, numbers.ours),
        (Label.DOCUMENT, numbers.document),
        (Label.ARCHIVE_CODE, numbers.archive_code),
        *numbers.more.items(),
        (Label.DATE, printed_day(letter.sent, letter)),
        (Label.DECIDED, printed_day(None if letter.change else hearing.decided, letter)),
        (Label.PUBLISHED, printed_day(None if letter.change else hearing.published, letter)),
    )
    # A number that is given as empty has its label alone.
    values = [(name, _whole(text)) for name, text in given if text is not None]
    if hearing.caseworker:
        values.append((Label.CASEWORKER, _caseworker(hearing.caseworker, letter.language)))
    labelled = ((label(name, letter), value) for name, value in values)
    fields = tuple(Field(name, value) for name, value in labelled if name)
    return (Fields(fields),) if fields else ()


def printed_day(day: dt.date | None, letter: Letter) -> str | None:
    """Return a day as the references of an issuer have it; None for no day."""
    if day and letter.issuer.date_format:
        return dates.date_in_pattern(day, letter.issuer.date_format, letter.language)
    return dates.numeric_date(day, letter.language) if day else None


def _caseworker(caseworker: Caseworker, language: Language) -> tuple[Inline, ...]:
    title = in_language(caseworker.title, language) if caseworker.title else ""
    return _joined(
        [
            _text(", ".join(filter(None, (caseworker.name, title)))),
            parse_inline(phone_link(caseworker.phone)) if caseworker.phone else (),
            parse_inline(email_link(caseworker.email)) if caseworker.email else (),
        ],
        between=_text(", "),
    )


def signatures(
    letter: Letter, closing: tuple[Block, ...], approval: tuple[Block, ...]
) -> tuple[Block, ...]:
    """Return closing, issuer and signatories, as the language's letters have them."""
    own = letter.hearing.issuer_line or letter.issuer.issuer_line
    line = own or IssuerLine(letter.phrases.issuer_line)
    issuer = _text(letter.words(letter.issuer.name))
    signatories = letter.hearing.signatories
    blocks: list[Block] = [*closing]
    is_alone = line is IssuerLine.BELOW and not signatories
    if line is IssuerLine.ABOVE or is_alone:
        blocks.append(LineBlock((issuer,)))
    below = issuer if line is IssuerLine.BELOW else ()
    columns = tuple(
        (LineBlock(tuple(_signature(letter, signatory, below))),) for signatory in signatories
    )
    if len(columns) > 1:
        blocks.append(Columns(columns))
    elif columns:
        blocks.extend(columns[0])
    return (*blocks, *approval)


def _signature(
    letter: Letter, signatory: Signatory, issuer: tuple[Inline, ...]
) -> Iterator[tuple[Inline, ...]]:
    """Yield a signature's lines; the mark stands with the first."""
    title = letter.words(signatory.title)
    mark = f" {signatory.mark}" if signatory.mark else ""
    unit = letter.words(letter.case.unit(signatory.unit).name) if signatory.unit else ""
    first, *rest = [*filter(None, (signatory.name, title))] or [unit]
    yield _text(first + mark)
    yield from map(_text, rest)
    if issuer:
        yield issuer
    if unit and unit != first:
        yield _text(unit)


def attachments(letter: Letter) -> tuple[Block, ...]:
    """Return the lists of enclosures and of copies; nothing where there are none."""
    return (*_enclosures(letter), *copies(letter))


def _enclosures(letter: Letter) -> tuple[Block, ...]:
    items = []
    for enclosure in letter.enclosures:
        title = letter.words(enclosure.title)
        shown = parse_inline(web_link(enclosure.url, title)) if enclosure.url else _text(title)
        items.append((Paragraph(shown),))
    above = label(Label.ENCLOSURES, letter)
    if not items or not above:
        return ()
    marker = Marker.NUMBER if len(items) > 1 else Marker.NONE
    return (_label(above), ItemList(tuple(items), marker))


def copies(letter: Letter) -> tuple[Block, ...]:
    """Return the list of those who get a copy; nothing where there are none."""
    parties = [party for party in letter.case.parties if party.recipient.is_copy]
    above = label(Label.COPY_TO, letter)
    if not parties or not above:
        return ()
    return (_label(above), *recipient_names(parties, letter.phrases))


def _label(text: str) -> Paragraph:
    return Paragraph((Strong(_text(text)),))


def _text(text: str) -> tuple[Inline, ...]:
    return (Plain(text),) if text else ()


def _whole(text: str) -> tuple[Inline, ...]:
    """Return a number or a code that must not be broken over two lines."""
    return (Plain(text, unbroken=True),) if text else ()


def _joined(
    pieces: Iterable[tuple[Inline, ...]], between: tuple[Inline, ...] = _BETWEEN
) -> tuple[Inline, ...]:
    joined: tuple[Inline, ...] = ()
    for piece in filter(None, pieces):
        joined += (between if joined else ()) + piece
    return joined
