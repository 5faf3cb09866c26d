"""What goes into a compilation and what comes out of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefing_tui.model import Article, Brief, LayoutFacts, Verification


@dataclass(frozen=True, slots=True)
class Job:
    """A brief with everything that its briefing is made from."""

    brief: Brief
    articles: Mapping[str, Article]
    """By id; one that is gone is left out."""
    verifications: Mapping[str, Verification]
    """By excerpt id."""
    output: Path
    final: bool
    brief_yaml: str
    """The brief as its file holds it, for the receipt."""
    cache_dir: Path | None = None
    unreadable: Collection[str] = ()
    """Ids of the articles that are there and cannot be read."""
    styles: Path | None = None
    """The folder from which the path of a style of the user's own leads."""
    minutes: float = 10
    """How long the layout may take."""

    def verified(self, excerpt_id: str) -> bool:
        """Whether the words of an excerpt were found in its article."""
        found = self.verifications.get(excerpt_id)
        return found is not None and found.state.verified and self.brief.excerpts[excerpt_id].article in self.articles

    def unverified(self) -> tuple[str, ...]:
        """Ids of the excerpts that are not, in the order of the brief."""
        return tuple(e for e in self.brief.excerpts if not self.verified(e))


@dataclass(frozen=True, slots=True)
class Compiled:
    """The briefing that was made."""

    file: Path
    sha256: str
    pages: int
    layout: LayoutFacts
    notes: int
    sources: int
    verified: int
    unverified: int
    quotes_verified: int
    quotes_unverified: int
    seconds: float
    """Of wall time, from the brief to the file."""
