"""Findings as rows: those that stand, gravest first, and at the end, dimmed, those that somebody suppressed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ....model import Brief, Checklist, Finding, Severity, Suppressed
from ....workspace.briefing.rule_facts import why_suppressed
from ....workspace.drafting import entries
from ....workspace.drafting.source_names import with_names
from ...lines import Line, Piece, fit, line, trim, wrap
from ...wording import count

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
    keys: Sequence[str] = ()
    """Of each row: of a heading its words, else whether it is suppressed, its place, its rule, and which of these."""

    @classmethod
    def of(cls, brief: Brief, found: Checklist, names: Mapping[str, str]) -> FindingRows:
        """Group findings by weight."""
        rows: list[Finding | Suppressed | str] = []
        for severity in Severity:
            group = [f for f in found.findings if f.severity is severity]
            rows += [count(len(group), NAMES[severity]), *group] if group else []
        if found.suppressed:
            rows += [f"{len(found.suppressed)} suppressed, with a reason", *found.suppressed]
        seen = Counter[str]()
        return cls(brief, rows, names, [_key(row, seen) for row in rows])

    def __len__(self) -> int:
        return len(self.rows)

    def key(self, index: int) -> str:
        """What the row is about."""
        return self.keys[index]

    def at(self, key: str) -> Finding | Suppressed | None:
        """The row with a key; `None` for a heading."""
        row = self.rows[self.keys.index(key)]
        return None if isinstance(row, str) else row

    def nearest(self, before: Sequence[str], key: str) -> str:
        """Where to be for one who was on a row of other findings: there, else on the next of its like, or the last.

        Args:
            before: the keys of the rows as they were.
            key: that of the row one was on.
        """
        if key in self.keys:
            return key
        at = before.index(key) if key in before else 0
        findings = [k for k in self.keys if "\n" in k]
        around = (k for k in (*before[at:], *reversed(before[:at])) if k in findings)
        like = (k for k in around if "\n" not in key or k[0] == key[0])
        return next(like, findings[0] if findings else "")

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


def _key(row: Finding | Suppressed | str, seen: Counter[str]) -> str:
    """The key of a row; `seen` counts those before it, as one rule can hold twice for a place."""
    if isinstance(row, str):
        return row
    aside = isinstance(row, Suppressed)
    found = row.finding if isinstance(row, Suppressed) else row
    key = f"{'-' if aside else '+'}\n{found.place}\n{found.rule}"
    seen[key] += 1
    return f"{key}\n{seen[key]}"
