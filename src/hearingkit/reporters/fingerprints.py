"""Fingerprints, by which other programs recognise a finding after lines have moved."""

import hashlib
import json
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator

from hearingkit.findings import Finding


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """Return a fingerprint of 32 hexadecimal digits for each finding; all are different.

    They are made from file, code, message and the number of equal findings before. So they stay
    the same when lines are added above, unless the message names a line.
    """
    keys = [(finding.place.file, finding.code, finding.message) for finding in findings]
    return [_digest(*key, nth) for key, nth in zip(keys, count_earlier(keys), strict=True)]


def count_earlier(keys: Iterable[Hashable]) -> Iterator[int]:
    """Yield for each key how often it occurred before."""
    seen = Counter[Hashable]()
    for key in keys:
        yield seen[key]
        seen[key] += 1


def _digest(*parts: str | int) -> str:
    # As JSON the parts can't run into each other, and half a character has bytes too.
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]
