"""A form may say how a quote looks; what it hides or adds is told in a draft and refused in a final one."""

from __future__ import annotations

from typing import Any

import pytest

from briefing_tui.compile import self_check
from briefing_tui.compile.boxes import inspect
from briefing_tui.compile.pdf import _refuse_disagreement
from briefing_tui.compile.self_check import Disagreement, SelfCheck
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
        "span { font-size: 3.9pt }",
        "p { transform: translateX(-900pt) }",
        "p { position: absolute; left: -900pt }",
        ".around { max-height: 1pt; overflow: hidden }",
        ".around { width: 20pt; white-space: nowrap; overflow: hidden }",
        "p { position: absolute; clip: rect(0, 0, 0, 0) }",
        "span { display: none }",
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
    ],
)
def test_a_text_that_looks_otherwise_is_there(css: str) -> None:
    assert lost(css) == ()


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
