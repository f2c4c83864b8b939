"""``python -m hearingkit``."""

from hearingkit.cli import main

main()
