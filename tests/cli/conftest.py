"""Commands run in this process, which is ten times quicker, and some as a person runs them: in one of their own."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from briefing_tui.__main__ import main


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
"""Runs `briefing -w <the shipped workspace> …`; `code` is the exit code that is expected."""


def _checked(outcome: Outcome, code: int | None) -> Outcome:
    assert "Traceback" not in outcome.err, outcome.err
    assert code is None or outcome.code == code, outcome
    return outcome


def _given(arguments: tuple[str | Path, ...], folder: Path | None) -> list[str]:
    return [*(["-w", str(folder)] if folder else []), *map(str, arguments)]


@pytest.fixture
def briefing(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in this process; its streams are bytes, as they are outside."""

    def run(*arguments: str | Path, code: int | None = 0, data: bytes = b"", folder: Path | None = shipped) -> Outcome:
        out, err = io.BytesIO(), io.BytesIO()
        with monkeypatch.context() as here:
            here.chdir(shipped.parent)
            here.setattr(sys, "argv", ["briefing", *_given(arguments, folder)])
            here.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))
            here.setattr(sys, "stdout", io.TextIOWrapper(out, "utf-8", write_through=True))
            here.setattr(sys, "stderr", io.TextIOWrapper(err, "utf-8", "backslashreplace", write_through=True))
            ended = main()
            outcome = Outcome(ended, out.getvalue().decode(), err.getvalue().decode())
        return _checked(outcome, code)

    return run


@pytest.fixture
def process(shipped: Path) -> Run:
    """Runs a command in a process of its own."""

    def run(*arguments: str | Path, code: int | None = 0, data: bytes = b"", folder: Path | None = shipped) -> Outcome:
        done = subprocess.run(
            [sys.executable, "-m", "briefing_tui", *_given(arguments, folder)],
            input=data,
            capture_output=True,
            env=os.environ,
            cwd=shipped.parent,
            timeout=120,
            check=False,
        )
        return _checked(Outcome(done.returncode, done.stdout.decode(), done.stderr.decode()), code)

    return run
