"""Verifying a finished briefing: against itself, and against the workspace that holds its sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import BriefingError
from ..model import ExcerptState

if TYPE_CHECKING:
    from ..compile import Disagreement
    from ..model import Brief
    from .workspace import Workspace

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

    @property
    def ok(self) -> bool:
        """Whether everything holds."""
        return not self.problems


def verify_briefing(file: Path, against: Workspace | None = None) -> Verified:
    """Verify a file.

    Args:
        file: a briefing.
        against: the workspace in which each excerpt must still stand; without one the file alone is looked at.

    Raises:
        StorageError: where the file cannot be read.
        FormatError: where it is no PDF.
    """
    from ..compile import check_itself

    checked = check_itself(file)
    if against is None or checked.brief is None:
        return Verified(SELF, _each_once(checked.quotes), checked.problems)
    states, missing = {}, []
    for excerpt_id, state, problem in _in_sources(checked.brief, against):
        states[excerpt_id] = state
        missing += [problem] if problem else []
    quotes = ((e, states[e] if state == "identical" else state) for e, state in checked.quotes)
    return Verified(SOURCES, _each_once(quotes), (*checked.problems, *missing))


def _each_once(quotes: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Each excerpt once, as `compile` counts them; of several places that quote it, the worst state."""
    states: dict[str, str] = {}
    for excerpt, state in quotes:
        states[excerpt] = max(states.get(excerpt, state), state, key=_WORSE.index)
    return tuple(states.items())


def _in_sources(brief: Brief, workspace: Workspace) -> Iterator[tuple[str, str, Disagreement | None]]:
    """Each excerpt with its state in the articles of a workspace, and what is wrong with it."""
    from ..checks import verify
    from ..compile import Disagreement

    for excerpt in brief.excerpts.values():
        place = f"excerpt {excerpt.id}"
        try:
            article = workspace.articles.article(excerpt.article)
        except BriefingError as error:
            yield excerpt.id, "vanished", Disagreement(place, f"its source is not there: {error.message}")
            continue
        state = verify(excerpt, article).state
        now = "now says something else" if state is ExcerptState.ALTERED else "no longer says this"
        yield excerpt.id, state.value, None if state.verified else Disagreement(place, f"{article.id} {now}")
