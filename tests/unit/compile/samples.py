"""Small articles and briefs, made up for these tests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2

from briefing_tui.compile import Job
from briefing_tui.model import (
    AlterationKind,
    Article,
    Brief,
    Confidence,
    Excerpt,
    ExcerptState,
    Item,
    ItemKind,
    Judgement,
    Metadata,
    Name,
    PartialDate,
    Section,
    Span,
    Speaker,
    State,
    Verification,
    altered,
    normalise,
    take,
)
from briefing_tui.model.alteration import misfits
from briefing_tui.storage import render_brief

TEXT = (
    "The harbour office opened its books in spring.\n\n"
    "“Nobody counted the boats before,” the harbour master said. The new ledger lists every berth.\n\n"
    "## What the ledger shows\n\n"
    "Berths on the north quay were let twice as often as those on the south quay."
)
QUOTES = ("The new ledger lists every berth.", "let twice as often as those on the south quay")


def article(article_id: str = "harbour", text: str = TEXT, **metadata: Any) -> Article:
    """A news article with everything stated."""
    stated: dict[str, Any] = {
        "type": "article-newspaper",
        "title": "The harbour counts: a first ledger",
        "author": (Name(family="Larsen", given="Ida"),),
        "container_title": "Quay Gazette",
        "issued": PartialDate(2025, 3, 4),
        "url": "https://quay.example/ledger",
        "language": "en",
        "genre": "news",
    }
    return Article(article_id, Metadata(**{**stated, **metadata}), text)


def excerpt(source: Article, words: str, excerpt_id: str, speaker: Speaker | None = None) -> Excerpt:
    """The passage of an article that consists of these words."""
    start = source.text.index(words)
    return take(source, Span(start, start + len(words)), excerpt_id=excerpt_id, speaker=speaker)


def changed(passage: Excerpt, **operations: str | tuple[str, str]) -> Excerpt:
    """A passage with alterations: `omit="words"`, `insert=("after these", "text")`."""
    made = []
    for kind, given in operations.items():
        words, text = given if isinstance(given, tuple) else (given, "")
        start = passage.exact.index(words)
        made.append(altered(passage.exact, AlterationKind(kind), Span(start, start + len(words)), text))
    assert not misfits(passage.exact, made)
    return replace(passage, alterations=tuple(made))


def verified(source: Article, passage: Excerpt) -> Verification:
    """What a comparison finds where nothing has changed."""
    first, last, heading = source.segments.locate(passage.span)
    return Verification(ExcerptState.IDENTICAL, passage.span, passage.exact, first, last, heading)


def job(
    output: Path,
    *,
    items: Sequence[Item] | None = None,
    articles: Sequence[Article] | None = None,
    excerpts: Sequence[Excerpt] | None = None,
    final: bool = True,
    cache_dir: Path | None = None,
    **fields: Any,
) -> Job:
    """A compilation of a brief with a judgement, a quote and a paraphrase."""
    sources = {a.id: a for a in articles or [article()]}
    if excerpts is None:
        first = next(iter(sources.values()))
        excerpts = [excerpt(first, words, f"e{n}") for n, words in enumerate(QUOTES, 1)]
    if items is None:
        items = [
            Item("i1", ItemKind.TEXT, text="The ledger is *new* and **complete**."),
            Item("i2", ItemKind.QUOTE, excerpt="e1", note="See the annex."),
            Item("i3", ItemKind.PARAPHRASE, excerpt="e2", text="The north quay is let far more often."),
        ]
    brief = Brief(
        id="ledger",
        title="What the harbour ledger tells us",
        date="2026-11-21",
        reference="HB/1",
        author="Harbour desk",
        addressee="Director of ports",
        marking="TLP:GREEN",
        cut_off="2026-11-20",
        bottom_line="Let the south quay for less.",
        excerpts={e.id: e for e in excerpts},
        judgements=(
            Judgement(
                id="j1",
                text="It is likely that demand stays uneven.",
                likelihood="likely",
                confidence=Confidence("low", "one year is short"),
                for_=("e2",),
                against=("e1",),
            ),
        ),
        sections=(Section("s1", "The ledger", tuple(items)),),
    )
    brief = replace(brief, **fields)
    found = {e.id: verified(sources[e.article], e) for e in excerpts if e.article in sources}
    return Job(brief, sources, found, output, final, render_brief(brief), cache_dir)


def inferred(source: Article, *fields: str) -> Article:
    """The same article with some fields that are only inferred."""
    return source.with_metadata(states=dict.fromkeys(fields, State.INFERRED))


def pages(file: Path) -> list[str]:
    """The text of each page, white space folded."""
    document = pypdfium2.PdfDocument(file)
    try:
        return [normalise(page.get_textpage().get_text_bounded()) for page in document]
    finally:
        document.close()
