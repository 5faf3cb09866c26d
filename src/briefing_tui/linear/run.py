"""Runs this face: lines from standard input until they end or the person leaves."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

from .desk import Desk
from .place import Leave
from .talk import Talk

if TYPE_CHECKING:
    from ..workspace import Workspace


def run(workspace: Workspace) -> int:
    """Obey the lines of standard input; at their end everything is saved.

    Returns:
        the exit code: 0, or 1 where it was stopped.
    """
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    workspace.articles.scan()
    desk = Desk(workspace, Talk(sys.stdin.readline, sys.stdout, "> " if sys.stdin.isatty() else ""))
    try:
        desk.begin()
        while (line := desk.talk.line()) is not None:
            desk.obey(line)
    except Leave:
        pass
    except KeyboardInterrupt:
        return 1
    finally:
        desk.end()
        if desk.talk.unheard:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
