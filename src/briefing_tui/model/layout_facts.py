"""What only layout can tell about a briefing: a value that the checks read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class LayoutFacts:
    """Measured on the laid-out pages."""

    pages: int
    fill: float
    """How far the last page is filled, 0 to 1."""
    notes_called: int
    notes_placed: int
    late_notes: tuple[str, ...] = ()
    """Excerpt ids whose note is on another page than its call."""
    missing_glyphs: str = ""
    """Characters that no font has."""
    lost: tuple[tuple[str, str], ...] = ()
    """What the briefing says and its pages do not hold: the place of each text, and what it is."""
    outside: tuple[tuple[str, str, int], ...] = ()
    """Text that stands outside of its page: its place, what it is, and the page."""
    crossed: tuple[tuple[str, int], ...] = ()
    """Running words, and others that are no part of the brief, with something painted over them, and their page."""
    alike: tuple[tuple[str, int], ...] = ()
    """Numbers of notes whose calls look like the words around them, and their page."""
    alone: tuple[tuple[str, int], ...] = ()
    """Headings and lines at the foot of a page that lead to what stands on the next one, and their page."""
    missing_faces: tuple[tuple[str, str], ...] = ()
    """Families of letters that the form is set in and that are not installed, each with what to do."""
    unread: tuple[str, ...] = ()
    """Pictures and fonts of the form that cannot be read, each in words: a draft is without them."""
    fills: tuple[float, ...] = ()
    """How far each page that counts is filled, 0 to 1."""
    style_failure: str = ""
    """Why the notes of this draft are not in the brief's citation style."""
    unplaced: tuple[str, ...] = ()
    """Excerpt ids whose note does not say where in the source the passage stands: the citation style has no locator."""
    unlisted: bool = False
    """Whether the citation style makes no list of sources."""
    body: float = 0.0
    """Pages before the annex, or what is open in a draft, the last as far as it is filled; 0 where there is neither."""
    annexed: bool = False
    """Whether an annex follows them."""

    @property
    def length(self) -> float:
        """Pages that count, the last as far as it is filled: the annex is for whoever looks something up."""
        return self.body or max(0.0, self.pages - 1 + self.fill)

    def over(self, limit: int) -> float:
        """How much of a page stands over a limit of pages.

        What is kept together moves over whole: it counts only as far as the page that it left had no room for it.
        """
        beyond = sum(self.fills[limit:]) if limit else 0.0
        return max(0.0, beyond - (1 - self.fills[limit - 1])) if beyond else 0.0

    words_a_line: float = 0.0
    """Words in a line of its numbered paragraphs, short last lines among them; 0 where nobody counted."""
    lines: Mapping[str, int] = field(default_factory=dict, hash=False)
    """How many printed lines each part has that is a text of the author's, by its key."""
