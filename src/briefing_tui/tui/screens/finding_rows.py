"""Findings as rows: those that stand, gravest first, and at the end, dimmed, those that somebody suppressed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...model import Brief, Checklist, Finding, Severity, Suppressed
from ...workspace import entries
from ...workspace.rule_facts import why_suppressed
from ...workspace.source_names import with_names
from ..lines import Line, Piece, fit, line, trim, wrap
from ..wording import count

SIGNS = {
    Severity.ERROR: Piece("✗ ", "bad"),
    Severity.WARNING: Piece("! ", "warn"),
    Severity.NOTE: Piece("· ", "dim"),
}
SET_ASIDE = Piece("– ", "dim")
BEFORE = 17
"""Cells before a message."""
NAMES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "remark"}
"""What the screen calls the weights; a note is something else there, a footnote."""


@dataclass(frozen=True, slots=True)
class FindingRows:
    """Findings under a heading for each weight, then the suppressed ones under their own."""

    brief: Brief
    rows: Sequence[Finding | Suppressed | str]
    """A text is a heading."""
    names: Mapping[str, str]
    """What the sources are called, by article id."""

    @classmethod
    def of(cls, brief: Brief, found: Checklist, names: Mapping[str, str]) -> FindingRows:
        """Group findings by weight."""
        rows: list[Finding | Suppressed | str] = []
        for severity in Severity:
            group = [f for f in found.findings if f.severity is severity]
            rows += [count(len(group), NAMES[severity]), *group] if group else []
        if found.suppressed:
            rows += [f"{len(found.suppressed)} suppressed, with a reason", *found.suppressed]
        return cls(brief, rows, names)

    def __len__(self) -> int:
        return len(self.rows)

    def key(self, index: int) -> str:
        """Place and rule, with the row's number, as one rule can hold twice for a place; of a heading its words."""
        row = self.rows[index]
        if isinstance(row, str):
            return row
        found = row.finding if isinstance(row, Suppressed) else row
        return f"{found.place}\n{found.rule}\n{index}"

    def at(self, key: str) -> Finding | Suppressed | None:
        """The row with a key; `None` for a heading."""
        number = key.rpartition("\n")[2]
        row = self.rows[int(number)] if "\n" in key else ""
        return None if isinstance(row, str) else row

    def line(self, index: int, width: int) -> Line:
        """Weight, place, what is wrong."""
        row = self.rows[index]
        if isinstance(row, str):
            return line(Piece(row, "strong"))
        aside = isinstance(row, Suppressed)
        found = row.finding if isinstance(row, Suppressed) else row
        place = entries.label(self.brief, found.place).removeprefix("the ") if found.place else "brief"
        first, *more = wrap(with_names(found.message, self.names), width - BEFORE - 2)
        said = Piece(f" {first} …" if more else f" {first}", "dim" if aside else "plain")
        return trim(
            line("  ", SET_ASIDE if aside else SIGNS[found.severity], Piece(fit(place, 12), "dim"), said), width
        )

    def opened(self, index: int, width: int) -> Sequence[Line]:
        """The rest of the message, and what to do or why it is suppressed."""
        row = self.rows[index]
        if isinstance(row, str):
            return ()
        found = row.finding if isinstance(row, Suppressed) else row
        after = why_suppressed(row) if isinstance(row, Suppressed) else found.hint
        lines = [Piece(part) for part in wrap(with_names(found.message, self.names), width - BEFORE - 2)[1:]]
        lines += [Piece(part, "accent") for part in wrap(after, width - BEFORE - 2)] if after else []
        return [line(" " * BEFORE, piece) for piece in lines]
