"""`shares`: passages that articles have in common."""

from __future__ import annotations

import click

from .output import Context, emit, json_option, plural, say, talk


@click.command()
@click.argument("article_id", metavar="ID")
@json_option
@click.pass_obj
def shares(context: Context, article_id: str, as_json: bool) -> None:
    """List the passages that an article has in common with others: runs of nine words or more, both places."""
    with context.workspace() as workspace:
        found = workspace.links.shares(article_id)
        texts = {one.article: workspace.articles.article(one.article).text for one in found} if not as_json else {}
        own = workspace.articles.article(article_id).text
    if as_json:
        emit(
            [
                {
                    "article": one.article,
                    "passages": [
                        {
                            "words": p.words,
                            "here": [p.here.start, p.here.end],
                            "there": [p.there.start, p.there.end],
                        }
                        for p in one.passages
                    ],
                }
                for one in found
            ]
        )
        return
    for one in found:
        say(
            f"{one.article}: {plural(len(one.passages), 'passage')}, {one.words} words ({one.here:.0%} of {article_id})"
        )
        for p in one.passages:
            here, there = p.here.slice(own), p.there.slice(texts[one.article])
            say(f"  {p.words} words  {here}")
            if here != there:
                say(f"     there: {there}")
    if not found:
        talk(f"{article_id} shares no passage of nine words or more with another article")
