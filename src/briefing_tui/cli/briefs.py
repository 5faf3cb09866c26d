"""`brief list`, `new`, `show`, `set`, `copy`, `delete`, `undo`, `redo`, `reanchor`: briefs as a whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from ..model.brief_fields import FIELDS
from .articles import assignments
from .output import Context, emit, json_option, say, table, talk


@click.group()
def brief() -> None:
    """Make, show and edit briefs."""


@brief.command("list")
@json_option
@click.pass_obj
def list_(context: Context, as_json: bool) -> None:
    """List the briefs."""
    with context.workspace(scan=False) as workspace:
        heads = workspace.briefs()
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
        command = click.option(f"--{name}", help=f"The brief's {name}.")(command)
    return command


@brief.command("new")
@click.argument("brief_id", metavar="ID")
@click.option("--title", required=True, help="The title.")
@_field_options
@json_option
@click.pass_obj
def new(context: Context, /, brief_id: str, title: str, as_json: bool, **fields: str | None) -> None:
    """Make a brief, dated today."""
    with context.workspace(scan=False) as workspace:
        workspace.new_brief(brief_id, title, **{name: value for name, value in fields.items() if value is not None})
    shown(context, brief_id, as_json, f"made brief '{brief_id}'")


@brief.command("show")
@click.argument("brief_id", metavar="ID")
@json_option
@click.pass_obj
def show(context: Context, brief_id: str, as_json: bool) -> None:
    """Show a brief as it is stored, each excerpt with its state."""
    from . import shapes

    with context.workspace(scan=False) as workspace:
        value = workspace.brief(brief_id)
        found = workspace.verify(value)
    if as_json:
        emit(shapes.brief(value, found))
        return
    say(f"{value.title}  ({value.id})")
    for name in FIELDS[1:]:
        if text := getattr(value, name.replace("-", "_")):
            say(f"  {name}: {text}")
    for j in value.judgements:
        say(f"{j.id} * {j.text}")
        say(f"     {j.likelihood or 'no likelihood'}; confidence {j.confidence.level or 'not given'}")
        say(f"     for {', '.join(j.for_) or '–'}; against {', '.join(j.against) or '–'}")
    for section in value.sections:
        say(f"{section.id} {'#' * section.level} {section.title}")
        for item in section.items:
            excerpt = value.excerpts.get(item.excerpt)
            if excerpt is None:
                say(f"  {item.id} {item.text}")
                continue
            mark = found[excerpt.id].state.mark
            words = f"“{excerpt.exact}”" if item.kind == "quote" else f"~ {item.text}"
            say(f"  {item.id} {excerpt.id} {mark} {words} ({excerpt.article} ¶ {excerpt.paragraph})")


@brief.command("set")
@click.argument("brief_id", metavar="ID")
@click.argument("fields", metavar="FIELD=VALUE…", nargs=-1, required=True)
@json_option
@click.pass_obj
def set_(context: Context, brief_id: str, fields: tuple[str, ...], as_json: bool) -> None:
    """Set the brief's own fields: title, date, addressee, marking, bottom-line and the like."""
    from ..model.edits import set_field

    values = assignments(fields)
    with context.edited(brief_id) as (_, session):
        value = session.brief
        for name, text in values.items():
            value = set_field(value, name, text)
        session.edit(value, "set " + ", ".join(values))
    shown(context, brief_id, as_json, f"set {', '.join(values)}")


@brief.command("copy")
@click.argument("brief_id", metavar="ID")
@click.argument("new_id", metavar="NEW")
@json_option
@click.pass_obj
def copy(context: Context, brief_id: str, new_id: str, as_json: bool) -> None:
    """Copy a brief under another id."""
    with context.workspace(scan=False) as workspace:
        workspace.copy_brief(brief_id, new_id)
    shown(context, new_id, as_json, f"copied '{brief_id}' to '{new_id}'")


@brief.command("delete")
@click.argument("brief_id", metavar="ID")
@json_option
@click.pass_obj
def delete(context: Context, brief_id: str, as_json: bool) -> None:
    """Move a brief to the trash folder."""
    from . import shapes

    with context.workspace(scan=False) as workspace:
        value = workspace.brief(brief_id)
        found = workspace.verify(value)
        trashed = workspace.delete_brief(brief_id)
    if as_json:
        emit({**shapes.brief(value, found), "trash": str(trashed)})
    talk(f"'{brief_id}' is in {trashed}")


@brief.command("undo")
@click.argument("brief_id", metavar="ID")
@json_option
@click.pass_obj
def undo(context: Context, brief_id: str, as_json: bool) -> None:
    """Undo the last step."""
    with context.edited(brief_id) as (_, session):
        label = session.undo()
        older = f" ({session.dropped} older steps were dropped)" if session.dropped and label is None else ""
    shown(context, brief_id, as_json, f"undone: {label}" if label else f"there is nothing to undo{older}")


@brief.command("redo")
@click.argument("brief_id", metavar="ID")
@json_option
@click.pass_obj
def redo(context: Context, brief_id: str, as_json: bool) -> None:
    """Do again what was undone."""
    with context.edited(brief_id) as (_, session):
        label = session.redo()
    shown(context, brief_id, as_json, f"done again: {label}" if label else "there is nothing to do again")


@brief.command("reanchor")
@click.argument("brief_id", metavar="ID")
@json_option
@click.pass_obj
def reanchor(context: Context, brief_id: str, as_json: bool) -> None:
    """Note the new place of every excerpt whose words moved; altered and vanished ones stay as they are."""
    with context.edited(brief_id) as (workspace, session):
        value = workspace.reanchored(session.brief)
        moved = [i for i, e in value.excerpts.items() if e != session.brief.excerpts[i]]
        if moved:
            session.edit(value, "re-anchor " + ", ".join(moved))
    shown(context, brief_id, as_json, f"re-anchored: {', '.join(moved)}" if moved else "nothing has moved")


def shown(context: Context, brief_id: str, as_json: bool, message: str) -> None:
    """The brief after a command, for scripts; a line for people."""
    from . import shapes

    if as_json:
        with context.workspace(scan=False) as workspace:
            value = workspace.brief(brief_id)
            emit(shapes.brief(value, workspace.verify(value)))
    talk(message)
