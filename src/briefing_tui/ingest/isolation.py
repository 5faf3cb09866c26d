"""Reading at arm's length: what libraries can hang, crash or swell on is read in a process that may be killed."""

from __future__ import annotations

import os
import pickle
import queue
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Any

from ..errors import BriefingError, CancelledError, ImportFailedError
from .assemble import read
from .document import Document, Unread
from .registry import format_of

MEMORY = 2 * 2**30
"""Bytes of address space that the process and what it starts may have each."""
SECONDS = 60.0
"""For one file; a report of 500 pages takes 15."""
SECONDS_PER_MIB = 2.0
"""More for a larger file."""
AT_ONCE = 4 * 2**20
"""Bytes of a text that is read without a process; more take a while, and could not be stopped."""
TICK = 0.1
"""Seconds between two looks at `cancelled`."""

FRAME = struct.Struct("!Q")
"""Length before each message, both ways."""

_KEPT = ("PATH", "HOME", "TMPDIR", "LANG", "LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH", "PYTHONPATH",
         "PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX")  # fmt: skip


class Reading:
    """Reads files one after another; its process starts with the first that needs it and ends with the `with` block."""

    def __init__(self, *, cancelled: Callable[[], bool] | None = None, seconds: float = SECONDS) -> None:
        self._cancelled = cancelled
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.SimpleQueue[bytes] = queue.SimpleQueue()

    def __enter__(self) -> Reading:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def read(self, name: str, data: bytes) -> tuple[Document | Unread, ...]:
        """Read a file, as `ingest.read` does.

        Raises:
            ImportFailedError: where it cannot be read, takes too long or too much memory.
            CancelledError: where `cancelled` said so.
        """
        if not format_of(name, data).isolated and len(data) <= AT_ONCE:
            return read(name, data)
        limit = self._seconds + SECONDS_PER_MIB * len(data) / 2**20
        answer = self._ask(name, pickle.dumps((name, data, limit), pickle.HIGHEST_PROTOCOL), limit)
        if isinstance(answer, BriefingError):
            raise answer
        found: tuple[Document | Unread, ...] = answer
        return found

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(OSError):
            os.killpg(process.pid, 9)  # and what it started
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream:
                with suppress(OSError):
                    stream.close()

    def _ask(self, name: str, message: bytes, limit: float) -> Any:
        """Send a message and wait for the answer; a process that fails is ended, the next file gets a new one."""
        process = self._running()
        sender = threading.Thread(target=_send, args=(process.stdin, message), daemon=True)
        sender.start()
        end = time.monotonic() + limit
        while True:
            try:
                answer = self._answers.get(timeout=TICK)
            except queue.Empty:
                if self._cancelled is not None and self._cancelled():
                    self.close()
                    raise CancelledError("the import was stopped", where=name) from None
                if time.monotonic() > end:
                    self.close()
                    raise ImportFailedError(
                        f"reading it took longer than {limit:.0f} seconds and was stopped",
                        where=name,
                        hint="save its text as .txt and import that",
                    ) from None
                continue
            if answer:
                with suppress(Exception):  # killed or out of memory in mid-answer: it broke
                    return pickle.loads(answer)  # noqa: S301 - from our own process, by a pipe that nobody else has
            self.close()
            raise ImportFailedError(
                f"reading it failed: it broke the reader, or needed more than {MEMORY // 2**30} GB of memory",
                where=name,
                hint="save its text as .txt and import that",
            )

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._answers = queue.SimpleQueue()
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "briefing_tui.ingest.worker", str(os.getpid())],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={name: os.environ[name] for name in _KEPT if name in os.environ},
                start_new_session=True,
            )
            threading.Thread(target=_listen, args=(self._process.stdout, self._answers), daemon=True).start()
        return self._process


def _send(stream: IO[bytes], message: bytes) -> None:
    with suppress(OSError, ValueError):  # it may end without reading everything
        stream.write(FRAME.pack(len(message)))
        stream.write(message)
        stream.flush()


def _listen(stream: IO[bytes], answers: queue.SimpleQueue[bytes]) -> None:
    """Pass answers on; an empty one says that the process has ended."""
    with suppress(OSError, ValueError):
        while len(head := stream.read(FRAME.size)) == FRAME.size:
            (length,) = FRAME.unpack(head)
            if len(answer := stream.read(length)) != length:
                break
            answers.put(answer)
    answers.put(b"")
