"""A page of a finished PDF as a picture."""

from __future__ import annotations

from pathlib import Path

from ...errors import FormatError
from ...support.text_files import MIB, read_bytes

LIMIT = 256 * MIB
"""Bytes of a PDF that is shown."""


def page_picture(file: Path, number: int, width: int) -> tuple[int, int, bytes]:
    """A page as a picture: width, height, and three bytes a point.

    Args:
        file: a PDF.
        number: of the page, from 1.
        width: points across.

    Raises:
        FormatError: where it is no PDF that can be read, or has no such page.
        NotFoundError, StorageError: where the file cannot be read.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(read_bytes(file, limit=LIMIT))
        try:
            page = document[number - 1]
            drawn = page.render(scale=width / page.get_width(), rev_byteorder=True)
        finally:
            document.close()
    except (pypdfium2.PdfiumError, IndexError) as error:
        raise FormatError("this page cannot be shown", file=str(file), hint="compile it again") from error
    data = bytes(drawn.buffer)
    across = drawn.width * 3
    if drawn.n_channels != 3:
        raise FormatError("this page cannot be shown as a picture", file=str(file), hint="read it as text")
    rows = (data[at : at + across] for at in range(0, drawn.height * drawn.stride, drawn.stride))
    return drawn.width, drawn.height, b"".join(rows)
