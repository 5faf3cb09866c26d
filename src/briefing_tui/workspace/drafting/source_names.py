"""What people call the sources of a brief, in place of the ids that files have."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from ...model import Article, naming
from ...model.display import one_line

_LONGEST = 40


def source_names(articles: Iterable[Article]) -> dict[str, str]:
    """What each of some articles is called: the shortest name that no other has; its id where all fails."""
    names = {article.id: list(_names(article)) for article in articles}
    times = Counter(name for several in names.values() for name in set(several))
    return {each: next((n for n in several if times[n] == 1), each) for each, several in names.items()}


def with_names(text: str, names: Mapping[str, str]) -> str:
    """A text for people, with the names of sources in place of their ids."""
    return renaming(names)(text)


def renaming(names: Mapping[str, str]) -> Callable[[str], str]:
    """What does the same to many texts; within quotation marks stand words of a source or of the author, no ids."""
    if not names:
        return str
    ids = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    known = re.compile(rf"“[^”]*”|‘[^’]*’|(?<![\w/-])(?P<id>{ids})(?![\w/-])")
    return lambda text: known.sub(lambda match: one_line(names[match["id"]]) if match["id"] else match[0], text)


def _names(article: Article) -> Iterator[str]:
    """Outlet, outlet and date, title; each with a question mark where it is only inferred."""
    outlet, title = naming.outlet(article.metadata), article.metadata.title
    if outlet:
        yield outlet
        yield f"{outlet}, {naming.issued(article.metadata)}"
    if title:
        short = title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1].rstrip()}…"
        yield naming.marked(article.metadata, "title", f"‘{short}’")
