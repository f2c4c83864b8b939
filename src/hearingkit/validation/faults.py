"""Findings on hearing data, and what they call it."""

import re
from collections.abc import Mapping
from typing import Final

from hearingkit.codes import Code
from hearingkit.findings import Finding, Place
from hearingkit.source.quoting import shortened
from hearingkit.source.site import Site
from hearingkit.validation.link_codes import OF_LINKS
from hearingkit.validation.value_codes import OF_VALUES

CODES: Final[Mapping[str, Code]] = {**OF_VALUES, **OF_LINKS}
"""Every code of a fault in the data that is no breach of a rule."""

_WRITTEN_BY_USER: Final = frozenset({"given", "key", "list", "issuer"})

_UNSEEN_SPACE: Final = re.compile("\\A\u00a0+|\u00a0+\\Z")


def finding(code: str, place: Place, variant: str = "", /, **facts: object) -> Finding:
    """Return a finding with a message of a code; what the user wrote is made visible in it."""
    told = {name: _told(name, fact) for name, fact in facts.items()}
    return CODES[code].finding(place, variant, told)


def named(site: Site) -> str:
    """Return the key of a value, for a message; empty for an entry of a list."""
    path = site.source.known_path(site.path)
    return visible(path[-1]) if path and isinstance(path[-1], str) else ""


def visible(text: str) -> str:
    """Return what a user wrote, for a message: short, on one line, with no sign unseen.

    A no-break space is seen between words, and not at the end of them.
    """
    told = _UNSEEN_SPACE.sub(lambda found: r"\u00a0" * len(found[0]), text)
    return "".join(
        sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in shortened(told)
    )


def _told(name: str, fact: object) -> object:
    return visible(fact) if isinstance(fact, str) and name in _WRITTEN_BY_USER else fact
