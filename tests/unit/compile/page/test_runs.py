"""Runs of text on the page: which words may be broken, in which language signs are, which marks stand around."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from briefing_tui.compile.document.tree import Quote
from briefing_tui.compile.house.template import load_form
from briefing_tui.compile.page.markup import all_apart_on_screen, plain, worded
from briefing_tui.model import Item, ItemKind
from tests.unit.compile import samples
from tests.unit.compile.test_build import built

ARABIC = "أوقفت شركات التأمين تغطية الرحلات التي تزيد على سبعة أيام (war-risk cover). ويعتمد صغار المستأجرين"


def test_only_a_word_that_no_line_has_room_for_may_be_broken() -> None:
    long = "x" * 40
    assert plain(f"so {long}, then") == f'so <span class="long-word">{long},</span> then'
    assert plain(f"so (a{long} b) [c]") == f'so (<span class="long-word">a{long}</span> b) [c]'
    assert plain("x" * 39) == "x" * 39
    assert plain("港" * 50) == f'<span lang="zh">{"港" * 50}</span>'
    assert all_apart_on_screen(f"<p>{plain(f'so {long}')}</p>") == (
        f'<p><bdi dir="ltr">so <span class="long-word">{long}</span></bdi></p>'
    )


def test_joined_letters_are_never_parted() -> None:
    from weasyprint import HTML

    said = "".join(
        f'<p dir="rtl" style="width: {width}px"><span lang="ar">«<span>{plain(ARABIC)}</span>»</span></p>'
        for width in range(200, 320, 8)
    )
    page = HTML(string=f"<style>{load_form('bluf').css}</style>{said}").render().pages[0]._page_box
    lines = [box.text for box in page.descendants() if box.element_tag == "bdi" and hasattr(box, "text")]
    assert len(lines) > 30
    assert {word for line in lines for word in line.split()} <= set(ARABIC.replace(").", "").split())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[untitled: “一。”], n.d.", '<bdi dir="ltr">[untitled: “<span lang="zh">一。</span>”]</bdi>, n.d.'),
        ("カモメ", '<span lang="ja">カモメ</span>'),
        ("항구 A", '<span lang="ko">항구</span> A'),
    ],
)
def test_signs_of_east_asia_say_their_language_unless_it_is_said(text: str, shown: str) -> None:
    assert plain(text) == shown
    assert "<span" not in worded(text)


HEBREW = "היומן מונה כל מקום עגינה בנמל."


@pytest.mark.parametrize(
    ("language", "said", "marks"),
    [
        ("en-GB", HEBREW, "”“"), ("he", HEBREW, "””"), ("ar", HEBREW, "«»"), ("de", HEBREW, "„”"),
        ("he", "The ledger.", "””"), ("ar", "The ledger.", "«»"), ("ar", "The «ledger».", "“”"),
        ("ar", "«السجل» كامل.", "”“"), ("en-GB", "«Журнал» полон.", "“”"), ("ru", "The ledger.", "«»"),
    ],
)  # fmt: skip
def test_marks_are_those_of_the_brief_and_curl_inwards(language: str, said: str, marks: str, tmp_path: Path) -> None:
    one = samples.article("x", said)
    given: dict[str, Any] = {
        "articles": [one], "excerpts": [samples.excerpt(one, said, "e1")], "judgements": (), "language": language,
        "items": [Item("i1", ItemKind.QUOTE, excerpt="e1")],
    }  # fmt: skip
    (quote,) = (b for b in built(samples.job(tmp_path / "x.pdf", **given)).blocks() if isinstance(b, Quote))
    assert "".join(quote.marks) == marks
