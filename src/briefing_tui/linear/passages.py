"""Passages across articles: what a search found, and the paragraphs on a theme or on what the library shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from ..errors import InvalidError
from ..model import Passage, Sort, Span, Trail
from ..model.display import one_line
from ..model.naming import count
from ..model.view import View
from ..settings import Where
from ..workspace.articles.searching import UNASKED
from .listing import LONGEST, Listing, Row, lists

if TYPE_CHECKING:
    from .desk import Desk


TITLE = 60
"""Characters of a title in a row among others."""
BEFORE = 24
"""Characters before the first word that was found, where a row has no room for more."""


def _row(n: int, passage: Passage, title: str) -> Row:
    """Where a passage stands, and its words with *those* marked that it was found by."""
    named = _shortened(title)
    where = f", ¶ {passage.paragraph}: "
    room = LONGEST - len(named) - len(where)
    first = passage.marks[0] if passage.marks else Span(0, 0)
    start = 0
    if first.end > room - 2:
        start = passage.snippet.find(" ", max(0, first.start - BEFORE), first.start) + 1 or first.start
    words, short = marked(passage), f"{'…' if start else ''}{marked(passage, start)}"
    return Row(str(n), one_line(f"{title}{where}{words}"), one_line(f"{named}{where}{short}"))


def _shortened(title: str) -> str:
    """A title among others; what stands in for one, `[untitled: “first words …”]`, keeps the marks that close it."""
    if len(title) <= TITLE:
        return title
    closed = title[len(title.rstrip("”]")) :] if title.startswith("[") else ""
    return f"{title[: TITLE - 1 - len(closed)].rstrip(' …')}…{closed}"


def marked(passage: Passage, start: int = 0) -> str:
    """A snippet from a place on with its marked words between asterisks."""
    pieces, at = [], start
    for mark in sorted(passage.marks):
        if mark.start >= at:
            pieces += [passage.snippet[at : mark.start], f"*{mark.slice(passage.snippet)}*"]
            at = mark.end
    return "".join((*pieces, passage.snippet[at:]))


class PassagesPlace(Listing):
    """A list of passages; reading goes on from one to the next.

    Args:
        desk: what all places share.
        view: the articles that they are from, and what is asked.
    """

    PLACES = lists(Where.PASSAGES)
    NAME: ClassVar[str] = "Passages"
    ROWS: ClassVar[tuple[str, str]] = ("paragraph", "paragraphs")

    def __init__(self, desk: Desk, view: View) -> None:
        super().__init__(desk)
        self.view = view
        self._sort = Sort.RELEVANCE if view.query else Sort.DATE
        self._look_up()

    def _look_up(self) -> None:
        """Find the passages in the order that is wanted."""
        workspace, view = self.desk.workspace, self.view
        person = workspace.person(view.filters, self.desk.brief)
        articles = workspace.articles
        self.trail: Trail = articles.passages(view.query, filters=view.filters, person=person, sort=self._sort)
        asked = bool(view.query.strip()) and not self.trail
        self._reason = articles.why_nothing(view.query, filters=view.filters, person=person) if asked else ""
        headers = articles.headers_of(dict.fromkeys(p.article for p in self.trail.passages))
        titles = {article: header.stand_in for article, header in headers.items()}
        self._made = [_row(n, p, titles.get(p.article, p.article)) for n, p in enumerate(self.trail.passages)]

    def about(self) -> str:
        """What is listed, and of how many articles; where nothing was found, why."""
        if not self.trail:
            return f"{self.trail.title}{f' ({self._reason})' * bool(self._reason)}"
        articles = count(len({passage.article for passage in self.trail.passages}), "article")
        more = f", about {self.trail.more} more besides" if self.trail.more else ""
        return f"{self.trail.title}, in {articles}, {self._sort.describe}{more}"

    def make_rows(self) -> Sequence[Row]:
        """The passages as they were found."""
        return self._made

    def id_of(self, row: Row) -> str:
        """The article's."""
        return self.trail.passages[int(row.key)].article

    def opened(self, row: Row) -> None:
        """Read the article there; `t` and `n` lead on through the list."""
        from .pinning import ReaderPlace

        passage = self.trail.passages[int(row.key)]
        reader = ReaderPlace(
            self.desk,
            passage.article,
            theme=self.view.theme,
            offset=passage.at,
            find=self.view.query,
            trail=self.trail,
        )
        self.desk.go(reader)

    def do_articles(self) -> None:
        """Show the articles of this list in the library."""
        self.desk.home().show(self.view.asking(self.view.query))

    def do_search(self, words: str = "") -> None:
        """Ask another question of the articles that the library shows."""
        self.desk.home().do_search(words)

    def do_sort(self) -> None:
        """The best first, or the newest; without words that are looked for, the newest."""
        if not self.view.query.strip():
            raise InvalidError(UNASKED)
        self._sort = Sort.RELEVANCE if self._sort is Sort.DATE else Sort.DATE
        self._look_up()
        self.arrive()

    def do_views(self) -> None:
        """Keep what is listed as a view."""
        from .views import ViewsPlace

        self.desk.go(ViewsPlace(self.desk, replace(self.view, sort=self._sort).settled()))
