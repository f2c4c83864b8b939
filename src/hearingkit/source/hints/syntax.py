"""Turn a YAML syntax error into a finding in plain words."""

from collections.abc import Callable
from typing import Final

from hearingkit.findings import Finding
from hearingkit.source.codes import fault
from hearingkit.source.hints import layout_mistakes as layout
from hearingkit.source.hints import value_mistakes as value
from hearingkit.source.hints.missing_marks import text_without_mark
from hearingkit.source.hints.parse_failure import Mistake, ParseFailure

_MISTAKES: Final[tuple[Callable[[ParseFailure], Mistake | None], ...]] = (
    value.unclosed_quote,
    value.bad_escape,
    layout.unseen_space,
    layout.tab_as_indentation,
    layout.missing_key,
    layout.second_document,
    text_without_mark,
    value.special_beginning,
    value.text_beside_block_mark,
    value.unclosed_bracket,
    value.text_behind_quote,
    value.text_behind_bracket,
    value.colon_in_text,
    layout.missing_space,
    layout.deeper_than_key,
    layout.list_beside_key,
    layout.no_colon,
    layout.list_among_keys,
    layout.key_among_list,
    layout.wrong_indentation,
)
"""In the order in which they are tried: the most certain first."""


def syntax_finding(failure: ParseFailure, name: str) -> Finding:
    """Return the finding for a syntax error.

    Args:
        failure: The failure of the parser.
        name: The name of the file in findings.
    """
    tried = (recognise(failure) for recognise in _MISTAKES)
    mistake = next((known for known in tried if known), None) or failure.mistake("unknown")
    place = failure.lines.place(name, failure.lines.span(mistake.start, mistake.end))
    return fault(mistake.code, place, mistake.variant, **mistake.facts)
