"""Patterns that are compiled when they are first used: a run needs half of those it imports."""

import re
from typing import Any, Final, cast

_METHODS: Final = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


def late_pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return what is used as ``re.compile`` of the same, but compiles it at the first use."""
    return cast("re.Pattern[str]", _LatePattern(text, flags))


class _LatePattern:
    """A pattern that gets the methods of the compiled one when it is asked for the first."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (whatever a pattern has)
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        vars(self).update({method: getattr(compiled, method) for method in _METHODS})
        return vars(self)[name]
