"""What a program leaves in a PDF that it writes anew with all that nothing refers to: lists and holders of objects.

They are those of the file that was read; no program that follows the list of the file that was written comes by them.
One that searches a broken file for lists may: so none of them may lead to anything that the document does not hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any

from pikepdf import Object, Pdf, Stream

LARGEST = 8 << 20
"""Bytes that all of it may hold together."""
_REFERENCE = re.compile(rb"(?<![^\0\t\n\f\r ()<>\[\]{}/%])\d{1,10} \d{1,5} R(?![^\0\t\n\f\r ()<>\[\]{}/%])")
_REMARK = re.compile(
    rb"(?m:^)%% (?:Object stream: object \d{1,10}, index \d{1,10}(?:; original object ID: \d{1,10})?|Page \d{1,10})\n"
)
"""What `qpdf --qdf` remarks before each object within another one."""
_GAP = re.compile(rb"[\0\t\n\f\r ]+")
_STRING = re.compile(rb"\(")
"""What begins a string (ISO 32000-2, 7.3.4.2)."""
_WITHIN = re.compile(rb"\\.|[()]", re.DOTALL)
"""What matters within one: brackets that belong to it stand in pairs, or behind a backslash."""
_FIELDS = 3
"""Those of a row of a list."""
_LISTED = 1
"""The kind of a row that says at which byte an object begins (ISO 32000-2, table 18)."""


def is_idle_list(stream: Any, content: bytes, trailer: Any, leads_astray: Callable[[int, int | None], bool]) -> bool:
    """Whether a list of objects that is not read leads nowhere, and names no other catalogue than the one that is.

    Args:
        stream: the list.
        content: what it holds.
        trailer: of the list that is read.
        leads_astray: whether at a byte a thing begins that is not in that list: an object of a number, or a list.
    """
    widths = [int(width) for width in stream.W]
    if len(widths) != _FIELDS or min(widths) < 0 or not widths[1] or sum(widths) < _FIELDS:
        return False
    if "/XRefStm" in stream or not all(_is_same(stream, trailer, key) for key in ("/Root", "/Info")):
        return False
    if "/Prev" in stream and leads_astray(int(stream.Prev), None):
        return False
    return not any(leads_astray(at, number) for number, at in _places(stream, content, *widths))


def is_idle_holder(stream: Any, content: bytes, held: Callable[[], frozenset[bytes]]) -> bool:
    """Whether a stream of objects that no list leads to holds nothing but what the document holds, references aside.

    Args:
        stream: the holder.
        content: what it holds.
        held: every object of the document, as `objects` gives them.
    """
    first = int(stream.First)
    head = _REMARK.sub(b"\n", content[:first]).split()
    if "/Extends" in stream or len(head) != 2 * int(stream.N) or not all(map(bytes.isdigit, head)):
        return False
    begins = [first + int(place) for place in head[1::2]]
    ends = [*begins[1:], len(content)]
    inside = {_plain(content[begin:end]) for begin, end in zip(begins, ends, strict=True)}
    return begins[:1] == [first] and begins == sorted(begins) and inside <= held()


def objects(pdf: Pdf) -> frozenset[bytes]:
    """Every object of a document but its streams, as it is written, without the numbers that references have."""
    return frozenset(_plain(_written(one)) for one in pdf.objects if not isinstance(one, Stream))


def _written(one: Any) -> bytes:
    if isinstance(one, Object):
        return one.unparse(resolved=True)
    return b"null" if one is None else str(one).lower().encode()


def _plain(written: bytes) -> bytes:
    """Without what says nothing, and with each run of white space as one space: `qpdf --qdf` breaks lines."""
    return b"".join(piece if piece.startswith(b"(") else _bare(piece) for piece in _pieces(written)).strip(b" ")


def _bare(written: bytes) -> bytes:
    """The same of what is no string."""
    return _GAP.sub(b" ", _REFERENCE.sub(b"R", _REMARK.sub(b"\n", written)))


def _pieces(written: bytes) -> Iterator[bytes]:
    """Strings as they stand, from bracket to bracket, and what is between them: nothing in a string is a reference."""
    begin = at = depth = 0
    while match := (_WITHIN if depth else _STRING).search(written, at):
        at = match.end()
        if match[0] == b"(":
            if not depth:
                yield written[begin : match.start()]
                begin = match.start()
            depth += 1
        elif match[0] == b")":
            depth -= 1
            if not depth:
                yield written[begin:at]
                begin = at
    yield written[begin:]


def _is_same(stream: Any, trailer: Any, key: str) -> bool:
    if key not in stream:
        return True
    wanted = trailer.get(key)
    return wanted is not None and stream[key].is_indirect and stream[key].objgen == wanted.objgen


def _places(stream: Any, content: bytes, kind: int, place: int, last: int) -> Iterator[tuple[int, int]]:
    """The numbers of the objects in a list, and the bytes at which they begin."""
    width = kind + place + last
    ranges = [int(part) for part in stream.get("/Index", (0, int(stream.Size)))]
    numbers = chain.from_iterable(range(first, first + n) for first, n in zip(ranges[::2], ranges[1::2], strict=True))
    rows = (content[at : at + width] for at in range(0, len(content), width))
    for number, row in zip(numbers, rows, strict=False):
        if not kind or int.from_bytes(row[:kind]) == _LISTED:
            yield number, int.from_bytes(row[kind : kind + place])
