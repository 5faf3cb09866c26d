"""Commands run as a person or a script runs them: in a process of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest


@dataclass(frozen=True)
class Outcome:
    """What a command left."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON value on stdout."""
        return json.loads(self.out)


Run = Callable[..., Outcome]


@pytest.fixture
def briefing(shipped: Path) -> Run:
    """Runs `briefing -w <the shipped workspace> …`; `code` is the exit code that is expected."""

    def run(*arguments: str | Path, code: int | None = 0, data: bytes = b"", folder: Path | None = shipped) -> Outcome:
        place = ["-w", str(folder)] if folder else []
        done = subprocess.run(
            [sys.executable, "-m", "briefing_tui", *place, *map(str, arguments)],
            input=data,
            capture_output=True,
            env=os.environ,
            cwd=shipped.parent,
            timeout=120,
            check=False,
        )
        outcome = Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())
        assert "Traceback" not in outcome.err, outcome.err
        assert code is None or outcome.code == code, outcome
        return outcome

    return run
