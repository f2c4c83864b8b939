"""Two mailing lists beside each other: who is new, gone, renamed, or reached otherwise."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from hearingkit.lists.columns import COLUMNS, cell_of
from hearingkit.lists.marks import marks_of
from hearingkit.lists.review import ChangedField, Remark, Review, ReviewRow
from hearingkit.lists.table import RecipientRow, RecipientTable
from hearingkit.names.plain_names import plain_name

_KINDS: Final = (
    "name",
    "number",
    "party",
    "former",
    "mailbox",
)  # who has its name has not been renamed
_ORDER: Final = (Remark.ADDED, Remark.DROPPED, Remark.RENAMED, Remark.CHANGED)

_NO_COLUMNS: Final = ("eformidling", "digital_post")
"""Fields by which a recipient is reached, and which are no column of a mailing list."""
_OF_ONE_HEARING: Final = frozenset({"their_reference"})
"""Fields that differ between two hearings of course: a body has a case number for each."""

Pair = tuple[RecipientRow | None, RecipientRow | None]


def compare(before: RecipientTable, after: RecipientTable, subject: str) -> Review:
    """Return what has become of the recipients of a list.

    Who is who is known by name, then by number, by its id in the register, by a
    former name, by mailbox.

    Args:
        before: The earlier list.
        after: The later one.
        subject: What the two are, for the reader.
    """
    fields = ("name", *(one for one in COLUMNS if one != "name"), *_NO_COLUMNS)
    if before.hearing != after.hearing:
        fields = tuple(one for one in fields if one not in _OF_ONE_HEARING)
    rows = [row for pair in _pairs(before, after) for row in _of_one(*pair, fields)]
    return Review(subject, tuple(sorted(rows, key=_rank)), len(after.rows))


def _rank(row: ReviewRow) -> int:
    return _ORDER.index(row.remark)


def _pairs(before: RecipientTable, after: RecipientTable) -> Iterator[Pair]:
    """Yield each recipient of the later list with itself in the earlier, then who is gone."""
    partners: dict[int, RecipientRow] = {}
    left, waiting = dict(enumerate(before.rows)), dict(enumerate(after.rows))
    for kind in _KINDS:
        found = _matches(kind, left, waiting)
        for later, earlier in found:
            partners[later] = left.pop(earlier)
            del waiting[later]
    yield from ((partners.get(number), row) for number, row in enumerate(after.rows))
    yield from ((row, None) for row in left.values())


def _matches(
    kind: str, before: dict[int, RecipientRow], after: dict[int, RecipientRow]
) -> list[tuple[int, int]]:
    """Return who is who by one kind of mark; each stands for one other only."""
    by_mark: dict[str, list[int]] = defaultdict(list)
    for number, row in reversed(before.items()):
        for mark in _of_kind(kind, row):
            by_mark[mark].append(number)
    taken: set[int] = set()
    found: list[tuple[int, int]] = []
    for later, row in after.items():
        for mark in _of_kind(kind, row):
            numbers = by_mark[mark]
            while numbers and numbers[-1] in taken:
                numbers.pop()
            if numbers:
                found.append((later, numbers.pop()))
                taken.add(found[-1][1])
                break
    return found


def _of_kind(kind: str, row: RecipientRow) -> Iterator[str]:
    if kind == "party":
        return iter((row.party,) if row.party else ())
    if kind == "former":
        return map(plain_name, (row.name, *row.former_names))
    return (mark for mark in marks_of(row) if mark.startswith(kind))


def _of_one(
    before: RecipientRow | None, after: RecipientRow | None, fields: Sequence[str]
) -> Iterator[ReviewRow]:
    """Yield what has become of one recipient; nothing where it is as it was."""
    if after is None:
        if before is not None:
            yield ReviewRow(Remark.DROPPED, before.name)
    elif before is None:
        yield ReviewRow(Remark.ADDED, after.name)
    else:
        changes = tuple(_changes(before, after, fields))
        if changes:
            remark = Remark.RENAMED if changes[0].field == "name" else Remark.CHANGED
            yield ReviewRow(remark, after.name, "; ".join(map(_shown, changes)), changes=changes)


def _changes(
    before: RecipientRow, after: RecipientRow, fields: Sequence[str]
) -> Iterator[ChangedField]:
    """Yield those of some fields in which two recipients differ, in their order."""
    for field in fields:
        earlier, later = _cell(field, before), _cell(field, after)
        if earlier != later:
            yield ChangedField(field, earlier, later)


def _cell(field: str, row: RecipientRow) -> str:
    return str(getattr(row, field)) if field in _NO_COLUMNS else cell_of(field, row)


def _shown(change: ChangedField) -> str:
    if change.field == "name":
        return f"before: {change.before}"
    return f"{change.field}: {change.before or 'none'} → {change.after or 'none'}"
