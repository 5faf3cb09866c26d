"""The files that a call names: folders walked, standard input read, each with its bytes."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ...errors import ImportFailedError
from ...ingest import largest, suffixes
from ...support import atomic

STANDARD_INPUT = Path("-")
PASTED = "pasted.txt"
"""The name that text without a file gets."""


@dataclass(frozen=True, slots=True)
class Found:
    """What paths stand for."""

    files: tuple[Path, ...]
    skipped: int
    """Files in folders that cannot be imported, by their suffix."""


def walk(paths: Sequence[Path]) -> Found:
    """Files as they are named; folders with what can be imported in them, hidden ones left out, circles walked once."""
    files: dict[Path, None] = {}
    skipped = 0
    for path in paths:
        if path == STANDARD_INPUT or not path.is_dir():
            files[path] = None
            continue
        for inside in _files(path):
            if inside.suffix.lower() in suffixes():
                files[inside] = None
            else:
                skipped += 1
    return Found(tuple(files), skipped)


def _files(folder: Path) -> Iterator[Path]:
    """All visible files under a folder, in order; through symbolic links too, but into no folder twice."""
    seen: set[tuple[int, int]] = set()
    for root, folders, names in os.walk(folder, followlinks=True):
        status = os.stat(root)  # noqa: PTH116 - a text already, and there may be many
        if (status.st_dev, status.st_ino) in seen:
            folders.clear()
            continue
        seen.add((status.st_dev, status.st_ino))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            if not name.startswith(".") and path.is_file():
                yield path


def file_name(path: Path) -> str:
    """The name that a document's original is kept under."""
    return PASTED if path == STANDARD_INPUT else path.name


def read_file(path: Path) -> bytes:
    """The bytes of a file that is not too large for its kind.

    Raises:
        ImportFailedError: where it is, and where it cannot be read.
        StorageError: where it cannot be read.
    """
    limit = largest(path.name)
    try:
        if not path.is_file():
            what = "a folder" if path.is_dir() else "no file" if path.exists() else "not there"
            raise ImportFailedError(f"this is {what}", where=str(path), hint="check the path")
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise atomic.storage_error(error, path, "cannot be read") from error
    if len(data) > limit:
        raise ImportFailedError(
            f"the file is larger than {limit // 2**20} MB", where=str(path), hint="split it, or import its text alone"
        )
    return data
