"""Runs the terminal app: what is there before it and after it."""

from __future__ import annotations

import asyncio
import logging
import os
import select
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from types import FrameType
from typing import TYPE_CHECKING

from ..errors import ToolError
from ..workspace import Watching
from .app import BriefingApp
from .flows import LOG
from .notices import log_file
from .terminal import PromptTerminal

if TYPE_CHECKING:
    from ..workspace import Workspace

FIRST_LOOK = 0.4
"""Seconds that the first paint of a new workspace may wait for its articles."""


def run(workspace: Workspace) -> int:
    """Run the app on a workspace until the person leaves; the exit code.

    Raises:
        ToolError: where there is no terminal that it could run in.
    """
    where = _no_terminal()
    if where:
        hint = "briefing --linear takes the same commands line by line; briefing --help lists others"
        raise ToolError("the app needs a terminal that it can draw in", where=where, hint=hint)
    handler = _log_to(log_file(workspace))
    _first_look(workspace)
    threading.Thread(target=_end_with_terminal, daemon=True).start()
    app = BriefingApp(workspace, PromptTerminal)
    app.pages.lays_out = True
    try:
        with Watching(workspace.places, app.heard), _left_tidily(app):
            app.run()
    finally:
        if isinstance(app._driver, PromptTerminal):  # noqa: SLF001 - Textual has no other name for it
            app._driver.let_go()  # noqa: SLF001
        app.desk.close()
        workspace.briefing.close()
        LOG.removeHandler(handler)
        handler.close()
    return app.return_code or 0


@contextmanager
def _left_tidily(app: BriefingApp) -> Iterator[None]:
    """A polite `kill` ends the app as a person does who leaves: the terminal is as it was before.

    Where the terminal is gone there is nothing to tidy up, and what was in its way before ends the app.
    """
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)}

    def leave(number: int, frame: FrameType | None) -> None:
        known = before[signal.Signals(number)]
        if app.is_running and not _is_gone():
            asyncio.get_running_loop().call_soon_threadsafe(app.exit, None, 128 + number)
        elif callable(known):
            known(number, frame)
        else:
            raise KeyboardInterrupt

    for number, known in before.items():
        if known is not signal.SIG_IGN:  # under nohup it stays ignored
            signal.signal(number, leave)
    try:
        yield
    finally:
        for number, known in before.items():
            signal.signal(number, known)


def _is_gone() -> bool:
    """Whether the terminal is gone."""
    hangup = select.poll()
    hangup.register(sys.stdin, 0)
    return any(event & select.POLLHUP for _, event in hangup.poll(0))


def _no_terminal() -> str:
    """Why nothing can be drawn or typed; empty where it can. What is drawn goes to standard error."""
    streams = {"standard input": sys.stdin, "standard error": sys.stderr}
    others = [name for name, stream in streams.items() if not stream.isatty()]
    if others:
        return f"{' and '.join(others)} {'is' if len(others) == 1 else 'are'} no terminal"
    kind = os.environ.get("TERM", "")
    return f"TERM={kind}" if kind in {"", "dumb", "unknown"} else ""


def _end_with_terminal() -> None:
    """Wait until the terminal is gone, then end as by its signal: only the first program in it gets that from it.

    Under `make` this is another one, which waits for us. Nothing is lost: every step is in the journal already.
    """
    hangup = select.poll()
    hangup.register(sys.stdin, 0)
    if any(event & select.POLLHUP for _, event in hangup.poll()):
        os.kill(os.getpid(), signal.SIGHUP)


def _first_look(workspace: Workspace) -> None:
    """Read articles before the first paint where none were ever read; what takes longer goes on behind it."""
    if not workspace.articles.totals()[0]:
        end = monotonic() + FIRST_LOOK
        workspace.articles.scan(cancelled=lambda: monotonic() > end)


def _log_to(file: Path) -> logging.Handler:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = logging.FileHandler(file, encoding="utf-8", delay=True)
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOG.addHandler(handler)
    LOG.propagate = False
    return handler
