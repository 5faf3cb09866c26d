"""PDFs made by hand, in Courier: each character is 0.6 of its size wide, so every line is where the test puts it."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

WIDTH, HEIGHT = 595, 842
LEFT, TOP = 72.0, 740.0
LEADING = 1.3
"""Of the size."""


@dataclass(frozen=True)
class Text:
    """A line of type."""

    text: str
    x: float = LEFT
    y: float = TOP
    size: float = 10
    bold: bool = False


def paragraph(
    text: str, y: float, *, x: float = LEFT, columns: int = 75, indent: int = 0, size: float = 10
) -> list[Text]:
    """A paragraph wrapped at that many characters, from a line downwards."""
    lines = textwrap.wrap(text, columns, initial_indent=" " * indent, break_on_hyphens=False)
    return [
        Text(line.strip(), x + (indent * 0.6 * size if not n else 0), y - n * LEADING * size, size)
        for n, line in enumerate(lines)
    ]


def flow(
    *texts: str, y: float = TOP, x: float = LEFT, columns: int = 75, indent: int = 0, gap: float = 8
) -> list[Text]:
    """Paragraphs one under the other."""
    found: list[Text] = []
    for text in texts:
        found += paragraph(text, y, x=x, columns=columns, indent=indent)
        y = found[-1].y - LEADING * 10 - gap
    return found


def pdf(*pages: Sequence[Text], info: dict[str, str] | None = None, **options: Any) -> bytes:
    """A PDF with those pages."""
    document = pikepdf.new()
    for page in pages:
        add_page(document, stream(page))
    for key, value in (info or {}).items():
        document.docinfo[f"/{key}"] = value
    return saved(document, **options)


def add_page(document: pikepdf.Pdf, content: bytes, **resources: Any) -> None:
    """A page with a content stream, in Courier and Courier-Bold."""
    fonts = Dictionary({f"/{name}": _font(base) for name, base in (("F", "Courier"), ("B", "Courier-Bold"))})
    page = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, WIDTH, HEIGHT]),
        Resources=Dictionary(Font=fonts, **resources),
        Contents=document.make_stream(content),
    )
    document.pages.append(pikepdf.Page(document.make_indirect(page)))


def _font(base: str) -> Dictionary:
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(f"/{base}"), Encoding=Name.WinAnsiEncoding)


def stream(texts: Iterable[Text]) -> bytes:
    """A content stream that draws the lines, each by itself."""
    return b"\n".join(_drawn(texts))


def _drawn(texts: Iterable[Text]) -> Iterator[bytes]:
    for text in texts:
        words = text.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        font = b"B" if text.bold else b"F"
        yield b"BT /%s %.1f Tf 1 0 0 1 %.2f %.2f Tm (%s) Tj ET" % (font, text.size, text.x, text.y, words)


def saved(document: pikepdf.Pdf, **options: Any) -> bytes:
    """The bytes of a document."""
    target = io.BytesIO()
    document.save(target, **options)
    return target.getvalue()
