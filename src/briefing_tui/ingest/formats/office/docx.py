"""DOCX, made ready for pandoc: spaces kept, text boxes after their paragraphs, hidden words taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from ....errors import ImportFailedError
from . import marks
from .archive import SAVE_AGAIN, Archive, packed
from .prepared import Prepared, Properties, lines_once, warn_hidden

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

_UNUSED = re.compile(
    r"(?:\A|/)(?:theme|customXml|docProps|embeddings|glossary|charts|diagrams|drawings|media|ink|activeX)/"
    r"|/(?:header|footer)\d*\.xml(?:\.rels)?\Z"
)
"""Parts that hold no text for pandoc; pictures and objects are none of them opened."""
_PICTURE = re.compile(r"/media/[^/]+\Z")
_STORY = re.compile(r"/(?:document|footnotes|endnotes|comments)\d*\.xml\Z")
_OFF = frozenset({"0", "false", "off"})


def prepare(archive: Archive) -> Prepared:
    """Make a DOCX ready.

    Raises:
        ImportFailedError: where it is broken, locked or hostile.
    """
    main = _main(archive)
    parts: dict[str, bytes] = {}
    hidden: list[str] = []
    chunks = False
    for part in archive.names():
        if _PICTURE.search(part):
            parts[part] = b""  # its place keeps its alternative text
            continue
        if part != main and (_UNUSED.search(part) or not part.endswith((".xml", ".rels"))):
            continue
        root = archive.xml(part)
        if part == main or _STORY.search(part):
            chunks |= root.find(f".//{W}altChunk") is not None
            hidden += _mend(root)
            parts[part] = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
        else:
            parts[part] = archive.read(part)
    warnings = [*warn_hidden(len(" ".join(hidden).split()))]
    if chunks:
        warnings.append("another file is inserted into this one: its text is not read")
    if any(part.endswith("vbaProject.bin") for part in archive.names()):
        warnings.append("it holds macros: they were not run")
    return Prepared(
        packed(parts),
        "docx+styles",
        heads=_running(archive, "header"),
        feet=_running(archive, "footer"),
        properties=_properties(archive),
        warnings=tuple(warnings),
        hidden=tuple(text for run in hidden if (text := " ".join(run.split()))),
    )


def _main(archive: Archive) -> str:
    """The part with the text."""
    root = archive.xml("_rels/.rels")
    for relation in root.iter(_RELATION) if root is not None else ():
        if relation.get("Type", "").endswith("/officeDocument"):
            part = str(relation.get("Target", "")).lstrip("/")
            if part in archive:
                return part
    hint = SAVE_AGAIN
    raise ImportFailedError("it is no Word document, though it is packed like one", where=archive.name, hint=hint)


def _mend(root: Any) -> list[str]:
    """Change what pandoc would lose; gives the hidden words that were taken out."""
    for row in list(root.iter(f"{W}tr")):
        if row.find(f"{W}trPr/{W}del") is not None:
            _remove(row)
    for control in list(root.iter(f"{W}sdt")):
        if control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
            _remove(control)
    for change in root.iter(f"{W}ins", f"{W}del"):
        for name in ("id", "author"):  # pandoc drops the words of a change that nobody is said to have made
            change.set(f"{W}{name}", change.get(f"{W}{name}", "0"))
    hidden = _take_hidden(root)
    for ruby in list(root.iter(f"{W}ruby")):
        for text in list(ruby.iterfind(f"{W}rubyBase//{W}t")):
            ruby.addprevious(text)
        _remove(ruby)
    _free_text_boxes(root)
    for broken in root.iter(f"{W}cr", f"{W}br"):
        broken.tag = f"{W}tab" if broken.get(f"{W}type") in {"page", "column"} else f"{W}br"
    for text in root.iter(f"{W}t", f"{W}delText"):
        text.text = (text.text or "").replace(" ", marks.SPACE)
    return hidden


def _take_hidden(root: Any) -> list[str]:
    """Take out the runs that nobody sees; gives their words."""
    hidden: list[str] = []
    for run in list(root.iter(f"{W}r")):
        vanish = run.find(f"{W}rPr/{W}vanish")
        if (vanish is not None and vanish.get(f"{W}val", "1") not in _OFF) or _is_white(run):
            hidden.append("".join(run.itertext(f"{W}t")))
            _remove(run)
    return hidden


def _is_white(run: Any) -> bool:
    """Whether a run is written in white on what is surely white too: no table, box, style or shade is around it."""
    color = run.find(f"{W}rPr/{W}color")
    if color is None or color.get(f"{W}val", "").upper() != "FFFFFF":
        return False
    if any(run.find(f"{W}rPr/{W}{shade}") is not None for shade in ("shd", "highlight", "rStyle")):
        return False
    around = [element.tag for element in run.iterancestors()]
    styled = any(run.getparent().find(f"{W}pPr/{W}{name}") is not None for name in ("shd", "pStyle"))
    background = run.getroottree().getroot().find(f"{W}background") is not None
    return not (styled or background or f"{W}tbl" in around or f"{W}txbxContent" in around)


def _free_text_boxes(root: Any) -> None:
    """Put the paragraphs of a text box after the one that it is anchored to, which pandoc would drop for it."""
    after: dict[Any, Any] = {}
    for box in list(root.iter(f"{W}txbxContent")):
        above = list(box.iterancestors())
        if any(e.tag == f"{_MC}Fallback" and _has_box(e.getprevious()) for e in above):
            continue  # the same box, for older programs
        anchor = next((e for e in reversed(above) if e.tag == f"{W}p"), None)
        if anchor is None:
            continue
        last = after.get(anchor, anchor)
        for block in list(box):
            last.addnext(block)
            last = block
        after[anchor] = last
    for holder in list(root.iter(f"{W}txbxContent")):
        run = next(holder.iterancestors(f"{W}r"), None)
        if run is not None:
            _remove(next(e for e in (holder, *holder.iterancestors()) if e.getparent() is run))


def _has_box(element: Any) -> bool:
    return element is not None and element.find(f".//{W}txbxContent") is not None


def _remove(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _running(archive: Archive, kind: str) -> tuple[str, ...]:
    """The lines of the headers, or of the footers."""
    parts = (part for part in archive.names() if re.search(rf"/{kind}\d*\.xml\Z", part))
    return lines_once([text for part in parts for text in _paragraphs(archive.xml(part))])


def _paragraphs(root: Any) -> Iterator[str]:
    for paragraph in root.iter(f"{W}p"):
        words = (e.text or "" if e.tag == f"{W}t" else " " for e in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br"))
        yield "".join(words)


def _properties(archive: Archive) -> Properties:
    root = archive.xml("docProps/core.xml")
    if root is None:
        return Properties()
    creator = root.findtext(f"{_DC}creator") or ""
    dates = (root.findtext(f"{_TERMS}{which}") or "" for which in ("created", "modified"))
    return Properties(
        title=(root.findtext(f"{_DC}title") or "").strip(),
        creators=tuple(filter(None, (part.strip() for part in re.split(r"[;,]", creator)))),
        dates=tuple(date[:10] for date in dates if date),
    )
