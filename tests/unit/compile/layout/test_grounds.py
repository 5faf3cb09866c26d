"""Words that stand on their own colour are lost, whatever paints it below them."""

from __future__ import annotations

from typing import Any

import pytest

from briefing_tui.compile.layout.boxes import inspect

WORDS = "It does not settle now, here or there, and nobody in the port expects that it ever will."
QUOTE = f'<blockquote data-block="1.1"><p>“<span data-quote="i1">{WORDS}</span>”</p></blockquote>'
TABLE = f'<table><colgroup class="g"><col class="c"><col></colgroup><tr><td>{QUOTE}</td><td>x</td></tr></table>'
LIKE = "blockquote { width: 60mm; margin: 0; color: #1a1d21; font: 10pt/1.4 Noto Sans }"
DARK = "#14171c"


def lost(html: str, css: str) -> tuple[str, ...]:
    from weasyprint import HTML

    page: Any = HTML(string=f"<style>@page {{ size: A5 }} {LIKE} {css}</style>{html}").render()
    return inspect([page._page_box for page in page.pages]).lost({"quote i1": WORDS})


@pytest.mark.parametrize(
    ("html", "css"),
    [
        (QUOTE, f"blockquote {{ column-count: 2; column-gap: 0; column-rule: 34pt solid {DARK} }}"),
        (QUOTE, f"blockquote {{ columns: 20mm; column-gap: 1mm; column-rule: 30mm double {DARK} }}"),
        (TABLE, f".c {{ background: {DARK} }}"),
        (TABLE, f".g {{ background-color: {DARK} }}"),
        (TABLE, ".c { background: linear-gradient(black, white) }"),
        (QUOTE, f"html {{ background: {DARK} }} p {{ position: relative; left: 80mm }}"),
        (f"<i></i>{QUOTE}", f"i {{ position: absolute; z-index: -1; border: 20mm solid {DARK} }}"),
        (
            f"<i></i><i></i>{QUOTE}",
            "i { position: absolute; z-index: -1; width: 90mm; height: 40mm; background: #000b }",
        ),
    ],
)
def test_words_on_their_own_colour_are_lost(html: str, css: str) -> None:
    assert lost(html, css) == ("quote i1",)


@pytest.mark.parametrize(
    ("html", "css"),
    [
        (QUOTE, f"blockquote {{ column-count: 2; column-gap: 9mm; column-rule: 2mm solid {DARK} }}"),
        (QUOTE, "blockquote { column-count: 2; column-gap: 0; column-rule: 34pt solid #eee }"),
        (TABLE, f".c {{ background: {DARK} }} blockquote {{ background: white }}"),
        (TABLE, f".g {{ background: {DARK} }} td {{ background: white }}"),
        (TABLE, ".c { background: #eef } td { border: 3mm solid #14171c } table { border-collapse: collapse }"),
        (QUOTE, f"html {{ background: {DARK} }} body {{ background: white }}"),
    ],
)
def test_words_that_stand_apart_from_what_is_below_them_are_there(html: str, css: str) -> None:
    assert lost(html, css) == ()
