"""A brief whose file is broken or gone, brought back as its journal has it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ..errors import FormatError, HeldError, InvalidError, NotFoundError, StorageError
from ..support import atomic
from .brief_disk import BriefDisk, OnDisk
from .brief_files import brief_from_plain
from .history import DamagedError, History, replay
from .journal import Journal, journal_path
from .locks import BriefLock

BROKEN = ".broken"
"""Ends the name of the file as it was, beside the one that is brought back; a number follows where it is taken."""


def restore(path: Path, state_dir: Path) -> Path | None:
    """Write a brief's file anew as its journal has it; all of its steps can be undone as before.

    Args:
        path: the file, which cannot be read as a brief, or is gone.
        state_dir: where journals are kept.

    Returns:
        where the file lies as it was; `None` where there was none.

    Raises:
        InvalidError: where the file can be read.
        NotFoundError: where the journal knows nothing of the brief.
        HeldError: where someone has it open.
        StorageError: where something cannot be read or written.
    """
    disk, journal, lock = BriefDisk(path, state_dir), Journal(journal_path(path, state_dir)), BriefLock(path)
    history = _remembered(journal, path)
    holder = lock.acquire()
    if holder:
        hint = "close it there, and try again"
        raise HeldError(f"held by {holder}", holder=holder, where=path.name, hint=hint)
    try:
        there = disk.read()
        _refuse_readable(disk, there)
        return _write(disk, journal, history, there)
    finally:
        journal.close()
        lock.release()


def can_be_restored(path: Path, state_dir: Path) -> bool:
    """Whether there is a journal from which a brief may be brought back."""
    try:
        return journal_path(path, state_dir).is_file()
    except (OSError, ValueError):  # a name that no file can have
        return False


def restore_command(brief_id: str) -> str:
    """The command that brings a brief back, as messages name it."""
    return f"`briefing brief restore {brief_id}`"


def way_out(brief_id: str) -> str:
    """What is said of a brief that can be brought back."""
    return f"{restore_command(brief_id)} brings back what it held last"


def _remembered(journal: Journal, path: Path) -> History:
    try:
        past = replay(journal.read())
    except DamagedError as error:
        hint = "bring it back from a copy or from version control"
        raise StorageError(f"its journal is damaged: {error}", where=str(journal.path), hint=hint) from error
    if past is None:
        hint = "bring it back from a copy or from version control"
        raise NotFoundError(f"nothing is known of the brief '{path.stem}' here", where=path.name, hint=hint)
    return past.history


def _refuse_readable(disk: BriefDisk, there: OnDisk | None) -> None:
    """A file that can be read has a value of its own: undo goes back from it, step by step."""
    if there is None:
        return
    try:
        disk.parse(there)
    except FormatError:
        return
    hint = "`briefing brief undo` takes back what was changed in it"
    raise InvalidError("the file can be read, so there is nothing to bring back", where=disk.path.name, hint=hint)


def _write(disk: BriefDisk, journal: Journal, history: History, there: OnDisk | None) -> Path | None:
    document = {**history.document, "last-ids": history.last_ids}
    data = disk.rendered(brief_from_plain(document, file=disk.path.stem), "")
    sha256 = hashlib.sha256(data).hexdigest()
    aside = _kept(disk.path, there) if there else None
    journal.append({"writing": sha256, "change": history.changes})
    atomic.write_bytes(disk.path, data)
    journal.append({"wrote": sha256, "change": history.changes})
    return aside


def _kept(path: Path, there: OnDisk) -> Path:
    """The bytes of the file beside it, under a name that no brief has."""
    aside, n = path.with_name(path.name + BROKEN), 2
    while aside.exists() and aside.read_bytes() != there.data:
        aside, n = path.with_name(f"{path.name}{BROKEN}-{n}"), n + 1
    atomic.write_bytes(aside, there.data)
    return aside
