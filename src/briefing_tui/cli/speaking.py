"""`speaker`: who says a pinned passage."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from ..errors import NotFoundError
from . import shapes
from .output import Context, emit, json_option, say, talk

if TYPE_CHECKING:
    from ..model import Article, Brief, Excerpt


@click.command()
@click.argument("brief_id", metavar="BRIEF")
@click.argument("excerpt_id", metavar="EXCERPT")
@click.option("--name", help="Who said the words; '' is nobody in particular.")
@click.option("--role", default="", help="What the speaker is, where the article does not record it.")
@click.option("--via", multiple=True, help="Through whom the words came; several times for several, nearest first.")
@json_option
@click.pass_obj
def speaker(
    context: Context,
    *,
    brief_id: str,
    excerpt_id: str,
    name: str | None,
    role: str,
    via: tuple[str, ...],
    as_json: bool,
) -> None:
    """Say who says a pinned passage; without --name, list who may have said it, the likeliest first."""
    from ..checks import verify
    from ..workspace.drafting.speakers import naming_doubt, speaker_named, spoken

    if name is None:
        _list(context, brief_id, excerpt_id, as_json=as_json)
        return
    with context.edited(brief_id) as (workspace, session):
        excerpt = _excerpt(session.brief, excerpt_id)
        article = workspace.articles.article(excerpt.article)
        place = verify(excerpt, article).span or excerpt.span
        given = speaker_named(article, place, name, role=role, via=via)
        made = spoken(session.brief, excerpt_id, given, article)
        session.edit(made.brief, made.label)
        doubt = naming_doubt(article, made.brief.excerpts[excerpt_id])
    if as_json:
        warnings = [doubt] if doubt else []
        emit({"excerpt": excerpt_id, "speaker": shapes.speaker(given) if given.name else None, "warnings": warnings})
    else:
        say(f"{excerpt_id}: {given.name or 'nobody in particular'}")
        if doubt:
            talk(doubt)


def _list(context: Context, brief_id: str, excerpt_id: str, *, as_json: bool) -> None:
    from ..checks import verify
    from ..workspace.drafting.speakers import voices

    with context.workspace(scan=False) as workspace:
        excerpt = _excerpt(workspace.briefs.read(brief_id), excerpt_id)
        article = workspace.articles.article(excerpt.article)
        found = voices(article, verify(excerpt, article).span or excerpt.span).choices
    if as_json:
        emit({"excerpt": excerpt_id, "speakers": shapes.choices(found)})
        return
    for choice in found:
        who = ", ".join(filter(None, (choice.speaker.name, choice.speaker.role)))
        say(f"{who} · {choice.said}" if choice.said else who)


def said_by_whom(brief_id: str, article: Article, excerpt: Excerpt, *, asked: bool) -> Iterator[str]:
    """Who is credited with what was pinned, or who may be, and the command that changes it.

    Args:
        brief_id: the brief that it was pinned into.
        article: its source.
        excerpt: what was pinned.
        asked: whether the person said who says it, or that nobody does.
    """
    from ..workspace.drafting.speakers import is_said, voices

    change = f"briefing speaker {brief_id} {excerpt.id}"
    if excerpt.speaker:
        speaker = excerpt.speaker
        who = ", ".join(filter(None, (speaker.name, speaker.role)))
        through = f" (through {', '.join(speaker.via)})" if speaker.via else ""
        other = "" if asked else f" · {change} --name NAME changes it, --name '' takes it away"
        yield f"speaker: {who}{through}{other}"
        return
    found = voices(article, excerpt.span)
    if not asked and is_said(article, excerpt.span):
        near = ", ".join(choice.speaker.name for choice in found.choices if choice.near)
        yield f"speaker? {f'It may be {near}: ' if near else ''}{change} --name NAME credits one, {change} lists them"


def _excerpt(brief: Brief, excerpt_id: str) -> Excerpt:
    excerpt = brief.excerpts.get(excerpt_id)
    if excerpt is None:
        hint = ", ".join(brief.excerpts) or "it has none"
        raise NotFoundError(f"no excerpt '{excerpt_id}'", where=brief.id, hint=hint)
    return excerpt
