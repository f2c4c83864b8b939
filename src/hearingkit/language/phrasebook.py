"""Phrases around the text of a letter: labels, and names for the draft."""

from collections.abc import Mapping
from typing import Literal

from hearingkit.frozen import frozen
from hearingkit.language.words import Words


@frozen
class Draft:
    """Names in running text for the draft that the hearing is about.

    Attributes:
        a_draft: Before its title: «et udkast til»; may be empty.
        draft_of: Before a title that the sentence takes up in words: «udkast til».
        the_draft: The short name: «udkastet».
        the_draft_of: With the kind of document: «udkastet til anbefalingerne».
    """

    a_draft: str
    draft_of: str
    the_draft: str
    the_draft_of: str


@frozen
class Reader:
    """Words for whoever reads the letter, as they are addressed.

    Attributes:
        you: «I», «du», «De».
        your: Before a noun as «bidrag»: «jeres», «dit».
        welcome: «velkomne», «velkommen».
        reference: The label of the reader's own reference.
    """

    you: str
    your: str
    welcome: str
    reference: str


class Phrases(Words):
    """The phrases of one language; labels include the colon.

    Attributes:
        changes: The headings of letters that report a change, before what is heard.
        readers: By how they are addressed.
        drafts_of_several: Of several kinds at once, whose ``nouns`` stand for ``{nouns}``.
        nouns: What is drafted, by kind.
        issuer_line: Where the issuer's name stands among the signatures: above or below.
        references_as: Whether case numbers and dates are a column or a row.
    """

    section = "phrases"

    page: str
    draft: str
    blank: str
    to: str
    recipient_list: str
    attention: str
    visiting: str
    ours: str
    document: str
    archive_code: str
    date: str
    decided: str
    published: str
    caseworker: str
    phone: str
    org_number: str
    ean: str
    enclosures: str
    copy_to: str
    issuer_line: str
    changes: Mapping[str, str]
    references_as: Literal["column", "row"]
    drafts: Mapping[str, Draft]
    drafts_of_several: Draft
    nouns: Mapping[str, str]
    readers: Mapping[str, Reader]
