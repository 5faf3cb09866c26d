"""The files that a call names: folders walked, standard input read, each with its bytes."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG

from ...errors import BriefingError, ImportFailedError
from ...ingest import largest, suffixes
from ...support import atomic
from .outcome import Failed

STANDARD_INPUT = Path("-")
PASTED = "pasted.txt"
"""The name that text without a file gets."""
_UNDECODED = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Found:
    """What paths stand for."""

    files: tuple[Path, ...]
    skipped: int
    """Files in folders that cannot be imported, by their suffix."""
    failed: tuple[Failed, ...] = ()
    """Folders that cannot be looked into."""


def walk(paths: Sequence[Path]) -> Found:
    """Files as they are named; folders with what can be imported in them, hidden ones left out, circles walked once."""
    files: dict[Path, None] = {}
    failed: list[Failed] = []
    skipped = 0
    for path in paths:
        # Not `Path.is_dir`, which fails for a name that is too long instead of saying no.
        if path == STANDARD_INPUT or not os.path.isdir(path):  # noqa: PTH112
            files[path] = None
            continue
        for inside in _files(path, failed):
            if inside.suffix.lower() in suffixes():
                files[inside] = None
            else:
                skipped += 1
    return Found(tuple(files), skipped, tuple(failed))


def _files(folder: Path, failed: list[Failed]) -> Iterator[Path]:
    """All visible files under a folder, in order; through symbolic links too, but into no folder twice."""

    def unreadable(error: OSError) -> None:
        where = Path(error.filename)
        failed.append(Failed(shown(where), in_plain_words(error, where)))

    seen: set[tuple[int, int]] = set()
    for root, folders, names in os.walk(folder, followlinks=True, onerror=unreadable):
        try:
            status = os.stat(root)  # noqa: PTH116 - a text already, and there may be many
        except OSError as error:
            unreadable(error)
            folders.clear()
            continue
        if (status.st_dev, status.st_ino) in seen:
            folders.clear()
            continue
        seen.add((status.st_dev, status.st_ino))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            if not name.startswith(".") and _may_be_file(path):
                yield path


def _may_be_file(path: Path) -> bool:
    """Whether it is a file, or may be one: why it cannot be read is said where it is."""
    try:
        return S_ISREG(path.stat().st_mode)
    except FileNotFoundError:
        return False
    except OSError:
        return True


def shown(path: Path) -> str:
    """A path as text that can be written: what is not UTF-8 in it is replaced."""
    return _UNDECODED.sub("\N{REPLACEMENT CHARACTER}", str(path))


def file_name(path: Path) -> str:
    """The name that a document's original is kept under."""
    return PASTED if path == STANDARD_INPUT else Path(shown(path)).name


def in_plain_words(error: Exception, path: Path) -> BriefingError:
    """What went wrong with one file, whatever it was."""
    if isinstance(error, BriefingError):
        return error
    if isinstance(error, OSError):
        return atomic.storage_error(error, Path(shown(path)), "cannot be imported")
    if isinstance(error, MemoryError):
        return ImportFailedError("there is not enough memory for it", where=shown(path), hint="close some programs")
    what = f"it cannot be imported: {type(error).__name__}: {_UNDECODED.sub('?', str(error))[:200]}"
    return ImportFailedError(what, where=shown(path), hint="open and save it again, or import its text as .txt")


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
            raise ImportFailedError(f"this is {what}", where=shown(path), hint="check the path")
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise atomic.storage_error(error, Path(shown(path)), "cannot be read") from error
    if len(data) > limit:
        raise ImportFailedError(
            f"the file is larger than {limit // 2**20} MB", where=shown(path), hint="split it, or import its text alone"
        )
    return data
