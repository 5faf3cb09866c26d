"""One writer a brief: a lock beside it that the system itself lets go of when its holder dies."""

from __future__ import annotations

import getpass
import os
import socket
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import StorageError
from ..support import atomic

if TYPE_CHECKING:
    from filelock import BaseFileLock

PATIENCE = (0.01, 0.02, 0.04, 0.08, 0.15, 0.2)
"""Seconds between two looks for the name of who has the lock; writing it takes milliseconds."""


class BriefLock:
    """The lock of one brief, `.<id>.yaml.lock`; `.<id>.yaml.holder` says in words who has it.

    Both lie beside the file itself, wherever links to it may be: it has one writer by whatever name.
    """

    def __init__(self, brief: Path) -> None:
        brief = brief.resolve()
        self._brief = brief
        self._lock_path = brief.with_name(f".{brief.name}.lock")
        self._holder_path = brief.with_name(f".{brief.name}.holder")
        self._lock: BaseFileLock | None = None

    def acquire(self) -> str:
        """Take the lock, without waiting for whoever has it to be done.

        One who took it a moment ago is given the time to say so.

        Returns:
            an empty text, or who has it: 'dana@host, process 4711, since 21:14'.

        Raises:
            StorageError: where the folder cannot be written.
        """
        import filelock

        # Taken in one thread and let go of in another: the program closes briefs from wherever it ends.
        lock = filelock.FileLock(self._lock_path, thread_local=False)
        for wait in (0.0, *PATIENCE):
            try:
                lock.acquire(timeout=wait, poll_interval=wait / 2)
                break
            except filelock.Timeout:
                if holder := self._holder():
                    return holder
            except OSError as error:
                raise atomic.storage_error(error, self._lock_path.parent, "the folder cannot be written") from error
        else:
            return "someone"
        self._lock = lock
        self._sweep()
        with suppress(StorageError):
            atomic.write_text(self._holder_path, _myself() + "\n")
        return ""

    def release(self, *, gone: bool = False) -> None:
        """Let go of the lock, where it was taken; its file goes too where the brief is `gone`."""
        if self._lock is None:
            return
        with suppress(OSError):
            self._holder_path.unlink()
        if gone:
            with suppress(OSError):
                self._lock_path.unlink()
        self._lock.release()
        self._lock = None

    def _sweep(self) -> None:
        """Take away the half-written files that a holder left who was killed; nobody else writes them now."""
        with suppress(OSError):
            if not self._brief.stat().st_size:  # being made at this moment
                return
            for file in (self._brief, self._holder_path):
                for left in atomic.left_behind(file):
                    left.unlink()

    def _holder(self) -> str:
        """Who has the lock, in words; empty where nobody said so yet."""
        try:
            return self._holder_path.read_text(encoding="utf-8").strip()
        except (OSError, ValueError):
            return ""


def _myself() -> str:
    try:
        user = getpass.getuser()
    except (OSError, KeyError):  # a user without a name, as containers have
        user = f"user {os.getuid()}"
    now = datetime.now().astimezone()
    return f"{user}@{socket.gethostname()}, process {os.getpid()}, since {now:%H:%M}"
