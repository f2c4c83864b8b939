"""Arguments in, exit code out. Only this room uses typer, rich and today's date."""

import gc
import os
import sys

from hearingkit import __version__

_INTERRUPTED = 130
_BETWEEN_COLLECTIONS = (100_000, 50, 50)
"""Many objects, as nearly all that is made is kept: modules, patterns, what is read."""


def main() -> None:
    """Run the program; Ctrl-C stops it without a word, also while it is loaded."""
    if sys.argv[1:] == ["--version"] and _has_shown_version():
        return
    gc.set_threshold(*_BETWEEN_COLLECTIONS)
    # To look for plug-ins, pydantic reads all packages that there are.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "1"
    import signal

    ours = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if ours:  # else a shell has it ignored
        signal.signal(signal.SIGINT, lambda *_: os._exit(_INTERRUPTED))
    from hearingkit.cli.app import main as run

    gc.freeze()  # what is loaded stays to the end
    if ours:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        run()
    finally:
        gc.freeze()  # at the end Python would look through all once more, to free it


def _has_shown_version() -> bool:
    """Print the version before Typer is imported; return whether that worked."""
    try:
        print(f"hearingkit {__version__}", flush=True)  # noqa: T201 (typer.echo is not there yet)
    except OSError:
        return False  # the program says why
    return True
