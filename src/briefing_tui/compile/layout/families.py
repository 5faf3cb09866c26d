"""Families of letters: whether a document has one, whether it draws letters, and what no family has.

Imports nothing of the layout engine.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from unicodedata import category

from .font_file import asked

_LETTERS = "Aaen"
"""What shows whether a font draws letters, or other signs in their places."""


def is_there(family: str, ffi: Any, fontconfig: Any, config: Any) -> bool:
    """Whether a family is there that no text was set in: installed, or brought along by the form.

    Args:
        family: its name.
        ffi: the engine's door to the libraries of the system.
        fontconfig: the library that knows the fonts.
        config: the fonts that the engine has for a document.
    """
    pattern = ffi.gc(fontconfig.FcPatternCreate(), fontconfig.FcPatternDestroy)
    fontconfig.FcPatternAddString(pattern, b"family", family.strip().encode())
    fontconfig.FcConfigSubstitute(config, pattern, fontconfig.FcMatchPattern)
    fontconfig.FcDefaultSubstitute(pattern)
    matched = ffi.gc(fontconfig.FcFontMatch(config, pattern, ffi.new("FcResult *")), fontconfig.FcPatternDestroy)
    name = ffi.new("FcChar8 **")
    n = 0
    while fontconfig.FcPatternGetString(matched, b"family", n, name) == fontconfig.FcResultMatch:
        if ffi.string(name[0]).decode(errors="replace").casefold() == family.strip().casefold():
            return True
        n += 1
    return False


def without_glyphs(pages: Iterable[Any], ffi: Any, pango: Any) -> str:
    """The characters that no font has, in order of their code points; each character is looked at once.

    One of private use counts as absent.

    Args:
        pages: page boxes that were laid out.
        ffi: the engine's door to the libraries of the system.
        pango: the library that sets text.
    """
    seen: set[str] = set()
    absent: set[str] = set()
    for box in (box for page in pages for box in page.descendants() if getattr(box, "pango_layout", None)):
        if seen.issuperset(box.text):
            continue
        seen.update(box.text)
        absent.update(private(box.text))
        box.pango_layout.reactivate(box.style)
        run = box.pango_layout.get_first_line()[0].runs[0]
        while run != ffi.NULL:
            glyphs = run.data.glyphs
            for info in glyphs.glyphs[0 : glyphs.num_glyphs]:
                if info.glyph & pango.PANGO_GLYPH_UNKNOWN_FLAG and info.glyph != pango.PANGO_GLYPH_EMPTY:
                    absent.add(chr(info.glyph - pango.PANGO_GLYPH_UNKNOWN_FLAG))
            run = run.next
        box.pango_layout.deactivate()
    return "".join(sorted(absent))


def private(text: str) -> set[str]:
    """The characters of private use: signs of no script, whatever a font that happens to be there draws for them.

    PDF/A (ISO 19005-3, 6.2.11.7.3) wants to be told what they stand for, and nobody knows.
    """
    return set() if text.isascii() else {sign for sign in text if category(sign) == "Co"}


def has_other_signs(content: bytes, index: int = 0) -> bool:
    """Whether a font draws other signs in the places of letters, as symbol fonts do: by its own names of them.

    Args:
        content: of its file.
        index: of the font in the file.
    """
    from fontTools.agl import toUnicode

    def others(_: Any, names: Mapping[int, str]) -> bool:
        drawn = [(letter, toUnicode(names[ord(letter)], True)) for letter in _LETTERS if ord(letter) in names]
        return bool(drawn) and all(sign not in ("", letter) for letter, sign in drawn)

    return asked(content, index, others, unreadable=False)
