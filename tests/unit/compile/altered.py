"""Quotes with alterations, and the document that has one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from briefing_tui.citations import Citations, Placement, Text
from briefing_tui.compile import Job
from briefing_tui.compile.build import build
from briefing_tui.compile.document.notes import cites
from briefing_tui.compile.document.tree import Document, Quote
from briefing_tui.compile.languages.wording import wording
from briefing_tui.model import Excerpt, Item, ItemKind
from tests.unit.compile import samples

SAID = "The board said [in a letter] that “no” berth on the quay would close, and 不可能 or שלום too."
FULL = "[t]he board said [in a letter] that “no” berth […] would [soon] close, and 不可能[sic] or שלום too."
EN = wording("en")
MASTER = "the harbour master of the"


def passage(text: str = SAID, **operations: str | tuple[str, str]) -> Excerpt:
    source = samples.article(text=text)
    return samples.changed(samples.excerpt(source, text, "e1"), **operations)


ALTERED = passage(case="T", omit="on the quay", insert=("would", "soon"), sic="不可能", emphasise="close, and")


def job(excerpt: Excerpt, tmp_path: Path, **fields: Any) -> Job:
    items = [Item("i1", ItemKind.QUOTE, excerpt="e1", note="See *there*.")]
    source = samples.article(text=excerpt.exact)
    return samples.job(tmp_path / "x.pdf", items=items, articles=[source], excerpts=[excerpt], judgements=(), **fields)


def citations(given: Job, placement: Placement = Placement.FOOTNOTE) -> Citations:
    notes = {c.id: (Text(f"source of {c.id}"),) for c in cites(given)}
    return Citations(notes, (), "engine", "hash", placement=placement)


def built(excerpt: Excerpt, tmp_path: Path, placement: Placement = Placement.FOOTNOTE) -> Document:
    given = job(excerpt, tmp_path)
    return build(given, citations(given, placement))


def quote(document: Document) -> Quote:
    (block,) = document.blocks()
    assert isinstance(block, Quote)
    return block
