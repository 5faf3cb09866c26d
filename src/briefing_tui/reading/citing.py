"""Where a passage comes from, in one line."""

from __future__ import annotations

from ..model import Article, TextKind, naming


def citation(article: Article, first: int, last: int) -> str:
    """One line that says where a passage comes from, for pasting elsewhere."""
    metadata = article.metadata
    pages = metadata.pages_of(first, last)
    where = ", ".join((*((naming.pages(*pages),) if pages else ()), naming.paragraphs(first, last)))
    parts = [naming.authors(metadata), naming.title(article), naming.outlet(metadata), naming.issued(metadata)]
    if metadata.text is TextKind.DIGEST:
        where = f"in our digest, {where}"
    return ", ".join(filter(None, [*parts, where, metadata.url]))
