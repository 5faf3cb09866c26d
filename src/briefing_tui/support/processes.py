"""Other programs at arm's length: a limit on time and output, and a way to stop them."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from ..errors import CancelledError, ToolError
from . import memory

OUTPUT_LIMIT = 64 * 2**20
"""Bytes of either stream; a program that says more has gone wrong."""
_TICK = 0.05
"""Seconds between two looks at `cancelled`."""
_CHUNK = 65_536


def run(
    args: Sequence[str | Path],
    *,
    input: bytes | None = None,  # noqa: A002 - the name that subprocess has for it
    timeout: float,
    cancelled: Callable[[], bool] | None = None,
    env: Mapping[str, str] | None = None,
    limit: int = OUTPUT_LIMIT,
) -> bytes:
    """What a program writes to its standard output.

    Args:
        args: the program and its arguments; no shell is in between.
        input: for its standard input.
        timeout: seconds; then it is killed with all that it started.
        cancelled: asked 20 times a second; it is killed as soon as the answer is yes.
        env: its whole environment; that of this process where there is none.
        limit: bytes of output that are taken at most.

    Raises:
        ToolError: where it is missing, fails, takes too long or says too much.
        CancelledError: where `cancelled` said so.
    """
    name = Path(args[0]).name
    try:
        process = subprocess.Popen(
            [str(a) for a in args],
            stdin=subprocess.PIPE if input is not None else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=None if env is None else dict(env),
            start_new_session=True,
        )
    except OSError as error:
        raise ToolError(f"{name} cannot be started: {error.strerror}", where=str(args[0])) from error
    with process:
        streams = _Streams(process, input, limit)
        try:
            _wait(process, streams, name, timeout, cancelled)
        finally:
            _kill(process)
            streams.join()
    if process.returncode:
        said = bytes(streams.errors).decode("utf-8", "replace").strip()
        if memory.ended_so(process.returncode, said):
            raise memory.short(name)
        raise ToolError(f"{name} failed: {said[-2000:] or f'exit code {process.returncode}'}", where=str(args[0]))
    return bytes(streams.output)


class _Streams:
    """Threads that feed and drain a process, so that it never waits for us."""

    def __init__(self, process: subprocess.Popen[bytes], data: bytes | None, limit: int) -> None:
        self.output = bytearray()
        self.errors = bytearray()
        self.too_much = False
        self._limit = limit
        work: list[tuple[Callable[..., None], object, object]] = [
            (self._drain, process.stdout, self.output),
            (self._drain, process.stderr, self.errors),
        ]
        if data is not None:
            work.append((self._feed, process.stdin, data))
        self._threads = [threading.Thread(target=do, args=args, daemon=True) for do, *args in work]
        for thread in self._threads:
            thread.start()

    def join(self, timeout: float = 5.0) -> None:
        """Wait until everything is read, no longer than `timeout` seconds."""
        end = time.monotonic() + timeout
        for thread in self._threads:
            thread.join(max(0.0, end - time.monotonic()))

    def _drain(self, stream: IO[bytes], into: bytearray) -> None:
        while chunk := os.read(stream.fileno(), _CHUNK):
            if len(into) + len(chunk) > self._limit:
                self.too_much = True
                return
            into += chunk

    def _feed(self, stream: IO[bytes], data: bytes) -> None:
        with suppress(OSError):  # it may end without reading everything
            stream.write(data)
        with suppress(OSError):
            stream.close()


def _wait(
    process: subprocess.Popen[bytes],
    streams: _Streams,
    name: str,
    timeout: float,
    cancelled: Callable[[], bool] | None,
) -> None:
    end = time.monotonic() + timeout
    while True:
        with suppress(subprocess.TimeoutExpired):
            process.wait(_TICK)
            _kill(process)  # what it left running would hold its output open
            streams.join(max(0.0, end - time.monotonic()))
            if streams.too_much:
                break
            return
        if streams.too_much:
            break
        if cancelled is not None and cancelled():
            raise CancelledError(f"{name} was stopped")
        if time.monotonic() > end:
            raise ToolError(f"{name} took longer than {timeout:g} seconds and was stopped", where=name)
    raise ToolError(f"{name} wrote more than its limit of output and was stopped", where=name)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End a process and all that it started."""
    with suppress(OSError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
