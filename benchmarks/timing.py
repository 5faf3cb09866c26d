"""CPU time of functions, commands and programs: on a busy machine only ratios in one run hold."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
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


def cpu_of_process(command: Sequence[str], env: Mapping[str, str]) -> float:
    """The CPU seconds of one run of a command and of all that it starts.

    Raises:
        RuntimeError: where it fails.
    """
    process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def cpu_of_program(pid: int) -> float:
    """The CPU milliseconds that the threads of a running program have used until now."""
    threads = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(thread.read_text("ascii").split()[0]) for thread in threads) / 1e6


def resting(pid: int, seconds: float = 0.7) -> None:
    """Wait until a program has used no CPU to speak of for a while."""
    before = -1.0
    while (now := cpu_of_program(pid)) - before > 20 * seconds:
        before = now
        time.sleep(seconds)


def verdict(value: float, limit: float) -> str:
    """What is printed behind a figure that has a limit."""
    return f"(at most {limit:g}: {'kept' if value <= limit else 'BROKEN'})"


def spread(figures: Sequence[float]) -> tuple[float, float]:
    """The median, and what 95 of 100 stay below."""
    return statistics.median(figures), sorted(figures)[int(len(figures) * 0.95)]


def report(what: str, ours: float, peer: str, theirs: float, *, at_most: float = 0) -> None:
    """Print one line: our milliseconds, those of the peer, the ratio and, where there is one, its limit."""
    ratio = ours / theirs if theirs else float("inf")
    limit = f"  {verdict(ratio, at_most)}" if at_most else ""
    print(f"{what:44} {ours:9.2f} ms {theirs:9.2f} ms  × {ratio:5.2f}  {peer}{limit}")


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
