"""Findings on hearing data, and what they call it."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from hearingkit.codes import Code
from hearingkit.findings import Finding, Place
from hearingkit.patterns import late_pattern
from hearingkit.quoting import shortened
from hearingkit.source.characters import UNSEEN_OR_SPACE
from hearingkit.source.characters import named as named_sign
from hearingkit.source.hints.unseen_spaces import unseen_in_structure
from hearingkit.source.site import Site
from hearingkit.validation.file_codes import OF_FILES
from hearingkit.validation.link_codes import OF_LINKS
from hearingkit.validation.party_codes import OF_PARTIES
from hearingkit.validation.sign_codes import OF_SIGNS
from hearingkit.validation.value_codes import OF_VALUES

CODES: Final[Mapping[str, Code]] = {
    **OF_VALUES,
    **OF_LINKS,
    **OF_SIGNS,
    **OF_PARTIES,
    **OF_FILES,
}
"""Every code of a fault in the data that is no breach of a rule."""

_WRITTEN_BY_USER: Final = frozenset({"given", "key", "list", "issuer"})
_OF_WORDS: Final = frozenset(
    f"HK{number}" for number in (102, *range(104, 109), *range(110, 113), 119, 120, 123, 129, 130)
)
"""Faults of keys, words to choose from, ids, addresses, days and names.

Where one of them is found, and a sign in it is not seen, that sign is the fault.
"""

_MOST_LISTED: Final = 12

_UNSEEN_SPACE: Final = late_pattern("\\A\u00a0+|\u00a0+\\Z")


def finding(code: str, place: Place, variant: str = "", /, **facts: object) -> Finding:
    """Return a finding with a message of a code; what the user wrote is made visible in it.

    Where a sign stands in it that nobody sees, the finding names that sign.
    """
    if (at := _unseen_at(code, variant, place)) is not None:
        sign = replace(place, column=at + 1, end_column=at + 2)
        unseen = place.excerpt[at]
        kind = "space" if unseen.isspace() else "sign"
        return CODES["HK126"].finding(sign, kind, named_sign(unseen))
    shown = {name: _shown(name, fact) for name, fact in facts.items()}
    name = "key" if code == "HK102" else "given"
    given, meant = facts.get(name), facts.get("meant")
    if isinstance(given, str) and isinstance(meant, str) and meant:
        shown[name] = _beside(given, meant)
    return CODES[code].finding(place, variant, shown)


def named(site: Site) -> str:
    """Return the key of a value, for a message; empty for an entry of a list."""
    path = site.source.known_path(site.path)
    return visible(path[-1]) if path and isinstance(path[-1], str) else ""


def visible(text: str) -> str:
    """Return what a user wrote, for a message: short, on one line, with no sign unseen.

    A no-break space is seen between words, and not at the end of them.
    """
    spaced = _UNSEEN_SPACE.sub(lambda found: r"\u00a0" * len(found[0]), text)
    return "".join(
        sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in shortened(spaced)
    )


def listed(words: Iterable[str]) -> str:
    """Return words that a user may choose from, for a message: no more than are read at once."""
    every = [visible(word) for word in words]
    more = len(every) - _MOST_LISTED
    first = ", ".join(every[:_MOST_LISTED])
    return f"{first} and {more} more" if more > 0 else first


def _beside(given: str, meant: str) -> str:
    """Return what a user wrote, for a message: it never looks the same as what was meant.

    So blanks around it are kept, and a sign that is no Latin letter is shown by its number.
    """
    if given != meant and given.strip() == meant:
        return given.replace("\n", r"\n").replace("\t", r"\t")
    if len(given) != len(meant):
        return visible(given)
    pairs = zip(given, meant, strict=True)
    return visible("".join(one if one == to else _numbered(one) for one, to in pairs))


def _numbered(sign: str) -> str:
    is_seen = sign.isascii() or unicodedata.name(sign, "").startswith("LATIN ")
    return sign if is_seen else f"\\u{ord(sign):04x}"


def _shown(name: str, fact: object) -> object:
    return visible(fact) if isinstance(fact, str) and name in _WRITTEN_BY_USER else fact


def _unseen_at(code: str, variant: str, place: Place) -> int | None:
    """Return the offset of the sign in a line, as written, that nobody sees and that is the fault.

    A value has another shape, or no key, where such a sign stands beside its dash or colon.
    A key that is a text is shown as such.
    """
    if code == "HK101" or variant == "address":
        return unseen_in_structure(place.excerpt)
    if code not in _OF_WORDS or variant == "text":
        return None
    end = place.end_column - 1 if place.end_column else len(place.excerpt)
    found = UNSEEN_OR_SPACE.search(place.excerpt, place.column - 1, end)
    return found.start() if found else None
