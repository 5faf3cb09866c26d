"""Verifying a finished briefing: against itself, and against the workspace that holds its sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import BriefingError
from ...model import ExcerptState
from ...model.alteration import fitting
from ...model.source_words import is_parted_so

if TYPE_CHECKING:
    from ...compile import Disagreement, SelfCheck
    from ...model import Article, Brief, Excerpt, Verification
    from ..workspace import Workspace

SELF, SOURCES = "self", "sources"
_WORSE = ("identical", "moved", "altered", "vanished")


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found out about a file."""

    level: str
    """`self`: consistent in itself, sources not checked; `sources`: each excerpt was looked for in its article."""
    quotes: tuple[tuple[str, str], ...]
    """Each quoted excerpt with its state."""
    problems: tuple[Disagreement, ...]
    remarks: tuple[Disagreement, ...] = ()
    """Articles that were changed in other places, or are described otherwise now."""
    alterations: Mapping[str, int] = field(default_factory=dict)
    """How many alterations each altered quote is printed with, by excerpt: its words alone are the source's."""
    final: bool | None = None
    """Whether it is final: neither its pages nor its receipt say that it is a draft; none where that cannot be told."""

    @property
    def ok(self) -> bool:
        """Whether everything holds."""
        return not self.problems


def verify_briefing(file: Path, against: Workspace | None = None) -> Verified:
    """Verify a file.

    Args:
        file: a briefing.
        against: the workspace in which each excerpt, with its paragraph in the annex, must still stand;
            without one the file alone is looked at.

    Raises:
        StorageError: where the file cannot be read.
        FormatError: where it is no PDF.
    """
    from ...compile import check_itself

    checked = check_itself(file)
    if against is None or checked.brief is None:
        return Verified(
            SELF, _each_once(checked.quotes), checked.problems, alterations=_altered(checked), final=_final(checked)
        )
    sources = _Sources(checked, checked.brief, against)
    found = [sources.look(excerpt) for excerpt in checked.brief.excerpts.values()]
    states = {excerpt: state for excerpt, state, _ in found}
    missing = tuple(problem for *_, problem in found if problem)
    quotes = ((e, states[e] if state == "identical" else state) for e, state in checked.quotes)
    problems = (*checked.problems, *missing)
    remarks = tuple(sources.changed())
    return Verified(SOURCES, _each_once(quotes), problems, remarks, _altered(checked), _final(checked))


def _final(checked: SelfCheck) -> bool | None:
    return None if checked.draft is None else not checked.draft


def _each_once(quotes: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Each excerpt once, as `compile` counts them; of several places that quote it, the worst state."""
    states: dict[str, str] = {}
    for excerpt, state in quotes:
        states[excerpt] = max(states.get(excerpt, state), state, key=_WORSE.index)
    return tuple(states.items())


def _altered(checked: SelfCheck) -> dict[str, int]:
    """How many alterations of each quote are printed, by the brief inside."""
    excerpts = checked.brief.excerpts if checked.brief else {}
    counts = {e: len(fitting(excerpts[e].exact, excerpts[e].alterations)) for e, _ in checked.quotes}
    return {excerpt: count for excerpt, count in counts.items() if count}


class _Sources:
    """The articles of a workspace, compared with what a briefing took from them."""

    def __init__(self, checked: SelfCheck, brief: Brief, workspace: Workspace) -> None:
        self._checked = checked
        self._brief = brief
        self._workspace = workspace
        self._articles: dict[str, Article] = {}

    def look(self, excerpt: Excerpt) -> tuple[str, str, Disagreement | None]:
        """An excerpt with its state in its article, and what is wrong with it or with its passage in the annex."""
        from ...checks import verify
        from ...compile import Disagreement

        place = f"excerpt {excerpt.id}"
        try:
            article = self._workspace.articles.article(excerpt.article)
        except BriefingError as error:
            return excerpt.id, "vanished", Disagreement(place, f"its source is not there: {error.message}")
        self._articles[article.id] = article
        found = verify(excerpt, article)
        if not found.state.verified:
            now = "now says something else" if found.state is ExcerptState.ALTERED else "no longer says this"
            return excerpt.id, found.state.value, Disagreement(place, f"{article.id} {now}")
        if found.span and self._is_as_it_was(article) and not is_parted_so(excerpt.exact, article, found.span):
            said = f"{article.id} has these words in other paragraphs, or other words of them as headings"
            return excerpt.id, found.state.value, Disagreement(place, said)
        return excerpt.id, found.state.value, self._in_annex(excerpt, article, found)

    def changed(self) -> Iterator[Disagreement]:
        """The articles that are not, letter for letter, what they were when the briefing was made."""
        from ...compile import Disagreement, described_otherwise

        for name, article in self._articles.items():
            if not self._is_as_it_was(article):
                yield Disagreement(f"article {name}", "its text was changed since the briefing was made")
            item = self._checked.sources.get(name)
            if item and (fields := described_otherwise(item, article)):
                said = f"it is described otherwise now than when the briefing was made: {', '.join(fields)}"
                yield Disagreement(f"source {name}", said)

    def _is_as_it_was(self, article: Article) -> bool:
        """Whether an article is, letter for letter, what it was when the briefing was made."""
        return self._checked.articles.get(article.id, article.sha256) == article.sha256

    def _in_annex(self, excerpt: Excerpt, article: Article, found: Verification) -> Disagreement | None:
        from ...compile import Disagreement, passage_fingerprint

        shown = self._checked.annex.get(excerpt.id)
        if shown is None or shown == passage_fingerprint(excerpt, article, found):
            return None
        return Disagreement(f"annex {excerpt.id}", "its paragraph reads otherwise in the source now")
