"""What the glyphs of a PDF say when they are copied or searched for. Imports nothing of the layout engine.

A font in a PDF has one text for a glyph (ISO 32000-1, 9.10.3), and the engine takes that of the place where it was
drawn first. A bracket among Hebrew words is drawn with the other bracket's glyph, the dots of a shortened line stand
for all the words that it leaves out, and a space that does not break has the glyph of any other: from there on, each
bracket, ellipsis or space in that font would be copied so. The font's own table of characters tells which it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from unicodedata import mirrored

from .font_file import asked

PLAIN = (" ", "-", ".", "…")
"""Characters whose glyphs others share, or are drawn in the place of others."""

Build = Callable[..., Any]
Table = Mapping[str, int]
"""The glyph of each character, by the font's own table."""


def told_by_fonts(build: Build) -> Build:
    """The engine's function that writes fonts, with the texts of their glyphs as the fonts have them.

    Args:
        build: is given a document, its fonts by name, and more.
    """

    def building(pdf: Any, fonts: Mapping[Any, Any], *more: Any, **options: Any) -> Any:
        tables: dict[tuple[bytes, int], Table] = {}
        for font in fonts.values():
            file = font.file_content, font.index
            if file not in tables:
                tables[file] = table(*file)
            font.to_unicode.update(own_texts(font.to_unicode, tables[file]))
        return build(pdf, fonts, *more, **options)

    return building


def own_texts(texts: Mapping[int, str], shown: Table) -> dict[int, str]:
    """What those glyphs say of which it is known, as far as it is not what they were drawn for.

    Args:
        texts: what each glyph was drawn for when it was first drawn.
        shown: the glyph of each character.
    """
    own = {shown[sign]: sign for sign in sorted(shown, reverse=True) if mirrored(sign)}
    own |= {shown[sign]: sign for sign in PLAIN if sign in shown}
    return {
        glyph: own[glyph]
        for glyph, text in texts.items()
        if glyph in own and (own[glyph] in PLAIN or shown.get(text) != glyph)
    }


def table(content: bytes, index: int = 0) -> Table:
    """The glyphs of the characters whose glyphs may be drawn for others; none of a font that cannot be read.

    Args:
        content: of its file.
        index: of the font in the file.
    """

    def glyphs(font: Any, names: Mapping[int, str]) -> dict[str, int]:
        shared = {chr(code): name for code, name in names.items() if chr(code) in PLAIN or mirrored(chr(code))}
        return {sign: font.getGlyphID(name) for sign, name in shared.items()}

    return asked(content, index, glyphs, unreadable={})
