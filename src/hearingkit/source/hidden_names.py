"""Names of files that nobody wrote to be read: hidden ones, and what programs leave behind."""

from typing import Final

LOCK: Final = "~$"
"""What Word keeps beside a file while it is open."""

HIDDEN_BEGINNINGS: Final = (".", LOCK)
"""Also locks and copies that editors keep beside a file: ``.#a.yaml``, ``._a.yaml``."""
_COPIES: Final = ("~", "#", ".bak", ".orig", ".swp", ".tmp")


def is_hidden(name: str) -> bool:
    """Tell whether a file is hidden, or is the lock or a copy that a program keeps of another."""
    return name.startswith(HIDDEN_BEGINNINGS) or name.lower().endswith(_COPIES)
