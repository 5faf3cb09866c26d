"""The call of a note looks like one, and has the number of its note."""

from __future__ import annotations

from typing import Any

import pytest

from briefing_tui.checks import RULES, Subject
from briefing_tui.compile.layout.boxes import inspect
from briefing_tui.model import Brief, LayoutFacts

SUP = "sup { font: bold 6.5pt Noto Sans; vertical-align: super; line-height: 0 }"
SAID = '<p data-block="1.1">The dead were <em>20</em><a class="call" data-call="e1"><sup>4</sup></a>{}</p>'
NOTE = '<div class="endnote" data-block="note e1"><span class="n">{}</span> A source.</div>'


def facts(css: str, more: str = "", note: str = "4") -> Any:
    from weasyprint import HTML

    html = f"<style>@page {{ size: A5 }} p {{ font: 9.6pt Noto Serif }} {css}</style>{SAID.format(more)}"
    page: Any = HTML(string=html + NOTE.format(note)).render()
    return inspect([page._page_box for page in page.pages])


@pytest.mark.parametrize(
    "css",
    [
        "sup { vertical-align: baseline; font-size: 1em }",
        "sup { vertical-align: sub; font-size: 1em }",
        "sup { vertical-align: baseline; font-size: 9pt; color: #999 }",
        "sup, em { vertical-align: super; font-size: 6.5pt }",
    ],
)
def test_a_call_that_looks_like_the_words_beside_it_is_told(css: str) -> None:
    assert facts(css).alike == {"4": 1}


@pytest.mark.parametrize(
    "css", [SUP, "sup { font-size: 1em; vertical-align: super }", "sup { font-size: .7em; vertical-align: baseline }"]
)
def test_a_call_that_is_raised_or_small_looks_like_one(css: str) -> None:
    assert facts(css).alike == {}


def test_a_note_has_the_number_of_each_of_its_calls() -> None:
    again = ' and <a class="call" data-call="e1"><sup>{}</sup></a>'
    assert facts(SUP, again.format("4")).noted == {"e1": 1}
    assert facts(SUP, again.format("44")).noted == {}
    assert facts(SUP, again.format("5")).noted == {}
    assert facts(SUP, note="44").noted == {}


def test_it_is_an_error_that_nobody_can_switch_off() -> None:
    rule = RULES["layout.note-call"]
    layout = LayoutFacts(pages=1, fill=0.5, notes_called=1, notes_placed=1, alike=(("4", 1),))
    (hit,) = rule.find(Subject(Brief("b"), {}, {}, layout))
    assert (hit.place, rule.severity.value, rule.binding) == ("template", "error", True)
    assert "note 4 on page 1" in hit.message
