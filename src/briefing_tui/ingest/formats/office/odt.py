"""ODT, made ready for pandoc: styles carried through as marks, text boxes and fields kept, comments made notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from lxml import etree

from ....errors import ImportFailedError
from . import marks
from .archive import Archive, packed, protected
from .prepared import Prepared, Properties, lines_once, warn_hidden
from .tree import style_kind

_ODF = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_OFFICE, _TEXT, _STYLE, _DRAW, _META = (_ODF % part for part in ("office", "text", "style", "drawing", "meta"))
_SVG = _ODF % "svg-compatible"
_DC = "{http://purl.org/dc/elements/1.1/}"
_STYLES_PART = (
    b'<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"/>'
)
_INDEXES = ("table-of-content", "illustration-index", "table-index", "alphabetical-index", "user-index")
_KNOWN = frozenset({
    "a", "bookmark", "bookmark-end", "bookmark-ref", "bookmark-start", "change", "change-end", "change-start", "h",
    "line-break", "note", "note-body", "note-citation", "note-ref", "p", "reference-mark", "reference-mark-end",
    "reference-mark-start", "reference-ref", "s", "sequence", "sequence-ref", "soft-page-break", "span", "tab",
})  # fmt: skip
"""Elements of a paragraph that pandoc knows; of others it drops the words."""
_NAMED = {"title": "title", "subtitle": "subtitle", "author": "byline", "date": "date"}


def prepare(archive: Archive) -> Prepared:
    """Make an ODT ready.

    Raises:
        ImportFailedError: where it is broken, locked or hostile.
    """
    if b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise protected(archive.name)
    content = archive.xml("content.xml")
    styles = archive.xml("styles.xml")
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        hint = "save the part that you need as .docx, .odt or .txt"
        raise ImportFailedError("it is no text document: a sheet or slides, perhaps", where=archive.name, hint=hint)
    regions = len(body.findall(f".//{_TEXT}changed-region"))
    hidden = _mend(body, _Styles(content, styles))
    parts = {"mimetype": b"application/vnd.oasis.opendocument.text"}
    parts |= {part: b"" for part in archive.names() if part.startswith("Pictures/")}
    parts |= {"content.xml": etree.tostring(content, encoding="UTF-8", xml_declaration=True)}
    parts |= {"styles.xml": archive.read("styles.xml") or _STYLES_PART}
    return Prepared(
        packed(parts),
        "odt",
        heads=_running(styles, "header"),
        feet=_running(styles, "footer"),
        properties=_properties(archive.xml("meta.xml")),
        warnings=warn_hidden(hidden),
        changes=regions,
    )


class _Styles:
    """The styles of a document by name, and the ones that each is made from."""

    def __init__(self, content: Any, styles: Any) -> None:
        roots = [root for root in (styles, content) if root is not None]
        found = [style for root in roots for style in root.iter(f"{_STYLE}style")]
        self._parents = {s.get(f"{_STYLE}name"): s.get(f"{_STYLE}parent-style-name") for s in found}
        self.hidden = {
            s.get(f"{_STYLE}name") for s in found
            if (look := s.find(f"{_STYLE}text-properties")) is not None and look.get(f"{_TEXT}display") == "none"
        }  # fmt: skip

    def kind(self, paragraph: Any) -> str:
        """What the style of a paragraph says that it is; empty for text."""
        for name in self._chain(paragraph.get(f"{_TEXT}style-name")):
            shown = name.replace("_20_", " ")
            if kind := _NAMED.get(shown.lower()) or style_kind(shown):
                return kind
        return ""

    def _chain(self, name: str | None) -> Iterator[str]:
        seen: set[str] = set()
        while name and name not in seen:
            seen.add(name)
            yield name
            name = self._parents.get(name)


def _mend(body: Any, styles: _Styles) -> int:
    """Change what pandoc would lose; gives the number of hidden words that were taken out."""
    hidden = 0
    for part in [*body.iter(f"{_TEXT}span"), *body.iter(f"{_TEXT}section")]:
        if part.get(f"{_TEXT}style-name") in styles.hidden or part.get(f"{_TEXT}display") == "none":
            hidden += len("".join(part.itertext()).split())
            _cut(part)
    for ruby in list(body.iter(f"{_TEXT}ruby-text")):
        _cut(ruby)
    for index in list(body.iter(*(f"{_TEXT}{name}" for name in _INDEXES))):
        _open_index(index)
    for numbered in list(body.iter(f"{_TEXT}numbered-paragraph")):
        _open(numbered, list(numbered))
    for paragraph in body.iter(f"{_TEXT}p"):
        if kind := styles.kind(paragraph):
            _put_mark(paragraph, kind)
    for remark in list(body.iter(f"{_OFFICE}annotation")):
        _note_before(remark, "comment", list(remark.iter(f"{_TEXT}p")))
        _cut(remark)
    _pictures(body)
    _free_text_boxes(body)
    for space in body.iter(f"{_TEXT}s"):
        count = str(space.get(f"{_TEXT}c", "1"))
        space.text = marks.SPACE * (min(int(count), 1000) if count.isdecimal() else 1)
        space.tag = f"{_TEXT}span"
    for element in body.iter(f"{_TEXT}*"):
        if _is_unknown_field(element):
            element.tag = f"{_TEXT}span"
    return hidden


def _is_unknown_field(element: Any) -> bool:
    """Whether it holds words within a paragraph that pandoc would drop."""
    name = etree.QName(element).localname
    inside = next(element.iterancestors(f"{_TEXT}p", f"{_TEXT}h"), None) is not None
    worded = bool(element.text) and element.find(f".//{_TEXT}p") is None
    return name in {"ruby", "ruby-base"} or (name not in _KNOWN and inside and worded)


def _put_mark(paragraph: Any, kind: str) -> None:
    paragraph.text = marks.mark(kind) + (paragraph.text or "")


def _cut(element: Any) -> None:
    """Take an element out, and leave the words that follow it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _open(element: Any, blocks: list[Any]) -> None:
    """Put blocks in the place of what they stand in."""
    for block in blocks:
        element.addprevious(block)
    _cut(element)


