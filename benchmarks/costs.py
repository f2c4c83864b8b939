"""What whole processes cost, measured alike in all benchmarks that ask for memory too."""

import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took: processor and elapsed seconds, and megabytes of memory."""

    cpu: float
    elapsed: float
    megabytes: float


def run(command: list[str], log: Path) -> Cost:
    """Run a command to its end; what it prints goes to a log, and is shown where it fails."""
    with log.open("wb") as file:
        begun = time.perf_counter()
        actions = [(os.POSIX_SPAWN_DUP2, file.fileno(), one) for one in (1, 2)]
        process = os.posix_spawnp(command[0], command, os.environ, file_actions=actions)
        _, status, used = os.wait4(process, 0)
        elapsed = time.perf_counter() - begun
    if status:
        sys.exit(log.read_text("utf-8")[-2_000:])
    return Cost(used.ru_utime + used.ru_stime, elapsed, used.ru_maxrss / 1024)
