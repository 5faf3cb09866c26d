"""A process that works for another one ends when that one has, be it killed: nobody would hear its answer."""

from __future__ import annotations

import os
import threading
import time
from contextlib import suppress

LOOK = 1.0
"""Seconds between two looks for the program that started a process."""


def end_with(parent: int, *, group: bool = False) -> None:
    """End this process, from a thread, when the one that started it is gone.

    Args:
        parent: its process id.
        group: whether what this process started ends as well; it leads a group of its own then.
    """
    threading.Thread(target=_watch, args=(parent, group), daemon=True).start()


def _watch(parent: int, group: bool) -> None:
    while os.getppid() == parent:
        time.sleep(LOOK)
    if group:
        with suppress(OSError):
            os.killpg(os.getpid(), 9)
    os._exit(1)
