"""The journal of a brief: one line of JSON a record, forced to the disk before the key returns."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from ..support import atomic, workspace_key
from .history import DamagedError, Record

FOLDER = "journals"


def journal_path(brief: Path, state_dir: Path) -> Path:
    """Where the journal of a brief lies: named after it and the folder that it is in."""
    return state_dir / FOLDER / f"{brief.stem[:60]}-{workspace_key(brief)}.jsonl"


class Journal:
    """An append-only file; opened for writing with the first record that is appended."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: int | None = None
        self._length = 0

    def read(self) -> list[Record]:
        """The records.

        A last line that a crash tore is left out, and cut off with the next record.

        Raises:
            DamagedError: where a line before the last is no record.
            StorageError: where the file cannot be read.
        """
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return []
        except OSError as error:
            raise atomic.storage_error(error, self.path, "cannot be read") from error
        lines = data.split(b"\n")[:-1]
        records = [record for n, line in enumerate(lines, 1) if (record := _record(line, n, len(lines))) is not None]
        self._length = sum(len(line) + 1 for line in lines[: len(records)])
        return records

    def append(self, *records: Record, sync: bool = True) -> None:
        """Add records; they are on the disk when this returns, unless `sync` is off.

        Raises:
            InvalidError: for half a surrogate pair, which no file can hold.
            StorageError: when they cannot be written; the journal is then as it was.
        """
        data = b"".join(map(_line, records))
        try:
            file = self._open()
            try:
                _write(file, data)
                if sync:
                    os.fsync(file)
            except OSError:
                with suppress(OSError):
                    os.ftruncate(file, self._length)
                raise
        except OSError as error:
            raise atomic.storage_error(error, self.path, "the edit cannot be kept") from error
        self._length += len(data)

    def replace(self, records: Sequence[Record]) -> None:
        """Put other records in place of all.

        Raises:
            StorageError: when they cannot be written; the journal is then as it was.
        """
        data = b"".join(map(_line, records))
        self._make_folder()
        self.close()
        atomic.write_bytes(self.path, data)
        self._length = len(data)

    def set_aside(self) -> Path:
        """Rename the file, so that a new one begins; what is in it stays for whoever can read it.

        Raises:
            StorageError: when it cannot be renamed.
        """
        self.close()
        n = 1
        while (aside := self.path.with_suffix(f".damaged-{n}.jsonl")).exists():
            n += 1
        try:
            self.path.rename(aside)
        except OSError as error:
            raise atomic.storage_error(error, self.path, "cannot be set aside") from error
        self._length = 0
        return aside

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _open(self) -> int:
        """The file, without what an earlier failure or crash may have left at its end."""
        if self._file is None:
            self._make_folder()
            self._file = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
            atomic.sync_folder(self.path.parent)
        if os.fstat(self._file).st_size != self._length:
            os.ftruncate(self._file, self._length)
        return self._file

    def _make_folder(self) -> None:
        try:
            self.path.parent.mkdir(0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise atomic.storage_error(error, self.path.parent, "cannot be made") from error


def _line(record: Record) -> bytes:
    return atomic.encoded(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")


def _record(line: bytes, n: int, last: int) -> Record | None:
    """The record in a line; `None` for a last line that was torn."""
    try:
        record = json.loads(line)
    except ValueError:
        record = None
    if isinstance(record, dict):
        return record
    if n == last:
        return None
    raise DamagedError(f"line {n} is no record")


def _write(file: int, data: bytes) -> None:
    while data:
        data = data[os.write(file, data) :]
