"""The HTML form printed by a program that knows notes at the foot of a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from briefing_tui.compile import compile_form
from briefing_tui.model import Item, ItemKind
from tests.unit.compile import samples

WORDS = [f"The {n} harbour counts its ships." for n in ("first", "second", "third", "fourth", "fifth", "sixth")]
TOUCHING = 0.5
"""Pixels by which two boxes may reach into each other."""


@pytest.mark.parametrize("language", ["en-GB", "he"])
def test_no_note_stands_on_another_or_on_the_text(tmp_path: Path, language: str) -> None:
    from weasyprint import HTML

    made = compile_form(job(tmp_path / "b.html", language), "html").file
    printed: Any = HTML(filename=str(made)).render()
    lines = {n: list(drawn(page._page_box)) for n, page in enumerate(printed.pages)}
    assert {name for those in lines.values() for name, _ in those if name} == {f"n{n}" for n in range(1, 7)}
    for those in lines.values():
        for at, (name, box) in enumerate(those):
            for other, beside in those[at + 1 :]:
                assert name == other or not meet(box, beside), (name, other)


def job(output: Path, language: str) -> Any:
    """Six long notes called in one short line."""
    said = " ".join(WORDS)
    article = samples.article("many", said)
    excerpts = [samples.excerpt(article, words, f"e{n}") for n, words in enumerate(WORDS, 1)]
    calls = "".join(f"[@{excerpt.id}]" for excerpt in excerpts)
    items = [Item("i1", ItemKind.TEXT, text=f"Many harbours count.{calls}")]
    return samples.job(output, articles=[article], excerpts=excerpts, items=items, judgements=(), language=language)


Box = tuple[float, float, float, float]


def drawn(box: Any, name: str = "") -> Iterator[tuple[str, Box]]:
    """The words of a page, each with the note that it belongs to."""
    element = getattr(box, "element", None)
    if element is not None and element.get("class") == "note":
        name = element.get("id")
    if getattr(box, "text", "").strip():
        yield name, (box.position_x, box.position_y, box.position_x + box.width, box.position_y + box.height)
    for child in getattr(box, "children", ()):
        yield from drawn(child, name)


def meet(one: Box, other: Box) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > TOUCHING and down > TOUCHING
