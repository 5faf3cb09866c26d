"""Who says it, where and when, and how we know: the lines over an article."""

from __future__ import annotations

import re

from ...model import Article, Metadata, State, TextKind, naming
from ..lines import harmless

_LINE = re.compile(r"line (\d+)")
_CONFIRMED = {State.STATED: "stated", State.INFERRED: "inferred", State.USER: "entered by hand"}


def source(metadata: Metadata) -> str:
    """'The Moscow Times · op-ed · Micky Aharonson · 2019-11-20'; what is only inferred in brackets, nothing missing."""
    author = naming.authors(metadata) if metadata.author else ""
    issued = naming.issued(metadata) if metadata.issued else ""
    genre = naming.marked(metadata, "genre", metadata.genre) if metadata.genre else ""
    parts = (naming.outlet(metadata), genre, author, issued)
    return " · ".join(harmless(part) for part in parts if part)


def how_we_know(metadata: Metadata) -> str:
    """'author stated l.7 · date inferred · full text'; what is missing is said to be."""
    facts = [] if naming.outlet(metadata) else ["no outlet stated"]
    facts += [_fact(metadata, "author", "author"), _fact(metadata, "issued", "date")]
    digest = metadata.text is TextKind.DIGEST
    return " · ".join([*facts, "digest: paraphrase only" if digest else "full text"])


def citation(article: Article, first: int, last: int) -> str:
    """One line that says where a passage comes from, for pasting elsewhere."""
    metadata = article.metadata
    pages = metadata.pages_of(first, last)
    where = ", ".join((*((naming.pages(*pages),) if pages else ()), naming.paragraphs(first, last)))
    parts = [naming.authors(metadata), naming.title(article), naming.outlet(metadata), naming.issued(metadata)]
    if metadata.text is TextKind.DIGEST:
        where = f"in our digest, {where}"
    return ", ".join(filter(None, [*parts, where, metadata.url]))


def _fact(metadata: Metadata, field: str, label: str) -> str:
    state = metadata.state(field)
    if state is State.MISSING:
        return f"no {label} stated"
    line = _LINE.match(metadata.evidence.get(field, ""))
    return f"{label} {_CONFIRMED[state]}" + (f" l.{line[1]}" if line else "")
