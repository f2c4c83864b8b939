"""Any text to Markdown that stays text, and links as Markdown."""

import re

from markdown_it.common.normalize_url import normalizeLink

from hearingkit.documents.inlines import clean
from hearingkit.patterns import late_pattern

TARGET = late_pattern(r"https?://[^/?#\s]|(?:mailto|tel):[^\s]", re.IGNORECASE)
"""How an address begins that a letter links to."""

# What may mean something anywhere in a line; an underscore inside a word never does. The second
# stroke of "//" is enough to keep a web address plain, and the @ an e-mail address.
_ANYWHERE = late_pattern(
    r"[\\`*<\[\]|~@]"
    r"|(?<![^\W_])_|_(?![^\W_])"
    r"|&(?=\#?\w*(?:;|$))"
    r"|(?<=/)/"
    r"|(?<!\S)\#(?=\#*$)"
)
# What may mean something at the start of a line: a number or a bullet, a heading, a quote, a line
# under a heading, the second row of a table. A backslash goes where the match ends.
_AT_START = late_pattern(
    r"\A(?:\d{0,9}(?=[.)](?: |$))|(?=\#[# ]|>|[-+](?:[-: ]|$)|=(?:[= ]|$)|:-))"
)


def escape(text: str, *, starts_line: bool = True) -> str:
    r"""Return Markdown that is read as exactly this text, wherever it is put.

    Args:
        text: Any text. It is cleaned as ``inlines.clean`` tells, and loses the space at its ends.
        starts_line: It may come to stand at the start of a line; False saves the backslash
            in ``6\. oktober``.
    """
    return escape_part(clean(text).strip(), starts_line=starts_line)


def escape_part(text: str, *, starts_line: bool) -> str:
    """Return Markdown for clean text that stands among other text: its outer space is kept."""
    escaped = _ANYWHERE.sub(r"\\\g<0>", text)
    return _AT_START.sub(r"\g<0>\\", escaped) if starts_line else escaped


def link(label: str, href: str) -> str:
    """Return a Markdown link; the label alone where the address is none that a letter links to."""
    target = normalized_url(clean(href).strip())
    if not TARGET.match(target):
        return escape(label)
    return f"[{escape(label, starts_line=False) or escape(target)}]({escape_url(target)})"


def escape_url(url: str) -> str:
    """Return an address as it stands in the round brackets of a Markdown link."""
    encoded = re.sub(r"&(?=#?\w+;)", "&amp;", normalized_url(clean(url).strip()))
    return encoded if re.fullmatch(r"[^\s()<>]+", encoded) else f"<{encoded}>"


def normalized_url(url: str) -> str:
    """Return an address as Markdown writes it, its scheme in small letters."""
    scheme, colon, rest = url.partition(":")
    return normalizeLink(scheme.lower() + colon + rest)
