"""Emphasis and cites in the author's own text."""

import pytest

from briefing_tui.citations import Text
from briefing_tui.compile.document.own_text import CiteMark, Own, inlines


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
        ("ה**גוררות** *אינן* כאן", [Text("ה"), b("גוררות"), Text(" "), b("אינן"), Text(" כאן")]),
        ("an _odd_ word, __so__", [Text("an "), i("odd"), Text(" word, "), b("so")]),
        ("so [@e1; @e22].", [Text("so"), CiteMark("e1"), CiteMark("e22"), Text(".")]),
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
