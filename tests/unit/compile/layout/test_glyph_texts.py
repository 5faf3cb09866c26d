"""What is copied from a PDF, and found in it, where glyphs are shared."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from briefing_tui.compile import compile_pdf
from briefing_tui.compile.layout.glyph_texts import own_texts, table
from briefing_tui.model import Item, ItemKind, Section
from tests.unit.compile import samples


def copied(file: Path) -> str:
    """All words of a PDF, as a viewer copies them."""
    document = pypdfium2.PdfDocument(file)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


HEBREW = "הספר (של הנמל) שלם."
LONG = "What the ledger of the harbour tells us of berths " * 5


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What is copied from a briefing with brackets of two directions and a running title that is shortened."""
    english = "The ledger (op-ed) goes on … and on."
    texts = [HEBREW, english, *(f"{n}. {english}" for n in range(60))]
    items = [Item(f"i{n}", ItemKind.TEXT, text=text) for n, text in enumerate(texts)]
    items.append(Item("q", ItemKind.QUOTE, excerpt="e1"))
    job = samples.job(
        tmp_path_factory.mktemp("glyphs") / "b.pdf",
        template="submission",
        title=LONG.strip(),
        items=items,
        sections=(Section("s1", "The ledger", tuple(items)),),
        judgements=(),
        final=False,
    )
    return copied(compile_pdf(job).file)


def test_brackets_are_copied_as_they_are_drawn_in_either_direction(said: str) -> None:
    assert said.count("(op-ed)") == 61
    assert ")op-ed(" not in said
    assert HEBREW in said


def test_an_ellipsis_is_copied_as_one_where_a_running_title_is_shortened(said: str) -> None:
    assert said.count("goes on … and on") == 61
    assert said.count("…") > 61


@pytest.mark.parametrize(
    ("texts", "own"),
    [
        ({5: ")"}, {5: "("}),  # drawn from right to left first
        ({5: "(", 6: ")"}, {}),
        ({7: " the words that are left out"}, {7: "…"}),
        ({8: "\N{NO-BREAK SPACE}"}, {8: " "}),
        ({9: "fi", 10: "ﬁ"}, {}),  # a ligature says its letters
        ({11: "["}, {}),  # of another font
    ],
)
def test_what_a_glyph_says_is_what_its_font_has_it_for(texts: dict[int, str], own: dict[int, str]) -> None:
    shown = {"(": 5, ")": 6, "…": 7, " ": 8, "[": 12}
    assert own_texts(texts, shown) == own


def test_the_table_of_a_font_has_the_characters_that_share_their_glyphs() -> None:
    builder = FontBuilder(1000, isTTF=True)
    names = [".notdef", "A", "parenleft", "parenright", "ellipsis"]
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap(dict(zip(map(ord, "A()…"), names[1:], strict=True)))
    builder.setupGlyf({name: TTGlyphPen(None).glyph() for name in names})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (500, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupPost()
    builder.save(file := BytesIO())
    assert table(file.getvalue()) == {"(": 2, ")": 3, "…": 4}


def test_what_is_no_font_has_no_table() -> None:
    assert table(b"no font at all") == {}
