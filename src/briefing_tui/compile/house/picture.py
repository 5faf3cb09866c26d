"""Pictures of a house: whole, what their names say, and drawn within limits; looked at before anything is laid out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from io import BytesIO
from typing import Any

from briefing_tui.model.signs.fixed_words import borrowed

DRAWING = 1 << 20
"""Bytes of an SVG."""
SHAPES = 20_000
"""Elements that are drawn, each as often as it is."""
DEEP = 100
"""Elements within one another."""
PIXELS = 25_000_000
_FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG"}
_REFUSED = frozenset({"script", "foreignobject", "image", "feimage", "iframe", "audio", "video", "a", "animate", "set"})
_ADDRESS = re.compile(r"""url\(\s*["']?\s*([^"')\s]*)""", re.IGNORECASE)
_TELLS = re.compile(r"url\(|[@\\]", re.IGNORECASE)
_NUMBER = re.compile(r"[-+]?[\d.]+")
_SIMPLER = "save it as a plain SVG: shapes, and text as paths"

_TYPED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENTITIES = ("it has a document type (<!DOCTYPE), which can hold entities", "take that line out")

Complaint = tuple[str, str]
"""What is wrong with a picture, and what to do."""


@lru_cache(maxsize=16)
def complaint(content: bytes, suffix: str) -> Complaint | None:
    """What is wrong with a picture that a form names.

    Args:
        content: of its file.
        suffix: the end of its name, in small letters.
    """
    return _drawing(content) if suffix == ".svg" else _raster(content, _FORMATS[suffix])


def _raster(content: bytes, wanted: str) -> Complaint | None:
    from PIL import Image, ImageFile

    part, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False  # the engine sets it
    try:
        with Image.open(BytesIO(content), formats=[wanted]) as picture:
            if picture.width * picture.height > PIXELS:
                return f"it has more than {PIXELS:,} pixels", "make it smaller"
            if picture.mode == "CMYK":
                return "its colours are those of a press (CMYK)", "save it with RGB colours"
            picture.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return f"it is no {wanted}, or not whole", "save it anew"
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = part
    return None


def _drawing(content: bytes) -> Complaint | None:
    from lxml import etree

    if len(content) > DRAWING:
        return "it has more than 1 MiB", "make it simpler, or use a PNG"
    if _TYPED.search(content):
        return _ENTITIES
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        return "it is no SVG, not whole, or nested too deep", "save it anew"
    if _name(root) != "svg":
        return "it is no SVG, not whole, or nested too deep", "save it anew"
    if root.getroottree().docinfo.doctype:
        return _ENTITIES
    return next(_faults(root), None) or _extent(root)


def _faults(root: Any) -> Iterator[Complaint]:
    """What a drawing cannot have."""
    for node in root.iter():
        if not isinstance(node.tag, str):
            yield "it has a processing instruction (<?)", "take it out"
            continue
        name = _name(node)
        if name in _REFUSED:
            yield f"it has <{name}>", _SIMPLER
        if name == "style" and _TELLS.search("".join(node.itertext())):
            yield "its <style> names something", "write colours at the shapes"
        yield from _attributes(node)
    if found := borrowed(["".join(node.itertext()) for node in root.iter("{*}text", "{*}title", "{*}desc")]):
        yield f"its text has {found.what}", found.hint


def _attributes(node: Any) -> Iterator[Complaint]:
    for key, value in node.attrib.items():
        name = key.rpartition("}")[2].lower()
        addresses = [value.strip()] if name in ("href", "src") else _ADDRESS.findall(value)
        if name == "base" or "\\" in value or not all(address.startswith("#") for address in addresses):
            yield f"it names something outside of itself ({name})", _SIMPLER
        if name.startswith("on"):
            yield f"it has a script ({name})", _SIMPLER


def _extent(root: Any) -> Complaint | None:
    """Whether it draws more than it may, where what is named is drawn each time."""
    known = {node.get("id"): node for node in root.iter() if node.get("id")}
    if _drawn(root, known, {}, 0) > SHAPES:
        return f"it draws more than {SHAPES:,} shapes, or one within itself", "make it simpler, or use a PNG"
    return None


def _drawn(node: Any, known: Mapping[str, Any], counted: dict[Any, int], deep: int) -> int:
    """How many elements an element draws; too many where one is within itself, or deep within others."""
    if node in counted:
        return counted[node]
    counted[node] = SHAPES + 1
    if deep < DEEP:
        within = sum(_drawn(child, known, counted, deep + 1) for child in node)
        for key, value in node.attrib.items():
            targets = [value.strip()] if key.endswith("href") else _ADDRESS.findall(value)
            times = len(_NUMBER.findall(node.get("d") or node.get("points") or "")) if "marker" in value + key else 1
            found = (known[target[1:]] for target in targets if target[1:] in known)
            within += sum(times * _drawn(target, known, counted, deep + 1) for target in found)
        counted[node] = min(1 + within, SHAPES + 1)
    return counted[node]


def _name(node: Any) -> str:
    return str(node.tag).rpartition("}")[2].lower()
