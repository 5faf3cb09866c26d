"""The annex: what is marked is the excerpt, by its span, in whole paragraphs; links lead both ways."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from pikepdf import Pdf

from briefing_tui.citations import Text, cite
from briefing_tui.compile import Job, check_itself, compile_form, compile_pdf
from briefing_tui.compile.build import build
from briefing_tui.compile.document.annex import LONG, Shown, context, fingerprint
from briefing_tui.compile.document.notes import cites
from briefing_tui.compile.document.tree import Document
from briefing_tui.compile.forms.text import in_context as in_plain_text
from briefing_tui.compile.languages.wording import wording
from briefing_tui.compile.page.html import page
from briefing_tui.model import Article, Excerpt, ExcerptState, Item, ItemKind, Span, TextKind, Verification, take
from tests.unit.compile.samples import QUOTES, article, excerpt, job, pages, verified

TERMS = wording("en").terms
HEBREW = "היומן מונה כל מקום עגינה בנמל. איש לא ספר קודם את הסירות."


def shown(source: Article, span: Span) -> tuple[Shown, ...]:
    passage = take(source, span, excerpt_id="e1")
    return context(passage, source, verified(source, passage), TERMS)


def marked(parts: tuple[Shown, ...]) -> list[str]:
    return [s.text for part in parts for s in part.stretches if s.marked]


def test_the_very_place_is_marked_not_the_first_with_these_words() -> None:
    source = article(text="One boat. Two boats. One boat.\n\nOne boat.")
    (part,) = shown(source, Span(21, 30))
    assert [(s.text, s.marked) for s in part.stretches] == [("One boat. Two boats. ", False), ("One boat.", True)]
    assert part.label == "¶ 1"


def test_plain_text_marks_a_passage_with_more_arrows_than_its_paragraph_has() -> None:
    plain, with_arrows = article(text="One boat. Two boats."), article(text="One →→ boat ←. Two boats.")
    assert in_plain_text(shown(plain, Span(0, 9))[0]) == "¶ 1  →One boat.← Two boats."
    assert in_plain_text(shown(with_arrows, Span(0, 14))[0]) == "¶ 1  →→→One →→ boat ←.←←← Two boats."


def test_a_passage_over_paragraphs_is_marked_in_each_from_its_heading_on() -> None:
    source = article()
    start = source.text.index("What the ledger")
    parts = shown(source, Span(start, start + 42))
    assert [(p.label, p.heading) for p in parts] == [("", True), ("¶ 3", False)]
    assert marked(parts) == ["What the ledger shows", "Berths on the north"]


@given(st.data())
def test_what_is_marked_is_the_excerpt_and_the_rest_is_the_paragraph(data: st.DataObject) -> None:
    source = article(text="\n\n".join("## " * (n == 2) + f"Line {n} of the ledger. " * 3 for n in range(5)))
    start = data.draw(st.integers(0, len(source.text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(source.text))))
    parts = shown(source, span)
    joined = "".join("".join(marked(parts)).split())
    assert joined == "".join(span.slice(source.text).replace("#", "").split())
    spans = [*(p.span for p in source.segments.paragraphs), *(h.span for h in source.segments.headings)]
    blocks = [span.slice(source.text) for span in spans]
    assert all(part.text in blocks for part in parts)


def test_a_long_paragraph_is_cut_where_sentences_end_away_from_the_passage() -> None:
    source = article(text=" ".join(f"Entry {n} names a berth and a boat." for n in range(200)))
    start = source.text.index("Entry 100")
    (part,) = shown(source, Span(start, start + 9))
    assert part.cut_before
    assert part.cut_after
    assert re.fullmatch(r"Entry \d+ .*\.", part.text)
    assert len(part.text) < LONG
    (first,) = shown(source, Span(0, 7))
    assert (first.cut_before, first.cut_after) == (False, True)


def test_one_that_moved_is_shown_where_it_stands_now() -> None:
    old, new = article(), article(text="A new beginning.\n\n" + article().text)
    passage = excerpt(old, QUOTES[0], "e1")
    there = excerpt(new, QUOTES[0], "e1")
    found = replace(verified(new, there), state=ExcerptState.MOVED)
    (part,) = context(passage, new, found, TERMS)
    assert (part.label, marked((part,))) == ("¶ 3", [QUOTES[0]])


def test_one_that_is_gone_is_shown_as_it_was() -> None:
    passage = excerpt(article(), QUOTES[0], "e1")
    gone = Verification(ExcerptState.VANISHED, None)
    for source, found in ((None, None), (article(text="Nothing."), gone)):
        (part,) = context(passage, source, found, TERMS)
        assert (part.label, part.text, marked((part,))) == ("", QUOTES[0], [QUOTES[0]])


def annexed(output: Path, **fields: Any) -> Job:
    """A briefing with a passage in Hebrew, one that begins in a heading, a paraphrase of a digest, and an annex."""
    sources = [article(), article("he", HEBREW, language="he"), article("digest", "A digest. It says so.\n\nMore.")]
    sources[2] = sources[2].with_metadata(text=TextKind.DIGEST)
    start = sources[0].text.index("What the ledger")
    passages: list[Excerpt] = [
        excerpt(sources[0], QUOTES[0], "e1"),
        take(sources[0], Span(start, start + 42), excerpt_id="e2"),
        excerpt(sources[1], "איש לא ספר", "e3"),
        excerpt(sources[2], "It says so.", "e4"),
    ]
    items = [Item(f"i{n}", ItemKind.QUOTE, excerpt=f"e{n}") for n in (1, 2, 3)]
    items.append(Item("i4", ItemKind.PARAPHRASE, excerpt="e4", text="It says as much."))
    return job(output, articles=sources, excerpts=passages, items=items, judgements=(), annex="yes", **fields)


def tree(made: Job) -> Document:
    return build(made, cite(cites(made), made.articles, terms=TERMS, style=made.brief.style))


def test_a_brief_has_an_annex_or_none_whatever_its_form_says(tmp_path: Path) -> None:
    made = annexed(tmp_path / "b.pdf")
    assert made.template().parts[-1] == "annex"
    without = replace(made, brief=replace(made.brief, template="research", annex="no"))
    assert "annex" not in without.template().parts
    assert not tree(without).annex
    assert not any(block.context for block in tree(without).blocks())


def test_every_passage_is_in_it_in_the_order_of_the_notes(tmp_path: Path) -> None:
    entries = tree(annexed(tmp_path / "b.pdf")).annex
    assert [(e.number, e.excerpt) for e in entries] == [(1, "e1"), (2, "e2"), (3, "e3"), (4, "e4")]
    assert [e.used for e in entries] == [(Text("used in "), Text(f"1.{n}", href=f"#i{n}")) for n in range(1, 5)]
    assert [bool(e.digest) for e in entries] == [False, False, False, True]
    assert (entries[2].language, entries[2].rtl) == ("he", True)


@pytest.mark.parametrize("style", ["briefing-note", "briefing-endnote", "briefing-author-date", "briefing-in-text"])
def test_links_lead_there_and_back_in_every_style(tmp_path: Path, style: str) -> None:
    document = tree(annexed(tmp_path / "b.pdf", style=style))
    root = html.document_fromstring(page(document, css="", generator=""))
    ids = {element.get("id") for element in root.xpath("//*[@id]")}
    for n in range(1, 5):
        links = [a for a in root.xpath(f"//a[@href='#annex-{n}']") if not a.xpath("ancestor::*[@id='annex-1']")]
        assert links, f"nothing leads to passage {n}"
        (back,) = root.xpath(f"//*[@id='annex-{n}']//a")
        assert back.get("href")[1:] == f"i{n}"
        assert {f"i{n}", f"annex-{n}"} <= ids


def test_an_unverified_passage_says_so_and_what_it_was(tmp_path: Path) -> None:
    made = annexed(tmp_path / "b.pdf", final=False)
    lost = replace(made, verifications={**made.verifications, "e1": Verification(ExcerptState.VANISHED, None)})
    entry = tree(lost).annex[0]
    assert entry.warning == "Not verified: not found in the source. The passage as it was pinned:"
    assert entry.text == QUOTES[0]


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A briefing with an annex."""
    from briefing_tui.storage import render_brief

    made = annexed(tmp_path_factory.mktemp("annex") / "b.pdf")
    compiled = compile_pdf(replace(made, brief_yaml=render_brief(made.brief)))
    assert compiled.layout.lost == ()
    assert compiled.layout.outside == ()
    assert 0.3 < compiled.layout.body < 1 < compiled.pages
    return compiled.file


