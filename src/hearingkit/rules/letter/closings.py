"""A rule on how a letter ends."""

from collections.abc import Iterator, Mapping

from hearingkit.findings import Severity, practice
from hearingkit.language.closings import is_closing
from hearingkit.model.wording import Formula
from hearingkit.quoting import shortened
from hearingkit.rules.registry import Breach, rule
from hearingkit.texts.reading import Stretch
from hearingkit.texts.roles import Role
from hearingkit.texts.text import Text


@rule(
    "HK720",
    Severity.WARNING,
    says='"{words}" stands twice, as letters close themselves; delete it, and who signs below it',
    source=practice("a letter is closed and signed once"),
)
def closed_twice(
    texts: tuple[Text, ...],
    wording: Mapping[Formula, object],
    issuer_wording: Mapping[Formula, object] | None = None,
) -> Iterator[Breach]:
    r"""A letter is closed once.

    A text that is taken over from an older letter ends with «Med vennlig hilsen» and who signs. But
    a letter closes itself, with the ``signatories``. Where the closing is dropped, by ``wording:
    {closing: null}``, the text may have its own.

    Bad:  body: "Vi beder om svar.\n\nMed venlig hilsen"
    Good: body: Vi beder om svar.
    """
    own = {**(issuer_wording or {}), **wording}
    if own.get(Formula.CLOSING, "") is None:
        return
    for text in texts:
        for stretch, words in _closings(text) if text.role is Role.BODY else ():
            yield Breach(text.place_of(stretch), {"words": shortened(words)})


def _closings(text: Text) -> Iterator[tuple[Stretch, str]]:
    for passage in text.reading.paragraphs:
        for line in text.reading.lines(passage):
            if is_closing(line.text):
                yield Stretch(line.start, line.start + len(line.text)), line.text
