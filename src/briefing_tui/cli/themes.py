"""`theme …`: the themes of the workspace, added and renamed in the file that people write."""

from __future__ import annotations

import click

from .output import Context, emit, json_option, talk


@click.group()
def theme() -> None:
    """Add and rename themes; corpus/themes.yaml has them, with your comments."""


@theme.command("add")
@click.argument("theme_id", metavar="ID")
@click.argument("label")
@click.option("--scope-note", default="", help="What belongs to it, and what does not.")
@click.option("--any", "any_of", default="", metavar="w1,w2", help="Words that put a paragraph on it; * ends one.")
@click.option("--broader", default="", metavar="THEME", help="The theme that it is a part of.")
@json_option
@click.pass_obj
def add(
    context: Context, *, theme_id: str, label: str, scope_note: str, any_of: str, broader: str, as_json: bool
) -> None:
    """Add a theme: a short ID that stays, and the LABEL that screens show."""
    with context.workspace() as workspace:
        added = workspace.themes.add(theme_id, label, scope_note=scope_note, any_of=any_of.split(","), broader=broader)
    if as_json:
        emit({"id": added.id, "prefLabel": added.pref_label})
    talk(f"{added.id}: added to corpus/themes.yaml as '{added.pref_label}'")


@theme.command("rename")
@click.argument("theme_id", metavar="ID")
@click.argument("label")
@json_option
@click.pass_obj
def rename(context: Context, theme_id: str, label: str, as_json: bool) -> None:
    """Call a theme otherwise; its ID stays."""
    with context.workspace() as workspace:
        workspace.themes.rename(theme_id, label)
    if as_json:
        emit({"id": theme_id, "prefLabel": label.strip()})
    talk(f"{theme_id} is called '{label.strip()}' now")
