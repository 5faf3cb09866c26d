"""`pin` and `unpin`: passages into a brief and out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ..errors import NotFoundError
from . import shapes
from .output import Context, emit, json_option, say, talk
from .passages import Words, of_words, shape
from .speaking import said_by_whom

if TYPE_CHECKING:
    from ..checks.context import ContextReport


@click.command()
@click.argument("brief_id", metavar="BRIEF")
@click.argument("article_id", metavar="ARTICLE")
@of_words
@click.option("--kind", type=click.Choice(["quote", "paraphrase"]), default="quote", help="Default: quote.")
@click.option("--text", default="", help="The paraphrase.")
@click.option("--section", default="", help="Its id or title; a new title makes a section.")
@click.option(
    "--speaker",
    help="Who said the words; '' credits nobody. Without it, whom the text certainly names is credited.",
)
@click.option("--role", default="", help="What the speaker is, where the article does not record it.")
@click.option("--via", multiple=True, help="Through whom the words came; several times for several, nearest first.")
@click.option("--note", default="", help="For the footnote, after the citation.")
@json_option
@click.pass_obj
def pin(
    context: Context,
    *,
    brief_id: str,
    article_id: str,
    words: Words,
    kind: str,
    text: str,
    section: str,
    speaker: str | None,
    role: str,
    via: tuple[str, ...],
    note: str,
    as_json: bool,
) -> None:
    """Pin a passage of an article: --quote, --span or --paragraph says which."""
    from ..model import ItemKind
    from ..workspace.drafting.pinning import trimmed
    from ..workspace.drafting.speakers import as_pinned, speaker_to_pin, voices
    from ..workspace.drafting.standing_words import pinned_as

    with context.edited(brief_id) as (workspace, session):
        article = workspace.articles.article(article_id)
        place = words.place(article)
        there = trimmed(article.text, place)
        known = as_pinned(session.brief, article, there) if speaker is None and not (role or via) else None
        said_by = known or speaker_to_pin(article, there, speaker, role=role, via=via)
        pinned = workspace.briefs.pin(
            session, article, place, kind=ItemKind(kind), text=text, section=section.strip(), speaker=said_by, note=note
        )
    excerpt, state = pinned.excerpt, pinned.verification.state
    if as_json:
        found = () if speaker is not None else voices(article, excerpt.span).choices
        credited = shapes.speaker(excerpt.speaker) if excerpt.speaker else None
        more = {
            "overlaps": list(pinned.overlaps),
            "context": _context(pinned.context),
            "speaker": credited,
            "speakers": shapes.choices(found),
        }
        emit({**shape(excerpt, state, pinned.warnings), "item": pinned.item, **more})
    else:
        say(pinned_as(pinned))
        for line in said_by_whom(brief_id, article, excerpt, asked=speaker is not None):
            talk(line)
        for warning in pinned.warnings:
            talk(warning)
        if pinned.overlaps:
            talk(f"overlaps {', '.join(pinned.overlaps)} · briefing unpin {brief_id} {excerpt.id} takes it back")
        change = f"briefing widen {brief_id} {excerpt.id} --span"
        wide = pinned.context.widened(excerpt.span) if pinned.context else excerpt.span
        if wide != excerpt.span:
            talk(f"with what its cut leaves out: {change} {wide.start} {wide.end}")
        if pinned.context and (bare := pinned.context.narrowed()):
            talk(f"without the lone mark at its edge: {change} {bare.start} {bare.end}")


@click.command()
@click.argument("brief_id", metavar="BRIEF")
@click.argument("excerpt_id", metavar="EXCERPT")
@json_option
@click.pass_obj
def unpin(context: Context, brief_id: str, excerpt_id: str, as_json: bool) -> None:
    """Take an excerpt out of a brief, with every item that uses it."""
    from ..model import edits

    with context.edited(brief_id) as (workspace, session):
        before = session.brief
        excerpt = before.excerpts.get(excerpt_id)
        if excerpt is None:
            raise NotFoundError(
                f"no excerpt '{excerpt_id}'", where=brief_id, hint=", ".join(before.excerpts) or "it has none"
            )
        item = next((i.id for _, i in before.items() if i.excerpt == excerpt_id), None)
        state = workspace.briefing.verify(before)[excerpt_id].state
        session.edit(edits.unpin(before, excerpt_id), f"unpin {excerpt_id}")
    if as_json:
        emit({**shape(excerpt, state, ()), "item": item})
    else:
        say(f"Unpinned {excerpt_id}; `briefing brief undo {brief_id}` brings it back")


def _context(report: ContextReport | None) -> dict[str, Any] | None:
    """What the context guard says; `None` where it was not asked."""
    if report is None:
        return None
    warnings = [
        {
            "kind": warning.kind.value,
            "side": warning.side.value,
            "words": warning.words,
            "start": warning.span.start,
            "end": warning.span.end,
            "widen": [warning.widen.start, warning.widen.end],
            "narrow": [warning.narrow.start, warning.narrow.end] if warning.narrow else None,
            "message": warning.message,
        }
        for warning in report.warnings
    ]
    return {"language": report.language, "checked": report.checked, "warnings": warnings}
