"""What lists show of the articles of a brief, from their files where the index has lost them."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from ...errors import BriefingError
from ...model import ArticleThemes, Header

if TYPE_CHECKING:
    from .corpus import Corpus


def read_headers(articles: Corpus, ids: Iterable[str]) -> dict[str, Header]:
    """The headers of some articles, read from their files, without those that cannot be read. Slow.

    Args:
        articles: all of them.
        ids: of those that are wanted.
    """
    from ...search import header

    found = {}
    for article in ids:
        with suppress(BriefingError):
            found[article] = header(articles.article(article), ArticleThemes((), ()))
    return found
