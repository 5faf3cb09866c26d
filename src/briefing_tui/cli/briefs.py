"""`brief list`, `new`, `show`, `set`, `copy`, `delete`, `restore`, `undo`, `redo`, `reanchor`: briefs as a whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from ..model.brief_fields import FIELDS, SAID
from .articles import assignments
from .output import Context, emit, json_option, of_brief, say, table, talk

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..model import Brief, Verification
    from ..storage import BriefSession


VALUES = {"template": ": briefing template list", "cut-off": ", written YYYY-MM-DD", "scale": ": icd203, phia or none"}
"""What is said further of the options that take certain values alone."""


@click.group()
def brief() -> None:
    """Make, show and edit briefs."""


@brief.command("list")
@json_option
@click.pass_obj
def list_(context: Context, as_json: bool) -> None:
    """List the briefs."""
    with context.workspace(scan=False) as workspace:
        heads = workspace.briefs.heads()
    if as_json:
        emit(
            [
                {"id": h.id, "title": h.title, "items": h.items, "modified": h.modified, "problem": h.problem or None}
                for h in heads
            ]
        )
        return
    table(
        [[h.id, str(h.items), h.modified, h.problem or h.title] for h in heads],
        heads=["id", "items", "modified", "title"],
    )


def _field_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """An option for each of the brief's own fields but the title."""
    for name in reversed(FIELDS[1:]):
        said = f"{SAID[name]}{VALUES.get(name, '')}"
        command = click.option(f"--{name}", help=f"{said[:1].upper()}{said[1:]}.")(command)
    return command


@brief.command("new")
@of_brief
@click.option("--title", required=True, help="The title.")
@_field_options
def new(context: Context, /, brief_id: str, title: str, as_json: bool, **fields: str | None) -> None:
    """Make a brief, dated today."""
    with context.workspace(scan=False) as workspace:
        workspace.briefs.new(brief_id, title, **{name: value for name, value in fields.items() if value is not None})
    shown(context, brief_id, as_json, f"made brief '{brief_id}'")


@brief.command("show")
@of_brief
def show(context: Context, brief_id: str, as_json: bool) -> None:
    """Show a brief as it is stored, each excerpt with its state."""
    from . import shapes

    with context.workspace(scan=False) as workspace:
        value = workspace.briefs.read(brief_id)
        found = workspace.briefing.verify(value)
    if as_json:
        emit(shapes.brief(value, found))
        return
    _print(value, found)


@brief.command("set")
@of_brief
@click.argument("fields", metavar="FIELD=VALUE…", nargs=-1, required=True)
def set_(context: Context, brief_id: str, fields: tuple[str, ...], as_json: bool) -> None:
    """Set the brief's own fields: title, date, addressee, marking, bottom-line and the like.

    An empty value is the one that a new brief has.
    """
    values = assignments(fields)
    with context.edited(brief_id) as (workspace, session):
        changed = workspace.briefs.set_fields(session, values)
    said = ", ".join(values)
    shown(context, brief_id, as_json, f"set {said}" if changed else f"nothing changed: {said} had that value already")


@brief.command("copy")
@of_brief
@click.argument("new_id", metavar="NEW")
def copy(context: Context, brief_id: str, new_id: str, as_json: bool) -> None:
    """Copy a brief under another id."""
    with context.workspace(scan=False) as workspace:
        workspace.briefs.copy(brief_id, new_id)
    shown(context, new_id, as_json, f"copied '{brief_id}' to '{new_id}'")


@brief.command("delete")
@of_brief
def delete(context: Context, brief_id: str, as_json: bool) -> None:
    """Move a brief to the trash folder."""
    from . import shapes

    with context.workspace(scan=False) as workspace:
        value = workspace.briefs.read(brief_id)
        found = workspace.briefing.verify(value)
        trashed = workspace.briefs.delete(brief_id)
    if as_json:
        emit({**shapes.brief(value, found), "trash": str(trashed)})
    talk(f"'{brief_id}' is in {trashed}")


@brief.command("restore")
@of_brief
def restore(context: Context, brief_id: str, as_json: bool) -> None:
    """Bring back a brief whose file is broken or gone, as it was after its last edit."""
    with context.workspace(scan=False) as workspace:
        said = workspace.briefs.restore(brief_id)
    shown(context, brief_id, as_json, said)


