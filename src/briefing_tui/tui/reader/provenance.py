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


def how_we_know(metadata: Metadata) -> tuple[str, ...]:
    """'stated title, author (l.7) · inferred date · missing outlet · full text', and the same in ever fewer words.

    Each of them names every field that is not stated.
    """
    with_lines, plain = (_facts(metadata, lines=lines) for lines in (True, False))
    stated = plain[_SAID[State.STATED]]
    doubtful = [fact for fact in plain.values() if fact and fact != stated]
    everything = stated if State.INFERRED in metadata.states.values() else "all stated"  # of fields not named here
    few = [*doubtful, *(["rest stated" if doubtful else everything] if stated else [])]
    kind, short = ("a record, no text", "record") if metadata.is_record else ("full text", "")
    if metadata.text is TextKind.DIGEST:
        kind, short = "digest: paraphrase only", "digest"
    forms = ((*with_lines.values(), kind), (*plain.values(), kind), (*few, kind), (*few, short))
    return tuple(dict.fromkeys(" · ".join(filter(None, form)) for form in forms))


def _facts(metadata: Metadata, *, lines: bool) -> dict[str, str]:
    """'stated title, author (l.7)' and so on by what is said; empty where that is said of nothing."""
    published = metadata.publisher and not metadata.container_title
    outlet = ("publisher", "publisher") if published else ("container-title", "outlet")
    fields: dict[str, list[str]] = {said: [] for said in _SAID.values()}
    for field, label in (("title", "title"), ("author", "author"), outlet, ("issued", "date")):
        line = _LINE.match(metadata.evidence.get(field, "")) if lines else None
        fields[_SAID[metadata.state(field)]].append(label + (f" (l.{line[1]})" if line else ""))
    return {said: f"{said} {', '.join(those)}" if those else "" for said, those in fields.items()}