def test_a_briefing_with_an_annex_agrees_with_itself(finished: Path) -> None:
    found = check_itself(finished)
    assert found.problems == ()
    assert [state for _, state in found.quotes] == ["identical"] * 3


def test_it_begins_on_a_page_of_its_own_and_is_in_the_bookmarks(finished: Path) -> None:
    with Pdf.open(finished) as pdf, pdf.open_outline() as outline:
        annex = next(item for item in outline.root if item.title == "Annex: passages in their context")
        assert len(annex.children) == 4
        assert all(re.match(rf"{n} \w", c.title) for n, c in enumerate(annex.children, 1))
        assert annex.destination[0].objgen == pdf.pages[-1].obj.objgen  # type: ignore[index]


def test_a_changed_letter_is_found(finished: Path, tmp_path: Path) -> None:
    changed = tmp_path / "changed.pdf"
    with Pdf.open(finished) as pdf:
        stream = pdf.pages[-1].Contents
        content = stream.read_bytes()
        assert content.count(b"(The new ledger") == 1
        stream.write(content.replace(b"(The new ledger", b"(The old ledger"))
        pdf.save(changed)
    places = {problem.place for problem in check_itself(changed).problems}
    assert places >= {f"page {number_of_pages(finished)}", "annex e1"}


def number_of_pages(file: Path) -> int:
    with Pdf.open(file) as pdf:
        return len(pdf.pages)


