"""The list of recipients as it is published: names under their headings, no addresses."""

from hearingkit.documents.blocks import Document, Paragraph, Plain
from hearingkit.language.language import Language
from hearingkit.language.phrasebook import phrases
from hearingkit.letters.compose import Setting, prose
from hearingkit.letters.parts import copies, draft_mark, recipient_sections, references, sender
from hearingkit.model.text import in_language
from hearingkit.validation.book import Case


def compose_list(case: Case, language: Language, setting: Setting) -> Document:
    """Return the list of recipients (høringsliste) of a case in a language.

    Raises:
        TemplateFault: If a template or a formula of the data can't be filled.
    """
    words = phrases(language)
    said = prose(case, language, setting.environment, ["subject"])
    case = case.printed_in(language)
    parties = [party for party in case.parties if not party.recipient.is_copy]
    return Document(
        language=language,
        title=words.recipient_list,
        author=in_language(case.issuer.name, language),
        dated=setting.dated,
        page_label=words.page,
        sender=sender(case, language, setting.logo),
        references=references(case, language, to_somebody=False),
        body=(
            *(said["subject"] or (Paragraph((Plain(case.id),)),)),
            *recipient_sections(parties, language),
        ),
        attachments=copies(case, language),
        draft=draft_mark(case, language),
    )
