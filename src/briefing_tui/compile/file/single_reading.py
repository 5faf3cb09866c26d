"""Whether a PDF can be read in one way only: every program that shows it comes by the same objects.

A file can be made so that programs disagree about what is in it: an object that stands there twice, a list of objects
beside another one (ISO 32000-2, 7.5.8.4), an older version below the newest, a first page named apart from the list of
pages (annex F). So all of it is walked, byte by byte: objects, one list of them, one end, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cache, cached_property, partial
from typing import Any

from pikepdf import Dictionary, Name, Pdf, Stream

from .decoded import TooLargeError, decoded
from .left_behind import LARGEST, is_idle_holder, is_idle_list, objects

BLANK = b"\0\t\n\f\r "
"""White space to a PDF (ISO 32000-2, table 1), which some ways of sending add at the end."""
_HEADER = re.compile(rb"%PDF-\d\.\d[ ]*[\r\n]+(?:%[^\r\n]*[\r\n]+)?")
_ROOM = re.compile(
    rb"(?:[\0\t\n\f\r ]+|%QDF-1\.0\n|%QDF: ignore_newline\n|%% (?:Page|Contents for page) \d{1,10}\n"
    rb"|%% Original object ID: \d{1,10} \d{1,5}\n)*"
)
"""What may stand between objects: white space, and the remarks of `qpdf --qdf`, which hold nothing but numbers."""
_OBJECT = re.compile(rb"(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+obj(?![A-Za-z0-9])")
_INSIDE = re.compile(
    rb"/[^\0\t\n\f\r ()<>\[\]{}/%]*|\((?:[^()\\]|\\.)*\)|[()%]|endobj|stream(?:\r\n|\n)|obj|xref|trailer", re.DOTALL
)
"""What decides where an object ends: names and strings may hold any word."""
_REMARK = re.compile(rb"\n%% Object stream: object \d{1,10}, index 0(?:; original object ID: \d{1,10})?\n\Z")
"""What `qpdf --qdf` remarks before the first object within another one."""
_BRACKETS = re.compile(rb"\\.|[()]", re.DOTALL)
_STREAM_END = re.compile(rb"[\0\t\n\f\r ]*endstream[\0\t\n\f\r ]+endobj")
_TABLE = re.compile(rb"xref[\0\t\n\f\r ]+(?=\d)")
_ROWS = re.compile(rb"(\d{1,10}) (\d{1,10})[ ]*(?:\r\n|\r|\n)")
_ROW = 20
_ROW_FORM = re.compile(rb"(?:\d{10} \d{5} [nf](?: \n| \r|\r\n))*")
_TRAILER = re.compile(rb"trailer[\0\t\n\f\r ]*(?=<<)")
_TRAILER_END = re.compile(rb"/[^\0\t\n\f\r ()<>\[\]{}/%]*|\((?:[^()\\]|\\.)*\)|[()%]|startxref", re.DOTALL)
_END = re.compile(rb"startxref[\0\t\n\f\r ]+(\d{1,12})[\0\t\n\f\r ]+%%EOF(?![^\0\t\n\f\r ])")

_TWO = "other programs may find other objects in it"
_OLDER = "it holds an older version of itself, or a second list of its objects"
Numbers = tuple[int, int]
"""Those of an object: its own, and how often it was given away."""


class TwoReadingsError(ValueError):
    """What can be read in another way as well."""


def troubles(pdf: Pdf, data: bytes) -> Iterator[str]:
    """Why another program may find something else in a file, and what stands outside of the document.

    Args:
        pdf: the file, opened without any recovery.
        data: its bytes.
    """
    if before := not data.startswith(b"%PDF-"):
        yield "something was put in front of the document"
    if behind := not data.rstrip(BLANK).endswith(b"%%EOF"):
        yield "something was put behind the end of the document"
    if before or behind:
        return
    try:
        _Walk(pdf, data).compare()
    except TwoReadingsError as error:
        yield str(error)


class _Walk:
    """One way through the bytes of a file."""

    def __init__(self, pdf: Pdf, data: bytes) -> None:
        self._pdf, self._data = pdf, data
        self._places: dict[Numbers, int] = {}
        """Where each object begins."""
        self._met: set[int] = set()
        self._streams: dict[Numbers, Stream] = {}
        self._order: list[tuple[str, int]] = []
        """What stands in the file, and where, from its beginning."""
        self._listed: list[tuple[int, int]] = []
        """Ranges of numbers that a list of objects has: the first, and how many."""
        self._chained: dict[int, frozenset[bytes]] = {}
        """The names in the trailer of each list that is a table."""
        self._left = LARGEST
        """Bytes that what is not read may still hold."""

    def compare(self) -> None:
        """Walk, and compare what is there with the list of objects that the file is read by.

        Raises:
            TwoReadingsError: where they differ.
        """
        self._walk()
        wanted = self._pdf.get_xref_table()
        within = dict(self._in_streams({entry.obj_stream_number for entry in wanted.values() if entry.type == 2}))
        found = {numbers: entry.offset for numbers, entry in wanted.items() if entry.type == 1}
        inner = {
            numbers[0]: (entry.obj_stream_number, entry.obj_stream_index)
            for numbers, entry in wanted.items()
            if entry.type == 2
        }
        if found != self._places or inner != within or {n for n, _ in found} & inner.keys():
            raise TwoReadingsError(f"it holds objects that are not in the list of them: {_TWO}")
        self._look_at_lists()

    def _walk(self) -> None:
        header = _HEADER.match(self._data)
        at, end = self._past(header.end() if header else 0), len(self._data.rstrip(BLANK))
        while at < end:
            at = self._past(self._next(at))

    def _past(self, at: int) -> int:
        room = _ROOM.match(self._data, at)
        return room.end() if room else at

    def _next(self, at: int) -> int:
        """Where what stands here ends."""
        if found := _OBJECT.match(self._data, at):
            numbers = (int(found[1]), int(found[2]))
            if numbers[0] in self._met:
                raise TwoReadingsError(f"the object {numbers[0]} stands in it twice: {_TWO}")
            self._met.add(numbers[0])
            self._places[numbers] = at
            self._order.append(("object", at))
            return self._object_end(numbers, found.end())
        if found := _TABLE.match(self._data, at):
            self._order.append(("table", at))
            return self._table_end(at, found.end())
        if found := _END.match(self._data, at):
            self._order.append(("end", int(found[1])))
            return found.end()
        raise TwoReadingsError(f"at byte {at} stands what belongs to no object: {_TWO}")

    def _object_end(self, numbers: Numbers, at: int) -> int:
        while found := _INSIDE.search(self._data, at):
            word, at = found[0], found.end()
            if word == b"endobj":
                return at
            if word == b"(":
                at = self._string_end(at)
            elif word.startswith(b"stream"):
                value = self._pdf.get_object(numbers)
                if not isinstance(value, Stream):
                    break
                self._streams[numbers] = value
                if not (ended := _STREAM_END.match(self._data, at + int(value.get("/Length", 0)))):
                    break
                return ended.end()
            elif not word.startswith((b"/", b"(")):
                break
        raise TwoReadingsError(f"the end of the object {numbers[0]} is not clear: {_TWO}")

    def _string_end(self, at: int) -> int:
        depth = 1
        for found in _BRACKETS.finditer(self._data, at):
            depth += {b"(": 1, b")": -1}.get(found[0], 0)
            if not depth:
                return found.end()
        raise TwoReadingsError(f"a text in it has no end: {_TWO}")

    def _table_end(self, start: int, at: int) -> int:
        while found := _ROWS.match(self._data, at):
            first, count = int(found[1]), int(found[2])
            at = found.end() + _ROW * count
            if not _ROW_FORM.fullmatch(self._data, found.end(), at):
                raise TwoReadingsError(f"its list of objects is out of shape: {_TWO}")
            self._listed.append((first, count))
        begun = _TRAILER.match(self._data, self._past(at))
        names: set[bytes] = set()
        at = begun.end() if begun else len(self._data)
        while found := _TRAILER_END.search(self._data, at):
            word, at = found[0], found.end()
            if word == b"startxref":
                self._chained[start] = frozenset(names)
                return found.start()
            if word == b"(":
                at = self._string_end(at)
            elif word in (b"%", b")"):
                break
            names.add(word)
        raise TwoReadingsError(f"its list of objects has no end: {_TWO}")

    def _in_streams(self, known: Container[int | None]) -> Iterator[tuple[int, tuple[int, int]]]:
        """The objects within others: of each its number, the stream that it is in, and which one there.

        Args:
            known: the numbers of the streams that the list of objects leads into.
        """
        met: set[int] = set()
        held = cache(partial(objects, self._pdf))
        for numbers, stream in self._streams.items():
            if stream.get("/Type") != Name.ObjStm:
                continue
            if numbers[0] not in known:
                if not is_idle_holder(stream, self._idle(stream), held):
                    raise TwoReadingsError(f"the object {numbers[0]} holds others that are in no list: {_TWO}")
                continue
            parts = _REMARK.sub(b"", decoded(stream)[: int(stream.First)]).split()
            head = [int(part) for part in parts if part.isdigit()]
            inner, begins = head[::2], head[1::2]
            complete = len(parts) == len(head) == 2 * int(stream.N)
            if not complete or sorted(set(begins)) != begins or not met.isdisjoint(inner):
                raise TwoReadingsError(f"the objects within the object {numbers[0]} are out of order: {_TWO}")
            met.update(inner)
            if len(set(inner)) != len(inner):
                raise TwoReadingsError(f"the object {numbers[0]} holds another one twice: {_TWO}")
            yield from ((number, (numbers[0], n)) for n, number in enumerate(inner))

    def _look_at_lists(self) -> None:
        """One list of all objects, or the two of a file whose first page is to be shown before the rest."""
        streams = dict(self._read_lists())
        for stream in streams.values():
            ranges = [int(part) for part in stream.get("/Index", (0, int(stream.Size)))]
            self._listed += zip(ranges[::2], ranges[1::2], strict=True)
        lists = sorted([*streams, *(at for kind, at in self._order if kind == "table")])
        ends = [at for kind, at in self._order if kind == "end"]
        quick = self._quick()
        wanted = 2 if quick is not None else 1
        if len(lists) != wanted or self._order[-1] != ("end", lists[0]) or any(ends[:-1]) or len(ends) > wanted:
            raise TwoReadingsError(_OLDER)
        self._look_at_chain(lists, streams)
        if quick is not None:
            self._look_at_quick(quick, lists[0])

    def _read_lists(self) -> Iterator[tuple[int, Stream]]:
        """The lists that are streams and are read, by where they begin; another may stand there that leads nowhere."""
        read = {self._order[-1][1], int(self._pdf.trailer.get("/Prev", -1))}
        for numbers, stream in self._streams.items():
            if stream.get("/Type") != Name.XRef:
                continue
            if self._places[numbers] in read:
                yield self._places[numbers], stream
            elif not is_idle_list(stream, self._idle(stream), self._pdf.trailer, self._is_unmet):
                raise TwoReadingsError(_OLDER)

    def _idle(self, stream: Stream) -> bytes:
        """What a stream holds that is not read."""
        try:
            content = decoded(stream, most=self._left)
        except TooLargeError:
            raise TwoReadingsError("it holds too much of older versions of itself") from None
        self._left -= len(content)
        return content

    @cached_property
    def _begun(self) -> frozenset[int]:
        """Where all that was met begins."""
        return frozenset(at for kind, at in self._order if kind != "end")

    def _is_unmet(self, at: int, number: int | None) -> bool:
        """Whether at a byte an object with this number begins, or any list, that was not met on the way."""
        at = self._past(at)
        begins = _OBJECT.match(self._data, at)
        there = _TABLE.match(self._data, at) if begins is None else number in (None, int(begins[1]))
        return bool(there) and at not in self._begun

    def _look_at_chain(self, lists: list[int], streams: dict[int, Any]) -> None:
        """No number in two lists, and none but the list that is read first leads to another."""
        ranges = sorted(self._listed)
        ends = [first + count for first, count in ranges]
        size = int(self._pdf.trailer.get("/Size", 0))
        if any(end > after for end, (after, _) in zip(ends, ranges[1:], strict=False)) or ends[-1:] > [size]:
            raise TwoReadingsError(f"its list of objects has numbers twice, or too many: {_TWO}")
        for at in lists:
            known = streams[at].keys() if at in streams else {name.decode("latin-1") for name in self._chained[at]}
            leads = "/XRefStm" in known or any("#" in name for name in known if name.startswith("/"))
            if leads or ("/Prev" in known) != (len(lists) > 1 and at == lists[0]):
                raise TwoReadingsError(_OLDER)
        if len(lists) > 1 and int(self._pdf.trailer.get("/Prev", -1)) != lists[1]:
            raise TwoReadingsError(f"its two lists of objects do not belong together: {_TWO}")

    def _quick(self) -> Any | None:
        """What a file that was made to be shown quickly says of its first page (ISO 32000-2, annex F)."""
        first = min(self._places.items(), key=lambda known: known[1], default=None)
        value = self._pdf.get_object(first[0]) if first else None
        return value if isinstance(value, Dictionary) and "/Linearized" in value else None

    def _look_at_quick(self, said: Any, first: int) -> None:
        page = self._pdf.pages[0].obj.objgen
        length = len(self._data.rstrip(BLANK)), len(self._data)
        right = (
            page == (said.get("/O"), 0)
            and said.get("/N") == len(self._pdf.pages)
            and said.get("/P", 0) == 0
            and length[0] <= int(said.get("/L", 0)) <= length[1]
            and self._order[1] in (("table", first), ("object", first))
        )
        if not right:
            raise TwoReadingsError("it names another first page than its list of pages: some viewers show that one")
