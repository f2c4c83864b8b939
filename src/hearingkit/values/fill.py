r"""Names in texts of the data: ``{{ deadline.date }}`` is replaced by its value, and no more.

A text of the data may come with a stranger's pull request. It is no program: a name is looked up
in a table. ``\{{`` prints the braces.
"""

import re
from collections.abc import Callable
from typing import Final

from markupsafe import Markup

from hearingkit.documents.blocks import plain
from hearingkit.documents.markup import escape
from hearingkit.model.wording import Formula
from hearingkit.patterns import late_pattern
from hearingkit.texts.filled import Filled, Problem, unfilled
from hearingkit.texts.markdown import parse_inline
from hearingkit.texts.roles import Role
from hearingkit.values.signs import FORMULA_SIGNS
from hearingkit.values.table import NAMES, NUMBER, Name, Printable, Source

_MARK: Final = late_pattern(
    r"(?P<literal>\\\{(?=[{%#]))|\{\{(?P<name>[^{}]*)\}\}|(?P<open>\{\{)|(?P<tag>\{[%#])"
)
_NAME: Final = late_pattern(r"[^\W\d]+(?:\.(?:[^\W\d]+|[1-9][0-9]?))*")
_FORMULAS: Final = frozenset(Formula)
# What may stand above and below a name that stands alone in its paragraph.
_ABOVE: Final = late_pattern(r"(?:\A|\n[ \t]*\n|(?:\A|\n)[ ]{0,3}#{1,6}[ \t][^\n]*\n)[ ]{0,3}\Z")
_BELOW: Final = late_pattern(r"[ \t]*(?:\n[ \t]*(?:\n|\Z)|\Z)")
_LONGEST_HEADING: Final = 200
_MOST_ADDED: Final = 1000
_MOST_ADDED_TO_MARKDOWN: Final = 100_000
"""Characters that the names of a text may add to it: of names that name others, a few lines could
make more than a computer holds."""
_MOST_FILLED: Final = 500  # names looked up in texts; without circles each is once


class Unfillable(Exception):
    """Nothing can be printed for a name; ``variant`` and ``facts`` say why."""

    def __init__(self, variant: str, **facts: str) -> None:
        super().__init__(variant)
        self.variant = variant
        self.facts = facts


class Values:
    """What texts of one hearing may name, in one language; each value is made once.

    Args:
        source: The hearing; None where its issuer isn't known.
        instead: What is printed in place of a part of the hearing, by its key: nothing of what is
            at fault, as the fault is found elsewhere, a blank of what a draft lacks; None where
            the part itself can be printed.
    """

    def __init__(self, source: Source | None, instead: Callable[[str], str | None]) -> None:
        self._source = source
        self._instead = instead
        self._known: dict[str, Printable] = {}
        self._open: set[str] = set()
        self._in_circles: set[str] = set()
        self._lines: dict[str, str] = {}
        self._number_filled = 0
        self._number_of_circles = 0

    def line(self, text: str) -> str:
        """Return a line in which names are replaced by their values, as text."""
        return self.fill(text, Role.LINE).text

    def fill(self, text: str, role: Role) -> Filled:
        """Return a text in which names are replaced by their values.

        Args:
            text: As written.
            role: What the text is: Markdown or a line; in a body, the name of a formula that
                stands alone in its paragraph is replaced by the formula's sign.
        """
        if "{" not in text or not _MARK.search(text):
            return unfilled(text)
        return _Filling(text, role, self).filled()

    def get(self, name: str) -> str | Markup:
        """Return the value of a name: text, or Markdown where it is marked as such.

        Raises:
            Unfillable: If the name is unknown, or the hearing gives no such value.
        """
        numbers = NUMBER.findall(name)
        known = NAMES.get(NUMBER.sub("", name))
        if known is None or len(numbers) > known.is_numbered:
            raise Unfillable("unknown", given=name)
        if name not in self._known:
            self._known[name] = self._found(known, int(numbers[0]) if numbers else 1)
        value = self._known[name]
        if value is None:
            raise Unfillable("not_given", given=name)
        return value if isinstance(value, Markup) else self._filled(name, value)

    def _found(self, name: Name, number: int) -> Printable:
        if self._source is None:
            return ""
        instead = self._instead(name.path.split(".")[0])
        return name.value(self._source, number) if instead is None else instead

    def _filled(self, name: str, value: str) -> str:
        """Return a text of the data that is named, with what it names itself.

        Raises:
            Unfillable: If it names itself.
        """
        if name in self._lines:
            return self._lines[name]
        self._number_filled += 1
        if name in self._open or self._number_filled > _MOST_FILLED:
            self._in_circles.add(name)
            self._number_of_circles += 1
            raise Unfillable("circle", given=name)
        circles = self._number_of_circles
        self._open.add(name)
        line = self.line(value)
        self._open.remove(name)
        if name in self._in_circles:
            raise Unfillable("circle", given=name)
        if circles == self._number_of_circles:  # else it depends on what is open
            self._lines[name] = line
        return line


