"""The clipboard, by a program of the system: most terminals refuse to be asked for it, some to be given anything."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence

SECONDS = 3.0
"""How long such a program may take: one whose display is gone waits for ever."""


def read_clipboard() -> str:
    """The text in the clipboard, or an empty one. Slow: run it in a thread."""
    for command in _commands(_READERS):
        try:
            done = subprocess.run(command, capture_output=True, check=False, timeout=SECONDS, stdin=subprocess.DEVNULL)
        except (OSError, subprocess.TimeoutExpired):
            continue
        if done.returncode == 0 and done.stdout:
            return done.stdout.decode("utf-8", errors="replace")
    return ""


def write_clipboard(text: str) -> bool:
    """Put a text into the clipboard; whether a program took it. Slow: run it in a thread."""
    for command in _commands(_WRITERS):
        try:  # no output of theirs is read: some stay behind, to give the text away when it is pasted
            done = subprocess.run(
                command,
                input=text.encode("utf-8", "replace"),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                check=False,
                timeout=SECONDS,
            )
        except (OSError, subprocess.TimeoutExpired):
            continue
        if done.returncode == 0:
            return True
    return False


_Program = tuple[str, list[str]]
"""A variable of the environment that there must be, if any, and the command."""
_READERS: tuple[_Program, ...] = (
    ("WAYLAND_DISPLAY", ["wl-paste", "--no-newline"]),
    ("DISPLAY", ["xclip", "-selection", "clipboard", "-out"]),
    ("DISPLAY", ["xsel", "--clipboard", "--output"]),
    ("", ["pbpaste"]),
    ("WSL_DISTRO_NAME", ["powershell.exe", "-NoProfile", "-Command", "Get-Clipboard -Raw"]),
    ("TMUX", ["tmux", "save-buffer", "-"]),
)
_WRITERS: tuple[_Program, ...] = (
    ("WAYLAND_DISPLAY", ["wl-copy"]),
    ("DISPLAY", ["xclip", "-selection", "clipboard", "-in"]),
    ("DISPLAY", ["xsel", "--clipboard", "--input"]),
    ("", ["pbcopy"]),
)


def _commands(known: Sequence[_Program]) -> Iterator[list[str]]:
    """The programs that are there and have something to ask or to tell, the surest first."""
    for variable, command in known:
        program = shutil.which(command[0])
        if program and (not variable or os.environ.get(variable)):
            yield [program, *command[1:]]