def _open_index(index: Any) -> None:
    """The lines of a table of contents, each marked as such."""
    lines = list(index.iter(f"{_TEXT}p"))
    for line in lines:
        _put_mark(line, "navigation")
        line.attrib.pop(f"{_TEXT}style-name", None)
    _open(index, lines)


def _pictures(body: Any) -> None:
    """The alternative text of each picture as a note with a mark: pandoc knows none in this format."""
    for frame in list(body.iter(f"{_DRAW}frame")):
        inside = next(frame.iterancestors(f"{_TEXT}p", f"{_TEXT}h"), None)
        said = (frame.findtext(f"{_SVG}{which}") or "" for which in ("desc", "title"))
        words = next(filter(None, (" ".join(text.split()) for text in said)), "")
        if words and inside is not None and frame.find(f"{_DRAW}image") is not None:
            line = etree.Element(f"{_TEXT}p")
            line.text = words
            _note_before(frame, "image-alternative", [line])


def _note_before(element: Any, kind: str, lines: list[Any]) -> None:
    """Put some lines before an element, as a note with a mark."""
    note = etree.Element(f"{_TEXT}note")
    note.set(f"{_TEXT}note-class", "footnote")
    etree.SubElement(note, f"{_TEXT}note-citation").text = "*"
    etree.SubElement(note, f"{_TEXT}note-body").extend(lines)
    for line in lines[:1]:
        _put_mark(line, kind)
    element.addprevious(note)


def _free_text_boxes(body: Any) -> None:
    """Put the paragraphs of a text box after the one that it stands in, or in its place between paragraphs."""
    last: dict[Any, Any] = {}
    for box in list(body.iter(f"{_DRAW}text-box")):
        inside = takewhile(lambda e: e is not body, box.iterancestors())
        anchor = next((e for e in reversed(list(inside)) if e.tag in {f"{_TEXT}p", f"{_TEXT}h"}), None)
        frame = next(box.iterancestors(f"{_DRAW}frame"), box)
        if anchor is None:
            _open(frame, list(box))
            continue
        at = last.get(anchor, anchor)
        for block in list(box):
            at.addnext(block)
            at = block
        last[anchor] = at
        _cut(frame)


def _running(styles: Any, kind: str) -> tuple[str, ...]:
    """The lines of the headers, or of the footers."""
    if styles is None:
        return ()
    parts = (part for name in (kind, f"{kind}-left", f"{kind}-first") for part in styles.iter(f"{_STYLE}{name}"))
    return lines_once(["".join(p.itertext()) for part in parts for p in part.iter(f"{_TEXT}p", f"{_TEXT}h")])


def _properties(root: Any) -> Properties:
    meta = root.find(f"{_OFFICE}meta") if root is not None else None
    if meta is None:
        return Properties()
    creators = (meta.findtext(tag) or "" for tag in (f"{_META}initial-creator", f"{_DC}creator"))
    dates = (meta.findtext(tag) or "" for tag in (f"{_META}creation-date", f"{_DC}date"))
    return Properties(
        title=(meta.findtext(f"{_DC}title") or "").strip(),
        creators=tuple(dict.fromkeys(part.strip() for c in creators for part in re.split(r"[;,]", c) if part.strip())),
        dates=tuple(date[:10] for date in dates if date),
    )
