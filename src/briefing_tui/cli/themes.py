"""`theme …`: the themes of the workspace, changed in the file that people write."""

from __future__ import annotations

import click

from .output import Context, emit, json_option, talk


@click.group()
def theme() -> None:
    """Add, rename, edit and remove themes; corpus/themes.yaml has them, with your comments."""


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


@theme.command("edit")
@click.argument("theme_id", metavar="ID")
@click.option("--any", "any_of", metavar="w1,w2", help="Words that put a paragraph on it; * ends one.")
@click.option("--phrases", metavar="p1,p2", help="Phrases that do so, where it keeps them apart.")
@click.option("--not", "none_of", metavar="w1,w2", help="Words and phrases within which a hit does not count.")
@json_option
@click.pass_obj
def edit(
    context: Context, *, theme_id: str, any_of: str | None, phrases: str | None, none_of: str | None, as_json: bool
) -> None:
    """Give a theme other words; a list that is not named stays, an empty one is taken away."""
    given = {"any": any_of, "phrases": phrases, "not": none_of}
    words = {name: said for name, said in given.items() if said is not None}
    if not words:
        raise click.UsageError("name the words to change: --any, --phrases or --not")
    with context.workspace() as workspace:
        kept = workspace.places.relative(workspace.themes.correct(theme_id, words))
        rules = workspace.themes.theme(theme_id).rules
    if as_json:
        emit({"id": theme_id, "any": rules.any, "phrases": rules.phrases, "not": rules.not_, "kept": kept})
    talk(f"{theme_id}: {', '.join((*rules.any, *rules.phrases)) or 'no words'}; the file as it was: {kept}")


@theme.command("remove")
@click.argument("theme_id", metavar="ID")
@json_option
@click.pass_obj
def remove(context: Context, theme_id: str, as_json: bool) -> None:
    """Take a theme out of the file; what articles were put on it by hand stays with them."""
    with context.workspace() as workspace:
        kept = workspace.places.relative(workspace.themes.remove(theme_id))
    if as_json:
        emit({"id": theme_id, "kept": kept})
    talk(f"{theme_id} is removed; the file as it was: {kept}")
