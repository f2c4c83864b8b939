"""Show what is said of recipients as text, as JSON, or as Markdown for a pull request."""

import enum
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from typing import Final

from hearingkit.lists.review import Remark, Review, ReviewRow
from hearingkit.reporters.github_page import plain
from hearingkit.reporters.json_text import json_text
from hearingkit.reporters.plain import one_line

_MANY: Final = 3
"""How many others have changed alike where one line tells of all."""


class ReviewFormat(enum.StrEnum):
    """The formats of a review."""

    TEXT = "text"
    JSON = "json"
    MD = "md"


def show(review: Review, format_: ReviewFormat) -> str:
    """Return a review in a format; each ends with how many of each remark there are."""
    match format_:
        case ReviewFormat.TEXT:
            return "".join(map(_line, _together(review.rows))) + f"{_summary(review)}\n"
        case ReviewFormat.JSON:
            rows = [asdict(row) for row in review.rows]
            return json_text(
                {"version": 1, "subject": review.subject, "seen": review.seen, "rows": rows}
            )
        case ReviewFormat.MD:
            return _page(review)


def _together(rows: Sequence[ReviewRow]) -> Iterator[ReviewRow]:
    """Yield the rows for people: where the same has changed for many, as a heading, it is one."""
    many = Counter(row.told for row in rows if row.remark is Remark.CHANGED)
    shown: set[str] = set()
    for row in rows:
        others = many[row.told] - 1 if row.remark is Remark.CHANGED else 0
        if others < _MANY:
            yield row
        elif row.told not in shown:
            shown.add(row.told)
            yield replace(row, name=f"{row.name} and {others} more")


def _line(row: ReviewRow) -> str:
    place = f"{row.place}: " if row.place else ""
    more = f": {row.told}" if row.told else ""
    return one_line(f"{place}{row.remark}: {row.name}{more}") + "\n"


def _summary(review: Review) -> str:
    counts = Counter(row.remark for row in review.rows)
    remarks = ", ".join(f"{number} {remark}" for remark, number in counts.items())
    return f"{remarks or 'nothing to report'} ({review.seen} recipients)"


def _page(review: Review) -> str:
    rows = "".join(
        f"| {row.remark} | {plain(row.name)} | {plain(row.told)} |\n"
        for row in _together(review.rows)
    )
    table = f"| what | who | |\n| --- | --- | --- |\n{rows}\n" if rows else ""
    return f"### {plain(review.subject)}\n\n{table}{_summary(review)}\n"
