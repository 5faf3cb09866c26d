"""A form may say how a quote looks; what it hides or adds is told in a draft and refused in a final one."""

from __future__ import annotations

from typing import Any

import pytest

from briefing_tui.compile.file import self_check
from briefing_tui.compile.file.self_check import Disagreement, SelfCheck
from briefing_tui.compile.layout.boxes import inspect
from briefing_tui.compile.pdf import _refuse_disagreement
from briefing_tui.errors import RefusedError
from tests.unit.compile import samples

QUOTE = '<div class="around"><p data-block="1.1">“<span data-quote="i1">We will keep it</span>” {}</p></div>'
PARTS = {"1.1": "We will keep it", "quote i1": "We will keep it"}


def lost(css: str, more: str = "") -> tuple[str, ...]:
    from weasyprint import HTML

    html = f"<style>@page {{ size: A4 }} {css}</style>{QUOTE.format(more)}"
    document: Any = HTML(string=html).render()
    return inspect([page._page_box for page in document.pages]).lost(PARTS)


@pytest.mark.parametrize(
    "css",
    [
        "span { visibility: hidden }",
        ".around { opacity: 0 }",
        ".around { opacity: .3 } span { opacity: .2 }",
        "span { color: transparent }",
        "span { color: rgba(0, 0, 0, .05) }",
        "span { color: #fefefe }",
        ".around { background: #123; color: #123 }",
        ".around { background: currentcolor }",
        "span { font-size: 3.9pt }",
        "p { transform: translateX(-900pt) }",
        "p { position: absolute; left: -900pt }",
        ".around { max-height: 1pt; overflow: hidden }",
        ".around { width: 20pt; white-space: nowrap; overflow: hidden }",
        "p { position: absolute; clip: rect(0, 0, 0, 0) }",
        "span { display: none }",
        "span { letter-spacing: -.55em }",
        "span { word-spacing: -.3em }",
        "span { background: linear-gradient(black, black) }",
        ".around { background: linear-gradient(black, black) black; color: white }",
        ".around { box-shadow: inset 0 0 0 90pt black }",
    ],
)
def test_a_text_that_cannot_be_seen_is_lost(css: str) -> None:
    assert lost(css) == ("1.1", "quote i1")


@pytest.mark.parametrize(
    "css",
    [
        "",
        ".around { overflow: hidden; padding: 1mm }",
        ".around { background: black; color: white }",
        "span { color: #777; font-size: 5pt; opacity: .8 }",
        ".around { background: linear-gradient(black, black) } p { background: white }",
        "span { letter-spacing: .1em; word-spacing: .2em }",
    ],
)
def test_a_text_that_looks_otherwise_is_there(css: str) -> None:
    assert lost(css) == ()


SENTENCE = (
    '<blockquote data-block="1.1"><p>“<span data-quote="i1">It does <em class="added">not</em> settle now</span></p>'
    '<p><span data-quote="i1">here, nor will it un\u00adlikely.</span>”<sup class="call">1</sup></p></blockquote>'
)
SAID = {"quote i1": "It does not settle now\nhere, nor will it un\u00adlikely."}
LIKE = "p { font: 10pt/1.5 Noto Sans; color: #222; hyphens: none }"


def lost_of_sentence(css: str) -> tuple[str, ...]:
    from weasyprint import HTML

    html = f"<style>@page {{ size: A4 }} {LIKE} {css}</style>{SENTENCE}"
    document: Any = HTML(string=html).render()
    return inspect([page._page_box for page in document.pages]).lost(SAID)


@pytest.mark.parametrize(
    "css",
    [
        ".added { font-size: 7pt }",
        ".added { color: #aaa }",
        ".added { opacity: .4 }",
        ".added { background: #111; color: #444 }",
        "span { font-size: 30pt } .added { font-size: 10pt }",
        "p:nth-of-type(2) { font-size: 5pt }",
        "p { display: inline }",
        "p { width: 20pt; overflow-wrap: anywhere }",
        "p { width: 45pt; word-break: break-all }",
    ],
)
def test_words_that_stand_back_behind_their_neighbours_or_run_into_them_are_lost(css: str) -> None:
    assert lost_of_sentence(css) == ("quote i1",)


@pytest.mark.parametrize(
    "css",
    [
        "",
        ".added { font-size: 8pt; color: #a33 } sup { font-size: 5pt; color: #999 }",
        ".added { font-variant-caps: small-caps; background: #111; color: #eee }",
        "p { display: inline; padding: 0 2pt }",
        "p { width: 60pt; text-align: justify }",
        "p { letter-spacing: .2em }",
        "p { color: #888 } .added { color: #999 }",
    ],
)
def test_words_that_look_a_little_otherwise_than_their_neighbours_are_there(css: str) -> None:
    assert lost_of_sentence(css) == ()


