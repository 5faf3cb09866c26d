"""Terminals that are closed again, and a home that one person's terminals share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal, briefing
from tests.warm import Engine

Start = Callable[..., Terminal]


@pytest.fixture
def start(home: Path, warm_engine: Engine, request: pytest.FixtureRequest) -> Iterator[Start]:
    """Starts the app on a workspace in a terminal; several may run at once.

    They are forked from a process that has loaded the program; a test that wants real starts has `cold` ones.
    """
    started: list[Terminal] = []
    engine = None if "cold" in request.fixturenames else warm_engine

    def begin(folder: Path, *, columns: int = 80, rows: int = 24, **env: str) -> Terminal:
        started.append(briefing(folder, home, columns=columns, rows=rows, engine=engine, **env))
        return started[-1]

    yield begin
    for terminal in started:
        terminal.close()
