"""The worker seen from outside: started, fed, listened to, and killed when it is no longer wanted."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from briefing_tui.errors import BriefingError, CancelledError, StorageError, ToolError
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
) -> dict[str, Any]:
    """Have the worker lay out a page and write a PDF.

    Args:
        order: the job as the worker reads it; where it has a `target`, errors name that and not the `output`.
        cache_dir: where the font cache may be kept.
        progress: passed on from the worker.
        cancelled: asked every `TICK`.

    Raises:
        ToolError: where a library or font is missing, the layout lost something, or the worker died.
        StorageError: where the file cannot be written.
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
        target = Path(order.get("target") or order["output"])
        return _listen(process, json.dumps(order).encode(), target, progress, cancelled)
    finally:
        with suppress(OSError):
            process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout, process.stderr):
            if stream:
                with suppress(OSError):
                    stream.close()


def _listen(
    process: subprocess.Popen[bytes],
    data: bytes,
    output: Path,
    progress: Callable[[str, float], None],
    cancelled: Callable[[], bool] | None,
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
        if cancelled is not None and cancelled():
            raise CancelledError("the compilation was stopped", hint="nothing was written")
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
            raise _error(message["error"], output)
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


def _error(plain: Mapping[str, Any], output: Path) -> BriefingError:
    if plain["kind"] == "storage":
        if plain.get("errno"):
            return storage_error(OSError(plain["errno"], plain["message"]), output, "cannot be written")
        return StorageError(plain["message"], where=str(output))
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
