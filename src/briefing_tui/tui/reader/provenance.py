"""Who says it, where and when, and how we know: the lines over an article."""

from __future__ import annotations

import re

from ...model import Metadata, State, TextKind, naming
from ..lines import harmless

_LINE = re.compile(r"line (\d+)")
_SAID = {State.STATED: "stated", State.USER: "by hand", State.INFERRED: "inferred", State.MISSING: "missing"}


def source(metadata: Metadata) -> str:
    """'The Moscow Times · op-ed · Micky Aharonson · 2019-11-20'; what is only inferred in brackets, nothing missing."""
    author = naming.authors(metadata) if metadata.author else ""
    issued = naming.issued(metadata) if metadata.issued else ""
    genre = naming.marked(metadata, "genre", metadata.genre) if metadata.genre else ""
    parts = (naming.outlet(metadata), genre, author, issued)
    return " · ".join(harmless(part) for part in parts if part)


def how_we_know(metadata: Metadata) -> str:
    """'stated title, author (l.7) · inferred date · missing outlet · full text'; every field is named."""
    outlet = "publisher" if metadata.publisher and not metadata.container_title else "container-title"
    facts: dict[str, list[str]] = {said: [] for said in _SAID.values()}
    for field, label in (("title", "title"), ("author", "author"), (outlet, "outlet"), ("issued", "date")):
        line = _LINE.match(metadata.evidence.get(field, ""))
        facts[_SAID[metadata.state(field)]].append(label + (f" (l.{line[1]})" if line else ""))
    kind = "a record, no text" if metadata.is_record else "full text"
    kind = "digest: paraphrase only" if metadata.text is TextKind.DIGEST else kind
    known = [f"{said} {', '.join(fields)}" for said, fields in facts.items() if fields]
    return " · ".join([*known, kind])
