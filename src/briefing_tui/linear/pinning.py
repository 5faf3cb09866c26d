"""Pinning while reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import InvalidError, NotFoundError
from ..model import ContextChoice, ItemKind, Speaker, TextKind, edits
from ..model.display import one_line
from ..model.naming import count
from ..reading import Selection
from ..workspace import Edited
from ..workspace.drafting.copying import copied
from ..workspace.drafting.speakers import as_pinned, voices
from ..workspace.drafting.standing_words import pinned_as
from .altering import alter, said_of
from .drafting import NEW
from .selecting import Selecting
from .speaking import ask_speaker, name_speaker, speaker_said

if TYPE_CHECKING:
    from ..checks.context import ContextReport

SHOWN = 60
"""Characters of a passage that are said in a question."""
NOBODYS = Speaker("")
"""Whom a passage is put down to where nobody is named."""


class ReaderPlace(Selecting):
    """The reader with all that it does to passages."""

    def do_edit(self, words: str = "") -> None:
        """Correct a field of the article: edit, edit title In short."""
        from .correcting import correct_article

        if said := correct_article(self.desk, self.article.id, words):
            self.changed()
            self.say(said)

    def do_pin(self, words: str = "") -> None:
        """Pin the passage: as a quote, or with 'paraphrase' and words of one's own."""
        how, _, text = words.partition(" ")
        kinds = {"": ItemKind.QUOTE, "quote": ItemKind.QUOTE, "paraphrase": ItemKind.PARAPHRASE}
        kind = kinds.get(how.casefold())
        if kind is None or (text and kind is ItemKind.QUOTE):
            raise InvalidError(f"'{words}' is no way to pin", hint="pin, or: pin paraphrase words of your own")
        span = self.here()
        self.desk.to_edit()
        self.desk.workspace.briefs.require_source(self.article)
        if kind is ItemKind.QUOTE and self.article.metadata.text is not TextKind.DIGEST:
            known = next((e for e, there in self.pinned() if there == span), "")
            if known and self.desk.brief and self.desk.brief.uses(known):
                self.say(f"Already pinned as {known}; {self.key('reader.pin_with_note')} pins it once more")
                return
        self._pin(kind, text=text)

    def do_pin_with_note(self) -> None:
        """Pin with a kind, a place, a speaker and a note."""
        self.here()
        self.desk.to_edit()
        self.desk.workspace.briefs.require_source(self.article)
        ask = self.desk.talk.choose
        digest = self.article.metadata.text is TextKind.DIGEST
        ways = [] if digest else [(ItemKind.QUOTE.value, "quote it", "")]
        kind = ask("Pin how?", [*ways, (ItemKind.PARAPHRASE.value, "put it in my own words", "")])
        section = self._ask_section() if kind else None
        speaker = self._ask_speaker() if section is not None else None
        if kind and section is not None and speaker is not None:
            self._pin(ItemKind(kind), section=section, speaker=speaker, noted=True)

    def _ask_section(self) -> str | None:
        brief = self.desk.brief
        if brief is None or not brief.sections:
            return ""
        options = [(s.id, one_line(s.title) or s.id, count(len(s.items), "item")) for s in brief.sections]
        answer = self.desk.talk.choose("Into which section?", [*options, (NEW, "a new one", "")], brief.sections[-1].id)
        if answer != NEW:
            return answer
        title = self.desk.talk.ask("The section's title")
        while title is not None and not title.strip():
            title = self.desk.talk.ask("A section needs a title")
        return title

    def _ask_speaker(self) -> Speaker | None:
        return ask_speaker(self.desk, self.article, self.here())

    def _credited(self, named: Speaker | None) -> Speaker:
        """Who is named for the passage, or else who certainly says it."""
        brief, here = self.desk.brief, self.here()
        known = as_pinned(brief, self.article, here) if brief else None
        return named or known or voices(self.article, here).certain or NOBODYS

    def _guard(self, named: Speaker | None) -> tuple[ContextChoice | None, Speaker] | None:
        """Say what the cut leaves out, and ask what to do about it; `None` where the person goes back.

        A cut that is widened is selected so, and asked about again. Where nobody is there to answer, it is pinned as it
        is then.
        """
        context, cut = self.desk.workspace.briefs.context, self.here()
        first = report = context(self.article, cut)
        speaker = self._credited(named)
        if first is None or not first.warnings:
            return None, speaker
        answer = "" if first.spoken(speaker).warnings else "p"
        while report and answer != "p":
            left, span = report.spoken(speaker), self.here()
            answer = self._ask_about(left, changed=span != cut)
            if not answer and span == cut:
                return None
            if answer == "s":
                named = self._ask_speaker() or named
            elif answer != "p":
                bare = report.narrowed() if answer == "m" else None
                self.select(Selection.of(bare or (left.widened(span) if answer else cut)))
                self.desk.talk.say(self.where())
                report = context(self.article, self.here())
            speaker = self._credited(named)
        if report is None:
            return None, speaker
        kept = first.taken_in(report, whole=self.here().covers(cut))
        return report.spoken(speaker).choice(kept), speaker

    def _ask_about(self, left: ContextReport, *, changed: bool) -> str:
        """Say what a cut leaves out now, and ask what to do: one of its keys, or an empty text to go back."""
        for warning in left.warnings:
            self.desk.talk.say(warning.message)
        if not left.warnings:
            self.desk.talk.say("Nothing is left out any more that the guard knows of")
        ways = [("p", "pin", "as it is"), ("s", "speaker", "named first")]
        if left.widened(self.here()) != self.here():
            ways.insert(0, ("w", "widen", "to keep it"))
        if bare := left.narrowed():
            words = one_line(" ".join(bare.slice(self.article.text).split()))
            ways.insert(-2, ("m", "mark", f"left out: “{words}”" if len(words) < SHOWN else "left out"))
        back = "What to do? esc: the cut as it was" if changed else "What to do?"
        return self.desk.talk.choose(back, ways, otherwise="p") or ""

    def _pin(
        self, kind: ItemKind, *, text: str = "", section: str = "", speaker: Speaker | None = None, noted: bool = False
    ) -> None:
        """Pin the passage, and ask first for the words that are missing."""
        guarded = self._guard(speaker)
        if guarded is None:
            self.say("Nothing is pinned")
            return
        context, credited = guarded
        span = self.here()
        digest = self.article.metadata.text is TextKind.DIGEST
        note = ""
        if digest and kind is ItemKind.QUOTE:
            self.desk.talk.say("A digest is never quoted")
            kind = ItemKind.PARAPHRASE
        place = f"{self.article.id}:{span.start}-{span.end}"
        if kind is ItemKind.PARAPHRASE and not text:
            passage = one_line(" ".join(span.slice(self.article.text).split()))
            answer = self.desk.ask_text(f"{place}.text", f"In your own words, without quotation marks: “{passage}”")
            if not answer or not answer.strip():
                self.say("Nothing is pinned")
                return
            text = answer
        if noted:
            answer = self.desk.ask_text(f"{place}.note", "Note for the footnote, may be an empty line")
            if answer is None:
                self.say("Nothing is pinned")
                return
            note = answer
        briefs = self.desk.workspace.briefs
        pinned = briefs.pin(
            self.desk.to_edit(),
            self.article,
            span,
            kind=kind,
            text=text,
            section=section,
            speaker=credited,
            note=note,
            context=context,
        )
        self.selected = None
        exact = one_line(" ".join(pinned.excerpt.exact.split()))
        how = f" as a paraphrase: {one_line(' '.join(text.split()))}; of" if kind is ItemKind.PARAPHRASE else ","
        self.say(f"{pinned_as(pinned, after_id=f'{how} ', between=', ')}: “{exact}”")
        if pinned.excerpt.speaker:
            self.say(f"{speaker_said(pinned.excerpt.speaker)}; {self.key('reader.speaker')} changes it")
        for warning in pinned.warnings:
            self.say(warning)
        if pinned.overlaps:
            self.say(f"It overlaps {', '.join(pinned.overlaps)}; {self.key('everywhere.undo')} takes it back")

    def do_unpin(self, words: str = "") -> None:
        """Take the pinned passage here out of the draft; of several, the one that is named or asked for."""
        chosen = self._which_pin(words, "Unpin which?")
        if chosen:
            self.desk.edit(lambda now: Edited(edits.unpin(now, chosen), f"unpin {chosen}"))
            self.say(f"Unpinned {chosen}; {self.key('everywhere.undo')} brings it back")

    def do_speaker(self, words: str = "") -> None:
        """Say who says the pinned passage here; of several, of the one that is named or asked for."""
        chosen = self._which_pin(words, "The speaker of which?")
        if chosen and (said := name_speaker(self.desk, chosen)):
            self.say(said)

    def do_alter(self, words: str = "") -> None:
        """Alter the quote pinned here: omit, insert, sic, emphasise, case, or back; then the words."""
        chosen = self._which_pin("", "Alter which?")
        if chosen and (made := alter(self.desk, chosen, words)):
            self.say(said_of(self.desk, made, chosen))

    def _which_pin(self, words: str, question: str) -> str:
        """One of the pinned passages here, by its id or asked for; an empty text where the person went away.

        Raises:
            NotFoundError: where nothing is pinned here, or not what is named.
        """
        here = self.pins_here()
        if not here:
            raise NotFoundError("nothing of this passage is pinned in the open brief")
        if words and words not in here:
            raise NotFoundError(f"{words} is not pinned here", hint=" ".join(here))
        if words or len(here) == 1:
            return words or here[0]
        brief = self.desk.to_edit().brief
        options = [(e, e, one_line(" ".join(brief.excerpts[e].exact.split()))[:60]) for e in here]
        return self.desk.talk.choose(question, options) or ""

    def do_copy(self) -> None:
        """Say the passage with its citation, to be copied."""
        span, brief = self.here(), self.desk.brief
        known = next((e for e, there in self.pinned() if there == span), "")
        excerpt = brief.excerpts[known] if brief and known else None
        made = copied(self.article, span, excerpt=excerpt, language=brief.language if brief else "en")
        self.say(f"{one_line(made.words)}\n{made.source}")
