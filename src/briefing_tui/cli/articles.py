"""`article set` and `article themes`: what a person says about an article."""

from __future__ import annotations

from typing import Any

import click

from ..errors import InvalidError
from .output import Context, emit, json_option, talk


@click.group()
def article() -> None:
    """Correct an article's metadata and themes."""


@article.command("set")
@click.argument("article_id", metavar="ID")
@click.argument("fields", metavar="FIELD=VALUE…", nargs=-1, required=True)
@json_option
@click.pass_obj
def set_(context: Context, article_id: str, fields: tuple[str, ...], as_json: bool) -> None:
    """Set metadata: title, author, container-title, publisher, issued, URL, language, genre, type, republished-by.

    Names as 'Family, Given; Family, Given'; an organisation without a comma. An empty value says that the source does
    not state it.
    """
    with context.workspace() as workspace:
        changed = workspace.set_article(article_id, assignments(fields))
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
        changed = workspace.set_article_themes(article_id, changes)
        _show(workspace, changed, as_json)
        talk(f"{article_id} is on: {', '.join(workspace.article_themes(article_id).themes) or 'no theme'}")


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


def _show(workspace: Any, changed: Any, as_json: bool) -> None:
    from . import shapes

    if as_json:
        emit(shapes.article(changed, workspace.article_themes(changed.id)))
