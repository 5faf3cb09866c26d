"""Keeps a draft and its file one: saves the draft, takes in what others change, and loses neither side."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable
from pathlib import Path

from ..errors import ConflictError, FormatError, ReadOnlyError
from ..model.formats import FORMAT
from ..model.patch import Plain
from .brief_disk import BriefDisk, OnDisk
from .draft import Draft
from .history import Mark

OUTSIDE = "changed outside"
"""The label of the step that a change by someone else is."""


class Keeper:
    """The draft of a brief, its file, and what is known to be in the file.

    `save` runs in a thread of its own; everything else in the thread of the face.
    """

    def __init__(self, draft: Draft, disk: BriefDisk, saved: Mark, there: OnDisk, tell: Callable[[str], None]) -> None:
        self.draft = draft
        self.changing = threading.RLock()
        """Held while the draft changes; taken after `_file`, never before it."""
        self._file = threading.RLock()
        self._disk = disk
        self._saved = saved
        self._there: OnDisk | None = there
        self._comments = there.comments()
        self._conflict: Path | None = None
        self._kept: Plain | None = None
        self._unreadable = ""
        self._tell = tell

    @property
    def unsaved(self) -> bool:
        """Whether the draft has something that the file lacks."""
        return self.draft.document != self._saved.document

    @property
    def sha256(self) -> str:
        """The hash of the file as it was last written or read."""
        return self._saved.sha256

    def save(self) -> None:
        """Write the file, if it lacks something.

        Raises:
            ConflictError: where it is not what was last written or read; nothing is written then.
            StorageError: when it cannot be written; the edits stay in the journal.
        """
        with self._file:
            with self.changing:
                brief, document, change = self.draft.brief, self.draft.document, self.draft.history.changes
            if document == self._saved.document:
                return
            there = self._disk.read()
            if there is not None and there.sha256 != self._saved.sha256:
                raise ConflictError("it was changed outside", where=self._disk.path.name)
            data = self._disk.rendered(brief, self._comments)
            sha256 = hashlib.sha256(data).hexdigest()
            with self.changing:
                self.draft.writing(sha256, change)
            copy = self._disk.replace(data, there)
            with self.changing:
                self.draft.wrote(sha256, change)
            self._saved = Mark(sha256, document)
            self._there = OnDisk(data, sha256, self._disk.signature())
        if copy:
            self._tell(f"{self._disk.path.name} is written anew; as it was, with its comments, it is kept at {copy}")

    def save_or_meet(self) -> None:
        """Write the file or, where someone else changed it, take that in.

        Raises:
            ConflictError: where ours had to be kept beside it.
            ReadOnlyError, StorageError: as `save` and `meet` do.
        """
        with self._file:
            try:
                self.save()
            except ConflictError:
                if self.meet():
                    message = "it was changed outside while an edit of yours was not yet in it"
                    name = self._conflict.name if self._conflict else ""
                    raise ConflictError(message, where=self._disk.path.name, hint=f"yours is in {name}") from None

    def look(self) -> None:
        """Take in what someone else did to the file, if nothing is being saved at this moment.

        Raises:
            ReadOnlyError: where it has a newer format now.
            StorageError: where it cannot be read, or ours cannot be kept beside it.
        """
        if self._file.acquire(blocking=False):
            try:
                if self._disk.signature() != (self._there.signature if self._there else None):
                    self.meet()
            finally:
                self._file.release()

    def meet(self) -> bool:
        """Take in what the file holds now; tell whether ours had to be kept beside it.

        Raises:
            ReadOnlyError: where it has a newer format now.
            StorageError: where it cannot be read, or ours cannot be kept beside it.
        """
        with self._file, self.changing:
            there = self._disk.read()
            kept = False
            if there is None:
                if self._there is not None:
                    self._tell(f"{self._disk.path.name} was deleted outside; the next edit writes it again")
            elif there.sha256 != self._saved.sha256:
                kept = self._take_in(there)
                self._comments = there.comments()
            self._there = there
            return kept

    def _take_in(self, there: OnDisk) -> bool:
        name, unsaved = self._disk.path.name, self.unsaved
        try:
            theirs, number = self._disk.parse(there)
        except FormatError as error:
            if there.sha256 != self._unreadable:
                self._tell(f"{name} was changed outside and cannot be read; the brief stays as it is here. {error}")
            again = self._conflict if self._unreadable else None
            self._unreadable = there.sha256
            return unsaved and self._keep_ours(again)
        self._unreadable = ""
        if number > FORMAT:
            kept = unsaved and self._keep_ours()
            hint = f"yours is in {self._conflict.name}" if kept and self._conflict else ""
            raise ReadOnlyError(f"format {number} is newer than this program", where=name, hint=hint)
        kept = False
        if self.draft.differs(theirs):
            kept = unsaved and self._keep_ours()
            self.draft.begin(self.sha256)
            self.draft.edit(theirs, OUTSIDE)
            self._tell(
                f"{name} was changed outside while an edit of yours was not yet in it; undo brings yours back"
                if kept
                else f"{name} was changed outside; undo takes that back"
            )
        self.draft.begin(there.sha256)
        self.draft.wrote(there.sha256, self.draft.history.changes)
        self._saved = Mark(there.sha256, self.draft.document)
        return kept

    def _keep_ours(self, path: Path | None = None) -> bool:
        """Keep the draft beside the file, once for each state of it."""
        if self._kept is not self.draft.document:
            self._conflict = self._disk.keep_conflict(self.draft.brief, path)
            self._kept = self.draft.document
            self._tell(f"yours is kept in {self._conflict.name}")
        return True
