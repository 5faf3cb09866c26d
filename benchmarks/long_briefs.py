"""Briefs of any length, made of what the shipped articles say: quotations and paraphrases, each with its note."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from briefing_tui.model import Article, Brief, Excerpt, Item, ItemKind, Section, Span, take
from briefing_tui.storage import parse_brief, read_article

ROOT = Path(__file__).resolve().parents[1]
BRIEF = "deconfliction"
A_PAGE = 16
"""Items on a page, about."""
A_SECTION = 20
SHORT, LONG = 60, 260
"""Characters of a sentence that is taken."""


def shipped() -> Brief:
    """The brief of two pages."""
    file = ROOT / "briefs" / f"{BRIEF}.yaml"
    return parse_brief(file.read_text(encoding="utf-8"), file=file.name)


def with_items(count: int, name: str = "long") -> Brief:
    """The shipped brief with more items, half of them quotations; every excerpt is another."""
    sentences = list(islice(cycle(_sentences()), count))
    excerpts = {f"e{n}": take(a, s, excerpt_id=f"e{n}") for n, (a, s) in enumerate(sentences, 1001)}
    items = [_item(n, excerpt) for n, excerpt in enumerate(excerpts.values(), 1001)]
    sections = tuple(
        Section(f"s{1001 + at // A_SECTION}", f"Part {1 + at // A_SECTION}", tuple(items[at : at + A_SECTION]))
        for at in range(0, count, A_SECTION)
    )
    brief = shipped()
    return replace(brief, id=name, excerpts={**brief.excerpts, **excerpts}, sections=(*brief.sections, *sections))


def of_pages(pages: int) -> Brief:
    """A brief of about so many pages."""
    return shipped() if pages <= 2 else with_items((pages - 2) * A_PAGE, f"pages-{pages}")


def _sentences() -> list[tuple[Article, Span]]:
    """Sentences of articles that may be quoted."""
    articles = [read_article(path) for path in sorted((ROOT / "corpus").glob("note-*.md"))]
    return [
        (article, Span(paragraph.span.start + begin, paragraph.span.start + end))
        for article in articles
        for paragraph in article.segments.paragraphs
        for begin, end in _ends(paragraph.span.slice(article.text))
        if SHORT <= end - begin <= LONG
    ]


def _ends(text: str) -> list[tuple[int, int]]:
    """Where sentences begin and end, as far as a full stop and a space tell."""
    found, at = [], 0
    for piece in text.split(". "):
        end = min(at + len(piece) + 1, len(text))
        found.append((at, end))
        at = end + 1
    return found


def _item(number: int, excerpt: Excerpt) -> Item:
    if number % 2:
        return Item(f"i{number}", ItemKind.QUOTE, excerpt=excerpt.id)
    text = f"A note of the series says in its own words what the passage behind number {number} holds, and no more."
    return Item(f"i{number}", ItemKind.PARAPHRASE, excerpt=excerpt.id, text=text)
