"""Arguments in, exit code out. Only this room uses typer, rich and today's date."""

import os
import signal

_INTERRUPTED = 130


def main() -> None:
    """Run the program; Ctrl-C stops it without a word, also while it is loaded."""
    ours = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if ours:  # else a shell has it ignored
        signal.signal(signal.SIGINT, lambda *_: os._exit(_INTERRUPTED))
    from hearingkit.cli.app import main as run

    if ours:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    run()