COVER = '<div class="cover"></div>'
OVER = "position: absolute; top: 0; left: 0; width: 300pt; height: 200pt"
STRIP = "content: ''; position: absolute; left: 20pt; width: 20pt; height: 5pt; background: white"
STRIPS = f"div {{ position: relative }} .around::before, .around::after {{ {STRIP} }}"
"""Two, of which each leaves words that can be read."""
TALL = (
    "p { font: 8pt/1.2 Noto Sans }"
    " p::before { content: 'المصري، حسن'; display: block; position: relative; font: 14pt Noto Sans Arabic }"
)
"""Words of a face that claims room far below its letters, painted last, in the line before."""
PICTURE = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"


@pytest.mark.parametrize(
    ("css", "more"),
    [
        (f".cover {{ {OVER}; background: white }}", COVER),
        (f".cover {{ {OVER}; background: #fffffff4 }}", COVER),
        (f'.cover {{ {OVER}; background: url("{PICTURE}") }}', COVER),
        (f".cover {{ {OVER} }}", f'<img class="cover" src="{PICTURE}">'),
        (f".cover {{ {OVER}; border-left: 400pt solid #eee }}", COVER),
        (f".cover {{ {OVER}; top: 300pt; outline: 400pt solid white }}", COVER),
        (".cover { position: relative; background: white; height: 50pt; margin-top: -50pt }", COVER),
        (".cover { opacity: .99; background: white; height: 50pt; margin-top: -50pt }", COVER),
        (
            "div { position: relative } .around::after { content: ''; position: absolute; inset: 0; background: tan }",
            "",
        ),
        (".around::before { content: '■■■■■■■■■■■■■■■'; position: absolute }", ""),
        (".cover { position: fixed; inset: 0; background: white }", COVER),
        (f".cover {{ {OVER}; height: 2pt; background: white; transform: scale(1, 200) }}", COVER),
        (f".cover {{ {OVER}; top: 300pt; box-shadow: 0 -300pt white }}", COVER),
        (f".cover {{ {OVER}; border-left: 400pt solid; color: black }}", COVER),
        (f"{STRIPS} .around::before {{ top: 1pt }} .around::after {{ top: 8pt }}", ""),
        (f"{TALL} p::before {{ line-height: 1; margin-bottom: -9pt }}", ""),
    ],
)
def test_a_text_under_something_is_lost(css: str, more: str) -> None:
    assert lost(css, more) == ("1.1", "quote i1")


@pytest.mark.parametrize(
    ("css", "more"),
    [
        (f".cover {{ {OVER}; background: white; z-index: -1 }}", COVER),
        (f".cover {{ {OVER}; background: #ffffff4d }}", COVER),
        (f".cover {{ {OVER}; border: 1pt solid black }}", COVER),
        (".cover { background: white; height: 50pt; margin-top: -50pt }", COVER),
        (".cover { float: left; width: 300pt; background: white; height: 50pt; margin-top: -50pt }", COVER),
        ("p { line-height: 1; width: 40pt } span { background: yellow } .around { background: #eee }", ""),
        (f".cover {{ {OVER}; background: white; visibility: hidden }}", COVER),
        (f"{STRIPS} .around::before {{ top: 1pt }} .around::after {{ top: 1pt }}", ""),
        (f"{TALL} p::before {{ line-height: 1 }}", ""),
    ],
)
def test_a_text_over_something_is_there(css: str, more: str) -> None:
    assert lost(css, more) == ()


@pytest.mark.parametrize("css", ['span::before { content: "Never: " }', 'span::after { content: "." }'])
def test_a_quote_has_its_own_words_alone(css: str) -> None:
    assert lost(css) == ("quote i1",)


def test_a_second_quote_of_the_same_item_is_found() -> None:
    assert lost("", '<i data-quote="i1">We surrender</i>') == ("quote i1",)


def test_a_final_briefing_that_does_not_agree_with_itself_is_refused(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = SelfCheck(None, (), (Disagreement("quote e1", "its words are not those of the brief inside"),))
    monkeypatch.setattr("briefing_tui.compile.pdf.check_bytes", lambda _: found)
    with pytest.raises(RefusedError, match="quote e1: its words"):
        _refuse_disagreement(samples.job(tmp_path / "x.pdf"), b"")
    _refuse_disagreement(samples.job(tmp_path / "x.pdf", final=False), b"")


def test_bytes_are_checked_as_a_file_is() -> None:
    assert self_check.check_bytes(b"%PDF-1.7").problems


@pytest.mark.parametrize(
    ("wide", "told"), [("60mm", ["A title that runs on and on to the right"]), ("10mm; overflow: hidden", [])]
)
def test_a_running_title_below_the_marking_is_told(wide: str, told: list[str]) -> None:
    from weasyprint import HTML

    title = f"@top-left {{ content: 'A title that runs on and on to the right edge'; white-space: pre; width: {wide} }}"
    marking = "@top-right { content: 'SECRET SECRET SECRET'; white-space: pre; background: black; color: white }"
    document: Any = HTML(string=f"<style>@page {{ size: 110mm 80mm; {title} {marking} }}</style><p>x").render()
    assert [*inspect([page._page_box for page in document.pages]).crossed] == told
