"""`brief section`, `text`, `move`, `judge` and `drop`: the entries of a brief."""

from __future__ import annotations

import click

from ..errors import InvalidError, NotFoundError
from .briefs import shown
from .output import Context, of_brief


@click.command("section")
@of_brief
@click.argument("title")
def section(context: Context, brief_id: str, title: str, as_json: bool) -> None:
    """Add a section."""
    from ..model import edits

    title = _words(title, "TITLE")
    with context.edited(brief_id) as (_, session):
        brief, section_id = edits.add_section(session.brief, title)
        session.edit(brief, f"add section {section_id}")
    shown(context, brief_id, as_json, f"section {section_id}")


@click.command("text")
@of_brief
@click.argument("text")
@click.option("--section", "section_name", default="", help="Its id or title; a new title makes a section.")
def text_(context: Context, brief_id: str, text: str, section_name: str, as_json: bool) -> None:
    """Add text of your own; it may cite [@e1]."""
    from ..model import edits

    text = _words(text, "TEXT")
    with context.edited(brief_id) as (_, session):
        brief, item_id = edits.add_text(session.brief, text, section=section_name.strip())
        session.edit(brief, f"add text {item_id}")
    shown(context, brief_id, as_json, f"item {item_id}")


@click.command("move")
@of_brief
@click.argument("item_id", metavar="ITEM")
@click.option("--section", "section_name", default="", help="To this section (id or title).")
@click.option("--to", "position", type=click.IntRange(min=1), help="To this place in it, from 1 (default: the end).")
def move(
    context: Context, *, brief_id: str, item_id: str, section_name: str, position: int | None, as_json: bool
) -> None:
    """Move an item."""
    from ..model import edits

    with context.edited(brief_id) as (_, session):
        home = next((s.id for s, i in session.brief.items() if i.id == item_id), "")
        if not home:
            raise NotFoundError(f"no item '{item_id}'", where=brief_id)
        brief, section_id = edits.find_or_add_section(session.brief, section_name.strip() or home)
        moved = edits.move_item(brief, item_id, section_id, position - 1 if position else 10**9)
        session.edit(moved, f"move {item_id}")
    shown(context, brief_id, as_json, f"moved {item_id} to {section_id}")


@click.command("judge")
@of_brief
@click.argument("text")
@click.option("--for", "supporting", default="", metavar="e1,e4", help="Excerpts that support it.")
@click.option("--against", "contrary", default="", metavar="e7", help="Excerpts against it.")
@click.option("--likelihood", default="", help="A term of the brief's scale.")
@click.option("--confidence", default="", type=click.Choice(["", "low", "moderate", "high"]), help="How sure you are.")
@click.option("--because", default="", help="Why; printed behind 'because'.")
def judge(
    context: Context,
    *,
    brief_id: str,
    text: str,
    supporting: str,
    contrary: str,
    likelihood: str,
    confidence: str,
    because: str,
    as_json: bool,
) -> None:
    """Add a key judgement."""
    from ..model import Confidence
    from ..workspace.drafting.reasons import reason

    text = _words(text, "TEXT")
    with context.edited(brief_id) as (workspace, session):
        judgement_id = workspace.briefs.judge(
            session,
            text,
            likelihood=likelihood,
            confidence=Confidence(confidence, reason(because, session.brief.language)),
            for_=_ids(supporting),
            against=_ids(contrary),
        )
    shown(context, brief_id, as_json, f"judgement {judgement_id}")


@click.command("drop")
@of_brief
@click.argument("item_id", metavar="ITEM")
def drop(context: Context, brief_id: str, item_id: str, as_json: bool) -> None:
    """Take out an item, a section with its items, or a judgement."""
    from ..model import edits

    with context.edited(brief_id) as (_, session):
        session.edit(edits.drop(session.brief, item_id), f"delete {item_id}")
    shown(context, brief_id, as_json, f"deleted {item_id}; `briefing brief undo {brief_id}` brings it back")


def add_to(group: click.Group) -> None:
    """Put these commands into `briefing brief`."""
    for command in (section, text_, move, judge, drop):
        group.add_command(command)


def _words(text: str, where: str) -> str:
    """A text without the white space around it.

    Raises:
        InvalidError: where nothing else is in it.
    """
    if not text.strip():
        raise InvalidError("there are no words in it", where=where, hint="write at least one")
    return text.strip()


def _ids(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in text.split(","))))
