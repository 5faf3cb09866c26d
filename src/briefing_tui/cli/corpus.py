"""`show`, `search` and `themes`: reading the corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..errors import InvalidError
from .output import Context, emit, json_option, not_loaded, say, table, talk

if TYPE_CHECKING:
    from ..model import Filters
    from ..workspace import Workspace


def _filters(workspace: Workspace, wanted: dict[str, str | None]) -> Filters:
    from ..model import Facet, Filter, Filters

    filters = Filters()
    for name, value in wanted.items():
        if value is None:
            continue
        if name == "theme" and value not in (known := [c.theme.id for c in workspace.articles.theme_counts()]):
            raise InvalidError(f"no theme '{value}'", where="--theme", hint="one of: " + ", ".join(known))
        filters &= Filter(Facet(name), value)
    return filters


@click.command()
@click.argument("article_id", metavar="ID")
@click.option("--paragraphs", help="Only these: 3, 3-5 or 3,7-9.")
@json_option
@click.pass_obj
def show(context: Context, article_id: str, paragraphs: str | None, as_json: bool) -> None:
    """Show an article: its metadata and its numbered paragraphs."""
    from . import shapes

    wanted = _numbers(paragraphs) if paragraphs else None
    with context.workspace(scan=False) as workspace:
        article = workspace.articles.article(article_id)
        plain = shapes.article(article, workspace.articles.article_themes(article_id), wanted)
    if as_json:
        emit(plain)
        return
    from ..model import naming

    say(naming.title(article))
    say(
        " · ".join(
            filter(
                None,
                (naming.authors(article.metadata), naming.outlet(article.metadata), naming.issued(article.metadata)),
            )
        )
    )
    say(
        f"{article.metadata.text.value} text · {len(article.segments.paragraphs)} paragraphs · on "
        + (", ".join(plain["themes"]) or "no theme")
    )
    heading = None
    for p in plain["paragraphs"]:
        if p["heading"] != heading:
            heading = p["heading"]
            say()
            say(f"## {heading}")
        say()
        matched = "; ".join(f"{m['id']}: {', '.join(m['matched']) or 'set by hand'}" for m in p["themes"])
        say(f"¶ {p['n']}  {p['text']}")
        if matched:
            say(f"     [{matched}]")


def _numbers(text: str) -> set[int]:
    numbers: set[int] = set()
    for part in text.split(","):
        first, dash, last = part.strip().partition("-")
        if not first.isdecimal() or (dash and not last.isdecimal()) or len(part) > 40:
            raise InvalidError(f"'{text}' names no paragraphs", where="--paragraphs", hint="3, 3-5 or 3,7-9")
        low, high = int(first), int(last or first)
        if high - low > 100_000:
            raise InvalidError(
                f"'{part}' is too wide a range", where="--paragraphs", hint="leave the option out for all"
            )
        numbers.update(range(low, high + 1))
    return numbers


@click.command()
@click.argument("query")
@click.option("--theme", help="Only articles on this theme.")
@click.option("--limit", type=click.IntRange(1, 10_000), default=20, help="How many hits (default: 20).")
@click.option("--newest", is_flag=True, help="Newest first, instead of the best match.")
@json_option
@click.pass_obj
def search(context: Context, *, query: str, theme: str | None, limit: int, newest: bool, as_json: bool) -> None:
    """Search titles and texts: words, "phrases", prefix*, -not, OR, fields.

    The fields are theme: outlet: author: speaker: year:2016..2020 kind: language: text: title: and -field: leaves out.
    """
    with context.workspace() as workspace:
        filters = _filters(workspace, {"theme": theme})
        results = workspace.articles.search(query, filters=filters, limit=limit, newest=newest)
        reason = "" if results.total else workspace.articles.why_nothing(query, filters=filters)
    if as_json:
        hits = [
            {
                "article": h.article,
                "paragraph": h.paragraph,
                "start": h.start,
                "end": h.end,
                "snippet": h.snippet,
                "score": h.score,
                "in-title": h.in_title,
            }
            for h in results.hits
        ]
        emit({"total": results.total, "exact": results.exact, "hits": hits, "reason": reason})
        return
    for hit in results.hits:
        say(f"{hit.article} {'title' if hit.in_title else f'¶ {hit.paragraph}'}: {hit.snippet}")
    talk(f"{len(results.hits)} of {'' if results.exact else 'about '}{results.total}{f': {reason}' * bool(reason)}")


@click.command()
@json_option
@click.pass_obj
def themes(context: Context, as_json: bool) -> None:
    """List the themes with how many articles and paragraphs are on each."""
    with context.workspace() as workspace:
        found = workspace.articles.theme_counts()
        problems = workspace.articles.problems()
    if as_json:
        emit(
            [
                {"id": c.theme.id, "prefLabel": c.theme.pref_label, "articles": c.articles, "paragraphs": c.paragraphs}
                for c in found
            ]
        )
    else:
        table(
            [[c.theme.id, str(c.articles), str(c.paragraphs), c.theme.pref_label] for c in found],
            heads=["id", "articles", "¶", "label"],
        )
    for p in problems:
        if p.file.endswith("themes.yaml"):
            not_loaded(p)
