"""The links of a PDF: each once, with an area on the page and a tag that name each other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pikepdf
import pytest

from briefing_tui.citations import Text
from briefing_tui.compile import compile_pdf
from briefing_tui.compile.layout.link_areas import outermost
from briefing_tui.compile.page.markup import citation
from briefing_tui.model import Item, ItemKind, Section
from tests.unit.compile import samples

HEBREW = "היומן מונה כל מקום עגינה בנמל."
THERE = ("internal", "note-1")


def tags(kid: Any) -> Iterator[Any]:
    """A tag and all below it."""
    if isinstance(kid, pikepdf.Array):
        for each in kid:
            yield from tags(each)
    elif isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
        yield kid
        yield from tags(kid.get("/K", pikepdf.Array()))


def areas(tag: Any) -> list[Any]:
    """The areas on pages that a tag names."""
    kids = tag.get("/K", pikepdf.Array())
    kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return [kid.Obj for kid in kids if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"]


@pytest.fixture(
    scope="module",
    params=[("bluf", "en-GB"), ("research", "en-GB"), ("readout", "fr"), ("submission", "he")],
    ids="-".join,
)
def document(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[pikepdf.Pdf]:
    """A draft with quotes, calls at one place, an annex, and headings of its contents over several pages."""
    template, language = request.param
    hebrew, english = samples.article("he", HEBREW, language="he"), samples.article()
    long = "Said again, of berths on either quay and of all that lies between them, year by year [@e1; @e2]."
    items = [Item("q1", ItemKind.QUOTE, excerpt="e1"), Item("q2", ItemKind.QUOTE, excerpt="e2")]
    texts = [[Item(f"i{n}-{m}", ItemKind.TEXT, text=long) for m in range(6)] for n in range(5)]
    sections = [Section(f"s{n}", f"What the ledger says of year {n}", tuple(own)) for n, own in enumerate(texts)]
    file = tmp_path_factory.mktemp("links") / "b.pdf"
    compile_pdf(
        samples.job(
            file,
            template=template,
            language=language,
            articles=[english, hebrew],
            excerpts=[samples.excerpt(english, samples.QUOTES[0], "e1"), samples.excerpt(hebrew, HEBREW, "e2")],
            sections=(Section("quotes", "What was said", tuple(items)), *sections),
            judgements=(),
            final=False,
        )
    )
    with pikepdf.open(file) as pdf:
        yield pdf


def test_no_link_stands_within_another_one(document: pikepdf.Pdf) -> None:
    links = [tag for tag in tags(document.Root.StructTreeRoot.K) if tag.S == "/Link"]
    assert len(links) > 20
    assert not [tag for link in links for tag in tags(link.get("/K", pikepdf.Array())) if tag.S == "/Link"]


def test_each_link_has_one_area_and_each_area_its_link(document: pikepdf.Pdf) -> None:
    root = document.Root.StructTreeRoot
    links = [tag for tag in tags(root.K) if tag.S == "/Link"]
    assert {len(areas(link)) for link in links} == {1}
    named = {areas(link)[0].objgen: link.objgen for link in links}
    assert [*named] == [*dict.fromkeys(areas(link)[0].objgen for link in links)]
    pairs = list(root.ParentTree.Nums)
    parents = {int(number): parent for number, parent in zip(pairs[::2], pairs[1::2], strict=True)}
    on_pages = [area for page in document.pages for area in page.obj.get("/Annots", ())]
    assert {area.objgen: parents[int(area.StructParent)].objgen for area in on_pages} == named
    assert len(on_pages) == len(links) == len(named)


def test_no_two_areas_stand_at_one_place(document: pikepdf.Pdf) -> None:
    for page in document.pages:
        places = [tuple(map(float, area.Rect)) for area in page.obj.get("/Annots", ())]
        assert len(set(places)) == len(places)


def box(*children: Any) -> Any:
    return SimpleNamespace(all_children=lambda: children)


def test_the_area_of_a_call_has_its_raised_number_in_it() -> None:
    raised = box()
    call = box(box(raised))
    found = [(*THERE, (10.0, 20.0, 16.0, 30.0), call), (*THERE, (10.0, 15.0, 16.0, 25.0), raised)]
    assert outermost(box(call), found) == [(*THERE, (10.0, 15.0, 16.0, 30.0), call)]


@pytest.mark.parametrize(
    ("target", "area"), [("note-2", (10.0, 15.0, 16.0, 25.0)), ("note-1", (10.0, 200.0, 16.0, 210.0))]
)
def test_what_leads_elsewhere_or_stands_elsewhere_keeps_its_area(target: str, area: Any) -> None:
    inner = box()
    link = box(inner)
    found = [(*THERE, (10.0, 20.0, 16.0, 30.0), link), ("internal", target, area, inner)]
    assert outermost(box(link), found) == found


def test_links_beside_each_other_are_two() -> None:
    one, other = box(), box()
    found = [(*THERE, (10.0, 20.0, 16.0, 30.0), one), (*THERE, (16.0, 20.0, 20.0, 30.0), other)]
    assert outermost(box(one, other), found) == found


def test_an_area_without_width_is_where_what_floats_in_it_stands() -> None:
    floats = box()
    link = box(floats)
    found = [(*THERE, (10.0, 20.0, 10.0, 30.0), link), (*THERE, (90.0, 21.0, 99.0, 29.0), floats)]
    assert outermost(box(link), found) == [(*THERE, (90.0, 21.0, 99.0, 29.0), link)]


def test_runs_of_different_looks_to_one_place_are_one_link() -> None:
    name = (Text("Larsen, ", href="#source-1"), Text("Quay Gazette", italic=True, href="#source-1"))
    said = citation((*name, Text("; "), Text("Berg", href="#source-2")))
    first = '<a class="place" href="#source-1">Larsen, <em>Quay Gazette</em></a>'
    assert said == f'{first}; <a class="place" href="#source-2">Berg</a>'


@pytest.mark.parametrize("language", ["en-GB", "he"])
def test_links_to_one_place_do_not_touch_on_a_line(language: str, tmp_path: Path) -> None:
    file = tmp_path / "b.pdf"
    compile_pdf(samples.job(file, style="briefing-in-text", language=language))
    with pikepdf.open(file) as pdf:
        links = [link for page in pdf.pages for link in page.obj.Annots]
        found = [(str(link.Contents), [float(side) for side in link.Rect]) for link in links]
    assert len(found) > 5
    for place, (left, top, right, bottom) in found:
        beside = [area for there, area in found if there == place and area[3] < top and area[1] > bottom]
        assert not [area for area in beside if abs(area[0] - right) < 0.5 or abs(area[2] - left) < 0.5]
