"""EPUB, made ready for pandoc: its pages in their order, each marked, so that a cover is told from a chapter."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from ....errors import ImportFailedError
from ....model import State
from ...document import Block, Clue, Shape
from . import marks
from .archive import SAVE_AGAIN, Archive, packed
from .package import OPF, clues_of, has_isbn
from .prepared import Prepared

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_CIPHER = "{http://www.w3.org/2001/04/xmlenc#}CipherReference"
_PAGE = "page"
_OWN_CONTAINER = (
    b'<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    b'<rootfile full-path="p.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
_OWN_PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>.</dc:title></metadata>'
    "<manifest>{items}</manifest><spine>{refs}</spine></package>"
)
_OWN_ITEM = '<item id="p{0}" href="p{0}.xhtml" media-type="application/xhtml+xml"/>'

_KINDS = {
    "cover": "cover", "titlepage": "title-page", "title-page": "title-page", "halftitlepage": "title-page",
    "copyright-page": "copyright", "copyright": "copyright", "colophon": "copyright", "imprint": "copyright",
    "toc": "navigation", "nav": "navigation", "landmarks": "navigation", "page-list": "navigation",
    "loi": "navigation", "lot": "navigation", "notes": "footnote", "footnotes": "footnote", "endnotes": "footnote",
    "rearnotes": "footnote",
}  # fmt: skip
"""What a page is by its type in the guide or in its own markup, or by its file's name."""
_BODY = re.compile(r"<body\b[^>]*>(?:\s*<(?:section|div|nav|article|main)\b[^>]*>){0,2}", re.IGNORECASE)
_TYPE = re.compile(r"\bepub:type\s*=\s*[\"']([^\"']*)[\"']", re.IGNORECASE)
_NOTES = re.compile(r"noteref|footnote|endnote|rearnote")
_ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([\w.-]+)[\"'][^>]*\?>", re.IGNORECASE)
_RIGHTS = re.compile(r"all rights reserved|\bisbn\b", re.IGNORECASE)
_COPYRIGHT = re.compile(r"©|\bcopyright\b", re.IGNORECASE)
_LONGEST_COPYRIGHT = 450
"""Words of a page of rights; a chapter that speaks of copyright is longer."""


def prepare(archive: Archive) -> Prepared:
    """Make an EPUB ready.

    Raises:
        ImportFailedError: where it is broken, locked or hostile.
    """
    place = _package_place(archive)
    package = archive.xml(place)
    pages = _spine(package, posixpath.dirname(place))
    if locked := _locked(archive) & {path for path, _ in pages}:
        hint = "import a copy without protection, or its text as .txt"
        raise ImportFailedError(f"its seller has locked it (DRM): {min(locked)}", where=archive.name, hint=hint)
    texts = [_decoded(archive.read(path)) for path, _ in pages]
    kinds = [kind or _kind_of_page(path, text) for (path, kind), text in zip(pages, texts, strict=True)]
    if not any(text and not kind for kind, text in zip(kinds, texts, strict=True)):
        kinds = [""] * len(pages)  # a book of one page that calls itself its title
    missing = sum(not text for text in texts)
    parts = {"mimetype": b"application/epub+zip", "META-INF/container.xml": _OWN_CONTAINER}
    parts |= {f"p{n}.xhtml": _with_mark(text, n).encode() for n, text in enumerate(texts)}
    items = "".join(_OWN_ITEM.format(n) for n in range(len(pages)))
    refs = "".join(f'<itemref idref="p{n}"/>' for n in range(len(pages)))
    parts["p.opf"] = _OWN_PACKAGE.format(items=items, refs=refs).encode()
    return Prepared(
        packed(parts),
        "epub-raw_html",
        clues=tuple(clues_of(package)),
        type=Clue("book", State.INFERRED, "its package states an ISBN") if has_isbn(package) else None,
        pages=tuple((path, kind) for (path, _), kind in zip(pages, kinds, strict=True)),
        warnings=(f"{missing} of its {len(pages)} pages are missing from the file",) if missing else (),
    )


