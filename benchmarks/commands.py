"""`briefing --help` and `list --json` on 10,000 articles, beside `python -c 'import click, sqlite3'`: CPU seconds."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys

from benchmarks.corpus import ready
from benchmarks.timing import verdict
from tests.e2e.terminal import environment

RUNS = 9
LIMIT = 4.0
WARM = 2
"""Runs that are not counted: they write what Python and the catalogue keep."""


def cpu(arguments: list[str], env: dict[str, str]) -> float:
    """CPU seconds of one run."""
    process = subprocess.Popen(arguments, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{arguments} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    """Measure in turns."""
    many, home = ready(10_000)
    env = environment(home)
    program = [sys.executable, "-m", "briefing_tui", "-w", str(many)]
    commands = ([sys.executable, "-c", "import click, sqlite3"], [*program, "--help"], [*program, "list", "--json"])
    runs = [[cpu(command, env) for command in commands] for _ in range(WARM + RUNS)][WARM:]
    peer, help_, list_ = (statistics.median(column) for column in zip(*runs, strict=True))
    print(f"import click, sqlite3    {peer:.3f} s CPU")
    for name, figure in (("briefing --help", help_), ("list --json, 10,000", list_)):
        print(f"{name:24} {figure:.3f} s CPU   × {figure / peer:.2f} {verdict(figure / peer, LIMIT)}")


if __name__ == "__main__":
    main()
