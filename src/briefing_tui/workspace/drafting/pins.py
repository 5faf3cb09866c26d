"""Where the passages of a brief stand in an article as it is now."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Article, Brief, Span


def overlapping(brief: Brief, article: Article, span: Span) -> tuple[str, ...]:
    """The passages in use that share words with a passage of an article and are other than it."""
    return tuple(e for e, there in standing(brief, article) if there.overlaps(span) and there != span and brief.uses(e))


def standing(brief: Brief, article: Article) -> Iterator[tuple[str, Span]]:
    """The passages that still stand in an article: those of an older text are looked for."""
    for excerpt in brief.excerpts.values():
        if excerpt.article != article.id:
            continue
        if excerpt.sha256 == article.sha256:
            yield excerpt.id, excerpt.span
            continue
        from ...checks import verify

        found = verify(excerpt, article)
        if found.span is not None and found.state.verified:
            yield excerpt.id, found.span