class _Filling:
    """A text while names in it are replaced."""

    def __init__(self, text: str, role: Role, values: Values) -> None:
        self._text = text
        self._role = role
        self._values = values
        self._pieces: list[str] = []
        self._origin: list[int] = []
        self._ends: dict[int, int] = {}
        self._problems: list[Problem] = []
        self._left = _MOST_ADDED_TO_MARKDOWN if role.is_markdown else _MOST_ADDED

    def filled(self) -> Filled:
        at = 0
        for found in _MARK.finditer(self._text):
            self._keep(at, found.start())
            self._add(found)
            at = found.end()
        self._keep(at, len(self._text))
        self._origin.append(len(self._text))
        return Filled("".join(self._pieces), self._origin, self._ends, tuple(self._problems))

    def _keep(self, start: int, end: int) -> None:
        self._pieces.append(self._text[start:end])
        self._origin.extend(range(start, end))

    def _add(self, found: re.Match[str]) -> None:
        start, end = found.span()
        if found["literal"]:
            self._keep(start if self._role.is_markdown else start + 1, end)
            return
        try:
            value = self._fitting(self._value(found), found["name"])
        except Unfillable as why:
            self._problems.append(Problem(start, end, why.variant, why.facts))
            self._keep(start, end)
            return
        self._pieces.append(value)
        self._origin.extend([start] * len(value))
        self._ends[start] = end

    def _value(self, found: re.Match[str]) -> str:
        """Return what stands in place of a mark.

        Raises:
            Unfillable: If nothing can.
        """
        if found["open"]:
            raise Unfillable("unclosed")
        if found["tag"]:
            raise Unfillable("tag", given=found["tag"])
        name = found["name"].strip()
        if not _NAME.fullmatch(name):
            raise Unfillable("no_name", given=name)
        if name in _FORMULAS and self._is_alone(found):
            return _sign(Formula(name))
        if name in _FORMULAS and name not in NAMES:
            raise Unfillable("formula", given=name)
        value = self._values.get(name)
        if self._role.is_markdown:
            return value if isinstance(value, Markup) else escape(value)
        return _plain(value) if isinstance(value, Markup) else value

    def _fitting(self, value: str, name: str) -> str:
        """Return a value.

        Raises:
            Unfillable: If the text becomes too long by it.
        """
        if len(value) > self._left:
            raise Unfillable("long", given=name.strip())
        self._left -= len(value)
        return value

    def _is_alone(self, found: re.Match[str]) -> bool:
        before = self._text[max(0, found.start() - _LONGEST_HEADING) : found.start()]
        is_body = self._role is Role.BODY
        return bool(is_body and _ABOVE.search(before) and _BELOW.match(self._text, found.end()))


def _sign(formula: Formula) -> str:
    """Return the sign of a formula.

    Raises:
        Unfillable: If the formula is no part of the letter's text.
    """
    if not formula.is_prose:
        raise Unfillable("no_prose", given=formula.value)
    return FORMULA_SIGNS[formula]


def _plain(markdown: str) -> str:
    """Return Markdown as a reader reads it, with a comma between lines."""
    return plain(parse_inline(markdown.replace("\\\n", ", ")))
