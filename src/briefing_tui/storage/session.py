"""An open brief: every edit is on the disk before the key returns, and none is ever lost."""

from __future__ import annotations

import atexit
import os
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from ..errors import BriefingError, ConflictError, HeldError, NotFoundError, ReadOnlyError, StorageError
from ..model.brief import Brief
from ..support.text_files import display_name
from .brief_disk import BriefDisk
from .brief_files import trash
from .journal import Journal, journal_path
from .keeper import Keeper
from .locks import BriefLock
from .opening import open_keeper, read_brief_and_journal
from .saver import Saver


class BriefSession:
    """A brief that is open for editing or for reading; see `open`."""

    read_only: str
    """Why it cannot be edited here: empty, or who holds it, or what stands in the way."""
    messages: list[str]
    """All that the user should know, in order; `poll` gives what is new of it."""

    def __init__(self, path: Path, state_dir: Path) -> None:
        self.path = path
        self._state_dir = state_dir
        self.read_only = ""
        self.messages = []
        self._told = 0
        self._holder = ""
        self._closed = False
        self._trouble = False
        self._lock = BriefLock(path)
        self._disk = BriefDisk(path, state_dir)
        self._journal = Journal(journal_path(path, state_dir))
        self._saver = Saver(self._save)
        self._signature = self._disk.signature()
        self._read = Brief(path.stem)
        self._keeper: Keeper | None = None

    @classmethod
    def open(cls, path: Path, state_dir: Path, *, write: bool = True) -> BriefSession:
        """Open a brief and take up what its journal has and its file lacks.

        Args:
            path: its file.
            state_dir: where journals are kept.
            write: without it nothing is locked and nothing written.

        Raises:
            NotFoundError: where there is no such brief.
            StorageError: where it cannot be read.
            FormatError: where it is no brief, with line and field.
        """
        session = cls(path, state_dir)
        if session._signature is None:
            raise NotFoundError(f"no brief '{path.stem}'", where=display_name(path))
        session.read_only = session._take_lock() if write else "opened for reading only"
        try:
            session._start()
        except BaseException:
            session._lock.release()
            raise
        atexit.register(session.close)
        return session

    @property
    def brief(self) -> Brief:
        """The brief as it is now."""
        return self._keeper.draft.brief if self._keeper else self._read

    @property
    def dropped(self) -> int:
        """Steps that can no longer be taken back, because the oldest were dropped."""
        return self._keeper.draft.history.dropped if self._keeper else 0

    def require_writable(self) -> None:
        """Do nothing where the brief can be edited.

        Raises:
            HeldError, ReadOnlyError: as for `edit`.
        """
        self._writable()

    def edit(self, new: Brief, label: str) -> None:
        """Make a step of a new value; it is in the journal, on the disk, when this returns.

        Raises:
            HeldError: where someone else holds the brief.
            ReadOnlyError: where it cannot be edited for another reason.
            InvalidError: for a text that no file can hold.
            StorageError: when the journal cannot be written; the brief is then as it was.
        """
        keeper = self._writable()
        with keeper.changing:
            keeper.draft.begin(keeper.sha256)
            changed = keeper.draft.edit(replace(new, id=self.path.stem), label)
        if changed:
            self._saver.edited()

    def undo(self) -> str | None:
        """Take the last step back; its label, `None` where there is none.

        Raises:
            StorageError: as for `edit`.
        """
        keeper = self._writable()
        with keeper.changing:
            label = keeper.draft.undo()
        if label is not None:
            self._saver.edited()
        return label

    def redo(self) -> str | None:
        """Do the last step that was taken back again; its label, `None` where there is none.

        Raises:
            StorageError: as for `edit`.
        """
        keeper = self._writable()
        with keeper.changing:
            label = keeper.draft.redo()
        if label is not None:
            self._saver.edited()
        return label

    def typing(self, place: str, text: str) -> None:
        """Keep what is being typed in an open field; an empty text forgets it.

        Raises:
            InvalidError, StorageError: as for `edit`.
        """
        keeper = self._writable()
        with keeper.changing:
            keeper.draft.begin(keeper.sha256)
            keeper.draft.typing(place, text)

    def typed(self) -> dict[str, str]:
        """What was being typed and is not finished, by place."""
        return dict(self._keeper.draft.history.typed) if self._keeper else {}

    def poll(self) -> tuple[str, ...]:
        """Look whether someone else changed the file, and tell what is new since the last time.

        With everything of ours saved, their change becomes a step that can be taken back. With an edit of ours not yet
        in the file it is a conflict: theirs stays, ours is kept in `<id>.conflict.yaml`, and undo brings it back here.
        A brief that is only read follows its file without a word.
        """
        try:
            if not self._closed:
                self._look()
        except BriefingError as error:
            self._tell(str(error))
        news = tuple(self.messages[self._told :])
        self._told += len(news)
        return news

    def flush(self) -> None:
        """Write the file now.

        Raises:
            ConflictError: where someone else changed it meanwhile; ours is then kept beside it.
            StorageError: when it cannot be written; the edits stay in the journal.
        """
        if self._keeper and not self._closed:
            self._keeper.save_or_meet()

    def close(self) -> None:
        """Write what is not yet written and let go of the brief; what goes wrong is told in `messages`."""
        if not self._closed:
            self._end()
            self._lock.release()

    def trash(self) -> Path:
        """Close the brief and move it to the trash folder, its steps with it; nobody else takes it up meanwhile.

        Returns:
            where it lies now.

        Raises:
            HeldError, ReadOnlyError: as for `edit`.
            StorageError: when it cannot be moved; it is closed then, and as it was.
        """
        self._writable()
        self._end()
        gone = False
        try:
            target = trash(self.path, self._state_dir)
            gone = not self.path.resolve().exists()
            return target
        finally:
            self._lock.release(gone=gone)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _end(self) -> None:
        """Write what is not yet written and close everything but the lock."""
        self._saver.end()
        try:
            self.flush()
        except (ConflictError, ReadOnlyError) as error:
            self._tell(str(error))
        except BriefingError as error:
            self._tell(
                f"{_what(error)}; what you did is kept in the journal and comes into the file with the next start"
            )
        self._closed = True
        atexit.unregister(self.close)
        self._journal.close()

    def _take_lock(self) -> str:
        """Take the lock; why not, where that fails."""
        if not os.access(self.path, os.W_OK):
            return f"no permission to write {self.path.name}"
        try:
            self._holder = self._lock.acquire()
        except StorageError as error:
            return error.message
        return f"held by {self._holder}" if self._holder else ""

    def _start(self) -> None:
        if self.read_only:
            self._read = read_brief_and_journal(self._disk, self._journal)
            return
        try:
            self._keeper = open_keeper(self._disk, self._journal, self._tell)
        except StorageError as error:  # of its file or of its journal: what can be read is shown
            self._only_read(error)
        else:
            if self._keeper.unsaved:
                self._saver.edited()

    def _look(self) -> None:
        try:
            if self._keeper:
                self._keeper.look()
            elif (signature := self._disk.signature()) not in (None, self._signature):
                self._read = read_brief_and_journal(self._disk, self._journal)
                self._signature = signature
        except ReadOnlyError as error:
            self._tell(str(error))
            self._only_read(error)

    def _only_read(self, why: StorageError) -> None:
        """Go on without editing: the file has a newer format, or its journal cannot be used."""
        self.read_only = why.message if isinstance(why, ReadOnlyError) else str(why)
        self._keeper = None
        self._lock.release()
        there = self._disk.read()
        if there is not None:
            self._read = self._disk.parse(there)[0]

    def _save(self) -> bool:
        """Save in the background; whether it worked."""
        try:
            if self._keeper:
                self._keeper.save()
        except ConflictError:
            return False  # taken in by the next `poll`, in the thread of the face
        except BriefingError as error:
            if not self._trouble:
                self._tell(f"{_what(error)}; your edits are safe in the journal, and saving is tried again")
            self._trouble = True
            return False
        if self._trouble:
            self._tell(f"{self.path.name} is saved again")
        self._trouble = False
        return True

    def _writable(self) -> Keeper:
        if self._holder:
            raise HeldError(self.read_only, holder=self._holder, where=self.path.stem, hint="close it there first")
        if self._keeper is None or self._closed:
            may = self._closed or os.access(self.path, os.W_OK)
            hint = "" if may else "see who owns the file and what its mode allows, or work on a copy of the brief"
            raise ReadOnlyError(self.read_only or "the brief is closed", where=self.path.stem, hint=hint)
        return self._keeper

    def _tell(self, message: str) -> None:
        if message not in self.messages[-1:]:
            self.messages.append(message)


def _what(error: BriefingError) -> str:
    """What went wrong, without the hint: nothing is to be done again."""
    return f"{error.where}: {error.message}" if error.where else error.message
