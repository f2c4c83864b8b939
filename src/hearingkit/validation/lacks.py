"""What a draft lacks: no fault yet, and reported in one note."""

from collections.abc import Iterator
from typing import Final

from pydantic import ValidationError

from hearingkit.findings import Finding
from hearingkit.model.hearing import NEEDED, Hearing
from hearingkit.source.file import TreePath
from hearingkit.validation.book import Case
from hearingkit.validation.faults import finding, listed
from hearingkit.validation.located import Located
from hearingkit.validation.shapes import Faults, faults_and_gaps

_WHOLE: Final = frozenset({*NEEDED, "changes"})
"""The keys of which nothing may be missing in a draft either."""
_IN_WORDS: Final = {"submission": "where to answer", "questions": "where to ask"}


def faults_and_gaps_of(error: ValidationError, rest: object) -> tuple[Faults, Faults]:
    """Return the faults of a value, and the gaps that it may have because it is a draft.

    Args:
        error: All of them.
        rest: What is right of the value; None where that is too little.
    """
    faults, gaps = faults_and_gaps(error)
    is_draft = isinstance(rest, Hearing) and rest.draft
    needed = [one for one in gaps if not is_draft or one["loc"][0] in _WHOLE]
    return [*faults, *needed], [one for one in gaps if is_draft and one["loc"][0] not in _WHOLE]


def lacks(located: Located[Hearing]) -> tuple[str, ...]:
    """Return what a draft lacks, in words, in the order of the keys; each once."""
    order = {key: number for number, key in enumerate(Hearing.keys())}
    ways = sorted(located.lacks, key=lambda way: order[str(way[0])])
    return tuple(dict.fromkeys(map(_in_words, ways)))


def lack_findings(case: Case) -> Iterator[Finding]:
    """Yield one note on all that a draft lacks."""
    if missing := lacks(case.located):
        yield finding("HK128", case.site.at("draft").place, lacks=listed(missing))


def _in_words(way: TreePath) -> str:
    keys = [str(step) for step in way if isinstance(step, str) and step != "entries"]
    return _IN_WORDS.get(keys[0]) or ".".join(keys)
