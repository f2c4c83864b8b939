"""What whole processes cost, measured alike in all benchmarks that ask for memory too."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

# A process that is begun counts the memory of the one that begins it: that one must be small.
_RUNNER = """
import os, sys, time
log = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
actions = [(os.POSIX_SPAWN_DUP2, log, one) for one in (1, 2)]
begun = time.perf_counter()
process = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ, file_actions=actions)
_, status, used = os.wait4(process, 0)
elapsed = time.perf_counter() - begun
print(status, used.ru_utime + used.ru_stime, elapsed, used.ru_maxrss / 1024)
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took: processor and elapsed seconds, and megabytes of memory."""

    cpu: float
    elapsed: float
    megabytes: float


def run(command: list[str], log: Path) -> Cost:
    """Run a command to its end; what it prints goes to a log, and is shown where it fails."""
    runner = [sys.executable, "-S", "-c", _RUNNER, str(log), *command]
    output = subprocess.run(runner, check=True, capture_output=True, text=True).stdout
    status, *costs = output.split()
    if status != "0":
        sys.exit(log.read_text("utf-8")[-2_000:])
    return Cost(*map(float, costs))
