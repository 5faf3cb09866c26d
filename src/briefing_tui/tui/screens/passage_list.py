"""What the lists of passages share: the list, the passage at the cursor below it, and how one goes on to read."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Label

from ...errors import BriefingError
from ...model import Article, Span, Trail, View
from ...model import Passage as Place
from ...reading import find_words
from ...settings import Where
from ..commands import bindings
from ..flows import beside, flow
from ..rest import Rest
from ..widgets.passage import Passage
from ..widgets.row_list import RowList
from ..wording import count
from .library import PREVIEW_DELAY, LibraryScreen
from .passage_rows import PassageRows, key_of, passage_lines
from .place import PlaceScreen


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

    def show_rows(self, trail: Trail, rows: PassageRows, *, from_top: bool = False) -> None:
        """List passages; the cursor stays with its own, or goes to the first."""
        self.trail = trail
        self.rows.rows = rows
        self.rows.styles.height = max(1, len(rows))
        if from_top:
            self.rows.cursor = 0
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
            self.read(passage.article, theme=self.view.theme, offset=passage.at, find=self.question, trail=self.trail)

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
        self.newest = not self.newest
        self.look_up()

    def action_views(self) -> None:
        from .views import ViewsScreen

        self.show(ViewsScreen(self.view.asking(self.question), self.labels))


def _opening(article: Article) -> str:
    """The first paragraph of an article, if it has one."""
    first = article.segments.paragraph(1)
    return first.span.slice(article.text) if first else ""


def _marks(text: str, passage: Place) -> list[Span]:
    """Where the words stand that a passage was found by."""
    return sorted(span for words in passage.matched for span in find_words(text, words))
