"""How the names of files begin that nobody wrote to be read: hidden ones, and those of programs."""

from typing import Final

LOCK: Final = "~$"
"""What Word keeps beside a file while it is open."""

HIDDEN_BEGINNINGS: Final = (".", LOCK)
"""Also locks and copies that editors keep beside a file: ``.#a.yaml``, ``._a.yaml``."""
