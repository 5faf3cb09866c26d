"""Pinning while reading: a passage goes into the draft, out of it, or with its citation to the clipboard."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

from textual import on

from ....errors import InvalidError
from ....model import Article, Excerpt, ItemKind, Section, Span, Speaker, TextKind, edits, words
from ....workspace import Edited
from ....workspace.drafting.copying import copied
from ....workspace.drafting.speakers import as_pinned, is_said, voices
from ....workspace.drafting.standing_words import pinned_as
from ...clipboard import write_clipboard
from ...flows import before_keys, beside, flow
from ...lines import cut, harmless
from ...reader import ReaderView, messages
from ...widgets.choice import Choice
from ...widgets.prompt import Prompt
from ...wording import count
from .guarding import Guarded, guarded
from .side import Side
from .speaking import Speaking, credited

NEW_SECTION = "+"
"""The answer that makes a new section; no section has it for an id."""

ELSEWHERE = "+"
"""Behind a kind: into another section than the last."""
HOW = {ItemKind.QUOTE: "quote it", ItemKind.PARAPHRASE: "put it in my own words"}

COPIED = "copied.txt"
"""Where in the user's state folder the passage lies that was copied last."""
PASSAGE_CELLS = 480
"""How much of a passage is shown over the line in which it is put in other words."""


