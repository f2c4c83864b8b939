"""Templates of a workspace's own: what of a letter they can't fill, or leave out."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from hearingkit.dispatch.letter import Letter
from hearingkit.dispatch.plan import letters
from hearingkit.documents.blocks import Block, Document
from hearingkit.errors import TemplateFault
from hearingkit.findings import Finding
from hearingkit.letters.compose import prose
from hearingkit.letters.environment import environment
from hearingkit.model.wording import Formula
from hearingkit.rules.letter.answers import gives_address, lacking, names_day
from hearingkit.rules.run import found
from hearingkit.texts.dates import date_mentions
from hearingkit.validation.book import Case
from hearingkit.validation.faults import finding
from hearingkit.writers import DocumentFormat, writer_for

_NO_DAY: Final = dt.datetime.fromtimestamp(0, dt.UTC)


def template_findings(case: Case, own_templates: Path) -> Iterator[Finding]:
    """Yield a finding for each template that can't be filled, and for what a letter lacks.

    What it lacks by a formula of the data's own is found there.
    """
    env = environment(own_templates)
    is_worded = Formula.SUBMISSION in {**case.issuer.wording, **case.hearing.wording}
    for letter in letters(case):
        try:
            said = prose(letter, env)
        except TemplateFault as error:
            yield finding("HK119", case.site.key_place, "template", problem=str(error))
            continue
        if not is_worded:
            yield from _lacking(letter, said["prose"])


def _lacking(letter: Letter, blocks: tuple[Block, ...]) -> Iterator[Finding]:
    """Yield a finding for each thing that the text of a letter does not give."""
    case, language = letter.case, letter.language
    document = Document(language, "", "", _NO_DAY, "", body=blocks)
    printed = writer_for(DocumentFormat.TXT)(document).decode()
    hearing, is_lacking = case.hearing, case.located.is_lacking
    gives = {
        "deadline": is_lacking("deadline")
        or names_day(date_mentions(printed, language), hearing.deadline),
        "submission": is_lacking("submission") or gives_address(printed, hearing.submission),
    }
    yield from (found("HK713", one) for one in lacking(case.site.key_place, language, gives))
