"""A last look at what was drawn: letters that add nothing to the picture of a page are not seen."""

from __future__ import annotations

from typing import Any

import pytest

from briefing_tui.compile.layout.drawn import unseen

HTML = "<p>It is settled now.</p><blockquote>It does not settle, <i>here or there</i>.</blockquote><div></div>"
LIKE = "@page { size: A6 } html { font: 10pt/1.4 Noto Sans } blockquote { margin: 0 }"

SHORTENED = "white-space: pre; overflow: hidden; text-overflow: ellipsis; width: 40mm; padding-right: 4mm"


def found(css: str, html: str = HTML) -> dict[str, int]:
    import weasyprint

    document: Any = weasyprint.HTML(string=f"<style>{LIKE} {css}</style>{html}").render()
    return unseen([page._page_box for page in document.pages], document.write_pdf())


@pytest.mark.parametrize(
    "css",
    [
        "i { color: white }",
        "i { opacity: 0 }",
        "i { background: black; color: #000 }",
        "i { text-shadow: none; color: transparent }",
        "i { display: inline-block; width: 0; overflow: hidden; white-space: nowrap }",
        "i { display: inline-block; transform: scale(0) }",
    ],
)
def test_words_without_letters_to_be_seen_are_told(css: str) -> None:
    assert found(css) == {"here or there": 1}


def test_so_is_a_line_of_which_little_is_left() -> None:
    cut = "blockquote { white-space: pre; overflow: hidden; width: 4mm; padding-right: 40mm; text-overflow: ellipsis }"
    assert found(cut) != {}


def test_so_is_a_part_of_a_line() -> None:
    bar = "div { position: absolute; top: 0; left: 30mm; width: 6mm; height: 90mm; background: black }"
    assert found(f"body {{ margin: 0 }} {bar}", HTML.replace("now", "now and will be for years to come")) != {}


@pytest.mark.parametrize(
    "html",
    [
        HTML,
        "<p style='text-align: justify; width: 25mm'>Nobody in particular settles the unsettled differences</p>",
        "<p>היומן מונה כל מקום. يعدّ السجل كل مرسى. Журнал считает. 这是一句话，「你好」。　还有。</p>",
        f"<p style='{SHORTENED}'>Winter supply of the harbours of the northern and of the eastern sea</p>",
        f"<p style='{SHORTENED}'>\u200fהיומן מונה כל מקום ומקום בנמל של העיר הגדולה, ובנמל השני</p>",
        "<p style='background: black; color: white; letter-spacing: .2em'>a – b … c, i. l’ ‘j’</p>",
    ],
)
def test_words_that_are_seen_are_not(html: str) -> None:
    assert found("", html) == {}
