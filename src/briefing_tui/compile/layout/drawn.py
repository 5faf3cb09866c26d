"""Whether the words of a finished PDF can be seen on its pages: they are drawn, with their letters and without.

Where the two pictures are the same, letters add nothing to what is seen: they are covered, clipped, transparent or of
the colour of what they stand on, whatever made them so. A last look at forms of a house, after that of `covering`,
which knows what the layout engine paints. Words across other words are not looked at: both change the picture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from .paints import Painted, all_painted

SHOWN = 40
"""Characters of a text that are told."""
TOLD = 10
"""Texts that are told."""
_SCALE = 96 / 72
"""A point of the picture is a pixel of the layout."""
_LEAST = 12
"""Of 255 shades; a smaller difference is none."""
_GAP, _WIDE_GAP = 0.8, 1.6
"""Of the size of the type: room within words in a line of letters, and where a sign may be as wide as Chinese ones."""
_CUT = 3.0
"""Of the size of the type: what may be empty at the end of a text that is cut, the room around its box among it."""
_NARROW = "\u2000"
"""Signs before it are letters with usual room around them."""


def unseen(pages: Sequence[Any], pdf: bytes) -> dict[str, int]:
    """Words of laid-out pages that cannot be seen in the PDF made of them, each with its page."""
    import pypdfium2
    from PIL import Image

    found: dict[str, int] = {}
    document = pypdfium2.PdfDocument(pdf)
    try:
        for n, (box, page) in enumerate(zip(pages, document, strict=True), 1):
            letters = _letters(page)
            for text in all_painted(box):
                if text.text is not None and len(found) < TOLD and _has_hole(text, letters, Image.Resampling.BOX):
                    found.setdefault(text.text.text.strip()[:SHOWN], n)
    finally:
        document.close()
    return found


def _letters(page: Any) -> Any:
    """The picture of what letters add to a page: white where they do."""
    import pypdfium2.raw as pdfium
    from PIL import ImageChops

    whole = page.render(scale=_SCALE).to_pil().convert("L")
    for piece in _pieces(page.raw, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject):
        pdfium.FPDFTextObj_SetTextRenderMode(piece, pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)
    bare = page.render(scale=_SCALE).to_pil().convert("L")
    return ImageChops.difference(whole, bare).point([255 * (shade > _LEAST) for shade in range(256)])


def _pieces(holder: Any, count: Callable[[Any], int], get: Callable[[Any, int], Any]) -> Iterator[Any]:
    """The pieces of text on a page, or in a group on it."""
    import pypdfium2.raw as pdfium

    for n in range(count(holder)):
        piece = get(holder, n)
        kind = pdfium.FPDFPageObj_GetType(piece)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            yield piece
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            yield from _pieces(piece, pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject)


def _has_hole(text: Painted, letters: Any, mean: Any) -> bool:
    """Whether a text has a place as wide as a letter or two in which nothing of it is seen."""
    box, (left, top, right, bottom) = text.text, text.letters
    words = box.text.strip()
    if not any(map(str.isalnum, words)) or box.width < 1:
        return False
    if right - left < 1 or bottom - top < 1:  # clipped away, or made as small
        return True
    strip = letters.crop((int(left), int(top), int(right) + 1, int(bottom) + 1))
    columns = strip.resize((strip.width, 1), mean).tobytes()
    style, gap = box.style, _GAP if max(words) < _NARROW else _WIDE_GAP
    spacing = 0.0 if style["letter_spacing"] == "normal" else float(style["letter_spacing"])
    room = box.justification_spacing + float(style["word_spacing"]) + 2 * spacing
    if left > box.position_x + 1 or right < box.position_x + box.width - 1:
        columns = _without_ends(columns, int(_CUT * style["font_size"]))
    return not any(columns) or _longest(columns) > gap * style["font_size"] + room


def _without_ends(columns: bytes, most: int) -> bytes:
    """What is seen of a text that has no room for all of it: at its end, a sign that says so, and what has no room."""
    start = len(columns) - len(columns.lstrip(b"\0"))
    end = len(columns.rstrip(b"\0"))
    return columns[min(start, most) : max(end, len(columns) - most)]


def _longest(columns: Iterable[int]) -> int:
    """The most columns beside each other in which nothing is."""
    longest = run = 0
    for shade in columns:
        run = 0 if shade else run + 1
        longest = max(longest, run)
    return longest
