"""CPU time of functions and of commands, the best of several runs: on a busy machine only ratios in one run hold."""

from __future__ import annotations

import resource
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path

RESULTS = Path(__file__).parent / "results"
"""Workspaces and caches of the benchmarks, kept from run to run; ignored by git."""


def cpu(work: Callable[[], object], *, repeat: int = 5) -> float:
    """The CPU milliseconds that a call takes in this process."""
    best = float("inf")
    for _ in range(repeat):
        begin = time.process_time()
        work()
        best = min(best, time.process_time() - begin)
    return best * 1000


def cpu_of_command(command: Sequence[str], *, repeat: int = 5) -> float:
    """The CPU milliseconds of a command with its children; what it prints is thrown away.

    Raises:
        subprocess.CalledProcessError: where it fails: a time of a failure means nothing.
    """
    best = float("inf")
    for _ in range(repeat):
        before = _children()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        best = min(best, _children() - before)
    return best * 1000


def report(what: str, ours: float, peer: str, theirs: float, *, at_most: float = 0) -> None:
    """Print one line: our milliseconds, those of the peer, the ratio and, where there is one, its limit."""
    ratio = ours / theirs if theirs else float("inf")
    limit = "" if not at_most else f"  (at most {at_most:g}: {'kept' if ratio <= at_most else 'BROKEN'})"
    print(f"{what:44} {ours:9.2f} ms {theirs:9.2f} ms  × {ratio:5.2f}  {peer}{limit}")


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
