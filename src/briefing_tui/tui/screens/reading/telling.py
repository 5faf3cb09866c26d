"""What is told of an article that is read: of its paragraphs, and of what has become of it meanwhile."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ....model import Article, ArticleThemes, Brief, naming
from ....reading import Place
from ...lines import harmless, quoted


def about(
    article: Article, place: Place, themes: ArticleThemes, labels: Mapping[str, str], theme: str, *, key: str = ""
) -> str:
    """What a paragraph is on, with the words that say so, and what it stands under.

    Args:
        article: what is read.
        place: where one is in it.
        themes: what its paragraphs are on.
        labels: the names of the themes.
        theme: the one that is followed; it comes first, named also where the paragraph is not on it.
        key: the one that follows it.

    Returns:
        an empty text for a heading.
    """
    paragraph = article.segments.paragraph(place.first) if not place.heading else None
    if paragraph is None:
        return ""
    matches = themes.paragraphs[place.first - 1] if place.first <= len(themes.paragraphs) else ()
    ordered = sorted(matches, key=lambda match: match.id != theme)
    facts = [f"{labels.get(m.id, m.id)} ({', '.join(m.matched) or 'set by hand'})" for m in ordered]
    if theme and key:
        on_it = bool(ordered) and ordered[0].id == theme
        facts[:on_it] = [f"{key} follows {facts[0] if on_it else labels.get(theme, theme)}"]
    if paragraph.heading >= 0:
        facts.append(f"under {quoted(article.segments.headings[paragraph.heading].span.slice(article.text))}")
    return harmless(" · ".join(facts))


def changed(article: Article, brief: Brief | None, standing: Collection[str]) -> str:
    """Says that an article was changed, and which passages pinned from it no longer stand there."""
    said = f"‘{harmless(naming.title(article))}’ has changed: this is how it reads now"
    pinned = [e.id for e in brief.excerpts.values() if e.article == article.id] if brief else []
    gone = [e for e in pinned if e not in standing]
    return f"{said}\nPinned from it, and no longer there as it was: {' '.join(gone)}" if gone else said
