"""How a brief is opened: what its file has, what its journal knows of it, and what of that is missing in the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ..errors import FormatError, NotFoundError, ReadOnlyError, StorageError
from ..model.brief import Brief
from ..model.formats import FORMAT
from .brief_disk import BriefDisk, OnDisk
from .brief_files import brief_from_plain
from .draft import Draft
from .history import DamagedError, History, Mark, Past, replay
from .journal import Journal, journal_path
from .keeper import Keeper
from .restoring import way_out


def open_keeper(disk: BriefDisk, journal: Journal, tell: Callable[[str], None]) -> Keeper:
    """Open a brief for editing.

    Where the journal knows the file, the brief is made from the journal and the file is not parsed; what the file lacks
    is in the draft then. Where the file is another, that is a change by someone else while the program did not run.

    Raises:
        ReadOnlyError: for a file of a newer format.
        NotFoundError, StorageError, FormatError: where the file is gone, cannot be read or is no brief.
    """
    there = _there(disk)
    known = _known(disk, journal, there, tell)
    if known is None:
        brief, number = disk.parse(there)
        if number > FORMAT:
            raise ReadOnlyError(f"format {number} is newer than this program", where=disk.path.name)
        draft = Draft(journal, brief)
        keeper = Keeper(draft, disk, Mark(there.sha256, draft.document), there, tell)
    else:
        draft, saved = known
        if saved.sha256 != there.sha256:
            _parsed(disk, there)  # a broken file is said to be broken; the journal waits until it is mended
        keeper = Keeper(draft, disk, saved, there, tell)
        keeper.meet()
    try:
        keeper.draft.begin(there.sha256)
    except StorageError as error:
        tell(f"{error}; no edit can be kept until that is mended")
    return keeper


def read_brief_and_journal(disk: BriefDisk, journal: Journal) -> Brief:
    """A brief for reading: as its journal has it, where that knows the file, else as the file has it.

    Raises:
        NotFoundError, StorageError, FormatError: where the file is gone, cannot be read or is no brief.
    """
    there = _there(disk)
    try:
        past = replay(journal.read())
    except (DamagedError, StorageError):
        past = None
    if past is not None and _mark_for(past, there).sha256 == there.sha256:
        return brief_from_plain(past.history.document, file=disk.path.stem)
    return disk.parse(there)[0] if past is None else _parsed(disk, there)


def typed_in(path: Path, state_dir: Path) -> dict[str, str]:
    """What was being typed in a brief and is not finished, by place; nothing where its journal cannot be read."""
    try:
        past = replay(Journal(journal_path(path, state_dir)).read())
    except (DamagedError, StorageError):
        return {}
    return dict(past.history.typed) if past else {}


def _parsed(disk: BriefDisk, there: OnDisk) -> Brief:
    """The brief in a file whose journal knows what it held before, which is said where it cannot be read."""
    try:
        return disk.parse(there)[0]
    except FormatError as error:
        if error.field == "format":  # a newer version made it
            raise
        hint = "; or ".join(filter(None, (error.hint, way_out(disk.path.stem))))
        raise FormatError(error.message, file=error.file, line=error.line, field=error.field, hint=hint) from None


def _there(disk: BriefDisk) -> OnDisk:
    there = disk.read()
    if there is None:
        raise NotFoundError(f"no brief '{disk.path.stem}'", where=disk.path.name)
    return there


def _known(disk: BriefDisk, journal: Journal, there: OnDisk, tell: Callable[[str], None]) -> tuple[Draft, Mark] | None:
    """What the journal makes of the brief, and what it knows of the file; a damaged one is set aside."""
    try:
        records = journal.read()
        past = replay(records)
        if past is None:
            return None
        saved = _mark_for(past, there)
        brief = brief_from_plain(past.history.document, file=disk.path.stem)
    except (DamagedError, FormatError) as error:
        aside = journal.set_aside()
        tell(f"the journal is damaged ({error}) and kept as {aside}; the brief is as its file has it, undo begins anew")
        return None
    history = past.history
    if saved.sha256 == there.sha256 and saved.document == history.document and history.overgrown(len(records)):
        history = _shortened(history, saved, journal, tell)
    return Draft(journal, brief, history), saved


def _mark_for(past: Past, there: OnDisk) -> Mark:
    """The mark of the file as it is, else the last that is certain."""
    return next((m for m in reversed(past.tried) if m.sha256 == there.sha256), past.written)


def _shortened(history: History, saved: Mark, journal: Journal, tell: Callable[[str], None]) -> History:
    """Make a journal that has grown long anew, without the steps beyond those that are kept."""
    short = history.shortened()
    try:
        journal.replace(short.records(saved.sha256))
    except StorageError:
        return history  # a long journal does no harm; the next start tries again
    if dropped := short.dropped - history.dropped:
        tell(f"the oldest {dropped:,} steps were dropped; the last {len(short.steps):,} can be taken back")
    return short
