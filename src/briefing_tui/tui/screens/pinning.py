"""Pinning while reading: a passage goes into the draft, out of it, or with its citation to the clipboard."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on

from ...errors import InvalidError
from ...model import Article, Brief, ItemKind, NamedSpeaker, Span, TextKind, edits, words
from ..drafting import Edited
from ..flows import flow
from ..lines import cut, harmless
from ..reader import ReaderView, messages
from ..reader.provenance import citation
from ..widgets.choice import Choice
from ..widgets.prompt import Prompt
from .draft_rows import STATES
from .place import PlaceScreen

NEW_SECTION = "+"
"""The answer that makes a new section; no section has it for an id."""

NOBODY, SOMEONE_ELSE = "", "+"
"""The answers that name nobody, and that ask for a name."""
PASSAGE_CELLS = 480
"""How much of a passage is shown over the line in which it is put in other words."""


class Pinning(PlaceScreen):
    """What the reader's screen does with a passage."""

    article: Article | None = None

    @property
    def view(self) -> ReaderView:
        """The text."""
        return self.query_one(ReaderView)

    def pins_of(self, brief: Brief | None) -> list[tuple[str, Span]]:
        """Where the passages that a brief pinned from the article stand now."""
        return list(_standing(brief, self.article)) if brief and self.article else []

    @on(messages.PinRequested)
    def pin(self, event: messages.PinRequested) -> None:
        """Pin a passage; with a note, ask first."""
        self._pin(event.span, event.note)

    @flow
    async def _pin(self, span: Span, note: bool) -> None:
        article = self.article
        if article is None or not await self.briefing.ensure_brief() or not self.briefing.can_edit():
            return
        digest = article.metadata.text is TextKind.DIGEST
        if note or digest:
            await self._pin_with_words(article, span, ItemKind.PARAPHRASE if digest else None, note)
        elif known := self._already(span):
            again = self.briefing.key_of("reader.pin_with_note")
            self.briefing.notice(f"Already pinned as {known}; {again} pins it once more")
        else:
            self._keep(article, span)

    def _already(self, span: Span) -> str:
        """The id of the excerpt that is exactly this passage and in use, or an empty text."""
        brief = self.briefing.brief
        pins = self.pins_of(brief)
        return next((e for e, there in pins if there == span and brief and brief.uses(e)), "")

    async def _pin_with_words(self, article: Article, span: Span, kind: ItemKind | None, note: bool) -> None:
        """Ask how and where a passage is pinned, with which words; what is typed last is journalled."""
        kind = kind or await self._ask_kind()
        section = await self._ask_section() if kind and note else ""
        speaker = await self._ask_speaker(article, span) if section is not None and note else ""
        if kind is None or section is None or speaker is None:
            return
        paraphrase = kind is ItemKind.PARAPHRASE
        passage = " ".join(harmless(span.slice(article.text)).split())
        never = " (a digest is never quoted)" if article.metadata.text is TextKind.DIGEST else ""

        wordless = False

        def keep(words_of_mine: str) -> bool:
            nonlocal wordless
            wordless = paraphrase and not words_of_mine.strip()
            given = {"text": words_of_mine} if paraphrase else {"note": words_of_mine}
            return not wordless and self._keep(article, span, kind, section=section, speaker=speaker, **given)

        place = f"{article.id}:{span.start}-{span.end}.{'text' if paraphrase else 'note'}"
        question = (
            f"In your own words{never}:\n{cut(passage, PASSAGE_CELLS)}" if paraphrase else "Note for the footnote"
        )
        placeholder = "your words, without quotation marks" if paraphrase else "may stay empty"
        while not await self.briefing.ask_text(place, question, "", placeholder=placeholder, keep=keep):
            if not wordless:
                return
            wordless, placeholder = False, "words of your own are needed here; esc pins nothing"

    def _keep(
        self,
        article: Article,
        span: Span,
        kind: ItemKind = ItemKind.QUOTE,
        *,
        text: str = "",
        note: str = "",
        section: str = "",
        speaker: str = "",
    ) -> bool:
        """Put the passage into the draft and say so."""
        session = self.briefing.session
        if session is None:
            return False
        pinned = self.briefing.workspace.briefs.pin(
            session, article, span, kind=kind, text=text, note=note, section=section, speaker=speaker
        )
        self.view.let_go()
        self.briefing.refresh_brief()
        verified = pinned.verification.state.verified
        state = "verified" if verified else STATES[pinned.verification.state.value]
        where = f"{'heading before ' if pinned.excerpt.heading else ''}¶{pinned.excerpt.paragraph}"
        said = [f"Pinned {pinned.excerpt.id} · {where} · {state}", *pinned.warnings]
        self.briefing.notice("\n".join(said), error=not verified)
        return True

    async def _ask_kind(self) -> ItemKind | None:
        options = [(ItemKind.QUOTE.value, "quote it", ""), (ItemKind.PARAPHRASE.value, "put it in my own words", "")]
        answer = await self.app.push_screen_wait(Choice("Pin how?", options))
        return ItemKind(answer[0]) if answer else None

    async def _ask_section(self) -> str | None:
        brief = self.briefing.brief
        if brief is None or not brief.sections:
            return ""
        last = brief.sections[-1].id
        options = [(s.id, harmless(s.title) or s.id, f"{len(s.items)} items") for s in brief.sections]
        answer = await self.app.push_screen_wait(
            Choice("Into which section?", [*options, (NEW_SECTION, "a new one", "")], chosen=[last])
        )
        if answer is None or answer[0] != NEW_SECTION:
            return answer[0] if answer else None
        return await self.app.push_screen_wait(Prompt("The section's title"))

    async def _ask_speaker(self, article: Article, span: Span) -> str | None:
        here = article.segments.locate(span)[0]
        options = [(s.name, harmless(s.name), harmless(s.role)) for s in _nearest(article, here)]
        answer = await self.app.push_screen_wait(
            Choice(
                "Who said it?",
                [(NOBODY, "nobody in particular"), *options, (SOMEONE_ELSE, "someone else: type a name")],
                chosen=[NOBODY],
            )
        )
        if answer is None or answer[0] != SOMEONE_ELSE:
            return answer[0] if answer else None
        return await self.app.push_screen_wait(
            Prompt(
                "Who said it?", placeholder="a name, not a note", hint="a name, not a note · enter done · esc cancel"
            )
        )

    @on(messages.UnpinRequested)
    def unpin(self, event: messages.UnpinRequested) -> None:
        """Take a passage out of the draft; of several, ask which."""
        self._unpin(event.excerpts)

    @flow
    async def _unpin(self, excerpts: tuple[str, ...]) -> None:
        brief = self.briefing.brief
        if brief is None:
            raise InvalidError("no brief is open")
        chosen = excerpts[0]
        if len(excerpts) > 1:
            options = [(e, e, " ".join(brief.excerpts[e].exact.split())[:60]) for e in excerpts]
            answer = await self.app.push_screen_wait(Choice("Unpin which?", options))
            if answer is None:
                return
            chosen = answer[0]
        used = len(brief.uses(chosen))
        if self.briefing.edit(lambda now: Edited(edits.unpin(now, chosen), f"unpin {chosen}")):
            entries = f" and {used} entries that used it" if used > 1 else ""
            undo = self.briefing.key_of("everywhere.undo")
            self.briefing.notice(f"Unpinned {chosen}{entries}; {undo} brings it back")

    @on(messages.CopyRequested)
    def copy_passage(self, event: messages.CopyRequested) -> None:
        """Copy a passage and where it comes from."""
        article = self.article
        if article is None:
            return
        first, last, _ = article.segments.locate(event.span)
        said = citation(article, first, last)
        exact = event.span.slice(article.text)
        self.app.copy_to_clipboard(
            f"“{exact}”\n{said}\n" if article.metadata.text is TextKind.FULL else f"{exact}\n{said}\n"
        )
        count = len(words(article.text, event.span))
        self.briefing.notice(f"Copied {count} words, if the terminal lets programs copy:\n{said}")


def _nearest(article: Article, paragraph: int) -> list[NamedSpeaker]:
    """The speakers that an article names, those who speak nearest to a paragraph first."""
    far = len(article.segments.paragraphs)

    def distance(speaker: NamedSpeaker) -> int:
        return min((abs(n - paragraph) for n in speaker.paragraphs), default=far)

    return sorted({s.name: s for s in article.metadata.speakers}.values(), key=distance)


def _standing(brief: Brief, article: Article) -> Iterator[tuple[str, Span]]:
    """The passages that still stand in an article: those of an older text are looked for."""
    for excerpt in brief.excerpts.values():
        if excerpt.article != article.id:
            continue
        if excerpt.sha256 == article.sha256:
            yield excerpt.id, excerpt.span
            continue
        from ...checks import verify

        found = verify(excerpt, article)
        if found.span is not None and found.state.verified:
            yield excerpt.id, found.span
