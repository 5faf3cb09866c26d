"""`forget` and `undo-import`: taking articles out again."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from .output import Context, emit, json_option, plural, say, talk

if TYPE_CHECKING:
    from ..workspace.articles.removal import Removed


@click.command()
@click.argument("article_id", metavar="ID")
@click.option(
    "--force", is_flag=True, help="Even where a brief quotes it; the brief then says that its source is gone."
)
@json_option
@click.pass_obj
def forget(context: Context, article_id: str, force: bool, as_json: bool) -> None:
    """Take an article out of the workspace, into corpus/.trash with all that belongs to it."""
    with context.workspace() as workspace:
        removed = workspace.removal.forget(article_id, force=force)
    if as_json:
        emit(_shape(removed))
    else:
        _tell(removed)


@click.command("undo-import")
@click.option("--force", is_flag=True, help="Even where a brief quotes one of the articles.")
@json_option
@click.pass_obj
def undo_import(context: Context, force: bool, as_json: bool) -> None:
    """Take out again what the last import made."""
    with context.workspace() as workspace:
        removed = workspace.removal.undo_import(force=force)
    if as_json:
        emit({"removed": [_shape(one) for one in removed]})
        return
    for one in removed:
        _tell(one)
    began = datetime.fromisoformat(removed[0].imported).astimezone()
    talk(f"{plural(len(removed), 'article')} taken out: the import of {began:%Y-%m-%d %H:%M}")


def _shape(removed: Removed) -> dict[str, Any]:
    return {"id": removed.article, "trash": str(removed.trash), "quoted-by": list(removed.quoted_by)}


def _tell(removed: Removed) -> None:
    say(f"{removed.article}: now in {removed.trash}")
    if removed.quoted_by:
        talk(f"  quoted in {', '.join(removed.quoted_by)}, which now say that their source is gone")
