"""Families of letters that a form names, brings along, or lacks."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from typing import Any

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from briefing_tui.compile.layout.families import has_other_signs, is_there


def font(glyphs: list[str]) -> bytes:
    """A font whose signs for A, a, e and n have those names."""
    builder = FontBuilder(1000, isTTF=True)
    names = [".notdef", *glyphs]
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap(dict(zip(map(ord, "Aaen"), glyphs, strict=True)))
    builder.setupGlyf({name: TTGlyphPen(None).glyph() for name in names})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (500, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Harbour", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    file = BytesIO()
    builder.save(file)
    return file.getvalue()


LATIN = font(["A", "a", "e", "n"])


@pytest.mark.parametrize(("content", "there"), [(LATIN, True), (b"no font at all", False)])
def test_a_face_that_a_form_brings_along_is_there_without_being_used(content: bytes, there: bool) -> None:
    from weasyprint import HTML
    from weasyprint.text.ffi import ffi, fontconfig

    face = f"@font-face {{ font-family: Harbour; src: url(data:font/ttf;base64,{b64encode(content).decode()}) }}"
    document: Any = HTML(string=f"<style>{face}</style><p>Boats").render()
    config = document.font_config._config
    assert is_there("Harbour", ffi, fontconfig, config) is there
    assert is_there("Noto Sans", ffi, fontconfig, config)
    assert not is_there("Pier Sans", ffi, fontconfig, config)


@pytest.mark.parametrize(
    ("glyphs", "odd"),
    [
        (["A", "a", "e", "n"], False),
        (["A.sc", "a.alt", "e", "n"], False),
        (["glyph1", "cid2", "glyph3", "glyph4"], False),
        (["Alpha", "alpha", "epsilon", "nu"], True),
        (["a10", "a60", "a64", "a73"], True),
    ],
)
def test_a_face_with_other_signs_in_the_places_of_letters(glyphs: list[str], odd: bool) -> None:
    assert has_other_signs(font(glyphs)) is odd


def test_what_is_no_font_file_has_no_signs() -> None:
    assert not has_other_signs(b"no font at all")
