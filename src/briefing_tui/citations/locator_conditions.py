"""What a style of others does by the kind of a locator: a place of ours is one of paragraphs, in words of its own.

Pandoc is given a sign that stands for the place and tells no kind. A style that asks for one is read as if it had been
asked about paragraphs; where it names them itself there, the sign has a mark before it, so that they are named once.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from .style_words import CSL

KIND = "paragraph"
NAMED = "\ue0f0"
"""Stands before a place of which the style says itself what it counts."""
_NEVER = "is-uncertain-date"
"""A condition that no locator meets."""
_ASKING = (f"{CSL}if", f"{CSL}else-if")


def asked_for_paragraphs(root: ET.Element) -> str:
    """The style without the conditions, as a `data:` URL; nothing where it has none.

    Args:
        root: of a style, which is changed.
    """
    asking = [part for part in root.iter() if part.tag in _ASKING and "locator" in part.attrib]
    if not asking:
        return ""
    for part in asking:
        kinds = part.attrib.pop("locator").split()
        if _answer(part, kinds) and kinds == [KIND]:
            _name(part)
    ET.register_namespace("", CSL.strip("{}"))
    return f"data:application/xml;base64,{b64encode(ET.tostring(root, 'utf-8')).decode()}"


def _answer(part: ET.Element, kinds: list[str]) -> bool:
    """Give a condition the answer that it would have for paragraphs, and without a place; whether that is met."""
    match = part.get("match", "all")
    asked = set(kinds) == {KIND} if match == "all" else KIND in kinds
    if asked:
        part.set("variable", f"{part.get('variable', '')} locator".strip())
    elif match == "all":
        part.attrib.clear()
    if not asked and not set(part.attrib) - {"match"}:
        part.set(_NEVER, "locator")
    return asked != (match == "none")


def _name(part: ET.Element) -> None:
    """Mark the places whose kind a branch names in words of its own."""
    if any(label.get("variable") == "locator" for label in part.iter(f"{CSL}label")):
        return
    for place, before in _places(part, ""):
        if any(map(str.isalpha, before)):
            place.set("prefix", place.get("prefix", "") + NAMED)


def _places(part: ET.Element, before: str) -> Iterator[tuple[ET.Element, str]]:
    """The places in a branch, each with the style's own words before it."""
    for child in part:
        before += child.get("prefix", "")
        if child.tag == f"{CSL}text" and child.get("variable") == "locator":
            yield child, before
        before += child.get("value", "") + child.get("term", "")
        yield from _places(child, before)
