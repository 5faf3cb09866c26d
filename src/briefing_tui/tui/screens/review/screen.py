"""The review of one article, or of one after another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Label

from ....errors import BriefingError, NotFoundError
from ....model import naming
from ....settings import Where
from ....workspace.articles.removal import Removed
from ...commands import bindings
from ...flows import before_keys, beside, flow
from ...lines import cut, harmless
from ...widgets.passage import Passage
from ...widgets.row_list import RowList
from ...wording import in_words
from .changing import Changing
from .reviewed import Reviewed, gather
from .rows import ReviewRows, entries_of, in_full

BESIDE = 120
"""Cells from which what the cursor is on is shown in full beside the list."""


class ReviewList(RowList):
    """The rows of the review; their commands are the screen's."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.ARTICLE, Where.LISTS, owner="screen")


class ReviewScreen(Changing):
    """Shows an article's fields and its source, and corrects them.

    Args:
        articles: ids of the articles that `n` and `N` go through.
        at: which of them to begin with.
        offset: the place in its text where the cursor begins; `None` is the first field to be looked at.
    """

    NAME = "Article"
    DEFAULT_CSS = """
    ReviewScreen Passage { width: 45%; border-left: solid $rule; padding: 0 1; }
    ReviewScreen.-narrow Passage { display: none; }
    """

    def __init__(self, articles: Sequence[str], at: int = 0, *, offset: int | None = None) -> None:
        super().__init__()
        self._articles = tuple(articles)
        self._at = at
        self._offset = offset
        self._trouble = ""
        self._taken_from = 0

    def body(self) -> ComposeResult:
        """What is to be done, the rows, and beside them what the cursor is on."""
        yield Label("", classes="said", markup=False)
        with Horizontal():
            yield ReviewList()
            yield Passage()

    def on_mount(self) -> None:
        self.load()

    @flow
    async def load(self) -> None:
        """Read the article and show it, with the cursor where something is to be looked at."""
        article = self._articles[self._at]
        try:
            reviewed = await before_keys(gather, self.briefing.workspace, article)
        except BriefingError:
            if self.reviewed is None:
                self.action_back()
            else:
                self._at = self._articles.index(self.article_id)
            raise
        self.article_id = article
        rows = self.rows
        rows.words = ""
        self.show_article(reviewed)
        keys = [entry.key for entry in self.entries]
        if self._offset is not None:
            paragraph = reviewed.article.segments.at(self._offset)
            first = f"paragraph:{paragraph.n}" if paragraph else ""
            self._offset = None
        else:
            first = f"field:{reviewed.inferred[0]}" if reviewed.inferred else ""
        rows.cursor = keys.index(first) if first in keys else 0
        if reviewed.unfinished:
            said = f"Not finished last time: {', '.join(reviewed.unfinished)}"
            self.briefing.notice(f"{said}; {self.briefing.key_of('article.open')} on it goes on with your text")

    def show_article(self, reviewed: Reviewed) -> None:
        """Show an article as it is now; the cursor stays."""
        self.reviewed = reviewed
        self.entries = entries_of(reviewed)
        self.rows.rows = ReviewRows(self.entries, beside=self._has_room)
        self._say_counts(reviewed)
        self._show_in_full()

    def _say_counts(self, reviewed: Reviewed) -> None:
        key, inferred = self.briefing.key_of, len(reviewed.inferred)
        facts = [
            f"{self._at + 1} of {len(self._articles)}" if len(self._articles) > 1 else "",
            f"{inferred} inferred ?: {key('article.confirm')} confirms, {key('article.confirm_all')} all"
            if inferred
            else "",
        ]
        said = " · ".join(filter(None, facts))
        title = cut(naming.title(reviewed.article), max(20, self.app.size.width - len(said) - 6))
        self.query_one(".said", Label).update(" · ".join(filter(None, (said, title))))

    @property
    def _has_room(self) -> bool:
        return self.app.size.width >= BESIDE and not self.has_class("-zoomed")

    def show_panes(self) -> None:
        """Show what the cursor is on beside the list where there is room, else below its row."""
        self.query_one(Passage).display = self._has_room
        if self.reviewed is not None:
            self.rows.rows = ReviewRows(self.entries, beside=self._has_room)
            self._say_counts(self.reviewed)

    @on(RowList.Moved)
    def _show_in_full(self) -> None:
        entry = self.entry
        self.query_one(Passage).maker = (lambda width: in_full(entry, width)) if entry else None
        self.refresh_bindings()

    def footer_words(self) -> Mapping[str, str]:
        """Only what can be done with the row at the cursor."""
        kind = self.kind
        only = {
            "article.restore": {"line"},
            "article.split": {"paragraph"},
            "article.join": {"paragraph"},
        }
        words = {command: "" for command, kinds in only.items() if kind not in kinds}
        inferred = self.reviewed.inferred if self.reviewed and kind == "field" else []
        words |= {} if inferred else {"article.confirm_all": ""}
        words |= {} if self.which in inferred else {"article.confirm": ""}
        opens = {"field": "correct", "paragraph": "read", "heading": "read", "speaker": "read", "themes": "choose"}
        words["article.open"] = opens.get(kind, "")
        words["everywhere.back"] = "back"
        if len(self._articles) < 2:
            words["article.next"] = ""
        if self.reviewed is not None and not self.reviewed.article.text.strip():
            words["article.attach"] = "attach a text"
        if kind in {"text", "paragraph", "line", "heading"}:
            words["article.next_dropped"] = words["article.previous_dropped"] = "dropped"
        if self.removed is not None or (self.reviewed is not None and self.reviewed.can_undo):
            words |= {"everywhere.undo": "undo", "lists.filter": ""}
        return words

    # Other articles, other places

    def action_next(self) -> None:
        self._step(1, "This is the last article")

    def action_previous(self) -> None:
        self._step(-1, "This is the first article")

    def gone(self, removed: Removed) -> None:
        """Go on to the next article, or away, where one was taken out."""
        self.reviewed = None
        self._taken_from = self._articles.index(removed.article)
        self._articles = tuple(other for other in self._articles if other != removed.article)
        self._at = min(self._at, len(self._articles) - 1)
        if self._articles:
            self.removed = removed
            self.load()
        else:
            self.leave()

    def back(self, article: str) -> None:
        """Show what was taken out where it stood."""
        self._at = self._taken_from
        self._articles = (*self._articles[: self._at], article, *self._articles[self._at :])
        self.load()

    def _step(self, step: int, otherwise: str) -> None:
        if 0 <= self._at + step < len(self._articles):
            self._at += step
            self.removed = None
            self.briefing.notices.quiet()  # what was said of the article before
            self.load()
        else:
            self.briefing.notice("There is one article here" if len(self._articles) == 1 else otherwise)

    def action_next_dropped(self) -> None:
        self._to_dropped(1)

    def action_previous_dropped(self) -> None:
        self._to_dropped(-1)

    def _to_dropped(self, step: int) -> None:
        rows = self.rows
        shown = rows.shown
        ahead = range(rows.cursor + 1, len(shown)) if step > 0 else range(rows.cursor - 1, -1, -1)
        found = next((n for n in ahead if shown.key(n).startswith("line:")), None)
        if found is None:
            self.briefing.notice(f"No dropped line {'after' if step > 0 else 'before'} this one")
        else:
            rows.cursor = found

    def action_read(self) -> None:
        if self.reviewed is None:
            return
        paragraph = self.reviewed.article.segments.paragraph(self._paragraph_to_read)
        at = paragraph.span.start if paragraph else None
        from ..reading.reader import ReaderScreen

        below = self.below
        if isinstance(below, ReaderScreen) and below.side.article_id == self.article_id:
            self.leave()  # one came from there
            if at is not None:
                below.view.go_to(at)
        else:
            self.read(self.article_id, offset=at)

    @property
    def _paragraph_to_read(self) -> int:
        """The paragraph at the cursor, or the first in which the speaker there speaks; 0 on any other row."""
        if self.kind == "speaker" and self.reviewed is not None:
            return next(iter(self.reviewed.article.metadata.speakers[int(self.which)].paragraphs), 0)
        return int(self.which) if self.kind == "paragraph" else 0

    @on(RowList.Opened)
    def action_open(self) -> None:
        if self.kind == "field":
            self.correct_field(self.which)
        elif self.kind == "line":
            self.action_restore()
        elif self.kind == "themes":
            self.action_themes()
        elif self.kind == "link" and self.reviewed:
            self.correct([self.reviewed.links[int(self.which)].article])
        elif self.kind == "text" and self.reviewed and not self.reviewed.article.text.strip():
            self.action_attach()
        else:
            self.action_read()

    # What others change

    def on_screen_resume(self) -> None:
        super().on_screen_resume()
        self.look_outside()

    def look_outside(self) -> None:
        """See whether the article's file was written by somebody else."""
        if self.reviewed is not None and not self.changing:
            self.compare(self.reviewed)

    @flow
    async def compare(self, before: Reviewed) -> None:
        """Show the article as it is now where it is not as it was."""
        try:
            same = await beside(self.briefing.workspace.articles.article, before.article.id) == before.article
            now = before if same else await beside(gather, self.briefing.workspace, before.article.id)
        except BriefingError as error:
            if str(error) != self._trouble and self.reviewed is before and not self.changing:  # told once
                self._trouble = str(error)
                gone = "It was taken away meanwhile" if isinstance(error, NotFoundError) else "It cannot be read now"
                self.briefing.notice(f"{gone}; you see it as it was: {harmless(in_words(error))}", news=True)
            return
        self._trouble = ""
        if now is not before and self.reviewed is before and not self.changing and self.is_attached:
            self.show_article(now)
            self.briefing.notice("The article was changed outside: this is how it is now", news=True)
