"""A worker that waits: what takes it long to load is loaded before there is a job."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from .process import Stop, Worker


class Standby:
    """Keeps a worker waiting, so that a job need not wait for one. Any thread may use it.

    Args:
        cache_dir: where the font cache may be kept.
    """

    def __init__(self, cache_dir: Path | None) -> None:
        self._cache_dir = cache_dir
        self._lock = threading.Lock()
        self._waiting: Worker | None = None
        self._closed = False

    def begin(self) -> None:
        """See that one waits, unless this is over; where none can be started, the next job tells why."""
        with self._lock:
            if self._waiting is None and not self._closed:
                with suppress(OSError):
                    self._waiting = Worker(self._cache_dir, early=True)

    def take(self) -> Worker:
        """The one that waits; a new one where none does, or it has died."""
        with self._lock:
            worker, self._waiting = self._waiting, None
        if worker and not worker.alive:
            worker.close()
            worker = None
        return worker or Worker(self._cache_dir, early=True)

    def give_back(self, worker: Worker) -> None:
        """Let one wait again that has done its job."""
        with self._lock:
            if self._waiting is None and not self._closed and not worker.tired:
                self._waiting = worker
                return
        worker.close()
        self.begin()

    def measure(
        self, order: Mapping[str, Any], cancelled: Callable[[], bool] | None = None, minutes: float = 10
    ) -> dict[str, Any]:
        """Have a page laid out, and no more, by a worker that waits again afterwards.

        Args:
            order: the job as the worker reads it.
            cancelled: asked every so often; the worker is killed as soon as the answer is yes.
            minutes: after so many it is killed.

        Raises:
            ToolError, StorageError, CancelledError: as `process.lay_out`.
        """
        worker = self.take()
        try:
            answer = worker.ask(order, lambda *_: None, Stop(cancelled, minutes, time.monotonic()))
        except BaseException:
            worker.close()
            self.begin()
            raise
        self.give_back(worker)
        return answer

    def close(self) -> None:
        """End the one that waits; there is no other from now on."""
        with self._lock:
            self._closed = True
            worker, self._waiting = self._waiting, None
        if worker:
            worker.close()
