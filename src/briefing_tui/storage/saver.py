"""A thread that saves a moment after the last edit, and again until it worked."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

QUIET = 0.3
"""Seconds without an edit before the file is written."""
LATEST = 0.7
"""Seconds after the first unsaved edit, however fast the next ones come; writing has the rest of the second."""
AGAIN = 2.0
"""Seconds before another try after a failure."""


class Saver:
    """Calls `save` in a thread of its own; it is started by the first edit."""

    def __init__(self, save: Callable[[], bool]) -> None:
        self._save = save
        self._wake = threading.Event()
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None

    def edited(self) -> None:
        """Something is to be saved soon."""
        self._wake.set()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="saver", daemon=True)
            self._thread.start()

    def end(self) -> None:
        """Save no more; what is being saved is finished first."""
        self._ended.set()
        self._wake.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while self._wake.wait() and not self._ended.is_set():
            latest = time.monotonic() + LATEST
            self._wake.clear()
            while self._wake.wait(min(QUIET, max(0.0, latest - time.monotonic()))) and not self._ended.is_set():
                self._wake.clear()
                if time.monotonic() >= latest:
                    break
            if self._ended.is_set():
                return
            if not self._save() and not self._ended.wait(AGAIN):
                self._wake.set()
