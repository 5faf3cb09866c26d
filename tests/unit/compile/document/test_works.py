"""The same work twice is one source, in notes, in the list, in years with letters and in what is counted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing_tui.citations import plain
from briefing_tui.compile import Job
from briefing_tui.compile.build import build
from briefing_tui.compile.document.statement import statement
from briefing_tui.compile.document.works import one_of_each
from briefing_tui.compile.prepared import cited
from briefing_tui.model import Item, ItemKind
from tests.unit.compile import samples


def job(folder: Path, style: str = "briefing-note", **other: str) -> Job:
    """Two quotes of one text, which is there under two ids."""
    one = samples.article("one")
    two = samples.article("two", **other)
    said = samples.QUOTES
    excerpts = [samples.excerpt(one, said[0], "e1"), samples.excerpt(two, said[1], "e2")]
    items = [Item(f"i{n}", ItemKind.QUOTE, excerpt=f"e{n}") for n in (1, 2)]
    made = samples.job(folder / "x.pdf", articles=[one, two], excerpts=excerpts, items=items, judgements=())
    return replace(made, brief=replace(made.brief, style=style))


@pytest.mark.parametrize("style", ["briefing-note", "briefing-author-date"])
def test_it_is_listed_and_counted_once(tmp_path: Path, style: str) -> None:
    made, citations, _ = cited(job(tmp_path, style))
    document = build(made, citations)
    assert len(document.sources) == 1
    said = [plain(call.note or call.words) for call in document.calls()]
    assert not any("2026a" in text or "2026b" in text for text in said)
    assert statement(made, ["e1", "e2"]).sources == 1


@pytest.mark.parametrize(
    "other", [{"title": "Another"}, {"container_title": "Gazette"}, {"text": "It is here. So it is."}]
)
def test_what_differs_in_anything_is_another(tmp_path: Path, other: dict[str, str]) -> None:
    one, two = samples.article("one"), samples.article("two", **other)
    assert one_of_each({"one": one, "two": two}, ["one", "two", "gone"]) == {"one": "one", "two": "two", "gone": "gone"}
    assert one_of_each({"one": one, "two": one}, ["two", "one", "two"]) == {"two": "two", "one": "one"}
