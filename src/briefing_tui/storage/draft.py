"""A brief in memory and its journal: whatever changes here is in the journal first."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from ..model import patch
from ..model.brief import Brief
from ..model.edits import last_id
from ..model.patch import Plain
from .brief_files import brief_from_plain
from .brief_plain import LETTERS, PlainWriter
from .history import History, Record, Step, head
from .journal import Journal


class Draft:
    """The brief as it is now, with the steps that can be taken back."""

    def __init__(self, journal: Journal, brief: Brief, history: History | None = None) -> None:
        self.brief = brief
        self._journal = journal
        self._plain = PlainWriter()
        self._begun = history is not None
        self._unkept: set[str] = set()
        """Places whose text the journal could not take."""
        self.history = history or History(self._plain.write(brief))
        self._settle(brief, _highest(brief))

    @property
    def document(self) -> Plain:
        """The brief as a plain document without `last-ids`; a new object for every change."""
        return self.history.document

    def begin(self, sha256: str) -> None:
        """Begin the journal, where that has not been done, for a file with this hash.

        Raises:
            StorageError: when it cannot be written.
        """
        if not self._begun:
            self._journal.replace([head(self.document, self.history.last_ids, sha256)])
            self._begun = True

    def differs(self, other: Brief) -> bool:
        """Whether another value says something else."""
        return self._plain.write(other) != self.document

    def edit(self, new: Brief, label: str) -> bool:
        """Make a step of a new value; tell whether it differs.

        Raises:
            InvalidError: for a text that no file can hold.
            StorageError: when the journal cannot be written; nothing has changed then.
        """
        document = self._plain.write(new)
        changes = patch.diff(self.document, document)
        highest = _highest(new)
        if changes:
            step = Step(label, changes, datetime.now(UTC).isoformat(timespec="seconds"))
            self._journal.append({**step.record(), "last-ids": highest})
            self.history.edit(step, document)
        self._settle(new, highest)
        return bool(changes)

    def undo(self) -> str | None:
        """Take the last step back; its label, `None` where there is none.

        Raises:
            StorageError: when the journal cannot be written; nothing has changed then.
        """
        if not self.history.position:
            return None
        label = self.history.steps[self.history.position - 1].label
        self._move(-1, self.history.before(), {"undo": True})
        return label

    def redo(self) -> str | None:
        """Do the last step that was taken back again; its label, `None` where there is none.

        Raises:
            StorageError: when the journal cannot be written; nothing has changed then.
        """
        if self.history.position == len(self.history.steps):
            return None
        label = self.history.steps[self.history.position].label
        self._move(1, self.history.after(), {"redo": True})
        return label

    def typing(self, place: str, text: str) -> None:
        """Remember what is being typed at a place; an empty text forgets it.

        Raises:
            InvalidError: for a text that no file can hold.
            StorageError: when the journal cannot be written; it is remembered as long as the program runs, and comes
                into the journal with the next text at this place.
        """
        if self.history.typed.get(place, "") != text or place in self._unkept:
            self.history.type(place, text)
            self._unkept.add(place)
            self._journal.append({"typing": place, "text": text})
            self._unkept.discard(place)

    def writing(self, sha256: str, change: int) -> None:
        """Note that the file is about to hold what the brief was after that change."""
        self._journal.append({"writing": sha256, "change": change})

    def wrote(self, sha256: str, change: int) -> None:
        """Note that it does."""
        self._journal.append({"wrote": sha256, "change": change}, sync=False)

    def _move(self, by: int, document: Plain, record: Record) -> None:
        brief = brief_from_plain(document, file=self.brief.id)
        self._journal.append(record)
        self.history.move(by, document)
        self._settle(brief, _highest(brief))

    def _settle(self, brief: Brief, highest: dict[str, int]) -> None:
        """Take a value as the current one; it knows the highest ids that were ever given."""
        self.history.raise_ids(highest)
        ids = self.history.last_ids
        self.brief = brief if brief.last_ids == ids else replace(brief, last_ids=dict(ids))


def _highest(brief: Brief) -> dict[str, int]:
    """The highest number of each letter, those that the program does not know included."""
    found = {letter: last_id(brief, letter) for letter in LETTERS}
    return {k: n for k, n in {**brief.last_ids, **found}.items() if n}
