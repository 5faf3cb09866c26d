"""The worker seen from outside: started, fed, listened to, and killed when it is no longer wanted."""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from briefing_tui.errors import BriefingError, CancelledError, RefusedError, ToolError
from briefing_tui.support import memory
from briefing_tui.support.atomic import storage_error

if TYPE_CHECKING:
    from .standby import Standby

FONTS = Path(__file__).parent / "templates" / "fonts.conf"
TICK = 0.1
"""Seconds between two looks at `cancelled`."""
ENDING = 5.0
"""Seconds for a worker that says no more to end by itself."""
COMPLAINTS = 64 * 1024
"""Bytes of what a worker says of itself that are kept; the last line is told."""

_SPLIT = "split the brief"

_KEPT = (
    "PATH", "HOME", "TMPDIR", "XDG_CACHE_HOME", "LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH", "PYTHONPATH",
    "PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX",
)  # fmt: skip


def lay_out(
    order: Mapping[str, Any],
    cache_dir: Path | None,
    progress: Callable[[str, float], None],
    cancelled: Callable[[], bool] | None,
    minutes: float = 10,
    *,
    standby: Standby | None = None,
) -> dict[str, Any]:
    """Have a worker lay out a page and make a PDF of it; it makes one, so that each has the bytes of a first one.

    Args:
        order: the job as the worker reads it.
        cache_dir: where the font cache may be kept.
        progress: passed on from the worker.
        cancelled: asked every `TICK`.
        minutes: after so many the worker is killed.
        standby: has a worker waiting; without one it is started now.

    Raises:
        ToolError: where a library is missing or there is no font at all, or the worker died or took too long.
        RefusedError: for a final one whose form names a font or a picture that cannot be used.
        StorageError: where the worker can read or write no files.
        CancelledError: where `cancelled` said so.
    """
    worker = standby.take() if standby else Worker(cache_dir)
    try:
        return worker.ask(order, progress, Stop(cancelled, minutes, time.monotonic()), last=True)
    finally:
        worker.close()
        if standby:
            standby.begin()


@dataclass(frozen=True, slots=True)
class Stop:
    """What ends a job before its time."""

    cancelled: Callable[[], bool] | None
    minutes: float
    started: float

    def look(self) -> None:
        """Raise where the user said so, or the time is over."""
        if self.cancelled is not None and self.cancelled():
            raise CancelledError("the compilation was stopped", hint="nothing was written")
        if time.monotonic() - self.started > 60 * self.minutes:
            raise ToolError(
                f"the pages were not laid out within {self.minutes:g} minutes, so the compilation was stopped",
                hint="nothing was written; split the brief, or allow more time with the setting `minutes`",
            )


