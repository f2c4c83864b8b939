"""The list of recipients as it is published: names under their headings, no addresses."""

from dataclasses import replace

from hearingkit.dispatch.letter import Letter
from hearingkit.documents.blocks import Document, Paragraph, Plain
from hearingkit.letters.compose import Setting, from_sender, prose
from hearingkit.letters.parts import copies, recipient_sections, references
from hearingkit.validation.parties import from_first_to_last


def compose_list(letter: Letter, setting: Setting, *, alphabetical: bool = False) -> Document:
    """Return the list of recipients (høringsliste) that goes with a letter.

    Args:
        letter: The letter.
        setting: What the document needs besides.
        alphabetical: Print them from A to Å without headings, whatever order the hearing sets.

    Raises:
        TemplateFault: If a template or a formula of the data can't be filled.
    """
    words = letter.phrases
    said = prose(letter, setting.environment, ["subject"])
    letter = letter.printed
    parties = [party for party in letter.case.parties if not party.recipient.is_copy]
    if alphabetical:
        parties = [*from_first_to_last(parties)]
    return replace(
        from_sender(letter, setting, words.recipient_list),
        references=references(letter, to_somebody=False),
        body=(
            *(said["subject"] or (Paragraph((Plain(letter.case.id),)),)),
            *recipient_sections(parties, words),
        ),
        attachments=copies(letter),
    )
