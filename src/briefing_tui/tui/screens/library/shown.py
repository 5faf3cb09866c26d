"""What the library shows of a view: worked out in a thread, then put on the screen at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from ....model import Brief, Facet, Problem, Theme, View
from ....model.naming import count
from ....workspace import Workspace
from .article_rows import ArticleRows, ThemeRows, pins_of
from .facet_rows import Counted


@dataclass(frozen=True)
class Shown:
    """The lists of the library for one view, and what stands around them."""

    view: View
    articles: ArticleRows
    themes: ThemeRows
    total: int = 0
    """All articles there are."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """The names of the themes by their ids."""
    tree: Sequence[Theme] = ()
    counts: Mapping[Facet, Counted] | None = None
    """The values of each facet, where they were asked for."""
    problems: Sequence[Problem] = ()
    version: int = 0
    """Of the articles when they were looked at."""

    @property
    def sentence(self) -> str:
        """In words: '9 of 12 · Syria and deconfliction or Iran · 2019 · unread · newest first'."""
        return f"{len(self.articles)} of {self.total} · {self.view.describe(self.labels)}"

    @property
    def trouble(self) -> str:
        """How many files have problems, and how many where these are more; an empty text where there is none."""
        files = len({problem.file for problem in self.problems})
        if files == len(self.problems):
            problems = "a problem" if files == 1 else "problems"
        else:
            problems = f"{len(self.problems)} problems"
        return f"{count(files, 'file')} with {problems}" if files else ""


def look(
    workspace: Workspace, view: View, brief: Brief | None, *, facets: bool = False, outdated: Callable[[], bool] = bool
) -> Shown | None:
    """Work out what a view shows. May be slow.

    Args:
        workspace: whose articles.
        view: how to look at them.
        brief: the open one.
        facets: whether each of their values is counted too.
        outdated: asked now and then; once it says yes there is no answer.

    Raises:
        QueryError: where its question cannot be understood.
    """
    version = workspace.articles.version
    person = workspace.person(None if facets else view.filters, brief)
    looked = workspace.look(view, person)
    headers = looked.headers
    if outdated():
        return None
    counted = looked.theme_counts()
    counts = {}
    for facet in Facet if facets else ():
        if outdated():
            return None
        counts[facet] = looked.facet_values(facet)
    return Shown(
        view,
        ArticleRows(headers, view.theme, pins_of(brief), person.read, person.marked, workspace.progress()),
        ThemeRows(counted, *looked.totals(), view.filters.chosen(Facet.THEME)),
        workspace.articles.totals()[0],
        {c.theme.id: c.theme.pref_label or c.theme.id for c in counted},
        [c.theme for c in counted],
        counts if facets else None,
        workspace.problems(),
        version,
    )
