"""The characters of a page as PDFium gives them, put together to words in one type.

What the file's own tables say a glyph means is what is read. PDFium opens ligatures (ﬁ becomes fi) and puts
right-to-left text into the order in which it is read; nothing else is changed here.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

LONGEST_PAGE = 200_000
"""Characters of a page that are read; a page of print has 5,000."""

_BOLD = re.compile(r"bold|black|heavy|demi|medi(?![a-z])|(?:^|\+)(?:CM|SF)BX|-B(?:I|d)?\Z", re.IGNORECASE)
_FORCED_BOLD = 1 << 18
_NAMELESS = re.compile("[\0\ufffe\uffff\ud800-\udfff]")
_HYPHEN = "\u0002"
"""PDFium's stand-in for a hyphen at the end of a line."""
_BREAKS = frozenset("\r\n\v\f\u2028\u2029")


@dataclass(slots=True)
class Glyphs:
    """Characters in one type without a space between them, where PDFium has placed them."""

    text: str
    box: tuple[float, float, float, float]
    """Left, bottom, right, top, on the page as it lies in the file."""
    origin: tuple[float, float]
    """Where the baseline begins."""
    angle: int
    """Degrees that the baseline rises, in quarters of a circle where it is near one, else as it is."""
    size: float
    bold: bool
    spaced: bool
    breaks: bool
    """Whether a new line begins with it."""
    lifted: bool
    """Whether it is a figure whose glyph itself is a superscript: small and high at full size."""


class Reader:
    """Reads one page; it keeps the buffers that the calls fill."""

    def __init__(self, textpage: Any) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium = pdfium
        self._page = textpage
        self._rect, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._name, self._flags = ctypes.create_string_buffer(160), ctypes.c_int()
        self._bold: dict[tuple[bytes, int], bool] = {}

    def words(self) -> Iterator[Glyphs]:
        """All words, in the order in which the file draws them."""
        text = self._text()
        start = 0
        spaced = breaks = True
        for end in range(len(text) + 1):
            character = text[end] if end < len(text) else " "
            space = character.isspace() and character != "\u00a0"
            if not space and (end == start or not _changes(text[end - 1], character)):
                continue
            if end > start:
                yield self._glyphs(text, start, end, spaced, breaks)
                breaks = text[end - 1] == _HYPHEN
                spaced = False
            start = end + 1 if space else end
            spaced = spaced or space
            breaks = breaks or character in _BREAKS

    def _text(self) -> str:
        """The characters by index; one that PDFium cannot name is U+FFFD."""
        unicode, page = self._pdfium.FPDFText_GetUnicode, self._page
        count = min(self._pdfium.FPDFText_CountChars(page), LONGEST_PAGE)
        return _NAMELESS.sub("\ufffd", "".join([chr(unicode(page, index)) for index in range(count)]))

    def _glyphs(self, text: str, start: int, end: int, spaced: bool, breaks: bool) -> Glyphs:
        pdfium, page = self._pdfium, self._page
        first = self._box(start)
        last = first if end - start == 1 else self._box(end - 1)
        box = min(first[0], last[0]), min(first[1], last[1]), max(first[2], last[2]), max(first[3], last[3])
        pdfium.FPDFText_GetCharOrigin(page, start, self._x, self._y)
        pdfium.FPDFText_GetMatrix(page, start, self._matrix)
        m = self._matrix
        size = pdfium.FPDFText_GetFontSize(page, start) * (math.hypot(m.c, m.d) or 1)
        turn = math.degrees(math.atan2(m.b, m.a)) if (m.a or m.b) else 0
        quarter = round(turn / 90) * 90
        angle = quarter % 360 if abs(turn - quarter) < 3 else round(turn) % 360
        return Glyphs(
            text[start:end], box, (self._x.value, self._y.value), angle, round(size, 1), self._is_bold(start),
            spaced, breaks, lifted=not spaced and text[start].isdigit() and self._is_lifted(start, size),
        )  # fmt: skip

    def _box(self, index: int) -> tuple[float, float, float, float]:
        self._pdfium.FPDFText_GetLooseCharBox(self._page, index, self._rect)
        return self._rect.left, self._rect.bottom, self._rect.right, self._rect.top

    def _is_lifted(self, index: int, size: float) -> bool:
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        self._pdfium.FPDFText_GetCharBox(self._page, index, left, right, bottom, top)
        return bottom.value - self._y.value > 0.2 * size

    def _is_bold(self, index: int) -> bool:
        """Whether a character is bold, by the name of its font, or the font's own word for it."""
        self._pdfium.FPDFText_GetFontInfo(self._page, index, self._name, len(self._name), self._flags)
        name, flags = self._name.value, self._flags.value
        if (name, flags) not in self._bold:
            named = bool(_BOLD.search(name.decode("utf-8", "replace")))
            self._bold[name, flags] = named or bool(flags & _FORCED_BOLD)
        return self._bold[name, flags]


def _changes(before: str, after: str) -> bool:
    """Whether two characters may stand in different types, as a word and the number of its note do."""
    if before == _HYPHEN:
        return True
    return before.isdigit() != after.isdigit() or after in "*†‡§¶" or before in "*†‡§¶•◦▪"