def by_pages(blocks: Sequence[Block], prepared: Prepared) -> tuple[Block, ...]:
    """The blocks of the text, with those of covers, title pages and the like as furniture."""
    return tuple(_by_pages(blocks, prepared))


def _by_pages(blocks: Sequence[Block], prepared: Prepared) -> Iterator[Block]:
    kind = ""
    for page in _in_pages(blocks):
        number, content = page
        kind = prepared.pages[number][1] if 0 <= number < len(prepared.pages) else ""
        words = " ".join(block.text for block in content)
        if not kind and len(words.split()) < _LONGEST_COPYRIGHT and _RIGHTS.search(words) and _COPYRIGHT.search(words):
            kind = "copyright"
        for block in content:
            if kind and block.shape is not Shape.FURNITURE:
                yield replace(block, shape=Shape.FURNITURE, kind=kind, level=0)
            else:
                yield block


def _in_pages(blocks: Sequence[Block]) -> Iterator[tuple[int, list[Block]]]:
    number, content = -1, list[Block]()
    for block in blocks:
        if block.kind == _PAGE and block.text.strip().isdigit():
            yield number, content
            number, content = int(block.text), []
        else:
            content.append(block)
    yield number, content


def _package_place(archive: Archive) -> str:
    root = archive.xml("META-INF/container.xml")
    for file in root.iter(f"{_CONTAINER}rootfile") if root is not None else ():
        if (path := str(file.get("full-path", ""))) in archive:
            return path
    raise ImportFailedError("the e-book has no list of its parts", where=archive.name, hint=SAVE_AGAIN)


def _spine(package: Any, folder: str) -> list[tuple[str, str]]:
    """The files of the text in their order, and what the package says that they are."""
    guide: dict[str, str] = {}
    for reference in package.iter(f"{OPF}reference"):
        path = _path(folder, str(reference.get("href", "")))
        guide.setdefault(path, _KINDS.get(str(reference.get("type", "")).lower(), ""))
    items = {item.get("id"): item for item in package.iter(f"{OPF}item")}
    pages: list[tuple[str, str]] = []
    for reference in package.iter(f"{OPF}itemref"):
        item = items.get(reference.get("idref"))
        if item is not None and "html" in str(item.get("media-type", "html")):
            path = _path(folder, str(item.get("href", "")))
            is_nav = "nav" in str(item.get("properties", "")).split()
            pages.append((path, "navigation" if is_nav else guide.get(path, "")))
    return pages


def _path(folder: str, href: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0])))


def _locked(archive: Archive) -> set[str]:
    root = archive.xml("META-INF/encryption.xml")
    return {unquote(str(e.get("URI", ""))) for e in root.iter(_CIPHER)} if root is not None else set()


def _decoded(data: bytes) -> str:
    """A page's markup; its encoding is UTF-8 but where it says so."""
    said = _ENCODING.match(data.lstrip(b"\xef\xbb\xbf"))
    encoding = said[1].decode("ascii") if said else "utf-8-sig"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    try:
        return data.decode(encoding, "replace")
    except LookupError:
        return data.decode("utf-8", "replace")


def _kind_of_page(path: str, text: str) -> str:
    """What a page calls itself, in its outermost elements or by its file's name."""
    body = _BODY.search(text)
    types = " ".join(_TYPE.findall(body[0])).lower().split() if body else []
    stem = posixpath.splitext(posixpath.basename(path))[0].lower().replace("_", "-")
    return next((_KINDS[t] for t in [*types, stem] if t in _KINDS), "")


def _with_mark(text: str, number: int) -> str:
    """A page that opens with its number; types by which pandoc would leave parts of it out are taken away."""
    text = _TYPE.sub(lambda m: m[0] if _NOTES.search(m[1]) else "", text)
    opening = re.search(r"<body\b[^>]*>", text, re.IGNORECASE)
    at = opening.end() if opening else 0
    return f"{text[:at]}<p>{marks.mark(_PAGE)}{number}</p>{text[at:]}" if text else ""