class Pinning(Speaking):
    """What the reader's screen does with a passage."""

    @property
    @abstractmethod
    def side(self) -> Side:
        """The article that one is in, with its text."""

    @property
    def article(self) -> Article | None:
        """What is read; `None` until it is there."""
        return self.side.article

    @property
    def view(self) -> ReaderView:
        """The text."""
        return self.side.view

    @on(messages.PinRequested)
    def pin(self, event: messages.PinRequested) -> None:
        """Pin a passage; with a note, ask first."""
        self._pin(event.span, event.note)

    @flow
    async def _pin(self, span: Span, note: bool) -> None:
        article = self.article
        if article is None or not await self.briefing.ask.for_brief() or not self.briefing.desk.can_edit():
            return
        await before_keys(self.briefing.workspace.briefs.require_source, article)
        digest = article.metadata.text is TextKind.DIGEST
        plain = not (note or digest)
        if plain and self._tell_already(span):
            return

        @cache
        def who(there: Span) -> Speaker | None:
            known = as_pinned(self.briefing.brief, article, there) if self.briefing.brief else None
            return known or voices(article, there).certain

        if (seen := await guarded(self.briefing, article, span, self.ask_speaker, who)) is None:
            return
        if plain and seen.span != span and self._tell_already(seen.span):
            return
        speaker = await before_keys(who, seen.span) if seen.speaker is None else seen.speaker
        seen = replace(seen, speaker=speaker)
        if plain:
            self._keep(article, seen)
        else:
            await self._pin_with_words(article, seen, ItemKind.PARAPHRASE if digest else None, note)

    def _tell_already(self, span: Span) -> bool:
        """Say that exactly this passage is pinned, where it is."""
        known = self._already(span)
        if known:
            again = self.briefing.key_of("reader.pin_with_note")
            self.briefing.notice(f"Already pinned as {known}; {again} pins it once more")
        return bool(known)

    def _already(self, span: Span) -> str:
        """The id of the excerpt that is exactly this passage and in use, or an empty text."""
        brief = self.briefing.brief
        pins = self.side.pins_of(brief)
        return next((e for e, there in pins if there == span and brief and brief.uses(e)), "")

    async def _pin_with_words(self, article: Article, seen: Guarded, kind: ItemKind | None, note: bool) -> None:
        """Ask with which words a passage is pinned; with a note also how, where and who says it."""
        section, text, place = "", "", f"{article.id}:{seen.span.start}-{seen.span.end}"
        if note:
            how = await self._ask_how([kind] if kind else [ItemKind.QUOTE, ItemKind.PARAPHRASE])
            if how is None:
                return
            kind, section = how
            if seen.speaker is None and is_said(article, seen.span):
                seen = replace(seen, speaker=await self.ask_speaker(article, seen.span))
                if seen.speaker is None:
                    return
        kind = kind or ItemKind.QUOTE
        if kind is ItemKind.PARAPHRASE and not (text := await self._own_words(article, seen.span, f"{place}.text")):
            return

        def keep(words: str) -> bool:
            kept = self._keep(article, seen, kind, text=text, note=words, section=section)
            if kept and text and (session := self.briefing.desk.session):
                session.typing(f"{place}.text", "")
            return kept

        if note:
            question, placeholder = "Note for the footnote", "may stay empty"
            await self.briefing.ask.for_text(f"{place}.note", question, "", placeholder=placeholder, keep=keep)
        else:
            keep("")

    async def _own_words(self, article: Article, span: Span, place: str) -> str:
        """Ask for a passage in other words, which stay in the journal; an empty text where the person went away."""
        said = ""
        never = " (a digest is never quoted)" if article.metadata.text is TextKind.DIGEST else ""
        passage = " ".join(harmless(span.slice(article.text)).split())
        question = f"In your own words{never}:\n{cut(passage, PASSAGE_CELLS)}"

        def keep(words: str) -> bool:
            nonlocal said
            said = words
            return False

        placeholder, needed = "your words, without quotation marks", "words of your own are needed · esc pins nothing"
        await self.briefing.ask.for_text(place, question, "", placeholder=placeholder, needed=needed, keep=keep)
        return said

    def _keep(
        self,
        article: Article,
        seen: Guarded,
        kind: ItemKind = ItemKind.QUOTE,
        *,
        text: str = "",
        note: str = "",
        section: str = "",
    ) -> bool:
        """Put the passage into the draft and say so."""
        session = self.briefing.desk.session
        if session is None:
            return False
        pinned = self.briefing.workspace.briefs.pin(
            session,
            article,
            seen.span,
            kind=kind,
            text=text,
            note=note,
            section=section,
            speaker=seen.speaker or "",
            context=seen.context,
        )
        self.view.let_go()
        self.briefing.desk.refresh()
        said = [pinned_as(pinned).replace("¶ ", "¶"), *pinned.warnings]
        if pinned.overlaps:
            undo = self.briefing.key_of("everywhere.undo")
            said.append(f"overlaps {', '.join(pinned.overlaps)} · {undo} takes it back")
        said += self._spoken(article, pinned.excerpt, asked=seen.speaker is not None)
        self.briefing.notice("\n".join(said), error=not pinned.verification.state.verified)
        return True

    def _spoken(self, article: Article, excerpt: Excerpt, *, asked: bool) -> list[str]:
        """Who is credited with what was pinned, or that somebody may be."""
        key = self.briefing.key_of("reader.speaker")
        if excerpt.speaker:
            return [f"{credited(excerpt.speaker)} · {key} changes it"]
        open_ = not asked and is_said(article, excerpt.span)
        return [f"speaker? {key} names who says it"] if open_ else []

    async def _ask_how(self, kinds: Sequence[ItemKind]) -> tuple[ItemKind, str] | None:
        """Ask, in one question, of which kind an item shall be, and whether it goes where the last one went."""
        sections = self.briefing.brief.sections if self.briefing.brief else ()
        if len(kinds) == 1 and not sections:
            return kinds[0], ""
        here = f"at the end of ‘{cut(harmless(sections[-1].title) or sections[-1].id, 30)}’" if sections else ""
        options = [(kind.value, HOW[kind], here) for kind in kinds]
        options += [(kind.value + ELSEWHERE, HOW[kind], "in another section") for kind in kinds if sections]
        answer = await self.app.push_screen_wait(Choice("Pin how?", options))
        if answer is None:
            return None
        section = await self._ask_section(sections) if answer[0].endswith(ELSEWHERE) else ""
        return None if section is None else (ItemKind(answer[0].removesuffix(ELSEWHERE)), section)

    async def _ask_section(self, sections: Sequence[Section]) -> str | None:
        options = [(s.id, harmless(s.title) or s.id, count(len(s.items), "item")) for s in sections]
        question = Choice("Into which section?", [*options, (NEW_SECTION, "a new one", "")], chosen=[sections[-1].id])
        answer = await self.app.push_screen_wait(question)
        if answer is None or answer[0] != NEW_SECTION:
            return answer[0] if answer else None
        title: str | None = ""
        while title is not None and not title.strip():
            title = await self.app.push_screen_wait(Prompt("The section's title", placeholder="a title is needed"))
        return title

    @on(messages.SpeakerRequested)
    def name_speaker_here(self, event: messages.SpeakerRequested) -> None:
        """Say who says a pinned passage; of several, ask which."""
        self._name_speaker(event.excerpts)

    @flow
    async def _name_speaker(self, excerpts: tuple[str, ...]) -> None:
        if chosen := await self._one_of(excerpts, "Whose speaker?"):
            await self.name_speaker(chosen)

    @on(messages.AlterationRequested)
    def alter_here(self, event: messages.AlterationRequested) -> None:
        """Alter a pinned quote; of several, ask which."""
        self._alter(event.excerpts)

    @flow
    async def _alter(self, excerpts: tuple[str, ...]) -> None:
        from ..drafting.altering import alter

        if chosen := await self._one_of(excerpts, "Alter which?"):
            await alter(self.briefing, chosen)

    async def _one_of(self, excerpts: tuple[str, ...], question: str) -> str | None:
        """One of the passages under the cursor; of several, ask which."""
        brief = self.briefing.brief
        if brief is None:
            raise InvalidError("no brief is open")
        if len(excerpts) == 1:
            return excerpts[0]
        options = [(e, e, " ".join(brief.excerpts[e].exact.split())[:60]) for e in excerpts]
        answer = await self.app.push_screen_wait(Choice(question, options))
        return answer[0] if answer else None

    @on(messages.UnpinRequested)
    def unpin(self, event: messages.UnpinRequested) -> None:
        """Take a passage out of the draft; of several, ask which."""
        self._unpin(event.excerpts)

    @flow
    async def _unpin(self, excerpts: tuple[str, ...]) -> None:
        chosen, brief = await self._one_of(excerpts, "Unpin which?"), self.briefing.brief
        if chosen is None or brief is None:
            return
        used = len(brief.uses(chosen))
        if self.briefing.desk.edit(lambda now: Edited(edits.unpin(now, chosen), f"unpin {chosen}")):
            entries = f" and {used} entries that used it" if used > 1 else ""
            undo = self.briefing.key_of("everywhere.undo")
            self.briefing.notice(f"Unpinned {chosen}{entries}; {undo} brings it back")

    @on(messages.CopyRequested)
    def copy_passage(self, event: messages.CopyRequested) -> None:
        """Copy a passage and where it comes from."""
        if self.article is not None:
            self._copy(self.article, event.span)

    @flow
    async def _copy(self, article: Article, span: Span) -> None:
        brief = self.briefing.brief
        excerpt = brief.excerpts[known] if brief and (known := self._already(span)) else None
        language = brief.language if brief else "en"
        made = await before_keys(partial(copied, article, span, excerpt=excerpt, language=language))
        text, said = str(made), made.source
        self.app.copy_to_clipboard(text)
        taken = await beside(write_clipboard, text)
        file = await beside(self._write_copy, text)
        sure = "" if taken else ", if the terminal lets programs copy"
        kept = f"\nIt is also in {file}" if file and not taken else ""
        self.briefing.notice(
            f"Copied {count(len(words(article.text, span)), 'word')}{sure}:\n{said}{kept}", lasting=not taken
        )

    def _write_copy(self, text: str) -> str:
        """Keep what was copied last in a file too; its path, or an empty text where it cannot be written."""
        file = self.briefing.workspace.locations.state / COPIED
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", errors="surrogatepass")
        except OSError:
            return ""
        return str(file)
