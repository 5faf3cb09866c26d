"""Whether a PDF is byte for byte as it was made: its own second identifier is a hash of all other bytes.

PDF has each program that saves a file give it another second identifier (ISO 32000-2, 14.4), so that nothing else is
changed by this, and a viewer that keeps a reader's remarks in the file takes it away. It proves nothing to anybody: it
only tells a file that nobody wrote in from one that is a person's by now. What proves something is the receipt.
"""

from __future__ import annotations

import hashlib
import re

_ID = re.compile(rb"/ID \[\s*<[0-9a-f]*>\s*<([0-9a-f]{32})>\s*\]")


def sealed(pdf: bytes) -> bytes:
    """The same file, as long as before, with a hash of its bytes for its second identifier.

    Where it has none, or has it written otherwise, it stays as it is: nobody will take it for one as it was made.
    """
    place = _place(pdf)
    if place is None:
        return pdf
    return pdf[: place[0]] + _hash(pdf, place) + pdf[place[1] :]


def is_as_made(pdf: bytes) -> bool:
    """Whether no byte of a file was changed, added or taken away."""
    place = _place(pdf)
    return place is not None and pdf[slice(*place)] == _hash(pdf, place)


def _place(pdf: bytes) -> tuple[int, int] | None:
    """Where the second identifier stands: in the last of all trailers, behind what the file holds."""
    begin = pdf.rfind(b"/ID [")
    found = _ID.match(pdf, begin) if begin >= 0 else None
    return found.span(1) if found else None


def _hash(pdf: bytes, place: tuple[int, int]) -> bytes:
    without = hashlib.sha256(memoryview(pdf)[: place[0]])
    without.update(b"0" * (place[1] - place[0]))
    without.update(memoryview(pdf)[place[1] :])
    return without.hexdigest()[:32].encode()
