"""Words of a source that two quotes of a brief print."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_tui.checks import RULES, Subject, verify
from briefing_tui.model import Alteration, AlterationKind, Article, Brief, Item, ItemKind, Metadata, Section, Span, take

NOTE = Article("note", Metadata(title="A note"), "The ice will hold. The boats are out. Nobody went home.")
WHOLE, ICE, BOATS, REST = Span(0, 37), Span(0, 18), Span(19, 37), Span(23, 55)


def told(*spans: Span, omitted: str = "", kind: ItemKind = ItemKind.QUOTE) -> list[str]:
    excerpts = {f"e{n}": take(NOTE, span, excerpt_id=f"e{n}") for n, span in enumerate(spans, 1)}
    if omitted:
        start = excerpts["e1"].exact.index(omitted)
        gap = Alteration(AlterationKind.OMIT, Span(start, start + len(omitted)), omitted)
        excerpts["e1"] = replace(excerpts["e1"], alterations=(gap,))
    items = tuple(Item(f"i{n}", ItemKind.QUOTE if n == 1 else kind, f"e{n}") for n in range(1, len(spans) + 1))
    brief = Brief("b", excerpts=excerpts, sections=(Section("s1", "One", items),))
    subject = Subject(brief, {"note": NOTE}, {key: verify(e, NOTE) for key, e in excerpts.items()})
    return [f"{hit.place}: {hit.message}" for hit in RULES["quotation.repeated"].find(subject)]


@pytest.mark.parametrize("spans", [(WHOLE, BOATS), (BOATS, WHOLE), (WHOLE, WHOLE), (WHOLE, ICE)])
def test_words_that_two_quotes_print_are_told_at_the_second(spans: tuple[Span, ...]) -> None:
    assert told(*spans) == ["i2: words of e2 are printed in i1 (e1) too"]


def test_what_no_two_quotes_print_is_not_told() -> None:
    assert told(ICE, BOATS) == []
    assert told(WHOLE, REST) == []
    assert told(WHOLE, BOATS, kind=ItemKind.PARAPHRASE) == []
    assert told(WHOLE, BOATS, omitted="The boats are out.") == []
    assert told(WHOLE, BOATS, omitted="ice") == ["i2: words of e2 are printed in i1 (e1) too"]


def test_each_further_quote_is_told_once() -> None:
    assert [line[:2] for line in told(WHOLE, BOATS, ICE)] == ["i3", "i2"]
