"""The reader: one article, the draft beside it where there is room."""

from __future__ import annotations

from collections.abc import Collection
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.timer import Timer
from textual.widget import Widget

from ...errors import BriefingError
from ...model import Article, ArticleThemes, Brief, Span, naming
from ..flows import before_keys, beside, flow, in_words
from ..lines import harmless
from ..reader import Place, ReaderView, messages
from ..widgets.ask_line import AskLine
from ..widgets.choice import Choice
from ..widgets.draft_panel import DraftPanel
from ..widgets.reader_lines import ReaderHeader, ReaderStatus
from ..widgets.row_list import RowList
from .finding import Finding

BESIDE = 120
"""Cells from which the draft has room beside the text."""
REST = 1.0
"""Seconds without a move after which the place is remembered."""


class ReaderScreen(Finding):
    """Reads an article.

    Args:
        article_id: which one.
        theme: the theme that one came by; `t` and `T` go through its paragraphs.
        offset: where to begin; `None` is where one stopped.
        find: what was searched for in the library; its hits are marked.
    """

    NAME: ClassVar[str] = "Reader"
    AUTO_FOCUS = "ReaderView"

    def __init__(self, article_id: str, *, theme: str = "", offset: int | None = None, find: str = "") -> None:
        super().__init__()
        self._article_id = article_id
        self._theme = theme
        self._offset = offset
        self._find, self._in_library = find, bool(find)
        self._themes = ArticleThemes((), ())
        self._labels: dict[str, str] = {}
        self._others: tuple[tuple[str, Span], ...] = ()
        self._resting: Timer | None = None
        self._unkept = False
        self._trouble = ""

    def body(self) -> ComposeResult:
        """The article, and the draft beside it."""
        yield ReaderHeader()
        with Horizontal():
            yield ReaderView()
            yield DraftPanel()
        yield ReaderStatus()
        yield AskLine("find", id="find")
        yield AskLine("go to ¶", id="paragraph")

    def on_mount(self) -> None:
        self.view.measure = self.briefing.workspace.settings.measure
        self.watch(self.view, "place", self.show_place, init=False)
        self.load()

    def panes(self) -> list[Widget]:
        """The text, then the draft where it is shown."""
        panel = self.query_one(DraftPanel)
        return [self.view, *(panel.query(RowList) if panel.display else ())]

    def show_panes(self) -> None:
        """Show the draft where there is room."""
        self.view.zoomed = self.has_class("-zoomed")
        self.query_one(DraftPanel).display = self.app.size.width >= BESIDE and not self.view.zoomed

    def cancel(self) -> None:
        """Let the selection go."""
        self.view.cancel()

    # Loading

    @flow
    async def load(self) -> None:
        """Read the article, what is known about its paragraphs and what others pinned, then show it."""
        try:
            article = await before_keys(self._gather)
        except BriefingError:
            self.action_back()
            raise
        position = self._where_one_stopped(article) if self._offset is None else self._offset
        self.article = article
        self.query_one(ReaderHeader).article = article
        self.view.show(
            article,
            pins=self.pins_of(self.briefing.brief),
            other_pins=self._others,
            theme_paragraphs=self._paragraphs_on(self._theme),
            offset=position,
        )
        if self._find:
            self.view.set_hits(await beside(self.hits, article))

    def look_outside(self) -> None:
        """Read the article again where its file was written meanwhile."""
        if self.article is not None:
            self.reload(self.article)

    def on_screen_resume(self) -> None:
        """Come back: the article may have been changed meanwhile."""
        self.look_outside()

    @flow
    async def reload(self, old: Article) -> None:
        """Show the article as it is now, with the cursor at the same words; say what that means for its pins."""
        try:
            if await beside(self.briefing.workspace.articles.article, self._article_id) == old:
                self._trouble = ""
                return
            article = await beside(self._gather)
        except BriefingError as error:
            if str(error) != self._trouble:  # told once
                self._trouble = str(error)
                self.briefing.notice(f"You read the article as it was: {in_words(error)}", news=True)
            return
        if self.article is not old or not self.is_attached:
            return
        self.article = article
        self.query_one(ReaderHeader).article = article
        brief = self.briefing.brief
        hits = self.hits(article) if self.view.place.hits else ()
        pins, others = self.pins_of(brief), self._others
        self.view.renew(article, pins, others, theme_paragraphs=self._paragraphs_on(self._theme), hits=hits)
        self.briefing.notice(_changed(article, brief, {e for e, _ in pins}), more=True, news=True)

    def _where_one_stopped(self, article: Article) -> int:
        """The place in the text; from a heading, what stands under it."""
        position = self.briefing.workspace.reading.position(self._article_id)
        heading = article.segments.heading_at(position)
        return heading.span.end if heading else position

    def _gather(self) -> Article:
        """The article; what else is needed is kept. Runs in a thread."""
        workspace, brief = self.briefing.workspace, self.briefing.brief
        article = workspace.articles.article(self._article_id)
        len(article.segments.paragraphs)  # found here, and kept
        self._themes = workspace.articles.article_themes(self._article_id)
        self._labels = {c.theme.id: c.theme.pref_label or c.theme.id for c in workspace.articles.theme_counts()}
        if workspace.settings.marks:
            self._others = workspace.briefs.passages(self._article_id, besides=brief.id if brief else "")
        return article

    def brief_changed(self, brief: Brief | None) -> None:
        """Mark what is pinned now."""
        if self.article is not None:
            self.view.set_pins(self.pins_of(brief), [pin for pin in self._others if not brief or pin[0] != brief.id])

    def on_key(self) -> None:
        """What was told last has been read: it makes room for the text."""
        self.briefing.quiet()

    # Where one is

    def show_place(self, place: Place) -> None:
        """Tell where the cursor is and what is selected."""
        self.query_one(ReaderHeader).place = place
        status = self.query_one(ReaderStatus)
        status.place = place
        status.about = self._about(place)

    def _about(self, place: Place) -> str:
        """What the paragraph is on, with the words that say so, and what it stands under."""
        article = self.article
        paragraph = article.segments.paragraph(place.first) if article and not place.heading else None
        if article is None or paragraph is None:
            return ""
        matches = self._themes.paragraphs[place.first - 1] if place.first <= len(self._themes.paragraphs) else ()
        ordered = sorted(matches, key=lambda match: match.id != self._theme)
        facts = [f"{self._labels.get(m.id, m.id)} ({', '.join(m.matched) or 'set by hand'})" for m in ordered]
        if paragraph.heading >= 0:
            facts.append(f"under ‘{article.segments.headings[paragraph.heading].span.slice(article.text)}’")
        return harmless(" · ".join(facts))

    @on(messages.PositionChanged)
    def remember_soon(self, event: messages.PositionChanged) -> None:
        """Remember the place once the cursor rests."""
        self._offset = event.offset
        if self._resting:
            self._resting.stop()
        self._resting = self.set_timer(REST, self.remember)

    def remember(self) -> None:
        """Keep where reading stopped; that it cannot be kept is told once."""
        if self.article is None or self._offset is None or self._unkept:
            return
        try:
            self.briefing.workspace.reading.set_position(self._article_id, self._offset)
        except BriefingError as error:
            self._unkept = True
            self.briefing.report(error)

    def on_unmount(self) -> None:
        self.remember()

    # Themes

    def _paragraphs_on(self, theme: str) -> frozenset[int]:
        on_theme = enumerate(self._themes.paragraphs, 1)
        return frozenset(n for n, matches in on_theme if any(m.id == theme for m in matches))

    @on(messages.EditRequested)
    def correct_article(self) -> None:
        """Correct what is read, with the cursor at the same paragraph."""
        self.correct([self._article_id], offset=self._offset or 0)

    @on(messages.ThemeRequested)
    def choose_theme(self) -> None:
        """Ask which theme to follow, where one came by none."""
        self._choose_theme()

    @flow
    async def _choose_theme(self) -> None:
        options = [
            (theme, harmless(self._labels.get(theme, theme)), f"{count} ¶")
            for theme, count in zip(self._themes.themes, self._themes.counts(), strict=True)
            if count
        ]
        if not options:
            self.briefing.notice("No paragraph of this article is on a theme")
            return
        answer = await self.app.push_screen_wait(Choice("Which theme's paragraphs?", options))
        if answer is not None:
            self._theme = answer[0]
            self.view.set_theme(self._paragraphs_on(self._theme))
            self.view.action_next_on_theme()

    @on(RowList.Opened)
    def open_entry(self, event: RowList.Opened) -> None:
        """Go to an entry of the draft beside the text."""
        self.go_to_draft(event.key)

    @on(messages.Told)
    def tell(self, event: messages.Told) -> None:
        """Say why a key did nothing."""
        self.briefing.notice(event.text)


def _changed(article: Article, brief: Brief | None, standing: Collection[str]) -> str:
    """Says that an article was changed, and which passages pinned from it no longer stand there."""
    said = f"‘{harmless(naming.title(article))}’ has changed: this is how it reads now"
    pinned = [e.id for e in brief.excerpts.values() if e.article == article.id] if brief else []
    gone = [e for e in pinned if e not in standing]
    return f"{said}\nPinned from it, and no longer there as it was: {' '.join(gone)}" if gone else said
