"""Who said a passage: the people found near it, nobody, or a name that is written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..model import Article, Span, Speaker
from ..model.display import one_line
from ..workspace.drafting.speakers import naming_doubt, speaker_of, spoken, voices
from .drafting import NEW

if TYPE_CHECKING:
    from .desk import Desk

NOBODY = "nobody"
"""The answer that names nobody."""
AS_NOW = "as now"
"""The answer that leaves it as it is."""


def ask_speaker(desk: Desk, article: Article, span: Span, now: Speaker | None = None) -> Speaker | None:
    """Ask who said a passage; one without a name is nobody in particular, `None` is no answer.

    Args:
        desk: the desk.
        article: the source.
        span: the passage.
        now: who is credited, where that may stay so.
    """
    found = voices(article, span)
    options = [
        (str(n), one_line(c.speaker.name), one_line(", ".join(filter(None, (c.speaker.role, c.said)))))
        for n, c in enumerate(found.choices)
    ]
    if now is not None:
        options = [(AS_NOW, one_line(now.name), "as it is now"), *options]
    options += [(NOBODY, "nobody in particular", ""), (NEW, "someone else", "")]
    likeliest = str(found.choices.index(found.likeliest)) if found.likeliest else NOBODY
    answer = desk.talk.choose("Who said it?", options, likeliest)
    if answer is None:
        return None
    if answer == NOBODY:
        return Speaker("")
    if answer == AS_NOW:
        return now
    if answer != NEW:
        return found.choices[int(answer)].speaker
    name = desk.talk.ask("Who said it, a name")
    if not name or not name.strip():
        return None if name is None else Speaker("")
    known = speaker_of(article, name)
    role = known.role or desk.talk.ask(f"Who is {known.name}, the role as the text gives it, may be an empty line")
    return None if role is None else replace(known, role=role.strip())


def name_speaker(desk: Desk, excerpt_id: str) -> str:
    """Ask who said a pinned passage, and keep the answer; what to say of it, nothing where there was none."""
    brief = desk.to_edit().brief
    excerpt = brief.excerpts[excerpt_id]
    article = desk.workspace.articles.article(excerpt.article)
    found = desk.workspace.briefing.verify(brief)[excerpt_id]
    speaker = ask_speaker(desk, article, found.span or Span(0, 0))
    if speaker is None:
        return ""
    desk.edit(lambda now: spoken(now, excerpt_id, speaker, article))
    doubt = naming_doubt(article, replace(excerpt, speaker=speaker))
    return f"{excerpt_id}: {speaker_said(speaker)}" + (f"; in doubt: {one_line(doubt)}" if doubt else "")


def speaker_said(speaker: Speaker) -> str:
    """Who is credited with words, to be said."""
    who = ", ".join(filter(None, (speaker.name, speaker.role)))
    return f"speaker {one_line(who)}" if who else "nobody in particular is credited"
