"""Ask git about the folder of a workspace."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Final

from hearingkit.errors import HearingkitError

# Whatever a configuration names as fsmonitor is a program; it is of no use here.
_GIT: Final = ("git", "-c", "core.fsmonitor=false")
_SEEN_FROM_HERE: Final = ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE")


def answer_of_git(
    folder: Path, fault: Callable[[str], HearingkitError], *arguments: str, asked: bytes = b""
) -> bytes:
    """Return what git prints.

    Args:
        folder: Where it is asked.
        fault: Returns what is raised, by the reason: git is missing, or refuses.
        arguments: A command of git with all that it takes; no option is the user's.
        asked: What it reads from standard input.
    """
    try:
        done = subprocess.run(  # noqa: S603 (no shell)
            (*_GIT, *arguments),
            cwd=folder,
            env=_environment(),
            input=asked,
            capture_output=True,
            check=False,
        )
    except OSError:
        raise fault("git is not installed") from None
    if done.returncode:
        why = " ".join(done.stderr.decode(errors="replace").split())
        raise fault(why.removeprefix("fatal: "))
    return done.stdout


def _environment() -> dict[str, str]:
    """Return the environment; with whole paths in what git sets for its hooks."""
    seen = {name: os.environ[name] for name in _SEEN_FROM_HERE if name in os.environ}
    return {**os.environ, **{name: os.path.abspath(path) for name, path in seen.items()}}  # noqa: PTH100
