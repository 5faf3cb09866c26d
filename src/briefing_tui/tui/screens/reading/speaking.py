"""Who said a passage: the people found near it with the words that say so, then all others, nobody, or a typed name."""

from __future__ import annotations

from dataclasses import replace

from textual import on
from textual.widgets import Label

from ....errors import NotFoundError
from ....model import Article, Excerpt, Span, Speaker
from ....workspace.drafting.speakers import (
    SpeakerChoice,
    Voices,
    evidence_said,
    naming_doubt,
    speaker_of,
    spoken,
    voices,
)
from ...flows import before_keys, beside
from ...lines import cut, harmless
from ...widgets.answers import Option
from ...widgets.choice import Choice
from ...widgets.prompt import Prompt
from ...widgets.row_list import RowList
from ..place import PlaceScreen

NOBODY, SOMEONE_ELSE = "nobody", "else"
"""The answers that name nobody, and that ask for a name."""
NAME_HINT = "a name, not a note · enter done · esc cancel"
ROLE = "the role, as the text gives it; may stay empty"
DOUBT = "?"
"""The sign of a speaker who is in doubt, as on a passage."""
CELLS = 70
"""Of a line in a question."""


class SpeakerQuestion(Choice):
    """Asks who said a passage, and shows what speaks for the one that the cursor is on.

    Args:
        found: everyone who may have said it.
        now: who is credited, where somebody is.
        said: what speaks for that one.
        doubt: what speaks against that one.
    """

    def __init__(self, found: Voices, now: Speaker | None, said: tuple[str, ...], doubt: str = "") -> None:
        self.found = found
        self.choices = _choices(found, now, said)
        chosen = [str(n) for n, c in enumerate(self.choices) if _is_chosen(c, found, now)]
        options: list[Option] = [(str(n), *_row(choice)) for n, choice in enumerate(self.choices)]
        options += [(NOBODY, "nobody in particular"), (SOMEONE_ELSE, "someone else: type a name")]
        super().__init__("Who said it?", options, chosen=chosen[:1] or [NOBODY], context=harmless(doubt))

    def on_mount(self) -> None:
        super().on_mount()
        self._show(self.query_one(RowList).key)

    @on(RowList.Moved)
    def show_evidence(self, event: RowList.Moved) -> None:
        """Show by which words this one is the speaker, and the way of the words to the reader."""
        self._show(event.key)

    def _show(self, key: str) -> None:
        lines = [cut(harmless(part), CELLS) for part in self._says(key)]
        self.query_one(".hint", Label).update("\n".join([*lines, *[""] * (3 - len(lines)), self.HINT]))

    def _says(self, key: str) -> tuple[str, ...]:
        if not key.isdigit():
            return ()
        choice = self.choices[int(key)]
        speaker = choice.speaker
        who = ", ".join(filter(None, (speaker.name, speaker.role)))
        return who, choice.said, " → ".join(self.found.chain(speaker))


class Speaking(PlaceScreen):
    """What a screen does to name the speaker of a passage."""

    async def voices_of(self, article: Article, span: Span) -> Voices:
        """Who may have said a passage."""
        return await before_keys(voices, article, span)

    async def ask_speaker(
        self,
        article: Article,
        span: Span,
        now: Speaker | None = None,
        said: tuple[str, ...] = (),
        *,
        doubt: str = "",
    ) -> Speaker | None:
        """Ask who said a passage; one without a name is nobody in particular. Call it from a flow.

        Args:
            article: the source.
            span: the passage.
            now: who is credited.
            said: what speaks for that one.
            doubt: what speaks against that one.

        Returns:
            the speaker, or `None` where the person went away.
        """
        question = SpeakerQuestion(await self.voices_of(article, span), now, said, doubt)
        answer = await self.app.push_screen_wait(question)
        if answer is None:
            return None
        if answer[0].isdigit():
            return question.choices[int(answer[0])].speaker
        return Speaker("") if answer[0] == NOBODY else await self._ask_name(article)

    async def _ask_name(self, article: Article) -> Speaker | None:
        name = await self.app.push_screen_wait(
            Prompt("Who said it?", placeholder="Given Family, or an office", hint=NAME_HINT)
        )
        if not name or not name.strip():
            return None if name is None else Speaker("")
        known = speaker_of(article, name)
        question = f"Who is {cut(known.name, CELLS - 20)}?"
        role = await self.app.push_screen_wait(Prompt(question, harmless(known.role), placeholder=ROLE))
        return None if role is None else replace(known, role=role.strip())

    async def name_speaker(self, excerpt_id: str) -> None:
        """Ask who said a pinned passage, and keep the answer. Call it from a flow.

        Raises:
            NotFoundError: where the passage is not in the brief any more.
        """
        self.briefing.desk.require_writable()
        excerpt = self._excerpt(excerpt_id)
        article, span, said = await before_keys(self._source, excerpt)
        speaker = await self.ask_speaker(article, span, excerpt.speaker, said)
        if speaker is None or speaker == excerpt.speaker:
            return
        if self.briefing.desk.edit(lambda now: spoken(now, excerpt_id, speaker, article)):
            doubt = await beside(naming_doubt, article, replace(excerpt, speaker=speaker))
            named = f"{excerpt_id}: {credited(speaker)}"
            self.briefing.notice(f"{named}\n{DOUBT} {harmless(doubt)}" if doubt else named, lasting=bool(doubt))

    def _excerpt(self, excerpt_id: str) -> Excerpt:
        brief = self.briefing.brief
        if brief is None or excerpt_id not in brief.excerpts:
            raise NotFoundError(f"{excerpt_id} is not in the brief any more", hint="u may bring it back")
        return brief.excerpts[excerpt_id]

    def _source(self, excerpt: Excerpt) -> tuple[Article, Span, tuple[str, ...]]:
        """The article of an excerpt, where its words stand there, and what speaks for its speaker. Runs in a thread."""
        from ....checks import verify

        article = self.briefing.workspace.articles.article(excerpt.article)
        found = verify(excerpt, article)
        return article, found.span or Span(0, 0), evidence_said(excerpt, article)


def credited(speaker: Speaker) -> str:
    """Who is credited with words, for a notice."""
    if not speaker.name:
        return "nobody in particular is credited"
    through = f" (through {', '.join(speaker.via)})" if speaker.via else ""
    return harmless(f"speaker: {cut(', '.join(filter(None, (speaker.name, speaker.role))), CELLS)}{through}")


def _choices(found: Voices, now: Speaker | None, said: tuple[str, ...]) -> list[SpeakerChoice]:
    """Everyone to choose from; who is credited now comes first, as they were credited."""
    if now is None or not now.name:
        return list(found.choices)
    others = [c for c in found.choices if c.speaker != now]
    return [SpeakerChoice(now, "; ".join(said) or "as it is now"), *others]


def _is_chosen(choice: SpeakerChoice, found: Voices, now: Speaker | None) -> bool:
    return choice.speaker == now if now is not None and now.name else choice == found.likeliest


def _row(choice: SpeakerChoice) -> tuple[str, str]:
    """Name and role, then the words that say so, as far as a line goes."""
    speaker = choice.speaker
    who = harmless(", ".join(filter(None, (speaker.name, speaker.role))))
    said = harmless(choice.said.partition("; ")[0])
    room = max(len(speaker.name), CELLS - min(len(said), CELLS // 2) - 4)
    return cut(who, room), cut(said, max(8, CELLS - 4 - min(len(who), room)))
