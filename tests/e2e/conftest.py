"""Terminals that are closed again, and a home that one person's terminals share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal, briefing

Start = Callable[..., Terminal]


@pytest.fixture
def start(home: Path) -> Iterator[Start]:
    """Starts the app on a workspace in a terminal; several may run at once."""
    started: list[Terminal] = []

    def begin(folder: Path, *, columns: int = 80, rows: int = 24, **env: str) -> Terminal:
        started.append(briefing(folder, home, columns=columns, rows=rows, **env))
        return started[-1]

    yield begin
    for terminal in started:
        terminal.close()
