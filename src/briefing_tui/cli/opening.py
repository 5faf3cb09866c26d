"""`open`: from the short code of a note to the sentence it stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from .output import Context, emit, json_option, say

if TYPE_CHECKING:
    from ..model import Article, Span
    from ..workspace.briefing.codes import Located

OPEN, CLOSE = "⟦", "⟧"
"""Around the words that a code names; no article has them, or hardly any."""


@click.command(name="open")
@click.argument("code")
@json_option
@click.pass_obj
def open_(context: Context, code: str, as_json: bool) -> None:
    """Show the passage that a note's short CODE names, in its context, and the briefs that use it.

    Capitals, hyphens, O for 0 and I or L for 1 do not matter.
    """
    from ..workspace.briefing.codes import locate_code

    with context.workspace(scan=False) as workspace:
        found = locate_code(workspace, code)
    emit(_plain(found)) if as_json else _tell(found)


def _tell(found: Located) -> None:
    from ..model import naming

    seen, article = found.verification, found.article
    if article is None:
        say(f"{found.code} · {found.excerpt.article}: its source is not in the workspace")
    elif seen is None or seen.span is None:
        say(f"{found.code} · {article.id}: {naming.title(article)} · its words are not in the source any more")
    else:
        where = naming.paragraphs(seen.paragraph, seen.last_paragraph)
        say(f"{found.code} · {article.id}, {where} · {seen.state.value}")
        facts = (naming.title(article), naming.authors(article.metadata), naming.outlet(article.metadata))
        say(" · ".join(filter(None, (*facts, naming.issued(article.metadata)))))
        around = context_of(article, seen.span)
        before, words, after = (
            article.text[around.start : seen.span.start],
            seen.span.slice(article.text),
            article.text[seen.span.end : around.end],
        )
        say(f"{before}{OPEN}{words}{CLOSE}{after}")
    if article is None or seen is None or not seen.state.verified:
        say(f"pinned: {OPEN}{found.excerpt.exact}{CLOSE}")
    for use in found.uses:
        said = f"used in {', '.join(use.items)}" if use.items else "used in no item"
        say(f"{use.brief} · {use.title} · pinned as {use.excerpt}, {said}")


def context_of(article: Article, span: Span) -> Span:
    """The paragraphs, or the heading, that a passage stands in."""
    from ..model import Span

    segments = article.segments
    blocks = [*(p.span for p in segments.paragraphs), *(h.span for h in segments.headings)]
    touched = [block for block in blocks if block.start < span.end and span.start < block.end]
    return Span(
        min((block.start for block in touched), default=span.start),
        max((block.end for block in touched), default=span.end),
    )


def _plain(found: Located) -> dict[str, Any]:
    seen, article = found.verification, found.article
    span = seen.span if seen else None
    around = context_of(article, span) if article and span else None
    return {
        "code": found.code,
        "article": found.excerpt.article,
        "exact": found.excerpt.exact,
        "state": seen.state.value if seen else "vanished",
        "paragraph": seen.paragraph if seen and span else None,
        "span": [span.start, span.end] if span else None,
        "context": {"start": around.start, "text": around.slice(article.text)} if article and around else None,
        "uses": [
            {"brief": use.brief, "title": use.title, "excerpt": use.excerpt, "items": list(use.items)}
            for use in found.uses
        ],
    }