@brief.command("undo")
@of_brief
def undo(context: Context, brief_id: str, as_json: bool) -> None:
    """Undo the last step."""
    nothing = "there is nothing to undo"
    _step(context, brief_id, lambda session: session.undo(), done="undone", nothing=nothing, as_json=as_json)


@brief.command("redo")
@of_brief
def redo(context: Context, brief_id: str, as_json: bool) -> None:
    """Do again what was undone."""
    nothing = "there is nothing to do again"
    _step(context, brief_id, lambda session: session.redo(), done="done again", nothing=nothing, as_json=as_json)


@brief.command("reanchor")
@click.option("--newer", is_flag=True, help="Onto newer versions of its sources, where they have the very words.")
@of_brief
def reanchor(context: Context, brief_id: str, newer: bool, as_json: bool) -> None:
    """Note the new place of every excerpt whose words moved; altered and vanished ones stay as they are."""
    with context.edited(brief_id, scan=newer) as (workspace, session):
        before = session.brief.excerpts
        if newer:
            result = workspace.to_newer(session.brief)
            if result.moved:
                session.edit(result.brief, "onto newer versions: " + ", ".join(result.moved))
            for excerpt, article, state in result.left:
                talk(f"{excerpt} stays with the older version: in '{article}' its words are {state.value}")
        value = workspace.briefing.reanchored(session.brief)
        if value != session.brief:
            session.edit(value, "re-anchor what moved")
        moved = [i for i, e in session.brief.excerpts.items() if e != before[i]]
    shown(context, brief_id, as_json, f"re-anchored: {', '.join(moved)}" if moved else "nothing has moved")


def _print(brief: Brief, found: Mapping[str, Verification]) -> None:
    """A brief for people, each excerpt with the mark of its state."""
    from ..workspace.drafting import alterations

    say(f"{brief.title}  ({brief.id})")
    if brief.newer_format:
        say(f"  format: {brief.newer_format}, of a newer version: only what this program knows is shown")
    for name in FIELDS[1:]:
        if text := getattr(brief, name.replace("-", "_")):
            say(f"  {name}: {text}")
    for j in brief.judgements:
        say(f"{j.id} * {j.text}")
        say(f"     {j.likelihood or 'no likelihood'}; confidence {j.confidence.level or 'not given'}")
        say(f"     for {', '.join(j.for_) or '–'}; against {', '.join(j.against) or '–'}")
    for section in brief.sections:
        say(f"{section.id} {'#' * section.level} {section.title}")
        for item in section.items:
            excerpt = brief.excerpts.get(item.excerpt)
            if excerpt is None:
                missing = "" if item.kind == "text" else f"✗ no excerpt '{item.excerpt}' "
                say(f"  {item.id} {missing}{item.text}")
                continue
            mark = found[excerpt.id].state.mark
            quoted = "\n\n".join(stretch.text for stretch in excerpt.printed())
            words = f"“{quoted}”" if item.kind == "quote" else f"~ {item.text}"
            place = "; ".join(filter(None, (f"{excerpt.article} ¶ {excerpt.paragraph}", alterations.remarks(excerpt))))
            say(f"  {item.id} {excerpt.id} {mark} {words} ({place})")
    for s in brief.suppressed:
        say(f"suppressed at {s.place or 'the brief'}: {s.rule}: {s.reason}")


def _step(
    context: Context,
    brief_id: str,
    take: Callable[[BriefSession], str | None],
    *,
    done: str,
    nothing: str,
    as_json: bool,
) -> None:
    """Go one step back or forth; `take` gives its label, `None` where there is none."""
    with context.edited(brief_id) as (_, session):
        label = take(session)
        older = f" ({session.dropped} older steps were dropped)" if session.dropped else ""
    shown(context, brief_id, as_json, nothing + older if label is None else f"{done}: {label}")


def shown(context: Context, brief_id: str, as_json: bool, message: str) -> None:
    """The brief after a command, for scripts; a line for people."""
    from . import shapes

    if as_json:
        with context.workspace(scan=False) as workspace:
            value = workspace.briefs.read(brief_id)
            emit(shapes.brief(value, workspace.briefing.verify(value)))
    talk(message)
