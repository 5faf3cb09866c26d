"""Briefs for the tests of storage."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from briefing_tui.model import (
    Alteration,
    AlterationKind,
    Brief,
    Confidence,
    ContextChoice,
    Evidence,
    Excerpt,
    Item,
    ItemKind,
    Judgement,
    Section,
    Span,
    Speaker,
    SpeakerKind,
    Suppression,
)
from briefing_tui.model.edits import FIELDS
from tests.unit.support.awkward import TEXTS, VALUES

UNKNOWN = st.dictionaries(st.text("xyz", min_size=4, max_size=6), VALUES, max_size=1)
SOME = st.lists(TEXTS, max_size=2).map(tuple)
FILLED = TEXTS.filter(bool)
ALTERATIONS = st.builds(Alteration, st.sampled_from(AlterationKind), st.just(Span(2, 5)), TEXTS, TEXTS, UNKNOWN)
CHOICES = (None, ContextChoice(("negation",)), ContextChoice((), ("mark", "word"), {"why": "~ ’\n"}))


def excerpt(n: int, **changes: Any) -> Excerpt:
    """An excerpt with the number `n`."""
    made = Excerpt(f"e{n}", "article", "ab" * 32, n, Span(n, n + 9), f"Words {n}", "before", "after")
    return replace(made, **changes)


def brief(items: int = 3, **changes: Any) -> Brief:
    """A brief of one section that quotes as many excerpts."""
    numbers = range(1, items + 1)
    section = Section("s1", "Findings", tuple(Item(f"i{n}", ItemKind.QUOTE, excerpt=f"e{n}") for n in numbers))
    made = Brief("b", title="Title", excerpts={f"e{n}": excerpt(n) for n in numbers}, sections=(section,))
    return replace(made, **changes)


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    """Any brief, with awkward texts in every place."""
    numbers = draw(st.lists(st.integers(1, 50), unique=True, max_size=3))
    excerpts = {f"e{n}": draw(_excerpts(n)) for n in numbers}
    texts: dict[str, Any] = {name.replace("-", "_"): draw(TEXTS) for name in FIELDS}
    ids = iter(draw(st.lists(st.text("ijs123", min_size=1, max_size=5), unique=True, min_size=8, max_size=8)))
    listed = st.lists(st.dictionaries(TEXTS, VALUES, max_size=2), max_size=1).map(tuple)
    return Brief(
        "b",
        **texts,
        excerpts=excerpts,
        judgements=tuple(draw(_judgements(next(ids), list(excerpts))) for _ in range(draw(st.integers(0, 2)))),
        sections=tuple(
            Section(
                next(ids),
                draw(TEXTS),
                tuple(draw(_items(next(ids), list(excerpts))) for _ in range(draw(st.integers(0, 2)))),
                draw(st.integers(1, 2)),
                draw(UNKNOWN),
            )
            for _ in range(draw(st.integers(0, 2)))
        ),
        comments=draw(listed),
        approvals=draw(listed),
        allowed_quotations=draw(listed),
        suppressed=draw(
            st.lists(st.builds(Suppression, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, UNKNOWN), max_size=2).map(tuple)
        ),
        last_ids=draw(st.dictionaries(st.sampled_from("eisj"), st.integers(10_000, 20_000))),
        extra=draw(UNKNOWN),
    )


def _excerpts(n: int) -> st.SearchStrategy[Excerpt]:
    return st.builds(
        Excerpt,
        id=st.just(f"e{n}"),
        article=FILLED,
        sha256=FILLED,
        paragraph=st.integers(1, 999),
        span=st.tuples(st.integers(0, 999), st.integers(0, 999)).map(lambda s: Span(min(s), max(s))),
        exact=FILLED,
        prefix=TEXTS,
        suffix=TEXTS,
        heading=st.booleans(),
        speaker=st.none()
        | st.builds(
            Speaker,
            TEXTS,
            TEXTS,
            st.sampled_from(SpeakerKind),
            SOME,
            st.just(()) | st.tuples(st.builds(Evidence, st.just(Span(3, 9)), FILLED, UNKNOWN)),
            UNKNOWN,
        ),
        context=st.sampled_from(CHOICES),
        alterations=st.lists(ALTERATIONS, max_size=2).map(tuple),
        extra=UNKNOWN,
    )


def _judgements(judgement_id: str, excerpts: list[str]) -> st.SearchStrategy[Judgement]:
    some = st.lists(st.sampled_from(excerpts), max_size=2).map(tuple) if excerpts else st.just(())
    confidence = st.builds(Confidence, TEXTS, TEXTS, UNKNOWN)
    return st.builds(Judgement, st.just(judgement_id), TEXTS, TEXTS, confidence, some, some, UNKNOWN)


def _items(item_id: str, excerpts: list[str]) -> st.SearchStrategy[Item]:
    own = st.builds(Item, st.just(item_id), st.just(ItemKind.TEXT), st.just(""), TEXTS, TEXTS, TEXTS, UNKNOWN)
    if not excerpts:
        return own
    kinds = st.sampled_from(ItemKind)
    return own | st.builds(Item, st.just(item_id), kinds, st.sampled_from(excerpts), TEXTS, TEXTS, TEXTS, UNKNOWN)
