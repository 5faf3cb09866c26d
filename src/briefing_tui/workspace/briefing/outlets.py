"""Where a finished briefing goes from here: the viewer of the desktop, the printer."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

from ...errors import ToolError

SECONDS = 30.0
"""How long the queue of the printer may take to accept a file."""


def show(file: Path) -> None:
    """Open a file in the viewer of the desktop.

    Raises:
        ToolError: where there is no desktop, or no program that opens files; it tells where the file is.
    """
    mac = sys.platform == "darwin"
    if not mac and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise ToolError("there is no desktop here that could show it", where=str(file), hint="open this file elsewhere")
    name = "open" if mac else "xdg-open"
    program = shutil.which(name)
    if program is None:
        hint = "install it (package xdg-utils), or open this file yourself"
        raise ToolError(f"there is no {name}, which opens files", where=str(file), hint=hint)
    no = subprocess.DEVNULL
    try:
        viewer = subprocess.Popen(
            [program, str(file.resolve())], stdin=no, stdout=no, stderr=no, start_new_session=True
        )
    except OSError as error:
        raise ToolError(f"{name} cannot be started: {error.strerror}", where=str(file)) from error
    threading.Thread(target=viewer.wait, daemon=True).start()  # nobody waits for it, and nothing of it is left


def printing_program(file: Path) -> str:
    """The program that prints a file.

    Raises:
        ToolError: where there is none.
    """
    program = shutil.which("lp")
    if program is None:
        hint = "install cups-client, or print this file elsewhere"
        raise ToolError("there is no lp, which prints files", where=str(file), hint=hint)
    return program


def print_out(file: Path) -> str:
    """Send a PDF to the default printer, and say what the queue called the job.

    Raises:
        ToolError: where there is no `lp`, no printer, or it refuses.
    """
    from ...support import processes

    program = printing_program(file)
    try:
        said = processes.run([program, str(file.resolve())], timeout=SECONDS)
    except ToolError as error:
        hint = "see which printers there are with: lpstat -p -d"
        raise ToolError(f"it was not printed: {error.message}", where=str(file), hint=hint) from error
    return said.decode("utf-8", "replace").strip()
