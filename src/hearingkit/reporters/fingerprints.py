"""Names by which other programs know a finding again after lines have moved."""

import hashlib
import json
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator

from hearingkit.findings import Finding


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """Return 32 hexadecimal digits a finding, no two alike.

    They rest on file, code and message, and on how many such findings come before; so lines may
    be put in above, and only a message that names a line changes with it.
    """
    keys = [(finding.place.file, finding.code, finding.message) for finding in findings]
    return [_digest(*key, nth) for key, nth in zip(keys, earlier(keys), strict=True)]


def earlier(keys: Iterable[Hashable]) -> Iterator[int]:
    """Yield for each key how often it has come before."""
    seen = Counter[Hashable]()
    for key in keys:
        yield seen[key]
        seen[key] += 1


def _digest(*parts: str | int) -> str:
    # As JSON the parts can't run into each other, and half a character has bytes too.
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]
