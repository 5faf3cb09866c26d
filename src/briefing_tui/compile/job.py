"""What goes into a compilation and what comes out of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from briefing_tui.model import Article, Brief, Finding, LayoutFacts, Verification
from briefing_tui.model.language_tags import is_language_tag
from briefing_tui.model.template import Template

from .house.template import load_template


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
    templates: Path | None = None
    """The folder of the forms that the house keeps."""
    named: bool = False
    """Whether a person named the output; otherwise a final one goes beside those that were made before."""
    minutes: float = 10
    """How long the layout may take."""
    findings: tuple[Finding, ...] = ()
    """What stands open before its pages are made, which a draft tells the number of and lists."""
    themes: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """By the id of an article, how many of its paragraphs are on a theme, by the theme's label."""

    @property
    def language(self) -> str:
        """The brief's language; the usual one in a draft of a brief whose own is no tag of a language."""
        return self.brief.language if is_language_tag(self.brief.language) else Brief(self.brief.id).language

    def template(self) -> Template:
        """What the brief's form asks for, with or without annex and summary where the brief says so.

        Raises:
            InvalidError: for a form that there is not.
            FormatError: for one that cannot be understood.
        """
        form = load_template(self.brief.template, self.templates)
        return form.with_annex(self.brief.annex).with_statement(self.brief.statement)

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
    files: tuple[Path, ...]
    """`file`, and what stands beside it."""
    same: bool
    """Whether a final one was there already, byte for byte, and nothing was written."""
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
    texts: tuple[tuple[str, ...], ...] = ()
    """The lines of each page, for the form that has pages."""
