"""What the clipboard holds, where a program of the system gives it; a terminal itself is not asked, as most refuse."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator

SECONDS = 3.0
"""How long such a program may take: one whose display is gone waits for ever."""


def read_clipboard() -> str:
    """The text in the clipboard, or an empty one. Slow: run it in a thread."""
    for command in _commands():
        try:
            done = subprocess.run(command, capture_output=True, check=False, timeout=SECONDS, stdin=subprocess.DEVNULL)
        except (OSError, subprocess.TimeoutExpired):
            continue
        if done.returncode == 0 and done.stdout:
            return done.stdout.decode("utf-8", errors="replace")
    return ""


def _commands() -> Iterator[list[str]]:
    """The programs that are there and have something to ask, the surest first."""
    known = (
        ("WAYLAND_DISPLAY", ["wl-paste", "--no-newline"]),
        ("DISPLAY", ["xclip", "-selection", "clipboard", "-out"]),
        ("DISPLAY", ["xsel", "--clipboard", "--output"]),
        ("", ["pbpaste"]),
        ("WSL_DISTRO_NAME", ["powershell.exe", "-NoProfile", "-Command", "Get-Clipboard -Raw"]),
        ("TMUX", ["tmux", "save-buffer", "-"]),
    )
    for variable, command in known:
        program = shutil.which(command[0])
        if program and (not variable or os.environ.get(variable)):
            yield [program, *command[1:]]
