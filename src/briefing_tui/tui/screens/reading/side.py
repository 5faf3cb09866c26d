"""An article that is read: its header, its text, and what is known about both; one or two of them share a screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from ....errors import BriefingError
from ....model import Article, ArticleThemes, Brief, Header, Passage, Span, Trail
from ....reading import Place
from ....workspace.articles import onward
from ....workspace.articles.in_article import Found, InArticle
from ....workspace.drafting import pins
from ...flows import before_keys, beside, flow
from ...reader import ReaderView, messages
from ...reader.span_set import SpanSet
from ...reader.trouble import Trouble, trouble
from ...rest import Rest
from ...widgets.reader_lines import ReaderHeader
from ...wording import in_words
from .telling import about, changed

if TYPE_CHECKING:
    from ...app import BriefingApp

REST = 1.0
"""Seconds without a move after which the place is remembered, and without a change after which a brief is checked."""


class Side(Vertical):
    """Reads an article.

    Args:
        article_id: which one.
        theme: the theme that one came by.
        offset: where to begin; `None` is where one stopped.
        find: what was searched for in the library; its hits are marked.
        trail: the list of passages that one came by.
        among: the articles of the list that one came by, where that is a list of articles.
    """

    DEFAULT_CSS = """
    Side { width: 1fr; height: 100%; }
    Side.-second { border-left: solid $rule; }
    """

    @dataclass
    class Unreadable(Message):
        """There is no such article to read."""

        side: Side

    @dataclass
    class Shown(Message):
        """An article is there, perhaps at the same place as the one before it."""

        side: Side

    def __init__(
        self,
        article_id: str,
        *,
        theme: str = "",
        offset: int | None = None,
        find: str = "",
        trail: Trail | None = None,
        among: Sequence[Header] = (),
    ) -> None:
        super().__init__()
        self.article: Article | None = None
        self.article_id = article_id
        self.theme = theme
        self.find, self.in_library = find, bool(find)
        self.trail = trail
        self.among = among
        self.themes, self.labels = ArticleThemes((), ()), dict[str, str]()
        self.at = offset
        """Where one is in the text; `None` before it is known."""
        self._others: tuple[tuple[str, Span], ...] = ()
        self._resting = Rest(self, REST, self.remember)
        self._checking = Rest(self, REST, self.check)
        self._wrong: list[Trouble] = []
        self._unkept, self._trouble = False, ""
        self._searched = InArticle("")

    @property
    def briefing(self) -> BriefingApp:
        """The app, by its own type."""
        return cast("BriefingApp", self.app)

    @property
    def view(self) -> ReaderView:
        """The text."""
        return self.query_one(ReaderView)

    @property
    def header(self) -> ReaderHeader:
        """The lines over the text."""
        return self.query_one(ReaderHeader)

    def compose(self) -> ComposeResult:
        yield ReaderHeader()
        yield ReaderView()

    def on_mount(self) -> None:
        settings = self.briefing.workspace.settings
        self.view.measure, self.view.visual = settings.measure, settings.bidi == "visual"
        self.view.set_looks(settings.colours, settings.margin)
        self.load()

    # Loading

    @flow
    async def load(self) -> None:
        """Read the article, what is known about its paragraphs and what others pinned, then show it."""
        article_id = self.article_id
        try:
            article = await before_keys(self._gather)
        except BriefingError:
            if self.article is None:
                self.post_message(self.Unreadable(self))
            else:
                self.article_id = self.article.id
            raise
        if article_id != self.article_id:
            return
        position = self._where_one_stopped(article) if self.at is None else self.at
        self.article = self.header.article = article
        self.view.walks = self.trail is not None
        self.view.goes_on = bool(self.among)
        self.view.hits_walk = self._hits_lead
        pins, on_theme = self.pins_of(self.briefing.brief), self.paragraphs_on_theme()
        self.view.show(article, pins=pins, other_pins=self._others, theme_paragraphs=on_theme, offset=position)
        self.post_message(self.Shown(self))
        self._checking.begin()
        if self.find:
            self.view.set_hits(await beside(self._hits, article))

    def beyond(self, step: int, *, hits: bool) -> Passage | None:
        """Where what one follows goes on in the next article of the list that one came by. May be slow."""
        articles = self.briefing.workspace.articles
        if hits:
            return onward.next_hit(articles, self.among, self.article_id, step, self.find)
        return onward.next_on_theme(articles, self.among, self.article_id, step, self.theme)

    def _hits(self, article: Article) -> SpanSet:
        return SpanSet.of(*self.found(article).hits)

    def look_for(self, question: str) -> None:
        """Look for other words, in this article alone."""
        if question != self.find:
            self.find, self.in_library = question, False
        self.view.hits_walk = self._hits_lead

    @property
    def _hits_lead(self) -> bool:
        """Whether what is looked for leads on into the articles of the list that one came by."""
        return self.in_library and (self.trail is not None or bool(self.among))

    def go_on(self, passage: Passage) -> None:
        """Go to a passage, in this article or in another one."""
        if self.article is not None and passage.article == self.article.id:
            self.view.let_go()
            self.view.go_to(passage.at)
            return
        self.remember()
        self.article_id, self.at = passage.article, passage.at
        self.load()

    def look_outside(self) -> None:
        """Read the article again where its file was written meanwhile."""
        if self.article is not None:
            self.reload(self.article)

    @flow
    async def reload(self, old: Article) -> None:
        """Show the article as it is now, with the cursor at the same words; say what that means for its pins."""
        try:
            if await beside(self.briefing.workspace.articles.article, self.article_id) == old:
                self._trouble = ""
                return
            article = await beside(self._gather)
            hits = await beside(self._hits, article) if self.view.place.hits else SpanSet()
        except BriefingError as error:
            if str(error) != self._trouble:  # told once
                self._trouble = str(error)
                self.briefing.notice(f"You read the article as it was: {in_words(error)}", news=True)
            return
        if self.article is not old or not self.is_attached:
            return
        self.article = self.header.article = article
        brief = self.briefing.brief
        standing, others = self.pins_of(brief), self._others
        self.view.renew(article, standing, others, theme_paragraphs=self.paragraphs_on_theme(), hits=hits)
        self._checking.begin()
        self.briefing.notice(changed(article, brief, {e for e, _ in standing}), more=True, news=True)

    def _where_one_stopped(self, article: Article) -> int:
        """The place in the text; from a heading, what stands under it."""
        position = self.briefing.workspace.reading.position(self.article_id)
        heading = article.segments.heading_at(position)
        return heading.span.end if heading else position

    def _gather(self) -> Article:
        """The article; what else is needed is kept. Runs in a thread."""
        workspace, brief = self.briefing.workspace, self.briefing.brief
        article = workspace.articles.article(self.article_id)
        len(article.segments.paragraphs)  # found here, and kept
        self.themes = workspace.articles.article_themes(self.article_id)
        self.labels = {t.id: t.pref_label or t.id for t in workspace.articles.matcher.themes}
        if workspace.settings.marks:
            self._others = workspace.briefs.passages(self.article_id, besides=brief.id if brief else "")
        return article

    # What is marked

    def pins_of(self, brief: Brief | None) -> list[tuple[str, Span]]:
        """Where the passages that a brief pinned from the article stand now."""
        return list(pins.standing(brief, self.article)) if brief and self.article else []

    def found(self, article: Article) -> Found:
        """Where what was looked for stands in an article."""
        return self.searched(article).find(self.find, typed=not self.in_library)

    def searched(self, article: Article) -> InArticle:
        """What finds in an article: made ready once, as long as its text stays."""
        kept = self._searched
        self._searched = kept if kept.text is article.text else InArticle(article.text)
        return self._searched

    def brief_changed(self, brief: Brief | None) -> None:
        """Mark what is pinned now."""
        if self.article is not None:
            self.view.set_pins(self.pins_of(brief), [pin for pin in self._others if not brief or pin[0] != brief.id])
            self._mark_wrong([one for one in self._wrong if brief and one.stands_in(brief)])
            self._checking.begin()

    @flow
    async def check(self) -> None:
        """Mark the passages that are altered, gone or used with an error."""
        article, brief = self.article, self.briefing.brief
        found: list[Trouble] = []
        if article and brief and any(e.article == article.id for e in brief.excerpts.values()):
            verifications = await beside(self.briefing.verified.compare, brief)
            findings = await beside(self.briefing.workspace.briefing.check, brief)
            key = self.briefing.key_of("everywhere.checklist")
            found = list(trouble(article, brief, verifications, findings, key=key))
        if self.article is article and self.briefing.brief is brief:
            self._mark_wrong(found)

    def _mark_wrong(self, found: list[Trouble]) -> None:
        self._wrong = found
        self.view.set_findings(SpanSet((one.label, one.span) for one in found))

    def paragraphs_on_theme(self) -> frozenset[int]:
        """The ¶ on the theme that one came by; without one, those of the list that one came by."""
        if not self.theme and self.trail is not None:
            return frozenset(p.paragraph for p in self.trail.passages if p.article == self.article_id and len(p.span))
        on_theme = enumerate(self.themes.paragraphs, 1)
        return frozenset(n for n, matches in on_theme if any(m.id == self.theme for m in matches))

    def about(self, place: Place) -> str:
        """What the paragraph is on, with the words that say so, and what it stands under."""
        follows = "" if self.trail is not None else self.briefing.key_of("reader.next_on_theme")
        return about(self.article, place, self.themes, self.labels, self.theme, key=follows) if self.article else ""

    def walked(self) -> str:
        """'passage 3 of 41'; an empty text where one is in none of them."""
        sentence = self.view.sentence
        if self.trail is None or self.article is None or sentence is None:
            return ""
        n = self.trail.number(self.article.id, sentence.start)
        return f"passage {n} of {len(self.trail)}" if n else ""

    # Where one is

    @on(messages.PositionChanged)
    def remember_soon(self, event: messages.PositionChanged) -> None:
        """Remember the place once the cursor rests."""
        self.at = event.offset
        self._resting.begin()

    def remember(self) -> None:
        """Keep where reading stopped; that it cannot be kept is told once."""
        if self.article is None or self.at is None or self._unkept or self.article.id != self.article_id:
            return
        try:
            self.briefing.workspace.reading.set_position(self.article_id, self.at)
        except BriefingError as error:
            self._unkept = True
            self.briefing.report(error)

    def on_unmount(self) -> None:
        self.remember()