class Worker:
    """A worker process and the pipes to it; it ends when this process does.

    Args:
        cache_dir: where the font cache may be kept.
        early: whether it gets ready before it has a job, at low priority.
    """

    def __init__(self, cache_dir: Path | None, *, early: bool = False) -> None:
        self._process = subprocess.Popen(
            command("early" if early else "now"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(cache_dir),
            start_new_session=True,
        )
        self._answers: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._complaints = bytearray()
        self._threads = [
            threading.Thread(target=_lines, args=(self._process.stdout, self._answers), daemon=True),
            threading.Thread(target=_collect, args=(self._process.stderr, self._complaints), daemon=True),
        ]
        for thread in self._threads:
            thread.start()
        self.tired = False
        """Whether it had a job that left it too large to keep."""

    @property
    def alive(self) -> bool:
        """Whether it can be asked."""
        return self._process.poll() is None

    def ask(
        self, order: Mapping[str, Any], progress: Callable[[str, float], None], stop: Stop, *, last: bool = False
    ) -> dict[str, Any]:
        """Give it a job and wait for the answer.

        Args:
            order: the job.
            progress: passed on from it.
            stop: what ends the waiting.
            last: whether there is no job after this one.

        Raises:
            ToolError, StorageError, CancelledError: as `lay_out`.
        """
        data = json.dumps(order).encode() + b"\n"
        threading.Thread(target=_feed, args=(self._process.stdin, data, last), daemon=True).start()
        reached = 0.0
        while True:
            stop.look()
            try:
                line = self._answers.get(timeout=TICK)
            except queue.Empty:
                continue
            message = self._understood(line)
            if "result" in message:
                self.tired = bool(message.get("tired"))
                result: dict[str, Any] = message["result"]
                return result
            if "error" in message:
                raise _error(message["error"])
            reached = max(reached, message["share"])  # pages may be laid out more than once
            progress(message["progress"], reached)

    def _understood(self, line: bytes) -> dict[str, Any]:
        if not line:
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(ENDING)
            self._threads[1].join(1.0)
            raise _died(self._process.returncode, self._complaints.decode(errors="replace"))
        try:
            message: dict[str, Any] = json.loads(line)
        except ValueError as error:
            said = "the answer of the process that makes the PDF cannot be understood"
            raise ToolError(said, hint="nothing was written; run `briefing doctor`") from error
        return message

    def close(self) -> None:
        """End it, whatever it does."""
        with suppress(OSError):
            os.killpg(self._process.pid, signal.SIGKILL)  # and what it started
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            if stream:
                with suppress(OSError):
                    stream.close()


def command(when: str) -> list[str]:
    """What starts a worker.

    Args:
        when: `now`, or `early` where it waits for a job.
    """
    return [sys.executable, "-P", "-m", "briefing_tui.compile.worker", when, str(os.getpid())]


def environment(cache_dir: Path | None) -> dict[str, str]:
    """What the worker may know of its surroundings: nothing that could change a byte of the file."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    if cache_dir is not None:
        kept["XDG_CACHE_HOME"] = str(cache_dir)
    return {
        **kept,
        "FONTCONFIG_FILE": str(FONTS),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "PYTHONHASHSEED": "0",
        "PYTHONIOENCODING": "utf-8",
        "PYTHONWARNINGS": "ignore",
    }


def _feed(stream: IO[bytes], data: bytes, last: bool) -> None:
    with suppress(OSError, ValueError):  # it may die before it has read everything
        stream.write(data)
        stream.flush()
    if last:
        with suppress(OSError):
            stream.close()


def _lines(stream: IO[bytes], lines: queue.SimpleQueue[bytes]) -> None:
    with suppress(OSError, ValueError):
        for line in stream:
            lines.put(line)
    lines.put(b"")


def _collect(stream: IO[bytes], into: bytearray) -> None:
    with suppress(OSError, ValueError):
        for line in stream:
            into += line
            del into[:-COMPLAINTS]


def _error(plain: Mapping[str, Any]) -> BriefingError:
    if plain["kind"] == "storage":
        place = Path(plain.get("where") or tempfile.gettempdir())
        return storage_error(OSError(plain["errno"], plain["message"]), place, "the PDF cannot be made")
    if memory.is_short(plain["message"]):
        return memory.short("making the PDF", _SPLIT)
    kind = RefusedError if plain["kind"] == "refused" else ToolError
    return kind(plain["message"], where=plain.get("where", ""), hint=plain.get("hint", ""))


def _died(code: int | None, complaints: str) -> ToolError:
    """What to say of a worker that ended without an answer."""
    code = code or 0
    if memory.ended_so(code, complaints):
        return memory.short("making the PDF", _SPLIT)
    if code == -signal.SIGKILL:
        said = "the process that makes the PDF was ended from outside (signal 9), as by a system short of memory"
        return ToolError(said, hint=f"nothing was written; try again; {memory.remedy(_SPLIT)}")
    if code < 0:
        said = f"the process that makes the PDF ended at once ({signal.strsignal(-code) or 'signal'}, {-code})"
        return ToolError(said, hint="try again; nothing was written. If it happens again, run `briefing doctor`")
    last = next((line for line in reversed(complaints.splitlines()) if line.strip()), "no message")
    hint = "nothing was written; run `briefing doctor`"
    return ToolError(f"the process that makes the PDF failed: {last}", hint=hint)
