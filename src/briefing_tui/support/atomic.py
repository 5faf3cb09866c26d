"""Whole files or none: a reader, a crash or a full disk never meets a half-written one."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from ..errors import InvalidError, StorageError

_NAME = 40
"""Characters of a file's name in that of the one that is written beside it."""
_PLAIN_WORDS = {
    errno.ENOSPC: ("the disk is full", "free some space and try again; what was there is untouched"),
    errno.EDQUOT: ("your quota on this disk is used up", "free some space and try again; what was there is untouched"),
    errno.EFBIG: ("the file may not grow this large here", "raise the limit on file sizes and try again"),
    errno.EROFS: ("this disk is read-only", "choose a place that can be written"),
    errno.EACCES: ("no permission", "see who owns it and what its mode allows"),
    errno.EPERM: ("no permission", "see who owns it and what its mode allows"),
    errno.ENOENT: ("it is not there", "see whether it was moved or deleted"),
    errno.ENOTDIR: ("one of its folders is a file", "see what stands in the way"),
    errno.EISDIR: ("it is a folder", "see what stands in the way"),
    errno.ENAMETOOLONG: ("the name is too long", "choose a shorter one"),
    errno.EMFILE: ("too many files are open", "close some programs and try again"),
}


def write_text(path: Path, text: str) -> None:
    """Put a text in place of a file, as UTF-8 with the line ends that it has.

    Raises:
        InvalidError: for half a surrogate pair, which no file can hold.
        StorageError: when it cannot be written; the file is then as it was.
    """
    write_bytes(path, encoded(text, where=str(path)))


def create_text(path: Path, text: str) -> None:
    """Make a file that is not there yet; of several who try at once, one does.

    Raises:
        FileExistsError: where something has that name.
        InvalidError, StorageError: as for `write_text`.
    """
    create_bytes(path, encoded(text, where=str(path)))


def create_bytes(path: Path, data: bytes) -> None:
    """Make a file that is not there yet; of several who try at once, one does.

    Raises:
        FileExistsError: where something has that name.
        StorageError: as for `write_bytes`.
    """
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666))
    except FileExistsError:
        raise
    except OSError as error:
        raise storage_error(error, path, "cannot be written") from error
    try:
        write_bytes(path, data)
    except StorageError:
        with suppress(OSError):
            path.unlink()  # empty, and ours
        raise


def write_bytes(path: Path, data: bytes) -> None:
    """Put bytes in place of a file: written beside it, forced to the disk, then renamed.

    A symbolic link stays one: the file that it points to is replaced. The mode of a file that is there is kept.

    Raises:
        StorageError: when it cannot be written; the file is then as it was.
    """
    write_together({path: data})


def write_together(contents: Mapping[Path, bytes]) -> None:
    """Put bytes in place of several files, all of them or none: each is written beside its file before any is renamed.

    Links and modes stay as `write_bytes` has it.

    Raises:
        StorageError: when one cannot be written; all files are then as they were.
    """
    targets = {path.resolve(): data for path, data in contents.items()}
    written: dict[Path, Path] = {}
    before: dict[Path, Path] = {}
    place = next(iter(targets))
    try:
        for place, data in targets.items():
            written[place] = _beside(place, data)
        for place in [*targets][:-1]:  # the last one is there or not, and nothing comes after it
            if place.exists():
                before[place] = _beside(place, place.read_bytes())
        done: list[Path] = []
        try:
            for place, new in written.items():
                new.replace(place)
                done.append(place)
        except OSError:
            for path in done:
                before[path].replace(path) if path in before else path.unlink()
            raise
        for place in {path.parent: path for path in targets}.values():
            sync_folder(place.parent)
    except OSError as error:
        raise storage_error(error, place, "cannot be written") from error
    finally:
        for temporary in (*written.values(), *before.values()):
            with suppress(OSError):
                temporary.unlink()


def _beside(path: Path, data: bytes) -> Path:
    """A file beside another, with its mode, forced to the disk; none stays where that fails."""
    from tempfile import mkstemp  # who only reads does without it

    descriptor, name = mkstemp(prefix=f".{path.name[:_NAME]}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            os.fchmod(file.fileno(), _mode(path))
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    return Path(name)


def append_line(path: Path, line: str) -> None:
    """Add a line to a file, forced to the disk; a line that a crash tore before stays a line of its own.

    Raises:
        InvalidError: for half a surrogate pair, which no file can hold.
        StorageError: when it cannot be written; the file is then as it was.
    """
    data = encoded(f"{line}\n", where=str(path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a+b", buffering=0) as file:
            size = file.seek(0, os.SEEK_END)
            if size and (file.seek(size - 1), file.read(1))[1] != b"\n":
                data = b"\n" + data
            whole = file.write(data) == len(data)
            if not whole:  # what a disk does that is nearly full
                file.truncate(size)
            os.fsync(file.fileno())
    except OSError as error:
        raise storage_error(error, path, "cannot be written") from error
    if not whole:
        raise storage_error(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), path, "cannot be written")


def left_behind(path: Path) -> list[Path]:
    """What writing a file left beside it where the program was killed; none for a name too long to tell them by."""
    if len(path.name) > _NAME:
        return []
    from glob import escape

    return list(path.parent.glob(f".{escape(path.name)}.{'?' * 8}.tmp"))


def sync_folder(folder: Path) -> None:
    """Force the names in a folder to the disk, where the system can."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network file systems refuse this for folders
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def encoded(text: str, *, where: str = "") -> bytes:
    """A text as UTF-8.

    Raises:
        InvalidError: for half a surrogate pair, which no file can hold.
    """
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        hint = f"leave out character {error.start + 1}; it may come from a broken paste"
        raise InvalidError("half a surrogate pair is no character", where=where, hint=hint) from None


def storage_error(error: OSError, path: Path, what: str) -> StorageError:
    """What an `OSError` means, in plain words with what to do."""
    reason, hint = _PLAIN_WORDS.get(error.errno or 0, (error.strerror or str(error), ""))
    return StorageError(f"{what}: {reason}", where=str(path), hint=hint)


def _mode(path: Path) -> int:
    with suppress(OSError):
        return path.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
