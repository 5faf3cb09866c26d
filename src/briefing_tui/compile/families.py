"""Families of letters: whether a document has one. Imports nothing of the layout engine."""

from __future__ import annotations

from typing import Any


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
