"""What the lists of passages share: the list, the passage at the cursor below it, and how one goes on to read."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Label

from ....errors import BriefingError
from ....model import Article, Sort, Span, Trail, View
from ....model import Passage as Place
from ....reading import find_words
from ....settings import Where
from ....workspace.articles.searching import UNASKED
from ...commands import bindings
from ...flows import beside, flow
from ...rest import Rest
from ...widgets.passage import Passage
from ...widgets.row_list import RowList
from ...wording import count
from ..library.filling import MAKING
from ..library.library import PREVIEW_DELAY, LibraryScreen
from ..place import PlaceScreen
from .passage_rows import PassageRows, key_of, passage_lines

if TYPE_CHECKING:
    from ..reading.reader import ReaderScreen


READING = "changed files are being read"
"""Said while what they say now is not in the index."""


class PassageList(RowList):
    """The list of passages; its commands are the screen's."""

    PANE = "passages"
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.PASSAGES, Where.LISTS, owner="screen")


class PassageScreen(PlaceScreen):
    """A list of passages across articles.

    Args:
        view: the articles that they are from.
        labels: the names of the themes by their ids.
    """

    AUTO_FOCUS = "PassageList"

    def __init__(self, view: View, labels: Mapping[str, str]) -> None:
        super().__init__()
        self.view = view
        self.labels = labels
        self.trail = Trail((), "")
        self.newest = False
        """Whether the newest come first, and not the best."""
        self._resting = Rest(self, PREVIEW_DELAY, self.preview)
        self._asked_of: int | None = None
        """The version of the articles that the passages are from; `None` before anything is asked."""
        self._too_early = False
        """Whether that was before all of them were there."""
        self._kept = ""
        """The passage to come back to when they are there again: in between it may not be listed."""
        self._reader: ReaderScreen | None = None
        """Where a passage of the list is read, and perhaps the next ones."""

    def body(self) -> ComposeResult:
        """What is listed, the list, the passage at the cursor."""
        yield Label("", classes="said", markup=False)
        yield PassageList()
        yield Passage(id="preview")

    @property
    def rows(self) -> RowList:
        """The list."""
        return self.query_one(PassageList)

    @abstractmethod
    def look_up(self) -> None:
        """Find the passages in the order that is wanted."""

    def articles_changed(self) -> None:
        """Ask again; the cursor stays with its passage."""
        self.look_up()

    def look_outside(self) -> None:
        """Ask again where the articles are others by now, or all there."""
        others = self._asked_of not in {None, self.briefing.workspace.articles.version}
        if others or (self._too_early and not self.making):
            self.look_up()

    def on_screen_resume(self) -> None:
        """Come back to the passage that one has read on to."""
        reader, self._reader = self._reader, None
        if reader is not None and (n := self.trail.position(*reader.reached)):
            self.rows.go_to(key_of(self.trail.passages[n - 1]))
        self.look_outside()

    def passages(self, question: str, sort: Sort, **more: Any) -> Trail:
        """The passages that answer a question. May be slow.

        Raises:
            QueryError, CancelledError: as `Corpus.passages` does.
        """
        workspace, filters = self.briefing.workspace, self.view.filters
        self._asked_of, self._too_early = workspace.articles.version, bool(self.making)
        person = workspace.person(filters, self.briefing.brief)
        return workspace.articles.passages(question, filters=filters, person=person, sort=sort, **more)

    @property
    def making(self) -> str:
        """That not every article is in the index yet; empty where all are."""
        articles = self.briefing.workspace.articles
        return MAKING if articles.incomplete else READING * articles.scanning

    def show_rows(self, trail: Trail, rows: PassageRows, *, from_top: bool = False) -> None:
        """List passages; the cursor stays with its own, or goes to the first."""
        here = "" if from_top else self._kept or self.rows.key
        self.trail = trail
        self.rows.rows = rows
        below = rows.opened(0, self.size.width) if len(rows) else ()
        self.rows.styles.height = max(1, len(rows) + len(below))
        if from_top:
            self.rows.cursor = 0
        elif here:
            self.rows.go_to(here)
        self._kept = here if self._too_early else ""
        self.preview_soon()

    def rows_of(self, trail: Trail) -> PassageRows:
        """The rows of passages, with what lists show of their articles. May be slow."""
        ids = dict.fromkeys(passage.article for passage in trail.passages)
        return PassageRows(trail.passages, self.briefing.workspace.articles.headers_of(ids))

    def amount(self, trail: Trail) -> str:
        """How many passages and articles there are, in words."""
        articles = len({passage.article for passage in trail.passages})
        shown = f"{count(len(trail), 'paragraph')} in {count(articles, 'article')}"
        return f"{shown}, of about {len(trail) + trail.more}" if trail.more else shown

    @property
    def passage(self) -> Place | None:
        """The passage at the cursor."""
        key = self.rows.key
        return next((passage for passage in self.trail.passages if key_of(passage) == key), None)

    @on(RowList.Moved)
    def preview_soon(self) -> None:
        """Show the passage once the cursor rests."""
        self._resting.begin()

    @flow
    async def preview(self) -> None:
        """Show all of the passage at the cursor."""
        passage, pane = self.passage, self.query_one("#preview", Passage)
        if passage is None:
            pane.maker = None
            return
        articles, measure = self.briefing.workspace.articles, self.briefing.workspace.settings.measure + 6
        try:
            article = await beside(articles.article, passage.article)
        except BriefingError:
            return  # opening it says why
        header = articles.header(passage.article)
        text = passage.span.slice(article.text) or _opening(article)  # of a title alone nothing stands in the text
        marks = await beside(_marks, text, passage)
        if self.passage is passage:
            pane.maker = lambda width: passage_lines(
                passage, header, text, marks, (width, pane.size.height), measure=measure
            )

    # Commands

    @on(RowList.Opened)
    def action_open(self) -> None:
        passage = self.passage
        if passage is not None:
            self._reader = self.read(
                passage.article, theme=self.view.theme, offset=passage.at, find=self.question, trail=self.trail
            )

    @property
    def question(self) -> str:
        """What was searched for."""
        return self.view.query

    def action_articles(self) -> None:
        if not self.trail:
            self.briefing.notice("There is no passage whose article could be shown")
            return
        view = replace(self.view, query=self.question)
        self.action_library()
        cast("LibraryScreen", self.app.screen).show_view(view.asking(view.query))

    def action_sort(self) -> None:
        if not self.question.strip():
            self.briefing.notice(UNASKED)
            return
        self.newest = not self.newest
        self.look_up()

    def action_search(self) -> None:
        from .search import SearchScreen

        self.show(SearchScreen(replace(self.view, query=""), self.labels, self.question))

    def action_views(self) -> None:
        from ..library.views import ViewsScreen

        self.show(ViewsScreen(self.view.asking(self.question), self.labels))


def _opening(article: Article) -> str:
    """The first paragraph of an article, if it has one."""
    first = article.segments.paragraph(1)
    return first.span.slice(article.text) if first else ""


def _marks(text: str, passage: Place) -> list[Span]:
    """Where the words stand that a passage was found by."""
    return sorted(span for words in passage.matched for span in find_words(text, words))
