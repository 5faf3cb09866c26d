"""In HTML a note stands behind the last word of its paragraph, and nothing is lost or moved otherwise."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.compile import compile_form
from briefing_tui.compile.forms.page import notes_behind
from briefing_tui.model import Item, ItemKind
from tests.unit.compile import samples

NOTE = '<span class="note" id="n{0}">See <span class="unit">¶ {0}</span>.</span>'


def test_it_stands_behind_its_paragraph() -> None:
    one, two, three = (NOTE.format(n) for n in (1, 2, 3))
    html = f"<p>It holds<a>1</a>{one} today<a>2</a>{two}.</p><ul><li>So<a>3</a>{three} it is</li></ul><p>End.</p>"
    behind = f"<p>It holds<a>1</a> today<a>2</a>.{one}{two}</p><ul><li>So<a>3</a> it is{three}</li></ul><p>End.</p>"
    assert notes_behind(html) == behind


def test_it_stands_in_the_cell_the_box_or_the_item_whose_words_call_it() -> None:
    one, two, three = (NOTE.format(n) for n in (1, 2, 3))
    html = f"<table><tr><td>So{one} it</td><td>is</td></tr></table><div>Then{two} more<ul><li>a{three} b<ul><li>c"
    behind = f"<table><tr><td>So it{one}</td><td>is</td></tr></table><div>Then more{two}<ul><li>a b{three}<ul><li>c"
    assert notes_behind(html) == behind


@given(
    st.lists(st.sampled_from(["<p>", "</p>", "a ", NOTE.format(1), NOTE.format(2), "<span>b</span>", "</li>", "<td>"]))
)
def test_nothing_is_lost(parts: list[str]) -> None:
    html = "".join(parts)
    moved = notes_behind(html)
    pieces = re.compile(r"<span class=\"note\".*?</span>\.</span>|</?\w+>|.", re.DOTALL)
    assert sorted(pieces.findall(moved)) == sorted(pieces.findall(html))
    assert re.findall(r'id="n\d"', moved) == re.findall(r'id="n\d"', html)


def test_no_sentence_is_cut_on_the_page(tmp_path: Path) -> None:
    text = "The harbour [@e1] counts its berths [@e2], as it *always* did."
    job = samples.job(tmp_path / "x.html", items=[Item("i1", ItemKind.TEXT, text=text)], judgements=())
    html = compile_form(job, "html").file.read_text(encoding="utf-8")
    (paragraph,) = re.findall(r"<p[^>]*>((?:(?!</p>).)*counts its berths.*?)</p>", html, re.DOTALL)
    words, *notes = paragraph.partition('<span class="note"')[::2]
    assert re.sub(r"<[^>]+>|\u2060|\d", "", words) == "The harbour counts its berths, as it always did."
    assert "".join(notes).count('class="note"') == 1
