"""Where passages stand in an article that was written anew while it was read."""

from __future__ import annotations

from ...model import Article, Span, take


def stands_at(span: Span, old: Article, new: Article) -> Span | None:
    """Where exactly the same words stand now: those nearest to the old neighbours; `None` where they are gone."""
    from ...checks import verify

    found = verify(take(old, span), new)
    return found.span if found.state.verified else None


def nearest_to(span: Span, old: Article, new: Article) -> int:
    """Where to go on reading: at the same words, else at those most like them, else at the ¶ of the same number."""
    from ...checks import verify

    found = verify(take(old, span), new).span
    if found is not None:
        return found.start
    n = min(old.segments.locate(span)[0], len(new.segments.paragraphs))
    paragraph = new.segments.paragraph(n)
    return paragraph.span.start if paragraph else 0
