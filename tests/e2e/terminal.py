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
from functools import lru_cache, partial
from pathlib import Path

import pyte
from pyte import modes
from pyte.screens import Char, wcwidth

from tests.warm import Engine

KEYS = {
    "enter": "\r", "escape": "\x1b", "tab": "\t", "space": " ", "backspace": "\x7f", "up": "\x1b[A", "down": "\x1b[B",
    "right": "\x1b[C", "left": "\x1b[D", "pagedown": "\x1b[6~", "pageup": "\x1b[5~", "ctrl+c": "\x03", "ctrl+p": "\x10",
}  # fmt: skip
PATIENCE = 30.0
"""Seconds that a condition may take on a busy machine before a test gives up."""
LOOK = 0.05
"""Seconds to wait for output before a condition is looked at again."""

Condition = str | Callable[[str], object]


class Screen(pyte.Screen):
    """A screen that takes in a run of plain text at once: programs write little else."""

    def draw(self, data: str) -> None:
        """Write a text where the cursor is."""
        begin, end = self.cursor.x, self.cursor.x + len(data)
        if end > self.columns or modes.IRM in self.mode or any(wcwidth(sign) != 1 for sign in data):
            super().draw(data)
            return
        line, style = self.buffer[self.cursor.y], self.cursor.attrs
        for column, sign in enumerate(data, begin):
            line[column] = _styled(style, sign)
        self.cursor.x = end
        self.dirty.add(self.cursor.y)


class Terminal:
    """A program in a terminal of `columns` by `rows` cells."""

    def __init__(
        self,
        arguments: Sequence[str],
        env: Mapping[str, str],
        cwd: Path,
        columns: int = 80,
        rows: int = 24,
        engine: Engine | None = None,
    ) -> None:
        self._screen = Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._rows = [""] * rows
        self._text = ""
        self.raw = b""
        """Everything that the program wrote."""
        self.exit_code: int | None = None
        if engine:
            self._fd, theirs = os.openpty()
            _set_size(theirs, columns, rows)
            self.pid, self._ended = engine.app(arguments, env, cwd, theirs)
            os.close(theirs)
            return
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            _set_size(0, columns, rows)
            os.chdir(cwd)
            os.execve(arguments[0], list(arguments), dict(env))  # noqa: S606 - a pty's child becomes the program
        self._ended = partial(_ended, self.pid)

    @property
    def text(self) -> str:
        """What stands on the screen, line by line."""
        if self._screen.dirty:  # `display` looks up the width of each character of every row
            cells, columns = self._screen.buffer, range(self._screen.columns)
            for row in self._screen.dirty:
                self._rows[row] = "".join(cells[row][column].data for column in columns).rstrip()
            self._screen.dirty.clear()
            self._text = "\n".join(self._rows)
        return self._text

    @property
    def panel(self) -> str:
        """What stands in the box on top, or on the whole screen where there is none."""
        return panel(self.text)

    def cell(self, column: int, row: int) -> Char:
        """A character with its colours."""
        return self._screen.buffer[row][column]

    def echoes(self) -> bool:
        """Whether the terminal echoes and collects lines, as a shell expects it."""
        local = termios.tcgetattr(self._fd)[3]
        return bool(local & termios.ECHO and local & termios.ICANON)

    def press(self, *keys: str) -> None:
        """Press keys, by name or as the character they type; `escape` alone, as before a letter it is `alt`."""
        self.type("".join(KEYS.get(key, key) for key in keys))

    def type(self, text: str) -> None:
        """Type a text."""
        os.write(self._fd, text.encode())

    def answer(self, key: str, quiet: float = 0.15) -> float:
        """Press a key once the program has been `quiet` for so many seconds; the seconds until it writes something."""
        while select.select([self._fd], [], [], quiet)[0] and self._take():
            pass
        begin = time.perf_counter()
        self.press(key)
        if not select.select([self._fd], [], [], PATIENCE)[0]:
            raise AssertionError(f"no answer to {key!r}\n{self.text}")
        return time.perf_counter() - begin

    def resize(self, columns: int, rows: int) -> None:
        """Change the size, as a person dragging the window does."""
        self._screen.resize(rows, columns)
        self._screen.dirty = set(range(rows))
        self._rows = [""] * rows
        _set_size(self._fd, columns, rows)
        os.kill(self.pid, signal.SIGWINCH)

    def wait(self, condition: Condition, *, patience: float = PATIENCE) -> str:
        """Wait until a text stands on the screen, or a condition on the screen holds.

        Returns:
            the screen.

        Raises:
            AssertionError: with the screen, where it does not come.
        """
        holds = condition if callable(condition) else lambda screen: condition in screen
        end = time.monotonic() + patience
        while not holds(self.text):
            if time.monotonic() > end or not self._read(LOOK):
                self._drain()
                if holds(self.text):
                    break
                raise AssertionError(f"never came: {condition!r}\n{self.text}")
        return self.text

    def wait_gone(self, text: str) -> str:
        """Wait until a text no longer stands on the screen."""
        return self.wait(lambda screen: text not in screen)

    def wait_box(self, text: str) -> str:
        """Wait until a text stands in a box on top; the screen."""
        return self.wait(lambda screen: "┌─" in screen and text in panel(screen))

    def wait_for(self, condition: Callable[[], object]) -> None:
        """Wait until something holds outside the screen, such as in a file."""
        self.wait(lambda _: condition())

    def wait_exit(self, *, patience: float = PATIENCE) -> int:
        """Wait until the program has ended.

        Returns:
            its exit code, negative for a signal.
        """
        end = time.monotonic() + patience
        while self.exit_code is None:
            self._read(LOOK)
            self._reap(wait=False)
            if time.monotonic() > end:
                raise AssertionError(f"the program does not end\n{self.text}")
        self._drain()
        return self.exit_code

    def kill(self) -> None:
        """`kill -9`."""
        os.kill(self.pid, signal.SIGKILL)
        self._reap(wait=True)

    def hang_up(self) -> None:
        """Take the terminal away, as a closed window or a lost connection does."""
        os.close(self._fd)
        self._fd = -1

    def close(self) -> None:
        """End the program, however it is."""
        if self.exit_code is None:
            self.kill()
        if self._fd >= 0:
            os.close(self._fd)

    def _read(self, seconds: float) -> bool:
        """Read what the program wrote within a time; `False` once it has ended."""
        ready, _, _ = select.select([self._fd], [], [], seconds)
        if not ready:
            self._reap(wait=False)
            return self.exit_code is None
        if not self._take():
            self._reap(wait=True)
            return False
        self._drain()
        return True

    def _take(self) -> bool:
        """Take in what can be read now; `False` at the end of it."""
        try:
            data = os.read(self._fd, 65536)
        except OSError:
            return False
        self.raw += data
        self._stream.feed(data)
        return bool(data)

    def _drain(self) -> None:
        """Take in what is left, also of a program that has ended."""
        while select.select([self._fd], [], [], 0)[0] and self._take():
            pass

    def _reap(self, *, wait: bool) -> None:
        if self.exit_code is None:
            status = self._ended(wait)
            if status is not None:
                self.exit_code = os.waitstatus_to_exitcode(status)


