"""Correcting what is known of an article: one field at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.display import one_line
from ..workspace.articles.metadata import FIELDS, QUESTIONS, value_of

if TYPE_CHECKING:
    from .desk import Desk

OTHERS = "Its themes and its paragraphs are corrected in the app, or by the commands: briefing article --help"
LONGEST = 60
"""Characters of a value in the list of fields."""


def correct_article(desk: Desk, article_id: str, words: str = "") -> str:
    """Correct a field of an article: asked for, or named, and what is to stand in it may follow: title In short.

    Returns:
        what to say of it; nothing where nothing was asked for or answered.
    """
    metadata, talk = desk.workspace.articles.article(article_id).metadata, desk.talk
    typed, _, value = words.partition(" ")
    name = next((field for field in FIELDS if field.casefold() == typed.casefold()), typed)
    if not name:
        talk.say(OTHERS)
        options = [(field, field, _said(value_of(metadata, field), metadata.state(field))) for field in FIELDS]
        name = talk.choose(f"Correct what of {article_id}?", options) or ""
    known = value_of(metadata, name) if name in FIELDS else ""
    answer: str | None = value.strip()
    if name in FIELDS and not answer:
        answer = talk.ask(f"{name}: {QUESTIONS[name]}", known)
    if not name or answer is None:
        return ""
    if name in FIELDS and answer.strip() == known:
        return f"Nothing changed: {name} has that value already"
    desk.workspace.corrections.set_fields(article_id, {name: answer})
    now = value_of(desk.workspace.articles.article(article_id).metadata, name)
    before = f"; it was “{one_line(known)}”" if known else ""
    said = f"{name} of {article_id} is {f'“{one_line(now)}”' if now else 'empty'} now{before}"
    return f"{said}; `briefing article undo {article_id}` takes it back"


def _said(value: str, state: str) -> str:
    shown = one_line(value)
    shown = shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…"
    return f"{shown} ({state})" if shown else state
