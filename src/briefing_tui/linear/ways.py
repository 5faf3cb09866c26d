"""Ways through an article and on into the next: by theme, by pins, by hits, by headings, by what is related."""

from __future__ import annotations

from ..errors import NotFoundError
from ..model import Passage, Trail
from ..model.display import one_line
from ..workspace.articles import onward
from ..workspace.articles.in_article import find_in_article
from .library import named_theme
from .passages import marked
from .reader import Reading


class Ways(Reading):
    """An article and the ways through it."""

    def do_theme(self, words: str = "") -> None:
        """Go by a theme: its next paragraph; without a name, ask which where there are several."""
        counted = zip(self.themes.themes, self.themes.counts(), strict=True)
        here = {t: n for t, n in counted if n}
        if not here:
            raise NotFoundError("no paragraph of this article is on a theme")
        if words:
            theme = named_theme(words, {t: self.labels.get(t, t) for t in here})
        elif len(here) == 1:
            (theme,) = here
        else:
            options = [(t, one_line(self.labels.get(t, t)), f"{n} ¶") for t, n in here.items()]
            theme = self.desk.talk.choose("Which theme?", options) or ""
        if theme:
            self.theme, self.trail = theme, None
            self.do_next_on_theme()

    def do_next_on_theme(self) -> None:
        """The next paragraph on the theme."""
        self._on_theme(1, "no further paragraph on the theme")

    def do_previous_on_theme(self) -> None:
        """The paragraph on the theme before."""
        self._on_theme(-1, "no paragraph on the theme before this one")

    def _on_theme(self, step: int, otherwise: str) -> None:
        if self.trail is not None:
            self._along(self.trail, step, otherwise)
            return
        if not self.theme:
            self.do_theme()
            return
        on_it = {n for n, matches in enumerate(self.themes.paragraphs, 1) if any(m.id == self.theme for m in matches)}
        find = self.passages.block_after if step > 0 else self.passages.block_before
        there = find(self.sentence.start if self.sentence else 0, lambda block: block.n in on_it)
        articles = self.desk.workspace.articles
        beyond = None if there else onward.next_on_theme(articles, self.among, self.article.id, step, self.theme)
        if beyond is not None:
            self._read(beyond)
        else:
            self.go(there, otherwise)

    def _along(self, trail: Trail, step: int, otherwise: str) -> None:
        """Go on in the list of passages that one came by, be it in another article."""
        here = self.here()
        passage = trail.after(self.article.id, here.start) if step > 0 else trail.before(self.article.id, here.start)
        if passage is None:
            raise NotFoundError(otherwise)
        if passage.article == self.article.id:
            self.go(self.passages.sentence_at(passage.at))
        else:
            self._read(passage)

    def do_next_pin(self) -> None:
        """The next pinned passage."""
        self._to_pin(1, "no further pinned passage")

    def do_previous_pin(self) -> None:
        """The pinned passage before."""
        self._to_pin(-1, "no pinned passage before this one")

    def _to_pin(self, step: int, otherwise: str) -> None:
        here = self.here().start
        targets = sorted(self.passages.sentence_at(span.start) for _, span in self.pinned())
        ahead = [t for t in targets if (t.start > here if step > 0 else t.start < here)]
        self.go(ahead[0 if step > 0 else -1] if ahead else None, otherwise)

    def do_outline(self, words: str = "") -> None:
        """Go to a heading: by its number, its words, or asked for."""
        headings = self.article.segments.headings
        if not headings:
            raise NotFoundError("this article has no headings")
        text = self.article.text
        options = [(str(h.span.start), one_line(h.span.slice(text)), f"before ¶ {h.before}") for h in headings]
        if words.isdecimal() and 0 < int(words) <= len(options):
            answer: str | None = options[int(words) - 1][0]
        elif words:
            answer = next((key for key, shown, _ in options if words.casefold() in shown.casefold()), None)
            if answer is None:
                raise NotFoundError(f"no heading has “{words}”")
        else:
            answer = self.desk.talk.choose("Which heading?", options)
        if answer is not None:
            self.go(self.passages.sentence_at(int(answer)))

    def do_related(self) -> None:
        """Choose among passages elsewhere that share wording or rare words with this paragraph, and read it."""
        articles = self.desk.workspace.articles
        found = articles.related(self.article.id, self.article.segments.locate(self.here())[0])
        if not found:
            raise NotFoundError("nothing elsewhere shares wording or rare words with this paragraph")
        headers = articles.headers_of(dict.fromkeys(one.passage.article for one in found))
        options = []
        for n, one in enumerate(found):
            header = headers.get(one.passage.article)
            title = header.stand_in if header else one.passage.article
            digest = "digest, " if header and header.text == "digest" and not one.relation else ""
            reason = ", ".join(filter(None, (one.relation, one.reason)))
            shown = one_line(f"{title}, {digest}¶ {one.passage.paragraph}")
            options.append((str(n), shown, one_line(f"{reason}: {marked(one.passage)}")))
        answer = self.desk.talk.choose("Read which passage?", options)
        if answer is not None:
            passage = found[int(answer)].passage
            self.desk.go(type(self)(self.desk, passage.article, theme=self.theme, offset=passage.at))

    def do_find(self, words: str = "") -> None:
        """Find words in this article."""
        wanted = words or self.desk.talk.ask("Find")
        if not wanted:
            return
        found = find_in_article(wanted, self.article.text, typed=wanted != self.find)
        trouble = found.trouble(one_line(wanted))
        if not found.hits:
            raise NotFoundError(trouble)
        if trouble:
            self.desk.talk.say(trouble)
        self.leads = wanted == self.find
        self.mark(found.hits, self.sentence.start if self.sentence else 0)
        self.go(self.passages.sentence_at(self.hits[self.hit].start))

    def do_find_next(self) -> None:
        """The next hit."""
        self._next_hit(1)

    def do_find_previous(self) -> None:
        """The hit before."""
        self._next_hit(-1)

    def _next_hit(self, step: int) -> None:
        if not self.hits:
            self.do_find()
            return
        here = self.here()
        before = sum(hit.start < here.start for hit in self.hits)
        on_it = 0 <= self.hit < len(self.hits) and self.hits[self.hit].overlaps(here)
        at = self.hit + step if on_it else (before if step > 0 else before - 1)
        if not 0 <= at < len(self.hits) and self._onwards(step):
            return
        self.hit = at % len(self.hits)
        self.go(self.passages.sentence_at(self.hits[self.hit].start))

    def _onwards(self, step: int) -> bool:
        """Go on into the next article, or back into the last, of the list that one came by; whether there is one."""
        here = self.article.id
        if self.trail is not None:
            passage = self.trail.after(here, len(self.article.text)) if step > 0 else self.trail.before(here, -1)
        elif self.leads:
            passage = onward.next_hit(self.desk.workspace.articles, self.among, here, step, self.find)
        else:
            return False
        if passage is None or passage.article == here:
            return False
        self._read(passage)
        return True

    def _read(self, passage: Passage) -> None:
        """Read another article of the list in the place of this one."""
        other = type(self)(
            self.desk,
            passage.article,
            theme=self.theme,
            offset=passage.at,
            find=self.find,
            trail=self.trail,
            among=self.among,
        )
        self.desk.swap(other)
