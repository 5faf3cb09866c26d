"""Judgements and the annex name the very items: what supports and what contradicts are told apart."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from briefing_tui.citations import plain
from briefing_tui.compile import Job
from briefing_tui.compile.build import build
from briefing_tui.compile.document.runs import Call, texts
from briefing_tui.compile.document.tree import Document, Passage
from briefing_tui.compile.forms import word
from briefing_tui.compile.forms.text import lines
from briefing_tui.compile.forms.tree import tree
from briefing_tui.compile.forms.word_nodes import runs
from briefing_tui.compile.page.html import page
from briefing_tui.compile.prepared import cited
from briefing_tui.model import Confidence, Excerpt, Item, ItemKind, Judgement
from tests.unit.compile import samples

CITES = "Two [@e1] [@e2], again [@e2].\n\nOne alone [@e3]."
WORDS = ("The harbour office", "Nobody counted", "The new ledger", "Berths on the north quay", "its books")


def job(style: str = "briefing-note") -> Job:
    """Five excerpts: two cited at one place, one alone, one quoted after its cite, one in a judgement alone."""
    source = samples.article()
    passages: list[Excerpt] = [samples.excerpt(source, w, f"e{n}") for n, w in enumerate(WORDS, 1)]
    items = [
        Item("i1", ItemKind.TEXT, text=CITES),
        Item("i2", ItemKind.QUOTE, excerpt="e1"),
        Item("i3", ItemKind.PARAPHRASE, excerpt="e4", text="It is let [@e1]."),
    ]
    point = Judgement("j1", "So [@e3].", "likely", Confidence("low", ""), ("e1", "e3"), ("e2", "e4", "e5"))
    return samples.job(
        Path("b.pdf"), articles=[source], excerpts=passages, items=items, judgements=(point,), final=False, annex="yes",
        style=style, bottom_line="It is *so* [@e1].",
    )  # fmt: skip


def said_in(nodes: Any) -> str:
    """What pandoc's tree says: its characters, and what stands in a field now."""
    if isinstance(nodes, list):
        return "".join(map(said_in, nodes))
    if not isinstance(nodes, dict) or nodes["t"] == "Str":
        return nodes["c"] if isinstance(nodes, dict) else ""
    return "".join(re.findall(r"<w:t>(\w+)</w:t>", nodes["c"][1])) if "Raw" in nodes["t"] else said_in(nodes.get("c"))


def built(made: Job) -> Document:
    return build(made, cited(made)[1])


def labels(document: Document) -> list[list[str]]:
    return [[r.said for r in support.references] for support in document.points[0].support]


def test_a_judgement_names_the_quotation_and_tells_apart_what_one_paragraph_cites() -> None:
    document = built(job())
    assert labels(document) == [["1.2", "1.3"], ["1.1 (note\u00a04)", "1.4 (note\u00a05)", "note\u00a03"]]
    places = [[r.item for r in support.references] for support in document.points[0].support]
    assert places == [["i1", "i2"], ["i1", "i3", ""]]


def test_where_there_are_no_notes_the_citation_tells() -> None:
    found = labels(built(job("briefing-author-date")))
    assert found[1][0] == "1.1 (Larsen 2025, ¶ 2)"
    assert found[0] == ["1.2", "1.3"]


def test_every_form_names_the_same_items() -> None:
    document = built(job())
    said = "Rests on 1.2, 1.3. Against it 1.1 (note\u00a04), 1.4 (note\u00a05), note\u00a03"
    assert " ".join(said.split()) in " ".join(" ".join(lines(document)).split())
    assert tree(document)["judgements"][0]["support"] == dict(
        zip(("Rests on", "Against it"), labels(document), strict=True)
    )
    html = page(document, css="", generator="")
    assert '<a href="#i1">1.1 (note\u00a04)</a>' in html
    assert re.search(r"note<a class=[^>]*><sup>\u2060?3</sup></a>", html)
    shown = said_in(word.tree(document)["blocks"])
    assert all(label.replace("note\u00a03", "note") in shown for support in labels(document) for label in support)


def test_the_annex_names_every_use_and_leads_to_each() -> None:
    document = built(job())
    used = {entry.excerpt: entry.used for entry in document.annex}
    assert plain(used["e1"]) == "used in Bottom line, judgement 1, 1.1, 1.3, 1.4"
    assert plain(used["e2"]) == "used in judgement 1, 1.1"
    assert plain(used["e3"]) == "used in judgement 1, 1.2"
    assert plain(used["e5"]) == "used in judgement 1"
    hrefs = [run.href for run in used["e1"] if run.href]
    assert hrefs == ["#part-bottom-line", "#j1", "#i1", "#i2", "#i3"]
    html = page(document, css="", generator="")
    assert all(f'id="{href[1:]}"' in html for href in (*hrefs, "#j1"))
    assert tree(document)["annex"][0]["used"] == ["Bottom line", "judgement 1", "1.1", "1.3", "1.4"]


def test_a_docx_has_the_places_that_its_links_lead_to() -> None:
    nodes = str(word.tree(built(job())))
    for place in ("part-bottom-line", "j1", "i1", "i2", "i3", "annex-1"):
        assert f"['{place}', [], [" in nodes
        assert nodes.count(f"['{place}', [], [") == 1


@pytest.mark.parametrize(("numbers", "said"), [((1, 2), "1,2"), ((4,), "4"), ((3, 1, 2), "3,1,2")])
def test_calls_side_by_side_in_a_docx_do_not_read_as_one_number(numbers: tuple[int, ...], said: str) -> None:
    assert said_in(runs([Call(n, f"e{n}") for n in numbers])) == said


@pytest.mark.parametrize(("template", "boxed"), [("submission", "approve"), ("memo", "answer")])
def test_a_docx_sets_off_what_is_told_first(template: str, boxed: str) -> None:
    fields = {"recommendation": "approve", "issue": "issue", "timing": "now"}
    made = samples.job(Path("b.pdf"), template=template, bottom_line="answer", fields=fields, final=False)
    blocks = word.tree(build(made, cited(made)[1]))["blocks"]
    set_off = [node for node in blocks if node["t"] == "Div" and ["custom-style", "Bottom Line"] in node["c"][0][2]]
    assert [boxed in str(node) for node in set_off] == [True]


def test_in_the_text_what_leads_to_the_passage_stands_within_the_citation() -> None:
    block = next(b for b in built(job("briefing-author-date")).blocks() if b.item == "i3")
    assert isinstance(block, Passage)
    assert plain(texts(block.inlines)).endswith("(Larsen 2025, ¶ 1; Larsen 2025, ¶ 3 · in context).")
    assert block.context is None
