"""Ways out of the place that is read: headings, a theme, the list of passages that one came by, what is related."""

from __future__ import annotations

from abc import abstractmethod

from textual import on

from ....model import Article, ArticleThemes
from ...flows import before_keys, flow
from ...lines import cut, harmless
from ...reader import messages
from ...widgets.answers import Option
from ...widgets.choice import Choice
from ..searching.passage_rows import key_of
from ..searching.related_rows import RelatedChoice, RelatedRows
from .finding import Finding

OPENING = 60
"""Cells of a paragraph's first words in a list."""


class Leading(Finding):
    """What the reader's screen does to lead elsewhere."""

    @abstractmethod
    def show_place(self) -> None:
        """Tell where the cursor is, and which theme is followed."""

    # The list that one came by

    @on(messages.PassageRequested)
    def walk(self, event: messages.PassageRequested) -> None:
        """Go on to the next passage of the list, or back; say where it ends."""
        side, article, sentence = self.side, self.article, self.view.sentence
        if article is None:
            return
        if side.trail is None:
            self._walk_on(event.step, hits=event.hits)
            return
        here = sentence.start if sentence else 0
        if event.beyond:
            here = len(article.text) if event.step > 0 else -1
        passage = (side.trail.after if event.step > 0 else side.trail.before)(article.id, here)
        if passage is not None:
            side.go_on(passage)
            return
        end = "last" if event.step > 0 else "first"
        which = f"the {end} of {len(side.trail)} passages" if len(side.trail) > 1 else "the only passage"
        more = f"; about {side.trail.more} more are not in the list" if side.trail.more and event.step > 0 else ""
        self.briefing.notice(f"This is {which}: {harmless(side.trail.title)}{more}")

    @flow
    async def _walk_on(self, step: int, *, hits: bool) -> None:
        """Go on into the next article of those that the library shows, or back into the one before."""
        side = self.side
        passage = await before_keys(side.beyond, step, hits=hits)
        if passage is not None:
            side.go_on(passage)
            return
        what = f"‘{side.find}’" if hits else f"on {side.labels.get(side.theme, side.theme)}"
        none = "Nothing further" if step > 0 else "Nothing before this"
        self.briefing.notice(harmless(f"{none} {what} in the articles that the library shows"))

    # Headings

    @on(messages.OutlineRequested)
    def show_outline(self) -> None:
        """List the headings, or where there are none, the paragraphs."""
        self._show_outline()

    @flow
    async def _show_outline(self) -> None:
        article, side = self.article, self.side
        if article is None or not article.segments.paragraphs:
            self.briefing.notice("There is nothing to list: the article has no text")
            return
        options = await before_keys(outline, article, side.themes, side.labels)
        headings = article.segments.headings
        title = "Go to which heading?" if headings else "No headings; go to which paragraph?"
        here = side.view.sentence.start if side.view.sentence else 0
        passed = [option[0] for option in options if int(option[0]) <= here]
        answer = await self.app.push_screen_wait(Choice(title, options, chosen=passed[-1:]))
        if answer is not None and self.article is article:
            side.view.let_go()
            side.view.go_to(int(answer[0]))

    # Themes

    @on(messages.ThemeRequested)
    def choose_theme(self) -> None:
        """Ask which theme to follow, where one came by none; where there is one alone, follow it."""
        self._choose_theme()

    @flow
    async def _choose_theme(self) -> None:
        side = self.side
        options = [
            (theme, harmless(side.labels.get(theme, theme)), f"{count} ¶")
            for theme, count in zip(side.themes.themes, side.themes.counts(), strict=True)
            if count
        ]
        if not options:
            self.briefing.notice("No paragraph of this article is on a theme")
            return
        chosen = options[0][0] if len(options) == 1 else None
        if chosen is None:
            answer = await self.app.push_screen_wait(Choice("Which theme's paragraphs?", options))
            chosen = answer[0] if answer else None
        if chosen is not None:
            side.theme = chosen
            side.view.set_theme(side.paragraphs_on_theme())
            self.show_place()
            side.view.action_next_on_theme()

    # What is related

    @on(messages.RelatedRequested)
    def show_related(self) -> None:
        """List the passages of other articles that have something in common with this paragraph."""
        self._show_related()

    @flow
    async def _show_related(self) -> None:
        article, place = self.article, self.view.place
        if article is None or not place.first:
            return
        found = await before_keys(self.briefing.workspace.articles.related, article.id, place.first)
        if not found:
            self.briefing.notice(f"Nothing elsewhere shares wording or rare words with ¶ {place.first}")
            return
        ids = dict.fromkeys(related.passage.article for related in found)
        rows = RelatedRows.of(found, self.briefing.workspace.articles.headers_of(ids))
        answer = await self.app.push_screen_wait(RelatedChoice(f"Related to ¶ {place.first}", rows))
        if answer is not None:
            passage = next(related.passage for related in found if key_of(related.passage) == answer[0])
            self.read(passage.article, offset=passage.at)


def outline(article: Article, themes: ArticleThemes, labels: dict[str, str]) -> list[Option]:
    """The headings with the ¶ that follows and how many paragraphs under each are on which theme.

    An article without headings has its paragraphs listed by their first words. The key of an entry is its offset.
    """
    segments = article.segments
    if not segments.headings:
        return [
            (str(p.span.start), f"¶ {p.n}  {_opening(article.text[p.span.start : p.span.start + 4 * OPENING])}",
             _counts(themes, labels, p.n, p.n + 1))
            for p in segments.paragraphs
        ]  # fmt: skip
    befores = [heading.before for heading in segments.headings] + [len(segments.paragraphs) + 1]
    first: list[Option] = []
    if befores[0] > 1:
        start = segments.paragraphs[0].span.start
        first = [(str(start), "¶ 1  (before the first heading)", _counts(themes, labels, 1, befores[0]))]
    return first + [
        (str(h.span.start), f"¶ {h.before}  {_opening(h.span.slice(article.text))}",
         _counts(themes, labels, h.before, befores[n + 1]))
        for n, h in enumerate(segments.headings)
    ]  # fmt: skip


def _counts(themes: ArticleThemes, labels: dict[str, str], first: int, end: int) -> str:
    """'Iran 3¶ · Syria 2¶': paragraphs from `first` to before `end` on each theme, the most frequent first."""
    count: dict[str, int] = {}
    for matches in themes.paragraphs[first - 1 : end - 1]:
        for match in matches:
            count[match.id] = count.get(match.id, 0) + 1
    ordered = sorted(count.items(), key=lambda pair: -pair[1])
    return harmless(" · ".join(f"{labels.get(theme, theme)} {n}¶" for theme, n in ordered))


def _opening(text: str) -> str:
    return cut(" ".join(text.split()), OPENING)
