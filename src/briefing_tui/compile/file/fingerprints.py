"""Fingerprints of what a PDF shows: of each page, of the structure, of the rest of the document, of each file inside.

They are taken of decoded values in a canonical order, so that a tool that writes the same document anew (other
object numbers, other compression) changes none of them. Works on documents that pikepdf has opened.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from .decoded import LARGEST, TooLargeError, decoded, is_picture, specifications, written

MOST = 4 * LARGEST
"""Bytes that all streams may hold together."""
_CODING = frozenset({"/Length", "/Filter", "/DecodeParms", "/DL"})
"""Keys of a stream that say how it is written, not what it holds."""
_PICTURE_CODING = frozenset({"/Length", "/DL"})
"""The same of a picture in a coding of its own: how its bytes are read decides what it shows."""
_APART = frozenset({"/Pages", "/StructTreeRoot", "/Metadata", "/AF"})
"""Parts of the catalogue with fingerprints of their own, or that are compared whole."""
_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
"""What a page may leave to the nodes above it (ISO 32000-2, table 31)."""
_NODE = frozenset({"/Type", "/Kids", "/Count", "/Parent", *_INHERITED})
"""What a node of the tree of pages has; anything else, an action as well, is none of any page."""
_TRAILER = frozenset(
    {
        "/Root", "/Info", "/ID", "/Size", "/Prev", "/XRefStm", "/Encrypt",
        "/Type", "/Index", "/W", "/Length", "/Filter", "/DecodeParms",
    }
)  # fmt: skip
"""What the trailer has; `/ID` is made anew by each program that writes the file."""

Place = tuple[int, int]
Put = Callable[[bytes], None]
"""Takes the next piece of what is hashed."""


class Fingerprints:
    """Of one document.

    Args:
        pdf: an open document; it is only read.
    """

    def __init__(self, pdf: Pdf) -> None:
        self.too_large: list[str] = []
        """Where something holds more than it may: its content is then in no fingerprint."""
        self._pdf = pdf
        self._numbers = {page.obj.objgen: n for n, page in enumerate(pdf.pages, 1)}
        self._known: dict[Place, bytes] = {}
        self._open: dict[Place, int] = {}
        self._rows: set[Place] = set()
        self._left = MOST
        self._where = ""

    def pages(self) -> list[str]:
        """Of each page, in order: contents, fonts and all else that it is drawn with, links, boxes."""
        self._forget()
        above = _above(self._pdf)
        found = []
        for n, page in enumerate(self._pdf.pages, 1):
            own = {key: value for key, value in page.obj.items() if key != "/Parent"}
            found.append(self._digest({**above.get(page.obj.objgen, {}), **own}, f"page {n}"))
        return found

    def structure(self) -> str:
        """Of the tree of tags."""
        self._forget()
        return self._digest(self._pdf.Root.get("/StructTreeRoot", Dictionary()), "structure")

    def document(self) -> str:
        """Of the rest: title and author as viewers show them, bookmarks, places that links lead to, colours."""
        self._forget()
        root = {key: value for key, value in self._pdf.Root.items() if key not in _APART}
        names = root.get("/Names")
        if names is not None:
            root["/Names"] = Dictionary({key: value for key, value in names.items() if key != "/EmbeddedFiles"})
        info = self._pdf.trailer.get("/Info", Dictionary())
        parts = (root, info, *_odd(self._pdf))
        return _hash([" ".join(self._digest(part, "document") for part in parts).encode()])

    def files(self) -> dict[str, str]:
        """Of each file inside, by its name: what it holds and what is said of it; of two with one name, the first."""
        self._forget()
        found: dict[str, str] = {}
        for name, specification in specifications(self._pdf):
            if name not in found:
                found[name] = self._digest(specification, name)
        return found

    def fonts(self) -> set[str]:
        """The names of the fonts that pages are drawn with, without the letters that say which part of one it is."""
        above = _above(self._pdf)
        said = [{**above.get(page.obj.objgen, {}), **dict(page.obj.items())} for page in self._pdf.pages]
        used = (fonts for page in said for fonts in [page.get("/Resources", {}).get("/Font", {})])
        return {str(font.get("/BaseFont", "")).rpartition("+")[2] for fonts in used for font in dict(fonts).values()}

    def of(self, value: Any) -> str:
        """Of any one value."""
        self._forget()
        return self._digest(value)

    def associated(self) -> bool:
        """Whether the document is associated (`AF`) with exactly the files of its tree of names."""
        self._forget()
        named = [self._digest(entry, name) for name, entry in specifications(self._pdf)]
        return sorted(self._digest(entry, "document") for entry in self._pdf.Root.get("/AF", Array())) == sorted(named)

    def _forget(self) -> None:
        """Begin anew: what was met before must not decide how things that refer to each other are written."""
        self._known.clear()
        self._rows.clear()

    def _digest(self, value: Any, where: str = "") -> str:
        self._where = where or self._where
        pieces: list[bytes] = []
        if isinstance(value, dict):
            self._mapping(value, pieces.append)
        else:
            self._value(value, pieces.append)
        return _hash(pieces)

    def _value(self, value: Any, put: Put) -> None:
        """Put a value down in the one way that it can be written."""
        if not isinstance(value, Object):
            put(_simple(value))
        elif value.is_indirect:
            put(self._referred(value))
        else:
            self._direct(value, put)

    def _direct(self, value: Any, put: Put) -> None:
        """The same of one itself, be it referred to or not."""
        if isinstance(value, Dictionary):
            keys = dict(value.items())
            if self._rows and value.is_indirect and value.objgen in self._rows:
                keys.pop("/Next", None)
            self._mapping(keys, put)
        elif isinstance(value, Array):
            put(b"[")
            for entry in value:
                self._value(entry, put)
            put(b"]")
        elif isinstance(value, Stream):
            coding = _PICTURE_CODING if is_picture(value) else _CODING
            self._mapping({key: entry for key, entry in value.items() if key not in coding}, put)
            put(b"stream" + self._content(value))
        else:
            put(_simple(value))

    def _mapping(self, keys: Mapping[str, Any], put: Put) -> None:
        put(b"<")
        for key in sorted(keys):
            put(_sized(key.encode("utf-8", "surrogateescape")))
            if key == "/First" and isinstance(keys[key], Dictionary):
                self._row(keys[key], put)
            else:
                self._value(keys[key], put)
        put(b">")

    def _row(self, bookmark: Any, put: Put) -> None:
        """A bookmark and those after it: a long list, not a deep tree."""
        while isinstance(bookmark, Dictionary) and bookmark.is_indirect and bookmark.objgen not in self._rows:
            self._rows.add(bookmark.objgen)
            self._value(bookmark, put)
            bookmark = bookmark.get("/Next")
        put(b"last")
        if bookmark is not None:
            self._value(bookmark, put)

    def _referred(self, value: Any) -> bytes:
        """What a reference leads to; a page by its number, what leads back by how far."""
        place = value.objgen
        if place in self._numbers:
            return b"page %d" % self._numbers[place]
        if place in self._open:
            return b"again %d" % self._open[place]
        if place not in self._known:
            self._open[place] = len(self._open)
            pieces: list[bytes] = []
            self._direct(value, pieces.append)
            self._known[place] = _hash(pieces).encode()
            del self._open[place]
        return self._known[place]

    def _content(self, stream: Any) -> bytes:
        try:
            read = written if is_picture(stream) else decoded
            content = read(stream, most=min(self._left, LARGEST)) if self._left > 0 else None
        except TooLargeError:
            self._left -= LARGEST
            content = None
        if content is None:
            if self._where not in self.too_large:
                self.too_large.append(self._where)
            return b"too large"
        self._left -= len(content)
        return hashlib.sha256(content).digest()


def _above(pdf: Pdf) -> dict[Place, dict[str, Any]]:
    """What the nodes above each page say of it, and any node that the page or they name in the place of their own."""
    found: dict[Place, dict[str, Any]] = {}
    pending: list[tuple[Any, Any, dict[str, Any]]] = [(pdf.Root.Pages, None, {})]
    seen = set()
    while pending:
        node, parent, said = pending.pop()
        if node.objgen in seen:
            raise ValueError("its list of pages leads back into itself")
        seen.add(node.objgen)
        other = node.get("/Parent")
        if (other is None) != (parent is None) or (parent is not None and other.objgen != parent.objgen):
            said = {**said, "/Parent": other}
        if "/Kids" not in node:
            found[node.objgen] = said
            continue
        said = {**said, **{key: node[key] for key in _INHERITED if key in node}}
        pending += [(kid, node, said) for kid in node.Kids]
    return found


def _odd(pdf: Pdf) -> Iterator[dict[str, Any]]:
    """What the trailer and the nodes above the pages hold beside what belongs there: nothing, in what we make."""
    pending: list[Any] = [pdf.Root.Pages]
    met: set[Place] = set()
    while pending:
        node = pending.pop()
        if "/Kids" in node and node.objgen not in met:
            met.add(node.objgen)
            pending += reversed(list(node.Kids))
            if odd := {key: value for key, value in node.items() if key not in _NODE}:
                yield odd
    if odd := {key: value for key, value in pdf.trailer.items() if key not in _TRAILER}:
        yield odd


def _hash(pieces: Iterable[bytes]) -> str:
    return hashlib.sha256(b"".join(pieces)).hexdigest()


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
