"""Texts of our own that hold the traps of real documents."""

from __future__ import annotations

from briefing_tui import ingest
from briefing_tui.ingest import Document
from briefing_tui.model import segment

COUNCIL = (
    "The harbour council of Port Selva met for nine hours on the future of the grain terminal, and it parted without "
    "a decision that anyone could carry home."
)
BUDGET = (
    "Officials who took part complained that the fleet and the railway had both asked for more time, and that the "
    "budget would not bear both wishes in one year."
)
FERRY = (
    "The ferry to the islands goes on as before, and nobody at the quay expects it to stop before the autumn storms."
)


def read(name: str, data: bytes) -> Document:
    """The one document of a file."""
    (document,) = ingest.read(name, data)
    assert isinstance(document, Document)
    return document


def imported(*blocks: str, name: str = "article.txt", gap: str = "\n\n") -> Document:
    """Import a text of some blocks."""
    return read(name, gap.join(blocks).encode())


def paragraphs(document: Document) -> list[str]:
    """The numbered paragraphs."""
    return [p.span.slice(document.text) for p in segment(document.text).paragraphs]


def headings(document: Document) -> list[str]:
    """The headings."""
    return [h.span.slice(document.text) for h in segment(document.text).headings]


def kinds(document: Document) -> list[tuple[int, str]]:
    """The dropped lines by number, with their kind."""
    return [(dropped.line, dropped.kind) for dropped in document.dropped]
