"""Emphasis and cites in the author's own text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.citations import Text
from briefing_tui.compile.own_text import CiteMark, Own, cited, inlines, paragraphs


def i(text: str) -> Text:
    return Text(text, italic=True)


def b(text: str) -> Text:
    return Text(text, bold=True)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("plain", [Text("plain")]),
        ("an *odd* word", [Text("an "), i("odd"), Text(" word")]),
        ("a **strong** word", [Text("a "), b("strong"), Text(" word")]),
        ("***both***", [Text("both", italic=True, bold=True)]),
        ("*in **both** here*", [i("in "), Text("both", italic=True, bold=True), i(" here")]),
        ("a * star", [Text("a * star")]),
        ("2*3*4", [Text("2*3*4")]),
        ("*open", [Text("*open")]),
        ("close*", [Text("close*")]),
        ("a**", [Text("a**")]),
        (r"\*not\* \[@e1]", [Text("*not* [@e1]")]),
        (r"back\slash", [Text(r"back\slash")]),
        ("so [@e1].", [Text("so"), CiteMark("e1"), Text(".")]),
        ("so[@e1] [@e22]", [Text("so"), CiteMark("e1"), CiteMark("e22")]),
        ("*so [@e1] on*", [i("so"), CiteMark("e1"), i(" on")]),
        ("[@e] [@x1] [e1]", [Text("[@e] [@x1] [e1]")]),
        ("<b>&amp;</b> `code` # no", [Text("<b>&amp;</b> `code` # no")]),
    ],
)
def test_it_reads_emphasis_and_cites_and_nothing_else(text: str, parts: list[Own]) -> None:
    assert list(inlines(text)) == parts


@given(st.text(st.characters(exclude_characters="*\\[]", exclude_categories=["Cs"])))
def test_text_without_marks_stays_as_it_is(text: str) -> None:
    assert "".join(p.text for p in inlines(text) if isinstance(p, Text)) == text


@given(st.text("*ab \\[@e1]", max_size=40))
def test_no_emphasis_is_lost_or_left_open(text: str) -> None:
    parts = inlines(text)
    shown = "".join(p.text for p in parts if isinstance(p, Text))
    assert shown.replace("*", "").split() == "".join(c for c in _bare(text) if c != "*").split()
    assert [p.excerpt for p in parts if isinstance(p, CiteMark)] == [m for m in cited(text) if m] or "\\" in text


def _bare(text: str) -> str:
    import re

    return re.sub(r"\\([\\*\[])|\s*\[@(e\d+)\]", lambda m: m[1] or "", text)


def test_blank_lines_part_paragraphs() -> None:
    assert paragraphs(" one\nline\n \n\ntwo \n") == ["one\nline", "two"]
    assert paragraphs(" \n ") == []


def test_an_escaped_cite_is_none() -> None:
    assert cited(r"so [@e1] and \[@e2] and \\[@e3]") == ["e1", "e3"]
