"""A database file that may be deleted, damaged or locked at any time: it is made anew, or memory takes its place."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from .schema import DamagedError, OtherVersionError, prepare

OPENING_SECONDS = 0.5
"""How long the start waits for somebody else's lock: the first paint depends on it."""
WAITING_SECONDS = 5.0
"""How long anything later waits. A batch of a scan holds the lock for some tens of milliseconds."""
CACHE = 8_000
"""Kilobytes of the file that a connection keeps: what a search of three common words goes through, twice over."""

_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT, sqlite3.SQLITE_IOERR}
_SPOILT = ("no such table", "malformed", "vtable constructor failed", "decode to UTF-8")

Result = TypeVar("Result")
Work = Callable[[sqlite3.Connection], Result]


class Database:
    """Connections to one file, each lent to one thread at a time.

    `epoch` rises whenever the content was lost: the file had been removed or was broken, or memory took over.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.messages: list[str] = []
        self.epoch = 0
        self._lock = threading.RLock()
        self._idle: list[sqlite3.Connection] = []
        self._identity = (0, 0)
        self._memory: sqlite3.Connection | None = None
        self._closed = False
        try:
            self._idle.append(self._connect(OPENING_SECONDS))
        except (sqlite3.Error, OSError, OtherVersionError) as error:
            self._recover(error, self.epoch)

    def read(self, work: Work[Result]) -> Result:
        """What `work` finds. It is called again, on an empty database, where the first turns out to be broken."""
        for _ in range(2):
            epoch = self.epoch
            try:
                with self._lend() as connection:
                    return work(connection)
            except (sqlite3.DatabaseError, OSError, OtherVersionError, MemoryError) as error:
                if self._memory or interrupted(error):
                    raise
                self._recover(error, epoch)
        with self._lend() as connection:
            return work(connection)

    def write(self, work: Work[Result]) -> Result:
        """The same in one transaction, which other processes see whole or not at all."""

        def transaction(connection: sqlite3.Connection) -> Result:
            connection.execute("BEGIN IMMEDIATE")
            try:
                result = work(connection)
                connection.commit()
            finally:
                if connection.in_transaction:
                    connection.rollback()
            return result

        return self.read(transaction)

    def discard(self) -> None:
        """Forget everything: begin with an empty database."""
        with self._lock:
            self._forget_connections()
            if self._memory:
                self._memory.close()
                self._memory = _in_memory()
                return
            self._remove_files()

    def close(self) -> None:
        """Close what is not in use; what is in use is closed by whoever gives it back."""
        with self._lock:
            self._closed = True
            self._forget_connections()
            if self._memory:
                self._memory.close()
                self._memory = None

    @contextmanager
    def _lend(self) -> Iterator[sqlite3.Connection]:
        if self._memory:
            with self._lock:
                yield self._memory
            return
        with self._lock:
            if self._identity != (now := _identity(self.path)):
                self._identity = now
                self._forget_connections()
                self.messages.append("The search index was taken away or replaced; what it lacks is added anew")
            epoch = self.epoch
            connection = self._idle.pop() if self._idle else self._connect(WAITING_SECONDS)
        usable = False
        try:
            yield connection
            usable = True
        finally:
            with self._lock:
                if usable and epoch == self.epoch and not self._closed:
                    self._idle.append(connection)
                else:
                    connection.close()

    def _connect(self, patience: float) -> sqlite3.Connection:
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        connection = sqlite3.connect(self.path, timeout=patience, isolation_level=None, check_same_thread=False)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute(f"PRAGMA cache_size = -{CACHE}")
            prepare(connection)
            connection.execute(f"PRAGMA busy_timeout = {WAITING_SECONDS * 1000:.0f}")
            self._identity = _identity(self.path)
        except BaseException:
            connection.close()
            raise
        return connection

    def _recover(self, error: Exception, epoch: int) -> None:
        """Begin anew after `error`, unless another thread has done so since `epoch`."""
        with self._lock:
            if epoch != self.epoch:
                return
            self._forget_connections()
            if _broken(error):
                try:
                    self._remove_files()
                    self._idle.append(self._connect(OPENING_SECONDS))
                except (sqlite3.Error, OSError, OtherVersionError) as second:
                    error = second
                else:
                    older = isinstance(error, OtherVersionError)
                    why = "is of another version" if older else f"was not usable ({_brief(error)})"
                    self.messages.append(f"The search index {why}; it is being made anew")
                    return
            self._memory = _in_memory()
            self.messages.append(
                f"The search index {self.path} cannot be used ({_brief(error)}); until the program ends, one in memory"
                " takes its place"
            )

    def _forget_connections(self) -> None:
        self.epoch += 1
        while self._idle:
            self._idle.pop().close()

    def _remove_files(self) -> None:
        for suffix in ("", "-wal", "-shm"):
            self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)


def _in_memory() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    prepare(connection)
    return connection


def _identity(path: Path) -> tuple[int, int]:
    """What tells a file from another that took its name."""
    try:
        status = path.stat()
    except OSError:
        return (0, 0)
    return status.st_dev, status.st_ino


def _broken(error: Exception) -> bool:
    """Whether a new file would help, as it would not against a lock, a full disk or a missing permission."""
    # A length that junk gives is more than there is memory.
    if isinstance(error, OtherVersionError | DamagedError | MemoryError):
        return True
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    return code in _BROKEN or any(words in str(error) for words in _SPOILT)


def _brief(error: Exception) -> str:
    """What it says; one that quotes an article as far as that."""
    return str(error).partition(" with text ")[0]


def interrupted(error: Exception) -> bool:
    """Whether what failed was ended on purpose."""
    return getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT
