"""Whether a PDF has a text layer that can be trusted."""

from __future__ import annotations

from collections.abc import Sequence

from ....errors import ImportFailedError
from .layout import Page

BROKEN = 0.3
"""Share of characters without a meaning from which the text is no text."""

DOUBTFUL = 0.02
"""Share from which it is warned of."""

_OCR = "run OCR first (ocrmypdf in.pdf out.pdf) and import the result"


def check_text(name: str, data: bytes, pages: Sequence[Page]) -> list[str]:
    """Refuse what has no readable text, and warn of what has some.

    Raises:
        ImportFailedError: for a scan, and for a text layer that is mostly without meaning.
    """
    scans = [page for page in pages if page.pictures]
    if not any(page.lines or page.turned for page in pages):
        if scans:
            raise ImportFailedError("the PDF has no text layer: its pages are pictures", where=name, hint=_OCR)
        raise ImportFailedError("the PDF has no text", where=name, hint="check that it was saved whole; " + _OCR)
    warnings = []
    if b"%%EOF" not in data[-2048:]:
        warnings.append("the file breaks off before its end: the last pages may be missing")
    if scans:
        listed = spans([page.index + 1 for page in scans])
        warnings.append(f"no text layer on {_pages(scans)} {listed}, which are pictures: {_OCR}")
    text = "".join(line.text for page in pages for line in page.lines)
    letters = [c for c in text if not c.isspace()]
    lost = sum(c == "\ufffd" or "\ue000" <= c <= "\uf8ff" or c < " " for c in letters) / max(1, len(letters))
    if lost > BROKEN:
        what = f"the PDF's text layer is broken: {lost:.0%} of its characters stand for nothing"
        raise ImportFailedError(what, where=name, hint="run OCR over it (ocrmypdf --force-ocr in.pdf out.pdf)")
    if lost > DOUBTFUL:
        warnings.append(f"{lost:.0%} of the characters stand for nothing: compare quotations with the pages")
    return warnings


def _pages(pages: Sequence[Page]) -> str:
    return "page" if len(pages) == 1 else "pages"


def spans(numbers: Sequence[int]) -> str:
    """Numbers in ascending order, runs as from–to."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][-1] + 1:
            parts[-1][1:] = [number]
        else:
            parts.append([number])
    return ", ".join("–".join(map(str, part)) for part in parts)
