"""What only layout can tell about a briefing: a value that the checks read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LayoutFacts:
    """Measured on the laid-out pages."""

    pages: int
    fill: float
    """How far the last page is filled, 0 to 1."""
    notes_called: int
    notes_placed: int
    lost_notes: tuple[str, ...] = ()
    """Excerpt ids whose call has no note on any page."""
    late_notes: tuple[str, ...] = ()
    """Excerpt ids whose note is on another page than its call."""
    missing_items: tuple[str, ...] = ()
    """Item ids that are on no page."""
    missing_glyphs: str = ""
    """Characters that no font has."""
