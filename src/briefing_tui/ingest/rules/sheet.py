"""A document while the rules look at it: which blocks are no text, and what has been found out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ...model import Shape, SourceBlock, State
from ..document import Block, Clue, Dropped

EVIDENCE = 90
"""Characters of a line that are shown as evidence."""


@dataclass(slots=True)
class Sheet:
    """Blocks with the marks that rules put on them; the blocks themselves never change."""

    blocks: tuple[Block, ...]
    kinds: list[str] = field(default_factory=list)
    """By block: what kind of furniture it is, empty for the text."""
    clues: dict[str, Clue] = field(default_factory=dict)
    absent: dict[str, str] = field(default_factory=dict)
    """By field: why a line that looks like it was not taken for it."""
    warnings: list[str] = field(default_factory=list)
    body: int = 0
    """Index of the first block of the text."""

    def __post_init__(self) -> None:
        self.kinds = [block.kind if block.shape is Shape.FURNITURE else "" for block in self.blocks]

    def open(self, start: int = 0, end: int | None = None) -> list[int]:
        """Indices of the blocks that are still text, in order."""
        return [i for i in range(start, len(self.blocks) if end is None else end) if not self.kinds[i]]

    def after(self, index: int) -> Iterator[int]:
        """Indices of the blocks after one that are still text."""
        return (i for i in range(index + 1, len(self.blocks)) if not self.kinds[i])

    def following(self, index: int) -> int | None:
        """The next block that is still text."""
        return next(self.after(index), None)

    def drop(self, index: int, kind: str) -> None:
        """Mark a block as furniture of a kind."""
        self.kinds[index] = kind

    def claim(self, name: str, value: Any, evidence: str, *, state: State = State.STATED) -> None:
        """State a field by its CSL name; what is stated goes before what is inferred, the first before the next."""
        known = self.clues.get(name)
        if value and (known is None or (known.state is State.INFERRED and state is State.STATED)):
            self.clues[name] = Clue(value, state, evidence)

    def line(self, index: int, note: str = "", *, shown: str = "") -> str:
        """A block as evidence: 'line 7: By …', cut to its beginning."""
        text = shown or " ".join(self.blocks[index].text.split())
        if len(text) > EVIDENCE:
            text = text[: EVIDENCE - 1].rsplit(" ", 1)[0] + " …"
        return f"line {self.blocks[index].number}: {text}" + (f", {note}" if note else "")

    def texts(self, indices: Iterable[int]) -> Iterator[str]:
        """The words of some blocks."""
        return (self.blocks[i].text for i in indices)

    def dropped(self) -> tuple[Dropped, ...]:
        """All lines that are no text, in order."""
        return tuple(
            Dropped(line.number, kind, line.text.strip())
            for block, kind in zip(self.blocks, self.kinds, strict=True)
            if kind
            for line in block.lines
            if line.text.strip()
        )

    def outcome(self) -> tuple[SourceBlock, ...]:
        """Every block with what became of it, in order; the document's own header is none of them."""
        return tuple(
            SourceBlock(block.number, block.lines[-1].number, block.text, block.shape, kind)
            for block, kind in zip(self.blocks, self.kinds, strict=True)
        )
