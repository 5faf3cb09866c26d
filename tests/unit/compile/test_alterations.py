"""Altered quotes in every form of the document, in their notes, and in the check of a file against itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from briefing_tui.compile import check_itself
from briefing_tui.compile.build import build
from briefing_tui.compile.document.annex import context
from briefing_tui.compile.forms import Made
from briefing_tui.compile.forms import markdown as markdown_form
from briefing_tui.compile.forms import text as text_form
from briefing_tui.compile.forms import tree as tree_form
from briefing_tui.compile.forms import word as word_form
from briefing_tui.compile.house.template import load_form
from briefing_tui.compile.layout.boxes import inspect
from briefing_tui.compile.page.html import render
from briefing_tui.compile.page.parts import parts
from tests.unit.compile.altered import ALTERED, EN, FULL, SAID, built, citations, job, passage, quote


def test_the_page_has_brackets_of_ours_plain_and_emphasis_in_italics(tmp_path: Path) -> None:
    html = render(built(ALTERED, tmp_path), load_form("bluf"), generator="B")
    assert '‘<span data-quote="i1">[t]he board said [in a letter] that “no” berth […] would [soon] ' in html
    assert '[soon] <em class="added" data-emphasis="i1">close, and</em> 不可能[sic] or <bdi' in html
    assert html.count("<em class") == 1


@pytest.mark.parametrize(
    ("words", "kind"), [("close", "added"), ("不可能", "added upright"), ("שלום", "added upright")]
)
def test_scripts_without_italics_are_emphasised_otherwise(tmp_path: Path, words: str, kind: str) -> None:
    html = render(built(passage(emphasise=words), tmp_path), load_form("bluf"), generator="B")
    assert f'<em class="{kind}" data' in html


def test_what_is_compared_with_the_pages_is_what_is_printed(tmp_path: Path) -> None:
    found = {part.key: part.text for part in parts(built(ALTERED, tmp_path))}
    assert found["quote i1"] == found["1.1"] == FULL


def test_a_mark_of_the_source_at_the_end_stays_apart_from_ours_and_one_that_is_altered_away_does_not(
    tmp_path: Path,
) -> None:
    text = "“No” berth of the port was let “twice”"
    assert "“twice”</span>\u202f’" in render(built(passage(text), tmp_path), load_form("bluf"), generator="B")
    shown = render(built(passage(text, insert=("twice”", "a year")), tmp_path), load_form("bluf"), generator="B")
    assert "“twice” [a year]</span>’" in shown


def test_outer_marks_are_chosen_by_what_is_printed(tmp_path: Path) -> None:
    assert quote(built(passage(), tmp_path)).marks == ("‘", "’")
    assert quote(built(passage(omit="that “no” berth"), tmp_path)).marks == ("“", "”")


def test_each_other_form_tells_emphasis_and_brackets(tmp_path: Path) -> None:
    given = job(ALTERED, tmp_path)
    document = build(given, citations(given))
    made = Made(given, document, citations(given), "B")
    plain = " ".join(text_form.make(made)["txt"].decode().split())
    assert "berth […] would [soon] _close, and_ 不可能[sic] or" in plain
    marked = markdown_form.make(made)["md"].decode()
    assert r"berth \[…\] would \[soon\] *close, and* 不可能\[sic\] or" in marked
    assert (
        r"[@harbour, para. 1]. Quotation: emphasis added; brackets in the original: \[in a letter\]. See *there*."
        in marked
    )
    (block,) = tree_form.tree(document)["sections"][0]["blocks"]
    assert block["exact"] == SAID
    (stretch,) = block["printed"]
    assert "".join(run["text"] for run in stretch["runs"]) == FULL
    assert [run["text"] for run in stretch["runs"] if run["emphasised"]] == ["close, and"]
    assert [run["text"] for run in stretch["runs"] if run["ours"]] == ["[t]", "[…]", " [soon]", "[sic]"]


def test_a_docx_has_emphasis_as_runs(tmp_path: Path) -> None:
    def nodes(kind: str, node: Any) -> Iterator[Any]:
        if isinstance(node, dict):
            yield from [node["c"]] if node.get("t") == kind else ()
            yield from (found for child in node.values() for found in nodes(kind, child))
        elif isinstance(node, list):
            yield from (found for child in node for found in nodes(kind, child))

    tree = word_form.tree(built(ALTERED, tmp_path))
    assert [{"t": "Str", "c": "close, and"}] in list(nodes("Emph", tree))
    bright = word_form.tree(built(passage(emphasise="不可能"), tmp_path))
    assert [{"t": "Str", "c": "不可能"}] in list(nodes("Strong", bright))


def test_the_annex_has_the_words_of_the_source_whole() -> None:
    shown = context(ALTERED, None, None, EN.terms)
    assert "".join(part.text for part in shown) == SAID


def test_the_tags_of_a_file_carry_what_is_printed(finished: Path) -> None:
    with pikepdf.open(finished) as document:
        drawn = document.pages[0].Contents.read_bytes()
    assert b"(The new ledger [of the port] lists )" in drawn
    assert not check_itself(finished).problems


@pytest.mark.parametrize(
    ("css", "lost"),
    [
        ("", ()),
        ("em { font-style: normal; text-decoration: underline }", ()),
        ("em { font-style: normal }", ("emphasis i1",)),
        ("blockquote { font-style: italic }", ("emphasis i1",)),
        ("blockquote { font-style: italic } blockquote em.added { font-style: normal }", ()),
        ("em { font-style: normal; color: #1a1a1b }", ("emphasis i1",)),
        ("em { font-style: normal; font-weight: 500 }", ("emphasis i1",)),
        ("em { font-style: normal; font-weight: 600 }", ()),
        ("em { font-style: normal; text-decoration: underline #fefefe }", ("emphasis i1",)),
        ("blockquote p { text-decoration: underline } em { font-style: normal }", ("emphasis i1",)),
    ],
)
def test_a_form_that_takes_the_emphasis_away_is_told(tmp_path: Path, css: str, lost: tuple[str, ...]) -> None:
    from weasyprint import HTML

    document = built(passage(emphasise="close, and"), tmp_path)
    html = render(document, load_form("bluf"), generator="B").replace("</style>", f"{css}</style>")
    pages: Any = HTML(string=html).render().pages
    wanted = {part.key: part.text for part in parts(document) if "i1" in part.key}
    assert inspect([page._page_box for page in pages]).lost(wanted) == lost


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"(The new ledger [of the port] lists )", b"(The new ledger lists )"),
        (b"(The new ledger [of the port] lists )", b"(The new ledger of the port lists )"),
        (b"(The new ledger [of the port] lists )", b"(The new ledger [of the port] now lists )"),
    ],
)
def test_brackets_taken_out_or_words_put_in_are_found(
    finished: Path, tmp_path: Path, before: bytes, after: bytes
) -> None:
    file = tmp_path / "changed.pdf"
    with pikepdf.open(finished) as document:
        page = document.pages[0]
        data = page.Contents.read_bytes()
        assert before in data
        page.Contents = document.make_stream(data.replace(before, after, 1))
        document.save(file, fix_metadata_version=False)
    found = check_itself(file)
    assert ("e1", "altered") in found.quotes
    assert "quote e1" in [problem.place for problem in found.problems]
