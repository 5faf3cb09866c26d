"""The worker seen from outside: started, fed, listened to, and killed when it is no longer wanted."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from briefing_tui.errors import BriefingError, CancelledError, ToolError
from briefing_tui.support.atomic import storage_error

FONTS = Path(__file__).parent / "templates" / "fonts.conf"
TICK = 0.1
"""Seconds between two looks at `cancelled`."""

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
) -> dict[str, Any]:
    """Have the worker lay out a page and make a PDF of it.

    Args:
        order: the job as the worker reads it.
        cache_dir: where the font cache may be kept.
        progress: passed on from the worker.
        cancelled: asked every `TICK`.
        minutes: after so many the worker is killed.

    Raises:
        ToolError: where a library or font is missing, or the worker died or took too long.
        StorageError: where the worker can read or write no files.
        CancelledError: where `cancelled` said so.
    """
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "briefing_tui.compile.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(cache_dir),
        start_new_session=True,
    )
    try:
        stop = _Stop(cancelled, minutes, time.monotonic())
        return _listen(process, json.dumps(order).encode(), progress, stop)
    finally:
        with suppress(OSError):
            process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout, process.stderr):
            if stream:
                with suppress(OSError):
                    stream.close()


@dataclass(frozen=True, slots=True)
class _Stop:
    """What ends a compilation before its time."""

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


def _listen(
    process: subprocess.Popen[bytes],
    data: bytes,
    progress: Callable[[str, float], None],
    stop: _Stop,
) -> dict[str, Any]:
    lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    complaints = bytearray()
    work: list[tuple[Callable[[Any, Any], None], Any, Any]] = [
        (_feed, process.stdin, data),
        (_lines, process.stdout, lines),
        (_collect, process.stderr, complaints),
    ]
    threads = [threading.Thread(target=do, args=args, daemon=True) for do, *args in work]
    for thread in threads:
        thread.start()
    reached = 0.0
    while True:
        stop.look()
        try:
            line = lines.get(timeout=TICK)
        except queue.Empty:
            continue
        if not line:
            process.wait()
            threads[2].join(1.0)
            raise _died(process.returncode, complaints.decode(errors="replace"))
        try:
            message = json.loads(line)
        except ValueError as error:
            said = "the answer of the process that makes the PDF cannot be understood"
            raise ToolError(said, hint="nothing was written; run `briefing doctor`") from error
        if "result" in message:
            result: dict[str, Any] = message["result"]
            return result
        if "error" in message:
            raise _error(message["error"])
        reached = max(reached, message["share"])  # pages may be laid out more than once
        progress(message["progress"], reached)


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


def _feed(stream: IO[bytes], data: bytes) -> None:
    with suppress(OSError):  # it may die before it has read everything
        stream.write(data)
    with suppress(OSError):
        stream.close()


def _lines(stream: IO[bytes], lines: queue.SimpleQueue[bytes]) -> None:
    with suppress(OSError, ValueError):
        for line in stream:
            lines.put(line)
    lines.put(b"")


def _collect(stream: IO[bytes], into: bytearray) -> None:
    with suppress(OSError, ValueError):
        into += stream.read()


def _error(plain: Mapping[str, Any]) -> BriefingError:
    if plain["kind"] == "storage":
        place = Path(plain.get("where") or tempfile.gettempdir())
        return storage_error(OSError(plain["errno"], plain["message"]), place, "the PDF cannot be made")
    return ToolError(plain["message"], where=plain.get("where", ""), hint=plain.get("hint", ""))


def _died(code: int | None, complaints: str) -> ToolError:
    """What to say of a worker that ended without an answer."""
    if code is not None and code < 0:
        return ToolError(
            f"the process that makes the PDF was ended from outside (signal {-code})",
            hint="try again; if memory is short, close something first. Nothing was written",
        )
    last = next((line for line in reversed(complaints.splitlines()) if line.strip()), "no message")
    hint = "nothing was written; run `briefing doctor`"
    return ToolError(f"the process that makes the PDF failed: {last}", hint=hint)
