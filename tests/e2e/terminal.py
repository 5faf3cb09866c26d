"""A real pseudo-terminal with a screen that can be read: the program runs in it as it does for a person."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pyte

KEYS = {
    "enter": "\r", "escape": "\x1b", "tab": "\t", "space": " ", "backspace": "\x7f", "up": "\x1b[A", "down": "\x1b[B",
    "right": "\x1b[C", "left": "\x1b[D", "pagedown": "\x1b[6~", "pageup": "\x1b[5~", "ctrl+c": "\x03", "ctrl+p": "\x10",
}  # fmt: skip
PATIENCE = 20.0
"""Seconds that a condition may take on a busy machine before a test gives up."""


class Terminal:
    """A program in a terminal of `columns` by `rows` cells."""

    def __init__(
        self, arguments: Sequence[str], env: Mapping[str, str], cwd: Path, columns: int = 80, rows: int = 24
    ) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.chdir(cwd)
            os.execve(arguments[0], list(arguments), dict(env))  # noqa: S606 - a pty's child becomes the program
        self._size(columns, rows)
        self.exit_code: int | None = None

    @property
    def text(self) -> str:
        """What stands on the screen, line by line."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def press(self, *keys: str) -> None:
        """Press keys, by name or as the character they type."""
        for key in keys:
            os.write(self._fd, KEYS.get(key, key).encode())

    def type(self, text: str) -> None:
        """Type a text."""
        os.write(self._fd, text.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Change the size, as a person dragging the window does."""
        self._screen.resize(rows, columns)
        self._size(columns, rows)
        os.kill(self.pid, signal.SIGWINCH)

    def wait(self, condition: str | Callable[[str], bool], *, patience: float = PATIENCE) -> str:
        """Wait until a text stands on the screen, or a condition on the screen holds.

        Raises:
            AssertionError: with the screen, where it does not come.
        """
        holds = condition if callable(condition) else lambda screen: condition in screen
        end = time.monotonic() + patience
        while not holds(self.text):
            if time.monotonic() > end or not self._read(0.1):
                self._drain()
                if holds(self.text):
                    break
                raise AssertionError(f"never came: {condition!r}\n{self.text}")
        return self.text

    def wait_gone(self, text: str) -> str:
        """Wait until a text no longer stands on the screen."""
        return self.wait(lambda screen: text not in screen)

    def wait_exit(self, *, patience: float = PATIENCE) -> int:
        """Wait until the program has ended.

        Returns:
            its exit code, negative for a signal.
        """
        end = time.monotonic() + patience
        while self.exit_code is None:
            self._read(0.05)
            self._reap(os.WNOHANG)
            if time.monotonic() > end:
                raise AssertionError(f"the program does not end\n{self.text}")
        return self.exit_code

    def kill(self) -> None:
        """`kill -9`."""
        os.kill(self.pid, signal.SIGKILL)
        self._reap(0)

    def close(self) -> None:
        """End the program, however it is."""
        if self.exit_code is None:
            self.kill()
        os.close(self._fd)

    def _size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _read(self, seconds: float) -> bool:
        """Read what the program wrote within a time; `False` once it has ended."""
        ready, _, _ = select.select([self._fd], [], [], seconds)
        if not ready:
            self._reap(os.WNOHANG)
            return self.exit_code is None
        try:
            data = os.read(self._fd, 65536)
        except OSError:
            data = b""
        if not data:
            self._reap(0)
            return False
        self.raw += data
        self._stream.feed(data)
        return True

    def _drain(self) -> None:
        while self.exit_code is None and select.select([self._fd], [], [], 0)[0] and self._read(0):
            pass

    def _reap(self, options: int) -> None:
        if self.exit_code is None:
            pid, status = os.waitpid(self.pid, options)
            if pid:
                self.exit_code = os.waitstatus_to_exitcode(status)


def briefing(folder: Path, home: Path, *, columns: int = 80, rows: int = 24, **env: str) -> Terminal:
    """The app on a workspace, with a home of its own."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        **env,
    }
    arguments = [sys.executable, "-m", "briefing_tui", "-w", str(folder)]
    return Terminal(arguments, environment, folder, columns=columns, rows=rows)
