"""`briefing --help` and `list --json` on 10,000 articles, beside `python -c 'import click, sqlite3'`: CPU seconds."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.corpus import make_workspace

RUNS = 7
LIMIT = 4.0


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
    with tempfile.TemporaryDirectory() as home:
        env = {**os.environ, **{f"XDG_{n}_HOME": f"{home}/{n}" for n in ("CONFIG", "STATE", "CACHE")}}
        many = make_workspace(Path(tempfile.gettempdir()) / "briefing-benchmark-10000", 10_000)
        program = [sys.executable, "-m", "briefing_tui", "-w", str(many)]
        cpu([*program, "index"], env)
        runs = [
            (
                cpu([sys.executable, "-c", "import click, sqlite3"], env),
                cpu([*program, "--help"], env),
                cpu([*program, "list", "--json"], env),
            )
            for _ in range(RUNS)
        ]
    peer, help_, list_ = (statistics.median(column) for column in zip(*runs, strict=True))
    print(f"import click, sqlite3    {peer:.3f} s CPU")
    print(f"briefing --help          {help_:.3f} s CPU   {help_ / peer:.2f} times (at most {LIMIT})")
    print(f"briefing list --json     {list_:.3f} s CPU   {list_ / peer:.2f} times (at most {LIMIT}), 10,000 articles")


if __name__ == "__main__":
    main()
