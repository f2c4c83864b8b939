"""Rules on the first page of a letter: it says what the letter is about."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from hearingkit.documents.many_names import columns_for, lines_of
from hearingkit.findings import Severity, practice
from hearingkit.model.recipient import Placement, Recipients
from hearingkit.rules.registry import Breach, rule
from hearingkit.source.site import Site
from hearingkit.validation.parties import Party

_MOST_LINES: Final = 35
"""Above a title of two lines and a row of references, on the first page of the built-in look."""


@rule(
    "HK719",
    Severity.NOTE,
    says="{count} recipients above it push the title to the second page; "
    "with placement: enclosed they stand on a list of their own",
    source=practice("a letter says on its first page what it is about"),
)
def title_on_the_second_page(
    partial_recipients: Recipients, parties: tuple[Party, ...], recipients_site: Site
) -> Iterator[Breach]:
    """The title of a letter stands on its first page.

    Recipients ``inline`` stand above it, in up to three columns. Of short names, about a hundred
    leave room for the title; of longer ones, some sixty, or thirty.

    Bad:  recipients: {placement: inline, entries: [{heading: Øst, entries: &n [A by, B by, C by,
          D by, E by, F by, G by, H by, J by, K by, L by, M by, N by, O by, P by, R by, S by]},
          {heading: Vest, entries: *n}, {heading: Nord, entries: *n}, {heading: Syd, entries: *n},
          {heading: Midt, entries: *n}, {heading: Øer, entries: *n}]}
    Good: recipients: {placement: enclosed, entries: [{heading: Øst, entries: &n [A by, B by, C by,
          D by, E by, F by, G by, H by, J by, K by, L by, M by, N by, O by, P by, R by, S by]},
          {heading: Vest, entries: *n}, {heading: Nord, entries: *n}, {heading: Syd, entries: *n},
          {heading: Midt, entries: *n}, {heading: Øer, entries: *n}]}
    """
    if partial_recipients.placement is not Placement.INLINE:
        return
    heard = [party for party in parties if not party.recipient.is_copy]
    lengths = [*map(len, _names_and_headings(heard))]
    if lines_of(lengths, columns_for(lengths)) > _MOST_LINES:
        yield Breach(recipients_site.at("placement"), {"count": len(heard)})


def _names_and_headings(parties: list[Party]) -> Iterator[str]:
    for headings, group in groupby(parties, key=lambda party: party.headings):
        yield from headings[-1:]
        yield from (party.recipient.name for party in group)