def panel(screen: str) -> str:
    """The inside of the box on top of a screen, or the screen where there is none."""
    lines = screen.split("\n")
    tops = [(row, line.index("┌─")) for row, line in enumerate(lines) if "┌─" in line]
    if not tops:
        return screen
    row, left = tops[-1]
    right = lines[row].index("┐", left) if "┐" in lines[row][left:] else len(lines[row])
    inside = []
    for line in lines[row + 1 :]:
        if line[left : left + 1] != "│":
            break
        inside.append(line[left + 1 : right].strip("│").rstrip())
    return "\n".join(inside)


def briefing(
    folder: Path, home: Path, *, columns: int = 80, rows: int = 24, engine: Engine | None = None, **env: str
) -> Terminal:
    """The app on a workspace, with a home of its own; forked from an engine, or started as a person starts it."""
    arguments = ["briefing", "-w", str(folder)] if engine else [sys.executable, "-m", "briefing_tui", "-w", str(folder)]
    return Terminal(arguments, environment(home, **env), folder, columns=columns, rows=rows, engine=engine)


def environment(home: Path, **more: str) -> dict[str, str]:
    """The environment of a person with that home."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        **more,
    }


def _ended(pid: int, wait: bool) -> int | None:
    """How a child of this process ended, or `None`."""
    found, status = os.waitpid(pid, 0 if wait else os.WNOHANG)
    return status if found else None


@lru_cache(maxsize=10_000)
def _styled(style: Char, sign: str) -> Char:
    """A character in a style."""
    return style._replace(data=sign)


def _set_size(terminal: int, columns: int, rows: int) -> None:
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
