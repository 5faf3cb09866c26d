"""`template …`: the forms that a briefing can have, and copies that a house may change."""

from __future__ import annotations

import click

from .output import Context, emit, json_option, table, talk


@click.group()
def template() -> None:
    """List the forms of a briefing, and copy one into the workspace to change it."""


@template.command("list")
@json_option
@click.pass_obj
def list_(context: Context, as_json: bool) -> None:
    """List the forms."""
    with context.workspace(scan=False) as workspace:
        templates = workspace.templates.all()
        own = {t.id for t in templates if workspace.templates.is_own(t.id)}
    if as_json:
        emit(
            [
                {
                    "id": t.id,
                    "title": t.title,
                    "about": t.about,
                    "own": t.id in own,
                    "parts": list(t.parts),
                    "fields": [{"id": f.id, "required": f.required, "lines": f.lines or None} for f in t.fields],
                    "sections": list(t.sections),
                    "pages": t.pages or None,
                    "paper": t.paper,
                }
                for t in templates
            ]
        )
        return
    table([[t.id, "yes" if t.id in own else "", t.about] for t in templates], heads=["id", "own", "what it is"])


@template.command("copy")
@click.argument("name")
@click.argument("new", default="")
@json_option
@click.pass_obj
def copy(context: Context, name: str, new: str, as_json: bool) -> None:
    """Copy the form NAME into the workspace, as NEW or under its own name, then it goes before the one that ships."""
    with context.workspace(scan=False) as workspace:
        folder = workspace.templates.copy(name, new)
        shown = workspace.places.relative(folder)
    if as_json:
        emit({"id": folder.name, "folder": str(folder)})
    talk(f"copied '{name}' to {shown}: template.yaml, style.css and page.html are yours to change")
