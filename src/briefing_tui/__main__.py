"""Starts one face of the program or the other."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .workspace import Workspace


def main() -> int:
    """Run a command or, without one, the terminal app.

    Returns:
        the exit code.
    """
    from .cli import OpenApp, run

    try:
        return run()
    except OpenApp as wanted:
        return open_app(wanted.workspace, linear=wanted.linear)


def open_app(folder: Path | None, *, linear: bool = False) -> int:
    """Open the terminal app on the workspace around a folder; outside one, offer to make one or to open a recent one.

    Args:
        folder: where to look for a workspace; `None` is here.
        linear: whether it is wanted line by line.

    Returns:
        the exit code.
    """
    from .errors import BriefingError, NotFoundError
    from .model.display import one_line

    terminal = sys.stdin.isatty() and sys.stdout.isatty()
    if not (linear or terminal):
        sys.stderr.write(
            "briefing: the app needs a terminal; `briefing --linear` takes the same commands line by line, "
            "`briefing --help` lists others\n"
        )
        return 1
    try:
        from .workspace import Workspace

        try:
            workspace = Workspace.open(folder or Path.cwd())
        except NotFoundError:
            if folder is not None or not terminal:
                raise
            chosen = _choose()
            if chosen is None:
                return 1
            workspace = Workspace.open(chosen)
        return _run(workspace, linear=linear)
    except BriefingError as error:
        sys.stderr.write(f"briefing: {one_line(str(error))}\n")
        return error.exit_code


def _run(workspace: Workspace, *, linear: bool) -> int:
    """Run a face of the program on a workspace; each is imported where it is wanted."""
    if linear:
        from .linear import run as run_lines

        return run_lines(workspace)
    from .tui import run as run_app

    return run_app(workspace)


def _choose() -> Path | None:
    """Ask which workspace to open; `None` where the answer is none."""
    from .model.display import one_line
    from .workspace import make, recent

    known = recent.workspaces()
    say = sys.stderr.write
    say("There is no workspace here (a folder with corpus/ and briefs/).\n")
    for n, path in enumerate(known, 1):
        say(f"  {n}  open {one_line(str(path))}\n")
    say(f"  m  make one in {one_line(str(Path.cwd()))}\n  q  leave\n")
    while True:
        say("> ")
        sys.stderr.flush()
        answer = sys.stdin.readline()
        if not answer or answer.strip().lower() in ("q", ""):
            return None
        if answer.strip().lower() == "m":
            return make(Path.cwd()).root
        if answer.strip().isdecimal() and 1 <= int(answer) <= len(known):
            return known[int(answer) - 1]


if __name__ == "__main__":
    sys.exit(main())