def test_the_receipt_knows_the_words_of_each_passage(finished: Path) -> None:
    with Pdf.open(finished) as pdf:
        known = json.loads(pdf.attachments["receipt.json"].get_file().read_bytes())
    assert list(known["annex"]) == ["e1", "e2", "e3", "e4"]
    he = fingerprint(HEBREW)
    assert known["annex"]["e3"] == he != known["annex"]["e1"]


@pytest.mark.parametrize("form", ["docx", "md", "txt", "json", "html"])
def test_each_form_has_it(tmp_path: Path, form: str) -> None:
    made = compile_form(annexed(tmp_path / f"b.{form}"), form)
    if form == "json":
        (first, second, *_) = json.loads(made.file.read_text())["annex"]
        assert [run["text"] for p in first["paragraphs"] for run in p["runs"] if run["marked"]] == [QUOTES[0]]
        assert [p["label"] for p in second["paragraphs"]] == ["", "¶ 3"]
        return
    from briefing_tui.support import pandoc, processes

    text = made.file.read_text() if form != "docx" else ""
    if form == "docx":
        text = processes.run([pandoc.binary(), made.file, "-t", "plain", "--wrap=none"], timeout=60).decode()
    signs = {"docx": QUOTES[0], "md": f"[{QUOTES[0]}]{{.mark}}", "txt": "→The new ledger", "html": "<mark>"}
    assert signs[form] in text
    assert "Annex: passages in their context" in text


def test_grades_stand_in_the_list_of_sources_with_what_they_mean(tmp_path: Path) -> None:
    graded = article(custom_extra={"admiralty": "B2"})
    made = job(tmp_path / "b.pdf", articles=[graded, article("other", custom_extra={"admiralty": "Z9"})])
    document = tree(made)
    assert "".join(run.text for run in document.sources[0]).endswith(" [B2]")
    assert document.sources_key.endswith(": B\u00a0usually reliable; 2\u00a0probably true.")
    assert not tree(job(tmp_path / "b.pdf")).sources_key
    research = tree(replace(made, brief=replace(made.brief, template="research")))
    said = "".join(run.text for run in research.sources[0])
    assert said.endswith(" [newspaper article\u00a0· English\u00a0· full text\u00a0· B2]"), "the dot begins no line"


WITHOUT_A_LIST = (
    '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note"><info><title>x</title><id>x</id>'
    '<category citation-format="note"/><updated>2026-01-01T00:00:00+00:00</updated></info>'
    '<citation><layout><text variable="title" suffix=", "/><text variable="locator"/></layout></citation></style>'
)


def test_a_style_without_a_list_of_sources_needs_no_key_of_their_grades(tmp_path: Path) -> None:
    (tmp_path / "own.csl").write_text(WITHOUT_A_LIST, encoding="utf-8")
    made = job(tmp_path / "b.pdf", articles=[article(custom_extra={"admiralty": "B2"})], style="own.csl")
    final = compile_pdf(replace(made, styles=tmp_path))
    assert not final.layout.lost
    assert "usually reliable" not in " ".join(pages(final.file))
