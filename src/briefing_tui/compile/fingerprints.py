"""Fingerprints of what a PDF shows: of each page, of the structure, of the rest of the document, of each file inside.

They are taken of decoded values in a canonical order, so that a tool that writes the same document anew (other
object numbers, other compression) changes none of them. Works on documents that pikepdf has opened.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

_UP = frozenset({"/Parent", "/P", "/Prev", "/StructParent", "/StructParents"})
"""Keys that lead back, or that number what the structure names anyway."""
_CODING = frozenset({"/Length", "/Filter", "/DecodeParms", "/DL"})
"""Keys of a stream that say how it is written, not what it holds."""
_APART = frozenset({"/Pages", "/StructTreeRoot", "/Metadata", "/AF"})
"""Parts of the catalogue with fingerprints of their own, or, for metadata, that are compared whole."""


class Fingerprints:
    """Of one document.

    Args:
        pdf: an open document; it is only read.
    """

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._numbers = {page.obj.objgen: n for n, page in enumerate(pdf.pages, 1)}
        self._known: dict[tuple[int, int], str] = {}
        self._open: set[tuple[int, int]] = set()

    def pages(self) -> list[str]:
        """Of each page, in order: contents, fonts and all else that it is drawn with, links, boxes."""
        return [self._digest(page.obj, within=True) for page in self._pdf.pages]

    def structure(self) -> str:
        """Of the tree of tags."""
        return self._digest(self._pdf.Root.get("/StructTreeRoot", Dictionary()))

    def document(self) -> str:
        """Of the rest: title and author as viewers show them, bookmarks, places that links lead to, colours."""
        root = Dictionary({key: value for key, value in self._pdf.Root.items() if key not in _APART})
        names = root.get("/Names")
        if names is not None:
            root.Names = Dictionary({key: value for key, value in names.items() if key != "/EmbeddedFiles"})
        info = self._pdf.trailer.get("/Info", Dictionary())
        return hashlib.sha256(f"{self._digest(root)} {self._digest(info)}".encode()).hexdigest()

    def files(self) -> dict[str, str]:
        """Of each file inside, by its name: what it holds and what is said of it."""
        return {name: self._digest(specification) for name, specification in specifications(self._pdf)}

    def _digest(self, value: Any, *, within: bool = False) -> str:
        digest = hashlib.sha256()
        for piece in self._pieces(value, within=within):
            digest.update(piece)
        return digest.hexdigest()

    def _pieces(self, value: Any, *, within: bool = False) -> Iterator[bytes]:
        """A value in the one way that it can be written."""
        if isinstance(value, Object) and value.is_indirect and not within:
            yield from self._referred(value)
        elif isinstance(value, Stream):
            yield from self._mapping(value, _CODING | _UP)
            yield b"stream" + hashlib.sha256(_content(value)).digest()
        elif isinstance(value, Dictionary):
            yield from self._mapping(value, _UP)
        elif isinstance(value, Array):
            yield b"["
            for entry in value:
                yield from self._pieces(entry)
            yield b"]"
        else:
            yield _simple(value)

    def _mapping(self, value: Any, without: frozenset[str]) -> Iterator[bytes]:
        keys = set(value.keys())
        if "/Title" in keys:
            keys.discard("/Next")  # of a bookmark: a long list, not a deep tree
        yield b"<"
        for key in sorted(keys - without):
            yield _sized(key.encode())
            for entry in _row(value.First) if key == "/First" else (value[key],):
                yield from self._pieces(entry)
        yield b">"

    def _referred(self, value: Any) -> Iterator[bytes]:
        """What a reference leads to, as if it stood there; a page by its number."""
        place = value.objgen
        if place in self._numbers:
            yield b"page %d" % self._numbers[place]
        elif place in self._open:
            yield b"again"
        else:
            if place not in self._known:
                self._open.add(place)
                self._known[place] = self._digest(value, within=True)
                self._open.discard(place)
            yield self._known[place].encode()


def specifications(pdf: Pdf) -> Iterator[tuple[str, Any]]:
    """The files inside a document, each with its name, in the order of the names."""
    for name, specification in sorted(pdf.Root.get("/Names", Dictionary()).items()):
        if name == "/EmbeddedFiles":
            yield from sorted(_leaves(specification), key=lambda pair: pair[0])


def content_of(specification: Any) -> bytes:
    """What a file inside holds."""
    return _content(specification.EF.F)


def _row(bookmark: Any) -> Iterator[Any]:
    """A bookmark and those after it."""
    seen = set()
    while bookmark is not None and bookmark.objgen not in seen:
        seen.add(bookmark.objgen)
        yield bookmark
        bookmark = bookmark.get("/Next")


def _leaves(node: Any) -> Iterator[tuple[str, Any]]:
    pairs = list(node.get("/Names", Array()))
    yield from ((str(name), value) for name, value in zip(pairs[::2], pairs[1::2], strict=False))
    for kid in node.get("/Kids", Array()):
        yield from _leaves(kid)


def _content(stream: Any) -> bytes:
    decoded: bytes = stream.read_bytes()
    return decoded


def _simple(value: Any) -> bytes:
    if isinstance(value, Name):
        return b"/" + _sized(str(value).encode("utf-8", "surrogateescape"))
    if isinstance(value, String):
        return b"(" + _sized(bytes(value))
    if isinstance(value, bool) or value is None:
        return repr(value).encode()
    if isinstance(value, int | float | Decimal):
        return b"#" + format(Decimal(value).normalize(), "f").encode()
    return b"?" + _sized(str(value).encode("utf-8", "surrogateescape"))


def _sized(data: bytes) -> bytes:
    return b"%d:" % len(data) + data
