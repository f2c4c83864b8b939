"""``python -m hearingkit``."""

from hearingkit.cli.app import main

main()
