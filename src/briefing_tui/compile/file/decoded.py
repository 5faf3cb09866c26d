"""What the streams of a PDF hold, within limits: a small file can hold much, and one from elsewhere may mean to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pikepdf import Array, DataDecodingError, Dictionary, Pdf
from pikepdf.settings import set_qpdf_limits

LARGEST = 64 << 20
"""Bytes that any one stream may hold."""
TEXT = 4 << 20
"""Bytes that a file inside may hold which is read as text."""
CONTENTS = 2 << 20
"""Bytes that a page may be drawn with for its words to be looked for."""
_UNBOUND = frozenset({"/LZWDecode", "/LZW"})
"""Codings without a limit; ISO 19005-3 (6.1.7.2) forbids them."""
_PICTURES = frozenset({"/DCTDecode", "/DCT", "/JPXDecode", "/CCITTFaxDecode", "/CCF", "/JBIG2Decode"})
"""Codings of pictures: what they make of the bytes is a viewer's."""


class TooLargeError(ValueError):
    """A stream holds more than it may."""


@contextmanager
def limits() -> Iterator[None]:
    """Have qpdf decode no stream beyond the largest, its own lists of objects included."""
    before: dict[str, Any] = set_qpdf_limits(
        flate_max_memory=LARGEST,
        png_max_memory=LARGEST,
        tiff_max_memory=LARGEST,
        run_length_max_memory=LARGEST,
        dct_max_memory=LARGEST,
    )
    try:
        yield
    finally:
        set_qpdf_limits(**before)


def decoded(stream: Any, *, most: int = LARGEST) -> bytes:
    """What a stream holds.

    Raises:
        TooLargeError: where that is more than it may.
    """
    if not _UNBOUND.isdisjoint(_codings(stream)):
        raise TooLargeError
    try:
        content: bytes = stream.read_bytes()
    except DataDecodingError as error:
        if "limit exceeded" in str(error):
            raise TooLargeError from error
        raise
    if len(content) > most:
        raise TooLargeError
    return content


def is_picture(stream: Any) -> bool:
    """Whether a stream is a picture in a coding of its own, as a JPEG is."""
    return not _PICTURES.isdisjoint(_codings(stream))


def written(stream: Any, *, most: int = LARGEST) -> bytes:
    """The bytes of a stream as they stand in the file.

    Raises:
        TooLargeError: where they are more than they may be.
    """
    content: bytes = stream.read_raw_bytes()
    if len(content) > most:
        raise TooLargeError
    return content


def _codings(stream: Any) -> list[str]:
    coding = stream.get("/Filter", Array())
    return list(map(str, coding if isinstance(coding, Array) else [coding]))


def drawing(page: Any) -> bytes:
    """The operators that a page is drawn with; empty where they are more than any page needs."""
    contents = page.obj.get("/Contents", Array())
    pieces: list[bytes] = []
    left = CONTENTS
    try:
        for stream in contents if isinstance(contents, Array) else [contents]:
            pieces.append(decoded(stream, most=left))
            left -= len(pieces[-1]) + 1
    except TooLargeError:
        return b""
    return b"\n".join(pieces)


def specifications(pdf: Pdf) -> list[tuple[str, Any]]:
    """The files inside a document, each with its name, by name; of two with one name, the first of the tree first."""
    tree = pdf.Root.get("/Names", Dictionary()).get("/EmbeddedFiles", Dictionary())
    return sorted(_leaves(tree), key=lambda pair: pair[0])


def inside(pdf: Pdf, name: str) -> Any | None:
    """The specification of the file inside that has this name: of two, the first."""
    return next((specification for other, specification in specifications(pdf) if other == name), None)


def _leaves(tree: Any) -> Iterator[tuple[str, Any]]:
    pending, seen = [tree], set()
    while pending:
        node = pending.pop()
        if node.is_indirect:
            if node.objgen in seen:
                raise ValueError("its list of files leads back into itself")
            seen.add(node.objgen)
        pairs = list(node.get("/Names", Array()))
        if len(pairs) % 2:
            raise ValueError("its list of files is cut short")
        yield from ((str(name), value) for name, value in zip(pairs[::2], pairs[1::2], strict=True))
        pending += reversed(list(node.get("/Kids", Array())))
