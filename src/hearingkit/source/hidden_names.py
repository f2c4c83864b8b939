"""Names of files that nobody wrote to be read: hidden ones, and what programs leave behind."""

from typing import Final

LOCK: Final = "~$"
"""What Word keeps beside a file while it is open."""

HIDDEN_BEGINNINGS: Final = (".", LOCK)
"""Also locks and copies that editors keep beside a file: ``.#a.yaml``, ``._a.yaml``."""
_COPIES: Final = ("~", "#", ".bak", ".orig", ".swp", ".tmp")
_OF_SYSTEMS: Final = frozenset({"desktop.ini", "thumbs.db", "icon\r"})
"""What Windows and macOS keep in a folder that somebody looks into."""


def is_hidden(name: str) -> bool:
    """Return whether a file is hidden, or one that a program or a system keeps beside another."""
    plain = name.lower()
    return name.startswith(HIDDEN_BEGINNINGS) or plain.endswith(_COPIES) or plain in _OF_SYSTEMS
