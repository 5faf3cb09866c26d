"""`list`: the articles that the options let through, as the library of the app shows them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from ..errors import InvalidError
from .output import Context, emit_text, json_option, not_loaded, table

if TYPE_CHECKING:
    from ..model import Facet, View
    from ..workspace import Workspace

_FACETS = {
    "theme": "On this theme or one below it (its id).",
    "outlet": "From this outlet.",
    "author": "By this author.",
    "speaker": "Quoting this person.",
    "year": "Of this year, or of years: 2016..2020, or undated.",
    "genre": "Of this kind.",
    "language": "In this language.",
    "text": "Full texts, or digests.",
}
"""Several values of one are alternatives; the options must all hold."""
_SORTS = ("date", "title", "outlet", "length", "relevance")


def _facet_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for name, said in reversed(_FACETS.items()):
        kind = click.Choice(["full", "digest"]) if name == "text" else None
        names = ("--genre", "--kind") if name == "genre" else (f"--{name}",)
        command = click.option(*names, name, multiple=True, type=kind, help=f"{said}")(command)
    return command


@click.command("list")
@_facet_options
@click.option("--unread", is_flag=True, help="Not read yet.")
@click.option("--read", is_flag=True, help="Read.")
@click.option("--marked", is_flag=True, help="Marked.")
@click.option("--pinned", type=click.Choice(["this", "any", "no"]), help="Pinned in this, in any or in no brief.")
@click.option("--words", help="With these letters in title, author, outlet or date.")
@click.option("--query", help="With texts that answer this search.")
@click.option("--view", help="As this saved view; other options go before what it says.")
@click.option("--sort", type=click.Choice(_SORTS), help="The order (default: date, or the view's).")
@json_option
@click.pass_obj
def list_(context: Context, /, as_json: bool, **wanted: Any) -> None:
    """List the articles, and the files that could not be read.

    An option that is given more than once takes any of its values; different ones must all hold.
    """
    with context.workspace() as workspace:
        looked = workspace.look(_view(workspace, wanted))
        if as_json:
            rows = looked.listing()
            listed = [
                {"file": p.file, "line": p.line or None, "field": p.field or None, "message": p.message, "hint": p.hint}
                for p in workspace.problems()
            ]
            emit_text(
                f'{{"total": {len(rows)}, "articles": [{", ".join(rows)}], '
                f'"problems": {json.dumps(listed, ensure_ascii=False)}}}'
            )
            return
        from ..model import naming

        table(
            [
                [
                    h.id,
                    naming.shown(h, "issued", h.issued) or naming.NO_DATE,
                    naming.shown(h, h.outlet_field, h.outlet) or "–",
                    naming.shown(h, "genre", h.genre) or "–",
                    h.text,
                    str(h.words),
                    h.stand_in,
                ]
                for h in looked.headers
            ],
            heads=["id", "date", "outlet", "kind", "text", "words", "title"],
        )
        for p in workspace.articles.problems():
            not_loaded(p)


def _view(workspace: Workspace, wanted: dict[str, Any]) -> View:
    """The view that the options describe, over a saved one."""
    from ..model import Facet, Filter, Sort, View

    view = workspace.views.get(wanted["view"]) if wanted["view"] else View()
    for facet, values in _chosen(wanted):
        view = view.without(facet) if values else view
        for value in values:
            if facet is Facet.THEME:
                _check_theme(workspace, value)
            view &= Filter(facet, value)
    if wanted["words"] is not None:
        view = view.with_words(wanted["words"])
    if wanted["query"] is not None:
        view = view.asking(wanted["query"].strip())
    return replace(view, sort=Sort(wanted["sort"])).settled() if wanted["sort"] else view


def _chosen(wanted: dict[str, Any]) -> list[tuple[Facet, list[str]]]:
    from ..model import Facet

    pinned = [f"{wanted['pinned']} brief"] if wanted["pinned"] else []
    return [
        *((Facet(name), list(wanted[name])) for name in _FACETS),
        (Facet.READING, [name for name in ("unread", "read") if wanted[name]]),
        (Facet.MARK, ["marked"] if wanted["marked"] else []),
        (Facet.PINNED, pinned),
    ]


def _check_theme(workspace: Workspace, theme: str) -> None:
    known = [t.id for t in workspace.articles.matcher.themes]
    if theme not in known:
        raise InvalidError(f"no theme '{theme}'", where="--theme", hint="one of: " + ", ".join(known))
