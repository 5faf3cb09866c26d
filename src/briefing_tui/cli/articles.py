"""`article …`: what a person says about an article, and where its paragraphs begin and end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import InvalidError
from .output import Context, emit, json_option, plural, table, talk

if TYPE_CHECKING:
    from ..model import Article
    from ..workspace import Workspace


@click.group()
def article() -> None:
    """Correct an article: its metadata, its themes, its paragraphs."""


@article.command("set")
@click.argument("article_id", metavar="ID")
@click.argument("fields", metavar="FIELD=VALUE…", nargs=-1, required=True)
@json_option
@click.pass_obj
def set_(context: Context, article_id: str, fields: tuple[str, ...], as_json: bool) -> None:
    """Set metadata: title, author, container-title, publisher, issued, URL, language, genre, type, and further fields.

    These are: republished-by, volume, issue, page, DOI, speakers, admiralty (B2). Names as 'Family, Given; Family,
    Given'; an organisation without a comma. The people quoted as 'Name (role) ¶ 4, 9-11; Name (role)'. An empty value
    says that the source does not state it.
    """
    with context.workspace() as workspace:
        changed = workspace.corrections.set_fields(article_id, assignments(fields))
        _show(workspace, changed, as_json)
        talk(f"{article_id}: {', '.join(f.partition('=')[0] for f in fields)} set")


@article.command("themes", context_settings={"ignore_unknown_options": True})
@click.argument("article_id", metavar="ID")
@click.argument("changes", metavar="±THEME…", nargs=-1, required=True, type=click.UNPROCESSED)
@json_option
@click.pass_obj
def themes(context: Context, article_id: str, changes: tuple[str, ...], as_json: bool) -> None:
    """Put an article on themes (+iran), take it off (-iran), or leave it to the rules again (=iran)."""
    with context.workspace() as workspace:
        changed = workspace.corrections.set_themes(article_id, changes)
        _show(workspace, changed, as_json)
        talk(f"{article_id} is on: {', '.join(workspace.articles.article_themes(article_id).themes) or 'no theme'}")


@article.command("confirm")
@click.argument("article_id", metavar="ID")
@click.argument("fields", metavar="FIELD…", nargs=-1, required=True)
@json_option
@click.pass_obj
def confirm(context: Context, article_id: str, fields: tuple[str, ...], as_json: bool) -> None:
    """Take over what is inferred: from now on it counts as said by you."""
    with context.workspace() as workspace:
        _show(workspace, workspace.corrections.confirm(article_id, fields), as_json)
        talk(f"{article_id}: {', '.join(fields)} confirmed")


@article.command("restore")
@click.argument("article_id", metavar="ID")
@click.argument("lines", metavar="LINE…", nargs=-1, required=True, type=int)
@json_option
@click.pass_obj
def restore(context: Context, article_id: str, lines: tuple[int, ...], as_json: bool) -> None:
    """Take dropped lines back into the text, each in its place; `import` tells their numbers."""
    with context.workspace() as workspace:
        _show(workspace, workspace.corrections.restore(article_id, lines), as_json)
        _tell_briefs(workspace, article_id, f"{plural(len(set(lines)), 'line')} restored")


@article.command("split")
@click.argument("article_id", metavar="ID")
@click.argument("paragraph", metavar="¶", type=int)
@click.argument("offset", type=int)
@json_option
@click.pass_obj
def split(context: Context, article_id: str, paragraph: int, offset: int, as_json: bool) -> None:
    """Make a paragraph two: OFFSET characters after its beginning, between two words."""
    with context.workspace() as workspace:
        _show(workspace, workspace.corrections.split(article_id, paragraph, offset), as_json)
        _tell_briefs(workspace, article_id, f"¶ {paragraph} is now ¶ {paragraph} and {paragraph + 1}")


@article.command("join")
@click.argument("article_id", metavar="ID")
@click.argument("paragraph", metavar="¶", type=int)
@json_option
@click.pass_obj
def join(context: Context, article_id: str, paragraph: int, as_json: bool) -> None:
    """Make a paragraph and the one after it one."""
    with context.workspace() as workspace:
        _show(workspace, workspace.corrections.join(article_id, paragraph), as_json)
        _tell_briefs(workspace, article_id, f"¶ {paragraph} and {paragraph + 1} are now ¶ {paragraph}")


@article.command("attach")
@click.argument("article_id", metavar="ID")
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@click.pass_obj
def attach(context: Context, article_id: str, file: Path, as_json: bool) -> None:
    """Give a record without a text the text of a file; what the record states stays."""
    with context.workspace() as workspace:
        imported = workspace.importing.attach(article_id, file)
        _show(workspace, imported.article, as_json)
        size = plural(len(imported.article.segments.paragraphs), "paragraph")
        talk(f"{article_id}: text of {imported.source}: {size}")
        for warning in imported.warnings:
            talk(f"  {warning}")


@article.command("undo")
@click.argument("article_id", metavar="ID")
@json_option
@click.pass_obj
def undo(context: Context, article_id: str, as_json: bool) -> None:
    """Take the last correction of an article back, whenever it was made."""
    with context.workspace() as workspace:
        _stepped(workspace, workspace.corrections.undo(article_id), "undone", as_json)


@article.command("redo")
@click.argument("article_id", metavar="ID")
@json_option
@click.pass_obj
def redo(context: Context, article_id: str, as_json: bool) -> None:
    """Make the correction again that was taken back last."""
    with context.workspace() as workspace:
        _stepped(workspace, workspace.corrections.redo(article_id), "done again", as_json)


@article.command("history")
@click.argument("article_id", metavar="ID")
@json_option
@click.pass_obj
def history(context: Context, article_id: str, as_json: bool) -> None:
    """List the corrections of an article, the oldest first, and those that were taken back."""
    with context.workspace() as workspace:
        done, undone = workspace.corrections.steps(article_id)
    steps = [*((step, True) for step in done), *((step, False) for step in undone)]
    if as_json:
        emit([{"at": step.at, "label": step.label, "holds": holds} for step, holds in steps])
        return
    rows = [[step.at, "" if holds else "taken back", step.label] for step, holds in steps]
    if rows:
        table(rows, heads=["when", "", "what"])
    else:
        talk(f"{article_id}: nothing was corrected")


def _stepped(workspace: Workspace, step: tuple[Article, str], said: str, as_json: bool) -> None:
    """Show the article after a step through its corrections, and say which one it was."""
    changed, label = step
    _show(workspace, changed, as_json)
    _tell_briefs(workspace, changed.id, f"{said}: {label}")


def assignments(fields: tuple[str, ...]) -> dict[str, str]:
    """`FIELD=VALUE` pairs.

    Raises:
        InvalidError: where one has no `=`.
    """
    result: dict[str, str] = {}
    for text in fields:
        name, equals, value = text.partition("=")
        if not equals:
            raise InvalidError(f"'{text}' is not FIELD=VALUE", where=text, hint="for example: issued=2019-11")
        result[name.strip()] = value
    return result


def _tell_briefs(workspace: Workspace, article_id: str, done: str) -> None:
    """Say what was done, and which briefs quote the article: their excerpts may stand elsewhere now."""
    talk(f"{article_id}: {done}")
    if quoting := workspace.removal.quoting(article_id):
        talk(f"quoted in {', '.join(quoting)}: what moved is still verified; `briefing brief reanchor ID` notes it")


def _show(workspace: Workspace, changed: Article, as_json: bool) -> None:
    from . import shapes

    if as_json:
        emit(shapes.article(changed, workspace.articles.article_themes(changed.id)))
