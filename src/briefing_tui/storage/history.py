"""The steps of a brief: what was changed, how to take it back, and how a journal's records make it all again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..model import patch
from ..model.patch import Patch, Plain

KEPT = 10_000
"""Steps that can be taken back at least."""
_SLACK = 1_000
"""Steps beyond them before the oldest are dropped, so that a journal is not made anew at every start."""
_STALE = 2_000
"""Records of other kinds than edits, beyond twice the edits, before a journal is made anew without them."""

Record = dict[str, Any]


class DamagedError(ValueError):
    """Records that do not fit together."""


@dataclass(frozen=True, slots=True)
class Step:
    """One edit: what people call it, what it changed, and when."""

    label: str
    patch: Patch
    at: str

    def record(self) -> Record:
        """The step as a journal has it."""
        return {"edit": self.label, "at": self.at, "patch": self.patch}


@dataclass(slots=True)
class History:
    """A document with the steps that led to it and those that were taken back."""

    document: Plain
    """Without `last-ids`: they never go down, so no step holds them."""
    last_ids: dict[str, int] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    position: int = 0
    """Steps that are in the document; the others were taken back."""
    dropped: int = 0
    """Steps that were the oldest and can no longer be taken back."""
    changes: int = 0
    """Edits, undos and redos since the journal began."""
    typed: dict[str, str] = field(default_factory=dict)
    """What was being typed, by place."""

    def edit(self, step: Step, document: Plain) -> None:
        """Take in an edit; what was undone before it can no longer be done again."""
        del self.steps[self.position :]
        self.steps.append(step)
        self.position += 1
        self.changes += 1
        self.document = document

    def before(self) -> Plain:
        """The document without the last step."""
        return patch.apply(patch.invert(self.steps[self.position - 1].patch), self.document)

    def after(self) -> Plain:
        """The document with the next step that was taken back."""
        return patch.apply(self.steps[self.position].patch, self.document)

    def move(self, by: int, document: Plain) -> None:
        """Take back (-1) or do again (1) a step."""
        self.position += by
        self.changes += 1
        self.document = document

    def raise_ids(self, ids: Mapping[str, int]) -> None:
        """Remember the highest numbers given."""
        for letter, n in ids.items():
            self.last_ids[letter] = max(int(n), self.last_ids.get(letter, 0))

    def type(self, place: str, text: str) -> None:
        """Remember, or for an empty text forget, what is being typed."""
        self.typed[place] = text
        if not text:
            del self.typed[place]

    def overgrown(self, records: int) -> bool:
        """Whether a journal of so many records should be made anew."""
        return len(self.steps) > KEPT + _SLACK or records > 3 * len(self.steps) + _STALE

    def shortened(self) -> History:
        """The same with the oldest steps dropped."""
        cut = min(max(0, len(self.steps) - KEPT), self.position)
        steps = self.steps[cut:]
        changes = len(steps) + len(self.steps) - self.position  # as its records will make them
        return History(
            self.document, self.last_ids, steps, self.position - cut, self.dropped + cut, changes, self.typed
        )

    def records(self, sha256: str) -> list[Record]:
        """The shortest journal that makes this history, for a file of that hash which holds its document."""
        first = self.document
        for step in reversed(self.steps[: self.position]):
            first = patch.apply(patch.invert(step.patch), first)
        undone = len(self.steps) - self.position
        return [
            head(first, self.last_ids, "", self.dropped),
            *(step.record() for step in self.steps),
            *({"undo": True} for _ in range(undone)),
            *({"typing": place, "text": text} for place, text in self.typed.items()),
            {"wrote": sha256, "change": len(self.steps) + undone},
        ]


@dataclass(frozen=True, slots=True)
class Mark:
    """What the file of the brief holds, or may hold: the hash of its bytes and the document in it."""

    sha256: str
    document: Plain


@dataclass(frozen=True, slots=True)
class Past:
    """What a journal tells: the history, and what it knows of the file."""

    history: History
    written: Mark
    """What the file held for certain."""
    tried: tuple[Mark, ...]
    """What it holds if the program was stopped before it could note that it had written it."""


def head(document: Plain, last_ids: Mapping[str, int], sha256: str, dropped: int = 0) -> Record:
    """The first record of a journal; `sha256` is of the file that holds the document, empty where a later one says."""
    return {"journal": 1, "sha256": sha256, "document": document, "last-ids": dict(last_ids), "dropped": dropped}


def replay(records: Sequence[Record]) -> Past | None:
    """Make again what the records of a journal tell; `None` where there are none.

    Raises:
        DamagedError: where they do not fit together.
    """
    if not records:
        return None
    try:
        return _replay(records)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        raise DamagedError(str(error)) from error


def _replay(records: Sequence[Record]) -> Past:
    first = records[0]
    if first["journal"] != 1:
        raise DamagedError(f"a journal of kind {first['journal']}")
    history = History(first["document"], dropped=int(first["dropped"]))
    history.raise_ids(first["last-ids"])
    wanted, written, tried = _marks(records)
    documents = {0: history.document}
    for record in records[1:]:
        _repeat(history, record)
        if history.changes in wanted:
            documents[history.changes] = history.document

    def mark(of: Record) -> Mark:
        return Mark(of["sha256"], documents[of["change"]])

    return Past(history, mark(written), tuple(map(mark, tried)))


def _marks(records: Sequence[Record]) -> tuple[set[int], Record, list[Record]]:
    """The changes that marks hold, the last mark that is certain, and those tried since."""
    written: Record = {"sha256": records[0]["sha256"], "change": 0}
    tried: list[Record] = []
    for record in records:
        if "writing" in record:
            tried.append({"sha256": record["writing"], "change": record["change"]})
        elif "wrote" in record:
            written, tried = {"sha256": record["wrote"], "change": record["change"]}, []
    return {r["change"] for r in (written, *tried)}, written, tried


def _repeat(history: History, record: Record) -> None:
    history.raise_ids(record.get("last-ids", {}))
    if "edit" in record:
        step = Step(record["edit"], record["patch"], record["at"])
        history.edit(step, patch.apply(step.patch, history.document))
    elif "undo" in record:
        history.move(-1, history.before())
    elif "redo" in record:
        history.move(1, history.after())
    elif "typing" in record:
        history.type(record["typing"], record["text"])
    elif "writing" not in record and "wrote" not in record:
        raise DamagedError(f"no known record: {sorted(record)}")
