"""Altered quotes in every form of the document, in their notes, and in the check of a file against itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from briefing_tui.citations import Citations, Placement, Text
from briefing_tui.compile import Job, check_itself
from briefing_tui.compile.annex import context
from briefing_tui.compile.boxes import inspect
from briefing_tui.compile.build import build
from briefing_tui.compile.document import Document, Passage, Quote, texts
from briefing_tui.compile.forms import Made
from briefing_tui.compile.forms import markdown as markdown_form
from briefing_tui.compile.forms import text as text_form
from briefing_tui.compile.forms import tree as tree_form
from briefing_tui.compile.forms import word as word_form
from briefing_tui.compile.html import render
from briefing_tui.compile.notes import cites
from briefing_tui.compile.parts import parts
from briefing_tui.compile.quoted import remark
from briefing_tui.compile.template import load_form
from briefing_tui.compile.wording import known_languages, wording
from briefing_tui.model import Excerpt, Item, ItemKind
from tests.unit.compile import samples

SAID = "The board said [in a letter] that “no” berth on the quay would close, and 不可能 or שלום too."
FULL = "[t]he board said [in a letter] that “no” berth […] would [soon] close, and 不可能[sic] or שלום too."
EN = wording("en")
MASTER = "the harbour master of the"


def passage(text: str = SAID, **operations: str | tuple[str, str]) -> Excerpt:
    source = samples.article(text=text)
    return samples.changed(samples.excerpt(source, text, "e1"), **operations)


ALTERED = passage(case="T", omit="on the quay", insert=("would", "soon"), sic="不可能", emphasise="close, and")


def job(excerpt: Excerpt, tmp_path: Path, **fields: Any) -> Job:
    items = [Item("i1", ItemKind.QUOTE, excerpt="e1", note="See *there*.")]
    source = samples.article(text=excerpt.exact)
    return samples.job(tmp_path / "x.pdf", items=items, articles=[source], excerpts=[excerpt], judgements=(), **fields)


def citations(given: Job, placement: Placement = Placement.FOOTNOTE) -> Citations:
    notes = {c.id: (Text(f"source of {c.id}"),) for c in cites(given)}
    return Citations(notes, (), "engine", "hash", placement=placement)


def built(excerpt: Excerpt, tmp_path: Path, placement: Placement = Placement.FOOTNOTE) -> Document:
    given = job(excerpt, tmp_path)
    return build(given, citations(given, placement))


def quote(document: Document) -> Quote:
    (block,) = document.blocks()
    assert isinstance(block, Quote)
    return block


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
    assert r"Quotation: emphasis added\; brackets in the original: \[in a letter\]. See there." in marked
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


@pytest.mark.parametrize("placement", Placement)
def test_the_note_says_it_before_what_the_author_adds(tmp_path: Path, placement: Placement) -> None:
    document = built(ALTERED, tmp_path, placement)
    block = quote(document)
    said = "".join(t.text for t in (block.attribution if placement is Placement.INLINE else block.call.note))
    assert "Quotation: emphasis added; brackets in the original: [in a letter]. See there." in said


def used_four_times(tmp_path: Path, placement: Placement, source: str = "Larsen 2025.") -> tuple[Job, Citations]:
    """Own words, two quotes and a paraphrase with the same excerpt."""
    given = job(passage("The board said no.", emphasise="no"), tmp_path)
    own = Item("i0", ItemKind.TEXT, text="It stays open [@e1].")
    (first,) = given.brief.sections[0].items
    items = (own, first, replace(first, id="i2"), Item("i3", ItemKind.PARAPHRASE, excerpt="e1", text="It is so."))
    given = replace(given, brief=replace(given.brief, sections=(replace(given.brief.sections[0], items=items),)))
    return given, replace(citations(given, placement), notes={"e1": (Text(source),)})


def test_in_the_text_each_quote_tells_what_is_altered_in_it_and_own_words_do_not(tmp_path: Path) -> None:
    own, *quotes, paraphrase = build(*used_four_times(tmp_path, Placement.INLINE)).blocks()
    said = "Quotation: emphasis added."
    for block in (own, paraphrase):
        assert isinstance(block, Passage)
        assert said not in "".join(t.text for t in texts(block.inlines))
    for block in quotes:
        assert isinstance(block, Quote)
        whole = "".join(t.text for t in (*block.call.words, *block.attribution))
        assert whole.count(said) == 1
        assert ".." not in whole


def test_a_citation_that_ends_with_what_the_author_adds_has_one_full_stop(tmp_path: Path) -> None:
    given, made = used_four_times(tmp_path, Placement.INLINE, "[1]")
    made = replace(made, around=("", "", ""), names=False)
    document = build(given, made)
    own, *_ = document.blocks()
    assert isinstance(own, Passage)
    assert "".join(t.text for t in texts(own.inlines)) == "It stays open [1]. See there."
    assert "See there.]." in markdown_form.make(Made(given, document, made, "B"))["md"].decode()


@pytest.mark.parametrize("placement", Placement)
def test_markdown_tells_it_at_each_quote_whatever_the_style(tmp_path: Path, placement: Placement) -> None:
    given, made = used_four_times(tmp_path, placement)
    lines = markdown_form.make(Made(given, build(given, made), made, "B"))["md"].decode().splitlines()
    cites = [line for line in lines if "[@" in line]
    assert ["Quotation: emphasis added" in line for line in cites] == [False, True, True, False]
    assert ["See there" in line for line in cites] == [True, False, False, False]


def test_a_paraphrase_says_nothing_of_it(tmp_path: Path) -> None:
    given = job(ALTERED, tmp_path)
    items = (Item("i1", ItemKind.PARAPHRASE, excerpt="e1", text="It stays open."),)
    brief = replace(given.brief, sections=(replace(given.brief.sections[0], items=items),))
    document = build(replace(given, brief=brief), citations(given))
    (call,) = document.calls()
    assert "Quotation" not in "".join(text.text for text in call.note)


@pytest.mark.parametrize(
    ("excerpt", "said"),
    [
        (passage("The board said no."), ""),
        (passage("The board said no.", omit="board"), ""),
        (passage("The board said no.", emphasise="no"), "Quotation: emphasis added."),
        (passage("The board said [no]."), "Quotation: brackets in the original."),
        (passage("The [ board said no."), "Quotation: brackets in the original."),
        (passage("The board [said [b] no].", emphasise="no"), "Quotation: emphasis added; brackets in the original."),
        (passage("The [board] of it.", sic="of"), "Quotation: brackets in the original: [board]."),
        (passage("[The] [old] board of it.", sic="of"), "Quotation: brackets in the original: [The], [old]."),
        (passage("The [‘new’ “old”] board of it.", sic="of"), "Quotation: brackets in the original: [new old]."),
        (
            passage("The board [which had met in the spring of the year] of it.", sic="of it"),
            "Quotation: brackets in the original: [which had met in the spring o…].",
        ),
        (
            passage(
                "The quay [the harbour master of the northern port] and so.", insert=("so", f"{MASTER} northern quay")
            ),
            f"Quotation: brackets in the original: [{MASTER} northern p…].",
        ),
        (
            passage(f"The [{MASTER}] and so.", insert=("so", f"{MASTER}s")),
            f"Quotation: brackets in the original: [{MASTER}].",
        ),
        (
            passage("A at the old port [sic], B at the old port now.", sic="B at the old port"),
            "Quotation: brackets in the original: A at the old port [sic].",
        ),
        (
            passage("[sic] The port and the board said so.", sic="board"),
            "Quotation: brackets in the original: [sic] The port and.",
        ),
        (
            passage("The ［old］ 【new】 ⁅port⁆ of it.", sic="it"),
            "Quotation: brackets in the original: ［old］, 【new】, ⁅port⁆.",
        ),
        (passage("The 【new port."), "Quotation: brackets in the original."),
        (
            passage("The port [sic] and the board said so.", sic="board"),
            "Quotation: brackets in the original: The port [sic].",
        ),
        (
            passage("The [old board [b] of it.", sic="it"),
            "Quotation: brackets in the original: [b]; a single bracket in the original.",
        ),
        (passage("A board [the old one] of it.", omit="[the old"), "Quotation: a single bracket in the original."),
        (passage("A board [the old one] of it.", omit="[the old one]"), ""),
        (
            passage("A [board [b] of it] and so on.", omit="[b]"),
            "Quotation: brackets in the original: [board […] of it].",
        ),
    ],
)
def test_what_the_note_says(excerpt: Excerpt, said: str) -> None:
    assert remark(excerpt, EN) == said


@pytest.mark.parametrize("language", sorted(known_languages()))
def test_each_language_says_it_without_quotation_marks(language: str) -> None:
    said = remark(passage("The “[new] quay [ is” open.", sic="open", emphasise="quay"), wording(language))
    assert "[new]" in said
    assert said.endswith(".")
    assert not set("“”‘’«»„\"'") & set(said)


def test_what_the_author_adds_is_no_bracket_of_the_source() -> None:
    assert remark(passage("The board said no.", insert=("board", "of the port")), EN) == ""


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
