"""Choose the recipients of a mailing list: by heading, by the text of a cell, without persons."""

import fnmatch
import unicodedata
from dataclasses import replace

from hearingkit.frozen import frozen
from hearingkit.language.language import Language
from hearingkit.lists.columns import cell_of
from hearingkit.lists.table import RecipientRow, RecipientTable
from hearingkit.names.person_names import is_persons_mailbox, is_persons_name


@frozen
class RecipientChoice:
    """Which recipients are listed, and whether with what is personal.

    Attributes:
        languages: Those who get a letter in one of these languages; empty for all.
        groups: Those under one of these headings, or in one of these groups of the register; empty
            for all.
        where: By column, what its cell is like; ``*`` stands for any text, ``?`` for any sign.
        where_not: By column, what its cell is not like.
        is_public: Leave out persons: attention, telephone, mailboxes with the name of a person,
            and the postal address of who is one.
    """

    languages: tuple[Language, ...] = ()
    groups: tuple[str, ...] = ()
    where: tuple[tuple[str, str], ...] = ()
    where_not: tuple[tuple[str, str], ...] = ()
    is_public: bool = False


def chosen(table: RecipientTable, choice: RecipientChoice) -> RecipientTable:
    """Return the table with only the recipients that are chosen, in the same order."""
    rows = (row for row in table.rows if _is_chosen(row, choice))
    return replace(table, rows=tuple(map(_public, rows) if choice.is_public else rows))


def _is_chosen(row: RecipientRow, choice: RecipientChoice) -> bool:
    return (
        (not choice.languages or row.language in choice.languages)
        and (not choice.groups or any(is_under(row, group) for group in choice.groups))
        and all(_is_like(cell_of(name, row), text) for name, text in choice.where)
        and not any(_is_like(cell_of(name, row), text) for name, text in choice.where_not)
    )


def is_under(row: RecipientRow, group: str) -> bool:
    """Return whether a recipient stands under a heading, or is in a group; it may hold ``*``."""
    return any(_is_like(one, group) for one in (*row.headings, *row.groups))


def _is_like(text: str, pattern: str) -> bool:
    return fnmatch.fnmatchcase(_compared(text), _compared(pattern).replace("[", "[[]"))


def _compared(text: str) -> str:
    """Return a text in small letters, each as one sign: macOS may give å as a and a ring."""
    return unicodedata.normalize("NFC", text).casefold()


def _public(row: RecipientRow) -> RecipientRow:
    is_person = is_persons_name(row.name)
    body = "" if is_person else row.name
    emails = (one for one in row.emails if not is_persons_mailbox(one.partition("@")[0], body))
    address = () if is_person else row.address
    return replace(row, attention="", phone="", emails=tuple(emails), address=address)
