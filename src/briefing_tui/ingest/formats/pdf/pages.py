"""From a file to pages and their lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from ....errors import ImportFailedError
from .characters import Glyphs, Reader
from .layout import TIGHT, Line, Page, Piece, is_beside, settle

WIDE_GAP = 0.8
"""Of the type's size: a gap that may part columns or the cells of a table; narrower ones are spaces."""


def open_document(name: str, data: bytes) -> Any:
    """Open a PDF; the caller closes it.

    Raises:
        ImportFailedError: for a file that needs a password, is broken or has no pages.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _refusal(name, data, getattr(error, "err_code", None)) from error
    if not len(document):
        document.close()
        raise ImportFailedError("the PDF has no pages", where=name, hint="check that it was saved whole")
    return document


def _refusal(name: str, data: bytes, code: int | None) -> ImportFailedError:
    import pypdfium2.raw as pdfium

    encrypted = b"/Encrypt" in data  # the code alone may be an earlier file's
    if b"%PDF" not in data[:1024]:
        return ImportFailedError("this is no PDF, whatever its name says", where=name, hint="check what the file is")
    if code == pdfium.FPDF_ERR_PASSWORD and encrypted:
        hint = "save a copy without the password (qpdf --password=… --decrypt in.pdf out.pdf) and import that"
        return ImportFailedError("the PDF is encrypted and asks for a password", where=name, hint=hint)
    if encrypted and code == pdfium.FPDF_ERR_SECURITY:
        hint = "open it in its own reader, print it to a new PDF and import that"
        return ImportFailedError("the PDF is encrypted in a way that cannot be read", where=name, hint=hint)
    return ImportFailedError(
        "the PDF is broken, incomplete or has no pages",
        where=name,
        hint="fetch it again, or open it and print it to a new PDF",
    )


def first_bookmark(document: Any) -> str:
    """The title of the first entry of its outline; empty where it has none."""
    import pypdfium2

    try:
        entry = next(iter(document.get_toc(max_depth=1)), None)
        return str(entry.get_title() or "") if entry else ""
    except pypdfium2.PdfiumError:
        return ""


def read_pages(document: Any) -> Iterator[Page]:
    """The pages, one after the other; one that cannot be loaded is empty."""
    import pypdfium2

    for index in range(len(document)):
        label = document.get_page_label(index)
        try:
            page = document[index]
        except pypdfium2.PdfiumError:
            yield Page(index, label, 0, 0, ())
            continue
        try:
            yield _page(page, index, label)
        finally:
            page.close()


def _page(page: Any, index: int, label: str) -> Page:
    import pypdfium2
    import pypdfium2.raw as pdfium

    try:
        textpage = page.get_textpage()
        try:
            found = list(Reader(textpage.raw).words())
        finally:
            textpage.close()
    except pypdfium2.PdfiumError:
        found = []
    box = page.get_bbox()
    angle = Counter(dict.fromkeys((0, 90, 180, 270), 0))
    for glyphs in found:
        angle[glyphs.angle] += len(glyphs.text)
    ((main, _),) = angle.most_common(1)
    width, height = (box[3] - box[1], box[2] - box[0]) if main in {90, 270} else (box[2] - box[0], box[3] - box[1])
    lines = [
        line
        for line in _lines((g for g in found if g.angle == main), main, box, index)
        if line.right > 0 and line.left < width and -2 < line.base < height  # nobody sees what is drawn beside it
    ]
    turned = _turned((g for g in found if g.angle != main), index)
    images = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]) if not found else iter(())
    return Page(index, label, width, height, tuple(lines), tuple(turned), next(images, None) is not None)


def _lines(found: Iterable[Glyphs], angle: int, box: Sequence[float], page: int) -> list[Line]:
    """Lines of words that follow each other on one baseline, parted at wide gaps."""
    lines: list[Line] = []
    run: list[Piece] = []
    row = 0
    for glyphs in found:
        piece = _piece(glyphs, angle, box)
        if run:
            last = run[-1]
            gap, size = _gap(last, piece), max(last.size, piece.size)
            same = is_beside(last, piece) and (not glyphs.breaks or -0.1 * size < gap < 0.5 * size)
            if not same or gap > WIDE_GAP * size:
                lines.append(Line(tuple(run), page, row))
                run = []
                row += not same
            else:
                piece = settle(last, replace(piece, spaced=False) if glyphs.breaks and gap < TIGHT * size else piece)
        run.append(piece)
    if run:
        lines.append(Line(tuple(run), page, row))
    return lines


def _turned(found: Iterable[Glyphs], page: int) -> list[Line]:
    """Lines of words at other angles, as they were drawn."""
    runs: list[list[Glyphs]] = []
    for glyphs in found:
        if runs and runs[-1][-1].angle == glyphs.angle and _is_near(runs[-1][-1], glyphs):
            runs[-1].append(glyphs)
        else:
            runs.append([glyphs])
    return [Line(tuple(_piece(glyphs, 0, (0, 0, 0, 0)) for glyphs in run), page) for run in runs]


def _is_near(last: Glyphs, glyphs: Glyphs) -> bool:
    """Whether no more than a wide space lies between two words, at whatever angle."""
    across = max(glyphs.box[0] - last.box[2], last.box[0] - glyphs.box[2])
    upwards = max(glyphs.box[1] - last.box[3], last.box[1] - glyphs.box[3])
    return max(across, upwards) < WIDE_GAP * glyphs.size


def _piece(glyphs: Glyphs, angle: int, box: Sequence[float]) -> Piece:
    """A word on a page that lies as it is read."""
    left, bottom, right, top = glyphs.box
    x, y = glyphs.origin
    match angle:
        case 90:
            left, right, base = bottom - box[1], top - box[1], box[2] - x
        case 180:
            left, right, base = box[2] - right, box[2] - left, box[3] - y
        case 270:
            left, right, base = box[3] - top, box[3] - bottom, x - box[0]
        case _:
            left, right, base = left - box[0], right - box[0], y - box[1]
    return Piece(
        glyphs.text.replace("\u0002", "-"), left, right, base, glyphs.size, glyphs.bold, glyphs.spaced,
        glyphs.lifted and not angle,
    )  # fmt: skip


def mirrored(page: Page) -> Page:
    """A page with its sides exchanged: text from right to left is laid out as any other is then."""

    def turned(line: Line) -> Line:
        pieces = (replace(p, left=page.width - p.right, right=page.width - p.left) for p in line.pieces)
        return Line(tuple(pieces), line.page, line.row)

    return replace(page, lines=tuple(map(turned, page.lines)))


def _gap(last: Piece, piece: Piece) -> float:
    return max(piece.left - last.right, last.left - piece.right)
